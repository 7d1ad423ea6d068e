import { isMeasureText } from '../values/measures.ts'
import { halfWidth } from '../values/numberText.ts'
import { nameKey, normaliseLabel, tidy } from '../names/normaliseLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

export interface MetaText {
  text: string
  address: string
  row: number
}

/** What stands above a table: title, 填报单位, 填报时间, 单位：万元 (domain.md §3.5, S74b). */
export interface SheetMeta {
  title: MetaText | null
  /** 填报单位（盖章）：X. */
  unit: MetaText | null
  /** Measures that 单位：个、万元 states for the whole sheet. */
  measures: string[]
  /** Everything that is written as `key：value`, by its key. */
  entries: Record<string, string>
  /** Rows that hold meta lines; they are no data. */
  rows: number[]
}

const UNIT_KEYS =
  /^(?:填报|报送|上报|编制|被考核|被评|考核对象|参评|受评|责任|完成|项目|申报|(?:项目)?(?:实施|承担|执行))?(?:单位|部门|处室|科室)(?:名称)?$|^考核对象$/
const KEY =
  /((?:填报|报送|上报|编制|被考核|被评|参评|受评|责任|完成|项目|申报|(?:项目)?(?:实施|承担|执行)|金额|计量)?(?:单位|部门|处室|科室)(?:名称)?|考核对象|(?:填报|报送|编制|截止|统计|填表|上报|制表)?(?:时间|日期)|统计期间|考核周期|报告期|(?:填报|填表|制表|联系|审核|负责|复核|经办)人|联系电话|电话|指标名称|考核指标|评分指标|评分项目|(?:评委|专家|评审)(?:姓名)?|评价主体)\s*(?:[(（][^()（）]{0,6}[)）])?\s*[:：]/g

/** One `key：value` pair; the value may be empty and stand in the next cell. */
export interface MetaPair {
  key: string
  value: string
}

/** Splits 「填报单位（盖章）：规划财务处填报时间：2026.10.8」 into its pairs; an empty list where there are none. */
export function metaPairs(text: string): MetaPair[] {
  if (!/[:：]/.test(text)) return []
  const matches = [...text.matchAll(KEY)].filter(
    (match) => match.index === 0 || /[\s;；,，、)）(（]/.test(text[match.index - 1]!)
  )
  return matches.map((match, index) => ({
    key: match[1]!,
    value: withoutTail(tidy(text.slice(match.index + match[0].length, matches[index + 1]?.index)))
  }))
}

/** Separators, and the closing bracket of a pair that stood in brackets as a whole: （单位：万元）. */
function withoutTail(text: string): string {
  const plain = text.replace(/[;；,，]+$/, '')
  return /[(（]/.test(plain) ? plain : plain.replace(/[)）]+$/, '')
}

export function isUnitKey(key: string): boolean {
  return UNIT_KEYS.test(key)
}

/** A list of measures (个、万元), or null when the text says something else. */
export function measureList(text: string): string[] | null {
  const parts = halfWidth(text)
    .split(/[、,/;\s]+/)
    .filter((part) => part !== '')
  return parts.length > 0 && parts.every(isMeasureText) ? parts : null
}

/**
 * Reads the rows above the header (`headerFirst` exclusive). `isUnit` tells units, so that forms may write 实施单位 in one cell
 * and its name in the next.
 */
export function readMeta(
  grid: SheetGrid,
  headerFirst: number,
  isUnit: (text: string) => boolean = () => false
): SheetMeta {
  const meta: SheetMeta = { title: null, unit: null, measures: [], entries: {}, rows: [] }
  for (const row of grid.rows) {
    if (row >= headerFirst) break
    let held = false
    for (const cell of grid.rowCells(row)) {
      const pairs = metaPairs(cell.value)
      held ||= pairs.length > 0
      for (const pair of pairs) takePair(meta, grid, pair, cell.row, cell.col)
      if (pairs.length > 0) {
        if (meta.title === null) meta.title = titleBefore(cell)
        continue
      }
      const named = unitBeside(grid, cell, isUnit)
      if (named) {
        held = true
        meta.unit ??= named
        meta.entries[tidy(cell.value)] ??= named.text
        continue
      }
      const bare = measureList(cell.value.replace(/^[(（]|[)）]$/g, ''))
      if (bare) meta.measures.push(...bare)
      else if (meta.title === null && cell.kind === 'text' && tidy(cell.value).length >= 4 && !held) {
        meta.title = { text: tidy(cell.value), address: cell.address, row }
        const measure = normaliseLabel(cell.value).unitText
        if (measure !== null) meta.measures.push(measure)
      }
    }
    if (held) meta.rows.push(row)
  }
  return meta
}

/** 实施单位 | 群众体育处: a label cell whose right neighbour is a known unit. */
function unitBeside(grid: SheetGrid, cell: RawCell, isUnit: (text: string) => boolean): MetaText | null {
  if (cell.kind !== 'text' || !isUnitKey(nameKey(cell.value).replace(/\([^()]{0,6}\)$/, ''))) return null
  const next = grid.rowCells(cell.row).find(({ col }) => col > cell.col)
  if (next?.kind !== 'text' || !isUnit(next.value)) return null
  return { text: tidy(next.value), address: next.address, row: next.row }
}

/** 资金到位情况表（单位：万元）: a title that carries its measure. */
function titleBefore(cell: RawCell): MetaText | null {
  const text = tidy(cell.value.slice(0, cell.value.search(KEY))).replace(/[(（]$/, '')
  return text.length >= 4 ? { text, address: cell.address, row: cell.row } : null
}

function takePair(meta: SheetMeta, grid: SheetGrid, pair: MetaPair, row: number, col: number): void {
  let { value } = pair
  let place = grid.own(row, col)!
  if (value === '') {
    const next = grid.rowCells(row).find((cell) => cell.col > col)
    if (next && metaPairs(next.value).length === 0) {
      value = tidy(next.shown === '' ? next.value : next.shown)
      place = next
    }
  }
  if (value === '') return
  meta.entries[pair.key] ??= value
  const measures = pair.key.endsWith('单位') ? measureList(value) : null
  if (measures) meta.measures.push(...measures)
  else if (isUnitKey(pair.key) && meta.unit === null) meta.unit = { text: value, address: place.address, row }
}
