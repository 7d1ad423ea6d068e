import { daysBetween, monthDays, type IsoDate, type IsoMonth } from '../calendar/isoDate.ts'
import { dec, type DecimalString } from '../number/decimal.ts'
import { donePercent, plannedPercent, planStart } from '../register/itemStanding.ts'
import type { RegisterItem } from '../register/registerItem.ts'

/** What was reported of an item by a day. */
export interface ProgressMark {
  item: number
  on: IsoDate
  percent: DecimalString | null
  amount: DecimalString | null
}

export interface TaskCell {
  month: IsoMonth
  /**
   * RED on or above plan (good), BEHIND below it, SILENT nothing reported by then, NONE before its start, after it was
   * done and closed, without a plan, or still to come.
   */
  state: 'RED' | 'BEHIND' | 'SILENT' | 'NONE'
  planned: DecimalString | null
  done: DecimalString | null
}

export interface TaskRow {
  item: number
  number: string
  title: string
  owner: string | null
  cells: readonly TaskCell[]
  red: number
  counted: number
  /** 全线红: red in every month that counts, and at least one does. */
  all: boolean
}

/** The months of a year. */
export function monthsOf(year: number): IsoMonth[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
}

/**
 * 任务全线红: plan against what had been reported by the end of each month. Months that have not ended by `today` count as
 * they stand today if `today` lies in them, and not at all after it.
 */
export function taskMatrix(
  items: readonly RegisterItem[],
  marks: readonly ProgressMark[],
  { months, today }: { months: readonly IsoMonth[]; today: IsoDate }
): TaskRow[] {
  const byItem = new Map<number, ProgressMark[]>()
  for (const mark of [...marks].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const own = byItem.get(mark.item) ?? []
    own.push(mark)
    byItem.set(mark.item, own)
  }
  return items.map((item) => {
    const own = byItem.get(item.id) ?? []
    const cells = months.map((month) => cellOf(item, own, month, today))
    const counted = cells.filter(({ state }) => state !== 'NONE')
    const red = counted.filter(({ state }) => state === 'RED').length
    return {
      item: item.id,
      number: item.number,
      title: item.title,
      owner: item.owner,
      cells,
      red,
      counted: counted.length,
      all: counted.length > 0 && red === counted.length
    }
  })
}

function cellOf(
  item: RegisterItem,
  marks: readonly ProgressMark[],
  month: IsoMonth,
  today: IsoDate
): TaskCell {
  const { first, last } = monthDays(month)
  const day = last < today ? last : today
  const nothing: TaskCell = { month, state: 'NONE', planned: null, done: null }
  const start = planStart(item)
  if (first > today || (start !== null && start > last)) return nothing
  const wasDone = item.doneOn !== null && daysBetween(item.doneOn, first) > 0
  if (wasDone) return nothing
  const planned = plannedPercent(item, day)
  const latest = marks.filter((mark) => mark.on <= day).at(-1)
  const isDone = item.doneOn !== null && item.doneOn <= day
  const done = isDone
    ? '100'
    : latest === undefined
      ? null
      : donePercent({ ...item, percent: latest.percent, amount: latest.amount })
  if (planned === null) return { ...nothing, done }
  if (done === null) return { month, state: 'SILENT', planned, done }
  return { month, state: dec(done).greaterThanOrEqualTo(dec(planned)) ? 'RED' : 'BEHIND', planned, done }
}
