import { describe, expect, it } from 'vitest'
import type {
  ImportFileDetail,
  ImportFileView,
  ImportSessionView,
  SessionProblemGroup
} from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'
import { answerOfKey, cellChoice } from '../../../renderer/src/features/import/cellChoice.ts'
import { cellsInRows } from '../../../renderer/src/features/import/cellLayout.ts'
import {
  foundGroups,
  listItems,
  START_VIEW,
  toggledLevel
} from '../../../renderer/src/features/import/check/checkView.ts'
import { answerForAll, groupInFile, isAt } from '../../../renderer/src/features/import/check/sharedAnswer.ts'
import {
  NO_FIXES,
  withCell,
  withColumnRole,
  withForget,
  withLayout
} from '../../../renderer/src/features/import/fixes.ts'
import { gridModel } from '../../../renderer/src/features/import/gridModel.ts'
import { pastedFrom } from '../../../renderer/src/features/import/pick/pastedTable.ts'
import { MOST_FILES, refuseDrop } from '../../../renderer/src/features/import/pick/droppedFiles.ts'
import { nextStop, wrapped, type ProblemStop } from '../../../renderer/src/features/import/problemOrder.ts'
import { blockArea, blockAt, sheetBlocks } from '../../../renderer/src/features/import/sheetBlocks.ts'
import { nextOpenFile } from '../../../renderer/src/features/import/wizardSteps.ts'
import { fakeFile, importWorld } from './importHandlers.ts'
import { sheetOf, workbookOf } from './workbookFixture.ts'

const problem = (level: Problem['level'], cell: string, over: Partial<Problem> = {}): Problem => ({
  code: 'X',
  level,
  message: '',
  place: { file: '甲.xlsx', sheet: '表1', cell },
  ...over
})

const group = (over: Partial<SessionProblemGroup>): SessionProblemGroup => ({
  group: 'X',
  code: 'X',
  level: 'error',
  title: '',
  detail: '',
  accepted: false,
  count: 1,
  files: [{ id: 'f1', name: '甲.xlsx', count: 1 }],
  problems: [],
  values: [],
  candidates: [],
  subject: null,
  ...over
})

async function detailOf(world = importWorld()): Promise<ImportFileDetail> {
  return world.handlers['import.file']!({ session: 's1', file: world.files[0]!.id })
}

describe('files with something open', () => {
  const session = importWorld().handlers['import.current']!({ period: '2026Q3' }) as ImportSessionView
  const [ready] = session.files as [ImportFileView]
  const file = (
    id: string,
    errors: number,
    confirms: number,
    status: ImportFileView['status'] = 'READY'
  ) => ({
    ...ready,
    id,
    status,
    counts: { ...ready.counts, errors, confirms }
  })
  const of = (...files: ImportFileView[]): ImportSessionView => ({ ...session, files })

  it('are walked round, past clean ones and those that do not count', () => {
    const some = of(file('a', 1, 0), file('b', 0, 0), file('x', 3, 0, 'SKIPPED'), file('c', 0, 2))
    expect(nextOpenFile(some, 'a', 1)).toBe('c')
    expect(nextOpenFile(some, 'c', 1)).toBe('a')
    expect(nextOpenFile(some, 'a', -1)).toBe('c')
    expect(nextOpenFile(some, 'b', -1)).toBe('a')
  })

  it('end with none when no other file has anything', () => {
    expect(nextOpenFile(of(file('a', 1, 0), file('b', 0, 0)), 'a', 1)).toBeNull()
    expect(nextOpenFile(of(file('a', 1, 0)), 'a', -1)).toBeNull()
  })

  it('are entered only where a file ends', () => {
    const stops: ProblemStop[] = ['A1', 'A2', 'A3'].map((cell) => ({
      file: 'a',
      group: 'G',
      sheet: '表1',
      cell
    }))
    const step = (from: number, by: 1 | -1): boolean =>
      wrapped(stops, stops[from]!, nextStop(stops, stops[from]!, by), by)
    expect([step(0, 1), step(1, 1), step(2, 1)]).toEqual([false, false, true])
    expect([step(0, -1), step(1, -1), step(2, -1)]).toEqual([true, false, false])
    expect(wrapped(stops, null, stops[0]!, 1)).toBe(false)
    expect(wrapped([], null, null, 1)).toBe(true)
    expect(wrapped([stops[0]!], stops[0]!, stops[0]!, 1)).toBe(true)
  })
})

describe('the list of problems', () => {
  const groups = [
    group({ group: 'A', title: '「体育产业科」不是已知单位' }),
    group({ group: 'B', level: 'confirm', title: '合计与自算不一致', problems: [problem('confirm', 'F19')] }),
    group({
      group: 'C',
      level: 'info',
      title: '全角数字',
      files: [{ id: 'f2', name: '乙处填报.xlsx', count: 3 }]
    })
  ]
  const shown = (change: Partial<typeof START_VIEW>): string[] =>
    listItems(groups, { ...START_VIEW, ...change }).map((item) =>
      item.kind === 'LEVEL' ? item.level : item.group.group
    )

  it('folds what is tidied until asked for', () => {
    expect(shown({})).toEqual(['error', 'A', 'confirm', 'B', 'info'])
    expect(shown({ tidied: true })).toEqual(['error', 'A', 'confirm', 'B', 'info', 'C'])
  })

  it('leaves hidden levels out, and brings them back', () => {
    const hidden = toggledLevel(START_VIEW, 'confirm')
    expect(shown({ hidden })).toEqual(['error', 'A', 'info'])
    expect(toggledLevel({ ...START_VIEW, hidden }, 'confirm')).toEqual([])
  })

  it('is searched by words, cells and files, whatever the width of the characters', () => {
    expect(shown({ search: '体育产业科' })).toEqual(['error', 'A'])
    expect(shown({ search: 'ｆ19' })).toEqual(['confirm', 'B'])
    expect(shown({ search: ' 乙处 ' })).toEqual(['info', 'C'])
    expect(foundGroups(groups, '没有这个')).toEqual([])
  })
})

describe('one answer for all files', () => {
  it.each([
    [
      { code: 'UNKNOWN_UNIT', subject: '体育产业科' },
      { kind: 'UNIT', text: '体育产业科' }
    ],
    [{ code: 'UNKNOWN_UNIT', subject: null }, { kind: 'EACH' }],
    [
      { code: 'EMPTY_WORD', level: 'confirm', values: ['/', '无'] },
      { kind: 'EMPTY_WORD', words: ['/', '无'] }
    ],
    [{ code: 'TOTAL_MISMATCH', level: 'confirm' }, { kind: 'CONFIRM' }],
    [{ code: 'UNKNOWN_COLUMN', level: 'confirm' }, { kind: 'CONFIRM' }],
    [{ code: 'NO_HEADER' }, { kind: 'EACH' }],
    [{ code: 'ERROR_CELL', problems: [problem('error', 'B2')] }, { kind: 'EACH' }],
    [{ code: 'FULL_WIDTH', level: 'info' }, { kind: 'NOTE' }]
  ] as const)('for %o is %o', (over, answer) => {
    expect(answerForAll(group(over as Partial<SessionProblemGroup>))).toEqual(answer)
  })

  it('knows the groups that carry the id of their file', () => {
    const own = group({ group: 'f1|NO_UNIT:Sheet1' })
    const stop = { file: 'f1', group: 'NO_UNIT:Sheet1', sheet: null, cell: null }
    expect(groupInFile(own.group, 'f1')).toBe('NO_UNIT:Sheet1')
    expect(groupInFile(own.group, 'f2')).toBe(own.group)
    expect(isAt(own, stop)).toBe(true)
    expect(isAt(own, { ...stop, file: 'f2' })).toBe(false)
    expect(isAt(own, null)).toBe(false)
  })
})

describe('answers for one cell, one table, one sheet', () => {
  it('replace each other and can be taken back', () => {
    const filled = withCell(NO_FIXES, '表1', 'D5', { as: 'VALUE', value: '3', basis: '电话核实' })
    const other = withCell(filled, '表1', 'D6', { as: 'SKIP' })
    expect(withCell(other, '表1', 'D5', { as: 'NA' }).cells).toEqual({
      '表1!D5': { as: 'NA' },
      '表1!D6': { as: 'SKIP' }
    })
    expect(withCell(other, '表1', 'D5', null).cells).toEqual({ '表1!D6': { as: 'SKIP' } })
  })

  it('of a further table do not touch the first one', () => {
    const first = withColumnRole(NO_FIXES, '表1', 'B', { role: 'remark' })
    const both = withColumnRole(first, '表1', 'B', { role: 'total' }, 12)
    expect(both.sheets['表1']).toEqual({
      columns: { B: { role: 'remark' } },
      tables: { 12: { columns: { B: { role: 'total' } } } }
    })
    const laidOut = withLayout(both, '表1', 'LONG_LIST', 12)
    expect(laidOut.sheets['表1']?.columns).toEqual({ B: { role: 'remark' } })
    expect(laidOut.sheets['表1']?.tables?.[12]).toEqual({ layout: 'LONG_LIST', columns: undefined })
  })

  it('leave an earlier quarter unused and use it again', () => {
    const forgotten = withForget(NO_FIXES, '表1', true)
    expect(forgotten.sheets['表1']).toEqual({ forget: true })
    expect(withForget(forgotten, '表1', false).sheets['表1']).toEqual({ forget: false })
  })
})

describe('several tables in one sheet', () => {
  async function blocks() {
    const rows = [
      ['单位', '资金到位'],
      ['群众体育处', 1200],
      ['竞技体育处', 800],
      [null, null],
      ['单位', '承诺事项按期办结'],
      ['群众体育处', 4],
      ['竞技体育处', 2]
    ]
    const files = [fakeFile('f1', workbookOf('两块.xlsx', [sheetOf('表1', 0, rows)]))]
    return sheetBlocks((await detailOf(importWorld({ files }))).sheets[0]!)
  }

  it('are told apart by the row of their header', async () => {
    const both = await blocks()
    expect(both.map(({ key }) => key)).toEqual([null, 4])
    expect(blockAt(both, 2, 1)?.key).toBeNull()
    expect(blockAt(both, 4, 1)?.key).toBe(4)
    expect(blockAt(both, 6, 0)?.key).toBe(4)
    expect(blockAt(both, 6, 9)).toBeNull()
  })

  it('reach down to each other', async () => {
    const both = await blocks()
    expect(blockArea(both, both[0]!, 6)).toEqual({ top: 0, bottom: 3, left: 0, right: 1 })
    expect(blockArea(both, both[1]!, 6)).toEqual({ top: 4, bottom: 6, left: 0, right: 1 })
  })
})

describe('the grid', () => {
  it('keeps header and open rows when only problems are shown', async () => {
    const detail = await detailOf()
    const rows = gridModel(detail, detail.sheets[0]!).problemRows([])
    expect(rows.slice(0, 2)).toEqual([2, 3])
    expect(rows).toContain(11)
    expect(rows).toContain(15)
    expect(rows).not.toContain(8)
    const errors = gridModel(detail, detail.sheets[0]!).problemRows(['confirm'])
    expect(errors).toEqual([2, 3, 11, 15])
  })

  it('repeats a merge over several rows in each of them', () => {
    const merge = { top: 0, left: 0, bottom: 2, right: 0 }
    const cell = { row: 0, col: 0, text: '甲', numeric: false }
    const rows = {
      head: null,
      merges: [merge],
      error: null,
      cell: (row: number, col: number) => (row === 0 && col === 0 ? cell : null)
    }
    const drawn = cellsInRows(rows, [0, 2], { top: 0, bottom: 1, left: 0, right: 1 })
    expect(drawn.map(({ row, col, bottom, text }) => [row, col, bottom, text])).toEqual([
      [0, 0, 0, '甲'],
      [0, 1, 0, ''],
      [2, 0, 2, '甲'],
      [2, 1, 2, '']
    ])
  })

  it('offers for a cell what can stand in it', async () => {
    const detail = await detailOf()
    const model = gridModel(detail, detail.sheets[0]!)
    expect(cellChoice(model, { row: 15, col: 5 })).toEqual({ fillable: true, asks: false, answered: false })
    expect(cellChoice(model, { row: 13, col: 4 })).toMatchObject({ asks: true })
    expect(cellChoice(model, { row: 0, col: 0 })).toBeNull()
    expect(cellChoice(model, null)).toBeNull()
  })

  it.each([
    ['Enter', 'FILL'],
    ['/', { as: 'NA' }],
    ['Delete', { as: 'SKIP' }],
    [' ', null],
    ['x', null]
  ] as const)('reads the key %s as %o', (key, answer) => {
    expect(answerOfKey(key, { fillable: true, asks: false, answered: false })).toEqual(answer)
  })

  it('never fills what only the file can say', () => {
    const closed = { fillable: false, asks: true, answered: false }
    expect(answerOfKey('Enter', closed)).toBeNull()
    expect(answerOfKey('/', closed)).toBeNull()
    expect(answerOfKey(' ', closed)).toEqual({ as: 'CONFIRMED' })
  })
})

describe('what comes in', () => {
  const clipboard = (parts: Record<string, string>, files: File[] = []): DataTransfer =>
    ({ getData: (type: string) => parts[type] ?? '', files }) as unknown as DataTransfer

  it('is a table where there is text, files where there is none', () => {
    const html = '<table><tr><td>甲</td></tr></table>'
    expect(
      pastedFrom(clipboard({ 'text/plain': '甲\t1', 'text/html': html }, [new File([], '图.png')]))
    ).toEqual({
      kind: 'TABLE',
      text: '甲\t1',
      html
    })
    expect(pastedFrom(clipboard({ 'text/plain': '甲\t1' }))).toMatchObject({ html: null })
    expect(pastedFrom(clipboard({}, [new File(['a'], '表.xlsx')]))).toMatchObject({ kind: 'FILES' })
    expect(pastedFrom(clipboard({ 'text/plain': ' \n' }))).toEqual({ kind: 'NOTHING' })
    expect(pastedFrom(clipboard({ 'text/html': '<p>不是表</p>' }))).toEqual({ kind: 'NOTHING' })
  })

  it('is refused whole when it is too much', () => {
    const files = (count: number, size = 1) =>
      Array.from({ length: count }, () => ({ file: { size } as File, folder: '' }))
    expect(refuseDrop({ files: files(MOST_FILES), ignored: 0 })).toBeNull()
    expect(refuseDrop({ files: files(MOST_FILES + 1), ignored: 0 })).toBe('TOO_MANY')
    expect(refuseDrop({ files: files(2, 200 * 1024 * 1024), ignored: 0 })).toBe('TOO_LARGE')
    expect(refuseDrop({ files: [], ignored: 3 })).toBe('NO_SHEETS')
    expect(refuseDrop({ files: [], ignored: 0 })).toBe('NOTHING')
  })
})
