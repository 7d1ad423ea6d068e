import { AppError } from '#shared/appError.ts'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { isWorkday, type WorkCalendar } from '#shared/domain/calendar/workCalendar.ts'
import { isFinished } from '#shared/domain/cadence/cadenceItem.ts'
import { dayTitle } from '#shared/domain/cadence/cadenceKey.ts'
import {
  closedStreak,
  daysLeftOpen,
  withoutReason,
  type DayCloseContent,
  type LeftReason
} from '#shared/domain/cadence/dayClose.ts'
import { activityOn, dayLists, slipsToAnswer } from '#shared/domain/cadence/dayLists.ts'
import type { DayState } from '#shared/domain/report/cadence/dayContent.ts'
import type { DayView } from '#shared/ipc/cadence.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { append } from '#db/repos/auditRepo.ts'
import { listBatches } from '#db/repos/batchRepo.ts'
import {
  closedDates,
  closesOf,
  currentClose,
  firstClosedDate,
  insertDayClose,
  lastReasons,
  markReopened
} from '#db/repos/dayCloseRepo.ts'
import { listPeriods } from '#db/repos/periodRepo.ts'
import { eventsByItem } from '#db/repos/registerLogRepo.ts'
import { tx } from '#db/tx.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'
import { listItems } from '../register/items.ts'
import { schemeOn, today } from '../register/registerContext.ts'
import { cadenceSlips } from './registers.ts'

/** Everything that stands on a day's list, whether it is closed, and what may be done. */
export function dayView(library: Library, date: IsoDate = today(library)): DayView {
  const now = today(library)
  const { calendar } = workCalendar(library)
  const { items, warnings } = listItems(library, {}, date)
  const activity = activityOn([...eventsByItem(library.db, { until: date }).values()].flat(), date)
  const byId = new Map(items.map((item) => [item.id, item]))
  const pick = (ids: readonly number[]): RegisterItemView[] => ids.flatMap((id) => byId.get(id) ?? [])
  const closes = closesOf(library.db, date)
  const closed = closes.find(({ reopened }) => reopened === null) ?? null
  const reasons = lastReasons(library.db, date)
  return {
    date,
    today: now,
    title: dayTitle(date),
    workday: isWorkday(date, calendar),
    occasion: calendar.off.get(date) ?? calendar.work.get(date) ?? null,
    lists: dayLists(items, date, calendar),
    toSettle: toSettle(library, date, calendar).map(({ id }) => id),
    lastReasons: [...reasons].map(([item, reason]) => ({ item, reason })),
    activity: {
      started: pick(activity.started),
      progress: pick(activity.progress),
      done: pick(activity.done),
      verified: pick(activity.verified),
      closed: pick(activity.closed)
    },
    slips: slipsToAnswer(cadenceSlips(library), date),
    imports: waitingImports(library),
    closed:
      closed === null
        ? null
        : { at: closed.closedAt, by: closed.closedBy, note: closed.note, content: closed.content },
    history: closes.flatMap(({ closedAt, closedBy, reopened }) =>
      reopened === null ? [] : [{ closedAt, closedBy, reopened }]
    ),
    warnings,
    vocabulary: schemeOn(library, date)?.progress.vocabulary ?? 'RED_IS_GOOD',
    ...standing(library, now, calendar)
  }
}

/** How the day stands, for its export. */
export function dayState(library: Library, date: IsoDate): DayState {
  const row = currentClose(library.db, date)
  return {
    closed:
      row === null ? null : { at: row.closedAt, by: row.closedBy, note: row.note, content: row.content },
    imports: waitingImports(library).length,
    ...standing(library, date, workCalendar(library).calendar)
  }
}

function standing(library: Library, day: IsoDate, calendar: WorkCalendar) {
  const closed = closedDates(library.db)
  return {
    streak: closedStreak(closed, day, calendar),
    unclosed: daysLeftOpen(closed, firstClosedDate(library.db), day, calendar)
  }
}

/** Overdue and due that day, and not done until now: a day that is closed later asks for nothing that was done since. */
function toSettle(library: Library, date: IsoDate, calendar: WorkCalendar): RegisterItemView[] {
  const lists = dayLists(listItems(library, {}, date).items, date, calendar)
  const doneSince = new Set(
    listItems(library, {})
      .items.filter((item) => isFinished(item))
      .map(({ id }) => id)
  )
  return [...lists.OVERDUE, ...lists.TODAY].filter(({ id }) => !doneSince.has(id))
}

/** Imports of any quarter that wait for the second person. */
function waitingImports(library: Library): DayView['imports'] {
  return listPeriods(library.db).flatMap(({ key }) =>
    listBatches(library.db, key)
      .filter(({ state }) => state === 'confirmed')
      .map(({ id, fileName, by, at }) => ({ id, fileName, by, at, period: key }))
  )
}

/**
 * 日清: closes a day. Throws VALIDATION_FAILED for a day to come and for items without a reason (each one named), CONFLICT
 * where it is closed already; then nothing was written.
 */
export function closeDay(
  library: Library,
  { date, note, left }: { date: IsoDate; note: string; left: readonly LeftReason[] }
): DayView {
  return tx(library.db, () => {
    if (date > today(library))
      throw new AppError('VALIDATION_FAILED', `${dayTitle(date)}还没有到，不能日清。`, {
        action: '请选今天或以前的一天。'
      })
    if (currentClose(library.db, date) !== null)
      throw new AppError('CONFLICT', `${dayTitle(date)}已经日清过，没有改动。`, {
        action: '要改，请先重新打开这一天。'
      })
    const { calendar } = workCalendar(library)
    const open = toSettle(library, date, calendar)
    const silent = withoutReason(open, left)
    if (silent.length > 0) {
      const names = silent.map(({ number, title }) => `${number}「${title}」`)
      throw new AppError('VALIDATION_FAILED', `还有 ${silent.length} 项没有办结，也没有写原因，没有日清。`, {
        action: '请逐项报结，或写明没有办结的原因。',
        problems: names.map((name, index) => ({
          code: 'NO_REASON',
          level: 'error' as const,
          message: `${name}没有写未办结的原因。`,
          place: {},
          group: `item:${silent[index]!.id}`
        }))
      })
    }
    const at = library.now()
    const by = library.operator()
    insertDayClose(library.db, { date, at, by, note, content: contentOf(library, date, open, left) })
    append(library.db, {
      at,
      who: by,
      what: '日清',
      subject: date,
      after: `留下 ${open.length} 项`,
      reason: note === '' ? null : note
    })
    return dayView(library, date)
  })
}

function contentOf(
  library: Library,
  date: IsoDate,
  open: readonly RegisterItemView[],
  left: readonly LeftReason[]
): DayCloseContent {
  const view = dayView(library, date)
  const reasons = new Map(left.map(({ item, reason }) => [item, reason]))
  const rowOf = ({ id, number, title, ownerName, due }: RegisterItemView) => ({
    ...{ item: id, number, title, ownerName, due }
  })
  return {
    counts: {
      overdue: view.lists.OVERDUE.length,
      today: view.lists.TODAY.length,
      started: view.activity.started.length,
      progress: view.activity.progress.length,
      done: view.activity.done.length,
      closed: view.activity.closed.length,
      slips: view.slips.length,
      imports: view.imports.length
    },
    done: view.activity.done.map(rowOf),
    left: open.map((item) => ({
      ...rowOf(item),
      list: item.due !== null && item.due < date ? 'OVERDUE' : 'TODAY',
      reason: reasons.get(item.id)!.trim()
    }))
  }
}

/** Opens a closed day again. Throws NOT_FOUND where it is not closed. */
export function reopenDay(library: Library, date: IsoDate, reason: string): DayView {
  return tx(library.db, () => {
    const row = currentClose(library.db, date)
    if (row === null)
      throw new AppError('NOT_FOUND', `${dayTitle(date)}没有日清，不用重新打开。`, {
        action: '请刷新后再看。'
      })
    const at = library.now()
    const by = library.operator()
    markReopened(library.db, row.id, { at, by, reason })
    append(library.db, { at, who: by, what: '重新打开日清', subject: date, reason })
    return dayView(library, date)
  })
}
