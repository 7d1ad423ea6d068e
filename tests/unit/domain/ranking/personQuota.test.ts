import { describe, expect, it } from 'vitest'
import { personQuotaOf } from '#shared/domain/ranking/grades/personQuota.ts'
import { personQuotaRules } from '#shared/domain/scheme/gradeRules.ts'
import { unitDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { standTotals } from './standTotals.ts'

const HONOURS = [
  { name: '人民满意机关', plus: '5' },
  { name: '文明单位', plus: '3' }
]

/** S36: 优秀 15 %, 良好 12 %, 达标 10 %, 诫勉 8 %; two honours add; never above 20 %. */
const rules = (held: number, rounding: 'FLOOR' | 'ROUND' | 'CEIL' = 'FLOOR') =>
  personQuotaRules.parse({
    byGrade: [
      { grade: '优秀', percent: '15' },
      { grade: '良好', percent: '12' },
      { grade: '达标', percent: '10' },
      { grade: '诫勉', percent: '8' }
    ],
    honours: HONOURS.map((honour, index) => ({ ...honour, units: index < held ? ['u'] : ['other'] })),
    cap: '20',
    rounding
  })
const unit = (staff?: number) =>
  unitDefinition.parse({
    code: 'u',
    name: '办公室',
    kind: 'DEPARTMENT',
    ...(staff === undefined ? {} : { staff })
  })

describe('个人优秀名额 (S36, G15)', () => {
  it.each([
    ['优秀', 0, 'FLOOR', 6, '优秀 15%；在编 43 人 × 15% = 6.45，去尾 6 个'],
    ['优秀', 1, 'FLOOR', 8, '优秀 15% + 人民满意机关 5% = 20%；在编 43 人 × 20% = 8.60，去尾 8 个'],
    ['优秀', 1, 'ROUND', 9, '优秀 15% + 人民满意机关 5% = 20%；在编 43 人 × 20% = 8.60，四舍五入 9 个'],
    [
      '优秀',
      2,
      'FLOOR',
      8,
      '优秀 15% + 人民满意机关 5% + 文明单位 3% = 23%，封顶 20%；在编 43 人 × 20% = 8.60，去尾 8 个'
    ],
    ['优秀', 2, 'ROUND', 9, /封顶 20%；在编 43 人 × 20% = 8\.60，四舍五入 9 个$/],
    ['诫勉', 0, 'CEIL', 4, '诫勉 8%；在编 43 人 × 8% = 3.44，进一 4 个']
  ] as const)('43 staff, %s, %i honours, %s: %i', (grade, held, rounding, places, sentence) => {
    const quota = personQuotaOf(unit(43), grade, rules(held, rounding))
    expect(quota).toMatchObject({ staff: 43, places })
    expect(quota?.sentence).toMatch(sentence)
  })

  it('needs the staff and a grade that gives a percentage', () => {
    expect(personQuotaOf(unit(), '优秀', rules(0))).toBeNull()
    expect(personQuotaOf(unit(43), '不合格', rules(0))).toBeNull()
    expect(personQuotaOf(unit(43), null, rules(0))).toBeNull()
    expect(personQuotaOf(unit(0), '优秀', rules(0))?.places).toBe(0)
  })

  it('follows the grade of the result and is explained in the footer', () => {
    const { unit: of, result } = standTotals(
      { u: '95', v: '70' },
      {
        race: {
          grades: { levels: [{ name: '优秀', atLeast: '90' }, { name: '达标' }] },
          personQuotas: rules(1)
        },
        unitFields: { u: { staff: 43 }, v: { staff: 20 } }
      }
    )
    expect(of('u').personQuota).toMatchObject({ percent: '20', places: 8 })
    expect(of('v').personQuota).toMatchObject({ percent: '10', places: 2 })
    expect(result.footer).toContain('个人优秀名额按在编人数和单位等次计算，去尾，最高 20%。')
  })
})
