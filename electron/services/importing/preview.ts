import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ImportPreview } from '#shared/ipc/import.ts'
import { dryRun } from '#db/tx.ts'
import { resultsOf, scoringInputOf } from '../compute.ts'
import type { Library } from '../library.ts'
import { commitSession } from './commit.ts'
import type { ImportSession } from './session.ts'

function ranksOf(library: Library, session: ImportSession): Map<string, UnitResult> {
  const results = resultsOf(scoringInputOf(library, session.period))
  return new Map(
    results.races
      .flatMap((race) => race.groups.flatMap((group) => group.units))
      .map((unit) => [unit.unit, unit])
  )
}

/**
 * The real import, rolled back: what would be new, changed, the same and left out, and which ranks would move.
 * Cells with open errors are left out here, so that the clerk can look before everything is repaired.
 */
export function previewSession(library: Library, session: ImportSession): ImportPreview {
  const { scheme } = scoringInputOf(library, session.period)
  const unitName = new Map(scheme.units.map((unit) => [unit.code, unit.name]))
  const indicatorName = new Map(
    scheme.races.flatMap((race) =>
      race.dimensions.flatMap((d) => d.indicators.map((i) => [i.code, i.name] as const))
    )
  )
  const before = ranksOf(library, session)
  return dryRun(library.db, () => {
    const outcomes = commitSession(library, session, true)
    const after = ranksOf(library, session)
    const total = (pick: (outcome: (typeof outcomes)[number]) => number): number =>
      outcomes.reduce((sum, outcome) => sum + pick(outcome), 0)
    return {
      created: total((outcome) => outcome.created),
      changed: outcomes.flatMap((outcome) =>
        outcome.changed.map((change) => ({
          unit: change.unit,
          unitName: unitName.get(change.unit) ?? change.unit,
          indicator: change.indicator,
          indicatorName: indicatorName.get(change.indicator) ?? change.indicator,
          field: change.field,
          before: change.before,
          after: change.after,
          file: change.file,
          address: change.address
        }))
      ),
      same: total((outcome) => outcome.same),
      left: total((outcome) => outcome.left.length),
      adjustments: total((outcome) => outcome.adjustments),
      rankChanges: [...after.values()].flatMap((unit) => {
        const old = before.get(unit.unit)?.rank ?? null
        if (old === unit.rank) return []
        return [
          {
            unit: unit.unit,
            name: unit.name,
            before: old,
            after: unit.rank,
            movement: movementBetween(old, unit.rank)
          }
        ]
      })
    }
  })
}

function movementBetween(
  before: number | null,
  after: number | null
): ImportPreview['rankChanges'][number]['movement'] {
  if (after === null) return { kind: 'NA' }
  if (before === null) return { kind: 'NEW' }
  return before > after ? { kind: 'UP', by: before - after } : { kind: 'DOWN', by: after - before }
}
