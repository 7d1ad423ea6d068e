import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { input, reading, scheme } from '../scoring/build.ts'
import { compute, dimensions, direct } from './computeMarks.ts'

describe('不适用, 缺报 and 0', () => {
  const run = (value: string | null, policies: Partial<Policies> = {}) =>
    compute({ u: ['36', value, '34'], v: ['40', '16', '40'] }, { policies })

  it('0 is a score', () => {
    expect(run('0').unit('u')).toMatchObject({ state: 'SCORED', total: { printed: '70.00' }, remarks: [] })
  })

  it('不适用 leaves numerator and denominator: 70 × 100 ÷ 80 = 87.50', () => {
    const { unit, result } = run('/')
    const u = unit('u')
    expect(u.total?.printed).toBe('87.50')
    expect(u.rescaledFrom).toBe('80')
    expect(u.baseSentence).toBe(
      '目标任务 36.00 + 承诺事项 34.00 = 70.00；不适用 20 分，70.00 × 100 ÷ (100 − 20) = 87.50'
    )
    expect(u.dimensions[0]).toMatchObject({
      fullMark: '60',
      effectiveFullMark: '40',
      score: { printed: '36.00' }
    })
    expect(u.dimensions[0]!.indicators[1]).toMatchObject({ status: 'NA', score: null, rate: null })
    expect(u.remarks).toEqual(['按80分折算'])
    expect(result.footer.some((sentence) => sentence.startsWith('不适用的指标不计分'))).toBe(true)
  })

  it('不适用 may count as full marks or as the mean of the group', () => {
    expect(run('/', { notApplicable: 'FULL_MARK' }).unit('u').total?.printed).toBe('90.00')
    const mean = run('/', { notApplicable: 'GROUP_MEAN' }).unit('u')
    expect(mean.total?.printed).toBe('86.00')
    expect(mean.dimensions[0]!.indicators[1]).toMatchObject({
      status: 'SCORED',
      reason: '不适用，按本组平均计'
    })
  })

  it('the mean of a group where nobody has a score is refused', () => {
    const { unit } = compute({ u: ['36', '/', '34'] }, { policies: { notApplicable: 'GROUP_MEAN' } })
    expect(unit('u')).toMatchObject({ state: 'BLOCKED', total: null })
  })

  it('缺报 blocks the unit and says what is missing', () => {
    const { unit, group, result } = run(null)
    expect(unit('u')).toMatchObject({
      state: 'BLOCKED',
      base: null,
      total: null,
      rank: null,
      movement: { kind: 'NA' },
      gapToFirst: null,
      reasons: ['「指标b」缺报，没有收到这一项的数'],
      remarks: ['缺报：指标b']
    })
    expect(unit('u').dimensions[0]!.score).toBeNull()
    expect(unit('u').dimensions[1]!.score?.printed).toBe('34.00')
    expect(group).toMatchObject({ rankedCount: 1, mean: { total: '96.00' } })
    expect(result.counts).toMatchObject({ units: 2, ranked: 1, blocked: 1 })
    expect(result.footer).toContain('缺报的单位暂不计总分、不排名，报齐后自动进入排名。')
  })

  it('no reading at all is 缺报 too', () => {
    const definition = scheme({ units: ['u'], dimensions })
    const unit = computeResults(input(definition)).races[0]!.groups[0]!.units[0]!
    expect(unit.remarks).toEqual(['缺报：指标a、指标b、指标c'])
  })

  it('缺报 as ZERO stays in the denominator and keeps its status', () => {
    const { unit, result } = run(null, { missing: 'ZERO' })
    expect(unit('u').total?.printed).toBe('70.00')
    expect(unit('u').dimensions[0]!.indicators[1]).toMatchObject({
      status: 'MISSING',
      score: { printed: '0.00' }
    })
    expect(unit('u').remarks).toEqual(['缺报计0分：指标b'])
    expect(result.footer).toContain('缺报的指标计 0 分，仍占满分。')
  })

  it('an indicator may have its own policy for 缺报', () => {
    const own = [
      { ...dimensions[0], indicators: [direct('a', '40'), direct('b', '20', { missing: 'ZERO' })] },
      dimensions[1]!
    ]
    expect(compute({ u: ['36', null, '34'] }, { dimensions: own }).unit('u').total?.printed).toBe('70.00')
    expect(compute({ u: [null, '20', '34'] }, { dimensions: own }).unit('u').total).toBeNull()
  })

  it('a unit to which nothing applies has no total', () => {
    const { unit } = compute({ u: ['/', '/', '/'] })
    expect(unit('u')).toMatchObject({ state: 'BLOCKED', reasons: ['所有指标都不适用，不计基础分'] })
  })

  it('a whole dimension that does not apply has no score, and its points are spread', () => {
    const { unit } = compute({ u: ['36', '18', '/'] })
    expect(unit('u').dimensions[1]).toMatchObject({ score: null, effectiveFullMark: '0' })
    expect(unit('u').total?.printed).toBe('90.00')
  })

  it('补分 counts and is flagged', () => {
    const basis = { kind: 'decision', by: '考核办', at: '2026-10-08', basis: '会议纪要第 3 期' } as const
    const definition = scheme({ units: ['u'], dimensions })
    const readings = [
      reading('u', 'a', '36'),
      reading('u', 'b', '15', { state: 'ESTIMATED', source: basis }),
      reading('u', 'c', '34')
    ]
    const result = computeResults(input(definition, { readings }))
    const unit = result.races[0]!.groups[0]!.units[0]!
    expect(unit.total?.printed).toBe('85.00')
    expect(unit.remarks).toEqual(['含补分：指标b'])
    expect(unit.dimensions[0]!.indicators[1]!.trace.notes).toEqual(['评分是补分，依据：会议纪要第 3 期'])
    expect(result.counts.estimated).toBe(1)
  })

  it('a refused score blocks the unit with its reason', () => {
    const { unit } = compute({ u: ['41', '20', '34'] })
    expect(unit('u')).toMatchObject({
      state: 'BLOCKED',
      reasons: ['「指标a」评分 41 超过满分 40，请核对后改正'],
      remarks: ['不能计分：指标a']
    })
  })
})
