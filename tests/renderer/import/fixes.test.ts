import { describe, expect, it } from 'vitest'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { parseAddress } from '../../../renderer/src/features/import/address.ts'
import { columnWidths } from '../../../renderer/src/features/import/columnWidths.ts'
import {
  hasFixes,
  NO_FIXES,
  withCells,
  withColumnRole,
  withConfirmed,
  withEmptyWords,
  withHeaderEdge,
  withIndicator,
  withLayout,
  withoutSheet
} from '../../../renderer/src/features/import/fixes.ts'
import { cellAfterKey } from '../../../renderer/src/features/import/gridKeys.ts'
import {
  detailBeyondTitle,
  nextStop,
  problemStops
} from '../../../renderer/src/features/import/problemOrder.ts'
import { groupSubject, isFillable, repairKind } from '../../../renderer/src/features/import/repairKind.ts'
import { typedNumber } from '../../../renderer/src/features/import/typedNumber.ts'
import { fileToShow, isReachable, sheetToShow } from '../../../renderer/src/features/import/wizardSteps.ts'
import type { ImportSessionView, ProblemGroupView } from '#shared/ipc/importViews.ts'
import { importWorld } from './importHandlers.ts'

const group = (over: Partial<ProblemGroupView>): ProblemGroupView => ({
  group: 'X',
  code: 'X',
  level: 'error',
  title: '',
  detail: '',
  accepted: false,
  problems: [],
  ...over
})

const at = (sheet: string, cell: string) => ({
  code: 'X',
  level: 'error' as const,
  message: '',
  place: { sheet, cell }
})

describe('answers of the clerk', () => {
  it('are a value of the contract when there are none', () => {
    expect(importFixes.parse({})).toEqual(NO_FIXES)
    expect(hasFixes(NO_FIXES)).toBe(false)
  })

  it('settle every cell of a group and leave earlier answers alone', () => {
    const first = withCells(NO_FIXES, [at('表1', 'F16')], { as: 'MISSING' })
    const both = withCells(first, [at('表1', 'D5'), at('表2', 'D6')], {
      as: 'VALUE',
      value: '3',
      basis: '电话核实'
    })
    expect(both.cells).toEqual({
      '表1!F16': { as: 'MISSING' },
      '表1!D5': { as: 'VALUE', value: '3', basis: '电话核实' },
      '表2!D6': { as: 'VALUE', value: '3', basis: '电话核实' }
    })
    expect(first.cells).toEqual({ '表1!F16': { as: 'MISSING' } })
    expect(importFixes.parse(both)).toEqual(both)
  })

  it('confirm a group once and take it back', () => {
    const twice = withConfirmed(withConfirmed(NO_FIXES, 'G', true), 'G', true)
    expect(twice.confirmed).toEqual(['G'])
    expect(withConfirmed(twice, 'G', false).confirmed).toEqual([])
  })

  it('keep names and words as written', () => {
    expect(withIndicator(NO_FIXES, '到位资金', null).indicators).toEqual({ 到位资金: 'SKIP' })
    expect(withEmptyWords(NO_FIXES, ['/', '无'], 'ZERO').emptyWords).toEqual({ '/': 'ZERO', 无: 'ZERO' })
  })

  it.each([
    ['first', 1, { first: 1, last: 3 }],
    ['first', 5, { first: 5, last: 5 }],
    ['last', 4, { first: 2, last: 4 }],
    ['last', 0, { first: 0, last: 0 }]
  ] as const)('move the %s header row to %i without crossing', (edge, row, header) => {
    const fixes = withHeaderEdge(NO_FIXES, '表1', { first: 2, last: 3 }, edge, row)
    expect(fixes.sheets['表1']?.header).toEqual(header)
  })

  it('drop column roles with the layout that they were chosen for', () => {
    const roles = withColumnRole(NO_FIXES, '表1', 'F', { role: 'remark' })
    expect(roles.sheets['表1']?.columns).toEqual({ F: { role: 'remark' } })
    const other = withLayout(roles, '表1', 'LONG_LIST')
    expect(other.sheets['表1']).toMatchObject({ layout: 'LONG_LIST', columns: undefined })
    expect(withoutSheet(other, '表1')).toEqual(NO_FIXES)
  })
})

describe('repair of a group', () => {
  it.each([
    ['UNKNOWN_UNIT', 'error', 'UNIT'],
    ['AMBIGUOUS_INDICATOR', 'error', 'INDICATOR'],
    ['UNKNOWN_CLASS', 'error', 'CLASS'],
    ['NO_UNIT', 'error', 'SHEET_UNIT'],
    ['EMPTY_WORD', 'confirm', 'EMPTY_WORD'],
    ['UNKNOWN_COLUMN', 'confirm', 'HEADER'],
    ['TOTAL_MISMATCH', 'confirm', 'CONFIRM'],
    ['FULL_WIDTH', 'info', 'NOTE'],
    ['UNKNOWN_UNIT', 'info', 'NOTE']
  ] as const)('%s (%s) is %s', (code, level, kind) => {
    expect(repairKind(group({ code, level, group: code }))).toBe(kind)
  })

  it('offers the cell repair to errors of a cell that it does not know', () => {
    expect(repairKind(group({ code: 'SOMETHING_NEW', problems: [at('表1', 'D5')] }))).toBe('CELL')
    expect(repairKind(group({ code: 'SOMETHING_NEW' }))).toBe('HEADER')
    expect(isFillable('NO_KEY')).toBe(false)
    expect(isFillable('ERROR_CELL')).toBe(true)
  })

  it('takes its subject from the group, else from the cell', () => {
    expect(groupSubject(group({ code: 'UNKNOWN_UNIT', group: 'UNKNOWN_UNIT:体育产业科' }))).toBe('体育产业科')
    expect(
      groupSubject(group({ code: 'A', group: 'A#3', problems: [{ ...at('表1', 'B1'), value: ' 甲 ' }] }))
    ).toBe('甲')
  })

  it.each([
    ['12', '12'],
    ['３．５０', '3.5'],
    ['1,234', '1234'],
    ['−2', '-2'],
    ['约12', null],
    ['', null],
    ['1.2.3', null]
  ])('reads the typed number %s as %s', (text, value) => expect(typedNumber(text)).toBe(value))

  it('does not say the title twice', () => {
    expect(detailBeyondTitle({ title: '公式出错', detail: '公式出错。请填数。' })).toBe('请填数。')
    expect(detailBeyondTitle({ title: '甲', detail: '乙。' })).toBe('乙。')
  })
})

describe('walking through problems', () => {
  const groups = [
    group({ group: 'B', level: 'confirm', problems: [at('表1', 'E5')] }),
    group({ group: 'A', problems: [at('表1', 'B12'), at('表2', 'B3')] }),
    group({ group: 'I', level: 'info', problems: [at('表1', 'C1')] }),
    group({ group: 'C', level: 'confirm', accepted: true, problems: [at('表1', 'E6')] })
  ]
  const stops = problemStops('f1', groups)

  it('goes through errors first and leaves out what is settled', () => {
    expect(stops.map((stop) => stop.cell)).toEqual(['B12', 'B3', 'E5'])
  })

  it('runs round both ends', () => {
    expect(nextStop(stops, null, 1)?.cell).toBe('B12')
    expect(nextStop(stops, null, -1)?.cell).toBe('E5')
    expect(nextStop(stops, stops[2]!, 1)?.cell).toBe('B12')
    expect(nextStop(stops, stops[0]!, -1)?.cell).toBe('E5')
    expect(nextStop([], null, 1)).toBeNull()
  })
})

describe('grid', () => {
  it.each([
    ['A1', { row: 0, col: 0 }],
    ['AB12', { row: 11, col: 27 }],
    ['表1!A1', null],
    ['A0', null]
  ])('reads the address %s', (address, spot) => expect(parseAddress(address)).toEqual(spot))

  it('keeps the active cell inside the sheet', () => {
    const size = { rows: 20, cols: 7, page: 15 }
    expect(cellAfterKey('ArrowUp', { row: 0, col: 3 }, size)).toEqual({ row: 0, col: 3 })
    expect(cellAfterKey('PageDown', { row: 10, col: 3 }, size)).toEqual({ row: 19, col: 3 })
    expect(cellAfterKey('End', null, size)).toEqual({ row: 0, col: 6 })
    expect(cellAfterKey('a', null, size)).toBeNull()
  })

  it('widens columns for their tags only where there is room', () => {
    const grid = {
      sheet: '',
      rowCount: 1,
      colCount: 1,
      merges: [],
      hiddenRows: [],
      hiddenCols: [],
      cells: []
    }
    const tags = new Map([[0, '完成 · 重点体育项目落地']])
    expect(columnWidths(grid, tags, 1000)[0]).toBeGreaterThan(columnWidths(grid, tags, 60)[0]!)
  })
})

describe('steps', () => {
  const session = importWorld().handlers['import.current']!({ period: '2026Q3' }) as ImportSessionView

  it('open only when a file can be read', () => {
    expect(isReachable('check', null)).toBe(false)
    expect(isReachable('check', { ...session, files: session.files.slice(2) })).toBe(false)
    expect(isReachable('check', session)).toBe(true)
  })

  it('start at the first file with errors, never at one that does not count', () => {
    expect(fileToShow(session, null)).toBe('f1')
    expect(fileToShow(session, 'f2')).toBe('f2')
    expect(fileToShow(session, 'locked')).toBe('f1')
    expect(
      sheetToShow(
        [
          { sheet: '封面', used: false },
          { sheet: '表1', used: true }
        ],
        null
      )
    ).toBe('表1')
  })
})
