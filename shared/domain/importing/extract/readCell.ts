import type { StagedReading } from '../importPlan.ts'
import type { CatalogueIndicator } from '../catalogue.ts'
import { conversion } from '../values/measures.ts'
import { placeCell } from '../values/readPlace.ts'
import { partOfRater } from '../columns/settleRater.ts'
import { parseValue, type ParsedValue } from '../values/parseValue.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { cellAddress } from '../grid/a1.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { checkAgainstTarget, checkMark } from './checkMark.ts'
import { offerValue } from './offerValue.ts'
import type { Coordinates, SheetScope } from './sheetScope.ts'

export interface CellPlace {
  row: number
  col: number
  cell: RawCell | null
}

/** Marks of blank cells: they yield to any other reading of the same thing. */
export const BLANK_NOTE = '空白'
const RECUSED = /^(?:\*+|回避|弃权|不评)$/

/** Parses a value cell with the measures that its column, row and sheet state. */
export function parseCell(
  cell: RawCell | null,
  indicator: CatalogueIndicator | null,
  field: Coordinates['field'],
  stated: string | null,
  scope: SheetScope,
  rater: Coordinates['rater'] = null
): ParsedValue {
  const isPlace = indicator?.readsPlaces === true && field !== 'self' && field !== 'score'
  const part = field === 'rating' ? partOfRater(indicator, rater) : null
  const isAmount = field === 'actual' || field === 'target' || part !== null
  const measure = part?.measure ?? (isPlace ? '名' : isAmount ? (indicator?.unit ?? '') : '分')
  return parseValue(isPlace ? placeCell(cell) : cell, {
    measure,
    stated: isAmount ? (stated ?? sheetMeasure(measure, scope.measures)) : null,
    emptyWords: scope.context.emptyWords,
    textFormat: scope.context.textFormat
  })
}

/** 单位：个、万元 speaks only to indicators of the same kind, and only when it names one measure of that kind. */
function sheetMeasure(measure: string, measures: readonly string[]): string | null {
  const fit = [...new Set(measures)].filter((stated) => conversion(stated, measure).kind !== 'MISMATCH')
  return fit.length === 1 && conversion(fit[0]!, measure).kind === 'FACTOR' ? fit[0]! : null
}

/** Turns a parsed cell into a staged reading, or into the problem that keeps it out. The clerk's answer for the cell wins. */
export function stageCell(
  place: CellPlace,
  parsed: ParsedValue,
  at: Coordinates,
  scope: SheetScope
): StagedReading | null {
  const address = cellAddress(place.row, place.col)
  const key = `${scope.sheet}!${address}`
  const fix = Object.hasOwn(scope.context.fixes.cells, key) ? scope.context.fixes.cells[key] : undefined
  const indicator = scope.context.indicatorOf.get(at.indicator)!
  const stage = stager(place, address, at, scope)
  if (fix?.as === 'SKIP') return null
  if (!indicator.units.has(at.unit)) {
    reportNotApplicable(place, parsed, at, indicator, scope)
    return null
  }
  if (fix?.as === 'NA' || fix?.as === 'MISSING') return stage(fix.as, null, '经办人认定')
  if (fix?.as === 'VALUE') return stageChecked(fix.value, `手工填数：${fix.basis}`)
  return fromParsed()

  function stageChecked(value: string, note: string | null): StagedReading | null {
    const spot = place.cell ?? { address, value: '' }
    const wrong = checkMark(value, at, indicator)
    if (wrong) scope.sink.add(spot, wrong)
    if (wrong?.level === 'error') return null
    const unitName = scope.context.units.index.nameOf(at.unit)
    const target = checkAgainstTarget(value, at, indicator, unitName, place.cell?.shown ?? '')
    if (target) scope.sink.add(spot, target)
    return stage('VALUE', value, note)
  }

  function fromWords(bad: Extract<ParsedValue, { kind: 'BAD' }>): StagedReading | null {
    const offer = bad.code === 'NOT_A_NUMBER' ? offerValue(place.cell!, at, indicator, scope) : null
    if (offer === null) reportBad(place, bad, at, indicator, scope)
    else scope.sink.add(place.cell, offer.problem)
    return offer?.value == null ? null : stageChecked(offer.value, '从文字里读出，经办人已确认')
  }

  function fromParsed(): StagedReading | null {
    switch (parsed.kind) {
      case 'BLANK':
        return blank(address, at, indicator, scope) ? stage('MISSING', null, BLANK_NOTE) : null
      case 'WORD':
        if (at.field === 'rating' && RECUSED.test(parsed.word)) return stage('NA', null, '回避')
        for (const note of parsed.notes) scope.sink.add(place.cell, note)
        return parsed.meaning === 'ZERO'
          ? stageChecked('0', parsed.word)
          : stage(parsed.meaning, null, parsed.word)
      case 'NUMBER':
        for (const note of parsed.notes) scope.sink.add(place.cell, note)
        return stageChecked(parsed.value, parsed.notes.map((note) => note.message).join('') || null)
      case 'BAD':
        if (at.field === 'rating' && RECUSED.test(tidy(place.cell!.value))) return stage('NA', null, '回避')
        return fromWords(parsed)
    }
  }
}

function stager(place: CellPlace, address: string, at: Coordinates, scope: SheetScope) {
  return (state: StagedReading['state'], value: string | null, note: string | null): StagedReading => ({
    kind: 'reading',
    sheet: scope.sheet,
    address,
    row: place.row,
    col: place.col,
    raw: place.cell?.value ?? '',
    ...at,
    state,
    value,
    note
  })
}

/** A blank is 缺报 only for what the indicator's rule reads; blank targets and self scores mean nothing. */
function blank(address: string, at: Coordinates, indicator: CatalogueIndicator, scope: SheetScope): boolean {
  if (at.field === 'target' || !indicator.fields.includes(at.field)) return false
  // No record of an event and no correction are told by leaving the cell empty; votes are not.
  const kind = at.field === 'rating' ? indicator.parts?.kind : undefined
  if (kind === 'EVENTS' || kind === 'TERMS') return false
  scope.sink.add(
    { address, value: '' },
    {
      code: 'BLANK_CELL',
      level: 'info',
      message: '空白，按缺报计。',
      suggestion: '不适用的请填「/」，没有发生的请填 0。',
      group: 'BLANK_CELL'
    }
  )
  return true
}

function reportNotApplicable(
  place: CellPlace,
  parsed: ParsedValue,
  at: Coordinates,
  indicator: CatalogueIndicator,
  scope: SheetScope
): void {
  if (parsed.kind === 'BLANK' || (parsed.kind === 'WORD' && parsed.meaning !== 'ZERO')) return
  scope.sink.add(place.cell, {
    code: 'NOT_APPLICABLE_VALUE',
    level: 'confirm',
    message: `方案里「${indicator.name}」不考核${scope.context.units.index.nameOf(at.unit)}，这个数没有导入。`,
    suggestion: '如果应当考核，请先在方案里改适用范围。',
    group: `NOT_APPLICABLE_VALUE:${indicator.code}`
  })
}

function reportBad(
  place: CellPlace,
  parsed: Extract<ParsedValue, { kind: 'BAD' }>,
  at: Coordinates,
  indicator: CatalogueIndicator,
  scope: SheetScope
): void {
  const { code, message, suggestion, group } = parsed
  if (at.field === 'target' && indicator.targets.has(at.unit)) {
    scope.sink.add(place.cell, {
      code: 'TARGET_NOT_A_NUMBER',
      level: 'confirm',
      message: `目标一格读不成数，以下达的 ${indicator.targets.get(at.unit)!} 为准。${message}`,
      suggestion: '不需要处理；目标以方案为准。',
      group: 'TARGET_NOT_A_NUMBER'
    })
    return
  }
  if (at.field !== 'target' && !indicator.fields.includes(at.field)) {
    scope.sink.add(place.cell, {
      code: 'TEXT_NOT_USED',
      level: 'info',
      message: `「${indicator.name}」的计分用不到这一格的文字，没有导入。`,
      group: 'TEXT_NOT_USED'
    })
    return
  }
  scope.sink.add(place.cell, { code, level: 'error', message, suggestion, group })
}
