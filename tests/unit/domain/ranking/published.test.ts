import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { SICHUAN } from '../../../fixtures/schemes/s35.ts'
import { entry, input, rating, reading, scheme } from '../scoring/build.ts'

const direct = (code: string, name: string, fullMark: string) => ({
  code,
  name,
  fullMark,
  rule: { kind: 'DIRECT_SCORE' }
})

describe('G1 (S9): a quarterly sheet with bonuses', () => {
  const ratio = (code: string, name: string, fullMark: string, base: string) => ({
    code,
    name,
    fullMark,
    rule: { kind: 'RATIO_TO_TARGET' },
    targets: [{ unit: '*', base }]
  })
  const definition = (roundAt: 'TOTAL' | 'ITEM_AND_TOTAL') =>
    scheme({
      units: ['u'],
      dimensions: [
        {
          code: 'd',
          name: '招商引资',
          fullMark: '100',
          indicators: [
            ratio('i1', '项目', '30', '4'),
            ratio('i2', '资金', '20', '6000'),
            ratio('i3', '签约', '20', '3'),
            {
              ...direct('i4', '服务', '15'),
              rule: {
                kind: 'DIRECT_SCORE',
                params: {
                  providers: [
                    { name: '园区', share: '70' },
                    { name: '乡镇', share: '30' }
                  ]
                }
              }
            },
            direct('i5', '评价', '15')
          ]
        }
      ],
      race: {
        adjustments: {
          classes: [
            { code: 'visit', name: '走访', sign: 'BONUS', cap: '3' },
            { code: 'meeting', name: '推介会', sign: 'BONUS', cap: '6' }
          ]
        }
      },
      policies: { roundAt }
    })
  const readings = [
    reading('u', 'i1', '3'),
    reading('u', 'i2', '5000'),
    reading('u', 'i3', '2'),
    rating('u', 'i4', '园区', '14'),
    rating('u', 'i4', '乡镇', '12'),
    ...['13', '14', '12', '15'].map((mark, index) => rating('u', 'i5', `评${index}`, mark))
  ]
  const visits = Array.from({ length: 8 }, (_, index) => entry(index + 1, 'u', 'visit', '0.5'))
  const adjustments = [...visits, entry(9, 'u', 'meeting', '3')]

  it.each(['TOTAL', 'ITEM_AND_TOTAL'] as const)('rounding at %s: 79.40 + 6.00 = 85.40', (roundAt) => {
    const unit = computeResults(input(definition(roundAt), { readings, adjustments })).races[0]!.groups[0]!
      .units[0]!
    const items = unit.dimensions[0]!.indicators.map((item) => item.score?.printed)
    expect(items).toEqual(['22.50', '16.67', '13.33', '13.40', '13.50'])
    expect(unit.base?.printed).toBe('79.40')
    expect(unit.adjustments.bonus.printed).toBe('6.00')
    expect(unit.total?.printed).toBe('85.40')
    expect(unit.totalSentence).toBe('基础分 79.40 + 加分 6.00 − 减分 0.00 = 85.40')
    expect(unit.adjustments.sentence).toBe('加分：走访 4.00（封顶 3.00），推介会 3.00，计 6.00')
  })
})

describe('G14 (S35): a published ranking with a tie', () => {
  const marks = ['77', '9', '7', '4', '3']
  const names = ['政务公开及日常更新', '在线服务', '公众参与', '网站设计', '依申请公开']
  const definition = scheme({
    // 机构顺序 is the published order turned round: the ranking must come out of the numbers.
    units: [...SICHUAN].reverse().map(({ code, name }) => ({ code, name })),
    dimensions: marks.map((fullMark, index) => ({
      code: `d${index}`,
      name: names[index],
      fullMark,
      indicators: [direct(`i${index}`, names[index]!, fullMark)]
    })),
    policies: { decimals: 1 }
  })
  const readings = SICHUAN.flatMap(({ code, parts }) =>
    parts.map((part, index) => reading(code, `i${index}`, part, { field: 'score' }))
  )
  const before: Record<string, number> = { 阿坝: 5, 泸州: 8, 成都: 1, 眉山: 3 }
  const standings = SICHUAN.filter(({ name }) => name in before).map(({ code, name }) => ({
    race: 'r',
    unit: code,
    group: 'g',
    rank: before[name]!,
    total: '60.0'
  }))
  const result = computeResults(input(definition, { readings, previous: { period: '2026Q2', standings } }))
  const units = result.races[0]!.groups[0]!.units
  const byName = new Map(units.map((unit) => [unit.name, unit]))

  it.each(SICHUAN)('$name: $total, rank $rank', ({ name, total, rank }) => {
    expect(byName.get(name)?.total?.exact).toBe(total)
    expect(byName.get(name)?.rank).toBe(rank)
  })

  it('has no rank 10, and prints totals with one decimal', () => {
    expect(units.map((unit) => unit.rank)).toEqual(SICHUAN.map((city) => city.rank))
    expect(units.filter((unit) => unit.tied).map((unit) => unit.rank)).toEqual([9, 9])
    expect(byName.get('攀枝花')?.total?.printed).toBe('61.1')
    expect(byName.get('眉山')?.total?.printed).toBe('94.0')
    expect(result.counts).toEqual({
      units: 21,
      ranked: 21,
      blocked: 0,
      tiedRanks: 1,
      estimated: 0,
      vetoed: 0,
      undecidedGrades: 0
    })
  })

  it('orders the tie by 机构顺序 and says so', () => {
    expect(units.slice(8, 10).map((unit) => unit.name)).toEqual(['泸州', '阿坝'])
    expect(byName.get('阿坝')?.remarks).toEqual(['并列第9'])
    expect(result.footer).toContain('总得分取整后相同的单位并列，名次顺延，并列单位按机构顺序排列。')
  })

  it('moves 阿坝 ↓4 and 泸州 ↓1; who was absent is 新', () => {
    expect(byName.get('阿坝')?.movement).toEqual({ kind: 'DOWN', by: 4 })
    expect(byName.get('泸州')?.movement).toEqual({ kind: 'DOWN', by: 1 })
    expect(byName.get('眉山')?.movement).toEqual({ kind: 'UP', by: 1 })
    expect(byName.get('成都')?.movement).toEqual({ kind: 'SAME' })
    expect(byName.get('南充')?.movement).toEqual({ kind: 'NEW' })
    expect(byName.get('南充')?.remarks).toEqual(['新'])
  })

  it('prints gaps with the true minus', () => {
    expect(byName.get('成都')).toMatchObject({ gapToFirst: '0.0', gapToAbove: null })
    expect(byName.get('眉山')).toMatchObject({ gapToFirst: '−2.4', gapToAbove: '−2.4' })
    expect(byName.get('泸州')?.gapToAbove).toBe('−1.5')
    expect(byName.get('阿坝')?.gapToAbove).toBe('−1.5')
    expect(byName.get('遂宁')?.gapToAbove).toBe('−1.4')
  })

  it('records what decides between neighbours, and nothing inside a tie', () => {
    expect(byName.get('泸州')?.deciding).toEqual({ label: '总得分', mine: '67.0', theirs: '68.5' })
    expect(byName.get('阿坝')?.deciding).toBeNull()
    expect(byName.get('成都')?.deciding).toBeNull()
  })
})

describe('G19: ranks on the printed or the exact total', () => {
  const definition = (judgeOn: 'PRINTED' | 'EXACT') =>
    scheme({
      units: ['a', 'b'],
      dimensions: [{ code: 'd', name: '板块', fullMark: '100', indicators: [direct('i', '指标', '100')] }],
      policies: { judgeOn }
    })
  const readings = [
    reading('a', 'i', '88.116', { field: 'score' }),
    reading('b', 'i', '88.124', { field: 'score' })
  ]
  const ranks = (judgeOn: 'PRINTED' | 'EXACT') =>
    computeResults(input(definition(judgeOn), { readings })).races[0]!.groups[0]!.units.map((unit) => [
      unit.unit,
      unit.rank,
      unit.total?.printed,
      unit.deciding
    ])

  it('88.124 and 88.116 tie on the printed total', () => {
    expect(ranks('PRINTED')).toEqual([
      ['a', 1, '88.12', null],
      ['b', 1, '88.12', null]
    ])
  })

  it('and not on the exact one, where the deciding numbers show in full', () => {
    expect(ranks('EXACT')).toEqual([
      ['b', 1, '88.12', null],
      ['a', 2, '88.12', { label: '总得分', mine: '88.116', theirs: '88.124' }]
    ])
  })
})
