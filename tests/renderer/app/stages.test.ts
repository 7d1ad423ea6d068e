import { describe, expect, it } from 'vitest'
import { flowNodes, stageStates } from '../../../renderer/src/app/stages.ts'
import { periodView } from '../fixtures/views.ts'

const units = (complete: number, partly = 0) => ({ expected: 23, complete, partly, missing: [] })
const computed = (stale = false) => ({ at: '2026-10-09T09:12:00', stale, tiedRanks: 0, blocked: 0 })

describe('nodes of the loop', () => {
  it.each([
    ['no quarter', null, null, ['idle', 'idle', 'idle', 'idle', 'idle']],
    [
      'nothing handed in',
      periodView('2026Q3', 'collecting'),
      { units: units(0), computed: null },
      ['done', 'idle', 'idle', 'idle', 'idle']
    ],
    [
      'some handed in',
      periodView('2026Q3', 'checking'),
      { units: units(3), computed: null },
      ['done', 'idle', 'active', 'idle', 'idle']
    ],
    [
      'all in, not computed',
      periodView('2026Q3', 'checking'),
      { units: units(23), computed: null },
      ['done', 'idle', 'done', 'idle', 'idle']
    ],
    [
      'a preview',
      periodView('2026Q3', 'computed'),
      { units: units(21, 2), computed: computed() },
      ['done', 'partly', 'active', 'partly', 'partly']
    ],
    [
      'complete preview',
      periodView('2026Q3', 'computed'),
      { units: units(23), computed: computed() },
      ['done', 'partly', 'done', 'partly', 'active']
    ],
    [
      'stale preview',
      periodView('2026Q3', 'computed'),
      { units: units(23), computed: computed(true) },
      ['done', 'partly', 'done', 'partly', 'partly']
    ],
    ['frozen', periodView('2026Q2'), null, ['done', 'done', 'done', 'done', 'done']]
  ] as const)('%s', (_, period, facts, expected) => {
    expect(
      stageStates(period, facts === null ? null : { units: { ...facts.units }, computed: facts.computed })
    ).toEqual(expected)
  })

  it('has no scheme, no goal', () => {
    const period = { ...periodView('2026Q3', 'collecting'), schemeTitle: null }
    expect(stageStates(period, null)[0]).toBe('idle')
  })
})

describe('steps of the title bar', () => {
  it.each([
    ['collecting', ['active', 'idle', 'idle', 'idle', 'idle']],
    ['checking', ['done', 'active', 'idle', 'idle', 'idle']],
    ['computed', ['done', 'done', 'active', 'idle', 'idle']],
    ['frozen', ['done', 'done', 'done', 'done', 'idle']],
    ['published', ['done', 'done', 'done', 'done', 'done']],
    ['archived', ['done', 'done', 'done', 'done', 'done']]
  ] as const)('%s', (state, expected) => {
    expect(flowNodes(state)).toEqual(expected)
  })
})
