import { canonical, D } from '#shared/domain/number/decimal.ts'
import type { RawCell, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { AppError } from '#shared/appError.ts'
import type { Problem } from '#shared/problem.ts'
import { cleanText } from './cleanText.ts'
import { FORM_HEADERS, SHEETS, type SheetTexts } from './layout.ts'
import { plain } from './names.ts'
import { GUIDE } from './sheets/guide.ts'
import { OTHER_HEADERS, OTHERS } from './sheets/others.ts'

/** Sheets of a workbook by their own names, with the address of every cell. */
export interface RawSheets {
  texts: ReadonlyMap<string, SheetTexts>
  addressOf(sheet: string, row: number, header: string): { sheet: string; cell: string; value: string }
  problems: readonly Problem[]
}

/** Columns that people add for themselves. */
const REMARKS = ['备注', '说明', '序号', '注']
const HEADER_ROWS = 10

interface Expected {
  name: string
  headers: readonly { header: string; also: readonly string[] }[]
}

const EXPECTED: readonly Expected[] = [
  ...SHEETS.map((spec) => ({
    name: spec.name,
    headers:
      spec.type === 'FORM'
        ? FORM_HEADERS.map((header) => ({ header, also: [] }))
        : spec.columns.map(({ header, also = [] }) => ({ header, also }))
  })),
  { name: OTHERS, headers: OTHER_HEADERS.map((header) => ({ header, also: [] })) }
]

/** Finds the sheets and columns of the layout wherever they stand. Throws SCHEME_INVALID for another kind of workbook. */
export function rawSheetsOf(workbook: RawWorkbook): RawSheets {
  const texts = new Map<string, SheetTexts>()
  const cells = new Map<string, { sheet: string; cell: string; value: string }>()
  const problems: Problem[] = []
  for (const sheet of workbook.sheets) {
    const expected = EXPECTED.find((entry) => plain(entry.name) === plain(sheet.name))
    if (expected !== undefined) readSheet(sheet, expected, texts, cells, problems)
    else if (!isBeside(sheet)) problems.push(unknownSheet(sheet))
  }
  if (texts.size === 0) {
    throw new AppError('SCHEME_INVALID', '这个工作簿不是考核方案的格式，没有载入。', {
      place: { file: workbook.fileName },
      action: '请先从软件里导出 Excel 方案，在那份工作簿上改。'
    })
  }
  return {
    texts,
    addressOf: (sheet, row, header) =>
      cells.get(`${sheet}|${row}|${header}`) ?? { sheet, cell: '', value: '' },
    problems
  }
}

/** Hidden sheets, the instructions, empty sheets and people's own notes are no part of the scheme. */
function isBeside(sheet: RawSheet): boolean {
  return (
    sheet.visibility !== 'visible' ||
    plain(sheet.name) === plain(GUIDE) ||
    sheet.name.startsWith('备注') ||
    sheet.cells.length === 0
  )
}

function unknownSheet(sheet: RawSheet): Problem {
  return {
    code: 'UNKNOWN_SHEET',
    level: 'error',
    message: `工作表「${sheet.name}」不是方案里的表。`,
    place: { sheet: sheet.name },
    suggestion: '请改回原来的表名；自己的备注，表名以「备注」开头就不会读。',
    group: `UNKNOWN_SHEET:${sheet.name}`
  }
}

function readSheet(
  sheet: RawSheet,
  expected: Expected,
  texts: Map<string, SheetTexts>,
  cells: Map<string, { sheet: string; cell: string; value: string }>,
  problems: Problem[]
): void {
  const rows = new Map<number, RawCell[]>()
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const header = headerRow(rows, expected)
  if (header === null) {
    if (rows.size > 0) problems.push(headerless(sheet, expected))
    return
  }
  const known = columnsOf(rows.get(header) ?? [], expected)
  const found: SheetTexts = []
  for (const [row, line] of [...rows].sort(([a], [b]) => a - b)) {
    if (row <= header) continue
    const entry = new Map<string, string>()
    for (const cell of line) {
      const text = textOf(cell)
      const column = known.get(cell.col)
      if (column === undefined) {
        if (text !== '') problems.push(strayCell(sheet, rows.get(header) ?? [], cell, text))
        continue
      }
      if (column === null || text === '') continue
      if (cell.kind === 'error') problems.push(brokenCell(sheet, cell))
      entry.set(column, text)
      cells.set(`${expected.name}|${found.length}|${column}`, {
        sheet: sheet.name,
        cell: cell.address,
        value: cell.shown
      })
    }
    if (entry.size > 0) {
      for (const { header: name } of expected.headers) {
        const key = `${expected.name}|${found.length}|${name}`
        const first = line[0]!
        if (!cells.has(key)) cells.set(key, { sheet: sheet.name, cell: first.address, value: '' })
      }
      found.push(entry)
    }
  }
  texts.set(expected.name, found)
}

/** The row among the first ones that has most of the headers. */
function headerRow(rows: ReadonlyMap<number, RawCell[]>, expected: Expected): number | null {
  let best: { row: number; hits: number } | null = null
  for (const [row, line] of rows) {
    if (row >= HEADER_ROWS) continue
    const hits = [...columnsOf(line, expected).values()].filter((name) => name !== null).length
    if (hits > (best?.hits ?? 0)) best = { row, hits }
  }
  return best !== null && best.hits >= Math.min(2, expected.headers.length) ? best.row : null
}

/** Column number → header of the layout; null for people's own remarks. */
function columnsOf(line: readonly RawCell[], expected: Expected): Map<number, string | null> {
  const columns = new Map<number, string | null>()
  const taken = new Set<string>()
  for (const alternatives of [false, true]) {
    for (const cell of line) {
      if (columns.has(cell.col)) continue
      const text = plain(cell.value)
      const match = expected.headers.find(
        ({ header, also }) =>
          !taken.has(header) &&
          (alternatives ? also.some((other) => plain(other) === text) : plain(header) === text)
      )
      if (match === undefined) continue
      columns.set(cell.col, match.header)
      taken.add(match.header)
    }
  }
  for (const cell of line) {
    if (!columns.has(cell.col) && REMARKS.some((word) => plain(cell.value).startsWith(word)))
      columns.set(cell.col, null)
  }
  return columns
}

/** What a cell says. A percentage that Excel keeps as 0.8 is meant as 80 %. */
function textOf(cell: RawCell): string {
  if (cell.kind === 'number' && cell.format?.includes('%') === true) {
    return `${canonical(new D(cell.value).times(100))}%`
  }
  if (cell.kind === 'boolean') return cell.value === 'TRUE' ? '是' : '否'
  return cleanText(cell.value)
}

function headerless(sheet: RawSheet, expected: Expected): Problem {
  return {
    code: 'NO_HEADER',
    level: 'error',
    message: '找不到表头。',
    place: { sheet: sheet.name },
    suggestion: `表头应有：${expected.headers.map(({ header }) => header).join('、')}。`,
    group: `NO_HEADER:${sheet.name}`
  }
}

function strayCell(sheet: RawSheet, headers: readonly RawCell[], cell: RawCell, text: string): Problem {
  const header = headers.find((entry) => entry.col === cell.col)?.value ?? ''
  return {
    code: 'UNKNOWN_COLUMN',
    level: 'error',
    message: header === '' ? '这一列没有表头，不知道是什么。' : `不认识「${header}」这一列。`,
    place: { sheet: sheet.name, cell: cell.address },
    value: text,
    suggestion: '请改回原来的表头；只是备注的列，表头写 备注。',
    group: `UNKNOWN_COLUMN:${sheet.name}:${header}`
  }
}

function brokenCell(sheet: RawSheet, cell: RawCell): Problem {
  return {
    code: 'CELL_ERROR',
    level: 'error',
    message: `这一格是公式错误 ${cell.value}。`,
    place: { sheet: sheet.name, cell: cell.address },
    value: cell.value,
    suggestion: '请改成数或文字。',
    group: `CELL_ERROR:${sheet.name}`
  }
}
