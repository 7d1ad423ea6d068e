import { describe, expect, it } from 'vitest'
import { resultSet } from '#shared/domain/ranking/resultSet.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { entry } from '../scoring/build.ts'
import { compute, dimensions, direct } from './computeMarks.ts'

describe('places', () => {
  const same = { u: ['30', '20', '40'], v: ['40', '10', '40'], w: ['40', '20', '30'], x: ['10', '10', '10'] }

  it('1-1-1-4 with 机构顺序 inside the tie', () => {
    const { group, result } = compute(same)
    expect(group.units.map((unit) => [unit.unit, unit.rank, unit.tied])).toEqual([
      ['u', 1, true],
      ['v', 1, true],
      ['w', 1, true],
      ['x', 4, false]
    ])
    expect(result.counts.tiedRanks).toBe(1)
  })

  it('a tie-break chain decides in its order and is recorded', () => {
    const tieBreak = [
      { by: 'DIMENSION', dimension: 'd2' },
      { by: 'INDICATOR', indicator: 'a' }
    ]
    const { group, unit, result } = compute(same, { race: { tieBreak } })
    expect(group.units.map((item) => [item.unit, item.rank])).toEqual([
      ['v', 1],
      ['u', 2],
      ['w', 3],
      ['x', 4]
    ])
    expect(unit('u').deciding).toEqual({ label: '指标a', mine: '30.00', theirs: '40.00' })
    expect(unit('w').deciding).toEqual({ label: '承诺事项', mine: '30.00', theirs: '40.00' })
    expect(unit('x').deciding).toEqual({ label: '总得分', mine: '30.00', theirs: '90.00' })
    expect(unit('u').remarks).toEqual(['与上一名同分，按指标a排后'])
    expect(unit('u').gapToAbove).toBe('0.00')
    expect(result.footer.some((sentence) => sentence.includes('先按方案规定的顺序比较'))).toBe(true)
  })

  it('fewer deductions and the previous rank break ties; a rank that one of them lacks does not', () => {
    const adjustments = [entry(1, 'u', 'plus', '2'), entry(2, 'u', 'minus', '2')]
    const race = {
      adjustments: {
        classes: [
          { code: 'plus', name: '加', sign: 'BONUS' },
          { code: 'minus', name: '减', sign: 'DEDUCTION' }
        ]
      },
      tieBreak: [{ by: 'FEWER_DEDUCTIONS' }, { by: 'PREVIOUS_RANK' }]
    }
    const standing = (unit: string, rank: number) => ({ race: 'r', unit, group: 'g', rank, total: '90.00' })
    const ranks = (standings: ReturnType<typeof standing>[]) =>
      compute(same, { race }, { adjustments, previous: { period: '2026Q2', standings } }).group.units.map(
        (unit) => [unit.unit, unit.rank]
      )
    expect(ranks([standing('v', 5), standing('w', 2)])).toEqual([
      ['w', 1],
      ['v', 2],
      ['u', 3],
      ['x', 4]
    ])
    expect(ranks([standing('w', 2)])).toEqual([
      ['v', 1],
      ['w', 1],
      ['u', 3],
      ['x', 4]
    ])
  })

  it('lists 单列 units last, scored and without a place; EXCLUDED ones not at all', () => {
    const marks = {
      l: ['40', '20', '40'],
      e: ['40', '20', '40'],
      u: ['30', '20', '40'],
      m: [null, '20', '40']
    }
    const { group, unit, result } = compute(marks, { listed: ['l'], excluded: ['e'] })
    expect(group.units.map((item) => item.unit)).toEqual(['u', 'm', 'l'])
    expect(unit('l')).toMatchObject({
      state: 'SCORED',
      total: { printed: '100.00' },
      rank: null,
      gapToFirst: null,
      movement: { kind: 'NA' },
      remarks: ['单列不排名']
    })
    expect(unit('u')).toMatchObject({ rank: 1, gapToFirst: '0.00' })
    expect(group.mean?.total).toBe('90.00')
    expect(result.footer).toContain('单列单位计分不排名，不占名次，也不进组均。')
  })

  it('ranks each group by itself', () => {
    const { result } = compute(same, { groups: { g: ['u', 'x'], h: ['v', 'w'] } })
    expect(result.races[0]!.groups.map((group) => group.units.map((unit) => [unit.unit, unit.rank]))).toEqual(
      [
        [
          ['u', 1],
          ['x', 2]
        ],
        [
          ['v', 1],
          ['w', 1]
        ]
      ]
    )
  })

  it('means and gaps come from the printed column', () => {
    const { group, unit } = compute({ u: ['40', '20', '40'], v: ['30', '20', '40'], w: ['30', '15', '40'] })
    expect(group.mean).toEqual({
      base: '91.67',
      dimensions: { d1: '51.67', d2: '40.00' },
      bonus: '0.00',
      deduction: '0.00',
      total: '91.67'
    })
    expect(['u', 'v', 'w'].map((code) => unit(code).gapToMean)).toEqual(['+8.33', '−1.67', '−6.67'])
  })
})

describe('against the previous quarter', () => {
  const marks = { u: ['40', '20', '40'], v: ['30', '20', '40'], w: ['30', '10', '40'] }
  const previous = {
    period: '2026Q2',
    standings: [
      { race: 'r', unit: 'u', group: 'g', rank: 3, total: '88.00' },
      { race: 'r', unit: 'v', group: 'old', rank: 1, total: '95.00' },
      { race: 'other', unit: 'w', group: 'g', rank: 1, total: '99.00' }
    ]
  }

  it('compares the same race and group only', () => {
    const { unit, result } = compute(marks, {}, { previous })
    expect(unit('u')).toMatchObject({
      movement: { kind: 'UP', by: 2 },
      previousRank: 3,
      previousTotal: '88.00'
    })
    expect(unit('v')).toMatchObject({
      movement: { kind: 'NEW' },
      previousRank: null,
      remarks: ['上季度在old']
    })
    expect(unit('w')).toMatchObject({ movement: { kind: 'NEW' }, remarks: ['新'] })
    expect(result.previousPeriod).toBe('2026Q2')
  })

  it('does not call everybody 新 in the very first quarter', () => {
    const { unit } = compute(marks)
    expect(unit('u')).toMatchObject({ movement: { kind: 'NEW' }, remarks: [] })
  })

  it('a first quarter may be scored without a rank, after the ranked ones', () => {
    const { group, unit, result } = compute(
      { w: ['40', '20', '40'], u: ['30', '20', '40'], v: ['20', '20', '40'] },
      { policies: { firstQuarter: 'NOT_RANKED' } },
      { previous }
    )
    expect(group.units.map((item) => [item.unit, item.rank])).toEqual([
      ['u', 1],
      ['v', 2],
      ['w', null]
    ])
    expect(unit('w').remarks).toEqual(['首个季度，不排名'])
    expect(result.footer).toContain('首个季度参加考核的单位计分不排名。')
    const first = compute({ u: ['30', '20', '40'] }, { policies: { firstQuarter: 'NOT_RANKED' } })
    expect(first.unit('u').rank).toBe(1)
  })
})

describe('the footer', () => {
  const first = (policies: Partial<Policies>) =>
    compute({ u: ['30', '20', '40'] }, { policies }).result.footer

  it('names rounding always, and nothing else where nothing else mattered', () => {
    expect(first({})).toEqual(['得分四舍五入，保留 2 位小数，只在总得分取整。'])
    expect(first({ decimals: 0, rounding: 'FLOOR', roundAt: 'ITEM_AND_TOTAL' })).toEqual([
      '得分去尾到整数，每项得分和总得分都取整。'
    ])
  })
})

describe('the result set', () => {
  it('fits its contract and leaves the hash to the caller', () => {
    const { result } = compute({ u: ['36', '/', '34'], v: ['40', null, '40'], w: ['41', '1', '1'] })
    expect(resultSet.safeParse(result).error).toBeUndefined()
    expect(result.inputsHash).toBe('')
  })

  it('stops at a rule that it does not know', () => {
    const unknown = [{ ...dimensions[1]!, indicators: [direct('c', '40', { rule: { kind: 'NO_SUCH' } })] }]
    expect(() => compute({ u: ['1', '1', '1'] }, { dimensions: unknown })).toThrow(/不认识/)
  })
})
