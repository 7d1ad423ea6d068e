import { z } from 'zod'
import { addDays, isoDate, type IsoDate } from '../calendar/isoDate.ts'
import { isWorkday, type WorkCalendar } from '../calendar/workCalendar.ts'

/** 日清: what stood on the list when the day was closed. Kept as it was; the items go on. */
export const closedRow = z.object({
  item: z.number().int(),
  number: z.string(),
  title: z.string(),
  ownerName: z.string().nullable(),
  due: isoDate.nullable(),
  list: z.enum(['OVERDUE', 'TODAY']),
  /** Why it stays open. */
  reason: z.string()
})
export type ClosedRow = z.infer<typeof closedRow>

export const dayCloseContent = z.object({
  counts: z.object({
    overdue: z.number().int(),
    today: z.number().int(),
    started: z.number().int(),
    progress: z.number().int(),
    done: z.number().int(),
    closed: z.number().int(),
    slips: z.number().int(),
    imports: z.number().int()
  }),
  /** Done on that day. */
  done: z.array(closedRow.omit({ list: true, reason: true })),
  /** Left open, each with its reason. */
  left: z.array(closedRow)
})
export type DayCloseContent = z.infer<typeof dayCloseContent>

/** Why an item stays open. */
export const leftReason = z.strictObject({
  item: z.number().int(),
  reason: z.string().trim().min(1, '请写明没有办结的原因').max(500)
})
export type LeftReason = z.infer<typeof leftReason>

/** Items of the list without a reason, in the list's order. */
export function withoutReason<T extends { id: number }>(
  toSettle: readonly T[],
  left: readonly LeftReason[]
): T[] {
  const told = new Set(left.filter(({ reason }) => reason.trim() !== '').map(({ item }) => item))
  return toSettle.filter(({ id }) => !told.has(id))
}

/** Days that are told as left unclosed go back at most so far. */
const LOOK_BACK = 60

/**
 * Working days before `today` that nobody closed, oldest first. The office began with the first day that it ever closed:
 * days before it are not held against it.
 */
export function daysLeftOpen(
  closed: ReadonlySet<IsoDate>,
  began: IsoDate | null,
  today: IsoDate,
  calendar: WorkCalendar
): IsoDate[] {
  if (began === null) return []
  const days: IsoDate[] = []
  const earliest = addDays(today, -LOOK_BACK)
  for (let day = began > earliest ? began : earliest; day < today; day = addDays(day, 1))
    if (isWorkday(day, calendar) && !closed.has(day)) days.push(day)
  return days
}

/**
 * 连续日清, in working days up to today. Today counts once it is closed and breaks nothing before; days of rest are
 * passed over, closed or not.
 */
export function closedStreak(closed: ReadonlySet<IsoDate>, today: IsoDate, calendar: WorkCalendar): number {
  const oldest = [...closed].sort()[0]
  if (oldest === undefined) return 0
  let count = 0
  for (let day = today; day >= oldest; day = addDays(day, -1)) {
    if (!isWorkday(day, calendar)) continue
    if (closed.has(day)) count += 1
    else if (day !== today) break
  }
  return count
}
