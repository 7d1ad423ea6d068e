import { describe, expect, it } from 'vitest'
import { decision, standTotals } from './standTotals.ts'

describe('a tie across the last place', () => {
  const totals = { a: '95', b: '90', c: '90', d: '80' }
  const race = (straddle: string) => ({
    grades: {
      levels: [{ name: '优秀', places: 2 }, { name: '良好', places: 1 }, { name: '其他' }],
      straddle
    }
  })

  it('ALL_IN: all of them get the grade', () => {
    const { grades, unit, result } = standTotals(totals, { race: race('ALL_IN') })
    expect(grades).toBe('a:优秀 b:优秀 c:优秀 d:良好')
    expect(unit('b').grade?.sentence).toBe('第 2 名，优秀名额 2 个，并列 2 个单位跨线，都算')
    expect(result.footer).toContain('并列跨名额线的都给。')
  })

  it('ALL_OUT: none of them, and nobody behind them', () => {
    const { grades, unit, result } = standTotals({ ...totals, e: '70' }, { race: race('ALL_OUT') })
    // One place of 良好 for two tied units: they are out of that as well.
    expect(grades).toBe('a:优秀 b:其他 c:其他 d:其他 e:其他')
    expect(unit('b').grade?.sentence).toBe('第 2 名，并列跨「良好」名额线，都不算')
    expect(result.footer).toContain('并列跨名额线的都不给。')
  })

  it('DECIDE: they wait, and a freeze can see it', () => {
    const { race: found, grades, unit, result } = standTotals(totals, { race: race('DECIDE') })
    expect(grades).toBe('a:优秀 b:/ c:/ d:其他')
    expect(found.grades[0]?.undecided).toEqual([{ grade: '优秀', places: 1, units: ['b', 'c'] }])
    expect(result.counts.undecidedGrades).toBe(1)
    expect(unit('b').remarks).toContain(
      '等次待定：并列 2 个单位跨「优秀」名额线，名额还剩 1 个，请作并列裁定'
    )
    expect(result.footer).toContain('并列跨名额线的由人裁定。')
  })

  it('a TIE decision settles it', () => {
    const {
      race: found,
      grades,
      result
    } = standTotals(
      totals,
      { race: race('DECIDE') },
      { decisions: [decision(1, { type: 'TIE', race: 'r', group: 'g', order: ['c', 'b'] })] }
    )
    expect(grades).toBe('a:优秀 c:优秀 b:良好 d:其他')
    expect(found.grades[0]?.undecided).toEqual([])
    expect(result.counts.undecidedGrades).toBe(0)
  })

  it('GRADE decisions settle it too', () => {
    const grade = (id: number, unit: string, name: string) =>
      decision(id, { type: 'GRADE', race: 'r', unit, grade: name })
    const one = standTotals(totals, { race: race('DECIDE') }, { decisions: [grade(1, 'b', '优秀')] })
    expect(one.race.grades[0]?.undecided).toEqual([{ grade: '优秀', places: 1, units: ['c'] }])
    const both = standTotals(
      totals,
      { race: race('DECIDE') },
      { decisions: [grade(1, 'b', '优秀'), grade(2, 'c', '良好')] }
    )
    expect(both.result.counts.undecidedGrades).toBe(0)
    expect(both.unit('b').grade).toEqual({
      grade: '优秀',
      sentence: '裁定为「优秀」（经商议决定，局长办公会）',
      ruleGrade: null
    })
  })

  it('a tie that fits is no straddle', () => {
    const { grades, result } = standTotals({ a: '95', b: '95', c: '90' }, { race: race('DECIDE') })
    expect(grades).toBe('a:优秀 b:优秀 c:良好')
    expect(result.footer).not.toContain('并列跨名额线的由人裁定。')
  })
})
