import type { AppliedVeto } from '../ranking/resultSet.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import type { VetoEffect } from '../scheme/vetoKinds.ts'
import type { ScoringInput } from '../scoring/scoringInput.ts'
import { decisionsOf } from './decision.ts'

/**
 * 否决 that hold in the period and the race, by unit (S26: also the next year's; S34; S47). None while the scheme leaves
 * vetoes off (S74a). An event whose kind the catalogue does not know, or that names an indicator of another race, does
 * nothing here.
 */
export function vetoesInForce(
  { scheme, period, decisions }: Pick<ScoringInput, 'scheme' | 'period' | 'decisions'>,
  race: RaceDefinition
): Map<string, AppliedVeto[]> {
  const found = new Map<string, AppliedVeto[]>()
  if (!scheme.policies.vetoes) return found
  const kinds = new Map(scheme.vetoKinds.map((kind) => [kind.code, kind]))
  const indicators = new Set(race.dimensions.flatMap((dimension) => dimension.indicators.map((i) => i.code)))
  for (const { id, subject, basis, decidedBy } of decisionsOf(decisions, 'VETO')) {
    const kind = kinds.get(subject.kind)
    if (kind === undefined || (subject.race !== null && subject.race !== race.code)) continue
    if (period < subject.from || (subject.until !== null && period > subject.until)) continue
    if (subject.indicator !== null && !indicators.has(subject.indicator)) continue
    const { code, name, effects } = kind
    const veto = { decision: id, kind: code, name, effects, indicator: subject.indicator, basis, decidedBy }
    found.set(subject.unit, [...(found.get(subject.unit) ?? []), veto])
  }
  return found
}

/** Whether a veto has an effect on the unit as a whole: SCORE_ZERO with an indicator strikes that one only. */
export function vetoHas(veto: AppliedVeto, effect: VetoEffect): boolean {
  return veto.effects.includes(effect) && (effect !== 'SCORE_ZERO' || veto.indicator === null)
}

/** Vetoed units take no place of a quota (§6.4-9); one struck indicator alone does not make a unit vetoed. */
export function isVetoed(vetoes: readonly AppliedVeto[]): boolean {
  return vetoes.some((veto) => veto.effects.some((effect) => vetoHas(veto, effect)))
}
