import type { BatchCell, BatchView, ReviewState } from '#shared/ipc/batch.ts'
import { printMoment } from './format.ts'

/** Words of 导入记录: what was imported, what it did, 复核, 撤销, 退回. */
export const batchesText = {
  title: '导入记录',
  hint: '每一批都可以撤销，撤销后恢复成导入前的数',
  empty: '本季度还没有导入过。',
  at: '时间',
  file: '文件',
  by: '经办',
  counts: '结果',
  details: '看详情',
  undo: '撤销',
  undoTitle: '撤销这次导入',
  undoVerb: '撤销导入',
  undoDone: '已撤销，数据恢复到导入前',
  undoBlocked: '现在不能撤销，要先处理下面的事：',
  toLater: '去看那一批',
  loading: '正在读取这一批',
  back: '回到导入',
  states: {
    waiting: '待复核',
    merged: '已导入',
    rejected: '复核退回',
    undone: '已撤销'
  } satisfies Record<BatchView['state'], string>,
  facts: {
    by: '经办',
    at: '时间',
    format: '格式',
    size: '大小',
    hash: '文件指纹',
    version: '程序版本'
  },
  tabs: { cells: '数', items: '事项', problems: '发现的问题', mapping: '怎么读的' },
  cells: {
    label: '这一批的数',
    place: '位置',
    raw: '原文',
    unit: '单位',
    subject: '指标',
    field: '类别',
    before: '原来',
    after: '导入为',
    outcome: '结果',
    note: '说明',
    search: '按单位、指标、位置查找',
    none: '没有符合条件的数',
    noneAtAll: '这一批没有读出数。'
  },
  outcomes: {
    NEW: '新增',
    CHANGED: '改动',
    SAME: '相同',
    SKIPPED: '没有用',
    REJECTED: '没有导入'
  } satisfies Record<BatchCell['outcome'], string>,
  problems: {
    none: '这个文件没有发现问题。',
    place: '位置',
    value: '原文',
    what: '问题',
    fix: '怎么办'
  },
  mapping: {
    header: '表头',
    column: '列',
    label: '表头文字',
    role: '用途',
    how: '怎么认的',
    none: '这张表没有读出列。'
  },
  saveFile: '另存原表',
  savedFile: '原表已保存',
  rejected: '生成退回表',
  rejectedHint: '原来的版式，没导入的格标红并写明原因，可以直接发回处室',
  rejectedDone: '退回表已保存',
  rejectedAll: (count: number) => `生成退回表（${count} 个文件）`,
  take: '作为模板',
  takeTitle: '用这张表的版式作模板',
  takeText:
    '以后每个季度可以在「下发模板」里用它生成新一季度的表：只改格子里的数，格式、图表、下拉选项都不变。',
  takeName: '模板名称',
  takeVerb: '保存为模板',
  takeDone: '已保存为模板，可在「下发模板」里使用',
  review: {
    title: '等待复核',
    intro: '这一批还没有计入成绩，要由另一个人核对后确认。复核人只能确认或退回，不能改数。',
    hint: (count: number) => `${count} 批等待复核，还没有计入成绩`,
    approve: '确认无误',
    reject: '退回',
    withdraw: '收回',
    by: '复核人',
    byHint: '写复核人的姓名，不能和经办人相同',
    reason: '说明',
    reasonHint: '退回时必填，例如：第 12 行与原件不符',
    rejectNeedsReason: '退回要写明原因',
    samePerson: '复核人不能和经办人是同一个人',
    approved: '已确认，数已计入',
    rejectedDone: '已退回，数没有计入',
    withdrawn: '已收回',
    toDetails: '去核对'
  },
  result: {
    title: '已导入',
    waitingTitle: '已提交复核',
    waitingText: '另一个人确认之前，这些数不计入成绩。',
    backup: '导入前的备份',
    toRanking: '看排名',
    toSubmissions: '看报送进度',
    again: '继续导入'
  }
} as const

/** 「张三 10月9日 09:12 确认无误」 and its kin. */
export function reviewSentence(review: ReviewState): string {
  const asked = `${review.requestedBy} ${printMoment(review.requestedAt)}提交复核`
  if (review.decision === null) return asked
  const words = { APPROVED: '确认', REJECTED: '退回', WITHDRAWN: '收回' } as const
  const when = review.decidedAt === null ? '' : printMoment(review.decidedAt)
  const reason = review.reason === null || review.reason === '' ? '' : `：${review.reason}`
  return `${asked}，${review.decidedBy ?? ''} ${when}${words[review.decision]}${reason}`
}

export const undoConsequence = (file: string, at: string): string =>
  `《${file}》（${at}导入）带来的数会撤下，恢复成导入前的样子。撤销后可以重新导入。`

export function batchCounts(
  batch: Pick<BatchView, 'created' | 'changed' | 'same' | 'left' | 'adjustments' | 'items'>
): string {
  return [
    `新增 ${batch.created}`,
    batch.changed > 0 ? `改动 ${batch.changed}` : null,
    batch.same > 0 ? `相同 ${batch.same}` : null,
    batch.left > 0 ? `未导入 ${batch.left}` : null,
    batch.adjustments > 0 ? `加减分 ${batch.adjustments}` : null,
    batch.items === undefined ? null : `清单事项 ${batch.items}`
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

export const resultSummary = (batches: readonly BatchView[]): string => {
  const sum = (pick: (batch: BatchView) => number): number =>
    batches.reduce((total, batch) => total + pick(batch), 0)
  return `${batches.length} 个文件，新增 ${sum((b) => b.created)} 格，改动 ${sum((b) => b.changed)} 格，${sum((b) => b.same)} 格与原来相同`
}

export const rejectedCells = (count: number): string =>
  `${count} 处没有导入。可以生成退回表发回处室，改好后再导入。`
