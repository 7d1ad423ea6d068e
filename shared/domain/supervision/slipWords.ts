import type { SlipEventType, SlipKind, SlipLevel, SlipState } from './slip.ts'

/** Words of the slips, the same on screen and on paper. */

/** `tag` is the short word; `prefix` stands before the year of the number unless the office chose another. */
export const SLIP_KINDS: Record<SlipKind, { name: string; tag: string; prefix: string }> = {
  SUPERVISION: { name: '督办单', tag: '督办单', prefix: '督' },
  NOTICE: { name: '告知书', tag: '告知书', prefix: '告' },
  YELLOW_CARD: { name: '黄牌警示通知书', tag: '黄牌', prefix: '警' },
  INTERVIEW: { name: '约谈通知书', tag: '约谈', prefix: '约' }
}

export const SLIP_LEVELS: Record<
  SlipLevel,
  { colour: string; short: string; name: string; meaning: string }
> = {
  BLUE: { colour: '蓝', short: '蓝单', name: '蓝色督办单', meaning: '临近时限' },
  YELLOW: { colour: '黄', short: '黄单', name: '黄色督办单', meaning: '进度滞后或质量不高' },
  RED: { colour: '红', short: '红单', name: '红色督办单', meaning: '逾期未办结' }
}

export const SLIP_STATES: Record<SlipState, string> = {
  ISSUED: '待反馈',
  ANSWERED: '待复核',
  CLOSED: '已办结',
  WITHDRAWN: '已撤回'
}

export const SLIP_EVENTS: Record<SlipEventType, string> = {
  ISSUED: '发出',
  RECEIVED: '签收',
  ESCALATED: '升级',
  ANSWERED: '反馈',
  RETURNED: '退回重报',
  CLOSED: '办结',
  WITHDRAWN: '撤回',
  REOPENED: '重新打开',
  PRINTED: '打印',
  NOTE: '备注'
}

/** 「红单 第 2 次」; the first time goes without a count. */
export function slipTagText(level: SlipLevel, times: number): string {
  const { short } = SLIP_LEVELS[level]
  return times > 1 ? `${short} 第 ${times} 次` : short
}

/** 「督〔2026〕7号」. Numbers run within a year and a kind and are not padded (GB/T 9704). */
export function slipNumber(prefix: string, year: number, ordinal: number): string {
  return `${prefix}〔${year}〕${ordinal}号`
}

/** `2026-10-08` → 「2026年10月8日」. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
