import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'
import { ratings, ruleCatalogue } from './helpers/ruleCatalogue.ts'

const best = ruleCatalogue({
  code: 'gdp',
  name: '产业增加值增速',
  unit: '%',
  kind: 'RATIO_TO_BEST',
  params: { corrections: [{ name: '总量修正' }, { name: '投资修正', against: '0' }] }
})
const growth = ruleCatalogue({
  code: 'income',
  name: '营业收入',
  unit: '%',
  kind: 'SASAC_GROWTH',
  params: {}
})
const shared = ruleCatalogue({
  code: 'service',
  name: '服务保障',
  unit: '分',
  kind: 'DIRECT_SCORE',
  params: {
    outOf: '100',
    providers: [
      { name: '分管领导', share: '60' },
      { name: '办公室', share: '40' }
    ]
  }
})
const given = ruleCatalogue({
  code: 'review',
  name: '综合评议',
  unit: '名',
  kind: 'RANK_POINTS',
  params: { decrement: '5', source: 'GIVEN' }
})
const external = ruleCatalogue({
  code: 'province',
  name: '全民健身指数',
  unit: '名',
  kind: 'EXTERNAL_RANK',
  params: {
    rows: [
      { to: 0, points: '20' },
      { from: 1, points: '10' }
    ]
  }
})

describe('terms of a formula', () => {
  it('reads corrections and what they are compared with beside the value', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '产业增加值增速', '总量修正', '总量修正对照数', '投资修正'],
        ['办公室', 5.2, 1.5, 1, null],
        ['审计处', 4.8, -0.5, 0.2, 0.3]
      ]),
      { catalogue: best }
    )
    expect(ratings(readings)).toEqual([
      'bgs/gdp/actual=5.2',
      'bgs/gdp/总量修正=1.5',
      'bgs/gdp/对照 总量修正=1',
      'sjc/gdp/actual=4.8',
      'sjc/gdp/总量修正=-0.5',
      'sjc/gdp/对照 总量修正=0.2',
      'sjc/gdp/投资修正=0.3'
    ])
    expect(told('error')).toEqual([])
  })

  it('reads the baseline by the scheme’s name, and by 上年同期 once the clerk agrees', () => {
    const rows = (label: string) =>
      rawSheet([['营业收入增长情况'], ['单位', label, '目标', '完成'], ['办公室', 8, 6, 7.5]], ['A1:D1'])
    const named = analyse(rows('基准值'), { catalogue: growth })
    expect(ratings(named.readings)).toEqual([
      'bgs/income/基准值=8',
      'bgs/income/target=6',
      'bgs/income/actual=7.5'
    ])
    expect(named.told()).toEqual([])
    const other = analyse(rows('上年同期'), { catalogue: growth })
    expect(ratings(other.readings)).toEqual(ratings(named.readings))
    expect(other.told('confirm')).toEqual(['PART_SYNONYM B2'])
  })

  it('takes 增长率 for the value of an indicator judged by growth, and not the amounts beside it', () => {
    const { readings, sheet } = analyse(
      rawSheet(
        [['营业收入'], ['单位', '基准值', '本期完成', '增长率'], ['办公室', 6, 1200, '8.5%']],
        ['A1:D1']
      ),
      { catalogue: growth }
    )
    expect(ratings(readings)).toEqual(['bgs/income/基准值=6', 'bgs/income/actual=8.5'])
    expect(sheet.columns.map((column) => column.role.role)).toEqual(['unit', 'value', 'ignore', 'value'])
  })

  it('leaves a baseline alone in rows whose rule does not read it', () => {
    const both = ruleCatalogue(
      { code: 'income', name: '营业收入', unit: '%', kind: 'SASAC_GROWTH', params: {} },
      { code: 'events', name: '重点项目', unit: '个', kind: 'RATIO_TO_TARGET', params: {} }
    )
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '指标', '基准值', '完成'],
        ['办公室', '营业收入', 8, 7],
        ['办公室', '重点项目', 3, 2]
      ]),
      { catalogue: both }
    )
    expect(ratings(readings)).toEqual(['bgs/income/基准值=8', 'bgs/income/actual=7', 'bgs/events/actual=2'])
    expect(told('info')).toEqual(['PART_NOT_USED C3'])
  })

  it('reads the second condition of a table of intervals', () => {
    const { readings } = analyse(
      rawSheet([
        ['单位', '信访化解率', '信访总量'],
        ['办公室', 95, 12]
      ]),
      {
        catalogue: ruleCatalogue({
          code: 'petitions',
          name: '信访化解率',
          unit: '%',
          kind: 'INTERVAL_TABLE',
          params: { secondName: '信访总量', rows: [{ lo: '90', value: '10' }] }
        })
      }
    )
    expect(ratings(readings)).toEqual(['bgs/petitions/actual=95', 'bgs/petitions/信访总量=12'])
  })
})

describe('marks of several providers', () => {
  it('reads a column a provider, one of them called like a unit', () => {
    const { sheet, readings, told } = analyse(
      rawSheet(
        [
          ['服务保障评分表'],
          ['单位', '分管领导', '办公室', '得分'],
          ['审计处', 92, 90, 91.2],
          ['产业处', 88, '回避', 88]
        ],
        ['A1:D1']
      ),
      { catalogue: shared }
    )
    expect(sheet.layout).toBe('RATER_MATRIX')
    expect(ratings(readings)).toEqual([
      'sjc/service/分管领导=92',
      'sjc/service/办公室=90',
      'tycy/service/分管领导=88',
      'tycy/service/办公室=NA'
    ])
    expect(told('error')).toEqual([])
  })

  it('refuses a mark above the scale', () => {
    const { told } = analyse(
      rawSheet([['服务保障'], ['单位', '分管领导', '办公室'], ['审计处', 120, 90]], ['A1:C1']),
      { catalogue: shared }
    )
    expect(told('error')).toEqual(['ABOVE_FULL_MARK B3'])
  })
})

describe('places', () => {
  it('reads 名次 where the rule is given places, in words as well', () => {
    const { readings, told } = analyse(
      rawSheet(
        [
          ['综合评议结果'],
          ['单位', '名次'],
          ['办公室', 1],
          ['审计处', '第3名'],
          ['产业处', '第二'],
          ['规划财务处', 2.5]
        ],
        ['A1:B1']
      ),
      { catalogue: given }
    )
    expect(ratings(readings)).toEqual(['bgs/review/actual=1', 'sjc/review/actual=3', 'tycy/review/actual=2'])
    expect(told('error')).toEqual(['NOT_A_PLACE B6'])
  })

  it('reads the places that several evaluators gave', () => {
    const { readings } = analyse(
      rawSheet([['综合评议'], ['单位', '评委1', '评委2'], ['办公室', 1, 2], ['审计处', 2, 1]], ['A1:C1']),
      { catalogue: given }
    )
    expect(ratings(readings)).toEqual([
      'bgs/review/评委1=1',
      'bgs/review/评委2=2',
      'sjc/review/评委1=2',
      'sjc/review/评委2=1'
    ])
  })

  it('reads a place outside against the place that was aimed at', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '考核指标', '排位目标', '全省排名', '上年排名'],
        ['办公室', '全民健身指数', 5, '第4名', 6]
      ]),
      { catalogue: external }
    )
    expect(ratings(readings)).toEqual(['bgs/province/target=5', 'bgs/province/actual=4'])
    expect(told('error')).toEqual([])
  })

  it('leaves the ranks of a result list alone', () => {
    const { readings } = analyse(
      rawSheet([
        ['单位', '到位资金', '名次'],
        ['办公室', 10, 1]
      ])
    )
    expect(ratings(readings)).toEqual(['bgs/funds/actual=10'])
  })
})

describe('one row a mark', () => {
  it('reads providers, and judges, down the side of the units', () => {
    const provided = analyse(
      rawSheet(
        [['服务保障'], ['单位', '打分单位', '得分'], ['审计处', '分管领导', 90], ['审计处', '办公室', 80]],
        ['A1:C1']
      ),
      { catalogue: shared }
    )
    expect(ratings(provided.readings)).toEqual(['sjc/service/分管领导=90', 'sjc/service/办公室=80'])
    const judged = analyse(
      rawSheet(
        [
          ['体育讲堂'],
          ['单位', '评委', '评分'],
          ['办公室', '评委1', 90],
          ['办公室', '评委2', 91],
          ['审计处', '评委1', 85]
        ],
        ['A1:C1']
      )
    )
    expect(ratings(judged.readings)).toEqual([
      'bgs/lecture/评委1=90',
      'bgs/lecture/评委2=91',
      'sjc/lecture/评委1=85'
    ])
    expect(judged.told('error')).toEqual([])
  })
})
