import type { ReportChart } from '../reportChart.ts'
import type { ReportTable } from '../reportTable.ts'

export type SlideTable = Pick<ReportTable, 'columns' | 'rows' | 'foot'>

/**
 * One thing on a slide. Figures stand in a row on top, a note at the foot; of bullets, tables and charts there are at
 * most two, side by side.
 */
export type SlidePart =
  | { type: 'bullets'; items: readonly string[] }
  | { type: 'figures'; items: readonly { label: string; value: string; note: string }[] }
  /** `heading` stands above the table: 红榜. */
  | { type: 'table'; table: SlideTable; heading?: string }
  | { type: 'chart'; chart: ReportChart }
  | { type: 'note'; text: string }

export interface Slide {
  layout: 'COVER' | 'CONTENT' | 'END'
  /** A sentence that says the point. */
  title: string
  /** Cover and end only. */
  subtitle: string
  parts: readonly SlidePart[]
  /** What the speaker says: where the numbers come from. */
  notes: string
}

/** 汇报 PPT: 16:9, 8–14 slides; more only where there are more than four groups. */
export interface DeckContent {
  title: string
  /** Stands on every slide of a preview, '' on a frozen snapshot. */
  mark: string
  provenance: string
  organisation: string
  date: string
  slides: readonly Slide[]
}
