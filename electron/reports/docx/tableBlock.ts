import {
  BorderStyle,
  Paragraph,
  Tab,
  Table,
  TableLayoutType,
  TabStopType,
  TextRun as Run,
  WidthType,
  type FileChild
} from 'docx'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { lineWidth } from './measure.ts'
import { SIZE, twipsOfPt, type PageGeometry } from './paperFormat.ts'
import { paragraph, titleLine } from './paragraphs.ts'
import { bodyRow, headRows } from './tableCells.ts'
import { setTable, type SetPart, type TablePlace } from './setTable.ts'
import { CELL_SIDE } from './tableLayout.ts'
import { words } from './text.ts'

/** Rows that stay with remarks and signatures: nobody signs a page without a number on it. */
const KEPT_ROWS = 2

/** 填报单位 on the left, 单位：分 and the date on the right; beneath each other where one line cannot hold both. */
function metaLines({ left, right }: ReportTable, width: number): Paragraph[] {
  if (left === '' && right === '') return []
  const room = width / twipsOfPt(SIZE.五号 / 2)
  if (lineWidth(left) + lineWidth(right) + 2 > room)
    return [paragraph('TableMeta', left), paragraph('TableMeta', right, { alignment: 'right' })]
  return [
    new Paragraph({
      style: 'TableMeta',
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [...words(left), new Run({ children: [new Tab()] }), ...words(right)]
    })
  ]
}

/** 制表人：, 审核人： … evenly along one line, with room to write behind each. */
function signatureLine(signatures: readonly string[], width: number): Paragraph[] {
  if (signatures.length === 0) return []
  const step = Math.floor(width / signatures.length)
  return [
    new Paragraph({
      style: 'Signatures',
      keepLines: true,
      tabStops: signatures
        .slice(1)
        .map((_, index) => ({ type: TabStopType.LEFT, position: step * (index + 1) })),
      children: signatures.flatMap((signature, index) => [
        ...(index === 0 ? [] : [new Run({ children: [new Tab()] })]),
        ...words(signature)
      ])
    })
  ]
}

const HAIR = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

function tablePart(table: ReportTable, part: SetPart, size: number, width: number, last: boolean): Table {
  const rows = [...table.rows, ...table.foot]
  const followed = last && (table.remarks.length > 0 || table.signatures.length > 0)
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: part.widths,
    margins: {
      top: part.padding,
      bottom: part.padding,
      left: CELL_SIDE,
      right: CELL_SIDE,
      marginUnitType: WidthType.DXA
    },
    borders: {
      top: HAIR,
      bottom: HAIR,
      left: HAIR,
      right: HAIR,
      insideHorizontal: HAIR,
      insideVertical: HAIR
    },
    rows: [
      ...headRows(part, size),
      ...rows.map((row, index) =>
        bodyRow(row, part, table.columns, {
          size,
          ruled: row.opens === true || index === table.rows.length,
          keepNext: followed && index >= rows.length - KEPT_ROWS
        })
      )
    ]
  })
}

/** A table with its title, meta line, remarks and signatures; parts that do not fit beside each other on pages of their own. */
export function tableBlock(table: ReportTable, place: TablePlace, first: boolean): FileChild[] {
  const width = place.page.textWidth
  const { size, parts } = setTable(table, place)
  const below = [
    ...table.remarks.map((remark) => paragraph('Note', remark, { keepNext: table.signatures.length > 0 })),
    ...signatureLine(table.signatures, width)
  ]
  return [
    ...parts.flatMap((part, index): FileChild[] => [
      ...heading(table, index, parts.length, { page: place.page, first: first && index === 0 }),
      ...metaLines(table, width),
      tablePart(table, part, size, width, index === parts.length - 1)
    ]),
    // Two tables in a row would become one, and a section cannot end with a table.
    ...(below.length === 0 ? [paragraph('Gap', '')] : below)
  ]
}

function heading(
  { title }: ReportTable,
  part: number,
  parts: number,
  { page, first }: { page: PageGeometry; first: boolean }
): Paragraph[] {
  if (title === '' && part === 0) return []
  const text = part === 0 ? title : `${title}（续表 ${part + 1}/${parts}）`
  const above = first || part > 0 ? {} : { spacing: { before: 120, after: 60 } }
  return [titleLine('TableTitle', text, page, { pageBreakBefore: part > 0, ...above })]
}
