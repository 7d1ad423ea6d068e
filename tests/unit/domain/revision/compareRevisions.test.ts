import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { compareRevisions, type Revision } from '#shared/domain/revision/compareRevisions.ts'
import { schemeChanges } from '#shared/domain/revision/schemeChanges.ts'
import type { AdjustmentEntry, Reading } from '#shared/domain/scoring/reading.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { scoringInput, type ScoringInput } from '#shared/domain/scoring/scoringInput.ts'

const scheme = schemeDefinition.parse({
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'c',
  title: '办法',
  organisation: '某局',
  year: 2026,
  units: ['甲处', '乙处', '丙处'].map((name, index) => ({ code: 'abc'[index], name, kind: 'DEPARTMENT' })),
  groups: [{ code: 'g', name: '处室组', members: [{ unit: 'a' }, { unit: 'b' }, { unit: 'c' }] }],
  races: [
    {
      code: 'main',
      name: '赛马',
      groups: ['g'],
      dimensions: [
        {
          code: 'd',
          name: '板块',
          fullMark: '100',
          indicators: [
            { code: 'i', name: '指标一', unit: '件', fullMark: '60', rule: { kind: 'DIRECT_SCORE' } },
            { code: 'j', name: '指标二', fullMark: '40', rule: { kind: 'DIRECT_SCORE' } }
          ]
        }
      ],
      adjustments: { classes: [{ code: 'award', name: '表彰', sign: 'BONUS' }] }
    }
  ]
})

function reading(
  unit: string,
  indicator: string,
  value: string | null,
  more: Partial<Reading> = {}
): Reading {
  return {
    unit,
    indicator,
    field: 'score',
    rater: null,
    state: value === null ? 'MISSING' : 'VALUE',
    value,
    source: { kind: 'cell', batchId: 1, file: '表.xlsx', sheet: '表1', address: 'B3', raw: value ?? '' },
    note: null,
    ...more
  }
}

const READINGS = ['a', 'b', 'c'].flatMap((unit, index) => [
  reading(unit, 'i', String(50 - index)),
  reading(unit, 'j', '30')
])

function revision(change: Partial<ScoringInput> = {}): Revision {
  const input = scoringInput.parse({
    period: '2026Q3',
    scheme,
    schemeVersion: 1,
    readings: READINGS,
    adjustments: [],
    previous: null,
    ...change
  })
  return { label: '版本', input, results: computeResults(input) }
}

const lines = (change: Partial<ScoringInput>, from: Partial<ScoringInput> = {}) =>
  compareRevisions(revision(from), revision(change)).inputs.map((entry) => [
    entry.kind,
    entry.unitName,
    entry.what,
    entry.before,
    entry.after
  ])

const withFirst = (first: Reading): { readings: Reading[] } => ({ readings: [first, ...READINGS.slice(1)] })

describe('the inputs of two revisions', () => {
  it.each<[string, Reading, string | null]>([
    ['another number', reading('a', 'i', '40'), '40'],
    ['0, which is a number', reading('a', 'i', '0'), '0'],
    ['nothing handed in', reading('a', 'i', null), '缺报'],
    ['not applicable', reading('a', 'i', null, { state: 'NA' }), '不适用'],
    [
      'the same number, but settled by a decision',
      reading('a', 'i', '50', { state: 'ESTIMATED' }),
      '50（补分）'
    ]
  ])('%s', (_what, changed, after) => {
    expect(lines(withFirst(changed))).toEqual([['READING', '甲处', '指标一 评分', '50', after]])
  })

  it('a reading that came or went, and two sheets that no longer agree', () => {
    expect(lines({ readings: READINGS.slice(1) })).toEqual([['READING', '甲处', '指标一 评分', '50', null]])
    expect(lines({ readings: [...READINGS, reading('a', 'i', '51')] })).toEqual([
      ['READING', '甲处', '指标一 评分', '50', '50、51']
    ])
  })

  it('are the same in any order, and from another cell with the same number', () => {
    const moved = READINGS.map((entry) => ({ ...entry, source: null }))
    expect(lines({ readings: moved.reverse() })).toEqual([])
  })

  it('names the cells of both sides', () => {
    const { inputs } = compareRevisions(
      revision(),
      revision(withFirst(reading('a', 'i', '40', { source: null })))
    )
    expect(inputs[0]).toMatchObject({ sourceBefore: '表.xlsx · 表1 · B3', sourceAfter: null })
  })

  it('tell bonuses that were added, changed and taken out', () => {
    const entry = (id: number, points: string): AdjustmentEntry => ({
      id,
      unit: 'b',
      classCode: 'award',
      date: '2026-08-08',
      points,
      reason: `事项${id}`,
      evidence: null,
      approver: null,
      source: null
    })
    expect(
      lines(
        { adjustments: [entry(2, '1.5'), entry(3, '1')] },
        { adjustments: [entry(1, '1'), entry(2, '1')] }
      )
    ).toEqual([
      ['ADJUSTMENT', '乙处', '表彰 · 2026-08-08 · 事项2', '1 分', '1.5 分'],
      ['ADJUSTMENT', '乙处', '表彰 · 2026-08-08 · 事项3', null, '1 分'],
      ['ADJUSTMENT', '乙处', '表彰 · 2026-08-08 · 事项1', '1 分', null]
    ])
  })
})

describe('the schemes of two revisions', () => {
  const change = (edit: (draft: SchemeDefinition) => void) => {
    const draft = structuredClone(scheme)
    edit(draft)
    return lines({ scheme: draft })
  }

  it('one changed field is one line in words', () => {
    const edit = (draft: SchemeDefinition): void => {
      draft.races[0]!.dimensions[0]!.indicators[1]!.fullMark = '45'
    }
    expect(change(edit)).toEqual([
      ['SCHEME', null, expect.stringMatching(/指标「指标二」.*满分/), '40', '45']
    ])
  })

  it('rule parameters whose members are written in another order are the same', () => {
    const withRows = (row: object): SchemeDefinition => {
      const draft = structuredClone(scheme)
      draft.races[0]!.dimensions[0]!.indicators[1]!.rule.params = { kept: [row] }
      return draft
    }
    const [before, after] = [withRows({ from: '0', points: '5' }), withRows({ points: '5', from: '0' })]
    expect(schemeChanges(before, after)).toEqual([])
    expect(schemeChanges(before, withRows({ from: '0', points: '6' }))).toHaveLength(1)
  })

  it('a changed order is one line, and moves no other field', () => {
    expect(change((draft) => void draft.units.reverse())).toEqual([
      ['SCHEME', null, '单位', '顺序：甲处、乙处、丙处', '顺序：丙处、乙处、甲处']
    ])
  })

  it('an indicator taken out from before another is one line', () => {
    const found = change((draft) => void draft.races[0]!.dimensions[0]!.indicators.shift())
    expect(found).toEqual([['SCHEME', null, expect.stringContaining('指标一'), '指标一', null]])
  })
})

describe('the results of two revisions', () => {
  it('shows in full a change that rounding hides', () => {
    const { scores } = compareRevisions(revision(), revision(withFirst(reading('a', 'i', '50.001'))))
    expect(scores.map(({ name, before, after, difference }) => [name, before, after, difference])).toEqual([
      ['指标一', '50', '50.001', '+0.001'],
      ['总得分', '80', '80.001', '+0.001']
    ])
  })

  it('gives no difference where one side has no score', () => {
    const { scores, standings } = compareRevisions(revision(), revision(withFirst(reading('a', 'i', null))))
    expect(scores.map(({ name, before, after, difference }) => [name, before, after, difference])).toEqual([
      ['指标一', '50.00', null, null],
      ['总得分', '80.00', null, null]
    ])
    expect(standings.map(({ unit, rankBefore, rankAfter }) => [unit, rankBefore, rankAfter])).toEqual([
      ['b', 2, 1],
      ['c', 3, 2],
      ['a', 1, null]
    ])
  })
})
