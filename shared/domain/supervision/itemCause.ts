import type { IsoDate } from '../calendar/isoDate.ts'
import type { PeriodKey } from '../period/periodKey.ts'
import type { ItemStanding } from '../register/itemStanding.ts'
import type { RegisterItem } from '../register/registerItem.ts'
import { ITEM_STATES } from '../register/registerWords.ts'
import { ITEM_STATUS_WORDS } from '../status/vocabulary.ts'
import type { ItemCause, SlipLevel } from './slip.ts'
import { dayWords } from './slipWords.ts'
import type { SupervisionSettings } from './supervisionSettings.ts'

export interface CauseContext {
  /** Quarter of the day. */
  period: PeriodKey
  /** Items whose last handing-in was sent back (核验退回). */
  returned: ReadonlyMap<number, { event: number; on: IsoDate; text: string }>
  settings: SupervisionSettings
}

export interface Cause {
  cause: ItemCause
  level: SlipLevel
  key: string
  reason: string
}

/** The most severe reason that an item gives on a day; null where it gives none. */
export function causeOf(
  { item, standing }: { item: RegisterItem; standing: ItemStanding },
  { period, returned, settings }: CauseContext
): Cause | null {
  const { status } = standing
  if (status === 'DONE') return null
  if (status === 'OVERDUE')
    return {
      cause: 'OVERDUE',
      level: 'RED',
      // Asked again in each quarter: red stands until the matter is closed.
      key: `item:${item.id}:OVERDUE:${item.due}:${period}`,
      reason: sentence(standing.reason, progress(standing), stateWords(item))
    }
  const back = returned.get(item.id)
  if (back !== undefined && settings.yellowWhenReturned)
    return {
      cause: 'RETURNED',
      level: 'YELLOW',
      key: `item:${item.id}:RETURNED:${back.event}`,
      reason: sentence(`${dayWords(back.on)}核验退回：${back.text}`, progress(standing))
    }
  if (status !== null && (settings.yellow as readonly string[]).includes(status))
    return {
      cause: 'BEHIND',
      level: 'YELLOW',
      key: `item:${item.id}:BEHIND:${period}`,
      reason: sentence(`进度${ITEM_STATUS_WORDS[status]}：${standing.reason}`, dueWords(item, standing))
    }
  const { warnWorkdays } = settings
  if (warnWorkdays !== null && standing.workdaysLeft !== null && standing.workdaysLeft <= warnWorkdays)
    return {
      cause: 'NEAR_DUE',
      level: 'BLUE',
      key: `item:${item.id}:NEAR_DUE:${item.due}`,
      reason: sentence(dueWords(item, standing), progress(standing))
    }
  return null
}

/** What the unit is asked for. */
export function demandOf(cause: ItemCause, due: IsoDate | null, answerBy: IsoDate): string {
  const answer = `于${dayWords(answerBy)}前书面反馈`
  const until = due === null ? '尽快办结' : `确保${dayWords(due)}前办结`
  switch (cause) {
    case 'NEAR_DUE':
      return `请抓紧办理，${until}，并${answer}办理情况。`
    case 'BEHIND':
      return `请查明滞后原因，提出赶上计划的措施和时间，${until}，并${answer}。`
    case 'RETURNED':
      return `请按核验意见整改后重新报结，并${answer}整改情况。`
    case 'OVERDUE':
      return `请立即办理，说明逾期原因、补救措施和新的完成时间，并${answer}。`
    case 'ASKED':
      return `请说明事项办理情况和下一步安排，${until}，并${answer}。`
  }
}

/** Joins parts to one sentence; days as papers print them. */
export const sentence = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/。$/, '').replace(/\d{4}-\d{2}-\d{2}/g, dayWords))
    .join('，') + '。'

export function progress({ planned, done }: ItemStanding): string {
  if (done === null) return '至今没有报进展'
  return planned === null ? `已完成 ${done}%` : `计划 ${planned}%，已完成 ${done}%`
}

function dueWords({ due }: RegisterItem, { workdaysLeft }: ItemStanding): string {
  if (due === null || workdaysLeft === null) return ''
  return workdaysLeft <= 0
    ? `今天（${dayWords(due)}）到期`
    : `时限${dayWords(due)}，还剩 ${workdaysLeft} 个工作日`
}

const stateWords = ({ state }: RegisterItem): string => `现在是「${ITEM_STATES[state].name}」`
