import type { HeaderRows } from './composeHeader.ts'
import { keywordsOf, type Keyword } from './headerKeywords.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import { isUnitKey, measureList, metaPairs, type MetaPair } from './readMeta.ts'
import { nameKey, tidy } from '../names/normaliseLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

export type RowKind =
  | { kind: 'DATA' }
  | { kind: 'SKIP'; reason: string }
  /** A line 填报单位：X between stacked tables: what follows belongs to X. */
  | { kind: 'UNIT_LINE'; pair: MetaPair; cell: RawCell }
  | { kind: 'TOTAL'; of: 'ALL' | 'PART' | 'MEAN' | 'OTHER'; label: string }
  /** The header of another table below this one. */
  | { kind: 'NEXT_TABLE' }

const NOTE =
  /^(?:注|备注|说明|附注|附|填表说明|填报说明|注意事项?|※|★)\s*\d?\s*[:：.、]|^※|^(?:注|备注|说明|填表说明|填报说明)$/
const SIGNATURE =
  /^(?:(?:填报|填表|制表|联系|审核|审定|复核|经办|审批|签发|考核|被考核|评分|打分|监督)?(?:人员?|员|单位负责人|部门负责人|分管领导|主要领导|负责人|联系电话|电话|签字|签名|盖章|制表日期|填表日期|日期)|填表|制表|审核|审定|复核|复审|初审|经办|校对|审批|批准|签发|统计|监督|监票|计票)(?:签字|签名|\(.{0,6}\))*[:：]/
const TOTAL =
  /^(?:全局|全市|全系统|本组|各单位)?(合计数?|总计|共计|总和|总分|总得分|合计得分|得分合计|最后得分|最终得分|小计|(?:去掉.*)?平均|(?:去掉.*)?平均分|平均值|平均数|均值|均分|累计|汇总|最高分?|最低分?|最高值|最低值|最大值|最小值|中位数)(?:\(.*\))?$|^.{1,10}(合计|小计|总计|平均分?)(?:\(.*\))?$/

/** The organisation as a whole among its units; whether its number is a sum or a rate nobody says. */
const WHOLE = /^(?:全局|全市|全区|全县|全系统|全集团|本级合计)$/
/** A part of the line above (其中：省级), when nobody knows it by that name. */
const PART_OF = /^其中[:：]?/

/** Words that stand over the names at the side of a table. */
const LEADS: readonly Keyword[] = ['serial', 'rank', 'unit', 'indicator', 'rater']

export interface RowScope {
  /** Names a unit, an indicator or a rater that the catalogue knows. */
  known: (text: string) => boolean
  grid: SheetGrid
  header: HeaderRows
  /** Columns that hold values in the plan. */
  valueColumns: ReadonlySet<number>
  /** Names a unit, known or not; null where the units are known otherwise, so that such a line means nothing. */
  isUnit: ((text: string) => boolean) | null
  /** What the header says over each column. */
  headerTexts: ReadonlyMap<number, ReadonlySet<string>>
}

export function headerTexts(grid: SheetGrid, header: HeaderRows): Map<number, Set<string>> {
  const texts = new Map<number, Set<string>>()
  for (let row = header.first; row <= header.last; row++) {
    for (const cell of grid.rowCells(row)) {
      texts.set(cell.col, (texts.get(cell.col) ?? new Set()).add(nameKey(cell.value)))
    }
  }
  return texts
}

/** What a row under the header is (domain.md §4.2): data, or one of the rows that only look like it. */
export function rowKind(row: number, scope: RowScope): RowKind {
  const cells = scope.grid.rowCells(row)
  const texts = cells.filter((cell) => cell.kind === 'text')
  const first = texts.find(isWord)
  if (first === undefined) return numbersOnly(cells, row, scope)
  if (isRepeatedHeader(cells, scope)) return { kind: 'SKIP', reason: '重复的表头' }
  if (isHeaderRow(cells, scope)) return { kind: 'NEXT_TABLE' }
  const flat = first.value.normalize('NFKC').replace(/\s/g, '')
  const heading = scope.isUnit && unitHeading(cells, scope.valueColumns, scope.isUnit)
  if (heading)
    return { kind: 'UNIT_LINE', pair: { key: tidy(heading.value), value: heading.value }, cell: heading }
  const unitLine = unitLineOf(texts)
  if (unitLine) return unitLine
  const foot = footReason(cells)
  if (foot !== null) return { kind: 'SKIP', reason: foot }
  const total = totalRow(texts, scope)
  if (total) return total
  if (PART_OF.test(flat) && !scope.known(first.value))
    return { kind: 'SKIP', reason: '「其中」行，是上面一行的一部分' }
  if (isColumnNumbers(cells)) return { kind: 'SKIP', reason: '列号行' }
  return isSection(cells, row, scope)
    ? { kind: 'SKIP', reason: `小标题「${tidy(first.value)}」` }
    : { kind: 'DATA' }
}

/** 填报单位：X, where X may stand in the next cell; 单位：万元 is none. Null for anything else. */
function unitLineOf(texts: readonly RawCell[]): Extract<RowKind, { kind: 'UNIT_LINE' }> | null {
  const index = texts.findIndex(isWord)
  const cell = texts[index]
  const pair = cell && metaPairs(cell.value).find(({ key }) => isUnitKey(key))
  if (!cell || !pair) return null
  const next = texts[index + 1]
  const named = pair.value === '' && next && isValueOfLine(next) ? next : null
  const value = named ? tidy(named.value) : pair.value
  return value === '' || measureList(value) !== null
    ? null
    : { kind: 'UNIT_LINE', pair: { key: pair.key, value }, cell: named ?? cell }
}

/** Behind 填报单位： stands a name, behind the header 单位： another header. */
function isValueOfLine({ value }: RawCell): boolean {
  return metaPairs(value).length === 0 && keywordsOf(value).size === 0
}

function numbersOnly(cells: readonly RawCell[], row: number, scope: RowScope): RowKind {
  const isUnderHeader = row === scope.header.last + 1 || isRepeatedHeader(scope.grid.rowCells(row - 1), scope)
  if (isUnderHeader && isColumnNumbers(cells)) return { kind: 'SKIP', reason: '列号行' }
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

function isRepeatedHeader(cells: readonly RawCell[], scope: Pick<RowScope, 'headerTexts'>): boolean {
  if (cells.length < 2) return false
  const same = cells.filter(
    (cell) => cell.kind === 'text' && scope.headerTexts.get(cell.col)?.has(nameKey(cell.value)) === true
  ).length
  return same >= 2 && same * 10 >= cells.length * 8
}

const SERIAL = /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?$/

/** 一、办公室 on a line without numbers: what follows belongs to that unit. */
export function unitHeading(
  cells: readonly RawCell[],
  valueColumns: ReadonlySet<number>,
  isUnit: (text: string) => boolean
): RawCell | null {
  const [only, ...others] = cells.filter((cell) => !SERIAL.test(cell.value.trim()))
  if (!only || others.length > 0 || valueColumns.has(only.col)) return null
  return only.kind === 'text' && isUnit(only.value) ? only : null
}

/**
 * 序号 | 单位 | 完成 below the data: other columns begin here, and reading on with the old ones would file numbers under the
 * wrong names.
 */
export function isHeaderRow(cells: readonly RawCell[], { known }: Pick<RowScope, 'known'>): boolean {
  if (cells.length < 2 || cells.some((cell) => cell.kind !== 'text' || looksNumeric(cell))) return false
  if (unitLineOf(cells) !== null) return false
  const leads = cells
    .slice(0, 2)
    .some((cell) => LEADS.some((word) => keywordsOf(cell.value).has(word)) && !known(cell.value))
  const words = cells.filter((cell) => keywordsOf(cell.value).size > 0 || known(cell.value)).length
  const isLead = LEADS.some((word) => keywordsOf(cells[0]!.value).has(word))
  return leads && (isLead || (words >= 2 && words * 2 >= cells.length))
}

/**
 * The rows under `header` down to the next header or the end of the sheet, without those that are no part of any column:
 * repeated headers, column numbers, lines 填报单位：X, notes and signatures.
 */
export function bodyRows(scope: Pick<RowScope, 'known' | 'grid' | 'header'>): number[] {
  const { grid, header } = scope
  const labels = headerTexts(grid, header)
  const body: number[] = []
  for (const row of grid.rows) {
    if (row <= header.last) continue
    const cells = grid.rowCells(row)
    if (isRepeatedHeader(cells, { headerTexts: labels })) continue
    if (isHeaderRow(cells, scope)) break
    const isUnderHeader =
      row === header.last + 1 || isRepeatedHeader(grid.rowCells(row - 1), { headerTexts: labels })
    const isNumbering = isUnderHeader && isColumnNumbers(cells)
    const texts = cells.filter((cell) => cell.kind === 'text')
    if (!isNumbering && footReason(cells) === null && unitLineOf(texts) === null) body.push(row)
  }
  return body
}

/** Why a row below the data is none: a note, or who signed. Judged by its first text. */
function footReason(cells: readonly RawCell[]): string | null {
  const flat = cells.find(isWord)?.value.normalize('NFKC').replace(/\s/g, '')
  if (flat === undefined) return null
  if (NOTE.test(flat)) return '表下的说明'
  return SIGNATURE.test(flat) ? '签字行' : null
}

function isWord(cell: RawCell): boolean {
  return cell.kind === 'text' && !/^\d+$/.test(cell.value.trim())
}

/** The word may stand in any of the label columns; behind a known unit or indicator it is that row's own. */
function totalRow(texts: readonly RawCell[], scope: RowScope): RowKind | null {
  for (const cell of texts.slice(0, 3)) {
    if (scope.known(cell.value)) return null
    if (scope.valueColumns.has(cell.col)) return null
    const key = nameKey(cell.value)
    if (WHOLE.test(key)) return { kind: 'TOTAL', of: 'OTHER', label: tidy(cell.value) }
    const match = key.length <= 14 ? TOTAL.exec(key) : null
    if (match) return { kind: 'TOTAL', of: totalOf(match[1] ?? match[2]!), label: tidy(cell.value) }
  }
  return null
}

function totalOf(word: string): 'ALL' | 'PART' | 'MEAN' | 'OTHER' {
  if (word === '小计') return 'PART'
  // 去掉最高分和最低分后的平均 is no mean of all rows.
  if (/平均|均/.test(word)) return /去掉/.test(word) ? 'OTHER' : 'MEAN'
  return /累计|汇总|^最|中位/.test(word) ? 'OTHER' : 'ALL'
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
