import type { ReportChart } from './reportChart.ts'
import type { ReportTable } from './reportTable.ts'

/** A piece of a line. A fact is a number or name of the snapshot: shown with a ground on the screen, never on paper. */
export interface TextRun {
  text: string
  fact?: string
  bold?: boolean
  /** 楷体, for the lead of a second-level paragraph. */
  kai?: boolean
}

/** What stands on paper, in order. Fonts and sizes follow from the type (GB/T 9704—2012: S68, S69). */
export type PaperBlock =
  /** 发文字号. */
  | { type: 'docNumber'; text: string }
  /** 2号小标宋, centred; `\n` breaks it where the writer of the text wants it broken. */
  | { type: 'title'; text: string }
  /** 主送, flush left. */
  | { type: 'recipients'; text: string }
  /** 1: 一、黑体; 2: （一）楷体; 3: 1. 仿宋加粗. */
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; runs: readonly TextRun[] }
  /** 附件：1. … 2. … before the 落款. */
  | { type: 'attachments'; items: readonly string[] }
  | { type: 'contact'; text: string }
  /** 落款: organisation centred above its date, date four characters from the right. */
  | { type: 'closing'; organisation: string; date: string }
  /** 附件1, first line of a page. */
  | { type: 'attachmentLabel'; text: string }
  /** Title, meta line, table, remarks and signatures of a table. */
  | { type: 'table'; table: ReportTable }
  /** Side by side, each with its share of the width; height in mm. */
  | { type: 'charts'; charts: readonly ReportChart[]; height: number }
  /** A row of figures: 名次 2 / 14, 总得分 95.10. */
  | { type: 'figures'; items: readonly { label: string; value: string; note: string }[] }
  /** A small heading inside a card. */
  | { type: 'caption'; text: string }
  /** Small text beneath something. */
  | { type: 'note'; text: string }

/** Pages of one size and layout; every section begins a new page. */
export interface PaperSection {
  orientation: 'PORTRAIT' | 'LANDSCAPE'
  /** OFFICIAL: 版心 156 × 225 mm, 22 lines of 28 characters. TABLE: as much room as a table needs. CARD: one page. */
  layout: 'OFFICIAL' | 'TABLE' | 'CARD'
  blocks: readonly PaperBlock[]
}

/** A document for paper: Word and PDF are made of it, and so is the preview. */
export interface PaperDocument {
  title: string
  /** Printed at the head of every page of a preview, '' on a frozen snapshot. */
  mark: string
  /** Snapshot id or 预览, at the foot of every page. */
  provenance: string
  sections: readonly PaperSection[]
}

/** One sheet of a workbook; its charts stand on a sheet of their own behind it. */
export interface WorkbookSheet {
  table: ReportTable
  charts: readonly ReportChart[]
  /** Name of the sheet with the charts, and its title; the table's name with 「图」 where there is none. */
  chartsName?: string
  chartsTitle?: string
}

/** 说明: paragraphs without a table, on the last sheet or page. */
export interface WorkbookNotes {
  name: string
  title: string
  left: string
  right: string
  lines: readonly string[]
}

export interface WorkbookContent {
  title: string
  mark: string
  provenance: string
  sheets: readonly WorkbookSheet[]
  notes?: WorkbookNotes
}
