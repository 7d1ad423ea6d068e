import type { KeyCell, KeyFixed, TemplateKey } from '#shared/domain/importing/template/templateKey.ts'

/**
 * Workbooks that are issued to be filled in and come back: tables whose cells know what they ask for. Where each cell lands
 * is decided by `placeSheet`; the same places go into the key sheet.
 */
export interface TemplateColumn {
  /** Header from top to bottom; neighbours with the same first text share it. */
  path: readonly string[]
  /** In Excel's characters. */
  width: number
  align: 'left' | 'center' | 'right'
}

/** What a cell to fill in asks for. */
export interface AskedCell extends Pick<
  KeyCell,
  'unit' | 'indicator' | 'name' | 'field' | 'rater' | 'measure' | 'blank'
> {
  /** Shown when the cell is chosen. */
  prompt: string
  range: { min: string; max: string | null } | null
  isWhole: boolean
}

export type TemplateCell =
  | { kind: 'text'; text: string }
  /** The same as the cell above: merged with it. */
  | { kind: 'above' }
  /** A printed number; `decimals` only shows it, the value stays whole. */
  | { kind: 'number'; value: string; target: KeyFixed['target'] }
  | { kind: 'input'; asked: AskedCell }
  | { kind: 'remark' }
  /** Nothing is asked here. */
  | { kind: 'none' }

export interface TemplateSheet {
  name: string
  title: string
  /** Left and right of the line beneath the title. */
  left: string
  right: string
  columns: readonly TemplateColumn[]
  rows: readonly (readonly TemplateCell[])[]
  /** Columns that name a row. */
  labels: readonly number[]
  remark: number | null
  /** Columns that stay in sight when one scrolls. */
  pinned: number
  /** What is signed beneath; 填报人, 负责人, 联系电话, 填报日期 where it says nothing else. */
  signatures?: readonly string[]
  /** The unit of 填报单位 where all of the sheet is about it. */
  unit: { code: string; name: string } | null
}

export interface TemplateWorkbook {
  head: TemplateKey['head']
  sheets: readonly TemplateSheet[]
  /** 填表说明, one paragraph each. */
  notes: { title: string; paragraphs: readonly string[] }
}
