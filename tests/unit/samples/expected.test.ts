import { describe, expect, it } from 'vitest'
import { judges2026Q2 } from '../../../resources/samples/data/judges2026Q2.ts'
import { judges2026Q3 } from '../../../resources/samples/data/judges2026Q3.ts'
import { values2026Q2 } from '../../../resources/samples/data/values2026Q2.ts'
import { values2026Q3 } from '../../../resources/samples/data/values2026Q3.ts'
import { expected2026Q2 } from '../../fixtures/sample/expected-2026Q2.ts'
import { expected2026Q3 } from '../../fixtures/sample/expected-2026Q3.ts'
import { n, twoDecimals } from '../../fixtures/sample/fraction.ts'
import { workOut, type Paper } from '../../fixtures/sample/onPaper.ts'
import { papers2026Q2Affiliates } from '../../fixtures/sample/papers2026Q2Affiliates.ts'
import { papers2026Q2Departments } from '../../fixtures/sample/papers2026Q2Departments.ts'
import { papers2026Q3Affiliates } from '../../fixtures/sample/papers2026Q3Affiliates.ts'
import { papers2026Q3Departments } from '../../fixtures/sample/papers2026Q3Departments.ts'

const papers2026Q2 = { ...papers2026Q2Departments, ...papers2026Q2Affiliates }
const papers2026Q3 = { ...papers2026Q3Departments, ...papers2026Q3Affiliates }

const quarters = [
  {
    period: '2026Q2',
    papers: papers2026Q2,
    values: values2026Q2,
    judges: judges2026Q2,
    expected: expected2026Q2
  },
  {
    period: '2026Q3',
    papers: papers2026Q3,
    values: values2026Q3,
    judges: judges2026Q3,
    expected: expected2026Q3
  }
]

/** Numbers that a paper starts from, in the form of the data file. */
function numbersOf(paper: Paper): Record<string, readonly [string | null, string | null]> {
  const items = { ...paper.tasks, ...paper.promises, ...paper.rectify }
  const pairs = Object.entries(items).map(([code, item]) => [code, [item.target, item.actual]] as const)
  return { ...Object.fromEntries(pairs), d3: [null, paper.satisfaction], c2: [null, paper.forum.c2] }
}

describe.each(quarters)('the hand calculation of $period', ({ papers, values, judges, expected }) => {
  it('starts from the numbers that the sheets are written from', () => {
    expect(Object.keys(papers)).toEqual(Object.keys(values))
    for (const [unit, paper] of Object.entries(papers)) {
      expect(numbersOf(paper), unit).toEqual(values[unit])
      const { leaders, peers, people } = paper.forum
      expect(
        [leaders, peers, people].map((marks) => marks.split(' ')),
        unit
      ).toEqual(judges[unit])
    }
  })

  it('comes to the expected table', () => {
    const worked = new Map(workOut(papers).map((row) => [row.unit, row]))
    expect(expected).toHaveLength(worked.size)
    for (const row of expected) {
      const mine = worked.get(row.unit)!
      expect([mine.group, mine.total, mine.rank, mine.tied], row.unit).toEqual([
        row.group,
        row.total,
        row.rank,
        row.tied
      ])
      if (row.total !== null) expect(row).toMatchObject(mine)
    }
  })

  it('ranks 1-2-2-4 inside each group', () => {
    for (const group of ['departments', 'affiliates']) {
      const ranked = expected.filter((row) => row.group === group && row.rank !== null)
      for (const row of ranked) {
        const better = ranked.filter((other) => Number(other.total) > Number(row.total)).length
        expect(row.rank, row.unit).toBe(better + 1)
        expect(row.tied, row.unit).toBe(ranked.filter((other) => other.total === row.total).length > 1)
      }
      expect(ranked.map((row) => row.rank)).toEqual([...ranked.map((row) => row.rank!)].sort((a, b) => a - b))
    }
  })
})

describe('the expected table of 2026Q3', () => {
  const row = (unit: string) => expected2026Q3.find((candidate) => candidate.unit === unit)!

  it('moves against 2026Q2', () => {
    for (const now of expected2026Q3) {
      const before = expected2026Q2.find((candidate) => candidate.unit === now.unit)!.rank
      expect(now.previousRank, now.unit).toBe(before)
      const step = now.rank === null || before === null ? null : before - now.rank
      const movement =
        step === null
          ? { kind: 'NA' }
          : step === 0
            ? { kind: 'SAME' }
            : { kind: step > 0 ? 'UP' : 'DOWN', by: Math.abs(step) }
      expect(now.movement, now.unit).toEqual(movement)
    }
  })

  it('shows the cases that the sample is made for', () => {
    expect([row('elite'), row('youth'), row('personnel')].map((r) => [r.rank, r.tied])).toEqual([
      [2, true],
      [2, true],
      [4, false]
    ])
    expect(row('industry').bonus).toBe('10.00')
    expect([row('audit').total, row('audit').rank]).toEqual([null, null])
    expect([row('office').total, row('office').rank]).toEqual(['94.62', null])
    const totals = expected2026Q3.flatMap((r) => (r.total === null ? [] : Number(r.total)))
    expect(Math.min(...totals)).toBeGreaterThan(78)
    expect(Math.max(...totals)).toBeLessThan(97)
  })
})

describe('the fractions of the hand calculation', () => {
  it.each([
    ['86.005', '86.01'],
    ['1.005', '1.01'],
    ['14.055', '14.06'],
    ['0', '0.00'],
    ['99.994', '99.99']
  ])('prints %s as %s', (text, printed) => expect(twoDecimals(n(text))).toBe(printed))
})
