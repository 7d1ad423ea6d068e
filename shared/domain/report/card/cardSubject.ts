import type { GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'

/** One race that a unit takes part in, with its result there. */
export interface CardRace {
  race: RaceResult
  group: GroupResult
  unit: UnitResult
}

/** A unit with everything that its card is about. */
export interface CardSubject {
  unit: string
  name: string
  /** In the order of the results; never empty. */
  races: readonly CardRace[]
}

/** Units that have a result, in 机构顺序. */
export function cardSubjects({ results, scheme }: ReportFacts): CardSubject[] {
  const found = new Map<string, CardRace[]>()
  for (const race of results.races)
    for (const group of race.groups)
      for (const unit of group.units) {
        const races = found.get(unit.unit)
        if (races === undefined) found.set(unit.unit, [{ race, group, unit }])
        else races.push({ race, group, unit })
      }
  return scheme.units.flatMap(({ code }) => {
    const races = found.get(code)
    return races === undefined ? [] : [{ unit: code, name: races[0]!.unit.name, races }]
  })
}

/** Those of them that the clerk chose. */
export function chosenSubjects(facts: ReportFacts, { units }: ReportOptions): CardSubject[] {
  return cardSubjects(facts).filter(({ unit }) => units?.includes(unit) ?? true)
}
