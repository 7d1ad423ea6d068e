import type { SheetAnalysis } from '../analysis.ts'
import { checkFields } from './checkFields.ts'
import { parseCell, stageCell } from '../extract/readCell.ts'
import type { Coordinates, SheetScope } from '../extract/sheetScope.ts'
import { keywordsOf, splitFieldSuffix } from '../header/headerKeywords.ts'
import type { StagedReading } from '../importPlan.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import { isMeasureText } from '../values/measures.ts'
import { normaliseLabel, tidy } from '../names/normaliseLabel.ts'
import { defaultField } from '../columns/planValueColumn.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { readMeta, type SheetMeta } from '../header/readMeta.ts'
import { checkSheetUnit, findSheetUnit } from './sheetSubject.ts'
import type { TableRequest } from './tableRequest.ts'

export interface FormOutcome {
  unit: NonNullable<SheetAnalysis['unit']>
  meta: SheetMeta
  readings: StagedReading[]
}

interface FormValue {
  label: RawCell
  cell: RawCell
  indicator: string
  field: Coordinates['field']
  measure: string | null
}

/**
 * A form (excel.md §3 f): names of indicators with their values beside or below them, and no header. Only for a sheet that
 * names its unit, and never silently: the clerk agrees to what was read. Null where the sheet is no form.
 */
export function analyseForm(request: TableRequest): FormOutcome | null {
  const { grid, sheetName, fix, context, sink } = request
  const meta = readMeta(grid, Infinity, (text) => context.units.match(text).status === 'FOUND')
  const unit = findSheetUnit(meta, sheetName, fix, context)
  const texts = grid.rows.flatMap((row) => grid.rowCells(row).filter(({ kind }) => kind === 'text'))
  // A list of what items count for is no form with results.
  if (unit === null || texts.some(({ value }) => isScale(value))) return null
  const values = texts.flatMap((label) => valueOf(label, request) ?? [])
  if (values.length < 2 && fix?.layout !== 'FORM') return null
  checkSheetUnit(unit, meta, sheetName, context, sink)
  const scope = scopeOf(request, unit.code, meta)
  const readings = values.flatMap(({ cell, indicator, field, measure }) => {
    const at: Coordinates = { unit: unit.code, indicator, field, rater: null }
    const parsed = parseCell(cell, context.indicatorOf.get(indicator) ?? null, field, measure, scope)
    return stageCell({ row: cell.row, col: cell.col, cell }, parsed, at, scope) ?? []
  })
  checkFields(readings, context, sheetName, sink)
  sink.add(null, {
    code: 'FORM_VALUES',
    level: 'confirm',
    message: `这张表没有表头，按「项目、数」逐格读出 ${values.length} 个数：${listOf(values.map(({ label, cell }) => `${cell.address}（${tidy(label.value)}）`))}${unread(values, request)}。`,
    suggestion: '请逐一核对；读得不对的请不导入那一格，或跳过这张表。',
    group: `FORM_VALUES:${sheetName}`
  })
  return { unit, meta, readings }
}

const SHOWN = 8

function listOf(texts: readonly string[]): string {
  return `${texts.slice(0, SHOWN).join('、')}${texts.length > SHOWN ? ' 等' : ''}`
}

/** Numbers of the page that stand beside no indicator. */
function unread(values: readonly FormValue[], { grid }: TableRequest): string {
  const read = new Set(values.map(({ cell }) => cell.address))
  const left = grid.rows
    .flatMap((row) => grid.rowCells(row))
    .filter((cell) => looksNumeric(cell) && !read.has(cell.address))
  return left.length === 0
    ? ''
    : `；另有 ${left.length} 个数对不上指标，没有导入：${listOf(left.map(({ address }) => address))}`
}

function isScale(text: string): boolean {
  const words = keywordsOf(text)
  return words.has('weight') || words.has('method') || words.has('rater')
}

function scopeOf(
  { context, grid, sheetName, header, sink }: TableRequest,
  unit: string,
  meta: SheetMeta
): SheetScope {
  return {
    context,
    grid,
    sheet: sheetName,
    layout: 'FORM',
    header,
    columns: [],
    sheetUnit: unit,
    sheetIndicator: null,
    sheetRater: null,
    sheetGroup: null,
    measures: meta.measures,
    sink
  }
}

function valueOf(label: RawCell, request: TableRequest): FormValue | null {
  const named = nameOf(label.value, request)
  if (named === null) return null
  const { grid, context } = request
  const right = grid.mergeAt(label.row, label.col)?.right ?? label.col
  const behind = grid.rowCells(label.row).filter(({ col }) => col > right)
  const beside = behind[0]
  const isLabel = (cell: RawCell): boolean => cell.kind === 'text' && context.known(cell.value)
  // Several numbers in a row are a table, and nobody knows which of them is meant.
  const isAlone = !behind
    .slice(1)
    .some((cell, at, cells) => looksNumeric(cell) && !cells.slice(0, at).some(isLabel))
  if (beside && !isLabel(beside) && isAlone && (looksNumeric(beside) || behind.length === 1)) {
    const next = behind[1]
    const measure = next && isMeasureText(next.value) ? tidy(next.value) : null
    return { label, cell: beside, ...named, measure: measure ?? normaliseLabel(label.value).unitText }
  }
  const bottom = grid.mergeAt(label.row, label.col)?.bottom ?? label.row
  const below = grid.at(bottom + 1, label.col)
  if (beside !== undefined || below === null || !looksNumeric(below)) return null
  return { label, cell: below, ...named, measure: normaliseLabel(label.value).unitText }
}

function nameOf(text: string, { context }: TableRequest): Pick<FormValue, 'indicator' | 'field'> | null {
  const match = context.indicators.match(text)
  if (match.status === 'FOUND') {
    const indicator = context.indicatorOf.get(match.code)!
    return { indicator: match.code, field: defaultField(indicator) }
  }
  const split = splitFieldSuffix(text)
  const rest = split && context.indicators.match(split.rest)
  return split && rest?.status === 'FOUND' ? { indicator: rest.code, field: split.field } : null
}
