import { periodTitle } from '../period/periodKey.ts'
import type { ReportFacts } from './reportFacts.ts'
import type { ReportOptions } from './reportOptions.ts'

export const PREVIEW_MARK = '预览，未定稿'

/** 制表人 … as offices sign (domain.md §3.6). */
export const SIGNATURES = ['制表人：', '审核人：', '负责人：', '日期：'] as const
/** The ranking table also goes past the leader in charge. */
export const RANKING_SIGNATURES = ['制表人：', '审核人：', '负责人：', '分管领导审签：', '日期：'] as const

/** `2026年10月9日`: Arabic numerals without padding (GB/T 9704, 不编虚位). Local time, as on the clerk's clock. */
export function chineseDate(at: Date): string {
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`
}

/** On the clerk's clock: 「10月9日 10:00」. */
export function chineseMoment(iso: string): string {
  const at = new Date(iso)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** What stands on every page of a report, and who signs it when. */
export interface ReportFrame {
  /** Head of every page of a preview; '' on a frozen snapshot. */
  mark: string
  /** Foot of every page: `快照 2026Q3-1-7C3E`, or that nothing is final yet. */
  provenance: string
  /** 落款. */
  issuer: string
  date: string
}

export function reportFrame(
  { results, snapshot, generatedAt }: ReportFacts,
  options: ReportOptions
): ReportFrame {
  return {
    mark: snapshot === null ? PREVIEW_MARK : '',
    provenance:
      snapshot === null ? `${PREVIEW_MARK} · 校验 ${results.inputsHash.slice(0, 12)}` : `快照 ${snapshot.id}`,
    issuer: options.issuer === '' ? results.scheme.organisation : options.issuer,
    date: options.issuedOn === '' ? chineseDate(generatedAt) : options.issuedOn
  }
}

/** `2026年第三季度机关处室组排名表`, on a preview with 「（预览，未定稿）」. */
export function reportTitle({ results, snapshot }: ReportFacts, subject: string): string {
  const title = `${periodTitle(results.period)}${subject}`
  return snapshot === null ? `${title}（${PREVIEW_MARK}）` : title
}

/** Title, 填报单位 and 单位：分 with the date, for a `ReportTable` of the quarter. */
export function tableFrame(
  facts: ReportFacts,
  options: ReportOptions,
  subject: string,
  note = ''
): { title: string; left: string; right: string } {
  const frame = reportFrame(facts, options)
  return {
    title: reportTitle(facts, subject),
    left: `填报单位：${frame.issuer}`,
    right: [note, frame.date].filter((part) => part !== '').join('　')
  }
}
