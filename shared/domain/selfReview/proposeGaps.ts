import { canonical, dec } from '../number/decimal.ts'
import { formatGap } from '../number/format.ts'
import { round } from '../number/rounding.ts'
import { lostPoints } from '../ranking/lostPoints.ts'
import type { IndicatorResult } from '../ranking/resultSet.ts'
import { gapFields, type BenchmarkKind, type GapFields } from './gapFields.ts'
import { gapOf, gapSentence } from './gapMath.ts'
import {
  benchmarkOf,
  directionOf,
  numberOf,
  numberSource,
  placesOf,
  sharesTarget,
  type Compared,
  type GapFacts,
  type UnitPlace
} from './gapNumbers.ts'

/** A gap that the data shows. Accepted, it is a row with 一问 and 二问 answered. */
export interface GapProposal {
  /** Race, indicator and what against: the same gap has the same key in every quarter. */
  key: string
  fields: GapFields
  /** With both numbers: 「现值 3 个，本季目标 4 个，差 1 个。失 7.50 分。」 */
  sentence: string
}

type Kind = Exclude<BenchmarkKind, 'EXTERNAL' | 'SUBMISSION'>

/**
 * Gaps of a unit, what costs most points first: 缺报 before all, then indicators (to target, to the first of the group, to
 * last quarter, to the group's mean; to the full mark where nothing else shows why points were lost), the total last.
 * Nothing is proposed where the unit is not behind.
 */
export function proposeGaps(facts: GapFacts, unit: string): GapProposal[] {
  return placesOf(facts.results, unit).flatMap((place) => {
    const lost = new Map(lostPoints(place.unit).map((entry) => [entry.indicator.indicator, entry.lost]))
    const items = place.unit.dimensions.flatMap((dimension) => dimension.indicators)
    const missing = items.filter((item) => item.status === 'MISSING')
    const scored = items
      .filter((item) => item.status === 'SCORED' && (lost.get(item.indicator)?.greaterThan(0) ?? false))
      .sort((a, b) => lost.get(b.indicator)!.comparedTo(lost.get(a.indicator)!))
    return [
      ...missing.map((item) => missingGap(facts, place, item)),
      ...scored.flatMap((item) => itemGaps(facts, place, item, canonical(lost.get(item.indicator)!))),
      ...totalGaps(facts, place)
    ]
  })
}

export function gapKey(fields: Pick<GapFields, 'race' | 'indicator' | 'about' | 'kind'>): string {
  const what = fields.about === 'TOTAL' ? 'TOTAL' : (fields.indicator ?? '')
  return [fields.race ?? '', what, fields.kind].join('|')
}

/** A race's name in front, where there are several. */
function topic({ results }: GapFacts, { race }: UnitPlace, name: string): string {
  return results.races.length > 1 ? `${race.name} · ${name}` : name
}

function missingGap(facts: GapFacts, place: UnitPlace, item: IndicatorResult): GapProposal {
  const fields = gapFields.parse({
    topic: topic(facts, place, `${item.name}（缺报）`),
    indicator: item.indicator,
    race: place.race.race,
    about: 'SCORE',
    kind: 'SUBMISSION',
    unitOfMeasure: '分',
    benchmark: '按时报送',
    gapNote: `本季度没有报送，涉及 ${item.fullMark} 分。`,
    ownSource: '缺报',
    lost: item.fullMark
  })
  return { key: gapKey(fields), fields, sentence: fields.gapNote }
}

function itemGaps(facts: GapFacts, place: UnitPlace, item: IndicatorResult, lost: string): GapProposal[] {
  const comparedTo = (kind: Kind): Compared => ({
    about: aboutOf(facts, place, item, kind),
    indicator: item.indicator
  })
  const found = (['TARGET', 'FIRST', 'PREVIOUS', 'MEAN'] as const).flatMap((kind) =>
    gap(facts, place, item, comparedTo(kind), kind, lost)
  )
  if (found.length > 0) return found
  return gap(facts, place, item, { about: 'SCORE', indicator: item.indicator }, 'FULL_MARK', lost)
}

/**
 * A cumulative value only grows over the year, so quarters are compared by score; so are units whose targets differ.
 */
function aboutOf(
  facts: GapFacts,
  { group }: UnitPlace,
  item: IndicatorResult,
  kind: Kind
): 'VALUE' | 'SCORE' {
  if (kind === 'TARGET') return 'VALUE'
  if (item.value === null) return 'SCORE'
  if (kind === 'PREVIOUS')
    return facts.indicators.get(item.indicator)?.nature === 'CUMULATIVE' ? 'SCORE' : 'VALUE'
  return sharesTarget(group, item.indicator) ? 'VALUE' : 'SCORE'
}

function totalGaps(facts: GapFacts, place: UnitPlace): GapProposal[] {
  if (place.unit.rank === null) return []
  const compared: Compared = { about: 'TOTAL', indicator: null }
  return (['FIRST', 'PREVIOUS', 'MEAN'] as const).flatMap((kind) =>
    gap(facts, place, null, compared, kind, null)
  )
}

function gap(
  facts: GapFacts,
  place: UnitPlace,
  item: IndicatorResult | null,
  compared: Compared,
  kind: Kind,
  lost: string | null
): GapProposal[] {
  const own = numberOf(place.unit, compared)
  const benchmark = benchmarkOf(facts, place, compared, kind)
  if (own === null || benchmark === null) return []
  const unitOfMeasure = compared.about === 'VALUE' ? (item?.unitOfMeasure ?? '') : '分'
  const numbers = {
    ownValue: own,
    benchmarkValue: benchmark.value,
    direction: directionOf(facts, compared),
    unitOfMeasure
  }
  if (gapOf(numbers)?.state !== 'BEHIND') return []
  const name = item === null ? '总得分' : compared.about === 'SCORE' ? `${item.name}得分` : item.name
  const fields = gapFields.parse({
    ...numbers,
    topic: topic(facts, place, name),
    indicator: compared.indicator,
    race: place.race.race,
    about: compared.about,
    kind,
    benchmark: benchmark.name,
    benchmarkSource: benchmark.source,
    ownSource: numberSource(facts, place.unit, compared),
    lost: lost === null ? null : canonical(round(dec(lost), facts.results.decimals))
  })
  const loss = lost === null ? '' : `失 ${formatGap(dec(lost), facts.results.decimals)} 分。`
  return [{ key: gapKey(fields), fields, sentence: gapSentence(numbers, benchmark.name) + loss }]
}
