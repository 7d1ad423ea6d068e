import type { DecimalString } from '../number/decimal.ts'
import type { GapFields } from './gapFields.ts'
import { amountText, gapChange, gapOf, valueText, type GapChange } from './gapMath.ts'
import { benchmarkOf, numberOf, numberSource, placesOf, type Compared, type GapFacts } from './gapNumbers.ts'

/** What became of a gap of the quarter before. Shortfalls are how far there is to go, never negative. */
export interface GapOutcome {
  change: GapChange
  ownThen: DecimalString | null
  shortfallThen: DecimalString | null
  ownNow: DecimalString | null
  ownNowSource: string
  benchmarkNow: DecimalString | null
  benchmarkNowSource: string
  shortfallNow: DecimalString | null
  sentence: string
}

/**
 * Compares a gap of the quarter before with how things stand now. What the benchmark was measured against is read anew where
 * the results have it (this quarter's target, first, mean, full mark); last quarter's and outside benchmarks stay as they
 * were. Gaps without an indicator are known now only where somebody carried them on and wrote a new value.
 * @param facts results of this quarter; null before they are computed
 */
export function gapOutcome(
  then: GapFields,
  unit: string,
  facts: GapFacts | null,
  carried: Pick<GapFields, 'ownValue' | 'ownSource' | 'benchmarkValue' | 'benchmarkSource'> | null
): GapOutcome {
  const now = nowOf(then, unit, facts, carried)
  const shortfallThen = gapOf(then)?.shortfall ?? null
  const shortfallNow = gapOf({ ...then, ownValue: now.own, benchmarkValue: now.benchmark })?.shortfall ?? null
  const change =
    then.kind === 'SUBMISSION' ? submitted(then, unit, facts) : gapChange(shortfallThen, shortfallNow)
  return {
    change,
    ownThen: then.ownValue,
    shortfallThen,
    ownNow: now.own,
    ownNowSource: now.ownSource,
    benchmarkNow: now.benchmark,
    benchmarkNowSource: now.benchmarkSource,
    shortfallNow,
    sentence: sentenceOf(then, change, {
      now: now.own,
      shortfallThen,
      shortfallNow,
      computed: facts !== null
    })
  }
}

interface Now {
  own: DecimalString | null
  ownSource: string
  benchmark: DecimalString | null
  benchmarkSource: string
}

function nowOf(
  then: GapFields,
  unit: string,
  facts: GapFacts | null,
  carried: Parameters<typeof gapOutcome>[3]
): Now {
  const kept = { benchmark: then.benchmarkValue, benchmarkSource: then.benchmarkSource }
  const nothing = { own: null, ownSource: '', ...kept }
  if (then.about === 'OWN') {
    if (carried === null || carried.ownValue === null) return nothing
    return {
      own: carried.ownValue,
      ownSource: carried.ownSource,
      benchmark: carried.benchmarkValue,
      benchmarkSource: carried.benchmarkSource
    }
  }
  const place =
    facts === null ? undefined : placesOf(facts.results, unit).find(({ race }) => race.race === then.race)
  if (facts === null || place === undefined) return nothing
  const compared: Compared = { about: then.about, indicator: then.indicator }
  const own = numberOf(place.unit, compared)
  const { kind } = then
  const anew =
    kind === 'EXTERNAL' || kind === 'SUBMISSION' || kind === 'PREVIOUS'
      ? null
      : benchmarkOf(facts, place, compared, kind)
  return {
    own,
    ownSource: own === null ? '' : numberSource(facts, place.unit, compared),
    benchmark: anew?.value ?? kept.benchmark,
    benchmarkSource: anew?.source ?? kept.benchmarkSource
  }
}

/** A 缺报 is made good when the item has a score this quarter. */
function submitted(then: GapFields, unit: string, facts: GapFacts | null): GapChange {
  const place =
    facts === null ? undefined : placesOf(facts.results, unit).find(({ race }) => race.race === then.race)
  const item = place?.unit.dimensions
    .flatMap((dimension) => dimension.indicators)
    .find(({ indicator }) => indicator === then.indicator)
  if (item === undefined || item.status === 'NA' || item.status === 'REFUSED') return 'UNKNOWN'
  return item.status === 'MISSING' ? 'SAME' : 'CLOSED'
}

function sentenceOf(
  then: GapFields,
  change: GapChange,
  facts: {
    now: DecimalString | null
    shortfallThen: DecimalString | null
    shortfallNow: DecimalString | null
    computed: boolean
  }
): string {
  if (then.kind === 'SUBMISSION') return submissionWords(change)
  const { now, shortfallThen, shortfallNow } = facts
  const unit = then.unitOfMeasure
  if (shortfallThen === null) return '上季度没有写数，不能比较。'
  if (now === null || shortfallNow === null || then.ownValue === null)
    return facts.computed || then.about === 'OWN'
      ? '本季度还没有新的数，不能比较；带入本季度后填上现值。'
      : '本季度还没有计算成绩，不能比较。'
  const values = `${valueText(then.ownValue, unit)} → ${valueText(now, unit)}`
  if (change === 'CLOSED') return `${values}，差距已补上。`
  if (change === 'SAME') return `${values}，差距仍是 ${amountText(shortfallNow, unit)}。`
  const from = amountText(shortfallThen, unit)
  const way = change === 'SMALLER' ? '缩小到' : '扩大到'
  return `${values}，差距由 ${from}${unit === '' ? ' ' : ''}${way} ${amountText(shortfallNow, unit)}。`
}

function submissionWords(change: GapChange): string {
  if (change === 'CLOSED') return '本季度已经报送。'
  return change === 'SAME' ? '本季度仍然缺报。' : '本季度没有这一项的成绩，不能比较。'
}
