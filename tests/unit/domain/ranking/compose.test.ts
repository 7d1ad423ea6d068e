import { describe, expect, it } from 'vitest'
import { compute, dimensions, direct } from './computeMarks.ts'

describe('dimensions', () => {
  it('WEIGHTED scales Σ scores ÷ Σ full marks, over what applies', () => {
    const weighted = [
      {
        code: 'd',
        name: '讲堂',
        fullMark: '15',
        composition: 'WEIGHTED',
        indicators: [direct('a', '80'), direct('b', '20')]
      },
      { code: 'e', name: '其余', fullMark: '85', indicators: [direct('c', '85')] }
    ]
    const run = (b: string) => compute({ u: ['72', b, '80'] }, { dimensions: weighted }).unit('u')
    expect(run('15').dimensions[0]!.score?.printed).toBe('13.05')
    expect(run('/')).toMatchObject({ rescaledFrom: null, total: { printed: '93.50' } })
    expect(run('/').dimensions[0]).toMatchObject({ effectiveFullMark: '15', score: { printed: '13.50' } })
  })

  it('an indicator that does not apply to a unit does not exist for it', () => {
    const own = [
      {
        code: 'd1',
        name: '目标任务',
        fullMark: '60',
        indicators: [
          direct('a', '60', { appliesTo: { units: ['u'] } }),
          direct('b', '60', { appliesTo: { exceptUnits: ['u'] } })
        ]
      },
      dimensions[1]!
    ]
    const { unit } = compute({ u: ['50', null, '30'], v: [null, '40', '30'] }, { dimensions: own })
    expect(unit('u').dimensions[0]!.indicators.map((item) => item.indicator)).toEqual(['a'])
    expect([unit('u').total?.printed, unit('v').total?.printed]).toEqual(['80.00', '70.00'])
  })

  it('three thirds make a whole, even when totals are cut off', () => {
    const thirds = ['a', 'b', 'c'].map((code) =>
      direct(code, '10', { rule: { kind: 'RATIO_TO_TARGET' }, targets: [{ unit: '*', base: '3' }] })
    )
    const definition = [{ code: 'd', name: '板块', fullMark: '30', indicators: thirds }]
    for (const rounding of ['FLOOR', 'CEIL', 'HALF_UP'] as const) {
      const given = { dimensions: definition, race: { fullMark: '30' }, policies: { rounding } }
      expect(compute({ u: ['1', '1', '1'] }, given).unit('u').total).toEqual({
        exact: '10',
        printed: '10.00'
      })
    }
  })

  it('says so where printed parts do not add up by a rounding', () => {
    const { unit } = compute({ u: ['30.004', '10', '30.004'] })
    expect(unit('u').baseSentence).toBe('目标任务 40.00 + 承诺事项 30.00 = 70.01（各项按未取整的数相加）')
    const rounded = compute({ u: ['30.004', '10', '30.004'] }, { policies: { roundAt: 'ITEM_AND_TOTAL' } })
    expect(rounded.unit('u').baseSentence).toBe('目标任务 40.00 + 承诺事项 30.00 = 70.00')
  })
})
