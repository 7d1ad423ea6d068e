import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { BoardResult } from '#shared/domain/ranking/resultSet.ts'
import { input, reading, scheme } from '../scoring/build.ts'
import { compute, dimensions } from './computeMarks.ts'
import { decision, standTotals, type Totals } from './standTotals.ts'

const sides = (board: BoardResult | undefined) => ({
  good: board?.entries.filter((entry) => entry.side === 'GOOD').map((entry) => entry.unit),
  bad: board?.entries.filter((entry) => entry.side === 'BAD').map((entry) => entry.unit)
})
const redBlack = (more: Record<string, unknown> = {}) => ({
  boards: [{ kind: 'RED_BLACK', code: 'rb', name: '红黑榜', first: 5, last: 4, ...more }]
})

describe('RED_BLACK (S55, G15)', () => {
  /** 8 units ranked 1–8; over-fulfilled 1, 2, 3, 5; unfulfilled 6, 8; 4 and 7 just fulfil their own targets. */
  const values: Record<string, [value: string, target: string]> = {
    u1: ['80', '70'],
    u2: ['78', '70'],
    u3: ['76', '70'],
    u4: ['74', '74'],
    u5: ['72', '70'],
    u6: ['69', '70'],
    u7: ['60', '60'],
    u8: ['50', '70']
  }
  const run = (more = {}, decisions: ReturnType<typeof decision>[] = []) => {
    const units = Object.keys(values)
    const definition = scheme({
      units,
      dimensions: [
        {
          code: 'd',
          name: '招商',
          fullMark: '100',
          indicators: [
            {
              code: 'i',
              name: '到位资金',
              unit: '亿元',
              fullMark: '100',
              rule: { kind: 'RANK_POINTS', params: { source: 'ACTUAL', decrement: '5' } },
              targets: units.map((unit) => ({ unit, base: values[unit]![1] }))
            }
          ]
        }
      ],
      race: redBlack({ measure: { by: 'INDICATOR', indicator: 'i' }, ...more })
    })
    const readings = units.map((unit) => reading(unit, 'i', values[unit]![0]))
    return computeResults(input(definition, { readings, decisions })).races[0]!.boards[0]!
  }

  it('good = over-fulfilled ∩ first five, bad = unfulfilled ∩ last four', () => {
    expect(sides(run())).toEqual({ good: ['u1', 'u2', 'u3', 'u5'], bad: ['u6', 'u8'] })
  })

  it('gives the reason of each', () => {
    const { entries } = run()
    expect(entries[0]).toEqual({
      unit: 'u1',
      name: '单位u1',
      side: 'GOOD',
      topic: null,
      rank: 1,
      text: '100.00',
      reason: '超额完成（完成 80亿元，目标 70亿元），第 1 名，在前 5 名'
    })
    expect(entries.at(-1)?.reason).toBe('未完成（完成 50亿元，目标 70亿元），第 8 名，在后 4 名')
  })

  it('fewer places take fewer', () => {
    expect(sides(run({ first: 2, last: 1 }))).toEqual({ good: ['u1', 'u2'], bad: ['u8'] })
  })

  it('a decision keeps a unit off the bad side, with its basis (不可抗力)', () => {
    const exempt = (id: number, unit: string, board = 'rb') =>
      decision(id, { type: 'EXEMPTION', race: 'r', board, unit }, { basis: '不可抗力（汛情）' })
    const board = run({}, [exempt(1, 'u8'), exempt(2, 'u1'), exempt(3, 'u6', 'other')])
    expect(sides(board)).toEqual({ good: ['u1', 'u2', 'u3', 'u5'], bad: ['u6'] })
    expect(board.exempted).toEqual([{ unit: 'u8', name: '单位u8', basis: '不可抗力（汛情），局长办公会' }])
  })

  it('on the total, fulfilment is the share of the full mark, and the line itself is neither', () => {
    const { race } = standTotals(
      { a: '81', b: '80.01', c: '80', d: '79.99', e: '70' },
      { race: redBlack({ fulfilled: '80' }) }
    )
    expect(sides(race.boards[0])).toEqual({ good: ['a', 'b'], bad: ['d', 'e'] })
    expect(race.boards[0]?.entries[0]?.reason).toBe('超额完成（得分率 81.00% > 80%），第 1 名，在前 5 名')
  })

  it('looks at what the rank looks at: 79.995 prints 80.00 and is not short', () => {
    const { race } = standTotals({ a: '79.995' }, { race: redBlack({ fulfilled: '80' }) })
    expect(race.boards[0]?.entries).toEqual([])
  })

  it('takes a tie on the line in whole and leaves out who is not ranked', () => {
    const { race } = standTotals(
      { a: '99', b: '98', c: '98', d: '50', e: '50', f: null, l: '10' },
      { race: redBlack({ fulfilled: '80', first: 2, last: 1 }), listed: ['l'] }
    )
    expect(sides(race.boards[0])).toEqual({ good: ['a', 'b', 'c'], bad: ['d', 'e'] })
  })
})

describe('TOPICS (S49: three red plates and one yellow for each topic)', () => {
  const board = (more: Record<string, unknown> = {}) => ({
    boards: [{ kind: 'TOPICS', code: 't', name: '红黄牌', ...more }]
  })
  // d1 = a + b, d2 = c.
  const marks = {
    u: ['40', '20', '10'],
    v: ['39', '20', '40'],
    w: ['38', '20', '40'],
    x: ['37', '20', '39'],
    y: ['1', '0', '10']
  }
  const run = (more: Record<string, unknown> = {}, given: Record<string, string[]> = marks) =>
    compute(given, { race: board(more) }).result.races[0]!.boards[0]!
  const topic = (found: BoardResult, code: string) =>
    sides({ ...found, entries: found.entries.filter((entry) => entry.topic === code) })

  it('first three and last one of each dimension, ties in whole', () => {
    expect(topic(run(), 'd1')).toEqual({ good: ['u', 'v', 'w'], bad: ['y'] })
    expect(topic(run(), 'd2')).toEqual({ good: ['v', 'w', 'x'], bad: ['u', 'y'] })
    expect(run().entries[0]?.reason).toBe('「目标任务」60.00 分，第 1 名，在前 3 名')
    expect(run().entries.at(-1)?.reason).toBe('「承诺事项」10.00 分，第 4 名，在后 1 名')
  })

  it('per indicator, and only the named ones', () => {
    const found = run({ topics: 'INDICATORS', only: ['a'], first: 1 })
    expect(found.entries.map((entry) => [entry.topic, entry.unit, entry.side])).toEqual([
      ['a', 'u', 'GOOD'],
      ['a', 'y', 'BAD']
    ])
  })

  it('nobody is first and last at once', () => {
    const equal = { u: ['40', '20', '40'], v: ['40', '20', '40'] }
    expect(topic(run({}, equal), 'd1')).toEqual({ good: ['u', 'v'], bad: [] })
    expect(topic(run({ first: 0 }, equal), 'd1')).toEqual({ good: [], bad: [] })
  })

  it('leaves out who has no score in the topic', () => {
    const found = run({}, { ...marks, z: ['40', '20', '/'] })
    expect(topic(found, 'd2')).toEqual({ good: ['v', 'w', 'x'], bad: ['u', 'y'] })
  })

  it('is drawn up for each group, with a board even where nobody is on it', () => {
    const { boards } = compute(marks, {
      race: board({ first: 1, last: 0 }),
      groups: { g: ['u', 'v'], h: ['w'], k: [] },
      dimensions: dimensions.slice(0, 1)
    }).result.races[0]!
    expect(boards.map((entry) => [entry.group, sides(entry).good])).toEqual([
      ['g', ['u']],
      ['h', ['w']],
      ['k', []]
    ])
  })
})

describe('MOVERS', () => {
  const totals: Totals = { a: '99', b: '98', c: '97', d: '96', e: '95' }
  const before = { a: 4, b: 1, c: 5, d: 2, e: 3 }
  const standings = Object.entries(before).map(([unit, rank]) => ({
    race: 'r',
    unit,
    group: 'g',
    rank,
    total: '90.00'
  }))
  const run = (more: Record<string, unknown>) =>
    standTotals(
      totals,
      { race: { boards: [{ kind: 'MOVERS', code: 'm', name: '进退榜', ...more }] } },
      { previous: { period: '2026Q2', standings } }
    ).race.boards[0]!

  it('who moved most, with the two places', () => {
    const board = run({ up: 1, down: 1 })
    expect(sides(board)).toEqual({ good: ['a'], bad: ['d', 'e'] })
    expect(board.entries[0]).toMatchObject({ text: '↑3', reason: '上季度第 4 名，本季度第 1 名，升 3 名' })
    expect(board.entries[1]).toMatchObject({ text: '↓2', reason: '上季度第 2 名，本季度第 4 名，降 2 名' })
  })

  it('moved at least so many places', () => {
    expect(sides(run({ atLeast: 2 }))).toEqual({ good: ['a', 'c'], bad: ['d', 'e'] })
    expect(sides(run({ atLeast: 3, down: 0 }))).toEqual({ good: ['a'], bad: [] })
  })
})

describe('CALLED_IN (S37)', () => {
  const run = (more: Record<string, unknown>, totals: Totals = { a: '99', b: '90', c: '81', d: '70' }) =>
    standTotals(totals, { race: { boards: [{ kind: 'CALLED_IN', code: 'c', name: '约谈', ...more }] } }).race
      .boards[0]!

  it('below the mean (85.00) or among the last', () => {
    expect(sides(run({})).bad).toEqual(['c', 'd'])
    expect(run({}).entries[0]?.reason).toBe('总得分 81.00 低于组均 85.00')
    expect(run({ last: 1 }).entries[1]?.reason).toBe('总得分 70.00 低于组均 85.00；第 4 名，在后 1 名')
    expect(sides(run({ belowMean: false, last: 1 })).bad).toEqual(['d'])
  })

  it('at the mean is not below it', () => {
    expect(run({}, { a: '90', b: '80', c: '85' }).entries.map((entry) => entry.unit)).toEqual(['b'])
    expect(run({ last: 3 }, { a: '90', b: '90' }).entries).toEqual([])
  })
})
