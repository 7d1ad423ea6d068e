import { addMonths } from '../calendar/monthGrid.ts'
import { canonical, HUNDRED } from '#shared/domain/number/decimal.ts'
import { readTsv } from '../../schemeEditor/targets/readTsv.ts'
import type { FormState } from './formState.ts'

export type PlanRow = 'percent' | 'amount'
type Plan = FormState['plan']

const MOST_MONTHS = 36

/** Months from start to due (at least those of the year that have a plan), in order. */
export function planMonths(form: Pick<FormState, 'start' | 'due' | 'plan'>, today: string): string[] {
  const known = Object.keys(form.plan)
  const from = [form.start === '' ? `${today.slice(0, 4)}-01` : form.start.slice(0, 7), ...known]
  const to = [form.due === '' ? `${(form.start || today).slice(0, 4)}-12` : form.due.slice(0, 7), ...known]
  const first = from.reduce((a, b) => (a < b ? a : b))
  const last = to.reduce((a, b) => (a > b ? a : b))
  const months: string[] = []
  for (let month = first; month <= last && months.length < MOST_MONTHS; month = addMonths(month, 1)) {
    months.push(month)
  }
  return months
}

export function withCell(plan: Plan, month: string, row: PlanRow, typed: string): Plan {
  const cell = { percent: '', amount: '', ...plan[month], [row]: typed }
  const next = { ...plan, [month]: cell }
  if (cell.percent === '' && cell.amount === '') delete next[month]
  return next
}

/**
 * A block from a spreadsheet, from the cell where it was pasted: a line runs over the months, a second line goes into
 * the row below, a column alone runs over the months as well. What lies outside is not taken; `outside` counts it.
 */
export function withPaste(
  plan: Plan,
  months: readonly string[],
  rows: readonly PlanRow[],
  at: { month: string; row: PlanRow },
  block: string
): { plan: Plan; taken: number; outside: number } {
  const read = readTsv(block)
  const lines =
    read.length > 1 && read.every((line) => line.length === 1) ? [read.map((line) => line[0]!)] : read
  const column = months.indexOf(at.month)
  const row = rows.indexOf(at.row)
  let next = plan
  let taken = 0
  let outside = 0
  lines.forEach((line, down) =>
    line.forEach((value, across) => {
      const month = months[column + across]
      const name = rows[row + down]
      if (month === undefined || name === undefined) {
        if (value.trim() !== '') outside += 1
        return
      }
      next = withCell(next, month, name, value.trim())
      taken += 1
    })
  )
  return { plan: next, taken, outside }
}

/** The same step every month up to 100 % in the last one, cut to one decimal. */
export function spread(plan: Plan, months: readonly string[]): Plan {
  return months.reduce((next, month, index) => {
    const share = HUNDRED.times(index + 1).div(months.length)
    return withCell(next, month, 'percent', canonical(share.toDecimalPlaces(1, 1)))
  }, plan)
}
