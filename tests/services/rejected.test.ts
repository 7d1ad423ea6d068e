import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as XLSX from 'xlsx'
import { describe, expect, it } from 'vitest'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { commitSession, type FileOutcome } from '#electron/services/importing/commit.ts'
import {
  keptFile,
  returnedName,
  returnedWorkbook,
  writeAllReturned,
  writeKept
} from '#electron/services/importing/rejected.ts'
import type { ImportSession } from '#electron/services/importing/session.ts'
import { overviewView } from '#electron/services/overview.ts'
import { loadScheme, readPreset } from '#electron/services/schemes.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { fillWorkbook, type CellEdit } from '#electron/workbook/fill/fillWorkbook.ts'
import { CSV_PERIOD as PERIOD, emptyOffice, importCsv, officeCsv } from '../helpers/csvImport.ts'
import { freshWorkspace, PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const ROWS = [
  ['三季度考核数据汇总表'],
  ['填报单位：办公室', '', '', '2026年10月8日'],
  ['单位', '产出（万元）', '综合评价', '备注'],
  ['甲处', 75, 36, ''],
  ['乙处', '七十', 34, '待核'],
  ['丙科', 60, 30, ''],
  ['丁处', '约 45', '二十八', '']
]

/** The sheet of a department, with a title over four columns. */
function book(bookType: XLSX.BookType): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(ROWS)
  sheet['!merges'] = [XLSX.utils.decode_range('A1:D1')]
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, sheet, '汇总')
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType }) as ArrayBuffer)
}

async function take(
  { imports, library }: Workspace,
  name: string,
  bytes: Uint8Array
): Promise<{ session: ImportSession; outcome: FileOutcome }> {
  const session = await imports.add(PERIOD, null, [{ name, bytes }])
  const [outcome] = commitSession(library, session, true)
  return { session, outcome: outcome! }
}

const errorCells = (session: ImportSession): (string | undefined)[] =>
  session.files[0]!.analysis!.sheets.flatMap((sheet) => sheet.problems)
    .filter((problem) => problem.level === 'error')
    .map((problem) => problem.place.cell)
    .sort()

function textsOf(bytes: Uint8Array): Map<string, Record<string, string>> {
  const workbook = XLSX.read(bytes, { cellStyles: true })
  return new Map(
    workbook.SheetNames.map((name) => {
      const sheet = workbook.Sheets[name] as Record<string, XLSX.CellObject>
      const cells = Object.entries(sheet).filter(([key]) => !key.startsWith('!'))
      return [
        name,
        Object.fromEntries(
          cells.flatMap(([key, cell]) =>
            cell.v === undefined || cell.v === '' ? [] : [[key, String(cell.v)]]
          )
        )
      ]
    })
  )
}

/** Addresses with the light red of a return. */
function marked(bytes: Uint8Array, sheet: string): string[] {
  const cells = Object.entries(XLSX.read(bytes, { cellStyles: true }).Sheets[sheet]!)
  return cells
    .filter(([, cell]) => (cell as { s?: { fgColor?: { rgb?: string } } }).s?.fgColor?.rgb === 'FFC7CE')
    .map(([address]) => address)
    .sort()
}

const CORRECTION: CellEdit[] = [
  { sheet: '汇总', address: 'B5', set: { kind: 'number', value: '70' } },
  { sheet: '汇总', address: 'A6', set: { kind: 'text', value: '丙处' } },
  { sheet: '汇总', address: 'B7', set: { kind: 'number', value: '45' } },
  { sheet: '汇总', address: 'C7', set: { kind: 'number', value: '28' } }
]
const FULL = [
  'a mark 36',
  'a output 75',
  'b mark 34',
  'b output 70',
  'c mark 30',
  'c output 60',
  'd mark 28',
  'd output 45'
]
const numbers = ({ library }: Workspace): string[] =>
  readingsOf(library.db, PERIOD)
    .filter((reading) => reading.state === 'VALUE')
    .map(({ unit, indicator, value }) => `${unit} ${indicator} ${value}`)
    .sort()

describe.each([
  ['edited in place', 'xlsx'],
  ['built anew', 'biff8']
] as const)('a workbook that goes back, %s', (_how, bookType) => {
  const name = bookType === 'xlsx' ? '季报.xlsx' : '季报.xls'

  it('marks what was left out, with the reason beside it and an explanation, and changes nothing else', async () => {
    const workspace = emptyOffice()
    const { session, outcome } = await take(workspace, name, book(bookType))
    expect(errorCells(session)).toEqual(['A6', 'B5', 'B7', 'C7'])
    const back = await returnedWorkbook(workspace.library, outcome.batchId)
    expect(returnedName(back.batch, back.extension)).toBe('季报（退回）.xlsx')

    const before = textsOf(book(bookType)).get('汇总')!
    const { E3, E5, E6, E7, ...rest } = textsOf(back.bytes).get('汇总')!
    expect(rest).toEqual(before)
    expect(E3).toBe('退回原因')
    expect(E5).toMatch(/^B5：.*七十/)
    expect(E6).toMatch(/^A6：「丙科」不是已知单位/)
    expect(E7).toMatch(/^B7：.*约 45[\s\S]*\nC7：/)
    expect(marked(back.bytes, '汇总')).toEqual(['A6', 'B5', 'B7', 'C7'])

    const explanation = textsOf(back.bytes).get('退回说明')!
    expect(explanation['A1']).toBe('退回说明')
    expect(explanation['A2']).toContain('4 处')
    const lines = [5, 6, 7, 8].map((row) => ['B', 'C', 'D'].map((col) => explanation[col + row]).join(' '))
    expect(lines.sort()).toEqual(['汇总 A6 丙科', '汇总 B5 七十', '汇总 B7 约 45', '汇总 C7 二十八'])
    expect(explanation['F5']).toMatch(/。$/)
  })

  it('comes back: uncorrected it has the same problems, corrected it brings exactly what was missing', async () => {
    const workspace = emptyOffice()
    const { outcome } = await take(workspace, name, book(bookType))
    const { bytes } = await returnedWorkbook(workspace.library, outcome.batchId)
    const rejected = (): number => overviewView(workspace.library, PERIOD).problems.rejected
    expect([numbers(workspace).length, rejected()]).toEqual([3, 4])

    const same = await workspace.imports.add(PERIOD, null, [{ name: '季报（退回）.xlsx', bytes }])
    expect(errorCells(same)).toEqual(['A6', 'B5', 'B7', 'C7'])
    expect(same.files[0]!.analysis!.sheets.find((sheet) => sheet.sheet === '退回说明')).toMatchObject({
      used: false,
      leftOut: '退回时附的说明'
    })
    workspace.imports.discard(same.id)

    const corrected = fillWorkbook(bytes, CORRECTION, { file: '' }).bytes
    const { session, outcome: second } = await take(workspace, '季报（退回）.xlsx', corrected)
    expect(errorCells(session)).toEqual([])
    expect(second).toMatchObject({ created: 5, changed: [], same: 3, left: [] })
    expect([numbers(workspace), rejected()]).toEqual([FULL, 0])
  })

  it('goes back twice without a second column or explanation, and without reasons that no longer hold', async () => {
    const workspace = emptyOffice()
    const { outcome } = await take(workspace, name, book(bookType))
    const first = await returnedWorkbook(workspace.library, outcome.batchId)
    const half = fillWorkbook(first.bytes, CORRECTION.slice(0, 2), { file: '' }).bytes
    const { outcome: again } = await take(workspace, '季报（退回）.xlsx', half)
    const second = await returnedWorkbook(workspace.library, again.batchId)
    expect(returnedName(second.batch, second.extension)).toBe('季报（退回）.xlsx')
    const sheets = textsOf(second.bytes)
    expect([...sheets.keys()].sort()).toEqual(['汇总', '退回说明'].sort())
    const { E3, E5, E6, E7, F3 } = sheets.get('汇总')!
    expect([E3, E5, E6, F3]).toEqual(['退回原因', undefined, undefined, undefined])
    expect(E7).toMatch(/^B7：/)
    const explanation = sheets.get('退回说明')!
    expect([explanation['A2'], explanation['A6'], explanation['A7']]).toEqual([
      expect.stringContaining('2 处'),
      '2',
      undefined
    ])
    expect((await take(workspace, '季报（退回）.xlsx', second.bytes)).outcome.left).toHaveLength(2)
  })
})

describe('workbooks that go back', () => {
  it('text that looks like a formula stays text', async () => {
    const workspace = emptyOffice()
    const [outcome] = await importCsv(workspace, { '一.csv': officeCsv({ '=1+1': ['75', '@SUM(A1)'] }) })
    const { bytes } = await returnedWorkbook(workspace.library, outcome!.batchId)
    const cells = XLSX.read(bytes, { cellFormula: true }).Sheets
    for (const sheet of Object.values(cells)) {
      for (const [address, cell] of Object.entries(sheet)) {
        if (!address.startsWith('!')) expect((cell as XLSX.CellObject).f).toBeUndefined()
      }
    }
    expect(textsOf(bytes).get(Object.keys(cells)[1]!)!['A2']).toBe('=1+1')
  })

  it('the sample summary goes back as its department made it and is imported again', async () => {
    const workspace = freshWorkspace()
    loadScheme(workspace.library, await readPreset(workspace.library, 'sports-bureau'), PERIOD)
    const path = join(PROJECT, 'resources/samples/2026Q3/附件1：2026年第三季度目标任务完成情况汇总表.xlsx')
    const { outcome } = await take(workspace, basename(path), readFileSync(path))
    expect(outcome.left.length).toBeGreaterThan(0)
    const { bytes } = await returnedWorkbook(workspace.library, outcome.batchId)
    const again = await take(workspace, '附件1（退回）.xlsx', bytes)
    expect(again.outcome).toMatchObject({ created: 0, changed: [], adjustments: 0 })
    expect(again.outcome.left.map(({ place, code }) => [place.cell, code])).toEqual(
      outcome.left.map(({ place, code }) => [place.cell, code])
    )
  })

  it('of one import lie beside what the folder holds, one for each file with something left out', async () => {
    const workspace = emptyOffice()
    const bad = officeCsv({ a: ['七十五', '36'] })
    const outcomes = await importCsv(workspace, {
      '甲.csv': bad,
      '乙.csv': officeCsv({ b: ['75', '36'] }),
      'CON.csv': officeCsv({ c: ['六十', '30'] })
    })
    const folder = temporaryFolder()
    writeFileSync(join(folder, '甲（退回）.xlsx'), '别动')
    const ids = outcomes.map((outcome) => outcome.batchId)
    const paths = await writeAllReturned(workspace.library, ids, folder)
    expect(paths.map((path) => basename(path))).toEqual(['甲（退回） 2.xlsx', 'CON（退回）.xlsx'])
    expect(readFileSync(join(folder, '甲（退回）.xlsx'), 'utf8')).toBe('别动')
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it('are refused where nothing was left out', async () => {
    const workspace = emptyOffice()
    const [outcome] = await importCsv(workspace, { '一.csv': officeCsv({ a: ['75', '36'] }) })
    await expect(returnedWorkbook(workspace.library, outcome!.batchId)).rejects.toThrow(
      expect.objectContaining({ code: 'CONFLICT' })
    )
    await expect(writeAllReturned(workspace.library, [outcome!.batchId], temporaryFolder())).rejects.toThrow(
      expect.objectContaining({ code: 'CONFLICT' })
    )
  })
})

describe('the file of an import', () => {
  it('is kept and saved byte for byte, also after an undo', async () => {
    const workspace = emptyOffice()
    const bytes = book('biff8')
    const { outcome } = await take(workspace, '季报.xls', bytes)
    const path = join(temporaryFolder(), '季报.xls')
    await writeKept(workspace.library, keptFile(workspace.library, outcome.batchId), path)
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
  })
})
