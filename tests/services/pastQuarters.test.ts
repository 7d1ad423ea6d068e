import { describe, expect, it } from 'vitest'
import { computeMonth, computePeriod, scoringInputOf } from '#electron/services/compute.ts'
import { publishPeriod, archivePeriod, reopenPeriod } from '#electron/services/freeze.ts'
import { standingResults } from '#electron/services/results.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { currentResult } from '#db/repos/resultRepo.ts'
import { refusal } from '../db/fixture.ts'
import {
  enter,
  freeze,
  officeScheme,
  officeWorkspace,
  openQuarter,
  Q2,
  CLEAR_Q3,
  type Values
} from '../helpers/smallQuarter.ts'

const PERIOD = '2026Q3'
/** Every target of the year is reached; the marks tell the places apart. */
const STEADY: Values = { a: ['100', '38'], b: ['100', '36'], c: ['100', '34'], d: ['100', '32'] }

const output = (workspace: Workspace, unit: string, period = PERIOD) =>
  computePeriod(workspace.library, period).races[0]!.groups[0]!.units.find((entry) => entry.unit === unit)!
    .dimensions[0]!.indicators[0]!

describe('what a quarter is told of earlier ones', () => {
  it('the previous standings, the history, and the cumulative values with their sources', async () => {
    const workspace = await officeWorkspace()
    const { previous, history, before } = scoringInputOf(workspace.library, PERIOD)
    expect(previous?.period).toBe('2026Q2')
    expect(previous?.standings[0]).toEqual({ race: 'main', unit: 'a', group: 'g', rank: 1, total: '98.00' })
    expect(history.map((quarter) => quarter.period)).toEqual(['2026Q2'])
    expect(history[0]!.standings[0]).toMatchObject({ unit: 'a', grade: '优秀', rankedCount: 4 })
    // 综合评价 is a quarter's own mark: only 产出 runs through the year.
    expect(before.map(({ unit, indicator, value }) => [unit, indicator, value])).toEqual([
      ['a', 'output', '50'],
      ['b', 'output', '40'],
      ['c', 'output', '30'],
      ['d', 'output', '20']
    ])
    expect(before[0]!.source).toMatchObject({ kind: 'manual', reason: '电话核实' })
    // 75 − 50 = 25 in the third quarter.
    expect(output(workspace, 'a')).toMatchObject({ value: '75', increment: '25' })
  })

  it('nothing of a reopened quarter until it is frozen again, and the preview is stale both times', async () => {
    const workspace = await officeWorkspace()
    const { library } = workspace
    computePeriod(library, PERIOD)
    expect(standingResults(library, PERIOD)?.stale).toBe(false)
    reopenPeriod(library, '2026Q2', '更正')
    expect(scoringInputOf(library, PERIOD)).toMatchObject({ previous: null, history: [], before: [] })
    expect(standingResults(library, PERIOD)?.stale).toBe(true)
    expect(output(workspace, 'a').increment).toBeNull()
    enter(library, '2026Q2', 'a', 'output', 'actual', '45')
    await freeze(workspace, '2026Q2')
    expect(standingResults(library, PERIOD)?.stale).toBe(true)
    expect(output(workspace, 'a').increment).toBe('30')
  })

  it('up to eight frozen quarters, oldest first, those published and archived too; no value across the year', async () => {
    const workspace = await officeWorkspace(CLEAR_Q3)
    const { library } = workspace
    await freeze(workspace, PERIOD)
    publishPeriod(library, '2026Q2')
    archivePeriod(library, '2026Q2')
    publishPeriod(library, PERIOD)
    for (const period of ['2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4', '2028Q1', '2028Q2']) {
      openQuarter(workspace, period, STEADY, officeScheme({ year: Number(period.slice(0, 4)) }))
      await freeze(workspace, period)
    }
    openQuarter(workspace, '2028Q3', STEADY, officeScheme({ year: 2028 }))
    expect(scoringInputOf(library, '2028Q3').history.map((quarter) => quarter.period)).toEqual([
      '2026Q3',
      '2026Q4',
      '2027Q1',
      '2027Q2',
      '2027Q3',
      '2027Q4',
      '2028Q1',
      '2028Q2'
    ])
    const firstOfYear = scoringInputOf(library, '2027Q1')
    expect([firstOfYear.previous?.period, firstOfYear.before]).toEqual(['2026Q4', []])
  })
})

describe('a month’s preview', () => {
  it('scores against the month’s target and saves nothing', async () => {
    const { library } = await officeWorkspace({ ...Q2, a: ['60', '36'] })
    // July is a third of the way from 50 to 75: 58.33; 60 reaches it. At the end of September 60 ÷ 75 × 60 = 48.
    const july = computeMonth(library, PERIOD, 7)
    const score = (results: typeof july) =>
      results.races[0]!.groups[0]!.units.find((entry) => entry.unit === 'a')!.dimensions[0]!.indicators[0]!
        .score?.printed
    expect([july.month, score(july)]).toEqual([7, '60.00'])
    expect(currentResult(library.db, PERIOD)).toBeNull()
    expect(score(computeMonth(library, PERIOD, 9))).toBe('48.00')
    expect(score(computePeriod(library, PERIOD))).toBe('48.00')
  })

  it.each([6, 10, 0, 7.5])('refuses month %s', async (month) => {
    const { library } = await officeWorkspace()
    expect(refusal(() => computeMonth(library, PERIOD, month)).toSentence()).toMatch(/请选 7、8 或 9 月/)
  })
})
