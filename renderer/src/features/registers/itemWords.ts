import { daysBetween } from '#shared/domain/calendar/isoDate.ts'
import { PROBLEM_SOURCES, REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { registersText as text } from '../../text/registers.ts'

/** How facts of an item are said in lists. */

/** Where it comes from: its register and, for a problem, who found it. */
export function sourceWords(item: Pick<RegisterItemView, 'type' | 'problemSource'>): string {
  const { name } = REGISTER_TYPES[item.type]
  const short = item.type === 'PROBLEM' ? '问题清单' : name
  return item.problemSource === null ? short : `${short} · ${PROBLEM_SOURCES[item.problemSource]}`
}

export function isDone({ state }: Pick<RegisterItemView, 'state'>): boolean {
  return state === 'DONE' || state === 'VERIFIED' || state === 'CLOSED'
}

/** Closed and voided items are not changed: they are opened again or restored first. */
export function canEdit({ state, voided }: Pick<RegisterItemView, 'state' | 'voided'>): boolean {
  return voided === null && state !== 'CLOSED'
}

/** 「剩 3 天」「逾期 6 天」「提前 4 天」; '' where there is no due day. */
export function leftWords(item: RegisterItemView): { words: string; overdue: boolean } {
  if (isDone(item)) {
    if (item.due === null || item.doneOn === null) return { words: '', overdue: false }
    const late = daysBetween(item.due, item.doneOn)
    if (late > 0) return { words: text.late(late), overdue: false }
    return { words: late === 0 ? text.inTime : text.early(-late), overdue: false }
  }
  if (item.daysLeft === null) return { words: '', overdue: false }
  if (item.daysLeft < 0) return { words: text.overdueBy(-item.daysLeft), overdue: true }
  return { words: item.daysLeft === 0 ? text.today : text.left(item.daysLeft), overdue: false }
}

/** A day of this year without the year: 「10月3日」, 「2027年1月5日」. */
export function dayWords(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const short = `${month}月${date}日`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`
}

/** Whether a 督办单 is due: overdue or far behind, not done, none open yet. */
export function needsSlip(item: RegisterItemView): boolean {
  return item.slip === null && (item.status === 'OVERDUE' || item.status === 'BADLY_BEHIND')
}

/** Progress on the screen: at most one decimal, cut, never rounded up to 100. */
export function percentWords(done: string): string {
  const [whole = '0', fraction = ''] = done.split('.')
  const cut = fraction.slice(0, 1)
  return cut === '' || cut === '0' ? `${whole}%` : `${whole}.${cut}%`
}
