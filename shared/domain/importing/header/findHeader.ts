import type { HeaderRows } from './composeHeader.ts'
import { keywordsOf } from './headerKeywords.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { measureList } from './readMeta.ts'
import { isHeaderRow } from './rowKind.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

/** Headers further down than this are given by the clerk. */
const SEARCHED_ROWS = 25
const LOOKED_BELOW = 4
const MAX_HEADER_ROWS = 4

/** Words of score sheets, wider than the keywords that give a column its role. */
const USUAL =
  /序号|编号|单位|部门|处室|名称|项目|指标|得分|分值|标准分|配分|权重|排名|名次|完成|备注|日期|时间|月份|季度|金额|数量|姓名|地区|省份|类别|内容|目标|任务|责任|考核|评分|等次|评委|专家|事由|依据/

interface Found extends HeaderRows {
  score: number
}

/**
 * The header rows of a sheet (excel.md §3): a scored search over the first rows, then growing up over group
 * merges and down over row spans and sub-labels. `known` tells labels that the catalogue knows (units, indicators).
 * Null when no row looks like a header.
 */
export function findHeader(grid: SheetGrid, known: (text: string) => boolean): Found | null {
  const used = usedColumns(grid)
  if (used.length === 0) return null
  let best: Found | null = null
  for (const row of grid.rows) {
    if (row >= SEARCHED_ROWS) break
    const score = scoreRow(grid, row, used, known)
    if (score !== null && (best === null || score > best.score)) best = { first: row, last: row, score }
  }
  if (!best) return null
  const first = headerAbove(grid, best.first, known) ?? best.first
  return { ...growHeader(grid, first, used), score: best.score }
}

/** Of stacked tables the first counts, even where another has the better header: rows above a header are never read. */
function headerAbove(grid: SheetGrid, row: number, known: (text: string) => boolean): number | null {
  const above = grid.rows.filter((candidate) => candidate < row)
  const header = above.find(
    (candidate) => isHeaderRow(grid.rowCells(candidate), { known }) && headsNames(grid, candidate, known)
  )
  if (header === undefined) return null
  const between = above.filter((candidate) => candidate > header)
  const hasLines =
    between.some((candidate) => grid.rowCells(candidate).some(isNumeric)) ||
    [...between, row].some((candidate) => isLineUnder(grid, header, candidate, known))
  return hasLines ? header : null
}

/** Where the header says 单位, the row names a unit: lines of words (未开展, 未报) may look more like a header than it does. */
function isLineUnder(
  grid: SheetGrid,
  header: number,
  row: number,
  known: (text: string) => boolean
): boolean {
  return grid
    .rowCells(header)
    .slice(0, 2)
    .some(({ col, value }) => {
      const cell = grid.at(row, col)
      return cell !== null && !known(value) && known(cell.value)
    })
}

/** The header that a row belongs to: up over group merges, down over row spans and sub-labels. */
export function headerAround(grid: SheetGrid, row: number): HeaderRows {
  return growHeader(grid, row, usedColumns(grid))
}

function growHeader(grid: SheetGrid, row: number, used: readonly number[]): HeaderRows {
  return { first: growUp(grid, row, used), last: growDown(grid, row, used) }
}

/** Under 单位 of a header stand units, under 序号 numbers; under 部门 of a form stands its next question. */
function headsNames(grid: SheetGrid, header: number, known: (text: string) => boolean): boolean {
  return grid
    .rowCells(header)
    .slice(0, 2)
    .some(({ col }) =>
      Array.from({ length: LOOKED_BELOW }, (_, step) => grid.at(header + 1 + step, col)).some(
        (cell) => cell !== null && (known(cell.value) || (cell.kind !== 'text' && isNumeric(cell)))
      )
    )
}

function usedColumns(grid: SheetGrid): number[] {
  const used = new Set<number>()
  for (const row of grid.rows) {
    if (row >= SEARCHED_ROWS + LOOKED_BELOW + 30) break
    for (const cell of grid.rowCells(row)) used.add(cell.col)
  }
  return [...used].sort((a, b) => a - b)
}

/** 到位资金（单位：万元） is a label, however much of it looks like a line 单位：万元. */
function withoutMeasure(label: string): string {
  return label.replace(/[(（]\s*(?:计量|金额)?单位\s*[:：][^()（）]*[)）]\s*$/, '')
}

/** Years head columns of their own. */
function isNumeric(cell: RawCell): boolean {
  return looksNumeric(cell) && !(cell.kind === 'text' && /^(?:19|20)\d{2}$/.test(cell.value.trim()))
}

function scoreRow(
  grid: SheetGrid,
  row: number,
  used: readonly number[],
  known: (text: string) => boolean
): number | null {
  const cells = used.map((col) => grid.at(row, col)).filter((cell) => cell !== null)
  const distinct = new Set(cells.map((cell) => cell.value))
  if (distinct.size < 2 && used.length > 1) return null
  if (cells.length === 0) return null
  const texts = cells.filter((cell) => !isNumeric(cell)).map((cell) => tidy(cell.value))
  const distinctTexts = [...new Set(texts)]
  const words = distinctTexts.filter(
    (text) => text.length <= 14 && (USUAL.test(text) || keywordsOf(text).size > 0)
  ).length
  const names = distinctTexts.filter((text) => known(text)).length
  const length = texts.reduce((total, text) => total + text.length, 0) / Math.max(1, texts.length)
  const meta = texts.filter((text) => /[:：]\s*$|[:：].{2,}/.test(withoutMeasure(text))).length
  return (
    (2 * cells.length) / used.length +
    (1.5 * distinct.size) / cells.length +
    (1.2 * texts.length) / cells.length +
    (1.8 * Math.min(words, 5)) / Math.max(2, Math.min(used.length, 5)) +
    (names >= 2 ? 1 : 0) +
    1.5 * valuesBelow(grid, row, used) -
    Math.max(0, length - 14) * 0.12 -
    0.9 * meta -
    0.12 * row -
    (isFullWidthTitle(grid, row, used) ? 3 : 0)
  )
}

/** Share of the cells below that are numbers under a word, or much longer than the label above. */
function valuesBelow(grid: SheetGrid, row: number, used: readonly number[]): number {
  let hits = 0
  let compared = 0
  for (let step = 1; step <= LOOKED_BELOW; step++) {
    for (const col of used) {
      const below = grid.at(row + step, col)
      if (!below) continue
      compared++
      const above = grid.at(row, col)
      if (isNumeric(below) && !(above && isNumeric(above))) hits++
      else if (below.value.length > (above?.value.length ?? 0) + 4) hits += 0.4
    }
  }
  return compared === 0 ? 0 : hits / compared
}

function isFullWidthTitle(grid: SheetGrid, row: number, used: readonly number[]): boolean {
  const merge = grid.mergeAt(row, used[0]!)
  return merge !== null && merge.right >= used.at(-1)!
}

function hasGroupMerge(grid: SheetGrid, row: number, used: readonly number[]): boolean {
  return used.some((col) => {
    const merge = grid.mergeAt(row, col)
    const width = merge === null ? 1 : merge.right - merge.left + 1
    return width > 1 && width < used.length * 0.9
  })
}

/** A label that spans into the row below: 单位 over both rows, beside a name with one sub-label of its own. */
function spansDown(grid: SheetGrid, row: number, used: readonly number[]): boolean {
  return used.some((col) => {
    const merge = grid.mergeAt(row, col)
    return merge !== null && merge.top === row && merge.bottom > row && merge.left === merge.right
  })
}

function growDown(grid: SheetGrid, row: number, used: readonly number[]): number {
  let last = row
  // Label cells that span rows; long texts span rows in bodies.
  for (const col of used) {
    const merge = grid.mergeAt(row, col)
    const label = grid.own(row, col)
    if (!merge || !label || merge.top !== row || merge.bottom - row >= MAX_HEADER_ROWS) continue
    if (label.kind === 'text' && tidy(label.value).length <= 20) last = Math.max(last, merge.bottom)
  }
  if (last > row) return spanIsHeader(grid, row, last) ? last : row
  while (last - row + 1 < MAX_HEADER_ROWS && isSubHeader(grid, last, used)) last++
  return last
}

/** A body row may span rows as well (a unit merged over its lines); then numbers stand beside it. */
function spanIsHeader(grid: SheetGrid, first: number, last: number): boolean {
  for (let row = first + 1; row <= last; row++) {
    if (grid.rowCells(row).some((cell) => isNumeric(cell) && !/^(?:19|20)\d{2}/.test(cell.value)))
      return false
  }
  return true
}

function isSubHeader(grid: SheetGrid, above: number, used: readonly number[]): boolean {
  const cells = grid.rowCells(above + 1)
  if (cells.length === 0 || cells.some((cell) => cell.kind !== 'text')) return false
  if (cells.every((cell) => measureList(cell.value.replace(/^[(（]|[)）]$/g, '')) !== null)) return true
  if (hasGroupMerge(grid, above, used)) {
    return cells.every(
      (cell) => tidy(cell.value).length <= 20 && (!isNumeric(cell) || /^\d{1,2}$/.test(cell.value.trim()))
    )
  }
  // Without merges (CSV) the sub-labels stand where the row above is empty, and are words of the trade.
  const words = cells.filter((cell) => keywordsOf(cell.value).size > 0).length
  const underBlanks = cells.filter((cell) => grid.own(above, cell.col) === null).length
  return underBlanks >= 1 && words * 2 >= cells.length && words >= 2
}

function growUp(grid: SheetGrid, row: number, used: readonly number[]): number {
  let first = row
  while (first > 0 && row - first < MAX_HEADER_ROWS) {
    const cells = grid.rowCells(first - 1)
    const texts = new Set(cells.map((cell) => cell.value))
    const isGroupRow =
      texts.size >= 2 &&
      (hasGroupMerge(grid, first - 1, used) ||
        spansDown(grid, first - 1, used) ||
        isSubHeader(grid, first - 1, used)) &&
      !cells.some((cell) => isNumeric(cell) || /[:：]/.test(withoutMeasure(cell.value)))
    if (!isGroupRow) break
    first--
  }
  return first
}
