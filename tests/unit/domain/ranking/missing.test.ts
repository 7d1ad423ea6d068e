import { describe, expect, it } from 'vitest'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { compute, dimensions, direct } from './computeMarks.ts'

/** Full marks a 40, b 20, c 40. `u` hands in 36 and 34 and leaves b out. */
const run = (policies: Partial<Policies>, own: Record<string, unknown> = {}) => {
  const first = { ...dimensions[0]!, indicators: [direct('a', '40'), direct('b', '20', own)] }
  return compute(
    { u: ['36', null, '34'], v: ['40', '16', '40'] },
    { policies, dimensions: [first, dimensions[1]!] }
  )
}
const itemOf = (computed: ReturnType<typeof run>) => computed.unit('u').dimensions[0]!.indicators[1]!

describe('缺报 by policy', () => {
  it.each([
    // 70 + 20 × 60 % = 82
    [{ missing: 'FLOOR', missingFloor: '60' }, {}, '12.00', '82.00', '缺报，按满分 20 的 60% 计 → 12.00'],
    // S74b: 1 point off for a report that did not come. 70 + (20 − 1) = 89
    [{ missing: 'DEDUCT', missingPoints: '1' }, {}, '19.00', '89.00', '缺报，满分 20 扣 1 分 → 19.00'],
    // S19: 10 points off. 70 + (20 − 10) = 80
    [{ missing: 'DEDUCT', missingPoints: '10' }, {}, '10.00', '80.00', '缺报，满分 20 扣 10 分 → 10.00'],
    // Never below 0.
    [
      { missing: 'DEDUCT', missingPoints: '25' },
      {},
      '0.00',
      '70.00',
      '缺报，满分 20 扣 25 分，不够扣 → 0.00'
    ],
    [{ missing: 'ZERO' }, {}, '0.00', '70.00', '缺报，按 0.00 分计'],
    // The indicator's own rule goes before the scheme's.
    [
      { missing: 'ZERO' },
      { missing: 'FLOOR', missingFloor: '50' },
      '10.00',
      '80.00',
      '缺报，按满分 20 的 50% 计 → 10.00'
    ],
    [
      { missing: 'DEDUCT', missingPoints: '5' },
      { missingPoints: '2.5' },
      '17.50',
      '87.50',
      '缺报，满分 20 扣 2.5 分 → 17.50'
    ]
  ] as const)('%j %j → %s, total %s', (policies, own, score, total, sentence) => {
    const computed = run(policies, own)
    expect(itemOf(computed)).toMatchObject({ status: 'MISSING', score: { printed: score }, estimated: false })
    expect(itemOf(computed).trace.sentence).toBe(sentence)
    expect(computed.unit('u')).toMatchObject({ state: 'SCORED', total: { printed: total } })
  })

  it('FLOOR and DEDUCT show their step, say it in the footer, and the rate is of the full mark', () => {
    const computed = run({ missing: 'FLOOR', missingFloor: '60' })
    expect(itemOf(computed)).toMatchObject({ rate: '0.6', reason: '缺报，按满分的 60% 计' })
    expect(itemOf(computed).trace.steps).toEqual([{ label: '缺报计分', expression: '20 × 60%', value: '12' }])
    expect(computed.result.footer).toContain('「指标b」缺报时按满分的 60% 计。')
    expect(computed.unit('u').remarks).toContain('缺报按规定计分：指标b 12.00 分')
  })

  it('an indicator may block the unit where the scheme does not', () => {
    const computed = run({ missing: 'ZERO' }, { missing: 'BLOCK_UNIT' })
    expect(computed.unit('u')).toMatchObject({ state: 'BLOCKED', total: null })
  })

  it.each(['ZERO', 'FLOOR', 'DEDUCT'] as const)(
    'out of the base, %s counts neither above nor below the line: 70 × 100 ÷ (100 − 20) = 87.50',
    (missing) => {
      const computed = run({ missing, missingFloor: '60', missingPoints: '1', missingInBase: false })
      expect(itemOf(computed)).toMatchObject({
        status: 'MISSING',
        score: null,
        reason: '缺报，这一项不计分，也不占满分'
      })
      expect(computed.unit('u')).toMatchObject({
        state: 'SCORED',
        total: { printed: '87.50' },
        rescaledFrom: '80',
        baseSentence:
          '目标任务 36.00 + 承诺事项 34.00 = 70.00；缺报不占满分 20 分，70.00 × 100 ÷ (100 − 20) = 87.50'
      })
      expect(computed.unit('u').remarks.join()).toContain('缺报不计入：指标b')
      expect(computed.result.footer).toContain('「指标b」缺报时不计分，也不占满分，其余得分照不适用折算。')
    }
  )

  it('BLOCK_UNIT blocks whatever the base says', () => {
    expect(run({ missing: 'BLOCK_UNIT', missingInBase: false }).unit('u').state).toBe('BLOCKED')
  })

  it('不适用 and 缺报 out of the base are both named', () => {
    const { unit } = compute(
      { u: ['/', null, '34'] },
      { dimensions, policies: { missing: 'ZERO', missingInBase: false } }
    )
    // 34 × 100 ÷ (100 − 40 − 20) = 85
    expect(unit('u')).toMatchObject({
      total: { printed: '85.00' },
      baseSentence:
        '承诺事项 34.00 = 34.00；不适用 40 分、缺报不占满分 20 分，34.00 × 100 ÷ (100 − 60) = 85.00'
    })
    expect(unit('u').dimensions[0]!.score).toBeNull()
  })
})
