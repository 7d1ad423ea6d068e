import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

export interface OpenedApp {
  /** `app.getAppPath()`. */
  appPath: string
  /** The entry script. */
  main: string
  manifest: { name?: string; productName?: string; version?: string; main?: string; type?: string }
  isPackaged: boolean
  /** `process.resourcesPath`. */
  resourcesPath: string
}

/**
 * Finds what to run: an app's folder, a script, or a packed app.asar.
 *
 * An asar is unpacked into a temporary folder *named* app.asar, with app.asar.unpacked laid over it, so that the app
 * sees the paths that it would see inside the archive. `resourcesPath` stays where the archive is.
 * @throws one sentence when there is no such app.
 */
export async function openApp(entry: string): Promise<OpenedApp> {
  const path = resolve(entry)
  if (!existsSync(path)) throw new Error(`electron-host: no app at ${path}`)
  if (path.endsWith('.asar') && statSync(path).isFile()) return openFolder(await unpack(path), dirname(path))
  if (statSync(path).isDirectory()) return openFolder(path, null)
  return {
    appPath: dirname(path),
    main: path,
    manifest: {},
    isPackaged: false,
    resourcesPath: runtimeResources()
  }
}

function openFolder(appPath: string, packedIn: string | null): OpenedApp {
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as OpenedApp['manifest']
  const main = join(appPath, manifest.main ?? 'index.js')
  if (!existsSync(main))
    throw new Error(`electron-host: the app's entry ${main} does not exist: build the app first`)
  return {
    appPath,
    main,
    manifest,
    isPackaged: packedIn !== null,
    resourcesPath: packedIn ?? runtimeResources()
  }
}

/** An unpacked app sees the resources of Electron's own distribution, where nothing of the app lies. */
function runtimeResources(): string {
  return join(import.meta.dirname, '..', 'resources')
}

async function unpack(archive: string): Promise<string> {
  const { extractAll } = await import('@electron/asar')
  const folder = mkdtempSync(join(tmpdir(), 'electron-host-asar-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const target = join(folder, basename(archive))
  extractAll(archive, target)
  const beside = `${archive}.unpacked`
  if (existsSync(beside)) cpSync(beside, target, { recursive: true })
  return target
}

/** Whether Node would load the script as CommonJS. */
export function isCommonJs({ main, manifest }: OpenedApp): boolean {
  return main.endsWith('.cjs') || (manifest.type !== 'module' && !main.endsWith('.mjs'))
}

/** `require` as the app's entry would have it. */
export function requireOf({ main }: OpenedApp): NodeJS.Require {
  return createRequire(main)
}
