import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { ReportInput } from '../registry.ts'
import type { PageSetup } from './table.ts'

export const PREVIEW_MARK = '预览，未定稿'

/** `2026年10月9日`: Arabic numerals without padding (GB/T 9704, 不编虚位). */
export function chineseDate(at: Date): string {
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`
}

/** The frame of a sheet: title, meta line, page header and footer. */
export function pageOf(input: ReportInput, subject: string, unitText: string): PageSetup {
  const { results, snapshot } = input
  const preview = snapshot === null
  const date = input.options.issuedOn === '' ? chineseDate(input.generatedAt) : input.options.issuedOn
  return {
    title: `${periodTitle(results.period)}${subject}${preview ? `（${PREVIEW_MARK}）` : ''}`,
    left: `填报单位：${input.options.issuer === '' ? results.scheme.organisation : input.options.issuer}　　${date}`,
    right: unitText,
    pageHeader: preview ? PREVIEW_MARK : '',
    pageFooter: preview ? `${PREVIEW_MARK} · 校验 ${results.inputsHash.slice(0, 12)}` : `快照 ${snapshot.id}`
  }
}
