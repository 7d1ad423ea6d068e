import type { Decision, DecisionSubject } from '#shared/domain/decision/decision.ts'
import { spanDecisions } from '#shared/domain/decision/spanDecisions.ts'
import { computeYear } from '#shared/domain/period/computeYear.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { quartersOfSpan } from '#shared/domain/period/spans.ts'
import type { QuarterOfYear } from '#shared/domain/period/yearInput.ts'
import type { YearResult, YearSpan, YearUnit } from '#shared/domain/period/yearResult.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { printScore } from '#shared/domain/scoring/printScore.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import {
  PLAIN_COUNTS,
  PLAIN_INDICATOR,
  PLAIN_RACE,
  PLAIN_RESULT,
  PLAIN_UNIT
} from '../../../helpers/plainResults.ts'

/** Short ways to write the frozen quarters of a year: totals are given, as a snapshot has them. */

export interface LooseYear {
  /** Unit codes in 机构顺序; all of one group `g` unless `groups` says otherwise. */
  units: readonly (string | { code: string; from?: string; until?: string })[]
  groups?: Record<string, readonly string[]>
  listed?: readonly string[]
  year?: Record<string, unknown>
  race?: Record<string, unknown>
  policies?: Record<string, unknown>
  more?: Record<string, unknown>
}

export function yearScheme(given: LooseYear): SchemeDefinition {
  const units = given.units.map((unit) => (typeof unit === 'string' ? { code: unit } : unit))
  const groups = given.groups ?? { g: units.map((unit) => unit.code) }
  const mode = (unit: string): string => (given.listed?.includes(unit) ? 'LISTED_NOT_RANKED' : 'RANKED')
  const indicator = { code: 'i', name: '指标', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'test',
    title: '测试方案',
    organisation: '某市体育局',
    year: 2026,
    units: units.map(({ code, ...rest }) => ({ code, name: `单位${code}`, kind: 'DEPARTMENT', ...rest })),
    groups: Object.entries(groups).map(([code, members]) => ({
      code,
      name: `组${code}`,
      members: members.map((unit) => ({ unit, rankMode: mode(unit) }))
    })),
    races: [
      {
        code: 'r',
        name: '季度赛马',
        groups: Object.keys(groups),
        dimensions: [{ code: 'd', name: '板块', fullMark: '100', indicators: [indicator] }],
        year: given.year ?? {},
        ...given.race
      }
    ],
    policies: given.policies ?? {},
    ...given.more
  })
}

/** Totals by unit; null for a unit without one. A list gives the scores of the indicators `i0`, `i1` … as well. */
export type Totals = Record<string, string | null>

function unitResult(
  scheme: SchemeDefinition,
  group: string,
  unit: string,
  total: string | null,
  rank: number | null,
  items: Record<string, string | null>
): UnitResult {
  const score = (value: string | null) =>
    value === null ? null : { exact: value, printed: printScore(dec(value), scheme.policies) }
  const none = { exact: '0', printed: '0.00' }
  return {
    ...PLAIN_UNIT,
    unit,
    name: scheme.units.find((entry) => entry.code === unit)?.name ?? unit,
    group,
    rankMode: scheme.groups.flatMap((g) => g.members).find((m) => m.unit === unit)?.rankMode ?? 'RANKED',
    state: total === null ? 'BLOCKED' : 'SCORED',
    reasons: total === null ? ['「指标」缺报'] : [],
    dimensions: [
      {
        dimension: 'd',
        name: '板块',
        fullMark: '100',
        effectiveFullMark: '100',
        score: score(total),
        indicators: Object.entries(items).map(([indicator, value]) => ({
          ...PLAIN_INDICATOR,
          indicator,
          name: `指标${indicator}`,
          unitOfMeasure: '',
          fullMark: '100',
          status: value === null ? ('NA' as const) : ('SCORED' as const),
          score: score(value),
          rate: null,
          estimated: false,
          reason: null,
          trace: {
            ruleKind: 'DIRECT_SCORE',
            ruleInWords: '',
            inputs: [],
            steps: [],
            sentence: '',
            notes: [],
            choices: []
          }
        }))
      }
    ],
    base: score(total),
    baseSentence: '',
    rescaledFrom: null,
    adjustments: { entries: [], classes: [], bonus: none, deduction: none, sentence: '' },
    total: score(total),
    totalSentence: '',
    rank,
    tied: false,
    previousRank: null,
    previousTotal: null,
    movement: { kind: 'NA' },
    gapToFirst: null,
    gapToAbove: null,
    gapToMean: null,
    deciding: null,
    remarks: []
  }
}

/** A frozen quarter: only the units named take part. `items` are indicator scores by unit. */
export function frozen(
  scheme: SchemeDefinition,
  period: PeriodKey,
  totals: Totals,
  items: Record<string, Record<string, string | null>> = {}
): QuarterOfYear {
  const ranks = Object.values(totals).flatMap((total) => (total === null ? [] : [dec(total)]))
  const rankOf = (total: string | null): number | null =>
    total === null ? null : 1 + ranks.filter((other) => other.greaterThan(dec(total))).length
  const results: ResultSet = {
    ...PLAIN_RESULT,
    format: 'liangji-result',
    formatVersion: 1,
    period,
    previousPeriod: null,
    scheme: { code: 'test', title: '测试方案', version: 1, organisation: '某市体育局' },
    inputsHash: '',
    decimals: scheme.policies.decimals,
    races: [
      {
        ...PLAIN_RACE,
        race: 'r',
        name: '季度赛马',
        fullMark: '100',
        dimensions: [],
        groups: scheme.groups.map((group) => {
          const members = group.members.filter((member) => member.unit in totals)
          return {
            group: group.code,
            name: group.name,
            units: members.map(({ unit }) =>
              unitResult(scheme, group.code, unit, totals[unit]!, rankOf(totals[unit]!), items[unit] ?? {})
            ),
            rankedCount: members.length,
            mean: null
          }
        })
      }
    ],
    footer: [],
    counts: { ...PLAIN_COUNTS, units: 0, ranked: 0, blocked: 0, tiedRanks: 0, estimated: 0 }
  }
  return { period, state: 'FROZEN', snapshot: `${period}-r1-00000000`, results }
}

export function decide(id: number, period: PeriodKey, subject: DecisionSubject): Decision {
  return { id, period, subject, basis: '经商议决定', decidedBy: '领导小组', date: '2026-12-31' }
}

/** 补分 of a total. */
export function impute(id: number, period: PeriodKey, unit: string, value: string): Decision {
  return decide(id, period, { type: 'IMPUTATION', unit, race: 'r', indicator: null, as: 'SCORE', value })
}

export function leadership(id: number, unit: string, points: string, span: YearSpan = 'YEAR'): Decision {
  return decide(id, '2026Q4', { type: 'LEADERSHIP', race: 'r', unit, span, points })
}

/** Computes a year from totals by quarter; quarters that are not given are not held. */
export function runYear(
  scheme: SchemeDefinition,
  quarters: readonly (Totals | Exclude<QuarterOfYear['state'], 'FROZEN'> | null)[],
  more: {
    decisions?: readonly Decision[]
    span?: YearSpan
    items?: Record<string, Record<string, string | null>>[]
  } = {}
): YearResult {
  const span = more.span ?? 'YEAR'
  return computeYear({
    year: 2026,
    span,
    scheme,
    schemeVersion: 1,
    decisions: spanDecisions(more.decisions ?? [], span),
    quarters: quartersOfSpan(2026, span).map((period, index): QuarterOfYear => {
      const given = quarters[index] ?? null
      if (given === null) return { period, state: 'NOT_HELD' }
      if (typeof given === 'string') return { period, state: given }
      return frozen(scheme, period, given, more.items?.[index])
    })
  })
}

export function unitsOf(result: YearResult): Map<string, YearUnit> {
  const units = result.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return new Map(units.map((unit) => [unit.unit, unit]))
}
