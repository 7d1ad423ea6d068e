import { decisionsOf, type Decision, type DecisionOf } from '../../decision/decision.ts'

/** 人工裁定 on a set of tied units. */
export interface TieRuling {
  basis: string
  decidedBy: string
  /** The set, best first; null when the decision names only a part of it, so that it cannot be carried out. */
  order: readonly string[] | null
}

/** Finds the ruling on units that the whole tie-break chain leaves equal. */
export type FindRuling = (units: readonly string[]) => TieRuling | null

/** Group of a decision on units of several groups, tied in the ranking over all groups of the race. */
export const ALL_GROUPS = '*'

/**
 * 并列裁定 of a race and group (S34: a human criterion, recorded with its reason). The newest decision that names the
 * whole set orders it; units beyond the set do not matter, they are tied no longer. A decision that names only some
 * of a set says nothing about the rest, so none of it counts. Over all groups every decision of the race is looked at.
 */
export function tieRulings(decisions: readonly Decision[], race: string, group: string): FindRuling {
  const byUnit = new Map<string, DecisionOf<'TIE'>[]>()
  for (const decision of decisionsOf(decisions, 'TIE').reverse()) {
    const { subject } = decision
    if (
      subject.race !== race ||
      (group !== ALL_GROUPS && subject.group !== group && subject.group !== ALL_GROUPS)
    ) {
      continue
    }
    for (const unit of new Set(subject.order)) {
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), decision])
    }
  }
  return (units) => {
    const named = byUnit.get(units[0] ?? '') ?? []
    for (const decision of named) {
      const order = orderBy(decision, units)
      if (order !== null) return rulingOf(decision, order)
    }
    const partial = units.flatMap((unit) => byUnit.get(unit) ?? []).sort((a, b) => b.id - a.id)[0]
    return partial === undefined ? null : rulingOf(partial, null)
  }
}

function orderBy({ subject }: DecisionOf<'TIE'>, units: readonly string[]): string[] | null {
  const position = new Map([...subject.order].reverse().map((unit, index) => [unit, -index]))
  if (!units.every((unit) => position.has(unit))) return null
  return [...units].sort((a, b) => position.get(a)! - position.get(b)!)
}

function rulingOf({ basis, decidedBy }: DecisionOf<'TIE'>, order: readonly string[] | null): TieRuling {
  return { basis, decidedBy, order }
}
