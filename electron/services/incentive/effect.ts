import { countedEntries } from '#shared/domain/incentive/capEffect.ts'
import type { LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { AdjustmentEntry } from '#shared/domain/scoring/reading.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { EffectView } from '#shared/ipc/incentive.ts'
import type { LedgerRow } from '#db/repos/ledgerRepo.ts'
import { resultsOf, scoringInputOf } from '../compute.ts'
import type { Library } from '../library.ts'
import { evidenceObjection, entryObjections } from './checkEntry.ts'
import { requireEntry, groundOf } from './entries.ts'
import { filesOf, rivalsOf } from './entryActions.ts'
import { quarterOfEntry } from './entryQuarter.ts'

/** Behind every id on record: an entry of the same day counts after those that are there. */
const NEW_ENTRY = Number.MAX_SAFE_INTEGER

/**
 * What an entry would do once it is approved, by a run of the engine on the quarter's inputs with it: nothing is written. `id`
 * is the entry as it stands on the ledger, null for one that is being filled in. What keeps it from being entered or approved
 * is told in `objections`. Throws PERIOD_FROZEN and NOT_FOUND (quarter) as entering it would.
 */
export function effectOf(library: Library, input: LedgerInput, id: number | null): EffectView {
  const period = quarterOfEntry(library, input.date)
  const ground = groundOf(library, period, input)
  const { above, below } = rivalsOf(library, { ...input, id })
  const evidence = evidenceObjection(input, ground.catalogue, filesOf(library, id, input.honour))
  const refused = entryObjections(input, ground)
  const higher = above.map(
    (other) =>
      `与第 ${other.id} 号「${other.reason}」（${other.points} 分）是同一事项，只按最高层次计一次，这一笔不能批准。`
  )
  return {
    period,
    periodTitle: periodTitle(period),
    objections: [...refused, ...(evidence === null ? [] : [evidence]), ...higher],
    supersedes: below.map(({ id: lower, reason, points }) => ({ id: lower, reason, points })),
    races:
      refused.length > 0
        ? []
        : effectInRaces(
            library,
            period,
            input,
            id,
            below.map((other) => other.id)
          )
  }
}

/** The same for an entry on the ledger. Throws NOT_FOUND. */
export function effectOfEntry(library: Library, id: number): EffectView {
  return effectOf(library, inputOfRow(requireEntry(library, id)), id)
}

/** An entry as it was filled in. */
export function inputOfRow(row: LedgerRow): LedgerInput {
  const { unit, classCode, points, reason, evidence, entered } = row
  return {
    ...{ unit, classCode, points, reason, evidence, date: row.date ?? '' },
    ...{ catalogue: entered?.catalogue ?? null, level: entered?.level ?? null },
    ...{ reporter: entered?.reporter ?? '', instant: entered?.instant ?? false },
    honour: entered?.honour ?? null
  }
}

function effectInRaces(
  library: Library,
  period: PeriodKey,
  input: LedgerInput,
  id: number | null,
  reversed: readonly number[]
): EffectView['races'] {
  const now = scoringInputOf(library, period)
  const candidate: AdjustmentEntry = {
    id: id ?? NEW_ENTRY,
    ...{ unit: input.unit, classCode: input.classCode, date: input.date, points: input.points },
    ...{ reason: input.reason, evidence: input.evidence, approver: null, source: null }
  }
  const others = now.adjustments.filter((entry) => entry.id !== id)
  const kept = others.filter((entry) => !reversed.includes(entry.id))
  const before = resultsOf({ ...now, adjustments: others })
  const withIt = { ...now, adjustments: [...kept, candidate] }
  const after = resultsOf(withIt)
  return withIt.scheme.races.flatMap((race) => {
    const definition = race.adjustments.classes.find((entry) => entry.code === input.classCode)
    const standings = [before, after].map((results) => standingOf(results, race.code, input.unit))
    const [old, next] = standings
    if (definition === undefined || old == null || next == null) return []
    const own = countedEntries(entriesOfUnit(withIt, input.unit), race.adjustments, withIt.scheme.policies)
    const { counts, sentence } = own.get(candidate.id)!
    return [
      {
        race: race.code,
        raceName: race.name,
        className: definition.name,
        sign: definition.sign,
        cap: definition.cap ?? null,
        counts,
        sentence,
        totalBefore: old.total?.printed ?? null,
        totalAfter: next.total?.printed ?? null,
        rankBefore: old.rank,
        rankAfter: next.rank
      }
    ]
  })
}

/** Entries of a unit as the engine takes them. */
export function entriesOfUnit(
  { adjustments }: Pick<ScoringInput, 'adjustments'>,
  unit: string
): AdjustmentEntry[] {
  return adjustments.filter((entry) => entry.unit === unit)
}

function standingOf({ races }: ResultSet, race: string, unit: string): UnitResult | null {
  return (
    races
      .find((entry) => entry.race === race)
      ?.groups.flatMap((group) => group.units)
      .find((entry) => entry.unit === unit) ?? null
  )
}
