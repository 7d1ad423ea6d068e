import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { countedEntries, type Counted } from '#shared/domain/incentive/capEffect.ts'
import type { LedgerEvent } from '#shared/domain/incentive/ledgerEntry.ts'
import { allowedActions } from '#shared/domain/incentive/transitions.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { LedgerEntryView, LedgerUnitView, LedgerView } from '#shared/ipc/incentive.ts'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { allCatalogue } from '#db/repos/catalogueRepo.ts'
import { evidenceCounts } from '#db/repos/evidenceRepo.ts'
import { listHonours } from '#db/repos/honourRepo.ts'
import { ledgerEvents, ledgerOf, type LedgerRow } from '#db/repos/ledgerRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { resultsOf, scoringInputOf } from '../compute.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { standingResults } from '../results.ts'
import { getSettings } from '../settings.ts'
import { requireEntry, movable } from './entries.ts'
import { entriesOfUnit } from './effect.ts'
import { recognitionDay, schemeOfQuarter } from './entryQuarter.ts'
import { proposalCount } from './honourBonuses.ts'

/**
 * The whole ledger of a quarter in every state, what counts of each entry, and what it comes to by unit: from the snapshot
 * where the quarter is frozen, otherwise by the engine now. Throws NOT_FOUND or SCHEME_MISSING.
 */
export function ledgerView(library: Library, period: PeriodKey): LedgerView {
  const frozen = isFrozenState(requirePeriod(library, period).state)
  const scheme = schemeOfQuarter(library, period)
  const results = frozen
    ? standingResults(library, period)!.results
    : resultsOf(scoringInputOf(library, period))
  const { reviewImports: review } = getSettings(library)
  const entries = entryViews(library, ledgerOf(library.db, period), { scheme, frozen, review })
  return {
    ...{ period, frozen, review, operator: library.operator(), today: localDay(library.now()) },
    recognition: recognitionDay(library),
    decimals: results.decimals,
    races: results.races.length,
    entries,
    units: unitViews(results),
    classes: scheme.races.flatMap((race) =>
      race.adjustments.classes.map(({ code, name, sign, cap }) => ({
        ...{ code, name, sign, cap: cap ?? null },
        race: race.name
      }))
    ),
    choices: unitsWithClasses(scheme),
    catalogue: allCatalogue(library.db)
      .filter((entry) => entry.endedAt === null)
      .map(({ code, name, classCode, points, least, most, levels, evidence, instant, clause }) => ({
        ...{ code, name, classCode, points, least, most, levels, evidence, instant, clause }
      })),
    waiting: entries.filter((entry) => entry.state === 'submitted').length,
    proposals: frozen ? 0 : proposalCount(library)
  }
}

interface ViewScope {
  scheme: SchemeDefinition
  frozen: boolean
  review: boolean
}

/** Views of entries of one quarter. */
export function entryViews(
  library: Library,
  rows: readonly LedgerRow[],
  { scheme, frozen, review }: ViewScope
): LedgerEntryView[] {
  const units = new Map(listUnits(library.db).map((unit) => [unit.code, unit.name]))
  for (const unit of scheme.units) units.set(unit.code, unit.name)
  const classes = new Map(
    scheme.races.flatMap((race) => race.adjustments.classes.map((entry) => [entry.code, entry] as const))
  )
  const catalogue = new Map(allCatalogue(library.db).map(({ code, name }) => [code, { code, name }]))
  const honours = new Map(
    listHonours(library.db, { voided: true }).map(({ id, title }) => [id, { id, title }])
  )
  const events = ledgerEvents(
    library.db,
    rows.map((row) => row.id)
  )
  const files = evidenceCounts(library.db, 'ADJUSTMENT')
  const counted = rows.length === 0 ? new Map<number, Counted>() : countedOf(library, rows[0]!.period, scheme)
  return rows.map((row): LedgerEntryView => {
    const own = row.state === 'effective' ? counted.get(row.id) : undefined
    const code = row.entered?.catalogue ?? null
    const honour = row.entered?.honour ?? null
    const definition = classes.get(row.classCode)
    return {
      ...{ id: row.id, unit: row.unit, unitName: units.get(row.unit) ?? row.unit, classCode: row.classCode },
      ...{ className: definition?.name ?? row.classCode, sign: definition?.sign ?? 'BONUS' },
      ...{ date: row.date, points: row.points, reason: row.reason, evidence: row.evidence },
      ...{ approver: row.approver, state: row.state, byHand: row.entered !== null },
      source: sourceOf(row),
      reporter: row.entered?.reporter ?? null,
      catalogue: code === null ? null : (catalogue.get(code) ?? { code, name: code }),
      level: row.entered?.level ?? null,
      instant: row.entered?.instant ?? false,
      honour: honour === null ? null : (honours.get(honour) ?? { id: honour, title: '' }),
      said: lastWord(row, events.get(row.id) ?? []),
      counts: own?.counts ?? null,
      countsWhy: own?.sentence ?? notCounted(row, definition === undefined),
      evidenceCount: files.get(row.id) ?? 0,
      actions: frozen ? [] : allowedActions(movable(row), review)
    }
  })
}

function sourceOf({ source, entered, createdAt, reason }: LedgerRow): LedgerEntryView['source'] {
  if (entered === null) return source
  return { kind: 'manual', by: entered.reporter, at: createdAt, reason }
}

/** What of each entry of a quarter counts; in several races that of the first one that has its class. */
function countedOf(library: Library, period: PeriodKey, scheme: SchemeDefinition): Map<number, Counted> {
  const adjustments = entriesOf(library.db, period)
  const found = new Map<number, Counted>()
  for (const race of scheme.races) {
    for (const unit of new Set(adjustments.map((entry) => entry.unit))) {
      const own = countedEntries(entriesOfUnit({ adjustments }, unit), race.adjustments, scheme.policies)
      for (const [id, counted] of own) if (!found.has(id)) found.set(id, counted)
    }
  }
  return found
}

function notCounted(row: LedgerRow, unknownClass: boolean): string {
  if (row.state === 'effective') return unknownClass ? '考核方案里没有这一类，没有计入。' : '没有计入。'
  return (
    {
      draft: '草稿，没有计入。',
      submitted: '等待批准，没有计入。',
      approved: '没有计入。',
      reversed: '已冲销，不计入。'
    } as const
  )[row.state]
}

/** The reason of a return or a reversal, while it still says how the entry stands. */
function lastWord(row: LedgerRow, events: readonly LedgerEvent[]): LedgerEntryView['said'] {
  const type = row.state === 'reversed' ? 'REVERSED' : row.state === 'draft' ? 'RETURNED' : null
  const event = events.findLast((entry) => entry.type === type)
  return event === undefined ? null : { at: event.at, by: event.who, text: event.text }
}

function unitViews(results: ResultSet): LedgerUnitView[] {
  return results.races.flatMap((race) =>
    race.groups.flatMap((group) =>
      group.units
        .filter((unit) => unit.adjustments.entries.length > 0)
        .map(({ unit, name, adjustments }) => ({
          ...{ race: race.race, raceName: race.name, unit, name, count: adjustments.entries.length },
          ...{ bonus: adjustments.bonus.printed, deduction: adjustments.deduction.printed },
          ...{ classes: adjustments.classes, sentence: adjustments.sentence }
        }))
    )
  )
}

/** Units of races that have classes, in 机构顺序. */
function unitsWithClasses(scheme: SchemeDefinition): LedgerView['choices'] {
  const groups = new Set(
    scheme.races.filter((race) => race.adjustments.classes.length > 0).flatMap((race) => race.groups)
  )
  const members = new Set(
    scheme.groups
      .filter((group) => groups.has(group.code))
      .flatMap((group) => group.members.map((member) => member.unit))
  )
  return scheme.units.filter((unit) => members.has(unit.code)).map(({ code, name }) => ({ code, name }))
}

/** One entry with its log and its evidence. Throws NOT_FOUND. */
export function entryDetail(library: Library, id: number) {
  const row = requireEntry(library, id)
  const { period } = row
  const scheme = schemeOfQuarter(library, period)
  const frozen = isFrozenState(requirePeriod(library, period).state)
  const { reviewImports: review } = getSettings(library)
  return {
    entry: entryViews(library, [row], { scheme, frozen, review })[0]!,
    period,
    events: ledgerEvents(library.db, [id]).get(id) ?? [],
    evidence: evidenceOf(library, 'ADJUSTMENT', id)
  }
}
