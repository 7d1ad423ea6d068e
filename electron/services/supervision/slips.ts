import { AppError } from '#shared/appError.ts'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { workdaysBetween } from '#shared/domain/calendar/workCalendar.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { isOpen, LEVELS } from '#shared/domain/supervision/slip.ts'
import { actionsOf } from '#shared/domain/supervision/slipMachine.ts'
import type { LampMatrix, SlipDetailView, SlipFilter, SlipListView, SlipView } from '#shared/ipc/slip.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { getItem } from '#db/repos/registerRepo.ts'
import { findSlip, listSlips, slipEvents, timesByItem, type SlipRow } from '#db/repos/slipRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import type { Library } from '../library.ts'
import { itemsWithStanding } from '../register/items.ts'
import { schemeOn, today } from '../register/registerContext.ts'

/** Slips of a quarter; while it is not frozen also those that are still open from before. */
export function slipList(library: Library, period: PeriodKey, filter: SlipFilter = {}): SlipListView {
  const on = today(library)
  const view = slipViewer(library, on)
  const row = getPeriod(library.db, period)
  const past = row !== null && isFrozenState(row.state)
  const all = listSlips(library.db)
    .filter((slip) => slip.period === period || (!past && isOpen(slip)))
    .map(view)
  const open = all.filter(isOpen)
  return {
    on,
    slips: all.filter((slip) => matches(slip, filter)).sort(byPressure),
    counts: {
      total: all.length,
      open: open.length,
      late: open.filter(isLate).length,
      byState: countBy(all, ({ state }) => state),
      byLevel: countBy(open, ({ level }) => level),
      byKind: countBy(all, ({ kind }) => kind)
    },
    vocabulary: vocabularyOf(library, on)
  }
}

/** Papers that belong to a quarter, withdrawn ones left out, in the order in which they were issued. */
export function slipsOfQuarter(library: Library, period: PeriodKey): SlipView[] {
  return listSlips(library.db)
    .filter((slip) => slip.period === period && slip.state !== 'WITHDRAWN')
    .reverse()
    .map(slipViewer(library, today(library)))
}

/** Throws NOT_FOUND. */
export function slipDetail(library: Library, id: number): SlipDetailView {
  const row = requireSlip(library, id)
  return {
    slip: slipViewer(library, today(library))(row),
    events: slipEvents(library.db, id),
    evidence: evidenceOf(library, 'SLIP', id),
    actions: actionsOf(row)
  }
}

/** Throws NOT_FOUND. */
export function requireSlip(library: Library, id: number): SlipRow {
  const row = findSlip(library.db, id)
  if (row === null)
    throw new AppError('NOT_FOUND', `没有第 ${id} 号督办文书，没有改动。`, { action: '请刷新后再试。' })
  return row
}

/** Views rows on a day, reading calendar and counts once. */
export function slipViewer(library: Library, on: IsoDate): (row: SlipRow) => SlipView {
  const { calendar } = workCalendar(library)
  const times = timesByItem(library.db)
  return ({ times: own, createdAt: _at, createdBy: _by, ...row }) => {
    const item = row.item === null ? null : getItem(library.db, row.item)
    const counted = row.level === null ? 1 : row.item === null ? own[row.level] : times(row.item, row.level)
    return {
      ...row,
      // A withdrawn slip is not counted; it still bears its own number of times.
      nth: Math.max(1, counted, row.level === null ? 1 : row.state === 'WITHDRAWN' ? own[row.level] : 1),
      itemNumber: item?.number ?? null,
      itemTitle: item?.title ?? null,
      workdaysLeft:
        row.state === 'ISSUED' && row.answerBy !== null ? workdaysLeft(on, row.answerBy, calendar) : null
    }
  }
}

/** Negative as soon as the day is over, a weekend between included. */
function workdaysLeft(on: IsoDate, by: IsoDate, calendar: Parameters<typeof workdaysBetween>[2]): number {
  const left = workdaysBetween(on, by, calendar)
  return by < on ? Math.min(-1, left) : left
}

/** 单位 × 状态, units in 机构顺序; items without an owner last. */
export function slipMatrix(library: Library): LampMatrix {
  const on = today(library)
  const items = itemsWithStanding(library, on)
  const open = listSlips(library.db).filter(isOpen)
  const rows = [
    ...listUnits(library.db).map(({ code, name }) => ({ code, name })),
    { code: '', name: '（没有责任单位）' }
  ]
  return {
    on,
    vocabulary: vocabularyOf(library, on),
    rows: rows.flatMap(({ code, name }) => {
      const own = items.filter(({ item }) => (item.owner ?? '') === code)
      const openSlips = open.filter(({ unit }) => unit === code).length
      return own.length === 0 && openSlips === 0
        ? []
        : [
            {
              unit: code,
              name,
              counts: countBy(own, ({ standing }) => standing.status ?? 'NONE'),
              total: own.length,
              openSlips
            }
          ]
    })
  }
}

function vocabularyOf(library: Library, on: IsoDate): SlipListView['vocabulary'] {
  return (schemeOn(library, on)?.progress ?? progressRules.parse(undefined)).vocabulary
}

const isLate = ({ workdaysLeft: left }: SlipView): boolean => left !== null && left < 0

function matches(slip: SlipView, { kinds, levels, states, units, late, text }: SlipFilter): boolean {
  if (kinds !== undefined && !kinds.includes(slip.kind)) return false
  if (levels !== undefined && (slip.level === null || !levels.includes(slip.level))) return false
  if (states !== undefined && !states.includes(slip.state)) return false
  if (units !== undefined && !units.includes(slip.unit)) return false
  if (late === true && !isLate(slip)) return false
  const words = text?.trim() ?? ''
  if (words === '') return true
  const { number, unitName, itemNumber, fields } = slip
  return [number, unitName, itemNumber ?? '', fields.subject, fields.reason].some((part) =>
    part.includes(words)
  )
}

function byPressure(a: SlipView, b: SlipView): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1
  if (!isOpen(a)) return b.id - a.id
  const level = ({ level: own }: SlipView): number => (own === null ? LEVELS.length : LEVELS.indexOf(own))
  if (level(a) !== level(b)) return level(b) - level(a)
  const day = (slip: SlipView): string => slip.answerBy ?? '9999'
  return day(a) === day(b) ? b.id - a.id : day(a) < day(b) ? -1 : 1
}

function countBy<T, K extends string>(
  list: readonly T[],
  keyOf: (entry: T) => K | null
): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const entry of list) {
    const key = keyOf(entry)
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
