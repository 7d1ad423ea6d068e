import { canonical, D } from '#shared/domain/number/decimal.ts'
import type { CatalogueIndicator, ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { catalogue, INDICATORS, UNIT_CODES } from '../unit/domain/importing/helpers/catalogue.ts'
import type { Tape } from './tape.ts'

/** Units whose names look like something else: they are units all the same. */
const ODD_UNITS = [
  ['hjc', '合计处', null],
  ['tjk', '统计科', null],
  ['bzb', '备战保障办公室', '保障办']
] as const

const CODES = [...UNIT_CODES, ...ODD_UNITS.map(([code]) => code)]
const MODEL = INDICATORS.find((one) => one.code === 'funds')!
const own = (over: Partial<CatalogueIndicator> & Pick<CatalogueIndicator, 'code' | 'name'>) => ({
  ...MODEL,
  targets: new Map<string, string>(),
  ...over
})

/** The bureau of the other tests, with names and measures that lead astray. */
export const WORLD: ImportCatalogue = (() => {
  const base = catalogue()
  const indicators = [
    ...base.indicators.filter((one) => one.code !== 'area'),
    own({ code: 'visits', name: '全民健身参与人次', unit: '万人次' }),
    own({ code: 'rate', name: '民生实事完成率', unit: '%' }),
    own({ code: 'halls', name: '新建场馆面积', unit: '平方米' })
  ]
  return {
    ...base,
    units: [
      ...base.units,
      ...ODD_UNITS.map(([code, name, shortName]) => ({
        code,
        name,
        shortName,
        aliases: [],
        groups: ['机关处室']
      }))
    ],
    indicators: indicators.map((one) => ({ ...one, units: new Set(CODES) }))
  }
})()

/** How people write the names; the first is the plain one. */
export const UNIT_NAMES: Readonly<Record<string, readonly string[]>> = {
  bgs: ['办公室', ' 办公室　', '1.办公室', '市体育局办公室', '局办', '办 公 室', '办\n公室'],
  zzrs: ['组织人事处', '人事处', '组织\n人事处', '（二）组织人事处'],
  ghcw: ['规划财务处', '规划财务处（盖章）', '规划　财务处', '003规划财务处'],
  qzty: ['群众体育处', '群体处', '四、群众体育处'],
  jjty: ['竞技体育处', '海州市体育局竞技体育处'],
  sjc: ['审计处', '（六）审计处', '审 计 处'],
  xlzx: ['市体育训练中心', '训练中心', '海州市体育训练中心'],
  hjc: ['合计处', '合 计 处'],
  tjk: ['统计科', ' 统计科'],
  bzb: ['备战保障办公室', '保障办']
}

export const INDICATOR_NAMES: Readonly<Record<string, readonly string[]>> = {
  events: ['重点体育项目', '一、重点体育项目', '重点项目数', '重点体育\n项目', '1.重点体育项目'],
  funds: ['到位资金', '到位 资金', '（二）到位资金', '到 位 资 金'],
  gdp: ['体育产业增加值占比', '体育产业\n增加值占比'],
  open: ['政务公开', '政务公开（77分）', '政 务 公 开'],
  amount: ['体育消费总额', '3、体育消费总额', '体育消费 总额'],
  visits: ['全民健身参与人次', '全民健身\r\n参与人次'],
  rate: ['民生实事完成率', '民生实事 完成率'],
  halls: ['新建场馆面积', '新建场馆　面积']
}

export const indicatorOf = (code: string): CatalogueIndicator =>
  WORLD.indicators.find((one) => one.code === code)!

/** The field that the rule of an indicator reads. */
export const readField = (code: string): 'actual' | 'score' =>
  indicatorOf(code).fields.includes('score') ? 'score' : 'actual'

export type Fact = { state: 'VALUE'; value: string } | { state: 'NA' | 'MISSING'; value: null }

const SIZES: Readonly<Record<string, readonly [limit: number, places: number]>> = {
  个: [60, 0],
  万元: [99_999, 2],
  亿元: [900, 3],
  '%': [120, 2],
  分: [77, 1],
  万人次: [900, 2],
  平方米: [50_000, 1]
}

/** A number as this measure has them, with up to its usual decimals. */
export function number(tape: Tape, measure: string): string {
  const [limit, most] = SIZES[measure]!
  const places = tape.below(most + 1)
  const scale = new D(10).pow(places)
  return canonical(new D(tape.below(limit * scale.toNumber() + 1)).div(scale))
}

export function fact(tape: Tape, measure: string): Fact {
  const kind = tape.below(10)
  if (kind === 8) return { state: 'NA', value: null }
  if (kind === 9) return { state: 'MISSING', value: null }
  return { state: 'VALUE', value: number(tape, measure) }
}
