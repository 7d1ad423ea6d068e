import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, pieceWords } from '#shared/domain/scoring/kinds/intervalCoverage.ts'
import { intervalParams } from '#shared/domain/scoring/kinds/intervalParams.ts'
import { fieldsOfRule, ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { checkCodes, describeRule } from './checkCodes.ts'
import { cell, indicator, printed, rating, reading, runRule, type RuleCase } from './build.ts'

type Params = Record<string, unknown>

/** S2: 优秀票率 of the democratic assessment, with a second variable below 60 %. */
const BALLOTS = {
  secondName: '基本称职和不称职占比',
  rows: [
    { lo: '90', value: '200' },
    { lo: '80', hi: '90', value: '190' },
    { lo: '70', hi: '80', value: '180' },
    { lo: '60', hi: '70', value: '170' },
    { hi: '60', secondHi: '100/3', value: '160' },
    { hi: '60', secondLo: '100/3', value: '130' }
  ]
}
/** S18: sowing area by completion rate; 5–3 and 2–0 are marked by hand. The hole between 99 and 100 is published. */
const AREA = {
  variable: 'RATE',
  rows: [
    { lo: '100', loInclusive: false, min: '3', max: '5' },
    { lo: '100', hi: '100', hiInclusive: true, value: '3' },
    { lo: '80', hi: '99', hiInclusive: true, min: '0', max: '2' },
    { hi: '80', value: '0' }
  ]
}

function run(value: string, params: Params, more: Partial<RuleCase> = {}) {
  const { readings = [], ...rest } = more
  return runRule({
    kind: 'INTERVAL_TABLE',
    params,
    readings: [reading('u', 'a1', value), ...readings],
    ...rest
  })
}
const second = (value: string) => rating('u', 'a1', BALLOTS.secondName, value)
const area = (value: string, readings: RuleCase['readings'] = []) =>
  run(value, AREA, { readings, indicator: { fullMark: '5', targets: [{ unit: '*', base: '1000' }] } })
const mark = (value: string) => reading('u', 'a1', value, { field: 'score', source: cell('F4', value) })

describe('INTERVAL_TABLE', () => {
  it.each([
    ['95', null, '200.00'],
    ['90', null, '200.00'],
    ['89.99', null, '190.00'],
    ['80', null, '190.00'],
    ['70', '20', '180.00'],
    ['60', null, '170.00'],
    ['59.9', '33.33', '160.00'],
    ['59.9', '33.34', '130.00'],
    ['20', '50', '130.00']
  ])('S2: 优秀票率 %s, second %s → %s', (value, other, expected) => {
    const outcome = run(value, BALLOTS, { readings: other === null ? [] : [second(other)] })
    expect(printed(outcome)).toBe(expected)
  })

  it('S18: a fixed row, a range marked by hand, and the published hole', () => {
    expect(printed(area('1000'))).toBe('3.00')
    expect(printed(area('500'))).toBe('0.00')
    expect(printed(area('1200', [mark('4.5')]))).toBe('4.50')
    expect(printed(area('850', [mark('0')]))).toBe('0.00')
    expect(area('995')).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('不在表里的任何区间') as string
    })
  })

  it('waits for the manual mark, and refuses one outside of its row', () => {
    expect(area('1200').status).toBe('MISSING')
    expect(area('1200').trace.notes).toEqual(['这一档要在 3 到 5 分之间人工定分'])
    expect(area('1200', [mark('2')])).toMatchObject({
      status: 'REFUSED',
      reason: '目标任务.xlsx · 表1 · F4：人工定分 2 不在这一档的 3 到 5 之间，请核对后改正'
    })
  })

  it('says the calculation with its numbers', () => {
    expect(area('1200', [mark('4.5')]).trace.sentence).toBe(
      '完成 1200 / 目标 1000 = 120.00%，属于「高于 100」，在 3 到 5 之间人工定 4.5，满分 5 → 4.50'
    )
    expect(run('59', BALLOTS, { readings: [second('10')] }).trace.sentence).toContain(
      '属于「低于 60、基本称职和不称职占比 低于 100/3」'
    )
    expect(describeRule('INTERVAL_TABLE', AREA)).toBe(
      '按完成率（%）查表：高于 100由人工定 3 到 5 分；正好 100得 3 分；80（含）到 99（含）由人工定 0 到 2 分；低于 80得 0 分。'
    )
  })

  it('refuses what the table does not answer', () => {
    expect(run('59', BALLOTS)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('还要看') as string
    })
    const twice = { rows: [{ value: '1' }, { lo: '5', value: '2' }] }
    expect(run('7', twice)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('第 1、2 行') as string
    })
    const target = (base?: string) =>
      run('7', AREA, { indicator: { targets: base === undefined ? [] : [{ unit: '*', base }] } }).status
    expect([target(), target('0'), target('-1')]).toEqual(['REFUSED', 'REFUSED', 'REFUSED'])
    const none = { rows: [{ min: '1' }] }
    expect(run('7', none).status).toBe('REFUSED')
  })

  it('keeps NA and MISSING apart, and asks importers for what the table needs', () => {
    const status = (readings: RuleCase['readings']) =>
      runRule({ kind: 'INTERVAL_TABLE', params: BALLOTS, readings }).status
    expect([status([]), status([reading('u', 'a1', null, { state: 'NA' })])]).toEqual(['MISSING', 'NA'])
    expect(fieldsOfRule({ kind: 'INTERVAL_TABLE', params: AREA })).toEqual(['actual', 'target', 'score'])
    expect(fieldsOfRule({ kind: 'INTERVAL_TABLE', params: BALLOTS })).toEqual(['actual', 'rating'])
  })

  describe('coverage', () => {
    const cover = (params: Params) => coverageOf(intervalParams.parse(params).rows)

    it('finds the hole of S18 and nothing else inside', () => {
      const { gaps, overlaps, segments } = cover(AREA)
      expect(gaps.map(pieceWords)).toEqual(['99（不含）到 100（不含）'])
      expect(overlaps).toEqual([])
      expect(segments.map((segment) => [pieceWords(segment), segment.rows])).toEqual([
        ['低于 80', [3]],
        ['80（含）到 99（含）', [2]],
        ['99（不含）到 100（不含）', []],
        ['正好 100', [1]],
        ['高于 100', [0]]
      ])
    })

    it('checks the second variable where rows name one', () => {
      expect(cover(BALLOTS)).toMatchObject({ gaps: [], overlaps: [] })
      const open = { ...BALLOTS, rows: BALLOTS.rows.slice(0, 5) }
      const { gaps } = cover(open)
      expect(gaps.map((gap) => [pieceWords(gap), pieceWords(gap.second!)])).toEqual([
        ['低于 60', '不低于 100/3']
      ])
    })

    it('finds a single missing point, and a doubled one', () => {
      const point = cover({
        rows: [
          { hi: '60', value: '0' },
          { lo: '60', loInclusive: false, value: '1' }
        ]
      })
      expect(point.gaps.map(pieceWords)).toEqual(['正好 60'])
      const doubled = cover({
        rows: [
          { hi: '60', hiInclusive: true, value: '0' },
          { lo: '60', value: '1' }
        ]
      })
      expect(doubled.overlaps.map(pieceWords)).toEqual(['正好 60'])
    })

    it('says gaps and overlaps as sentences', () => {
      const kind = ruleKindOf('INTERVAL_TABLE')!
      const found = kind.check(kind.params.parse(AREA), indicator({ fullMark: '5' }))
      expect(found.map((problem) => `${problem.level} ${problem.message}`)).toEqual([
        'error 99（不含）到 100（不含）没有对应的区间，落在这里就不能计分'
      ])
    })

    it('agrees with the rule: a gap is refused, an overlap is refused, all else scores', () => {
      const bound = fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined })
      const row = fc
        .record({ lo: bound, loInclusive: fc.boolean(), hi: bound, hiInclusive: fc.boolean() })
        .map((row) => ({ ...row, lo: row.lo?.toString(), hi: row.hi?.toString(), value: '1' }))
      const rows = fc.array(row, { minLength: 1, maxLength: 5 })
      fc.assert(
        fc.property(rows, fc.integer({ min: -2, max: 18 }), (table, half) => {
          const value = half / 2
          const coverage = cover({ rows: table })
          const inside = coverage.segments.filter(
            ({ lo, loInclusive, hi, hiInclusive }) =>
              (lo === null || Number(lo) < value || (loInclusive && Number(lo) === value)) &&
              (hi === null || Number(hi) > value || (hiInclusive && Number(hi) === value))
          )
          expect(inside).toHaveLength(1)
          const status = run(String(value), { rows: table }).status
          expect(status).toBe(inside[0]!.rows.length === 1 ? 'SCORED' : 'REFUSED')
        }),
        { numRuns: 300 }
      )
    })
  })

  it.each([
    ['sound (S2)', BALLOTS, '200', []],
    [
      'ends left open',
      { rows: [{ lo: '0', hi: '100', value: '1' }] },
      '5',
      ['confirm RANGE_GAP', 'confirm RANGE_GAP']
    ],
    ['overlap', { rows: [{ value: '1' }, { lo: '5', value: '2' }] }, '5', ['error RANGE_OVERLAP']],
    ['points and a range', { rows: [{ value: '1', min: '0', max: '2' }] }, '5', ['error ROW_WITHOUT_POINTS']],
    ['no points', { rows: [{ min: '0' }] }, '5', ['error ROW_WITHOUT_POINTS']],
    ['range upside down', { rows: [{ min: '2', max: '1' }] }, '5', ['error CAPS_CONTRADICT']],
    ['above the full mark', { rows: [{ value: '6' }] }, '5', ['error CAPS_CONTRADICT']],
    ['empty row', { rows: [{ value: '1' }, { lo: '3', hi: '3', value: '2' }] }, '5', ['error ROW_EMPTY']],
    [
      'a second name that nobody uses',
      { secondName: '比例', rows: [{ value: '1' }] },
      '5',
      ['error SECOND_INCOMPLETE']
    ]
  ])('check: %s', (_, params, fullMark, expected) => {
    expect(checkCodes('INTERVAL_TABLE', params, { fullMark })).toEqual(expected)
  })

  it('S18: points on a straight line between the ends of a row, exact at the ends', () => {
    const rows = [
      { lo: '100', value: '3' },
      { lo: '80', hi: '99', hiInclusive: true, atLo: '0', atHi: '2' },
      { hi: '80', value: '0' }
    ]
    const at = (value: string) =>
      runRule({
        kind: 'INTERVAL_TABLE',
        params: { variable: 'RATE', rows },
        indicator: { fullMark: '5', targets: [{ unit: '*', base: '300' }] },
        readings: [reading('u', 'a1', value)]
      })
    const exact = (value: string) => {
      const outcome = at(value)
      return outcome.status === 'SCORED' ? outcome.score.toFixed() : outcome.status
    }
    expect(['300', '297', '240', '268.5', '239.99'].map(exact)).toEqual(['3', '2', '0', '1', '0'])
    expect(exact('298')).toBe('REFUSED')
    expect(at('268.5').trace.sentence).toBe(
      '完成 268.5 / 目标 300 = 89.50%，属于「80（含）到 99（含）」，在 0 到 2 分之间按比例，满分 5 → 1.00'
    )
  })

  it.each([
    ['no upper end', { lo: '80', atLo: '0', atHi: '2' }, 'error FORMULA_UNBOUNDED'],
    ['one end only', { lo: '80', hi: '90', atLo: '0' }, 'error ROW_WITHOUT_POINTS'],
    ['a value as well', { lo: '80', hi: '90', atLo: '0', atHi: '2', value: '1' }, 'error ROW_WITHOUT_POINTS'],
    ['above the full mark', { lo: '80', hi: '90', atLo: '0', atHi: '200' }, 'error CAPS_CONTRADICT']
  ])('check of a formula row: %s', (_, row, expected) => {
    expect(checkCodes('INTERVAL_TABLE', { rows: [row] })).toContain(expected)
  })
})
