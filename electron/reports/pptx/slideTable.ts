import {
  cellsOf,
  CELL_EDGE,
  CELL_SIDE,
  headText,
  type SlideCell,
  type TableFit
} from '#shared/domain/report/deck/fitTable.ts'
import type { SlideTable } from '#shared/domain/report/deck/deckContent.ts'
import type { Box } from '#shared/domain/report/deck/slideRoom.ts'
import type { ReportRow } from '#shared/domain/report/reportTable.ts'
import { emu, NS, transform, xml } from './emu.ts'
import { fill, type Palette } from './palette.ts'
import { paragraph, type ShapeIds, type TextStyle } from './slideText.ts'

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const

interface CellLook extends TextStyle {
  /** Line above and beneath, in points; 0: none. */
  above: number
  beneath: number
  aboveColour: string
  beneathColour: string
  ground: string | null
}

function edge(tag: string, width: number, colour: string): string {
  return width === 0
    ? `<a:${tag} w="0"><a:noFill/></a:${tag}>`
    : `<a:${tag} w="${emu(width)}" cap="flat" cmpd="sng" algn="ctr">${fill(colour)}<a:prstDash val="solid"/></a:${tag}>`
}

function cellXml({ text, span }: SlideCell, look: CellLook): string {
  const properties =
    `<a:tcPr marL="${emu(CELL_SIDE)}" marR="${emu(CELL_SIDE)}" marT="${emu(CELL_EDGE)}" marB="${emu(CELL_EDGE)}" anchor="ctr">` +
    edge('lnL', 0, '') +
    edge('lnR', 0, '') +
    edge('lnT', look.above, look.aboveColour) +
    edge('lnB', look.beneath, look.beneathColour) +
    `${fill(look.ground)}</a:tcPr>`
  const covered = `<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph('', look)}</a:txBody>${properties}</a:tc>`
  return (
    `<a:tc${span > 1 ? ` gridSpan="${span}"` : ''}><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph(text, look)}</a:txBody>${properties}</a:tc>` +
    covered.repeat(span - 1)
  )
}

type RowKind = 'head' | 'body' | 'foot'

/** Hairlines between rows, an ink rule where something else begins, colour only for first places and rises. */
function lookOf(
  table: SlideTable,
  palette: Palette,
  size: number,
  row: ReportRow,
  cell: SlideCell,
  { kind, last, opensNext }: { kind: RowKind; last: boolean; opensNext: boolean }
): CellLook {
  const column = table.columns[cell.at]!
  const red = row.red?.includes(column.id) === true
  const ruled = kind === 'head' || (last && table.foot.length > 0) || opensNext
  return {
    size,
    align: ALIGN[cell.align],
    bold: kind !== 'body' || column.bold === true || red || row.band !== undefined,
    colour: red ? palette.good : kind === 'head' ? palette.ink2 : palette.ink,
    above: kind === 'head' ? 0 : kind === 'foot' || row.opens === true ? 1 : 0.5,
    aboveColour: kind === 'foot' || row.opens === true ? palette.ink : palette.hairline,
    beneath: ruled ? 1 : 0.5,
    beneathColour: kind === 'head' ? palette.strong : ruled ? palette.ink : palette.hairline,
    ground: kind === 'head' ? palette.head : column.tint === true && cell.span === 1 ? palette.tint : null
  }
}

/** A real table: its rows are as high as the layout reckoned, PowerPoint grows them where its font is wider. */
export function tableXml(
  ids: ShapeIds,
  name: string,
  table: SlideTable,
  box: Box,
  fit: TableFit,
  palette: Palette
): string {
  const { columns } = table
  const head: ReportRow = {
    cells: Object.fromEntries(columns.map((column) => [column.id, headText(column)]))
  }
  const rows = [
    { row: head, kind: 'head' as const, height: fit.headHeight },
    ...table.rows.map((row, index) => ({ row, kind: 'body' as const, height: fit.heights[index]! })),
    ...table.foot.map((row, index) => ({
      row,
      kind: 'foot' as const,
      height: fit.heights[table.rows.length + index]!
    }))
  ]
  const body = rows.map(({ row, kind, height }, index) => {
    const next = rows[index + 1]
    const at = { kind, last: kind === 'body' && next?.kind !== 'body', opensNext: next?.row.opens === true }
    const cells = cellsOf(row, columns).map((cell) =>
      cellXml(cell, lookOf(table, palette, fit.size, row, cell, at))
    )
    return `<a:tr h="${emu(height)}">${cells.join('')}</a:tr>`
  })
  const grid = fit.widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${ids.next()}" name="${xml(name)}" descr="${xml(name)}"/>` +
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    `${transform({ ...box, height }, 'p')}<a:graphic><a:graphicData uri="${NS.table}">` +
    `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${body.join('')}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  )
}
