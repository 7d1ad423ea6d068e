import {
  indicatorDefinition,
  schemeDefinition,
  type IndicatorDefinition,
  type SchemeDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import { policies as policiesSchema, type Policies } from '#shared/domain/scheme/policies.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { printScore } from '#shared/domain/scoring/printScore.ts'
import type { AdjustmentEntry, Reading, ReadingField, ReadingState } from '#shared/domain/scoring/reading.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import type { RuleOutcome, RuleSubject } from '#shared/domain/scoring/ruleKind.ts'
import { effectiveTarget } from '#shared/domain/scoring/effectiveTarget.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'

/** Short ways to write schemes, readings and rule evaluations in tests. */

export function reading(
  unit: string,
  indicator: string,
  value: string | null,
  more: Partial<Reading> & { field?: ReadingField; state?: ReadingState } = {}
): Reading {
  return {
    unit,
    indicator,
    field: 'actual',
    rater: null,
    state: value === null ? 'MISSING' : 'VALUE',
    value,
    source: null,
    note: null,
    ...more
  }
}

export function rating(
  unit: string,
  indicator: string,
  name: string,
  value: string | null,
  group = ''
): Reading {
  return reading(unit, indicator, value, {
    field: 'rating',
    rater: { group, name },
    state: value === null ? 'NA' : 'VALUE'
  })
}

export function cell(address: string, raw: string): Reading['source'] {
  return { kind: 'cell', batchId: 1, file: '目标任务.xlsx', sheet: '表1', address, raw }
}

export function policies(some: Partial<Policies> = {}): Policies {
  return policiesSchema.parse(some)
}

type LooseIndicator = Omit<Partial<IndicatorDefinition>, 'rule' | 'targets'> & {
  rule?: { kind: string; params?: Record<string, unknown> }
  targets?: readonly Record<string, unknown>[]
}

export function indicator(some: LooseIndicator = {}): IndicatorDefinition {
  return indicatorDefinition.parse({
    code: 'a1',
    name: '指标甲',
    fullMark: '100',
    rule: { kind: 'DIRECT_SCORE' },
    ...some
  })
}

export interface RuleCase {
  kind: string
  params?: Record<string, unknown>
  indicator?: LooseIndicator
  /** Readings of the subject `u`; other units of `readings` form the rest of the pool. */
  readings: readonly Reading[]
  unit?: string
  group?: string
  policies?: Partial<Policies>
  /** Units outside of the pool (单列). */
  listed?: readonly string[]
}

/** Runs one rule for one unit, the way the engine does. Parameters go through the kind's own schema. */
export function runRule(given: RuleCase): RuleOutcome {
  const kind = ruleKindOf(given.kind)!
  const definition = indicator({ ...given.indicator, rule: { kind: given.kind, params: given.params ?? {} } })
  const unit = given.unit ?? 'u'
  const units = [...new Set([unit, ...given.readings.map((item) => item.unit)])]
  const subjects = units.map((code): RuleSubject => {
    const own = given.readings.filter((item) => item.unit === code)
    return { unit: code, readings: own, target: effectiveTarget(definition, code, '2026Q3', own) }
  })
  const subject = subjects.find((item) => item.unit === unit)!
  return kind.evaluate({
    params: kind.params.parse(definition.rule.params),
    indicator: definition,
    fullMark: dec(definition.fullMark),
    subject,
    group: given.group ?? 'g',
    pool: subjects.filter((item) => item.unit === unit || given.listed?.includes(item.unit) !== true),
    policies: policies(given.policies)
  })
}

/** The printed score, or the status of a case that has none. */
export function printed(outcome: RuleOutcome, decimals = 2): string {
  return outcome.status === 'SCORED' ? printScore(outcome.score, policies({ decimals })) : outcome.status
}

export interface LooseScheme {
  units: readonly (string | { code: string; name?: string })[]
  listed?: readonly string[]
  excluded?: readonly string[]
  /** Group code → unit codes; one group `g` with everybody when absent. */
  groups?: Record<string, readonly string[]>
  dimensions: readonly Record<string, unknown>[]
  race?: Record<string, unknown>
  policies?: Partial<Policies>
}

export function scheme(given: LooseScheme): SchemeDefinition {
  const units = given.units.map((unit) => (typeof unit === 'string' ? { code: unit } : unit))
  const mode = (unit: string): string =>
    given.listed?.includes(unit)
      ? 'LISTED_NOT_RANKED'
      : given.excluded?.includes(unit)
        ? 'EXCLUDED'
        : 'RANKED'
  const groups = given.groups ?? { g: units.map((unit) => unit.code) }
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
        dimensions: given.dimensions,
        ...given.race
      }
    ],
    policies: given.policies ?? {}
  })
}

export function input(definition: SchemeDefinition, some: Partial<ScoringInput> = {}): ScoringInput {
  return {
    period: '2026Q3',
    month: null,
    scheme: definition,
    schemeVersion: 1,
    readings: [],
    adjustments: [],
    decisions: [],
    previous: null,
    history: [],
    before: [],
    ...some
  }
}

export function entry(id: number, unit: string, classCode: string, points: string): AdjustmentEntry {
  return {
    id,
    unit,
    classCode,
    date: null,
    points,
    reason: `第 ${id} 笔`,
    evidence: null,
    approver: null,
    source: null
  }
}
