import { draw, drawBetween, pick } from '../random.ts'
import type { SampleItem } from './registerData.ts'

const OWNERS = [
  '城建发展公司',
  '水务公司',
  '燃气公司',
  '安居置业公司',
  '园区运营公司',
  '环境科技公司'
] as const

/** Named after what the essay names; the rest of the 84 implementing projects is numbered. */
const NAMED: readonly SampleItem[] = [
  {
    type: 'PROJECT',
    title: '童心印花产业园（7.5亿元、8.8万平方米）',
    owner: '园区运营公司',
    start: '2026-01-01',
    due: '2026-12-20',
    measures: '飞地抱团，惠及119个村',
    tags: ['HEAVY'],
    pace: 1.02,
    amount: 28000
  },
  {
    type: 'PROJECT',
    title: '安置房6个项目7276套交付',
    owner: '安居置业公司',
    start: '2026-01-01',
    due: '2026-11-30',
    measures: '倒排工期、分批验收',
    tags: ['HEAVY'],
    pace: 0.94,
    amount: 42000
  },
  {
    type: 'PROJECT',
    title: '村级留用地950.34亩开发',
    owner: '城建发展公司',
    start: '2026-01-01',
    due: '2026-12-31',
    measures: '一村一策',
    pace: 0.9,
    amount: 15000
  },
  {
    type: 'PROJECT',
    title: '农村燃气10个村2000户',
    owner: '燃气公司',
    start: '2026-02-01',
    due: '2026-10-31',
    measures: '管网先行、集中点火',
    pace: 1.06,
    amount: 3600
  },
  {
    type: 'PROJECT',
    title: '高层二次供水改造1万户',
    owner: '水务公司',
    start: '2026-01-15',
    due: '2026-11-15',
    measures: '逐小区推进',
    pace: 1.0,
    amount: 10000
  },
  {
    type: 'PROJECT',
    title: '危废处置提标',
    owner: '环境科技公司',
    start: '2026-03-01',
    due: '2026-12-15',
    measures: '设备更新、在线监测',
    pace: 0.7,
    amount: 5200
  }
]

const KINDS = [
  '道路',
  '管网',
  '泵站',
  '停车场',
  '厂房',
  '公园',
  '农贸市场',
  '学校配套',
  '污水',
  '老旧小区'
] as const

/** 84 实施类项目 with yearly and monthly plan, and the four 攻坚 task forces. */
export const CITY_GROUP_ITEMS: readonly SampleItem[] = [
  ...NAMED,
  ...Array.from({ length: 84 - NAMED.length }, (_, index): SampleItem => {
    const number = index + NAMED.length + 1
    const kind = pick(KINDS, 'kind', number)
    const startMonth = 1 + Math.floor(draw('start', number) * 4)
    const endMonth = 8 + Math.floor(draw('end', number) * 5)
    return {
      type: 'PROJECT',
      title: `${kind}工程${String(number).padStart(2, '0')}号`,
      owner: pick(OWNERS, 'owner', number),
      start: `2026-${String(startMonth).padStart(2, '0')}-01`,
      due: `2026-${String(endMonth).padStart(2, '0')}-25`,
      measures: '按月倒排、周调度',
      pace: drawBetween(0.72, 1.12, 2, 'pace', number),
      amount: drawBetween(300, 6000, 0, 'amount', number)
    }
  }),
  {
    type: 'TASK_FORCE',
    title: '“1+4+N”上市攻坚专班',
    owner: '财务融资部',
    partners: ['投资发展部'],
    due: '2026-12-31',
    measures: '周例会、节点销号',
    tags: ['HARD'],
    pace: 0.9
  },
  {
    type: 'TASK_FORCE',
    title: '土地指标307亩攻坚专班',
    owner: '投资发展部',
    due: '2026-10-31',
    measures: '逐宗挂图',
    tags: ['HARD'],
    pace: 1.0
  },
  {
    type: 'TASK_FORCE',
    title: '租金1.6亿元清收专班',
    owner: '审计法务部',
    partners: ['园区运营公司'],
    due: '2026-11-30',
    measures: '一户一策',
    pace: 1.05
  },
  {
    type: 'TASK_FORCE',
    title: '安全生产大排查专班',
    owner: '安全环保部',
    due: '2026-09-30',
    measures: '四不两直',
    pace: 1.1
  },
  {
    type: 'COMMITMENT',
    title: '供水服务20分钟响应',
    owner: '水务公司',
    due: '2026-06-30',
    urgency: 'TIMED',
    measures: '网格化值守',
    pace: 1.2
  },
  {
    type: 'COMMITMENT',
    title: '5000户老人用水关爱',
    owner: '水务公司',
    due: '2026-10-20',
    urgency: 'SPECIAL',
    measures: '上门检修',
    pace: 1.0
  },
  {
    type: 'PROBLEM',
    title: '子企业往来款清理',
    owner: '财务融资部',
    due: '2026-06-30',
    source: 'AUDIT',
    measures: '逐笔核对',
    pace: 0.85
  },
  {
    type: 'PROBLEM',
    title: '工地扬尘整改',
    owner: '工程管理部',
    due: '2026-04-30',
    urgency: 'IMMEDIATE',
    source: 'ECOLOGY',
    measures: '六个百分百',
    pace: 1.3
  }
]
