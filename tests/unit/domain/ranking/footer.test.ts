import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { choiceSentences } from '#shared/domain/ranking/footer/choiceSentences.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import { entry, input, reading } from '../scoring/build.ts'
import { compute } from './computeMarks.ts'
import { decision, falling, standTotals, totalsScheme } from './standTotals.ts'

const ROUNDING = '得分四舍五入，保留 2 位小数，只在总得分取整。'

describe('choices of rules', () => {
  const item = (name: string, ...choices: string[]) =>
    ({ name, trace: { choices } }) as unknown as IndicatorResult

  it('are one line each, with the indicators that they decided', () => {
    expect(
      choiceSentences([
        item('签约', '「签约」按整档计分。'),
        item('到位', '「到位」按整档计分。', '「到位」封顶先于难度系数'),
        item('签约', '「签约」按整档计分。')
      ])
    ).toEqual(['「签约、到位」按整档计分。', '「到位」封顶先于难度系数。'])
  })

  it('reach the footer through the whole computation', () => {
    const result = compute(
      { u: ['30', null, '40'], v: ['30', '20', null] },
      {
        policies: { missing: 'FLOOR', missingFloor: '60' }
      }
    ).result
    expect(result.footer).toEqual([ROUNDING, '「指标b、指标c」缺报时按满分的 60% 计。'])
  })
})

describe('only what mattered', () => {
  it('says nothing of rules that decided nothing', () => {
    const { result } = standTotals(falling(3), {
      race: {
        grades: { levels: [{ name: '优秀', places: 1 }, { name: '其他' }] },
        boards: [{ kind: 'MOVERS', code: 'm', name: '进退榜' }],
        alsoRank: ['ALL'],
        tieBreak: [{ by: 'BASE' }]
      },
      policies: { vetoes: true, listedInPool: true, valuePrecision: 'ROUND' }
    })
    expect(result.footer).toEqual([ROUNDING])
  })

  it('names the race where there are several', () => {
    const one = totalsScheme(falling(2), {
      race: { grades: { levels: [{ name: '优秀', percent: '50' }, { name: '其他' }] } }
    })
    const second = { ...one.races[0]!, code: 'q', name: '专项赛', grades: undefined }
    const readings = ['u1', 'u2'].map((unit) => reading(unit, 'i', '90', { field: 'score' }))
    const { footer } = computeResults(input({ ...one, races: [one.races[0]!, second] }, { readings }))
    expect(footer).toContain('「季度赛马」等次名额按本组参加排名的单位数计算，去尾。')
    expect(footer).toContain('「季度赛马」并列跨名额线的由人裁定。')
  })

  it('the order of caps and the class caps where they decided', () => {
    const race = {
      adjustments: {
        classes: [
          { code: 'plus', name: '加', sign: 'BONUS' },
          { code: 'minus', name: '减', sign: 'DEDUCTION' }
        ],
        bonusCap: '3'
      }
    }
    const adjustments = [entry(1, 'u1', 'plus', '5'), entry(2, 'u1', 'minus', '1')]
    expect(standTotals(falling(1), { race }, { adjustments }).result.footer).toContain(
      '加分先封顶，再扣减分。'
    )
  })
})

describe('a round settled by decision for everybody (S37: 95 for all)', () => {
  const all = decision(1, {
    type: 'IMPUTATION',
    unit: '*',
    race: 'r',
    indicator: null,
    as: 'SCORE',
    value: '95'
  })

  it('is ranked as one tie, counted as estimated, and said', () => {
    const { order, group, unit, result } = (() => {
      const found = standTotals({ a: null, b: null }, {}, { decisions: [all] })
      return { ...found, group: found.race.groups[0]! }
    })()
    expect(order).toBe('a1 b1')
    expect(unit('a')).toMatchObject({ base: null, total: { printed: '95.00' }, tied: true })
    expect(unit('a').remarks).toContain('补分：总得分')
    expect(group.mean).toEqual({ dimensions: {}, bonus: '0.00', deduction: '0.00', total: '95.00' })
    expect(result.counts).toMatchObject({ estimated: 2, blocked: 0, ranked: 2 })
    expect(result.footer).toContain('总得分经补分决定核定的，各项得分仍按实际计算列出。')
    expect(result.footer).not.toContain('缺报的单位暂不计总分、不排名，报齐后自动进入排名。')
  })
})

describe("a month's preview", () => {
  it('says that it is one', () => {
    const { result } = standTotals(falling(1), {}, { month: 8 })
    expect(result.footer[0]).toBe('8月预览：目标算到 8 月底，不定稿，不计连续季度。')
  })
})
