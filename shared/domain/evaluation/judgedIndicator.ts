import { z } from 'zod'
import { canonical, dec, sum } from '../number/decimal.ts'
import { roundingMode } from '../number/rounding.ts'
import type { PeriodKey } from '../period/periodKey.ts'
import { appliesTo, membersOfRace } from '../scheme/appliesTo.ts'
import { indicatorForGroup } from '../scheme/forGroup.ts'
import type {
  DimensionDefinition,
  IndicatorDefinition,
  RaceDefinition,
  SchemeDefinition
} from '../scheme/schemeDefinition.ts'
import { compileIndicator, type CompiledIndicator } from '../scoring/compileIndicator.ts'
import { ballotParams } from '../scoring/kinds/ballotParams.ts'
import { judgeParams } from '../scoring/kinds/judgeParams.ts'
import { rankParams } from '../scoring/kinds/rankParams.ts'
import { roundKind } from './evaluationSetup.ts'
import { markScale, type MarkScale } from './markScale.ts'

const judgedUnit = z.object({
  code: z.string(),
  name: z.string(),
  /** The race's group, which is the pool of its marks. */
  group: z.string(),
  groupName: z.string()
})
export type JudgedUnit = z.infer<typeof judgedUnit>

/** An indicator that an evaluation can feed: what its rule asks of whom. */
export const judgedIndicator = z.object({
  code: z.string(),
  name: z.string(),
  race: z.string(),
  raceName: z.string(),
  dimensionName: z.string(),
  fullMark: z.string(),
  /** Decimals that the scheme prints scores with. */
  decimals: z.number().int(),
  rounding: roundingMode,
  kind: roundKind,
  ruleName: z.string(),
  /** The rule as a sentence, with its limits on generosity. */
  ruleInWords: z.string(),
  scale: markScale,
  /** Evaluator groups with their weight and its share in %; one nameless group where the rule has none. */
  groups: z.array(z.object({ name: z.string(), weight: z.string(), share: z.string() })),
  /** In 机构顺序. */
  units: z.array(judgedUnit)
})
export type JudgedIndicator = z.infer<typeof judgedIndicator>

/** What a rule asks of its raters; null for rules that read no ratings of persons. */
interface Asks {
  kind: z.infer<typeof roundKind>
  scale: MarkScale
  groups: readonly { name: string; weight: string }[]
}

function asksOf({ kind, params }: CompiledIndicator, units: number): Asks | null {
  switch (kind.kind) {
    case 'JUDGE_MEAN': {
      const { min, outOf, groups, outOfRange } = judgeParams.parse(params)
      return { kind: 'JUDGES', scale: { type: 'SCORE', min, max: outOf, outOfRange }, groups }
    }
    case 'RANK_POINTS':
      return rankParams.parse(params).source === 'GIVEN'
        ? { kind: 'JUDGES', scale: { type: 'PLACE', last: units }, groups: [] }
        : null
    case 'BALLOT_SHARE': {
      const { options, invalid, groups } = ballotParams.parse(params)
      const scale: MarkScale = {
        type: 'OPTION',
        options: [
          ...options.map((option) => ({ ...option, valid: true })),
          ...invalid.map(({ name }) => ({ name, weight: '0', valid: false }))
        ]
      }
      return { kind: 'BALLOTS', scale, groups }
    }
    default:
      return null
  }
}

/** The indicators of a scheme that are marked by people in a quarter, in the scheme's order. */
export function judgedIndicators(scheme: SchemeDefinition, period: PeriodKey): JudgedIndicator[] {
  return scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.flatMap((indicator) => judgedOf(scheme, period, { race, dimension, indicator }))
    )
  )
}

interface Found {
  race: RaceDefinition
  dimension: DimensionDefinition
  indicator: IndicatorDefinition
}

function judgedOf(
  scheme: SchemeDefinition,
  period: PeriodKey,
  { race, dimension, indicator }: Found
): JudgedIndicator[] {
  const compiled = compileIndicator(indicator, scheme.policies)
  const units = unitsOf(scheme, period, race, indicator)
  const asks = asksOf(compiled, units.length)
  if (asks === null || units.length === 0) return []
  const named = asks.groups.length === 0 ? [{ name: '', weight: '1' }] : asks.groups
  const total = sum(named.map(({ weight }) => dec(weight)))
  return [
    {
      code: indicator.code,
      name: indicator.name,
      race: race.code,
      raceName: race.name,
      dimensionName: dimension.name,
      fullMark: indicator.fullMark,
      decimals: scheme.policies.decimals,
      rounding: scheme.policies.rounding,
      kind: asks.kind,
      ruleName: compiled.kind.name,
      ruleInWords: compiled.kind.describe(compiled.params, indicator),
      scale: asks.scale,
      groups: named.map(({ name, weight }) => ({
        name,
        weight,
        share: canonical(dec(weight).times(100).div(total).toDecimalPlaces(2))
      })),
      units
    }
  ]
}

/** Units of groups that have a rule of another kind for the same item (S4) are left to that rule. */
function unitsOf(
  scheme: SchemeDefinition,
  period: PeriodKey,
  race: RaceDefinition,
  indicator: IndicatorDefinition
): JudgedUnit[] {
  const applies = appliesTo(scheme, indicator)
  return [...membersOfRace(scheme, race, period)]
    .filter(([group]) => indicatorForGroup(indicator, group.code).rule.kind === indicator.rule.kind)
    .flatMap(([group, members]) =>
      members
        .filter(({ unit }) => applies(unit.code))
        .map(({ unit, order }) => ({
          order,
          code: unit.code,
          name: unit.shortName ?? unit.name,
          group: group.code,
          groupName: group.name
        }))
    )
    .sort((a, b) => a.order - b.order)
    .map(({ code, name, group, groupName }) => ({ code, name, group, groupName }))
}
