import type { SampleItem } from './registerData.ts'

/** 市体育局（示例）: 即办即清, 承诺事项, 七张问题清单, 年度目标任务; figures of the essay as targets (30 outdoor events, ≥10 brand events …). */
export const SPORTS_BUREAU_ITEMS: readonly SampleItem[] = [
  {
    type: 'ANNUAL_TARGET',
    title: '全年户外赛事30场',
    owner: '体育赛事中心',
    due: '2026-12-15',
    rankTarget: '全省前列',
    measures: '一区一品牌，赛历年初公布',
    tags: ['HEAVY'],
    pace: 1.05
  },
  {
    type: 'ANNUAL_TARGET',
    title: '列入省品牌赛事名录10项以上',
    owner: '体育赛事中心',
    partners: ['科教宣传处'],
    due: '2026-11-30',
    rankTarget: '全省前3',
    measures: '逐项对标申报条件',
    tags: ['HARD'],
    pace: 0.9
  },
  {
    type: 'ANNUAL_TARGET',
    title: '体育产业总产出300亿元',
    owner: '体育产业处',
    due: '2026-12-31',
    measures: '项目库、企业服务日',
    pace: 0.98
  },
  {
    type: 'ANNUAL_TARGET',
    title: '十分钟健身圈提质',
    owner: '群众体育处',
    partners: ['全民健身指导中心', '场馆管理处'],
    due: '2026-10-31',
    measures: '补齐薄弱社区',
    tags: ['SHORTFALL'],
    pace: 1.0
  },
  {
    type: 'ANNUAL_TARGET',
    title: '省运会备战',
    owner: '竞技体育处',
    partners: ['水上运动中心', '体育运动学校'],
    due: '2026-12-31',
    rankTarget: '金牌前6',
    measures: '周备战例会',
    tags: ['HEAVY'],
    pace: 0.95
  },
  {
    type: 'COMMITMENT',
    title: '新建社区运动场30处',
    owner: '全民健身指导中心',
    due: '2026-10-12',
    urgency: 'TIMED',
    measures: '分三批交付',
    pace: 0.92
  },
  {
    type: 'COMMITMENT',
    title: '大型场馆低免开放',
    owner: '奥体中心',
    due: '2026-12-20',
    urgency: 'SPECIAL',
    measures: '公布时段，线上预约',
    pace: 1.0
  },
  {
    type: 'COMMITMENT',
    title: '赛事审批网上办',
    owner: '行政审批处',
    due: '2026-06-25',
    urgency: 'TIMED',
    measures: '材料减半、时限减半',
    tags: ['NEW'],
    pace: 1.15
  },
  {
    type: 'COMMITMENT',
    title: '青少年赛事积分系统',
    owner: '青少年体育处',
    due: '2026-10-14',
    urgency: 'TIMED',
    measures: '与学籍对接',
    tags: ['NEW'],
    pace: 0.88
  },
  {
    type: 'COMMITMENT',
    title: '公益体彩宣传进社区',
    owner: '体育彩票管理中心',
    due: '2026-09-20',
    urgency: 'TIMED',
    measures: '每月两场',
    pace: 1.1
  },
  {
    type: 'PROBLEM',
    title: '水上中心码头护栏整改',
    owner: '水上运动中心',
    partners: ['安全监管处'],
    due: '2026-09-05',
    urgency: 'SPECIAL',
    source: 'SAFETY',
    measures: '更换护栏120米',
    tags: ['HARD'],
    pace: 0.62
  },
  {
    type: 'PROBLEM',
    title: '场馆租金追缴',
    owner: '场馆管理处',
    due: '2026-10-15',
    source: 'AUDIT',
    measures: '逐户对账、依法追缴',
    tags: ['HARD'],
    pace: 0.75
  },
  {
    type: 'PROBLEM',
    title: '泳池水质舆情',
    owner: '奥体中心',
    due: '2026-07-15',
    urgency: 'IMMEDIATE',
    source: 'OPINION',
    measures: '每日公示水质',
    pace: 1.6
  },
  {
    type: 'PROBLEM',
    title: '群众反映广场舞噪声',
    owner: '群众体育处',
    due: '2026-08-08',
    urgency: 'IMMEDIATE',
    source: 'PETITION',
    measures: '限时限音、定点疏导',
    pace: 1.3
  },
  {
    type: 'PROBLEM',
    title: '产业引导资金绩效自评不全',
    owner: '体育产业处',
    due: '2026-09-25',
    source: 'SUPERVISION',
    measures: '补齐资料、重做自评',
    pace: 0.8
  },
  {
    type: 'PROBLEM',
    title: '巡察反馈：场馆安全责任不清',
    owner: '安全监管处',
    due: '2026-06-30',
    source: 'INSPECTION',
    measures: '一馆一责任书',
    pace: 1.1
  },
  {
    type: 'PROBLEM',
    title: '湖滨步道占绿整改',
    owner: '场馆管理处',
    due: '2026-08-31',
    source: 'ECOLOGY',
    measures: '恢复绿地',
    pace: 1.0
  }
]
