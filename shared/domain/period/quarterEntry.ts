import { dec, HUNDRED, sum, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { round } from '../number/rounding.ts'
import type { Score } from '../ranking/resultSet.ts'
import { formerCode, unitsOverTime, type UnitsOverTime } from '../scheme/inPeriod.ts'
import type { RaceDefinition, SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { Succession } from '../scheme/successions.ts'
import { printScore } from '../scoring/printScore.ts'
import { imputedTotals, type Imputation, type ImputedTotals } from './imputedTotals.ts'
import type { PeriodKey } from './periodKey.ts'
import { quarterName } from './spans.ts'
import {
  resultsOfRace,
  type QuarterOfYear,
  type QuarterUnit,
  type RaceResults,
  type YearInput
} from './yearInput.ts'

/** What one quarter offers to the year of one unit, before the scheme's method takes or drops it. */
export interface QuarterEntry {
  period: PeriodKey
  state: 'COUNTED' | 'IMPUTED' | 'INHERITED' | 'MISSING' | 'NOT_A_MEMBER'
  /** As it goes into the calculation; set for the first three states. */
  value: D | null
  rank: number | null
  /** Snapshot, decision or predecessors; for the other states why there is no score. */
  source: string
  /** The unit's own result in the quarter. */
  result: QuarterUnit | null
  /** MISSING, but the quarter is still to be frozen: no policy may make a number of it. */
  awaited: boolean
}

export interface EntryContext {
  scheme: SchemeDefinition
  race: RaceDefinition
  results: RaceResults
  imputed: ImputedTotals
  overTime: UnitsOverTime
  names: ReadonlyMap<string, string>
}

export function entryContext({ scheme, quarters, decisions }: YearInput, race: RaceDefinition): EntryContext {
  return {
    scheme,
    race,
    results: resultsOfRace(quarters, race.code),
    imputed: imputedTotals(decisions, race.code),
    overTime: unitsOverTime(scheme),
    names: new Map(scheme.units.map((unit) => [unit.code, unit.name]))
  }
}

/**
 * A unit's quarter, followed back through 沿革 (§2.13, G20): a rename keeps the history under the new unit; after a merger
 * or split the new unit starts anew, unless `inherit` gives it percents of its predecessors' quarters. Only events
 * before `until` are looked at: none that the unit has yet to live through, and going back always ends.
 */
export function quarterEntry(
  context: EntryContext,
  quarter: QuarterOfYear,
  unit: string,
  until: PeriodKey
): QuarterEntry {
  const event = originAfter(context.scheme.successions, quarter.period, unit, until)
  if (event === null) return ownEntry(context, quarter, unit)
  return event.kind === 'RENAME'
    ? quarterEntry(context, quarter, formerCode(event, unit), event.effective)
    : inheritedEntry(context, quarter, unit, event)
}

/** The newest event after the quarter that says whose quarter is the unit's. */
function originAfter(
  successions: readonly Succession[],
  period: PeriodKey,
  unit: string,
  until: PeriodKey
): Succession | null {
  return successions.reduce<Succession | null>((newest, event) => {
    const { kind, to, effective, inherit } = event
    if (effective <= period || effective >= until) return newest
    const leads = kind === 'RENAME' ? to.includes(unit) : inherit.some((part) => part.to === unit)
    return leads && (newest === null || effective > newest.effective) ? event : newest
  }, null)
}

function inheritedEntry(
  context: EntryContext,
  quarter: QuarterOfYear,
  unit: string,
  event: Succession
): QuarterEntry {
  const parts = event.inherit
    .filter((part) => part.to === unit)
    .map((part) => ({ ...part, entry: quarterEntry(context, quarter, part.from, event.effective) }))
  const name = (code: string): string => context.names.get(code) ?? code
  if (parts.every(({ entry }) => entry.state === 'NOT_A_MEMBER')) {
    return absent(quarter.period, 'NOT_A_MEMBER', '前身单位没有参加')
  }
  const without = parts.filter(({ entry }) => entry.value === null)
  if (without.length > 0) {
    const who = without.map(({ from, entry }) => `${name(from)}${missingText(entry)}`)
    const reason = `要承继的${who.join('、')}`
    return absent(
      quarter.period,
      'MISSING',
      reason,
      without.some(({ entry }) => entry.awaited)
    )
  }
  const { policies } = context.scheme
  const words = parts.map(
    ({ from, percent, entry }) => `${name(from)} ${printScore(entry.value!, policies)} × ${percent}%`
  )
  const value = sum(parts.map(({ percent, entry }) => entry.value!.times(dec(percent)).div(HUNDRED)))
  const basis = event.basis === '' ? '' : `（${event.basis}）`
  return {
    ...absent(quarter.period, 'INHERITED', `承继：${words.join(' + ')} = ${formatValue(value)}${basis}`),
    value
  }
}

function ownEntry(context: EntryContext, quarter: QuarterOfYear, unit: string): QuarterEntry {
  const { period } = quarter
  const imputation = context.imputed(period, unit)
  if (quarter.state !== 'FROZEN') {
    if (!context.overTime.inBeing(unit, period)) return absent(period, 'NOT_A_MEMBER', '尚未设立或已不参加')
    if (imputation !== null) return imputedEntry(context, imputation)
    if (isBeforeScheme(context.scheme, quarter)) return absent(period, 'NOT_A_MEMBER', '方案还没有施行')
    return absent(period, 'MISSING', NOT_FROZEN[quarter.state], quarter.state !== 'NOT_HELD')
  }
  const result = context.results(period, unit)
  if (result === null) return absent(period, 'NOT_A_MEMBER', '没有参加')
  const { rank } = result
  if (result.total === null) {
    if (imputation !== null) return { ...imputedEntry(context, imputation), result, rank }
    return { ...absent(period, 'MISSING', result.reasons.join('；') || '没有总得分'), result, rank }
  }
  const settled = imputation !== null && dec(result.total.exact).equals(dec(imputation.subject.value))
  return {
    ...absent(period, settled ? 'IMPUTED' : 'COUNTED', quarter.snapshot),
    source: settled ? `${quarter.snapshot}，${basisOf(imputation)}` : quarter.snapshot,
    value: countedScore(result.total, context.race),
    rank,
    result
  }
}

/** An office that begins in the middle of a year has not missed the quarters before. */
function isBeforeScheme({ from }: SchemeDefinition, { period, state }: QuarterOfYear): boolean {
  return state === 'NOT_HELD' && from !== undefined && period < from
}

/** The scheme counts quarters as they were printed, or exactly. */
export function countedScore(score: Score, { year }: RaceDefinition): D {
  return dec(year.quarterScore === 'PRINTED' ? score.printed : score.exact)
}

function imputedEntry({ scheme, race }: EntryContext, imputation: Imputation): QuarterEntry {
  const given = dec(imputation.subject.value)
  const { decimals, rounding } = scheme.policies
  const value = race.year.quarterScore === 'PRINTED' ? round(given, decimals, rounding) : given
  return { ...absent(imputation.period, 'IMPUTED', basisOf(imputation)), value }
}

/** 「第一季度没有考核」, 「第三季度没有成绩（「指标」缺报）」. */
export function missingText({ period, source }: QuarterEntry): string {
  const notFrozen = Object.values(NOT_FROZEN).some((words) => words === source)
  return `${quarterName(period)}${notFrozen ? source : `没有成绩（${source}）`}`
}

const NOT_FROZEN = { OPEN: '还没有冻结', TO_COME: '还没有结束', NOT_HELD: '没有考核' } as const

function basisOf({ basis, decidedBy }: Imputation): string {
  return `补分：${[basis, decidedBy].filter((text) => text !== '').join('，')}`
}

function absent(
  period: PeriodKey,
  state: QuarterEntry['state'],
  source: string,
  awaited = false
): QuarterEntry {
  return { period, state, value: null, rank: null, source, result: null, awaited }
}
