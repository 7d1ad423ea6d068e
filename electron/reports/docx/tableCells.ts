import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type TextRun
} from 'docx'
import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportColumn, ReportRow, TableCell as Cell } from '#shared/domain/report/reportTable.ts'
import { balanced } from './measure.ts'
import { room, type TablePart } from './tableLayout.ts'
import { digits, words } from './text.ts'

/** 朱砂 (DESIGN.md §3): always said by word or arrow too. */
const RED = 'BF1A20'
const TINT = 'F2F2F2'
/** 1.5 pt. */
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: '000000' }

/** Height of a line in cells against its size; exact, so that pages break alike whatever font stands in. */
export const CELL_LINE = 1.25

interface Place {
  width: number
  columnSpan?: number
  rowSpan?: number
  align: ReportColumn['align']
  style: 'TableHead' | 'TableText'
  ruled?: boolean
  tint?: boolean
  keepNext?: boolean
}

function cell(lines: readonly (readonly TextRun[])[], place: Place, size: number): TableCell {
  const {
    width,
    columnSpan = 1,
    rowSpan = 1,
    align,
    style,
    ruled = false,
    tint = false,
    keepNext = false
  } = place
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(ruled ? { borders: { top: RULE } } : {}),
    ...(tint ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: TINT } } : {}),
    children: lines.map(
      (children) =>
        new Paragraph({
          style,
          alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[
            align
          ],
          spacing: { line: Math.round(size * CELL_LINE * 20), lineRule: LineRuleType.EXACT },
          keepNext,
          children
        })
    )
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** The head in one or two rows that repeat on each page: bands over their columns, full marks in brackets beneath. */
export function headRows({ columns, widths }: TablePart, points: number): TableRow[] {
  const size = points * 2
  const banded = columns.some(({ band }) => band !== undefined)
  const head = (column: ReportColumn, index: number, rowSpan: number): TableCell =>
    cell(
      [
        words(balanced(column.head, room(widths[index]!, 1, points)), { size }),
        ...(column.fullMark == null ? [] : [[digits(`(${column.fullMark})`, { size })]])
      ],
      { width: widths[index]!, rowSpan, align: 'center', style: 'TableHead' },
      points
    )
  const row = (children: TableCell[]): TableRow =>
    new TableRow({ tableHeader: true, cantSplit: true, children })
  if (!banded) return [row(columns.map((column, index) => head(column, index, 1)))]

  const upper: TableCell[] = []
  for (let from = 0; from < columns.length;) {
    const { band } = columns[from]!
    let to = from + 1
    while (band !== undefined && columns[to]?.band === band) to += 1
    upper.push(
      band === undefined
        ? head(columns[from]!, from, 2)
        : cell(
            [words(band, { size })],
            {
              width: sum(widths.slice(from, to)),
              columnSpan: to - from,
              align: 'center',
              style: 'TableHead'
            },
            points
          )
    )
    from = to
  }
  const lower = columns.flatMap((column, index) =>
    column.band === undefined ? [] : [head(column, index, 1)]
  )
  return [row(upper), row(lower)]
}

/** Columns of a part that a merged text covers; null where none does. */
function mergedRange(
  { merged }: ReportRow,
  part: TablePart,
  all: readonly ReportColumn[]
): [number, number] | null {
  if (merged === undefined) return null
  const [from, to] = [merged.from, merged.to].map((id) => all.findIndex((column) => column.id === id))
  const covered = part.columns.flatMap((column, index) => {
    const place = all.indexOf(column)
    return place >= from! && place <= to! ? [index] : []
  })
  return covered.length === 0 ? null : [covered[0]!, covered.at(-1)! + 1]
}

export interface RowSetting {
  /** Of the type, in points. */
  size: number
  /** A thick rule above. */
  ruled: boolean
  /** Stays on the page of what follows. */
  keepNext: boolean
}

/** A row of the body or the foot. `all`: the columns of the whole table. */
export function bodyRow(
  row: ReportRow,
  part: TablePart,
  all: readonly ReportColumn[],
  setting: RowSetting
): TableRow {
  const { columns, widths } = part
  const { ruled, keepNext } = setting
  const size = setting.size * 2
  const text = (value: Cell | undefined, column: ReportColumn): TextRun[] => {
    const options = {
      size,
      ...(column.bold === true ? { bold: true } : {}),
      ...(row.red?.includes(column.id) === true ? { color: RED } : {})
    }
    return typeof value === 'object' && value !== null
      ? [digits(cellText(value), options)]
      : words(cellText(value), options)
  }
  const line = (children: TableCell[]): TableRow => new TableRow({ cantSplit: true, children })
  if (row.band !== undefined) {
    const place = {
      width: sum(widths),
      columnSpan: columns.length,
      align: 'left',
      style: 'TableHead',
      tint: true
    } as const
    return line([cell([words(row.band, { size })], { ...place, ruled, keepNext: true }, setting.size)])
  }
  const merged = mergedRange(row, part, all)
  const cells: TableCell[] = []
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]!
    if (merged?.[0] === index) {
      const [from, to] = merged
      const place = {
        width: sum(widths.slice(from, to)),
        columnSpan: to - from,
        align: 'left',
        style: 'TableText'
      } as const
      cells.push(cell([words(row.merged!.text, { size })], { ...place, ruled, keepNext }, setting.size))
      index = to - 1
    } else {
      const { align, tint = false } = column
      const place = { width: widths[index]!, align, style: 'TableText', ruled, tint, keepNext } as const
      cells.push(cell([text(row.cells[column.id], column)], place, setting.size))
    }
  }
  return line(cells)
}
