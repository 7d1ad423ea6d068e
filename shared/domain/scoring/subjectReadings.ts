import { canonical, dec } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { round } from '../number/rounding.ts'
import type { Policies } from '../scheme/policies.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { joinMore, namedChoice, type TraceMore } from './extendTrace.ts'
import { pickReading } from './pickReading.ts'
import { decisionSource, type Imputation, type RaceDecisions } from './raceDecisions.ts'
import type { Reading, ReadingField } from './reading.ts'
import type { ReadingIndex } from './readingIndex.ts'
import { shareValue } from './sharedValue.ts'
import { sourceText } from './sourceText.ts'

/** What the rule gets to see of one unit, and how it came about. */
export interface SubjectReadings {
  readings: readonly Reading[]
  more: TraceMore
  refused?: string
  /** The unit's value was settled by decision. */
  decided?: boolean
}

export interface ReadingsContext {
  indicator: CompiledIndicator
  readings: ReadingIndex
  decisions: RaceDecisions
  policies: Policies
  nameOf: (unit: string) => string
}

/**
 * The readings of one unit as its rule sees them: what was handed in, a value settled by decision in its place (S37),
 * its part of shared work (S9), and the indicator's precision (ambiguity 19), in this order.
 */
export function subjectReadings(unit: string, context: ReadingsContext): SubjectReadings {
  const { indicator } = context
  const imputed = imputedReadings(unit, context)
  if (imputed.refused !== undefined || indicator.shares?.divide !== 'VALUE' || imputed.decided === true) {
    return inPrecision(imputed, context)
  }
  const shared = shareValue(unit, {
    indicator: indicator.definition,
    shares: indicator.shares,
    handedIn: (code) => imputedReadings(code, context).readings,
    nameOf: context.nameOf
  })
  return inPrecision({ ...shared, more: joinMore([imputed.more, shared.more]) }, context)
}

function imputedReadings(unit: string, { indicator, readings, decisions }: ReadingsContext): SubjectReadings {
  const { definition, kind, params } = indicator
  const own = readings.of(definition.code, unit)
  const decision = decisions.imputed(definition.code, unit)
  if (decision === null || decision.subject.as !== 'VALUE') return { readings: own, more: {} }
  const fields = kind.fieldsOf?.(params) ?? kind.fields
  const field = fields.includes('actual') ? 'actual' : fields.includes('score') ? 'score' : null
  if (field === null) {
    const refused = `补分决定给的是数值，但「${kind.name}」不看单个数值，请撤销后改为直接补得分`
    return { readings: own, more: {}, refused, decided: true }
  }
  const before = pickReading({ unit, readings: own, target: null }, field)
  // A round that was not held for all does not make the item apply to a unit that has no such work.
  if (decision.subject.unit === '*' && before.state === 'NA') {
    return { readings: own, more: {} }
  }
  return {
    readings: [
      ...own.filter((reading) => reading.field !== field),
      estimate(unit, field, definition.code, decision)
    ],
    more: {
      notes: [
        replacedNote(
          decision,
          own.filter((reading) => reading.field === field)
        )
      ]
    },
    decided: true
  }
}

function estimate(
  unit: string,
  field: Exclude<ReadingField, 'rating'>,
  indicator: string,
  decision: Imputation
): Reading {
  return {
    unit,
    indicator,
    field,
    rater: null,
    state: 'ESTIMATED',
    value: decision.subject.value,
    source: decisionSource(decision),
    note: null
  }
}

function replacedNote({ subject, decidedBy, date }: Imputation, before: readonly Reading[]): string {
  const given = before.filter((reading) => reading.value !== null)
  const was =
    given.length === 0
      ? '原来缺报'
      : `原报 ${given
          .map((reading) => {
            const where = sourceText(reading.source)
            return `${formatValue(dec(reading.value!))}${where === '' ? '' : `（${where}）`}`
          })
          .join('、')}`
  return `${was}，${decidedBy} ${date} 决定按 ${formatValue(dec(subject.value))} 计`
}

/** Rounds measured values where the scheme says so. A number that people decided stays as they decided it. */
function inPrecision(given: SubjectReadings, { indicator, policies }: ReadingsContext): SubjectReadings {
  if (policies.valuePrecision === 'KEEP') return given
  const { precision } = indicator.definition
  const notes: string[] = []
  const readings = given.readings.map((reading) => {
    if (reading.field !== 'actual' || reading.state !== 'VALUE' || reading.value === null) return reading
    const value = dec(reading.value)
    const rounded = round(value, precision)
    if (rounded.equals(value)) return reading
    const note = `数值 ${formatValue(value)} 先四舍五入${placesWords(precision)}，按 ${formatValue(rounded)} 计分`
    if (!notes.includes(note)) notes.push(note)
    return { ...reading, value: canonical(rounded) }
  })
  if (notes.length === 0) return given
  const choice = namedChoice(indicator.definition, `的数先四舍五入${placesWords(precision)}，再计分`)
  return { ...given, readings, more: joinMore([given.more, { notes, choices: [choice] }]) }
}

function placesWords(precision: number): string {
  return precision === 0 ? '到整数' : `到 ${precision} 位小数`
}
