import type { Decision } from '../decision/decision.ts'
import { vetoesInForce } from '../decision/vetoesInForce.ts'
import type { PeriodKey } from '../period/periodKey.ts'
import { unitsOverTime, type UnitsOverTime } from '../scheme/inPeriod.ts'
import type { RaceDefinition, SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { ScoringInput } from '../scoring/scoringInput.ts'
import { previousRace, type PreviousRace } from './movement.ts'
import type { AppliedVeto } from './resultSet.ts'

/** What everything after the totals looks at in one race. */
export interface RaceContext {
  scheme: SchemeDefinition
  race: RaceDefinition
  period: PeriodKey
  units: UnitsOverTime
  previous: PreviousRace
  /** 否决 in force, by unit. */
  vetoes: ReadonlyMap<string, readonly AppliedVeto[]>
  /** Decisions of the quarter itself on places, grades and boards; those on a year or half-year are not among them. */
  decisions: readonly Decision[]
}

/** A renamed unit keeps its previous standing and its vetoes: what was recorded of the old code is the new one's own. */
export function raceContext(input: ScoringInput, race: RaceDefinition): RaceContext {
  const { scheme, period, decisions } = input
  const units = unitsOverTime(scheme)
  const codesOf = (unit: string): readonly string[] => units.codesUntil(unit, period)
  const struck = vetoesInForce(input, race)
  const vetoes = scheme.units.flatMap(({ code }): [string, AppliedVeto[]][] => {
    const own = codesOf(code).flatMap((former) => struck.get(former) ?? [])
    return own.length === 0 ? [] : [[code, own]]
  })
  return {
    scheme,
    race,
    period,
    units,
    previous: previousRace(input.previous, race.code, codesOf),
    vetoes: new Map(vetoes),
    decisions: decisions.filter((decision) => decision.period === period && !isOfSpan(decision))
  }
}

function isOfSpan({ subject }: Decision): boolean {
  return 'span' in subject && subject.span !== undefined
}
