import { printDay } from './format.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SubmissionRow } from '#shared/ipc/period.ts'

export const submissionsText = {
  title: '报送进度',
  note: (complete: number, expected: number, due: string | null) =>
    [`${complete} / ${expected} 个单位报齐`, due === null ? null : `截止 ${printDay(due)}`]
      .filter(Boolean)
      .join(' · '),
  filters: { ALL: '全部', MISSING: '缺报', PARTLY: '未报齐', COMPLETE: '报齐' },
  head: {
    unit: '单位',
    group: '组别',
    state: '状态',
    filled: '已报 / 应报',
    missing: '还缺哪些指标',
    files: '来自文件',
    lastAt: '最近报送'
  },
  none: '没有这样的单位',
  noneHint: (filter: string) => `没有「${filter}」的单位。`,
  nothingExpected: '没有要报送的单位',
  nothingExpectedHint: '方案里没有参加考核的单位。',
  notYet: '尚未报送',
  allIndicators: '全部指标',
  import: '导入表格',
  copy: '复制催报名单',
  copied: '催报名单已复制，可以直接粘贴到工作群',
  copyFailed: '没能复制，请在右侧名单里手工选中复制。',
  list: '催报名单',
  listHint: (count: number) => `${count} 个单位`,
  listEmpty: '各单位都已报齐，没有要催的。'
} as const

/** The text that is pasted into the office's chat: names first, then what each still owes. */
export function reminderText(period: PeriodKey, due: string | null, rows: readonly SubmissionRow[]): string {
  const gone = rows.filter((row) => row.state === 'MISSING')
  const partly = rows.filter((row) => row.state === 'PARTLY')
  const lines = [`【${periodTitle(period)}考核报送提醒】`]
  if (due !== null) lines.push(`报送截止日为 ${printDay(due)}，请以下单位尽快补报：`)
  else lines.push('请以下单位尽快补报：')
  if (gone.length > 0)
    lines.push(`一、尚未报送（${gone.length} 个）：${gone.map((row) => row.name).join('、')}`)
  if (partly.length > 0) {
    lines.push(`${gone.length > 0 ? '二' : '一'}、未报齐（${partly.length} 个）：`)
    lines.push(...partly.map((row) => `\u3000${row.name}：缺 ${row.missing.join('、')}`))
  }
  return lines.join('\n')
}
