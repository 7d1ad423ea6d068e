import { describe, expect, it } from 'vitest'
import { decide, runYear, unitsOf, yearScheme } from './yearBuild.ts'

describe('places of the year', () => {
  const year = (units: Record<string, string>, more: Parameters<typeof yearScheme>[0]['year'] = {}) => ({
    scheme: yearScheme({ units: Object.keys(units), year: more }),
    quarters: [units, units, units, units]
  })

  it('ties share the place and the next one is skipped (S35); a ruling on the year takes it apart', () => {
    const { scheme, quarters } = year({ a: '80', b: '90', c: '90', d: '70' })
    const ranks = (decisions: Parameters<typeof runYear>[2] = {}) => {
      const group = runYear(scheme, quarters, decisions).races[0]!.groups[0]!
      return group.units.map(({ unit, rank, tied, remarks }) => [unit, rank, tied, remarks])
    }
    expect(ranks()).toEqual([
      ['b', 1, true, ['并列第1']],
      ['c', 1, true, ['并列第1']],
      ['a', 3, false, []],
      ['d', 4, false, []]
    ])
    const tie = { type: 'TIE', race: 'r', group: 'g', order: ['c', 'b'] } as const
    const ofYear = ranks({ decisions: [decide(1, '2026Q4', { ...tie, order: ['c', 'b'], span: 'YEAR' })] })
    expect(ofYear.slice(0, 2).map(([unit, rank]) => [unit, rank])).toEqual([
      ['c', 1],
      ['b', 2]
    ])
    // A ruling on the quarter's tie, or on the half-year's, says nothing about the year's.
    expect(ranks({ decisions: [decide(1, '2026Q4', { ...tie, order: ['c', 'b'] })] })).toEqual(ranks())
    expect(ranks({ decisions: [decide(1, '2026Q4', { ...tie, order: ['c', 'b'], span: 'H2' })] })).toEqual(
      ranks()
    )
  })

  it('§6.4-7: ranks on the printed total, or on the exact one', () => {
    const quarters = [
      { a: '88.11', b: '88.12' },
      { a: '88.12', b: '88.12' },
      { a: '88.12', b: '88.12' },
      { a: '88.1', b: '88.14' }
    ]
    const ranks = (judgeOn: string) => {
      const scheme = yearScheme({ units: ['a', 'b'], policies: { judgeOn } })
      const units = unitsOf(runYear(scheme, quarters))
      return ['a', 'b'].map((unit) => [units.get(unit)?.total?.printed, units.get(unit)?.rank])
    }
    // (88.11 + 88.12 + 88.12 + 88.10) ÷ 4 = 88.1125 → 88.11; (88.12×3 + 88.14) ÷ 4 = 88.125 → 88.13.
    expect(ranks('PRINTED')).toEqual([
      ['88.11', 2],
      ['88.13', 1]
    ])
    const close = [
      { a: '88.12', b: '88.12' },
      { a: '88.12', b: '88.12' },
      { a: '88.12', b: '88.12' },
      { a: '88.12', b: '88.13' }
    ]
    const rank = (judgeOn: string) => {
      const scheme = yearScheme({ units: ['a', 'b'], policies: { judgeOn } })
      return [...unitsOf(runYear(scheme, close)).values()].map((unit) => [
        unit.unit,
        unit.total?.printed,
        unit.rank
      ])
    }
    expect(rank('PRINTED')).toEqual([
      ['a', '88.12', 1],
      ['b', '88.12', 1]
    ])
    expect(rank('EXACT')).toEqual([
      ['b', '88.12', 1],
      ['a', '88.12', 2]
    ])
  })

  it('keeps groups apart, 单列 without a place, and says where a unit was before', () => {
    const scheme = yearScheme({
      units: ['a', 'b', 'c', 'd'],
      groups: { g: ['a', 'b', 'd'], h: ['c'] },
      listed: ['d']
    })
    const all = { a: '80', b: '70', c: '60', d: '99' }
    const result = runYear(scheme, [all, all, all, all])
    const [g, h] = result.races[0]!.groups
    expect(g!.units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['d', null]
    ])
    expect(g!.units[2]!.remarks).toEqual(['单列不排名'])
    expect(g!.mean).toBe('75.00')
    expect(h!.units.map(({ unit, rank }) => [unit, rank])).toEqual([['c', 1]])
  })

  it('the same grade rules as a quarter’s: quotas of the group, an undecided tie keeps the year open', () => {
    const levels = [{ name: '优秀', percent: '25' }, { name: '合格' }]
    const scheme = yearScheme({ units: ['a', 'b', 'c', 'd'], race: { grades: { levels } } })
    const all = { a: '90', b: '80', c: '70', d: '60' }
    const result = runYear(scheme, [all, all, all, all])
    expect([...unitsOf(result).values()].map((unit) => unit.grade?.grade)).toEqual([
      '优秀',
      '合格',
      '合格',
      '合格'
    ])
    expect(result.footer).toContain('组g等次：优秀（4 个单位 × 25% = 1.00，去尾 1 个），合格（其余单位）。')

    const tied = { ...all, b: '90' }
    const open = runYear(scheme, [tied, tied, tied, tied])
    expect(unitsOf(open).get('a')?.grade).toBeNull()
    expect(open.open).toEqual([
      '季度赛马：单位a、单位b并列，跨「优秀」名额线，名额还剩 1 个，请作年度并列裁定或等次裁定。'
    ])
    const ruled = runYear(scheme, [tied, tied, tied, tied], {
      decisions: [
        decide(1, '2026Q4', { type: 'TIE', race: 'r', group: 'g', order: ['b', 'a'], span: 'YEAR' })
      ]
    })
    expect(unitsOf(ruled).get('b')?.grade?.grade).toBe('优秀')
    expect(ruled.open).toEqual([])
    const given = runYear(scheme, [all, all, all, all], {
      decisions: [
        decide(1, '2026Q4', { type: 'GRADE', race: 'r', unit: 'b', grade: '优秀', span: 'YEAR' }),
        decide(2, '2026Q4', { type: 'GRADE', race: 'r', unit: 'c', grade: '优秀' })
      ]
    })
    expect(unitsOf(given).get('b')?.grade).toMatchObject({ grade: '优秀', ruleGrade: '合格' })
    expect(unitsOf(given).get('c')?.grade).toMatchObject({ grade: '合格', ruleGrade: null })
  })

  it('S26: a veto of any quarter of the span bars the year’s commendation, and only that', () => {
    const vetoKinds = [{ code: 'v', name: '安全事故', effects: ['EXCLUDE_FROM_AWARD', 'RANK_LAST'] }]
    const levels = [{ name: '优秀', atLeast: '85' }, { name: '合格' }]
    const scheme = yearScheme({
      units: ['a', 'b'],
      race: { grades: { levels } },
      policies: { vetoes: true },
      more: { vetoKinds }
    })
    const veto = decide(1, '2026Q2', {
      type: 'VETO',
      kind: 'v',
      unit: 'a',
      race: null,
      indicator: null,
      from: '2026Q2',
      until: '2026Q2'
    })
    const all = { a: '90', b: '88' }
    const result = runYear(scheme, [all, all, all, all], { decisions: [veto] })
    expect(unitsOf(result).get('a')).toMatchObject({ rank: 1, grade: { grade: '合格', ruleGrade: '优秀' } })
    expect(unitsOf(result).get('b')?.grade?.grade).toBe('优秀')
    const later = runYear(scheme, [all, all], { decisions: [veto], span: 'H2' })
    expect(unitsOf(later).get('a')?.grade?.grade).toBe('优秀')
  })
})
