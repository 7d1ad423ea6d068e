import { dec } from '../number/decimal.ts'
import { formatSignedGap } from '../number/format.ts'
import type { GroupDefinition, SchemeDefinition } from '../scheme/schemeDefinition.ts'
import { scoreOf } from '../scoring/printScore.ts'
import { previousRankOf } from './contender.ts'
import type { Gaps } from './gaps.ts'
import { movementOf } from './movement.ts'
import type { RaceContext } from './raceContext.ts'
import { RULING_LABEL, type Place } from './rankGroup.ts'
import { remarksOf } from './remarks.ts'
import type { UnitResult } from './resultSet.ts'
import { rulingRemark } from './ties/rulingRemark.ts'
import type { UnitScore } from './unitScore.ts'
import { unrankedBecause } from './unranked.ts'
import { vetoRemarks } from './vetoes/vetoRemarks.ts'

export interface Placed {
  place: Place
  gaps: Gaps
}

/** One unit's row of its group. Grade, person quota and streaks come later: they look at all groups, or at the boards. */
export function unitStanding(
  score: UnitScore,
  group: GroupDefinition,
  placed: Placed | null,
  context: RaceContext
): UnitResult {
  const { policies } = context.scheme
  const { composition, total } = score
  const before = context.previous.of(score.unit.code)
  const previousTotal = before?.group === group.code ? before.total : null
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
    adjustments: score.adjustments.result,
    total: total === null ? null : scoreOf(total, policies),
    totalSentence: score.totalSentence,
    ...placeOf(score, group, placed, context),
    previousTotal,
    gapToPrevious: gapBetween(
      total === null ? null : scoreOf(total, policies).printed,
      previousTotal,
      policies
    ),
    vetoes: [...(context.vetoes.get(score.unit.code) ?? [])],
    grade: null,
    personQuota: null,
    streaks: [],
    remarks: []
  }
  return { ...result, remarks: remarks(result, score, placed, context) }
}

type Standing = Pick<
  UnitResult,
  'rank' | 'tied' | 'previousRank' | 'movement' | 'gapToFirst' | 'gapToAbove' | 'gapToMean' | 'deciding'
>

function placeOf(
  score: UnitScore,
  group: GroupDefinition,
  placed: Placed | null,
  context: RaceContext
): Standing {
  const rank = placed?.place.rank ?? null
  const isListed = score.rankMode !== 'RANKED'
  const previousRank = isListed ? null : previousRankOf(score.unit.code, group.code, context)
  const deciding = placed?.place.deciding ?? null
  return {
    rank,
    tied: placed?.place.tied ?? false,
    previousRank,
    movement: movementOf(rank, previousRank),
    gapToFirst: placed?.gaps.gapToFirst ?? null,
    gapToAbove: placed?.gaps.gapToAbove ?? null,
    gapToMean: placed?.gaps.gapToMean ?? null,
    deciding:
      deciding === null ? null : { label: deciding.label, mine: deciding.mine, theirs: deciding.theirs }
  }
}

/** Between printed totals, so that a reader can check it on the two tables. */
function gapBetween(
  now: string | null,
  before: string | null,
  { decimals }: SchemeDefinition['policies']
): string | null {
  return now === null || before === null ? null : formatSignedGap(dec(now).minus(dec(before)), decimals)
}

function remarks(unit: UnitResult, score: UnitScore, placed: Placed | null, context: RaceContext): string[] {
  const { scheme, race, previous } = context
  const before = previous.of(unit.unit)
  const deciding = placed?.place.deciding ?? null
  const byMetric = deciding?.tieBroken === true && deciding.label !== RULING_LABEL
  return remarksOf({
    unit,
    rescaledFrom: score.composition.rescaledFrom,
    tieBrokenBy: byMetric ? deciding.label : null,
    ruling: placed === null ? null : rulingRemark(placed.place),
    vetoes: vetoRemarks(unit.vetoes, race),
    unranked: unrankedBecause(score, context),
    imputedTotal: score.imputed !== null,
    newUnitQuarters: scheme.policies.newUnitQuarters,
    previousGroup: before === null || before.group === unit.group ? null : groupName(scheme, before.group),
    hadPrevious: previous.held
  })
}

function groupName(scheme: SchemeDefinition, code: string): string {
  return scheme.groups.find((group) => group.code === code)?.name ?? code
}
