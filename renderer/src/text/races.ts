import type { RaceDeskView, ShowBoardsView } from '#shared/ipc/race.ts'
import { UNIT_KINDS } from './scheme.ts'

export const racesText = {
  title: '六比',
  note: '各赛项的名次并排看；参加几个赛项的单位另有总分',
  tabs: { races: '赛项', across: '总表', compare: '比看', shine: '亮晒', expose: '曝光' },
  notComputed: '这一季度还没有成绩',
  notComputedHint: '导入考核表并计算之后，这里把各赛项并排列出。',
  toOverview: '去总览计算',
  stale: '计算之后数据有变动',
  staleNote: '下面是变动之前的成绩，请到总览重新计算。',
  previewNote: '下面的名次是预览，冻结之后才作数。',
  everybody: '全体单位',
  mean: '组均',
  of: (count: number): string => `共 ${count} 个`,
  blocked: (count: number): string => `${count} 个缺报`,
  more: (count: number): string => `还有 ${count} 个`,
  less: '收起',
  noAcross: '没有单位参加两个以上的赛项',
  noAcrossHint: '在「考核方案」里设置几个赛项和跨赛项总分之后，这里列出总表。',
  toScheme: '去考核方案',
  head: { rank: '名次', unit: '单位', total: '总分', score: '得分', note: '备注' },
  tied: '并列',
  compare: {
    hint: '重点改革和标「知新创新」的事项，看别人怎么做',
    empty: '本季度没有创新项目',
    emptyHint: '在清单台账里把事项标上「知新创新」，或登记重点改革，这里就能并排比看。',
    action: '去清单台账',
    none: '还没有报进展',
    measures: '举措',
    progress: '进展',
    closed: (day: string): string => `${day} 销号`
  },
  shine: {
    hint: (count: number): string => `${count} 项指标，单位按组内名次排列`,
    counted: (met: number, scored: number): string => `${met} / ${scored} 家达标`,
    missing: (count: number): string => `缺报 ${count} 家`,
    target: '目标',
    noTarget: '没有目标'
  },
  expose: {
    hint: (count: number): string =>
      count === 0 ? '没有要曝光的问题' : `共 ${count} 件，先重后轻，一件事只列一次`,
    empty: '没有逾期、严重滞后、未报送的事项',
    emptyHint: '清单里到期没有办结的、收到红色督办单的、没有报送的单位会列在这里。',
    head: { kind: '类别', unit: '责任单位', matter: '问题', reason: '情况' }
  },
  files: { races: '六比总表', show: '比看·亮晒·曝光' }
} as const

export const EXPOSURE_NAMES: Record<ShowBoardsView['expose'][number]['kind'], string> = {
  OVERDUE: '逾期',
  RED_SLIP: '红色督办',
  BADLY_BEHIND: '严重滞后',
  MISSING: '未报送',
  INDICATOR: '指标落后'
}

export function participantsText({ participants }: RaceDeskView['races'][number]): string {
  return participants.length === 0
    ? racesText.everybody
    : participants.map((kind) => UNIT_KINDS[kind]).join('、')
}
