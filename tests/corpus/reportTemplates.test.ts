import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { fillOwnWorkbook } from '#electron/reports/own/ownWorkbook.ts'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { columnLetter } from '#shared/domain/importing/grid/a1.ts'
import type { RawCell, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import { templateData } from '#shared/domain/report/template/templateData.ts'
import { isAppError } from '#shared/appError.ts'
import { CORPUS_MISSING, corpusFiles, expectedName, type CorpusFile } from '../helpers/corpus.ts'
import { validate } from '../helpers/officeFiles.ts'
import { officeFacts, OPTIONS } from '../helpers/reportFacts.ts'
import { changedParts, structuralFaults } from '../unit/fill/packages.ts'

const run = promisify(execFile)
const reader = createWorkbookReader()
const DATA = templateData(officeFacts({ units: 23, hostileNames: true }), OPTIONS)
const UNITS = DATA.list('排名')!.rows.map((row) => row.value('单位') as string)
/** The validator takes a second a file. */
const VALIDATED = 5
const folder = mkdtempSync(join(tmpdir(), 'liangji-own-'))
const filledFiles: { name: string; sheet: string; row: number; shift: number; plain: Set<string> }[] = []

if (CORPUS_MISSING !== null) console.warn(CORPUS_MISSING)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Picked {
  sheet: RawSheet
  row: number
  places: TemplatePlaces
}

/** Two plain cells of a row with something below it, in the first sheet that has such a row. */
function* candidates(raw: RawWorkbook): Generator<Picked> {
  for (const sheet of raw.sheets) {
    for (let row = 1; row < Math.min(sheet.rowCount - 1, 60); row++) {
      const crossed = sheet.merges.some(({ top, bottom }) => top !== bottom && row >= top && row <= bottom)
      const plain = sheet.cells.filter(
        (cell) =>
          cell.row === row && cell.formula === undefined && (cell.kind === 'text' || cell.kind === 'number')
      )
      const [first, second] = plain
      if (crossed || first === undefined || second === undefined) continue
      const columns = [
        { column: columnLetter(first.col), field: '单位' },
        { column: columnLetter(second.col), field: '简称' }
      ]
      yield {
        sheet,
        row,
        places: { cells: [], rows: [{ sheet: sheet.name, row: row + 1, list: '排名', columns }] }
      }
    }
  }
}

/** Fills the first row that allows it: array formulas and table headers may stand in the way of others. */
function fillSome(raw: RawWorkbook, bytes: Uint8Array): (Picked & { bytes: Uint8Array }) | null {
  let tried = 0
  for (const picked of candidates(raw)) {
    if (++tried > 20) return null
    try {
      const filled = fillOwnWorkbook({ bytes, file: raw.fileName, places: picked.places }, DATA)
      if (!filled.notes.some((note) => note.includes('没有改动'))) return { ...picked, bytes: filled.bytes }
    } catch (error) {
      if (!isAppError(error)) throw error
    }
  }
  return null
}

const plainOf = ({ cells }: RawSheet): RawCell[] => cells.filter((cell) => cell.formula === undefined)
const said = ({ kind, value, shown }: RawCell): string => `${kind} ${value} ${shown}`

/** Cells that hold no formula, by the place where they must stand afterwards. */
function placed(sheet: RawSheet, row: number, shift: number): Map<string, string> {
  return new Map(
    plainOf(sheet)
      .filter((cell) => cell.row !== row)
      .map((cell) => [`${cell.row > row ? cell.row + shift : cell.row},${cell.col}`, said(cell)])
  )
}

const files = (['open', 'made', 'odd'] as const).flatMap((name) =>
  corpusFiles(name).filter((file) => /\.(xlsx|xlsm)$/i.test(file.name))
)

describe.skipIf(CORPUS_MISSING !== null)('repeating a row in real workbooks', () => {
  afterAll(() => reader.close())

  it.each(files.map((file, index) => ({ ...file, index })))(
    '$folder/$name keeps all else',
    async ({ index, ...file }: CorpusFile & { index: number }) => {
      const bytes = new Uint8Array(await readFile(file.path))
      const raw = await reader.read({ name: file.name, bytes }).catch(() => null)
      if (raw === null || (raw.format !== 'xlsx' && raw.format !== 'xlsm')) return
      const filled = fillSome(raw, bytes)
      if (filled === null) return
      const { sheet, row, places } = filled
      const changes = await changedParts(bytes, filled.bytes)
      expect(changes.filter((path) => /^[+-]/.test(path) && !/calcChain/.test(path))).toEqual([])
      const before = await structuralFaults(bytes)
      expect((await structuralFaults(filled.bytes)).filter((fault) => !before.includes(fault))).toEqual([])
      if (index < VALIDATED) {
        // Places move with the rows; what is wrong does not.
        const kinds = async (book: Uint8Array): Promise<string[]> =>
          (await validate(book, 'xlsx')).map((fault) => fault.replace(/\[\d+\]/g, '')).sort()
        const old = new Set(await kinds(bytes))
        expect((await kinds(filled.bytes)).filter((fault) => !old.has(fault))).toEqual([])
      }

      const again = await reader.read({ name: file.name, bytes: filled.bytes })
      const now = again.sheets[sheet.index]!
      const shift = now.rowCount - sheet.rowCount
      const found = new Map(now.cells.map((cell) => [`${cell.row},${cell.col}`, said(cell)]))
      const [first] = places.rows[0]!.columns
      const col = sheet.cells.find(
        (cell) => cell.row === row && columnLetter(cell.col) === first!.column
      )!.col
      UNITS.forEach((unit, step) => expect(found.get(`${row + step},${col}`)).toBe(`text ${unit} ${unit}`))
      for (const [place, text] of placed(sheet, row, shift))
        expect([place, found.get(place)]).toEqual([place, text])
      const ownRow = sheet.merges.filter(({ top, bottom }) => top === row && bottom === row).length
      expect(now.merges).toHaveLength(sheet.merges.length + ownRow * shift)
      for (const other of raw.sheets.filter((one) => one.index !== sheet.index)) {
        const same = again.sheets[other.index]!
        expect(same.merges).toEqual(other.merges)
        const texts = new Map(same.cells.map((cell) => [cell.address, said(cell)]))
        for (const cell of plainOf(other)) expect(texts.get(cell.address)).toBe(said(cell))
        expect(same.cells.filter(({ formula }) => formula?.includes('#REF!')).length).toBe(
          other.cells.filter(({ formula }) => formula?.includes('#REF!')).length
        )
      }
      if (file.folder !== 'open') return
      for (const side of ['before', 'after']) await mkdir(join(folder, side), { recursive: true })
      await writeFile(join(folder, 'before', file.name), bytes)
      await writeFile(join(folder, 'after', file.name), filled.bytes)
      const plain = new Set(plainOf(sheet).map(({ row: at, col: column }) => `${at},${column}`))
      filledFiles.push({ name: file.name, sheet: expectedName(sheet.name), row, shift, plain })
    },
    120_000
  )
})

const noOffice = spawnSync('which', ['soffice']).status !== 0

describe.skipIf(CORPUS_MISSING !== null || noOffice)('workbooks with a repeated row in LibreOffice', () => {
  async function shown(side: 'before' | 'after'): Promise<Map<string, XLSX.WorkSheet>> {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, `${side}-csv`)
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    const paths = filledFiles.map(({ name }) => join(folder, side, name))
    await run('soffice', ['--headless', profile, '--convert-to', csv, '--outdir', out, ...paths])
    const sheets = new Map<string, XLSX.WorkSheet>()
    for (const name of await readdir(out)) {
      const book = XLSX.read(await readFile(join(out, name), 'utf8'), { type: 'string', raw: true })
      sheets.set(name.replace(/\.csv$/, ''), book.Sheets[book.SheetNames[0]!]!)
    }
    return sheets
  }

  it('opens every one of them, rows moved and no formula broken', async () => {
    // Not all have a row that can be repeated; most do.
    expect(filledFiles.length).toBeGreaterThan(14)
    const [before, after] = [await shown('before'), await shown('after')]
    for (const { name, sheet, row, shift, plain } of filledFiles) {
      const key = `${name.replace(/\.\w+$/, '')}-${sheet}`
      const [old, now] = [before.get(key), after.get(key)]
      if (old === undefined || now === undefined) continue
      const at = (side: XLSX.WorkSheet, r: number, c: number): string =>
        String((side[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined)?.v ?? '')
      for (const address of Object.keys(old).filter((one) => !one.startsWith('!'))) {
        const { r, c } = XLSX.utils.decode_cell(address)
        if (r === row) continue
        const [was, is] = [at(old, r, c), at(now, r > row ? r + shift : r, c)]
        if (plain.has(`${r},${c}`)) expect([key, address, is]).toEqual([key, address, was])
        else if (!/^(#|Err:)/.test(was)) expect([key, address, is]).not.toEqual([key, address, '#REF!'])
      }
    }
  }, 300_000)
})
