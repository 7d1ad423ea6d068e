import { describe, expect, it } from 'vitest'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { bestOfGroup } from '../../../renderer/src/features/ranking/bestOfGroup.ts'
import { bumpLines, bumpPeriods } from '../../../renderer/src/features/ranking/bumpLines.ts'
import { groupFacts } from '../../../renderer/src/features/ranking/groupFacts.ts'
import {
  allColumns,
  isShown,
  needsWide,
  rowBlocks,
  toggled,
  type ColumnChoice
} from '../../../renderer/src/features/ranking/rankingColumns.ts'
import { tieBrackets } from '../../../renderer/src/features/ranking/tieBrackets.ts'
import { targetRow } from '../../../renderer/src/features/ranking/useRowKeys.ts'
import { resultsView } from '../fixtures/views.ts'

const view = resultsView('2026Q3')
const race = view.results!.races[0]!
const departments = race.groups[0]!

describe('tie brackets', () => {
  const row = (rank: number | null, tied = false) => ({ rank, tied })
  it.each([
    [
      [row(1), row(2)],
      [null, null]
    ],
    [
      [row(1), row(2, true), row(2, true), row(4)],
      [null, 'first', 'last', null]
    ],
    [
      [row(1, true), row(1, true), row(1, true)],
      ['first', 'middle', 'last']
    ],
    [
      [row(1, true), row(1, true), row(3, true), row(3, true)],
      ['first', 'last', 'first', 'last']
    ],
    [
      [row(null, true), row(null, true)],
      [null, null]
    ]
  ])('%j → %j', (rows, parts) => expect(tieBrackets(rows)).toEqual(parts))
})

describe('best of the group', () => {
  const unit = (code: string, exact: string | null, rank: number | null = 1): UnitResult => ({
    ...departments.units[0]!,
    unit: code,
    rank,
    dimensions: [
      {
        ...departments.units[0]!.dimensions[0]!,
        score: exact === null ? null : { exact, printed: Number(exact).toFixed(2) }
      }
    ]
  })
  const best = (units: UnitResult[]): string[] => [...(bestOfGroup(units).get('tasks') ?? [])]

  it('compares in full, not as printed', () =>
    expect(best([unit('a', '47.204'), unit('b', '47.201')])).toEqual(['a']))
  it('marks all that share the highest', () =>
    expect(best([unit('a', '47'), unit('b', '47'), unit('c', '40')])).toEqual(['a', 'b']))
  it('marks nothing where all are equal or only one has a score', () => {
    expect(best([unit('a', '47'), unit('b', '47')])).toEqual([])
    expect(best([unit('a', '47'), unit('b', null)])).toEqual([])
  })
  it('leaves unranked units out of the comparison', () =>
    expect(best([unit('a', '47'), unit('b', '40'), unit('c', '50', null)])).toEqual(['a']))
})

describe('bump chart', () => {
  it('shows the last four quarters, the shown one last', () => {
    const points = ['2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3', '2026Q4'].map((period) => ({
      period,
      rank: 1,
      total: null
    }))
    expect(bumpPeriods([{ unit: 'a', points }], '2026Q3')).toEqual(['2025Q4', '2026Q1', '2026Q2', '2026Q3'])
    expect(bumpPeriods([], '2026Q3')).toEqual(['2026Q3'])
  })

  const { rows } = rowBlocks(departments)
  const lines = bumpLines(rows, view.history, bumpPeriods(view.history, '2026Q3'))

  it('ends every line in the row of its unit', () => {
    for (const line of lines) {
      expect(line.points.at(-1)).toEqual({ step: 2, row: rows.findIndex((unit) => unit.unit === line.unit) })
    }
  })

  it('tells risers, fallers and units without a rank apart and draws the remarkable last', () => {
    const style = new Map(lines.map((line) => [line.unit, line.style]))
    for (const unit of rows) {
      const { movement } = unit
      const expected =
        unit.rank === null
          ? 'open'
          : movement.kind === 'UP' && movement.by >= 3
            ? 'riser'
            : movement.kind === 'DOWN' && movement.by >= 3
              ? 'faller'
              : 'plain'
      expect(style.get(unit.unit)).toBe(expected)
    }
    expect(lines.at(-1)!.style).toBe('riser')
  })

  it('leaves a gap where a quarter has no rank, and keeps old ranks inside the table', () => {
    const [first] = bumpLines(
      [rows[0]!],
      [
        {
          unit: rows[0]!.unit,
          points: [
            { period: '2026Q1', rank: 40, total: null },
            { period: '2026Q2', rank: null, total: null }
          ]
        }
      ],
      ['2026Q1', '2026Q2', '2026Q3']
    )
    expect(first!.points).toEqual([
      { step: 0, row: 0 },
      { step: 2, row: 0 }
    ])
  })
})

describe('columns', () => {
  const choice = (over: Partial<ColumnChoice> = {}): ColumnChoice => ({
    hidden: new Set(),
    forced: new Set(),
    windowWidth: 1366,
    ...over
  })

  it('leaves columns to the menu where the window is narrow', () => {
    expect(isShown('REMARKS', choice())).toBe(true)
    expect(isShown('REMARKS', choice({ windowWidth: 1093 }))).toBe(false)
    expect(needsWide('REMARKS', choice({ windowWidth: 1093 }))).toBe(true)
    expect(isShown('REMARKS', choice({ windowWidth: 1093, forced: new Set(['REMARKS']) }))).toBe(true)
  })

  it('remembers what is unticked and shows what is ticked', () => {
    expect(toggled('BONUS', choice())).toEqual({ hidden: ['BONUS'], forced: new Set() })
    expect(toggled('BONUS', choice({ hidden: new Set(['BONUS', 'BASE']) }))).toEqual({
      hidden: ['BASE'],
      forced: new Set(['BONUS'])
    })
    expect(toggled('GAP_MEAN', choice())).toEqual({ hidden: [], forced: new Set(['GAP_MEAN']) })
  })

  it('has one column a dimension', () => {
    expect(allColumns(race).filter((code) => code.startsWith('DIM:'))).toHaveLength(race.dimensions.length)
  })

  it('sets 单列 units apart', () => {
    const { rows, listed } = rowBlocks(departments)
    expect(listed.map((unit) => unit.name)).toEqual(['办公室'])
    expect(rows.length + listed.length).toBe(departments.units.length)
  })
})

it('counts what must stand above the ranking', () => {
  const facts = groupFacts(departments)
  expect(facts.blocked).toBe(1)
  expect(facts.ties).toEqual([{ rank: departments.units.find((unit) => unit.tied)!.rank, units: 2 }])
  expect(facts.estimated).toBe(0)
})

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 0, 0],
  ['End', 0, 9],
  ['Home', 5, 0],
  ['x', 5, null]
])('%s from row %i goes to %j', (key, from, to) => expect(targetRow(key, from, 10)).toBe(to))
