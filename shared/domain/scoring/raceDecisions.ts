import { decisionsOf, type DecisionOf } from '../decision/decision.ts'
import { vetoesInForce } from '../decision/vetoesInForce.ts'
import type { AppliedVeto } from '../ranking/resultSet.ts'
import { unitsOverTime } from '../scheme/inPeriod.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import type { SourceRef } from './reading.ts'
import type { ScoringInput } from './scoringInput.ts'

export type Imputation = DecisionOf<'IMPUTATION'>

/** The decisions of a period that change numbers of one race, looked up in constant time. */
export interface RaceDecisions {
  /** 补分 of one indicator: the unit's own, else the one for everybody (S37). */
  imputed(indicator: string, unit: string): Imputation | null
  /** 补分 of the unit's total. */
  imputedTotal(unit: string): Imputation | null
  /** A veto that strikes this one indicator (SCORE_ZERO). */
  struck(indicator: string, unit: string): AppliedVeto | null
}

export const NO_DECISIONS: RaceDecisions = {
  imputed: () => null,
  imputedTotal: () => null,
  struck: () => null
}

const TOTAL = null

/**
 * Of several decisions on the same thing the one recorded last holds; the unit's own goes before the one for all. A
 * veto recorded under a unit's former name strikes the renamed unit too.
 */
export function raceDecisions(
  input: Pick<ScoringInput, 'scheme' | 'period' | 'decisions'>,
  race: RaceDefinition
): RaceDecisions {
  const imputations = new Map<string | null, Map<string, Imputation>>()
  for (const decision of decisionsOf(input.decisions, 'IMPUTATION')) {
    const { subject, period } = decision
    if (period !== input.period || subject.race !== race.code) continue
    const byUnit = imputations.get(subject.indicator) ?? new Map<string, Imputation>()
    imputations.set(subject.indicator, byUnit.set(subject.unit, decision))
  }
  const vetoes = vetoesInForce(input, race)
  const units = unitsOverTime(input.scheme)
  const find = (indicator: string | null, unit: string): Imputation | null => {
    const byUnit = imputations.get(indicator)
    return byUnit?.get(unit) ?? byUnit?.get('*') ?? null
  }
  return {
    imputed: find,
    imputedTotal: (unit) => find(TOTAL, unit),
    struck: (indicator, unit) =>
      vetoes.size === 0
        ? null
        : (units
            .codesUntil(unit, input.period)
            .flatMap((code) => vetoes.get(code) ?? [])
            .find((veto) => veto.indicator === indicator && veto.effects.includes('SCORE_ZERO')) ?? null)
  }
}

export function decisionSource({ decidedBy, date, basis }: Imputation): SourceRef {
  return { kind: 'decision', by: decidedBy, at: date, basis }
}

/** 「依据：会议纪要第 3 期，考核办 2026-10-08 决定」 */
export function decisionWords({ basis, decidedBy, date }: Imputation): string {
  return `依据：${basis}，${decidedBy} ${date} 决定`
}
