import type { HeaderRows } from './composeHeader.ts'
import { isUnitKey, measureList, metaPairs, type MetaPair } from './readMeta.ts'
import { nameKey, tidy } from './normaliseLabel.ts'
import type { RawCell } from './rawWorkbook.ts'
import type { SheetGrid } from './sheetGrid.ts'

export type RowKind =
  | { kind: 'DATA' }
  | { kind: 'SKIP'; reason: string }
  /** A line 填报单位：X between stacked tables: what follows belongs to X. */
  | { kind: 'UNIT_LINE'; pair: MetaPair; cell: RawCell }
  | { kind: 'TOTAL'; of: 'ALL' | 'PART' | 'MEAN' | 'OTHER'; label: string }

const NOTE = /^(?:注|备注|说明|附注|附|填表说明|填报说明|注意事项?|※|★)\s*\d?\s*[:：.、]|^※/
const SIGNATURE =
  /^(?:填报|填表|制表|联系|审核|复核|经办|审批|考核|被考核|评分|打分)?(?:人|单位负责人|部门负责人|分管领导|主要领导|负责人|联系电话|电话|签字|签名|盖章|制表日期|填表日期|日期)(?:签字|签名|\(.{0,6}\))*[:：]/
const TOTAL =
  /^(?:全局|全市|全系统|本组|各单位)?(合计数?|总计|共计|总和|总分|总得分|合计得分|得分合计|最后得分|最终得分|小计|平均|平均分|平均值|平均数|均值|均分|累计|汇总)(?:\(.*\))?$|^.{1,10}(合计|小计|总计|平均分?)(?:\(.*\))?$/

export interface RowScope {
  grid: SheetGrid
  header: HeaderRows
  /** Columns that hold values in the plan. */
  valueColumns: ReadonlySet<number>
  /** Names a unit, an indicator or a rater that the catalogue knows. */
  known: (text: string) => boolean
  headerTexts: ReadonlySet<string>
}

export function headerTexts(grid: SheetGrid, header: HeaderRows): Set<string> {
  const texts = new Set<string>()
  for (let row = header.first; row <= header.last; row++) {
    for (const cell of grid.rowCells(row)) texts.add(nameKey(cell.value))
  }
  return texts
}

/** What a row under the header is (domain.md §4.2): data, or one of the rows that only look like it. */
export function rowKind(row: number, scope: RowScope): RowKind {
  const cells = scope.grid.rowCells(row)
  const texts = cells.filter((cell) => cell.kind === 'text')
  const first = texts.find((cell) => !/^\d+$/.test(cell.value.trim()))
  if (first === undefined) return numbersOnly(cells, row, scope)
  if (isRepeatedHeader(cells, scope)) return { kind: 'SKIP', reason: '重复的表头' }
  const flat = first.value.normalize('NFKC').replace(/\s/g, '')
  const unitLine = metaPairs(first.value).find((pair) => isUnitKey(pair.key))
  if (unitLine && unitLine.value !== '' && measureList(unitLine.value) === null)
    return { kind: 'UNIT_LINE', pair: unitLine, cell: first }
  if (NOTE.test(flat)) return { kind: 'SKIP', reason: '表下的说明' }
  if (SIGNATURE.test(flat)) return { kind: 'SKIP', reason: '签字行' }
  const total = totalRow(texts, scope)
  if (total) return total
  if (isColumnNumbers(cells)) return { kind: 'SKIP', reason: '列号行' }
  return isSection(cells, row, scope)
    ? { kind: 'SKIP', reason: `小标题「${tidy(first.value)}」` }
    : { kind: 'DATA' }
}

function numbersOnly(cells: readonly RawCell[], row: number, scope: RowScope): RowKind {
  if (row === scope.header.last + 1 && isColumnNumbers(cells)) return { kind: 'SKIP', reason: '列号行' }
  const values = cells.some((cell) => scope.valueColumns.has(cell.col))
  return values ? { kind: 'DATA' } : { kind: 'SKIP', reason: '只有序号' }
}

/** 1 | 2 | 3 … or 甲 | 乙 | 1 | 2 under the header. */
function isColumnNumbers(cells: readonly RawCell[]): boolean {
  const marks = cells.map((cell) => cell.value.trim()).filter((mark) => !/^[甲乙丙丁戊栏次]+$/.test(mark))
  return (
    marks.length >= 3 &&
    marks.every(
      (mark, index) => Number(mark.replace(/[()（）]/g, '')) === index + Number(marks[0] === '0' ? 0 : 1)
    )
  )
}

function isRepeatedHeader(cells: readonly RawCell[], scope: RowScope): boolean {
  if (cells.length < 2) return false
  const same = cells.filter(
    (cell) => cell.kind === 'text' && scope.headerTexts.has(nameKey(cell.value))
  ).length
  return same >= 2 && same * 10 >= cells.length * 8
}

/** The word may stand in any of the label columns; behind a known unit or indicator it is that row's own. */
function totalRow(texts: readonly RawCell[], scope: RowScope): RowKind | null {
  for (const cell of texts.slice(0, 3)) {
    if (scope.known(cell.value)) return null
    if (scope.valueColumns.has(cell.col)) return null
    const key = nameKey(cell.value)
    const match = key.length <= 14 ? TOTAL.exec(key) : null
    if (match) return { kind: 'TOTAL', of: totalOf(match[1] ?? match[2]!), label: tidy(cell.value) }
  }
  return null
}

function totalOf(word: string): 'ALL' | 'PART' | 'MEAN' | 'OTHER' {
  if (word === '小计') return 'PART'
  if (/平均|均/.test(word)) return 'MEAN'
  return /累计|汇总/.test(word) ? 'OTHER' : 'ALL'
}

/** One lone text without any value, that names nobody known: 一、机关处室. */
function isSection(cells: readonly RawCell[], row: number, scope: RowScope): boolean {
  const [only] = cells
  if (cells.length !== 1 || only === undefined || scope.known(only.value)) return false
  const merge = scope.grid.mergeAt(row, only.col)
  const covers =
    merge !== null && [...scope.valueColumns].some((col) => col >= merge.left && col <= merge.right)
  return covers || !scope.valueColumns.has(only.col)
}
