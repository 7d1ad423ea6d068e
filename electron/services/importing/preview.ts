import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ImportPreview } from '#shared/ipc/importViews.ts'
import { dryRun } from '#db/tx.ts'
import { resultsOf, scoringInputOf } from '../compute.ts'
import type { Library } from '../library.ts'
import { importSession } from './commit.ts'
import { importedRows } from './importedRows.ts'
import type { ImportSession } from './session.ts'

interface Standing {
  unit: UnitResult
  /** The unit's name, with the race where there are several: it has a place in each. */
  name: string
}

function ranksOf(library: Library, session: ImportSession): Map<string, Standing> {
  const { races } = resultsOf(scoringInputOf(library, session.period))
  return new Map(
    races.flatMap((race) =>
      race.groups.flatMap((group) =>
        group.units.map((unit): [string, Standing] => [
          `${race.race}|${group.group}|${unit.unit}`,
          { unit, name: races.length > 1 ? `${unit.name}（${race.name}）` : unit.name }
        ])
      )
    )
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
    const outcomes = importSession(library, session, true, 'MERGE')
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
      left: total(
        (outcome) => outcome.left.length + outcome.rows.filter((row) => row.outcome === 'SKIPPED').length
      ),
      adjustments: total((outcome) => outcome.adjustments),
      items: outcomes.flatMap(({ fileName, rows }) =>
        importedRows(library, rows).map((row) => ({ ...row, file: fileName }))
      ),
      rankChanges: Array.from(after).flatMap(([key, { unit, name }]) => {
        const old = before.get(key)?.unit.rank ?? null
        if (old === unit.rank) return []
        const movement = movementBetween(old, unit.rank)
        return [{ unit: unit.unit, name, before: old, after: unit.rank, movement }]
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
