import type { SampleItem } from './registerData.ts'

/** 市商务局（示例）: the 五重清单; figures of the essay as targets (eight chains, OFLP in every county and district, 6 万吨, 55 %). */
export const COMMERCE_BUREAU_ITEMS: readonly SampleItem[] = [
  {
    type: 'KEY_INDICATOR',
    title: '实际利用外资3.5亿美元',
    owner: '外资管理处',
    due: '2026-12-31',
    rankTarget: '全省前5',
    measures: '以商招商、基金招商并举',
    tags: ['HEAVY'],
    pace: 1.03
  },
  {
    type: 'KEY_INDICATOR',
    title: '粮食收购6万吨',
    owner: '粮食调控处',
    due: '2026-12-31',
    rankTarget: '全省前4',
    measures: '订单收购、预约售粮',
    pace: 0.96
  },
  {
    type: 'KEY_INDICATOR',
    title: '晚稻占地方储备口粮比例55%以上',
    owner: '粮食调控处',
    partners: ['物资储备处'],
    due: '2026-12-31',
    measures: '轮换计划向晚稻倾斜',
    pace: 1.0
  },
  {
    type: 'KEY_INDICATOR',
    title: '百展千企参展1000家次',
    owner: '对外贸易处',
    due: '2026-11-30',
    rankTarget: '全省前6',
    measures: '展位补贴、组团参展',
    pace: 0.9
  },
  {
    type: 'KEY_PROBLEM',
    title: '商贸企业入库难',
    owner: '消费促进处',
    due: '2026-06-30',
    measures: '一企一策上门辅导',
    tags: ['SHORTFALL'],
    pace: 1.1
  },
  {
    type: 'KEY_PROBLEM',
    title: '农贸市场改造资金缺口',
    owner: '市场体系建设处',
    partners: ['财务审计处'],
    due: '2026-08-31',
    measures: '争取专项、引入社会资本',
    tags: ['HARD'],
    pace: 0.72
  },
  {
    type: 'KEY_PROBLEM',
    title: '跨境电商通关慢',
    owner: '电子商务处',
    due: '2026-05-31',
    measures: '与海关建立专班',
    pace: 1.2
  },
  {
    type: 'KEY_REFORM',
    title: '外商投资“一站式”服务改革',
    owner: '外资管理处',
    due: '2026-09-30',
    measures: '专窗受理、并联审批',
    tags: ['NEW'],
    pace: 1.05
  },
  {
    type: 'KEY_REFORM',
    title: '储备粮监管数字化改革',
    owner: '物资储备处',
    due: '2026-10-31',
    measures: '一库一码、在线测温',
    tags: ['NEW'],
    pace: 0.88
  },
  {
    type: 'KEY_REFORM',
    title: '商务综合执法事项下沉',
    owner: '执法督查处',
    due: '2026-12-15',
    measures: '赋权清单动态调整',
    pace: 1.0
  },
  {
    type: 'KEY_PROJECT',
    title: '每个区县一支OFLP基金项目',
    owner: '对外投资合作处',
    partners: ['外资管理处'],
    due: '2026-12-31',
    measures: '一县一方案，季度推进会',
    tags: ['HEAVY'],
    pace: 0.8
  },
  {
    type: 'KEY_PROJECT',
    title: '八大新兴产业链招引',
    owner: '开发区处',
    due: '2026-12-31',
    measures: '链长制、驻点招商',
    tags: ['HEAVY'],
    pace: 1.04
  },
  {
    type: 'KEY_PROJECT',
    title: '“2+8”平台能级提升',
    owner: '开发区处',
    due: '2026-12-31',
    measures: '季度比拼、末位约谈',
    pace: 0.97
  },
  {
    type: 'KEY_PROJECT',
    title: '应急物资储备库二期',
    owner: '物资储备处',
    due: '2026-09-30',
    measures: '倒排工期',
    tags: ['HARD'],
    pace: 0.66
  },
  {
    type: 'KEY_RESULT',
    title: '一刻钟便民生活圈12个',
    owner: '市场体系建设处',
    due: '2026-11-30',
    rankTarget: '全省推广',
    measures: '补齐早餐、家政、维修业态',
    pace: 1.08
  },
  {
    type: 'KEY_RESULT',
    title: '金秋消费季品牌',
    owner: '消费促进处',
    due: '2026-10-31',
    measures: '百场活动、万商联动',
    tags: ['NEW'],
    pace: 1.1
  },
  {
    type: 'KEY_RESULT',
    title: '机关办文提速',
    owner: '办公室',
    partners: ['综合法规处'],
    due: '2026-06-15',
    urgency: 'TIMED',
    measures: '公文三日内流转',
    pace: 1.2
  }
]
