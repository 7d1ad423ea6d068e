import { settle } from '../number/settle.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import { formatValue } from '../number/format.ts'
import { judgedScore, printScore, scoreOf } from '../scoring/printScore.ts'
import { gapsOf, type Gaps } from './gaps.ts'
import { groupMean } from './groupMean.ts'
import { movementOf, type PreviousRace } from './movement.ts'
import { rankGroup, type Contender, type Place } from './rankGroup.ts'
import { remarksOf } from './remarks.ts'
import type { GroupResult, UnitResult } from './resultSet.ts'
import { tieBreakMetrics } from './tieBreakMetrics.ts'
import type { UnitScore } from './unitScore.ts'

export interface GroupRequest {
  scheme: SchemeDefinition
  race: SchemeDefinition['races'][number]
  group: SchemeDefinition['groups'][number]
  scores: readonly UnitScore[]
  previous: PreviousRace
}

export interface ComputedGroup {
  result: GroupResult
  tieBroken: boolean
  firstQuarterUnranked: boolean
}

/** Ranks one group and settles everything that depends on ranks: movement, gaps, remarks, means, display order. */
export function computeGroup(request: GroupRequest): ComputedGroup {
  const { scheme, group, scores } = request
  const { decimals } = scheme.policies
  const ranked = scores.flatMap((score) => contenderOf(score, request) ?? [])
  const places = rankGroup(ranked.map((entry) => entry.contender))
  const totals = new Map(ranked.map(({ contender, printed }) => [contender.unit, printed]))
  const gaps = gapsOf(
    places.map((place) => ({ rank: place.rank, total: totals.get(place.unit)! })),
    decimals
  )
  const placeOf = new Map(places.map((place, index) => [place.unit, { place, gaps: gaps[index]!, index }]))
  const units = scores.map((score) => unitResult(score, placeOf.get(score.unit.code) ?? null, request))
  const display = (unit: UnitResult): number => placeOf.get(unit.unit)?.index ?? Infinity
  const ordered = [...units].sort((a, b) => section(a) - section(b) || compareIndex(display(a), display(b)))
  const rankedUnits = ordered.filter((unit) => unit.rank !== null)
  return {
    result: {
      group: group.code,
      name: group.name,
      units: ordered,
      rankedCount: rankedUnits.length,
      mean: groupMean(rankedUnits, scheme.policies)
    },
    tieBroken: places.some((place) => place.deciding?.tieBroken === true),
    firstQuarterUnranked: scores.some((score) => isFirstQuarterUnranked(score, request))
  }
}

/** Ranked first, then scored without a rank, then blocked, then 单列; units of one section keep 机构顺序. */
function section(unit: UnitResult): number {
  if (unit.rankMode !== 'RANKED') return 3
  if (unit.state === 'BLOCKED') return 2
  return unit.rank === null ? 1 : 0
}

function compareIndex(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function isFirstQuarterUnranked(score: UnitScore, { scheme, previous }: GroupRequest): boolean {
  return (
    scheme.policies.firstQuarter === 'NOT_RANKED' &&
    score.rankMode === 'RANKED' &&
    score.total !== null &&
    previous.held &&
    previous.of(score.unit.code) === null
  )
}

function contenderOf(
  score: UnitScore,
  request: GroupRequest
): { contender: Contender; printed: string } | null {
  const { total, composition, adjustments } = score
  const { base } = composition
  if (score.rankMode !== 'RANKED' || total === null || base === null) return null
  if (isFirstQuarterUnranked(score, request)) return null
  const { scheme, race } = request
  const printed = printScore(total, scheme.policies)
  const text = scheme.policies.judgeOn === 'PRINTED' ? printed : formatValue(settle(total))
  const metrics = tieBreakMetrics(
    race,
    {
      base,
      deduction: adjustments.deduction,
      previousRank: previousRankOf(score, request),
      dimension: score.dimensionScore,
      indicator: score.indicatorScore
    },
    scheme.policies
  )
  return {
    printed,
    contender: {
      unit: score.unit.code,
      order: score.order,
      total: { label: '总得分', value: judgedScore(total, scheme.policies), text },
      metrics
    }
  }
}

/** A place in another group is not comparable: it counts as none. */
function previousRankOf(score: UnitScore, { group, previous }: GroupRequest): number | null {
  const standing = previous.of(score.unit.code)
  return standing?.group === group.code ? standing.rank : null
}

function unitResult(
  score: UnitScore,
  placed: { place: Place; gaps: Gaps } | null,
  request: GroupRequest
): UnitResult {
  const { scheme, group, previous } = request
  const { policies } = scheme
  const { composition, adjustments, total } = score
  const before = previous.of(score.unit.code)
  const sameGroup = before?.group === group.code
  const listed = score.rankMode !== 'RANKED'
  const rank = placed?.place.rank ?? null
  const previousRank = listed ? null : previousRankOf(score, request)
  const deciding = placed?.place.deciding ?? null
  const result: UnitResult = {
    unit: score.unit.code,
    name: score.unit.name,
    group: group.code,
    rankMode: score.rankMode,
    state: total === null ? 'BLOCKED' : 'SCORED',
    reasons: composition.reasons,
    dimensions: composition.dimensions,
    base: composition.base === null ? null : scoreOf(composition.base, policies),
    baseSentence: composition.baseSentence,
    rescaledFrom:
      composition.rescaledFrom === null ? null : scoreOf(composition.rescaledFrom, policies).exact,
    adjustments: adjustments.result,
    total: total === null ? null : scoreOf(total, policies),
    totalSentence: score.totalSentence,
    rank,
    tied: placed?.place.tied ?? false,
    previousRank,
    previousTotal: sameGroup ? before.total : null,
    movement: movementOf(rank, previousRank),
    gapToFirst: placed?.gaps.gapToFirst ?? null,
    gapToAbove: placed?.gaps.gapToAbove ?? null,
    gapToMean: placed?.gaps.gapToMean ?? null,
    deciding:
      deciding === null ? null : { label: deciding.label, mine: deciding.mine, theirs: deciding.theirs },
    remarks: []
  }
  const remarks = remarksOf({
    unit: result,
    rescaledFrom: composition.rescaledFrom,
    tieBrokenBy: deciding?.tieBroken === true ? deciding.label : null,
    firstQuarterUnranked: isFirstQuarterUnranked(score, request),
    previousGroup: before === null || sameGroup ? null : groupName(scheme, before.group),
    hadPrevious: previous.held
  })
  return { ...result, remarks }
}

function groupName(scheme: SchemeDefinition, code: string): string {
  return scheme.groups.find((group) => group.code === code)?.name ?? code
}
