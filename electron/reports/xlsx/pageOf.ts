import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { ReportInput } from '../reportWriter.ts'

export const PREVIEW_MARK = '预览，未定稿'

/** What frames a sheet on the screen and on paper. */
export interface PageFrame {
  title: string
  /** Left and right of the line beneath the title. */
  left: string
  right: string
  /** Text of the printed header on a preview, '' on a frozen snapshot. */
  pageHeader: string
  /** Snapshot id or 预览. */
  pageFooter: string
}

/** `2026年10月9日`: Arabic numerals without padding (GB/T 9704, 不编虚位). Local time, as on the clerk's clock. */
export function chineseDate(at: Date): string {
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`
}

/** `快照 2026Q3-1-7C3E`, or that nothing is final yet. */
export function provenance({ snapshot, results }: ReportInput): string {
  return snapshot === null
    ? `${PREVIEW_MARK} · 校验 ${results.inputsHash.slice(0, 12)}`
    : `快照 ${snapshot.id}`
}

/** The frame of a sheet: title, meta line, page header and footer. */
export function pageOf(input: ReportInput, subject: string, note: string): PageFrame {
  const { results, snapshot, options } = input
  const preview = snapshot === null
  const date = options.issuedOn === '' ? chineseDate(input.generatedAt) : options.issuedOn
  return {
    title: `${periodTitle(results.period)}${subject}${preview ? `（${PREVIEW_MARK}）` : ''}`,
    left: `填报单位：${options.issuer === '' ? results.scheme.organisation : options.issuer}`,
    right: [note, date].filter((part) => part !== '').join('　'),
    pageHeader: preview ? PREVIEW_MARK : '',
    pageFooter: provenance(input)
  }
}
