import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { LayoutKind } from '#shared/domain/importing/importPlan.ts'
import type { RawCell, RawRange, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { CellInput } from '../unit/domain/importing/helpers/rawSheet.ts'
import type { Habit } from './habits.ts'

/** What has to come out of one cell: `bgs/funds/actual` and its value or state, or nothing but a problem. */
export interface Expected {
  key: string
  value: string
  outcome: Habit['outcome']
  confirm?: string
}

/** A cell before it has a place; `down` and `right` say over how many further cells it is merged. */
export interface Piece {
  input: CellInput
  expected?: Expected
  down?: number
  right?: number
}

export type Line = (Piece | null)[]

/** A sheet before its dirt: parts that dirt is put between. */
export interface Draft {
  layout: LayoutKind
  /** Lines above that the table needs (填报单位：X). */
  above: Line[]
  head: Line[]
  body: Line[]
  below: Line[]
  /** Measure that a line 单位：万元 must state; null where every column says its own. */
  sheetMeasure: string | null
  /** Where columns can be put in: nothing is merged over their left edge. */
  columns: number
  /** Columns whose numbers add up, each with what they add up to (null: some cell is no number). */
  sums: Map<number, string | null>
  /** The column of names at the side, where words like 合计 stand. */
  names: number
  /** Whether a line without any name may stand between the rows (nothing is filled down over it). */
  gaps: boolean
}

export const text = (input: CellInput, over: Omit<Piece, 'input'> = {}): Piece => ({ input, ...over })

/** The cells of lines, placed at an offset; merges and expectations by address. */
export interface Placed {
  sheet: RawSheet
  expected: Map<string, Expected>
}

export function place(
  lines: readonly Line[],
  at: { top: number; left: number },
  over: Partial<RawSheet> = {}
): Placed {
  const cells: RawCell[] = []
  const merges: RawRange[] = []
  const expected = new Map<string, Expected>()
  lines.forEach((line, index) => {
    line.forEach((piece, step) => {
      if (piece === null) return
      const row = at.top + index
      const col = at.left + step
      const cell = cellFrom(piece.input, row, col)
      if (cell) cells.push(cell)
      if (piece.expected) expected.set(cellAddress(row, col), piece.expected)
      if (piece.down || piece.right)
        merges.push({
          top: row,
          left: col,
          bottom: row + (piece.down ?? 0),
          right: col + (piece.right ?? 0)
        })
    })
  })
  return {
    sheet: {
      name: '表1',
      index: 0,
      visibility: 'visible',
      cells,
      merges,
      hiddenRows: [],
      hiddenCols: [],
      rowCount: at.top + lines.length,
      colCount: at.left + Math.max(0, ...lines.map((line) => line.length)),
      ...over
    },
    expected
  }
}

function cellFrom(input: CellInput, row: number, col: number): RawCell | null {
  if (input === null || input === '') return null
  const address = cellAddress(row, col)
  if (typeof input === 'object') return { row, col, address, kind: 'number', shown: input.value, ...input }
  const value = String(input)
  return { row, col, address, kind: typeof input === 'number' ? 'number' : 'text', value, shown: value }
}

/** Lines can be parted after this one: nothing is merged across. */
export function isSeam(lines: readonly Line[], after: number): boolean {
  return lines.every((line, index) =>
    line.every((piece) => index > after || index + (piece?.down ?? 0) <= after)
  )
}

/** As text may be spaced and broken in a header; the plain one first. */
export function spelled(label: string, how: number): string {
  const letters = [...label]
  switch (how % 7) {
    case 1:
      return ` ${label}\u3000`
    case 2:
      return letters.join(' ')
    case 3:
      return `${letters.slice(0, 2).join('')}\n${letters.slice(2).join('')}`
    case 4:
      return letters.join('\u3000')
    case 5:
      return label.replace(/[()（）]/g, (mark) => ({ '(': '（', ')': '）' })[mark] ?? mark)
    case 6:
      return `${label}\r\n`
    default:
      return label
  }
}
