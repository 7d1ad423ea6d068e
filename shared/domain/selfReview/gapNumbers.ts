import { canonical, dec, mean, type D, type DecimalString } from '../number/decimal.ts'
import { settle } from '../number/settle.ts'
import { periodTitle } from '../period/periodKey.ts'
import type { GroupResult, IndicatorResult, RaceResult, ResultSet, UnitResult } from '../ranking/resultSet.ts'
import type { Direction, IndicatorDefinition } from '../scheme/schemeDefinition.ts'
import { sourceText } from '../scoring/sourceText.ts'
import type { BenchmarkKind, GapAbout } from './gapFields.ts'

/** What gaps are read from: results of the quarter (frozen or preview) and of the one before, with the scheme's indicators. */
export interface GapFacts {
  results: ResultSet
  /** The quarter directly before, frozen; null where there is none. */
  previous: ResultSet | null
  indicators: ReadonlyMap<string, Pick<IndicatorDefinition, 'direction' | 'nature'>>
}

/** A unit in one race. */
export interface UnitPlace {
  race: RaceResult
  group: GroupResult
  unit: UnitResult
}

/** What is compared: the total of a race or one indicator, by its value or its score. */
export interface Compared {
  about: Exclude<GapAbout, 'OWN'>
  /** Null for the total. */
  indicator: string | null
}

export interface NamedNumber {
  name: string
  value: DecimalString
  source: string
}

export function placesOf(results: ResultSet, unit: string): UnitPlace[] {
  return results.races.flatMap((race) =>
    race.groups.flatMap((group) => {
      const found = group.units.find((candidate) => candidate.unit === unit)
      return found === undefined ? [] : [{ race, group, unit: found }]
    })
  )
}

export function indicatorOf(unit: UnitResult, code: string | null): IndicatorResult | null {
  if (code === null) return null
  return (
    unit.dimensions.flatMap((dimension) => dimension.indicators).find((item) => item.indicator === code) ??
    null
  )
}

/** Scores and totals are better when higher; a value has the indicator's direction. */
export function directionOf(facts: GapFacts, { about, indicator }: Compared): Direction {
  if (about !== 'VALUE' || indicator === null) return 'UP'
  return facts.indicators.get(indicator)?.direction ?? 'UP'
}

/** A unit's own number, as printed where it is a score: a reader checks gaps on the page. Null while there is none. */
export function numberOf(unit: UnitResult, { about, indicator }: Compared): DecimalString | null {
  if (about === 'TOTAL') return unit.total === null ? null : printed(unit.total.printed)
  const item = indicatorOf(unit, indicator)
  if (item === null) return null
  if (about === 'VALUE') return item.value
  return item.score === null ? null : printed(item.score.printed)
}

const printed = (text: string): DecimalString => canonical(dec(text))

/** Where a unit's number is from: the cell of the sheet for a measured value, else the results of the quarter. */
export function numberSource(facts: Pick<GapFacts, 'results'>, unit: UnitResult, compared: Compared): string {
  const { period } = facts.results
  if (compared.about === 'TOTAL') return `${periodTitle(period)}总得分`
  const item = indicatorOf(unit, compared.indicator)
  if (compared.about === 'SCORE' || item === null) return `${periodTitle(period)}得分`
  const input = item.trace.inputs.find((entry) => entry.key === 'actual' && entry.value === item.value)
  const cell = sourceText(input?.source ?? null)
  return cell === '' ? `${periodTitle(period)}完成值` : cell
}

/**
 * Whether the units' measured values may be set side by side: units with targets of their own (each its own investment) are
 * compared by score, which has been measured against them. [I]
 */
export function sharesTarget(group: GroupResult, code: string): boolean {
  const targets = group.units.flatMap((unit) => {
    const item = indicatorOf(unit, code)
    return item === null || item.status === 'NA' ? [] : [item.target]
  })
  return new Set(targets).size <= 1
}

/** What a unit is measured against, read from the results; null where nobody has such a number. */
export function benchmarkOf(
  facts: GapFacts,
  place: UnitPlace,
  compared: Compared,
  kind: Exclude<BenchmarkKind, 'EXTERNAL' | 'SUBMISSION'>
): NamedNumber | null {
  switch (kind) {
    case 'TARGET':
      return target(facts, place, compared)
    case 'FULL_MARK':
      return fullMark(place, compared)
    case 'FIRST':
      return first(facts, place, compared)
    case 'MEAN':
      return groupMean(facts, place, compared)
    case 'PREVIOUS':
      return previous(facts, place, compared)
  }
}

function target(facts: GapFacts, { unit }: UnitPlace, { about, indicator }: Compared): NamedNumber | null {
  const value = about === 'VALUE' ? (indicatorOf(unit, indicator)?.target ?? null) : null
  if (value === null) return null
  const { title } = facts.results.scheme
  return { name: '本季目标', value, source: `《${title}》${periodTitle(facts.results.period)}目标` }
}

function fullMark({ unit, race }: UnitPlace, { about, indicator }: Compared): NamedNumber | null {
  if (about === 'VALUE') return null
  const value = about === 'TOTAL' ? race.fullMark : (indicatorOf(unit, indicator)?.fullMark ?? null)
  return value === null ? null : { name: '满分', value, source: '考核方案' }
}

function first(facts: GapFacts, { group, unit }: UnitPlace, compared: Compared): NamedNumber | null {
  const direction = directionOf(facts, compared)
  if (direction === 'TARGET') return null
  const others = rankedNumbers(group, compared).filter((entry) => entry.unit.unit !== unit.unit)
  if (others.length === 0) return null
  const better = (a: D, b: D): boolean => (direction === 'UP' ? a.greaterThan(b) : a.lessThan(b))
  const best = others.reduce((top, entry) => (better(entry.value, top.value) ? entry : top))
  const names = others.filter((entry) => entry.value.equals(best.value)).map((entry) => entry.unit.name)
  const who = names.length === 1 ? names[0]! : `${names[0]!}等 ${names.length} 个单位`
  return {
    name: `组内第一（${who}）`,
    value: canonical(best.value),
    source: numberSource(facts, best.unit, compared)
  }
}

/** Mean over the ranked units, with the decimals that the scheme prints. */
function groupMean(facts: GapFacts, { group }: UnitPlace, compared: Compared): NamedNumber | null {
  if (directionOf(facts, compared) === 'TARGET') return null
  const numbers = rankedNumbers(group, compared)
  if (numbers.length < 2) return null
  const value = mean(numbers.map((entry) => entry.value)).toDecimalPlaces(facts.results.decimals)
  return {
    name: `${group.name}平均`,
    value: canonical(settle(value)),
    source: `${periodTitle(facts.results.period)} ${numbers.length} 个单位的平均`
  }
}

function previous(facts: GapFacts, { race, unit }: UnitPlace, compared: Compared): NamedNumber | null {
  if (facts.previous === null) return null
  const before = placesOf(facts.previous, unit.unit).find((place) => place.race.race === race.race)
  const value = before === undefined ? null : numberOf(before.unit, compared)
  if (before === undefined || value === null) return null
  return {
    name: '上季度',
    value,
    source: numberSource({ results: facts.previous }, before.unit, compared)
  }
}

function rankedNumbers(group: GroupResult, compared: Compared): { unit: UnitResult; value: D }[] {
  return group.units.flatMap((unit) => {
    const value = unit.rank === null ? null : numberOf(unit, compared)
    return value === null ? [] : [{ unit, value: dec(value) }]
  })
}
