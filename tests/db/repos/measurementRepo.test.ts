import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StagedReading } from '#shared/domain/importing/importPlan.ts'
import { reading, type Reading } from '#shared/domain/scoring/reading.ts'
import { finishBatch, markUndone } from '#db/repos/batchRepo.ts'
import { laterEntries, laterImports } from '#db/repos/batchDependents.ts'
import { readingsOf, restoreReading, upsertReading } from '#db/repos/measurementRepo.ts'
import { stageCells, stagedCellsOf, stagedHistoryOf, type StagedReadingRow } from '#db/repos/stagedRepo.ts'
import { tx } from '#db/tx.ts'
import type { Database } from '#db/open.ts'
import { AT, filledDatabase, newBatch } from '../fixture.ts'

type Given = Partial<StagedReading>

function staged(given: Given): StagedReading {
  return {
    kind: 'reading',
    sheet: '表1',
    address: 'C4',
    row: 3,
    col: 2,
    raw: '3场',
    unit: 'sports',
    indicator: 'events',
    field: 'actual',
    rater: null,
    state: 'VALUE',
    value: '3',
    note: null,
    ...given
  }
}

function write(db: Database, batchId: number, given: Given): StagedReadingRow {
  const cell = staged(given)
  const { sheet, address, raw } = cell
  return {
    cell,
    ...upsertReading(db, {
      period: '2026Q3',
      reading: cell,
      source: { batchId, sheet, address, raw },
      at: AT
    })
  }
}

/** One import of a file: every reading written and staged, the batch closed. */
function importFile(db: Database, fileName: string, given: readonly Given[]): number {
  const batchId = newBatch(db, fileName)
  stageCells(
    db,
    batchId,
    given.map((entry) => write(db, batchId, entry))
  )
  finishBatch(db, batchId, {
    counts: { created: 0, changed: 0, same: 0, left: 0, adjustments: 0 },
    problems: []
  })
  return batchId
}

function undo(db: Database, batchId: number): void {
  for (const row of stagedCellsOf(db, batchId) as StagedReadingRow[]) {
    if (row.outcome !== 'SAME')
      restoreReading(db, { period: '2026Q3', reading: row.cell, previous: row.previous, at: AT })
  }
  markUndone(db, batchId, AT)
}

describe('upsertReading', () => {
  const states: [string, Given][] = [
    ['value 3', { state: 'VALUE', value: '3' }],
    ['value 0', { state: 'VALUE', value: '0' }],
    ['estimated 0', { state: 'ESTIMATED', value: '0' }],
    ['NA', { state: 'NA', value: null }],
    ['MISSING', { state: 'MISSING', value: null }]
  ]
  for (const [from, first] of states) {
    for (const [to, second] of states) {
      it(`${from} → ${to} is ${from === to ? 'SAME' : 'CHANGED'}`, () => {
        const { db, batchId } = filledDatabase()
        expect(write(db, batchId, first)).toMatchObject({ outcome: 'NEW', previous: null })
        const later = newBatch(db, '更正.xlsx')
        const written = write(db, later, { ...second, address: 'D9' })
        expect(written.outcome).toBe(from === to ? 'SAME' : 'CHANGED')
        expect(written.previous).toMatchObject({
          state: first.state,
          value: first.value,
          batchId,
          address: 'C4'
        })
        const [stored, ...more] = readingsOf(db, '2026Q3')
        expect(more).toEqual([])
        expect(stored).toMatchObject({ state: second.state, value: second.value })
        expect(stored?.source).toMatchObject(
          from === to ? { batchId, address: 'C4' } : { batchId: later, address: 'D9' }
        )
      })
    }
  }

  it('keeps fields, raters, units and indicators apart', () => {
    const { db, batchId } = filledDatabase()
    const different: Given[] = [
      {},
      { field: 'target' },
      { field: 'self' },
      { unit: 'finance' },
      { indicator: 'lecture', field: 'rating', rater: { group: '领导', name: '评委1' } },
      { indicator: 'lecture', field: 'rating', rater: { group: '领导', name: '评委2' } },
      { indicator: 'lecture', field: 'rating', rater: { group: '群众', name: '评委1' } }
    ]
    expect(different.map((given) => write(db, batchId, given).outcome)).toEqual(different.map(() => 'NEW'))
    expect(different.map((given) => write(db, batchId, given).outcome)).toEqual(different.map(() => 'SAME'))
    expect(readingsOf(db, '2026Q3')).toHaveLength(different.length)
  })

  it('refuses codes that the scheme or the organisation does not have', () => {
    const { db, batchId } = filledDatabase()
    expect(() => write(db, batchId, { indicator: 'nothing' })).toThrow(/nothing/)
    expect(() => write(db, batchId, { unit: 'nobody' })).toThrow(/nobody/)
  })
})

describe('readingsOf', () => {
  it('tells where each number comes from: a cell, a person, a decision', () => {
    const { db, batchId } = filledDatabase()
    write(db, batchId, { note: '含联办' })
    const manual = { kind: 'manual' as const, by: '张三', at: '2026-10-08', reason: '电话更正' }
    const decision = { kind: 'decision' as const, by: '党组会', at: '2026-10-08', basis: '经商议决定' }
    const base = { indicator: 'events', field: 'actual' as const, rater: null, note: null }
    upsertReading(db, {
      period: '2026Q3',
      reading: { ...base, unit: 'finance', state: 'VALUE', value: '2' },
      source: manual,
      at: AT
    })
    upsertReading(db, {
      period: '2026Q3',
      reading: { ...base, unit: 'stadium', state: 'ESTIMATED', value: '1' },
      source: decision,
      at: AT
    })
    const all = readingsOf(db, '2026Q3')
    expect(all.map((entry) => [entry.unit, entry.source])).toEqual([
      ['finance', manual],
      ['sports', { kind: 'cell', batchId, file: '群体处.xlsx', sheet: '表1', address: 'C4', raw: '3场' }],
      ['stadium', decision]
    ])
    expect(all.map((entry) => reading.parse(entry))).toEqual(all)
    expect(all[1]?.note).toBe('含联办')
    expect(readingsOf(db, '2026Q2')).toEqual([])
  })

  it('does not depend on the order of writing', () => {
    const someReadings = fc.uniqueArray(
      fc.record({
        unit: fc.constantFrom('finance', 'sports', 'stadium'),
        indicator: fc.constantFrom('events', 'lecture'),
        field: fc.constantFrom('actual' as const, 'target' as const, 'rating' as const),
        rater: fc.constantFrom(null, { group: '领导', name: '甲' }, { group: '群众', name: '甲' }),
        value: fc.integer({ min: 0, max: 9 }).map(String)
      }),
      { selector: ({ value: _value, ...key }) => JSON.stringify(key), minLength: 2 }
    )
    fc.assert(
      fc.property(someReadings, (given) => {
        const read = (order: typeof given): Reading[] => {
          const { db, batchId } = filledDatabase()
          tx(db, () => order.forEach((entry) => write(db, batchId, entry)))
          const result = readingsOf(db, '2026Q3')
          db.close()
          return result
        }
        expect(read([...given].reverse())).toEqual(read(given))
      }),
      { numRuns: 15 }
    )
  })
})

describe('undo of a batch', () => {
  it('puts back values, states and sources, entries by hand included', () => {
    const { db } = filledDatabase()
    importFile(db, '一.xlsx', [
      { unit: 'finance', value: '1' },
      { unit: 'sports', state: 'NA', value: null }
    ])
    const source = { kind: 'manual' as const, by: '张三', at: '2026-10-08', reason: '电话更正' }
    const byHand = staged({ unit: 'stadium', value: '7' })
    upsertReading(db, { period: '2026Q3', reading: byHand, source, at: AT })
    const before = readingsOf(db, '2026Q3')
    const second = importFile(db, '二.xlsx', [
      { unit: 'finance', value: '2' },
      { unit: 'sports', state: 'MISSING', value: null },
      { unit: 'stadium', value: '8' },
      { unit: 'finance', field: 'target', value: '5' }
    ])
    expect(readingsOf(db, '2026Q3')).toHaveLength(4)
    undo(db, second)
    expect(readingsOf(db, '2026Q3')).toEqual(before)
  })

  it('goes back through a file that holds a number twice', () => {
    const { db } = filledDatabase()
    importFile(db, '一.xlsx', [{ value: '7' }])
    const before = readingsOf(db, '2026Q3')
    const twice = importFile(db, '二.xlsx', [
      { value: '1', address: 'C4' },
      { value: '2', address: 'C5' }
    ])
    undo(db, twice)
    expect(readingsOf(db, '2026Q3')).toEqual(before)
  })
})

describe('what rests on a batch', () => {
  it('names later imports that hold the same number, changed or the same, until they are undone', () => {
    const { db } = filledDatabase()
    const first = importFile(db, '一.xlsx', [{ unit: 'finance' }, { unit: 'sports' }, { unit: 'stadium' }])
    const second = importFile(db, '二.xlsx', [
      { unit: 'finance', value: '9' },
      { unit: 'sports', value: '9' }
    ])
    const third = importFile(db, '三.xlsx', [{ unit: 'stadium' }, { unit: 'finance', field: 'target' }])
    expect(laterImports(db, first)).toEqual([
      { batch: second, fileName: '二.xlsx', count: 2 },
      { batch: third, fileName: '三.xlsx', count: 1 }
    ])
    expect([laterImports(db, second), laterImports(db, third)]).toEqual([[], []])
    undo(db, third)
    undo(db, second)
    expect(laterImports(db, first)).toEqual([])
  })

  it('tells a rater from another, and what the batch only confirmed from what it wrote', () => {
    const { db } = filledDatabase()
    const rating = (name: string): Given => ({
      indicator: 'lecture',
      field: 'rating',
      rater: { group: '领导', name }
    })
    const first = importFile(db, '一.xlsx', [rating('评委1')])
    const second = importFile(db, '二.xlsx', [rating('评委2'), rating('评委1')])
    const third = importFile(db, '三.xlsx', [rating('评委1')])
    expect(laterImports(db, first).map((later) => later.fileName)).toEqual(['二.xlsx', '三.xlsx'])
    expect(laterImports(db, second)).toEqual([])
    expect(laterImports(db, third)).toEqual([])
  })

  it('names entries by hand made over its numbers', () => {
    const { db } = filledDatabase()
    const first = importFile(db, '一.xlsx', [{ value: '1' }])
    const source = { kind: 'decision' as const, by: '党组会', at: '2026-10-08', basis: '决定' }
    upsertReading(db, {
      period: '2026Q3',
      reading: staged({ state: 'ESTIMATED', value: '4' }),
      source,
      at: AT
    })
    expect(laterEntries(db, first)).toHaveLength(1)
  })
})

describe('stagedHistoryOf', () => {
  it('gives the cells of one unit and indicator only, newest batch first', () => {
    const { db } = filledDatabase()
    importFile(db, '一.xlsx', [{ value: '1' }, { field: 'target', value: '4' }, { unit: 'finance' }])
    importFile(db, '二.xlsx', [{ value: '2' }, { indicator: 'lecture' }])
    expect(
      stagedHistoryOf(db, '2026Q3', 'sports', 'events').map(({ batch, row }) => [
        batch.fileName,
        row.cell.field,
        row.cell.value,
        row.outcome
      ])
    ).toEqual([
      ['二.xlsx', 'actual', '2', 'CHANGED'],
      ['一.xlsx', 'actual', '1', 'NEW'],
      ['一.xlsx', 'target', '4', 'NEW']
    ])
    expect(stagedHistoryOf(db, '2026Q3', 'sport', 'events')).toEqual([])
    expect(stagedHistoryOf(db, '2026Q2', 'sports', 'events')).toEqual([])
  })
})
