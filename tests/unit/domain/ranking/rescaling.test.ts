import { describe, expect, it } from 'vitest'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { entry } from '../scoring/build.ts'
import { compute, dimensions, direct } from './computeMarks.ts'

const classes = [
  { code: 'plus', name: '加分项', sign: 'BONUS' },
  { code: 'minus', name: '减分项', sign: 'DEDUCTION' }
]

describe('what rescaling fills up to (ambiguity 2)', () => {
  /** Declared 110, items 40 + 20 + 60 = 120; b does not apply; earned 36 + 54 = 90. */
  const wide = [dimensions[0]!, { ...dimensions[1]!, fullMark: '60', indicators: [direct('c', '60')] }]
  const run = (rescaleTo: Policies['rescaleTo']) =>
    compute(
      { u: ['36', '/', '54'] },
      { dimensions: wide, race: { fullMark: '110' }, policies: { rescaleTo } }
    )

  it.each([
    // 90 × 110 ÷ (110 − 20)
    ['DECLARED', '110.00', '90', '90.00 × 110 ÷ (110 − 20) = 110.00', '不适用折算以赛项的满分为准。'],
    // 90 × 120 ÷ (120 − 20)
    ['ITEMS', '108.00', '100', '90.00 × 120 ÷ (120 − 20) = 108.00', '不适用折算以各项满分的合计为准。'],
    // 90 × 100 ÷ (100 − 20), the formula of §6.4-4 as it is written
    ['HUNDRED', '112.50', '80', '90.00 × 100 ÷ (100 − 20) = 112.50', '不适用折算以 100 分为准。']
  ] as const)('%s: %s', (rescaleTo, base, from, words, footer) => {
    const { unit, result } = run(rescaleTo)
    expect(unit('u')).toMatchObject({ base: { printed: base }, rescaledFrom: from })
    expect(unit('u').baseSentence).toContain(words)
    expect(result.footer).toContain(footer)
  })

  it('says nothing where all three are the same number', () => {
    const { result } = compute({ u: ['36', '/', '34'] }, { policies: { rescaleTo: 'HUNDRED' } })
    expect(result.footer.some((sentence) => sentence.includes('折算以'))).toBe(false)
  })

  it('refuses to rescale to 100 when more than 100 points do not apply', () => {
    const huge = [
      { code: 'd1', name: '大', fullMark: '150', indicators: [direct('a', '120'), direct('b', '30')] }
    ]
    const { unit } = compute(
      { u: ['/', '10'] },
      { dimensions: huge, race: { fullMark: '150' }, policies: { rescaleTo: 'HUNDRED' } }
    )
    expect(unit('u')).toMatchObject({
      state: 'BLOCKED',
      reasons: ['不适用 120 分，折算只到 100 分，没有剩下的分可折算']
    })
  })
})

describe('what else is rescaled (ambiguity 1)', () => {
  it('dimension scores stay as earned by default, and the sentence can be checked', () => {
    const { unit } = compute({ u: ['36', '/', '34'] })
    expect(unit('u').dimensions[0]).toMatchObject({ score: { printed: '36.00' }, effectiveFullMark: '40' })
  })

  it('rescaleDimensions shows 36 × 60 ÷ 40 = 54.00 and leaves the base at 87.50', () => {
    const { unit, result } = compute({ u: ['36', '/', '34'] }, { policies: { rescaleDimensions: true } })
    const u = unit('u')
    expect(u.dimensions.map((dimension) => dimension.score?.printed)).toEqual(['54.00', '34.00'])
    expect(u.dimensions[0]!.effectiveFullMark).toBe('60')
    expect(u.base?.printed).toBe('87.50')
    expect(u.baseSentence).toBe(
      '目标任务 36.00 + 承诺事项 34.00 = 70.00；不适用 20 分，70.00 × 100 ÷ (100 − 20) = 87.50；' +
        '板块得分另按各自满分折算：目标任务 36.00 × 60 ÷ 40 = 54.00'
    )
    expect(result.footer).toContain('板块得分也按不适用折算到板块满分。')
  })

  it('a dimension of which nothing applies has no score, rescaled or not', () => {
    const { unit } = compute({ u: ['36', '18', '/'] }, { policies: { rescaleDimensions: true } })
    expect(unit('u').dimensions[1]!.score).toBeNull()
    expect(unit('u').dimensions[0]!.score?.printed).toBe('54.00')
    expect(unit('u').total?.printed).toBe('90.00')
  })

  const adjusted = (policies: Partial<Policies>, b = '/') =>
    compute(
      { u: ['36', b, '34'] },
      { race: { adjustments: { classes, bonusCap: '5' } }, policies },
      { adjustments: [entry(1, 'u', 'plus', '6'), entry(2, 'u', 'minus', '2')] }
    )

  it('adjustments stay as they are by default: 87.50 + 5 − 2 = 90.50', () => {
    expect(adjusted({}).unit('u').total?.printed).toBe('90.50')
  })

  it('rescaleAdjustments after the caps: 87.50 + 5 × 1.25 − 2 × 1.25 = 91.25', () => {
    const { unit, result } = adjusted({ rescaleAdjustments: true })
    expect(unit('u').totalSentence).toBe('基础分 87.50 + 加分 6.25 − 减分 2.50 = 91.25')
    expect(unit('u').adjustments).toMatchObject({
      bonus: { printed: '6.25' },
      deduction: { printed: '2.50' }
    })
    expect(unit('u').adjustments.sentence).toBe(
      '加分：加分项 6.00，合计 6.00，封顶 5.00，计 5.00；减分：减分项 2.00，计 2.00；' +
        '按不适用折算：加分 5.00 × 100 ÷ (100 − 20) = 6.25，减分 2.00 × 100 ÷ (100 − 20) = 2.50'
    )
    expect(result.footer).toContain('加分、减分也按不适用折算。')
  })

  it('changes nothing for a unit to which everything applies', () => {
    expect(adjusted({ rescaleAdjustments: true }, '18').unit('u')).toEqual(adjusted({}, '18').unit('u'))
  })

  it('says so where the printed numbers do not give the printed base', () => {
    // 36.004 + 34 = 70.004 prints 70.00; × 1.25 = 87.505 prints 87.51, not 87.50.
    const { unit } = compute({ u: ['36.004', '/', '34'] })
    expect(unit('u').baseSentence).toContain('70.00 × 100 ÷ (100 − 20) = 87.51（按未取整的数折算）')
  })
})
