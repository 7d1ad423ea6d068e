import { periodTitle, quarterOf, type PeriodKey } from '../../period/periodKey.ts'
import { quarterName } from '../../period/spans.ts'

/** 第二季度, or with its year where that is another one. */
export function quarterWords(period: PeriodKey, seenFrom: PeriodKey): string {
  return quarterOf(period).year === quarterOf(seenFrom).year ? quarterName(period) : periodTitle(period)
}

/** `2026-07-01` → `7月1日` (不编虚位). */
export function dayWords(iso: string): string {
  const [, month, day] = iso.split('-')
  return `${Number(month)}月${Number(day)}日`
}
