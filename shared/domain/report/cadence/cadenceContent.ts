import type { Cadence } from '../../cadence/cadenceKey.ts'
import type { IsoDate } from '../../calendar/isoDate.ts'
import { emptyRow } from '../lists/listWorkbook.ts'
import { columnsOf, rowOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'

/** Where a row leads in the window; on paper it leads nowhere. */
export type RowLink = { item: number } | { unit: string } | { slip: number }

/** A part of a cadence: a table, and where each of its body rows leads. */
export interface CadenceSection {
  id: string
  title: string
  /** One quiet line: how many, what counts. */
  hint: string
  table: ReportTable
  links: readonly (RowLink | null)[]
}

export interface CadenceFigure {
  label: string
  value: string
  note: string
}

/** What a cadence says: the window, the workbook and the pages show the same. */
export interface CadenceContent {
  cadence: Cadence
  /** Key of what it is about: `2026-11-25`, `2026-11`, `2026Q3`, `2026H1`, `2026`. */
  at: string
  title: string
  /** 「预览，未冻结」 on every page; '' where the numbers stand. */
  mark: string
  /** At the foot of every page: the day of the registers, the snapshots that it prints from. */
  provenance: string
  /** Day that the registers are looked at. */
  on: IsoDate
  figures: readonly CadenceFigure[]
  /** Computed sentences, each whole. */
  findings: readonly string[]
  sections: readonly CadenceSection[]
}

/** What every table of a cadence bears. */
export interface CadenceFrame {
  /** 「2026年第48周（…）」. */
  title: string
  issuer: string
  date: string
}

export interface SectionSpec<Row> {
  id: string
  title: string
  hint?: string
  columns: readonly ColumnSpec<NoInfer<Row>>[]
  rows: readonly Row[]
  link?: (row: NoInfer<Row>) => RowLink | null
  /** What stands in place of rows. */
  empty: string
  foot?: readonly ReportRow[]
  remarks?: readonly string[]
  /** A band above the rows of each group. */
  band?: (row: NoInfer<Row>) => string
  note?: string
}

/** A section out of rows: its table, framed, and the links beside it. */
export function sectionOf<Row>(frame: CadenceFrame, spec: SectionSpec<Row>): CadenceSection {
  const rows: ReportRow[] = []
  const links: (RowLink | null)[] = []
  let band: string | null = null
  for (const row of spec.rows) {
    const name = spec.band?.(row) ?? null
    if (name !== null && name !== band) {
      rows.push({ cells: {}, band: name })
      links.push(null)
      band = name
    }
    rows.push(rowOf(spec.columns, row))
    links.push(spec.link?.(row) ?? null)
  }
  const columns: ReportColumn[] = columnsOf(spec.columns)
  return {
    id: spec.id,
    title: spec.title,
    hint: spec.hint ?? (spec.rows.length === 0 ? '' : `${spec.rows.length} 项`),
    table: {
      id: spec.id,
      name: spec.title,
      title: `${frame.title}${spec.title}`,
      left: `填报单位：${frame.issuer}`,
      right: [spec.note ?? '', frame.date].filter((part) => part !== '').join('　'),
      columns,
      rows: rows.length === 0 ? emptyRow(columns, spec.empty) : rows,
      foot: rows.length === 0 ? [] : (spec.foot ?? []),
      remarks: spec.remarks ?? [],
      signatures: [],
      pinned: 2,
      filter: false,
      orientation: 'LANDSCAPE'
    },
    links: rows.length === 0 ? [null] : links
  }
}

/** A table that another report draws, as a section. */
export function sectionFrom(
  table: ReportTable,
  hint = '',
  link: (row: ReportRow, index: number) => RowLink | null = () => null
): CadenceSection {
  const { id, name } = table
  return { id, title: name, hint, table: { ...table, signatures: [] }, links: table.rows.map(link) }
}
