import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { presets } from './build/presets.ts'
import { drawPictures } from './build/pictures.ts'

/**
 * Writes the gallery of report templates: `node resources/templates/generate.ts`. With `--check` nothing is written and the
 * exit code tells whether the files are what the generator makes; with `--pictures` their pictures are drawn anew, which
 * needs LibreOffice.
 */
const FOLDER = dirname(fileURLToPath(import.meta.url))

async function buildGallery(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const { id, format, make } of presets) files.set(`${id}.${format}`, await make())
  const list = presets.map(({ id, name, description, format }) => ({
    id,
    name,
    description,
    file: `${id}.${format}`,
    format,
    picture: `${id}.png`
  }))
  files.set('gallery.json', Buffer.from(`${JSON.stringify(list, null, 2)}\n`))
  return files
}

const isStale = ([name, bytes]: [string, Uint8Array]): boolean => {
  try {
    return !Buffer.from(bytes).equals(readFileSync(join(FOLDER, name)))
  } catch {
    return true
  }
}

const files = await buildGallery()
if (process.argv.includes('--check')) {
  const stale = [...files].filter(isStale).map(([name]) => name)
  if (stale.length > 0) {
    process.stderr.write(`stale: ${stale.join(', ')}\n`)
    process.exitCode = 1
  }
} else {
  mkdirSync(FOLDER, { recursive: true })
  for (const name of readdirSync(FOLDER))
    if (/\.(xlsx|docx)$/.test(name) && !files.has(name)) rmSync(join(FOLDER, name))
  for (const [name, bytes] of files) writeFileSync(join(FOLDER, name), bytes)
  if (process.argv.includes('--pictures')) await drawPictures(FOLDER)
}
