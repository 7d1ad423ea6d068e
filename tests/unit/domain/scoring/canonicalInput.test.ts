import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/domain/decision/decision.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import { scoringInput, type PastStanding, type ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { entry, input, rating, reading, scheme } from './build.ts'

const definition = scheme({
  units: ['a', 'b'],
  dimensions: [
    {
      code: 'd',
      name: '板块',
      fullMark: '100',
      indicators: [{ code: 'a1', name: '甲', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
    }
  ]
})
const readings = [reading('a', 'a1', '9'), rating('b', 'a1', '甲', '8'), rating('b', 'a1', '乙', '7')]
const adjustments = [entry(1, 'a', 'x', '1'), entry(2, 'b', 'x', '2')]
const standings = [
  { race: 'r', unit: 'a', group: 'g', rank: 1, total: '90.00' },
  { race: 'r', unit: 'b', group: 'g', rank: 2, total: '80.00' }
]
const settled = { basis: '会议纪要', decidedBy: '考核办', date: '2026-10-08', period: '2026Q3' }
const decisions: Decision[] = [
  { id: 2, subject: { type: 'EXEMPTION', race: 'r', board: 'x', unit: 'a' }, ...settled },
  { id: 1, subject: { type: 'TIE', race: 'r', group: 'g', order: ['b', 'a'] }, ...settled }
]
const past: PastStanding = {
  ...standings[0]!,
  rankedCount: 2,
  belowMean: false,
  grade: null,
  boards: [
    { board: 'y', side: 'GOOD' },
    { board: 'x', side: 'BAD' }
  ],
  indicators: { b1: 'MET', a1: 'UNMET' }
}
const history = [
  { period: '2026Q2', standings: [{ ...past, unit: 'b' }, past] },
  { period: '2026Q1', standings: [past] }
]
const before = [
  { unit: 'b', indicator: 'a1', value: '1' },
  { unit: 'a', indicator: 'a2', value: '2' },
  { unit: 'a', indicator: 'a1', value: '3' }
]
const previous = { period: '2026Q2', standings }
const whole = input(definition, { readings, adjustments, previous, decisions, history, before })

describe('canonicalInput', () => {
  it('does not depend on the order of anything but the scheme', () => {
    const shuffled = {
      ...whole,
      before: [...before].reverse(),
      history: [...history].reverse().map(({ standings: list, period }) => ({
        standings: [...list].reverse().map((standing) => ({
          ...standing,
          boards: [...standing.boards].reverse(),
          indicators: Object.fromEntries(Object.entries(standing.indicators).reverse())
        })),
        period
      })),
      decisions: [...decisions].reverse(),
      previous: { standings: [...standings].reverse(), period: '2026Q2' },
      adjustments: [...adjustments].reverse(),
      readings: [...readings]
        .reverse()
        .map((item) => Object.fromEntries(Object.entries(item).reverse()) as typeof item),
      schemeVersion: 1,
      scheme: definition,
      period: '2026Q3'
    }
    expect(canonicalInput(shuffled)).toBe(canonicalInput(whole))
  })

  it('changes with every number, and with the order of units', () => {
    const inputs: ScoringInput[] = [
      whole,
      { ...whole, readings: [reading('a', 'a1', '9.1'), ...readings.slice(1)] },
      { ...whole, readings: [reading('a', 'a1', '9', { state: 'ESTIMATED' }), ...readings.slice(1)] },
      { ...whole, schemeVersion: 2 },
      { ...whole, previous: null },
      { ...whole, month: 8 },
      { ...whole, decisions: decisions.slice(1) },
      {
        ...whole,
        decisions: [
          decisions[0]!,
          { ...decisions[1]!, subject: { type: 'TIE', race: 'r', group: 'g', order: ['a', 'b'] } }
        ]
      },
      { ...whole, history: history.slice(1) },
      { ...whole, before: before.slice(1) },
      { ...whole, scheme: { ...definition, units: [...definition.units].reverse() } }
    ]
    const texts = inputs.map((given) => canonicalInput(given))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('is JSON that reads back as the same content', () => {
    expect(JSON.parse(canonicalInput(whole))).toMatchObject({
      period: '2026Q3',
      scheme: { title: '测试方案' }
    })
  })

  it('read back with the schema it gives the same text, and the same results', () => {
    for (const given of [whole, input(definition), { ...whole, month: 8 }]) {
      const text = canonicalInput(given)
      const back = scoringInput.parse(JSON.parse(text))
      expect(canonicalInput(back)).toBe(text)
      expect(computeResults(back)).toEqual(computeResults(given))
    }
  })

  it('what an older version did not record has its default', () => {
    const recorded = JSON.parse(canonicalInput(input(definition, { readings }))) as Record<string, unknown>
    const { month, decisions: none, history: no, before: nothing, ...older } = recorded
    expect([month, none, no, nothing]).toEqual([null, [], [], []])
    const { successions, vetoKinds, progress, totals, ...olderScheme } = older.scheme as Record<
      string,
      unknown
    >
    expect([successions, vetoKinds, totals]).toEqual([[], [], []])
    expect(progress).toBeDefined()
    const text = canonicalInput(input(definition, { readings }))
    const lacking = { ...older, scheme: olderScheme } as unknown as typeof whole
    expect(canonicalInput(lacking)).toBe(text)
    expect(canonicalInput(scoringInput.parse(lacking))).toBe(text)
  })

  it('the same thing recorded twice does not depend on which came first', () => {
    const twice = [entry(1, 'a', 'x', '1'), entry(1, 'a', 'y', '2')]
    expect(canonicalInput({ ...whole, adjustments: twice })).toBe(
      canonicalInput({ ...whole, adjustments: [...twice].reverse() })
    )
  })
})
