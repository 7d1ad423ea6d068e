import {
  addDays,
  monthDays,
  monthOf,
  weekday,
  type IsoDate,
  type IsoMonth
} from '#shared/domain/calendar/isoDate.ts'

export interface GridDay {
  date: IsoDate
  /** Days of the neighbouring months fill the first and last week. */
  inMonth: boolean
}

/** The weeks of a month, Monday first, each with seven days. */
export function monthGrid(month: IsoMonth): GridDay[][] {
  const { first, last } = monthDays(month)
  const weeks: GridDay[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, offset) => {
        const date = addDays(monday, offset)
        return { date, inMonth: monthOf(date) === month }
      })
    )
  }
  return weeks
}

/** The month so many months later. */
export function addMonths(month: IsoMonth, count: number): IsoMonth {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const at = year * 12 + number - 1 + count
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
