import type { ItemActionName } from './itemAction.ts'
import type { RegisterEventType } from './registerEvent.ts'
import type {
  Channel,
  FourKnow,
  ItemFields,
  ItemState,
  ProblemSource,
  RegisterType,
  Urgency
} from './registerItem.ts'

/** The words of the registers, the same on screen, in exports and in sheets that are read. */

export const REGISTER_TYPES: Record<RegisterType, { name: string; prefix: string }> = {
  KEY_INDICATOR: { name: '重点指标', prefix: '指' },
  KEY_PROBLEM: { name: '重点问题', prefix: '难' },
  KEY_REFORM: { name: '重点改革', prefix: '改' },
  KEY_PROJECT: { name: '重点项目', prefix: '重' },
  KEY_RESULT: { name: '重点成效', prefix: '效' },
  PROBLEM: { name: '七张问题清单', prefix: '问' },
  COMMITMENT: { name: '承诺事项', prefix: '承' },
  ANNUAL_TARGET: { name: '年度目标任务', prefix: '年' },
  PROJECT: { name: '项目', prefix: '项' },
  TASK_FORCE: { name: '攻坚专班', prefix: '专' }
}

export const PROBLEM_SOURCES: Record<ProblemSource, string> = {
  INSPECTION: '巡视巡察',
  AUDIT: '审计',
  SUPERVISION: '督查',
  ECOLOGY: '生态环保督察',
  SAFETY: '安全生产',
  OPINION: '网络舆情',
  PETITION: '信访'
}

export const URGENCIES: Record<Urgency, { name: string; short: string }> = {
  IMMEDIATE: { name: '立即办', short: '即办' },
  TIMED: { name: '限时办', short: '限时' },
  SPECIAL: { name: '特定办', short: '特办' }
}

export const FOUR_KNOWS: Record<FourKnow, string> = {
  SHORTFALL: '知短补短',
  HEAVY: '知重负重',
  HARD: '知难克难',
  NEW: '知新创新'
}

export const CHANNELS: Record<Channel, string> = {
  MEDIA: '媒体聚焦',
  TRACKING: '跟踪督察',
  PUBLIC: '群众参与'
}

/** The state as a word, and the step of 交办·办理·报结·核验·销号 that is reached. */
export const ITEM_STATES: Record<ItemState, { name: string; step: string }> = {
  OPEN: { name: '待办', step: '交办' },
  IN_PROGRESS: { name: '在办', step: '办理' },
  DONE: { name: '待核验', step: '报结' },
  VERIFIED: { name: '待销号', step: '核验' },
  CLOSED: { name: '已销号', step: '销号' }
}

export const EVENT_NAMES: Record<RegisterEventType, string> = {
  CREATED: '登记',
  EDITED: '修改',
  STARTED: '开始办理',
  PROGRESS: '进展',
  NOTE: '督导记录',
  DONE: '报结',
  RETURNED: '核验退回',
  VERIFIED: '核验通过',
  CLOSED: '销号',
  REOPENED: '重新打开',
  VOIDED: '作废',
  RESTORED: '恢复',
  SLIP: '督办'
}

/** The same words for what is about to be done. */
export const ACTION_NAMES: Record<ItemActionName, string> = {
  START: '开始办理',
  PROGRESS: '报进展',
  NOTE: '督导记录',
  DONE: '报结',
  RETURN: '核验退回',
  VERIFY: '核验通过',
  CLOSE: '销号',
  REOPEN: '重新打开',
  VOID: '作废',
  RESTORE: '恢复'
}

export const ITEM_FIELDS: Record<keyof ItemFields, string> = {
  type: '清单类型',
  title: '事项',
  content: '具体内容',
  parent: '上级事项',
  owner: '责任单位',
  ownerShare: '责任单位分担比例',
  partners: '配合单位',
  person: '责任人',
  leader: '分管领导',
  rankTarget: '排位目标',
  measures: '举措',
  quantity: '目标数量',
  plan: '分月计划',
  indicator: '对应指标',
  start: '开始日期',
  due: '完成时限',
  urgency: '缓急',
  tags: '四知标签',
  channel: '三督渠道',
  problemSource: '问题来源',
  origin: '任务来源',
  remark: '备注'
}
