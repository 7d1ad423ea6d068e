import type { CatalogueIndicator, ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { DEFAULT_EMPTY_WORDS } from '#shared/domain/scheme/schemeDefinition.ts'

const UNITS = [
  ['bgs', '办公室', null],
  ['zzrs', '组织人事处', '人事处'],
  ['ghcw', '规划财务处', null],
  ['zcfg', '政策法规处', null],
  ['qzty', '群众体育处', '群体处'],
  ['jjty', '竞技体育处', null],
  ['qsn', '青少年体育处', null],
  ['tycy', '体育产业处', '产业处'],
  ['cggl', '场馆管理处', null],
  ['xzsp', '行政审批处', null],
  ['kjxc', '科教宣传处', null],
  ['aqjg', '安全监管处', null],
  ['sjc', '审计处', null],
  ['ltx', '离退休干部处', '老干处'],
  ['xlzx', '市体育训练中心', '训练中心'],
  ['cpzx', '市体育彩票管理中心', '体彩中心']
] as const

export const UNIT_CODES: readonly string[] = UNITS.map(([code]) => code)

function indicator(
  over: Partial<CatalogueIndicator> & Pick<CatalogueIndicator, 'code' | 'name'>
): CatalogueIndicator {
  return {
    aliases: [],
    dimension: 'races',
    dimensionName: '亮绩赛马',
    unit: '',
    direction: 'UP',
    fullMark: '20',
    ruleKind: 'RATIO',
    fields: ['actual'],
    units: new Set(UNIT_CODES),
    targets: new Map(),
    provider: null,
    ...over
  }
}

export const INDICATORS: readonly CatalogueIndicator[] = [
  indicator({
    code: 'events',
    name: '重点体育项目',
    aliases: ['重点项目数'],
    unit: '个',
    fullMark: '30',
    targets: new Map([
      ['bgs', '2'],
      ['zzrs', '3']
    ])
  }),
  indicator({ code: 'funds', name: '到位资金', unit: '万元', targets: new Map([['ghcw', '8200']]) }),
  indicator({ code: 'area', name: '人均体育场地面积', unit: '平方米', units: new Set(['qzty', 'cggl']) }),
  indicator({ code: 'gdp', name: '体育产业增加值占比', unit: '%', targets: new Map([['tycy', '20']]) }),
  indicator({
    code: 'open',
    name: '政务公开',
    aliases: ['政务公开得分'],
    unit: '分',
    fullMark: '77',
    fields: ['score'],
    ruleKind: 'DIRECT'
  }),
  indicator({
    code: 'lecture',
    name: '体育讲堂',
    dimension: 'lecture',
    dimensionName: '体育讲堂',
    unit: '分',
    fullMark: '20',
    fields: ['rating'],
    ruleKind: 'JUDGES'
  }),
  indicator({ code: 'amount', name: '体育消费总额', unit: '亿元' })
]

/** A sports bureau in the third quarter of 2026. */
export function catalogue(over: Partial<ImportCatalogue> = {}): ImportCatalogue {
  return {
    period: '2026Q3',
    organisation: '海州市体育局',
    units: UNITS.map(([code, name, shortName]) => ({
      code,
      name,
      shortName,
      aliases: code === 'bgs' ? ['局办'] : [],
      groups: [code.endsWith('zx') ? '直属单位' : '机关处室']
    })),
    indicators: INDICATORS,
    dimensions: [
      { code: 'races', name: '亮绩赛马' },
      { code: 'lecture', name: '讲堂板块' }
    ],
    adjustmentClasses: [
      { code: 'award', name: '表彰奖励', aliases: ['获奖'], sign: 'BONUS' },
      { code: 'media', name: '媒体宣传', aliases: [], sign: 'BONUS' },
      { code: 'notice', name: '通报批评', aliases: [], sign: 'DEDUCTION' }
    ],
    emptyWords: DEFAULT_EMPTY_WORDS,
    ...over
  }
}
