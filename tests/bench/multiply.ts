import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'

/** The same quarter with every unit `times` over, under names of their own. */
export function multiply(input: ScoringInput, times: number): ScoringInput {
  const copies = Array.from(
    { length: times },
    (_, index) => (code: string) => (index === 0 ? code : `${code}-${index}`)
  )
  const { scheme } = input
  const rename = <T extends { unit: string }>(rows: readonly T[]): T[] =>
    copies.flatMap((copy) => rows.map((row) => ({ ...row, unit: row.unit === '*' ? '*' : copy(row.unit) })))
  return {
    ...input,
    scheme: {
      ...scheme,
      units: copies.flatMap((copy) => scheme.units.map((unit) => ({ ...unit, code: copy(unit.code) }))),
      groups: scheme.groups.map((group) => ({ ...group, members: rename(group.members) })),
      races: scheme.races.map((race) => ({
        ...race,
        dimensions: race.dimensions.map((dimension) => ({
          ...dimension,
          indicators: dimension.indicators.map((indicator) => ({
            ...indicator,
            targets: rename(indicator.targets).filter(
              (target, at, all) => target.unit !== '*' || all.findIndex((t) => t.unit === '*') === at
            ),
            appliesTo: {
              ...indicator.appliesTo,
              ...(indicator.appliesTo.units && {
                units: copies.flatMap((copy) => indicator.appliesTo.units!.map(copy))
              }),
              ...(indicator.appliesTo.exceptUnits && {
                exceptUnits: copies.flatMap((copy) => indicator.appliesTo.exceptUnits!.map(copy))
              })
            }
          }))
        }))
      }))
    },
    readings: rename(input.readings),
    adjustments: rename(input.adjustments)
  }
}
