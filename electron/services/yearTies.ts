import type { DecisionOf } from '#shared/domain/decision/decision.ts'
import { computeYear } from '#shared/domain/period/computeYear.ts'
import { quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { YearSpan, YearUnit } from '#shared/domain/period/yearResult.ts'
import { ALL_GROUPS } from '#shared/domain/ranking/ties/tieRulings.ts'
import type { Library } from './library.ts'
import { yearInputOf } from './yearInput.ts'

/** Sets of units that share a place in the year or half-year now: in a group, or over all groups of the race. */
export function yearTies(
  library: Library,
  period: PeriodKey,
  span: YearSpan,
  { race, group }: DecisionOf<'TIE'>['subject']
): string[][] {
  const input = yearInputOf(library, quarterOf(period).year, span)
  const groups = computeYear(input).races.find((entry) => entry.race === race)?.groups ?? []
  const ranked = groups
    .filter((entry) => group === ALL_GROUPS || entry.group === group)
    .flatMap((entry) => entry.units)
    .filter((unit) => unit.rank !== null)
  const { judgeOn } = input.scheme.policies
  const sets = new Map<string, string[]>()
  for (const unit of ranked) {
    const key = group === ALL_GROUPS ? judgedTotal(unit, judgeOn) : String(unit.rank)
    sets.set(key, [...(sets.get(key) ?? []), unit.unit])
  }
  return [...sets.values()].filter((units) => units.length > 1)
}

function judgedTotal({ total }: YearUnit, judgeOn: 'PRINTED' | 'EXACT'): string {
  return (judgeOn === 'PRINTED' ? total?.printed : total?.exact) ?? ''
}
