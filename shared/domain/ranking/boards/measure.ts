import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import { formatPercent, formatValue } from '../../number/format.ts'
import type { BoardMeasure } from '../../scheme/boardRules.ts'
import type { Policies } from '../../scheme/policies.ts'
import { judgedScore } from '../../scoring/printScore.ts'
import type { DimensionResult, GroupResult, IndicatorResult, UnitResult } from '../resultSet.ts'

/** A ranked unit on the thing that a board compares. */
export interface Measured {
  unit: UnitResult
  /** 1-2-2-4 on the measure, among the ranked units of the group. */
  rank: number
  /** Units that are strictly behind. */
  behind: number
  /** The score, as printed. */
  text: string
  fulfilment: Fulfilment | null
}

/** More, as much, or less than what was asked for, and how that was found. */
export interface Fulfilment {
  state: 'OVER' | 'MET' | 'UNDER'
  text: string
}

/** What measuring needs besides the group. */
export interface MeasureContext {
  policies: Policies
  /** Full mark of the race in the group. */
  fullMark: string
  /** Percent of the full mark that counts as fulfilled. */
  fulfilled: string
  parts: PartIndex
}

/** Dimensions and indicators of a group's units, looked up once for all boards. */
export interface PartIndex {
  dimension(unit: string, code: string): DimensionResult | undefined
  indicator(unit: string, code: string): IndicatorResult | undefined
}

export function indexParts({ units }: GroupResult): PartIndex {
  const dimensions = new Map(
    units.map((unit) => [unit.unit, new Map(unit.dimensions.map((entry) => [entry.dimension, entry]))])
  )
  const indicators = new Map(
    units.map((unit) => {
      const all = unit.dimensions.flatMap((dimension) => dimension.indicators)
      return [unit.unit, new Map(all.map((entry) => [entry.indicator, entry]))]
    })
  )
  return {
    dimension: (unit, code) => dimensions.get(unit)?.get(code),
    indicator: (unit, code) => indicators.get(unit)?.get(code)
  }
}

/**
 * The ranked units of a group by a measure, best first, units of one place in display order. Places on the total are the
 * ranking's own, with its tie-breaks; a dimension or indicator is compared by its score. Who has none is left out.
 */
export function measureGroup(group: GroupResult, measure: BoardMeasure, context: MeasureContext): Measured[] {
  const ranked = group.units.filter((unit) => unit.rank !== null)
  if (measure.by === 'TOTAL') {
    const found = ranked.map((unit) => ({ unit, rank: unit.rank!, text: unit.total?.printed ?? '' }))
    return withBehind(found, (unit) => fulfilmentOf(unit.total?.exact, context.fullMark, context))
  }
  const scored = ranked.flatMap((unit) => {
    const part = partOf(unit, measure, context.parts)
    if (part?.score == null) return []
    return [{ unit, text: part.score.printed, value: judgedScore(dec(part.score.exact), context.policies) }]
  })
  return withBehind(rankBy(scored), (unit) => fulfilmentOfPart(unit, measure, context))
}

type PartMeasure = Exclude<BoardMeasure, { by: 'TOTAL' }>

function partOf(
  { unit }: UnitResult,
  measure: PartMeasure,
  parts: PartIndex
): Pick<IndicatorResult, 'score'> | undefined {
  return measure.by === 'DIMENSION'
    ? parts.dimension(unit, measure.dimension)
    : parts.indicator(unit, measure.indicator)
}

type Ranked = Pick<Measured, 'unit' | 'rank' | 'text'>

function rankBy(scored: readonly { unit: UnitResult; text: string; value: D }[]): Ranked[] {
  const ordered = [...scored].sort((a, b) => b.value.comparedTo(a.value))
  let rank = 0
  return ordered.map(({ unit, text, value }, index) => {
    if (index === 0 || !value.equals(ordered[index - 1]!.value)) rank = index + 1
    return { unit, text, rank }
  })
}

function withBehind(
  ranked: readonly Ranked[],
  fulfilment: (unit: UnitResult) => Fulfilment | null
): Measured[] {
  const lastOf = new Map(ranked.map(({ rank }, index) => [rank, index]))
  return ranked.map((entry) => ({
    ...entry,
    behind: ranked.length - 1 - lastOf.get(entry.rank)!,
    fulfilment: fulfilment(entry.unit)
  }))
}

/** An indicator with a target is judged by value against target, everything else by its share of the full mark. */
function fulfilmentOfPart(
  { unit }: UnitResult,
  measure: PartMeasure,
  context: MeasureContext
): Fulfilment | null {
  if (measure.by === 'DIMENSION') {
    const found = context.parts.dimension(unit, measure.dimension)
    return fulfilmentOf(found?.score?.exact, found?.effectiveFullMark, context)
  }
  const found = context.parts.indicator(unit, measure.indicator)
  if (found?.againstTarget == null) return fulfilmentOf(found?.score?.exact, found?.fullMark, context)
  const { value, target, unitOfMeasure } = found
  const number = (text: string | null): string => (text === null ? '/' : formatValue(dec(text)))
  const text = `完成 ${number(value)}${unitOfMeasure}，目标 ${number(target)}${unitOfMeasure}`
  return { state: ({ EXCEEDED: 'OVER', MET: 'MET', UNMET: 'UNDER' } as const)[found.againstTarget], text }
}

const OVER = ['OVER', '>'] as const
const UNDER = ['UNDER', '<'] as const
const MET = ['MET', '='] as const

function fulfilmentOf(
  score: string | undefined,
  fullMark: string | undefined,
  { fulfilled, policies }: MeasureContext
): Fulfilment | null {
  if (score === undefined || fullMark === undefined || dec(fullMark).isZero()) return null
  const rate = judgedScore(dec(score), policies).div(dec(fullMark))
  const against = rate.times(HUNDRED).comparedTo(dec(fulfilled))
  const [state, sign] = against > 0 ? OVER : against < 0 ? UNDER : MET
  return { state, text: `得分率 ${formatPercent(rate)} ${sign} ${fulfilled}%` }
}
