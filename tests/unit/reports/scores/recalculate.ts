import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import JSZip from 'jszip'
import { open, sheetPart, type Opened } from '../openPackage.ts'

const run = promisify(execFile)

/** A number typed into a cell. */
export interface Edit {
  sheet: string
  address: string
  value: number
}

/** The workbook without what its formulas gave when it was written, and with other numbers in some cells. */
async function withoutResults(bytes: Uint8Array, edits: readonly Edit[]): Promise<Uint8Array> {
  const opened = await open(bytes)
  const zip = await JSZip.loadAsync(bytes)
  for (const [path, text] of opened.parts)
    if (/worksheets\/sheet\d+\.xml$/.test(path)) zip.file(path, text.replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))
  for (const { sheet, address, value } of edits) {
    const { path } = sheetPart(opened, sheet)
    const text = await zip.file(path)!.async('string')
    const changed = text.replace(
      new RegExp(`(<c r="${address}"[^>]*?)(?: t="\\w+")?>(?:<f>.*?</f>)?(?:<v>[^<]*</v>)?</c>`),
      (_, start: string) => `${start}><v>${value}</v></c>`
    )
    if (changed === text) throw new Error(`${sheet} has no cell ${address}`)
    zip.file(path, changed)
  }
  return zip.generateAsync({ type: 'uint8array' })
}

/** Workbooks as LibreOffice calculates them anew, after `edits`. */
export async function recalculate(
  books: readonly { bytes: Uint8Array; edits?: readonly Edit[] }[]
): Promise<Opened[]> {
  const folder = await mkdtemp(join(tmpdir(), 'liangji-recalculate-'))
  try {
    const paths = await Promise.all(
      books.map(async ({ bytes, edits = [] }, index) => {
        const path = join(folder, `book${index}.xlsx`)
        await writeFile(path, await withoutResults(bytes, edits))
        return path
      })
    )
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, 'out')
    await run('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...paths])
    return await Promise.all(
      paths.map(async (_, index) => open(await readFile(join(out, `book${index}.xlsx`))))
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
