import type { CadenceItem, CadenceSlip } from '../../cadence/cadenceItem.ts'
import { canonical, dec, type DecimalString } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import { ITEM_STATES, REGISTER_TYPES } from '../../register/registerWords.ts'
import type { ProgressRules } from '../../scheme/progressRules.ts'
import { itemStatusText } from '../../status/vocabulary.ts'
import { SLIP_KINDS, SLIP_LEVELS, SLIP_STATES } from '../../supervision/slipWords.ts'
import type { ColumnSpec } from '../ranking/columnSpec.ts'
import type { TableCell } from '../reportTable.ts'
import type { RowLink } from './cadenceContent.ts'

export type Vocabulary = ProgressRules['vocabulary']

export const number = { align: 'right', min: 7, max: 10 } as const

/** A percent as far as it is known. */
export function percentCell(percent: DecimalString | null): TableCell {
  return percent === null ? '/' : { number: canonical(round(dec(percent), 1)), decimals: null, suffix: '%' }
}

/** 「还剩 3 天」, 「逾期 2 天」, 「今天」. */
export function leftText({ daysLeft, due }: Pick<CadenceItem, 'daysLeft' | 'due'>): string {
  if (due === null) return '没有时限'
  if (daysLeft === null) return '/'
  if (daysLeft === 0) return '当天'
  return daysLeft > 0 ? `还剩 ${daysLeft} 天` : `逾期 ${-daysLeft} 天`
}

export const NUMBER: ColumnSpec<CadenceItem> = {
  ...{ id: 'NUMBER', head: '编号', align: 'left', min: 13, max: 16 },
  cell: (item) => item.number
}
export const TITLE: ColumnSpec<CadenceItem> = {
  ...{ id: 'TITLE', head: '事项', align: 'left', min: 24, max: 48, bold: true },
  cell: (item) => item.title
}
export const TYPE: ColumnSpec<CadenceItem> = {
  ...{ id: 'TYPE', head: '清单', align: 'left', min: 10, max: 14 },
  cell: (item) => REGISTER_TYPES[item.type].name
}
export const OWNER: ColumnSpec<CadenceItem> = {
  ...{ id: 'OWNER', head: '责任单位', align: 'left', min: 12, max: 22 },
  cell: (item) => item.ownerName ?? '未明确'
}
export const DUE: ColumnSpec<CadenceItem> = {
  ...{ id: 'DUE', head: '完成时限', align: 'center', min: 11, max: 12 },
  cell: (item) => item.due ?? '/'
}
export const LEFT: ColumnSpec<CadenceItem> = {
  ...{ id: 'LEFT', head: '还剩', align: 'left', min: 11, max: 13 },
  cell: leftText
}
export const DONE: ColumnSpec<CadenceItem> = {
  ...{ id: 'DONE', head: '完成\n进度', ...number },
  cell: (item) => percentCell(item.done)
}
export const STATE: ColumnSpec<CadenceItem> = {
  ...{ id: 'STATE', head: '办理', align: 'center', min: 8, max: 10 },
  cell: (item) => ITEM_STATES[item.state].name
}
export const WHY: ColumnSpec<CadenceItem> = {
  ...{ id: 'WHY', head: '说明', align: 'left', min: 20, max: 40 },
  cell: (item) => item.statusReason
}

export function statusColumn(vocabulary: Vocabulary): ColumnSpec<CadenceItem> {
  return {
    ...{ id: 'STATUS', head: '状态', align: 'center', min: 9, max: 18, bold: true },
    cell: (item) => itemStatusText(item.status, vocabulary)
  }
}

export const itemLink = ({ id }: CadenceItem): RowLink => ({ item: id })

/** 「督办单（黄）」; notices have no colour. */
export function slipText({ kind, level }: CadenceSlip): string {
  const { name } = SLIP_KINDS[kind]
  return level === null ? name : `${name}（${SLIP_LEVELS[level].colour}）`
}

export const SLIP_COLUMNS: readonly ColumnSpec<CadenceSlip>[] = [
  {
    ...{ id: 'NUMBER', head: '文号', align: 'left', min: 14, max: 18 },
    cell: (slip) => slip.number
  },
  { ...{ id: 'KIND', head: '种类', align: 'left', min: 12, max: 18, bold: true }, cell: slipText },
  { ...{ id: 'UNIT', head: '单位', align: 'left', min: 12, max: 22 }, cell: (slip) => slip.unitName },
  { ...{ id: 'SUBJECT', head: '事由', align: 'left', min: 24, max: 48 }, cell: (slip) => slip.subject },
  {
    ...{ id: 'ISSUED', head: '发出', align: 'center', min: 11, max: 12 },
    cell: (slip) => slip.issuedOn
  },
  {
    ...{ id: 'ANSWER_BY', head: '反馈期限', align: 'center', min: 11, max: 12 },
    cell: (slip) => slip.answerBy ?? '/'
  },
  {
    ...{ id: 'ANSWERED', head: '反馈', align: 'center', min: 11, max: 12 },
    cell: (slip) => slip.answeredOn ?? '/'
  },
  {
    ...{ id: 'STATE', head: '现状', align: 'center', min: 9, max: 10 },
    cell: (slip) => SLIP_STATES[slip.state]
  }
]

export const slipLink = ({ id }: CadenceSlip): RowLink => ({ slip: id })
