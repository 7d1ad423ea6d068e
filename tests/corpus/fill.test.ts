import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { fillWorkbook, type CellEdit, type FilledWorkbook } from '#electron/workbook/fill/fillWorkbook.ts'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { RawCell, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { isAppError } from '#shared/appError.ts'
import { CORPUS_MISSING, corpusFiles, expectedName, type CorpusFile } from '../helpers/corpus.ts'
import { changedParts, partsOf, structuralFaults } from '../unit/fill/packages.ts'

const run = promisify(execFile)
const reader = createWorkbookReader()
const [NUMBER, TEXT] = ['98.76', '=测试单位 & <a> "b"']
const folder = mkdtempSync(join(tmpdir(), 'liangji-fill-'))
/** Filled files for LibreOffice, with what may differ from the original. */
const filledFiles: { name: string; edited: string[]; changed: Set<string> }[] = []

if (CORPUS_MISSING !== null) console.warn(CORPUS_MISSING)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Filled extends FilledWorkbook {
  edits: CellEdit[]
}

/** Changes one cell that holds something and adds one two rows below everything, in the first sheet that allows it. */
function fillTwo(raw: RawWorkbook, bytes: Uint8Array): Filled | null {
  for (const sheet of raw.sheets) {
    const below = cellAddress(sheet.rowCount + 1, 1)
    for (const cell of sheet.cells.filter((entry) => entry.formula === undefined).slice(0, 40)) {
      const edits: CellEdit[] = [
        { sheet: sheet.name, address: cell.address, set: { kind: 'number', value: NUMBER } },
        { sheet: sheet.name, address: below, set: { kind: 'text', value: TEXT }, mark: 'FFC7CE' }
      ]
      const filled = fillWorkbook(bytes, edits, { file: raw.fileName, refused: 'LEAVE' })
      if (filled.refused.length === 0) return { ...filled, edits }
    }
  }
  return null
}

const keyOf = (sheet: string, address: string): string => `${sheet}!${address}`

function cellsOf(raw: RawWorkbook): Map<string, RawCell> {
  return new Map(
    raw.sheets.flatMap((sheet) => sheet.cells.map((cell) => [keyOf(sheet.name, cell.address), cell] as const))
  )
}

async function readOrNull(input: { name: string; bytes: Uint8Array }): Promise<RawWorkbook | null> {
  try {
    return await reader.read(input)
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}

/** Parts that filling may touch in this case. */
async function touchable(bytes: Uint8Array, filled: Filled): Promise<RegExp> {
  const parts = await partsOf(bytes)
  const formulas = [...parts].some(
    ([path, part]) => /worksheets[\\/]/i.test(path) && /<(?:\w+:)?f[\s>]/.test(part.toString('latin1'))
  )
  const own = ['sheet\\d*\\.xml', 'styles\\.xml', 'charts/[^/]+\\.xml']
  const sheets = new Set([...filled.edits, ...filled.recalculated].map(({ sheet }) => sheet)).size
  expect(
    (await changedParts(bytes, filled.bytes)).filter((path) => /sheet\d*\.xml$/i.test(path)).length
  ).toBeLessThanOrEqual(sheets)
  return new RegExp(`(?:${[...own, ...(formulas ? ['workbook\\.xml'] : [])].join('|')})$`, 'i')
}

const files = (['open', 'odd'] as const).flatMap((name) =>
  corpusFiles(name).filter((file) => /\.(xlsx|xlsm|xltx)$/i.test(file.name))
)

describe.skipIf(CORPUS_MISSING !== null)('filling the workbooks of the corpus', () => {
  afterAll(() => reader.close())

  it.each(files)('$folder/$name loses nothing', async (file: CorpusFile) => {
    const bytes = new Uint8Array(await readFile(file.path))
    const raw = await readOrNull({ name: file.name, bytes })
    if (raw === null || (raw.format !== 'xlsx' && raw.format !== 'xlsm')) {
      // What cannot be read is refused by filling too, in words.
      try {
        fillWorkbook(bytes, [], { file: file.name })
      } catch (error) {
        expect(isAppError(error) ? error.code : error).toMatch(/^FILE_/)
      }
      return
    }
    const filled = fillTwo(raw, bytes)
    if (filled === null) {
      expect(
        raw.sheets
          .flatMap((sheet) => sheet.cells)
          .every((cell) => cell.formula !== undefined || cell.kind === 'date'),
        'no cell could be changed'
      ).toBe(true)
      return
    }
    expect(fillWorkbook(bytes, filled.edits, { file: file.name }).bytes).toEqual(filled.bytes)

    const allowed = await touchable(bytes, filled)
    for (const path of await changedParts(bytes, filled.bytes)) expect(path).toMatch(allowed)
    const before = await structuralFaults(bytes)
    expect((await structuralFaults(filled.bytes)).filter((fault) => !before.includes(fault))).toEqual([])

    const again = await reader.read({ name: file.name, bytes: filled.bytes })
    const [old, now] = [cellsOf(raw), cellsOf(again)]
    const stale = new Set(filled.recalculated.map(({ sheet, address }) => keyOf(sheet, address)))
    const [first, second] = filled.edits.map((edit) => keyOf(edit.sheet, edit.address)) as [string, string]
    expect(now.get(first)).toMatchObject({ kind: 'number', value: NUMBER })
    expect(now.get(second)).toMatchObject({ kind: 'text', value: TEXT })
    expect(now.get(second)?.formula).toBeUndefined()
    for (const [key, cell] of old) {
      if (key === first) continue
      if (stale.has(key)) expect(now.get(key)?.formula, key).toBe(cell.formula)
      else expect(now.get(key), key).toEqual(cell)
    }
    expect([...now.keys()].filter((key) => !old.has(key) && !stale.has(key))).toEqual([second])
    expect(
      again.sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.merges, sheet.hiddenCols])
    ).toEqual(raw.sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.merges, sheet.hiddenCols]))
    if (file.folder === 'open') {
      await mkdir(join(folder, 'before'), { recursive: true })
      await mkdir(join(folder, 'after'), { recursive: true })
      await writeFile(join(folder, 'before', file.name), bytes)
      await writeFile(join(folder, 'after', file.name), filled.bytes)
      const spelled = (key: string): string => {
        const [sheet, address] = [key.slice(0, key.lastIndexOf('!')), key.slice(key.lastIndexOf('!'))]
        return expectedName(sheet) + address
      }
      const edited = [first, second].map(spelled)
      filledFiles.push({ name: file.name, edited, changed: new Set([...edited, ...[...stale].map(spelled)]) })
    }
  })
})

const noOffice = spawnSync('which', ['soffice']).status !== 0

describe.skipIf(CORPUS_MISSING !== null || noOffice)('filled workbooks in LibreOffice', () => {
  /** Texts of all cells as LibreOffice shows them, by `file-sheet!address`. */
  async function shown(side: 'before' | 'after'): Promise<Map<string, string>> {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, `${side}-csv`)
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    const paths = filledFiles.map(({ name }) => join(folder, side, name))
    await run('soffice', ['--headless', profile, '--convert-to', csv, '--outdir', out, ...paths])
    const found = new Map<string, string>()
    for (const name of await readdir(out)) {
      const book = XLSX.read(await readFile(join(out, name), 'utf8'), { type: 'string', raw: true })
      const cells = Object.entries(book.Sheets[book.SheetNames[0]!]!) as [string, XLSX.CellObject][]
      for (const [address, cell] of cells)
        if (!address.startsWith('!')) found.set(`${name.replace(/\.csv$/, '')}!${address}`, String(cell.v))
    }
    return found
  }

  it('opens every one of them, with only the two cells and what depends on them changed', async () => {
    const [before, after] = [await shown('before'), await shown('after')]
    const differing = new Set(
      [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))
    )
    for (const { name, changed, edited } of filledFiles) {
      const stem = `${name.replace(/\.\w+$/, '')}-`
      const own = [...differing].filter((key) => key.startsWith(stem)).map((key) => key.slice(stem.length))
      expect(own.filter((key) => !changed.has(key))).toEqual([])
      expect(edited.map((key) => after.get(stem + key))).toEqual([NUMBER, TEXT])
    }
  }, 300_000)
})
