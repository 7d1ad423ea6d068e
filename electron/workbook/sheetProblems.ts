import type { RawFormat, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import { colName } from './colName.ts'

/** A sheet can hold thousands of formulas; the clerk needs examples and the number. */
const MAX_LISTED = 100
const MAX_NAMED = 8

function named(items: readonly string[]): string {
  return items.length <= MAX_NAMED ? items.join('、') : `${items.slice(0, MAX_NAMED).join('、')} 等`
}

function hiddenSheet(sheet: RawSheet, file: string): Problem[] {
  if (sheet.visibility === 'visible' || sheet.cells.length === 0) return []
  return [
    {
      code: 'HIDDEN_SHEET',
      level: 'confirm',
      message: `工作表「${sheet.name}」是隐藏的，里面有内容。`,
      place: { file, sheet: sheet.name },
      suggestion: '请确认是否要导入它；不需要就跳过这张表。',
      group: `HIDDEN_SHEET:${sheet.name}`
    }
  ]
}

function hiddenLines(sheet: RawSheet, file: string): Problem[] {
  const usedRows = new Set(sheet.cells.map((cell) => cell.row))
  const usedCols = new Set(sheet.cells.map((cell) => cell.col))
  const rows = sheet.hiddenRows.filter((row) => usedRows.has(row)).map((row) => String(row + 1))
  const cols = sheet.hiddenCols.filter((col) => usedCols.has(col)).map(colName)
  const place = { file, sheet: sheet.name }
  const problems: Problem[] = []
  if (rows.length > 0) {
    problems.push({
      code: 'HIDDEN_ROWS',
      level: 'confirm',
      message: `有 ${rows.length} 个隐藏（或被筛选掉）的行有内容：第 ${named(rows)} 行。`,
      place,
      suggestion: '请确认这些行要不要导入。',
      group: `HIDDEN_ROWS:${sheet.name}`
    })
  }
  if (cols.length > 0) {
    problems.push({
      code: 'HIDDEN_COLS',
      level: 'confirm',
      message: `有 ${cols.length} 个隐藏的列有内容：${named(cols)} 列。`,
      place,
      suggestion: '请确认这些列要不要导入。',
      group: `HIDDEN_COLS:${sheet.name}`
    })
  }
  return problems
}

/** Writers that are not office programs store 0 or nothing as a formula's result, whatever it would be. */
function staleFormulas(sheet: RawSheet, file: string): Problem[] {
  const stale = sheet.cells.filter(
    (cell) => cell.formula !== undefined && (cell.value === '0' || cell.value === '')
  )
  const doubtful = stale.filter((cell) => cell.kind === 'number' || cell.kind === 'text')
  const group = `STALE_FORMULA:${sheet.name}`
  const suggestion = '请用 Excel 或 WPS 打开文件，保存一次再导入，公式就会重新计算。'
  const problems: Problem[] = doubtful.slice(0, MAX_LISTED).map((cell) => ({
    code: 'STALE_FORMULA',
    level: 'confirm',
    message: '公式的结果可能没有算过：文件不是由 Excel 或 WPS 保存的。',
    place: { file, sheet: sheet.name, cell: cell.address },
    value: cell.value,
    suggestion,
    group
  }))
  const more = doubtful.length - problems.length
  if (more > 0) {
    problems.push({
      code: 'STALE_FORMULA',
      level: 'confirm',
      message: `另有 ${more} 个公式的结果可能没有算过。`,
      place: { file, sheet: sheet.name },
      suggestion,
      group
    })
  }
  return problems
}

/** What the clerk should know about a sheet before its values are used. */
export function sheetProblems(sheet: RawSheet, file: string, savedByOffice: boolean): Problem[] {
  return [
    ...hiddenSheet(sheet, file),
    ...hiddenLines(sheet, file),
    ...(savedByOffice ? [] : staleFormulas(sheet, file))
  ]
}

const SHEET_KINDS: Readonly<Record<string, string>> = { chart: '图表', macro: '宏', dialog: '对话框' }

/** A tab that is no table (chart, Excel 4 macros, dialog): left out, and said so. */
export function leftOutSheet(name: string, kind: string, file: string): Problem {
  return {
    code: 'SHEET_LEFT_OUT',
    level: 'info',
    message: `「${name}」是${SHEET_KINDS[kind] ?? '其他'}页，不是表格，没有读取。`,
    place: { file, sheet: name },
    suggestion: '不需要处理。'
  }
}

export function cellsOutside(sheet: RawSheet, count: number, file: string): Problem {
  return {
    code: 'CELLS_OUTSIDE_SHEET',
    level: 'confirm',
    message: `有 ${count} 个单元格的位置超出表格范围，没有读取。`,
    place: { file, sheet: sheet.name },
    suggestion: '请用 Excel 或 WPS 打开文件核对，另存后再导入。'
  }
}

const SUFFIX_FORMATS: Readonly<Record<string, readonly RawFormat[]>> = {
  xlsx: ['xlsx'],
  xltx: ['xlsx'],
  xlsm: ['xlsm', 'xlsx'],
  xltm: ['xlsm', 'xlsx'],
  xlsb: ['xlsb'],
  xls: ['xls', 'et'],
  xlt: ['xls', 'et'],
  et: ['et', 'xls', 'xlsx'],
  ett: ['et', 'xls', 'xlsx'],
  ods: ['ods'],
  ots: ['ods'],
  fods: ['xml'],
  uos: ['ods', 'xml'],
  csv: ['csv', 'tsv'],
  txt: ['csv', 'tsv'],
  tsv: ['csv', 'tsv'],
  tab: ['csv', 'tsv'],
  htm: ['html'],
  html: ['html'],
  xml: ['xml']
}

export function suffixOf(file: string): string {
  return /\.([^.\\/]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
}

/** The suffix says one thing, the bytes another; read by the bytes all the same. */
export function suffixProblems(file: string, format: RawFormat): Problem[] {
  const suffix = suffixOf(file)
  if (SUFFIX_FORMATS[suffix]?.includes(format)) return []
  const claim = suffix === '' ? '文件名没有后缀' : `文件名的后缀是 .${suffix}`
  return [
    {
      code: 'WRONG_SUFFIX',
      level: 'info',
      message: `${claim}，内容其实是 .${format}，已按内容读取。`,
      place: { file },
      value: suffix,
      suggestion: '不需要处理；以后可按真实格式保存。'
    }
  ]
}
