import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { pastStandings } from '#shared/domain/ranking/pastStandings.ts'
import { pastStanding, type PastStanding, type ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { input, reading, scheme } from '../scoring/build.ts'
import { standTotals, type Totals } from './standTotals.ts'

const past = (unit: string, more: Partial<PastStanding> = {}): PastStanding => ({
  race: 'r',
  unit,
  group: 'g',
  rank: 1,
  total: '80.00',
  rankedCount: 1,
  belowMean: false,
  grade: null,
  boards: [],
  indicators: {},
  ...more
})
const streak = (when: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  code: 's',
  name: '连续警示',
  when,
  times: 2,
  outcome: '约谈',
  tone: 'BAD',
  ...more
})
type History = ScoringInput['history']
const WARNED = { on: 'GRADE', grades: ['警示'] }
const GRADES = { levels: [{ name: '合格', atLeast: '60' }, { name: '警示' }] }

/** The streaks of `u`, marked `mark` now, after quarters with the given standings. */
function streaksOf(
  rule: Record<string, unknown>,
  mark: string,
  history: Record<string, PastStanding[]>,
  some: { period?: string; race?: Record<string, unknown>; month?: number } = {}
) {
  const rows: History = Object.entries(history).map(([period, standings]) => ({ period, standings }))
  const { period = '2026Q3', race = {}, month = null } = some
  return standTotals(
    { u: mark },
    { race: { grades: GRADES, streaks: [rule], ...race } },
    { period, month, history: rows }
  ).unit('u').streaks
}

describe('警示 twice running → 约谈 (S51, G15)', () => {
  it('Q2 and Q3: flagged in Q3', () => {
    expect(streaksOf(streak(WARNED), '50', { '2026Q2': [past('u', { grade: '警示' })] })).toEqual([
      {
        code: 's',
        name: '连续警示',
        indicator: null,
        count: 2,
        times: 2,
        reached: true,
        outcome: '约谈',
        tone: 'BAD',
        sentence: '连续 2 个季度等次为警示（2026年第二季度、2026年第三季度），达到 2 个季度：约谈'
      }
    ])
  })

  it('a clean Q3 resets the counter', () => {
    const history = { '2026Q1': [past('u', { grade: '警示' })], '2026Q2': [past('u', { grade: '警示' })] }
    expect(streaksOf(streak(WARNED), '80', history)).toEqual([])
  })

  it.each([
    ['the first', {}, 1],
    ['after a clean quarter', { '2026Q1': '警示', '2026Q2': '合格' }, 1],
    ['after a quarter without a grade', { '2026Q1': '警示', '2026Q2': null }, 1],
    ['with a quarter left out', { '2026Q1': '警示' }, 1],
    ['over the turn of the year', { '2025Q4': '警示', '2026Q1': '警示', '2026Q2': '警示' }, 4]
  ] as [string, Record<string, string | null>, number][])('%s: %j counts %i', (_name, grades, count) => {
    const history = Object.fromEntries(
      Object.entries(grades).map(([period, grade]) => [period, [past('u', { grade })]])
    )
    const [found] = streaksOf(streak(WARNED), '50', history)
    expect(found).toMatchObject({ count, reached: count >= 2 })
  })

  it('reset YEAR starts anew in Q1', () => {
    const warned = [past('u', { grade: '警示' })]
    const history = { '2025Q3': warned, '2025Q4': warned }
    const rule = streak(WARNED, { reset: 'YEAR' })
    expect(streaksOf(rule, '50', history, { period: '2026Q1' })[0]).toMatchObject({
      count: 1,
      reached: false
    })
    expect(streaksOf(rule, '50', { ...history, '2026Q1': warned }, { period: '2026Q2' })[0]).toMatchObject({
      count: 2,
      reached: true
    })
    expect(streaksOf(streak(WARNED), '50', history, { period: '2026Q1' })[0]?.count).toBe(3)
  })

  it('says how many are needed while it runs', () => {
    expect(streaksOf(streak(WARNED), '50', {})[0]?.sentence).toBe(
      '连续 1 个季度等次为警示（2026年第三季度），满 2 个季度即约谈'
    )
  })

  it("a month's preview counts none", () => {
    expect(
      streaksOf(streak(WARNED), '50', { '2026Q2': [past('u', { grade: '警示' })] }, { month: 8 })
    ).toEqual([])
  })

  it('looks at the same race only', () => {
    const [found] = streaksOf(streak(WARNED), '50', { '2026Q2': [past('u', { grade: '警示', race: 'q' })] })
    expect(found?.count).toBe(1)
  })
})

describe('conditions', () => {
  const ranked = (rank: number, rankedCount: number, total = '95.00') =>
    past('u', { rank, rankedCount, total })
  const neighbours = (count: number, taken: number) =>
    Array.from({ length: count }, (_, index) => index + 1)
      .filter((rank) => rank !== taken)
      .map((rank) => past(`n${rank}`, { rank, rankedCount: count }))
  const boards = [{ kind: 'CALLED_IN', code: 'c', name: '约谈榜', last: 1 }]
  const now = (
    when: Record<string, unknown>,
    totals: Totals,
    before: PastStanding[],
    race: Record<string, unknown> = {}
  ) =>
    standTotals(
      totals,
      { race: { ...race, streaks: [streak(when)] } },
      { history: [{ period: '2026Q2', standings: before }] }
    ).unit('u').streaks[0]?.count ?? 0

  it('FIRST with a line (S54: 不低于 90 且第一)', () => {
    const when = { on: 'FIRST', places: 1, atLeast: '90' }
    expect(now(when, { u: '90', v: '80' }, [ranked(1, 2, '90.00')])).toBe(2)
    expect(now(when, { u: '90', v: '80' }, [ranked(1, 2, '89.99')])).toBe(1)
    expect(now(when, { u: '90', v: '80' }, [ranked(2, 2)])).toBe(1)
    expect(now(when, { u: '89', v: '80' }, [ranked(1, 2)])).toBe(0)
  })

  it('LAST (S50: bottom two running), a tie at the end in whole', () => {
    const when = { on: 'LAST', places: 1 }
    expect(now(when, { u: '50', v: '80' }, [ranked(3, 3), ...neighbours(3, 3)])).toBe(2)
    expect(now(when, { u: '50', v: '80' }, [ranked(2, 3), ...neighbours(3, 2)])).toBe(1)
    expect(
      now(when, { u: '50', v: '50', w: '80' }, [ranked(2, 3), past('v', { rank: 2, rankedCount: 3 })])
    ).toBe(2)
    expect(now({ on: 'LAST', places: 2 }, { u: '50', v: '80' }, [ranked(2, 3), ...neighbours(3, 2)])).toBe(2)
    expect(now(when, { u: '50', v: '50' }, [])).toBe(0)
  })

  it('BELOW_MEAN and BOARD', () => {
    const below = [past('u', { belowMean: true, boards: [{ board: 'c', side: 'BAD' }] })]
    expect(now({ on: 'BELOW_MEAN' }, { u: '50', v: '80' }, below)).toBe(2)
    expect(now({ on: 'BELOW_MEAN' }, { u: '80', v: '80' }, below)).toBe(0)
    expect(now({ on: 'BOARD', board: 'c', side: 'BAD' }, { u: '50', v: '80' }, below, { boards })).toBe(2)
    expect(now({ on: 'BOARD', board: 'c', side: 'GOOD' }, { u: '50', v: '80' }, below, { boards })).toBe(0)
  })
})

describe('指标全年红, 任务全线红', () => {
  const indicator = (code: string, more: Record<string, unknown> = {}) => ({
    code,
    name: `指标${code}`,
    fullMark: '50',
    rule: { kind: 'RATIO_TO_TARGET' },
    targets: [{ unit: '*', base: '10' }],
    ...more
  })
  const definition = scheme({
    units: ['u'],
    dimensions: [
      {
        code: 'd',
        name: '任务',
        fullMark: '100',
        indicators: [indicator('a'), indicator('b'), indicator('c', { fullMark: '0' })]
      }
    ],
    race: {
      streaks: [
        streak({ on: 'INDICATOR_MET' }, { code: 'all-year', times: 4, outcome: '指标全年红', tone: 'GOOD' }),
        streak({ on: 'ALL_MET' }, { code: 'all-tasks', times: 1, outcome: '任务全线红', tone: 'GOOD' })
      ]
    },
    policies: { missing: 'ZERO' }
  })
  const run = (values: Record<string, string | null>, history: History = [], period = '2026Q3') => {
    const readings = Object.entries(values).map(([code, value]) =>
      value === '/' ? reading('u', code, null, { state: 'NA' }) : reading('u', code, value)
    )
    return computeResults(input(definition, { readings, history, period }))
  }
  const streaks = (result: ReturnType<typeof run>) =>
    result.races[0]!.groups[0]!.units[0]!.streaks.map(({ code, indicator: of, count, reached }) => [
      code,
      of,
      count,
      reached
    ])

  it('each indicator by itself, all together only when none is behind', () => {
    expect(streaks(run({ a: '10', b: '11', c: '10' }))).toEqual([
      ['all-year', 'a', 1, false],
      ['all-year', 'b', 1, false],
      ['all-year', 'c', 1, false],
      ['all-tasks', null, 1, true]
    ])
    expect(streaks(run({ a: '10', b: '9', c: '/' }))).toEqual([['all-year', 'a', 1, false]])
  })

  it('an indicator that does not apply does not stand in the way, one that is missing does', () => {
    expect(streaks(run({ a: '10', b: '10', c: '/' })).at(-1)).toEqual(['all-tasks', null, 1, true])
    expect(streaks(run({ a: '10', b: '10', c: null })).map(([code]) => code)).not.toContain('all-tasks')
  })

  it('four quarters, each through the standings of the frozen one before: 指标全年红 for a, not for b', () => {
    const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4']
    const history: { period: string; standings: PastStanding[] }[] = []
    let last = run({})
    quarters.forEach((period, index) => {
      last = run({ a: '10', b: index === 1 ? '9' : '12', c: '/' }, history, period)
      const standings = pastStandings(last)
      expect(standings.map((standing) => pastStanding.parse(standing))).toEqual(standings)
      history.push({ period, standings })
    })
    expect(streaks(last)).toEqual([
      ['all-year', 'a', 4, true],
      ['all-year', 'b', 2, false],
      ['all-tasks', null, 2, true]
    ])
    expect(last.races[0]!.groups[0]!.units[0]!.streaks[0]?.sentence).toBe(
      '「指标a」连续 4 个季度达标（2026年第一季度至2026年第四季度），达到 4 个季度：指标全年红'
    )
  })
})
