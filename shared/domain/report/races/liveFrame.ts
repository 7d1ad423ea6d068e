import type { ReportTable } from '../reportTable.ts'

/** Where the pages of boards and statements come from, and what stands above their tables. */
export interface LiveFrame {
  organisation: string
  /** 「2026年第三季度」. */
  period: string
  /** 「截至2026年10月9日」. */
  date: string
  /** '' on what prints from a snapshot alone. */
  mark: string
  provenance: string
}

/** Title and the line beneath it. */
export function liveTitle(
  { organisation, period, date }: LiveFrame,
  subject: string,
  note = ''
): Pick<ReportTable, 'title' | 'left' | 'right'> {
  return {
    title: `${period}${subject}`,
    left: `填报单位：${organisation}`,
    right: [note, date].filter((part) => part !== '').join('　')
  }
}
