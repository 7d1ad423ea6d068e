import { AppError } from '#shared/appError.ts'
import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { ledgerInput, type LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import { actionObjection } from '#shared/domain/incentive/transitions.ts'
import { tidy } from '#shared/domain/importing/names/normaliseLabel.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { append } from '#db/repos/auditRepo.ts'
import { catalogueByCode } from '#db/repos/catalogueRepo.ts'
import {
  addLedgerEvent,
  entriesOfHonour,
  getLedgerRow,
  insertLedgerEntry,
  sameEvents,
  updateLedgerEntry,
  type LedgerRow
} from '#db/repos/ledgerRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { getSettings } from '../settings.ts'
import { entryObjections, type EntryGround } from './checkEntry.ts'
import { assertQuarterOpen, quarterOfEntry, schemeOfQuarter } from './entryQuarter.ts'
import { requireHonour } from './honourRegister.ts'

/** Throws NOT_FOUND. */
export function requireEntry(library: Library, id: number): LedgerRow {
  const row = getLedgerRow(library.db, id)
  if (row === null) throw new AppError('NOT_FOUND', `加减分台账没有第 ${id} 号。`)
  return row
}

/** What an entry is judged by: its quarter's scheme and its catalogue entry. */
export function groundOf(library: Library, period: PeriodKey, input: LedgerInput): EntryGround {
  const catalogue = input.catalogue === null ? null : catalogueByCode(library.db, input.catalogue)
  return { period, scheme: schemeOfQuarter(library, period), catalogue }
}

/**
 * Adds a draft to the ledger of the quarter that its day lies in. Throws NOT_FOUND (quarter, honour), PERIOD_FROZEN,
 * VALIDATION_FAILED, or CONFLICT where the same event is on the ledger.
 */
export function addEntry(library: Library, request: LedgerInput): LedgerRow {
  return tx(library.db, () => {
    const { input, period } = checked(library, request)
    const ordinal = freeOrdinal(library, period, input, null)
    assertHonourFree(library, input.honour, null)
    const at = library.now()
    const row = insertLedgerEntry(library.db, { period, input, ordinal, at })
    addLedgerEvent(library.db, row.id, {
      ...{ type: 'ENTERED', at, who: input.reporter, after: input },
      text: input.honour === null ? '' : `按第 ${input.honour} 号荣誉登记`
    })
    log(library, '登记加减分', row)
    return row
  })
}

/** Overwrites a draft; the log keeps what stood there. Throws as `addEntry`, and CONFLICT for what is no draft any more. */
export function editEntry(library: Library, id: number, request: LedgerInput): LedgerRow {
  return tx(library.db, () => {
    const before = requireEntry(library, id)
    assertMay(library, before, 'EDIT')
    assertQuarterOpen(library, before.period)
    const { input, period } = checked(library, request)
    const ordinal = freeOrdinal(library, period, input, id)
    assertHonourFree(library, input.honour, id)
    const after = updateLedgerEntry(library.db, id, { period, input, ordinal })
    addLedgerEvent(library.db, id, {
      ...{ type: 'EDITED', at: library.now(), who: library.operator(), before, after: input },
      text: period === before.period ? '' : `改记到${periodTitle(period)}`
    })
    log(library, '修改加减分', after, describe(library, before))
    return after
  })
}

/** Throws CONFLICT with why the action is not for this entry. */
export function assertMay(
  library: Library,
  row: LedgerRow,
  action: Parameters<typeof actionObjection>[0]
): void {
  const objection = actionObjection(action, movable(row), getSettings(library).reviewImports)
  if (objection !== null)
    throw new AppError('CONFLICT', `第 ${row.id} 号「${row.reason}」：${objection}没有任何改动。`)
}

export function movable({ state, entered }: LedgerRow) {
  return { state, byHand: entered !== null }
}

function checked(library: Library, request: LedgerInput): { input: LedgerInput; period: PeriodKey } {
  const parsed = ledgerInput.parse(request)
  const input = { ...parsed, reason: tidy(parsed.reason) }
  if (input.date > localDay(library.now())) {
    throw new AppError('VALIDATION_FAILED', `日期 ${input.date} 还没有到，没有登记。`, {
      action: '请写事情发生或认定的日期。'
    })
  }
  const period = quarterOfEntry(library, input.date)
  const objections = entryObjections(input, groundOf(library, period, input))
  if (objections.length > 0) throw new AppError('VALIDATION_FAILED', `${objections.join('')}没有登记。`)
  return { input, period }
}

/**
 * The event's number among those of the same unit, class, day and reason. A live one is the same event and not entered twice
 * (the same may happen twice on a day: then the reasons must say so); reversed ones keep their place.
 */
function freeOrdinal(library: Library, period: PeriodKey, input: LedgerInput, own: number | null): number {
  const others = sameEvents(library.db, period, input).filter((row) => row.id !== own)
  const live = others.find((row) => row.state !== 'reversed')
  if (live !== undefined) {
    const from =
      live.source === null
        ? `第 ${live.id} 号，${live.entered?.reporter ?? ''}登记`
        : `第 ${live.id} 号，来自《${live.source.file}》${live.source.sheet} ${live.source.address}`
    throw new AppError('CONFLICT', `台账里已有这一笔（${from}），没有重复登记。`, {
      action: '确是两件事的，请在事由里写明区别。'
    })
  }
  return 1 + Math.max(0, ...others.map((row) => row.ordinal))
}

function assertHonourFree(library: Library, honour: number | null, own: number | null): void {
  if (honour === null) return
  const { title, voided } = requireHonour(library, honour)
  if (voided !== null) throw new AppError('CONFLICT', `荣誉「${title}」已经作废，不能加分。`)
  const other = entriesOfHonour(library.db, honour).find((row) => row.id !== own && row.state !== 'reversed')
  if (other !== undefined)
    throw new AppError('CONFLICT', `荣誉「${title}」已经记过加分（第 ${other.id} 号），没有重复登记。`)
}

/** 「2026Q3 · 甲处 · 表彰 · 3 分 · 事由」. */
export function describe(library: Library, row: LedgerRow): string {
  const unit = listUnits(library.db).find((entry) => entry.code === row.unit)?.name ?? row.unit
  const classes = schemeOfQuarter(library, row.period).races.flatMap((race) => race.adjustments.classes)
  const name = classes.find((entry) => entry.code === row.classCode)?.name ?? row.classCode
  return [unit, name, `${row.points} 分`, row.date ?? '', row.reason]
    .filter((part) => part !== '')
    .join(' · ')
}

export function log(
  library: Library,
  what: string,
  row: LedgerRow,
  before: string | null = null,
  reason: string | null = null
): void {
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what,
    subject: `${row.period} · 第 ${row.id} 号 · ${describe(library, row)}`,
    before,
    reason
  })
}
