import { listedUnits } from '../namedUnits.ts'
import type { YearContext } from './yearContext.ts'
import { asListed } from './yearFrame.ts'

/** What keeps the year from being final, but for sentences that name a unit which the report keeps back: those are counted. */
export function openPoints({ year, options }: YearContext): string[] {
  const { open, races } = year.result
  const hidden = races
    .flatMap(({ groups }) => groups)
    .flatMap((group) => {
      const listed = new Set(listedUnits(asListed(group), options).map(({ unit }) => unit))
      return group.units.filter(({ unit }) => !listed.has(unit)).map(({ name }) => name)
    })
  const told = open.filter((line) => !hidden.some((name) => line.includes(name)))
  const rest = open.length - told.length
  return rest === 0 ? told : [...told, `另有 ${rest} 项涉及没有列名的单位，请在软件里看。`]
}
