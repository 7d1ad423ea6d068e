import { describe, expect, it } from 'vitest'
import { entry } from '../scoring/build.ts'
import { decision, standTotals, totalsScheme, veto } from './standTotals.ts'
import { vetoesInForce } from '#shared/domain/decision/vetoesInForce.ts'

const KINDS = [
  { code: 'award', name: '安全生产责任事故', effects: ['EXCLUDE_FROM_AWARD'], awards: ['优秀', '良好'] },
  { code: 'bare', name: '信访积案', effects: ['EXCLUDE_FROM_AWARD'] },
  { code: 'cap', name: '审计问题', effects: ['GRADE_CAP'], gradeCap: '合格' },
  { code: 'nocap', name: '网络舆情', effects: ['GRADE_CAP'] },
  { code: 'drop', name: '红色警告', effects: ['GRADE_DROP'] },
  { code: 'zero', name: '弄虚作假', effects: ['SCORE_ZERO'] },
  { code: 'last', name: '未完成硬任务', effects: ['RANK_LAST'] },
  { code: 'none', name: '立案审查', effects: ['NO_RANK'] }
]
const GRADES = {
  levels: [
    { name: '优秀', atLeast: '90' },
    { name: '良好', atLeast: '80' },
    { name: '合格', atLeast: '60' },
    { name: '不合格' }
  ]
}
const also = { vetoKinds: KINDS }
const on = { policies: { vetoes: true }, race: { grades: GRADES }, also }

describe('G13 (S21, S40, S26): 88.40 + 10 − 2 = 96.40 under a veto', () => {
  const race = {
    grades: GRADES,
    adjustments: {
      classes: [
        { code: 'praise', name: '表彰', sign: 'BONUS', cap: '5' },
        { code: 'other', name: '其他', sign: 'BONUS' },
        { code: 'minus', name: '通报', sign: 'DEDUCTION' }
      ],
      bonusCap: '10'
    }
  }
  const adjustments = [
    ...['3', '2', '1.5'].map((points, index) => entry(index + 1, 'u', 'praise', points)),
    ...['4', '3'].map((points, index) => entry(index + 4, 'u', 'other', points)),
    entry(6, 'u', 'minus', '2')
  ]
  const run = (kind: string | null, policies = {}) =>
    standTotals(
      { u: '88.40' },
      { race, also, policies: { vetoes: true, ...policies } },
      { adjustments, decisions: kind === null ? [] : [veto(1, 'u', kind)] }
    ).unit('u')

  it.each([
    [null, '优秀', null],
    ['award', '合格', '优秀'],
    ['cap', '合格', '优秀'],
    ['drop', '良好', '优秀']
  ])('%s: the score stays, the grade is %s', (kind, grade, ruleGrade) => {
    const unit = run(kind)
    expect(unit.total?.printed).toBe('96.40')
    expect(unit.grade).toMatchObject({ grade, ruleGrade })
    expect(unit.rank).toBe(1)
  })

  it('net-then-cap gives 98.40', () => {
    expect(run('award', { capOrder: 'NET_THEN_CAP' }).total?.printed).toBe('98.40')
  })

  it('says what the veto did to the grade', () => {
    expect(run('award').grade?.sentence).toBe(
      '总得分 96.40 ≥ 90；否决「安全生产责任事故」不能评「优秀」「良好」'
    )
    expect(run('cap').grade?.sentence).toBe('总得分 96.40 ≥ 90；否决「审计问题」最高定「合格」')
    expect(run('drop').grade?.sentence).toBe('总得分 96.40 ≥ 90；否决「红色警告」降一等')
    expect(run('drop').remarks).toEqual(['否决「红色警告」：降一等（依据：经商议决定，局长办公会）'])
  })

  it('SCORE_ZERO strikes the total and leaves the computed one readable', () => {
    const unit = run('zero')
    expect(unit.total).toEqual({ exact: '0', printed: '0.00' })
    expect(unit.base?.printed).toBe('88.40')
    expect(unit.totalSentence).toBe(
      '基础分 88.40 + 加分 10.00 − 减分 2.00 = 96.40；否决「弄虚作假」，总得分记 0.00'
    )
    expect(unit.grade?.grade).toBe('不合格')
  })
})

describe('a veto', () => {
  const totals = { a: '95', b: '85', c: '75', d: '55' }
  const run = (decisions: ReturnType<typeof veto>[], policies = {}) =>
    standTotals(totals, { ...on, policies: { vetoes: true, ...policies } }, { decisions })

  it('does nothing while the scheme leaves vetoes off (S74a)', () => {
    const { unit, order, result } = run([veto(1, 'a', 'last'), veto(2, 'b', 'zero')], { vetoes: false })
    expect(order).toBe('a1 b2 c3 d4')
    expect(unit('b').total?.printed).toBe('85.00')
    expect(unit('a')).toMatchObject({ vetoes: [], remarks: [] })
    expect(result.counts.vetoed).toBe(0)
  })

  it('RANK_LAST: behind everybody, those behind move up, the score stays (ambiguity 11)', () => {
    const { unit, order, result } = run([veto(1, 'a', 'last')])
    expect(order).toBe('b1 c2 d3 a4')
    expect(unit('a')).toMatchObject({
      total: { printed: '95.00' },
      tied: false,
      deciding: { label: '否决', mine: '未完成硬任务', theirs: '无' },
      gapToFirst: '+10.00',
      gapToAbove: '+40.00'
    })
    expect(result.footer).toContain('否决列最后的单位排在其他单位之后，其他单位名次递进。')
    expect(result.counts).toMatchObject({ ranked: 4, vetoed: 1 })
  })

  it('RANK_LAST twice: by total among themselves, or one place', () => {
    const both = [veto(1, 'a', 'last'), veto(2, 'c', 'last')]
    expect(run(both).order).toBe('b1 d2 a3 c4')
    expect(run(both).unit('c').deciding).toEqual({ label: '总得分', mine: '75.00', theirs: '95.00' })
    const tied = run(both, { rankLast: 'TIED' })
    expect(tied.order).toBe('b1 d2 a3 c3')
    expect(tied.unit('c')).toMatchObject({ tied: true, deciding: null })
    expect(tied.result.footer).toContain('否决列最后的单位排在其他单位之后，其他单位名次递进，这些单位并列。')
  })

  it('RANK_LAST for all leaves the order by total', () => {
    expect(run(['a', 'b', 'c', 'd'].map((unit, index) => veto(index, unit, 'last'))).order).toBe(
      'a1 b2 c3 d4'
    )
  })

  it('NO_RANK: scored, no place, no grade, says so', () => {
    const { unit, order } = run([veto(1, 'b', 'none')])
    expect(order).toBe('a1 c2 d3 b')
    expect(unit('b')).toMatchObject({
      state: 'SCORED',
      total: { printed: '85.00' },
      grade: null,
      movement: { kind: 'NA' },
      remarks: ['否决「立案审查」：不排名（依据：经商议决定，局长办公会）']
    })
  })

  it('drops one grade for each that drops, never below the last', () => {
    expect(run([veto(1, 'a', 'drop'), veto(2, 'a', 'drop'), veto(3, 'd', 'drop')]).grades).toBe(
      'a:合格 b:良好 c:合格 d:不合格'
    )
  })

  it('an award list left empty bars the best grade only', () => {
    expect(run([veto(1, 'a', 'bare'), veto(2, 'b', 'bare')]).grades).toBe('a:良好 b:良好 c:合格 d:不合格')
  })

  it('a cap that the grades do not know leaves the grade open and says so', () => {
    const { unit } = run([veto(1, 'a', 'nocap')])
    expect(unit('a').grade).toBeNull()
    expect(unit('a').remarks).toContain('否决「网络舆情」的最高等次「」不在等次里，等次未定')
  })

  it('a cap does not lift a worse grade', () => {
    expect(run([veto(1, 'd', 'cap')]).unit('d').grade).toMatchObject({ grade: '不合格', ruleGrade: null })
  })

  it('on one indicator is no veto on the unit: no quota is lost, the total is not struck', () => {
    const { unit } = standTotals(
      totals,
      { ...on, race: { grades: { levels: [{ name: '优秀', places: 4 }, { name: '其他' }] } } },
      { decisions: [veto(1, 'a', 'zero', 'i')] }
    )
    expect(unit('a').total?.printed).toBe('0.00')
    expect(unit('a').totalSentence).not.toContain('否决')
    expect(unit('a').grade?.grade).toBe('优秀')
    expect(unit('a').remarks[0]).toBe('否决「弄虚作假」：「指标」记 0 分（依据：经商议决定，局长办公会）')
  })

  it('fewer vetoes break a tie', () => {
    const { order, unit } = standTotals(
      { a: '90', b: '90' },
      { ...on, race: { tieBreak: [{ by: 'FEWER_VETOES' }] } },
      { decisions: [veto(1, 'a', 'drop')] }
    )
    expect(order).toBe('b1 a2')
    expect(unit('a').deciding).toEqual({ label: '否决少', mine: '1项', theirs: '0项' })
  })

  it('does not give a total to a unit that waits for numbers', () => {
    const { unit } = standTotals({ a: null, b: '50' }, on, { decisions: [veto(1, 'a', 'zero')] })
    expect(unit('a')).toMatchObject({ state: 'BLOCKED', total: null, rank: null })
  })
})

describe('vetoes in force', () => {
  const scheme = totalsScheme({ a: '1' }, on)
  const at = (period: string, subject: Record<string, unknown>) => {
    const event = decision(7, { ...veto(1, 'a', 'drop').subject, ...subject })
    return vetoesInForce({ scheme, period, decisions: [event] }, scheme.races[0]!).has('a')
  }

  it.each([
    ['2026Q2', { from: '2026Q3' }, false],
    ['2026Q3', { from: '2026Q3', until: '2026Q3' }, true],
    // S26: the next year's commendation too.
    ['2027Q4', { from: '2026Q3', until: '2027Q4' }, true],
    ['2028Q1', { from: '2026Q3', until: '2027Q4' }, false],
    ['2030Q1', { from: '2026Q3', until: null }, true],
    ['2026Q3', { race: 'r' }, true],
    ['2026Q3', { race: 'other' }, false],
    ['2026Q3', { kind: 'unknown' }, false],
    ['2026Q3', { indicator: 'i' }, true],
    ['2026Q3', { indicator: 'elsewhere' }, false]
  ])('%s %j: %s', (period, subject, expected) => {
    expect(at(period, subject)).toBe(expected)
  })
})
