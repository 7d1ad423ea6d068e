import { reporterOf } from '#shared/domain/importing/template/asked.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { TemplateWorkbook } from '../../reports/template/templateSheet.ts'
import type { IssueScope } from './issueCells.ts'
import type { Addressee } from './issueSheets.ts'

export interface NoteFacts {
  /** ISO date until which the numbers are to be handed in. */
  dueDate: string | null
  /** Who sends the workbook out and can be asked. */
  issuer: string
}

/** 填表说明: how to fill in, what / and 0 mean, until when, whom to ask, and what is not asked here. */
export function issueNotes(
  scope: IssueScope,
  to: Addressee | null,
  { dueDate, issuer }: NoteFacts
): TemplateWorkbook['notes'] {
  const whom = issuer === '' ? '考核办' : issuer
  const due =
    dueDate === null ? `填好后请按通知的时间交回${whom}。` : `请于 ${chineseDay(dueDate)}前填好交回${whom}。`
  const paragraphs = [
    '只填白底的格子，灰底的格子已经填好，不能改。选中格子会出现填写提示。',
    '格子里只填数，不写单位、「约」「左右」等字；按提示里的计量单位换算好再填，如单位是万元，1.2 亿元填 12000。',
    '本季度没有发生的填 0；这一项不适用于本单位的填「/」；空着不填按缺报计。说明文字写在「备注」一栏。',
    '请不要增删行列、改指标和单位的名称、改工作表的名称或合并格子；要补充说明的另附文件。',
    '可以用 Excel 或 WPS 填写，保存时不要改格式；交电子版，表下方填好填报人、负责人、联系电话和日期。',
    due,
    `有疑问请联系${whom}。`
  ]
  return {
    title: `${periodTitle(scope.catalogue.period)}考核填报表填表说明`,
    paragraphs: [...paragraphs, ...notAsked(scope, to)].map((text, index) => `${index + 1}．${text}`)
  }
}

/** Indicators of the unit that somebody else hands in, so that nobody looks for them. */
function notAsked({ catalogue }: IssueScope, to: Addressee | null): string[] {
  if (to === null) return []
  const nameOf = new Map(catalogue.units.map(({ code, name }) => [code, name]))
  const byReporter = new Map<string, string[]>()
  for (const indicator of catalogue.indicators.filter(({ units }) => units.has(to.code))) {
    const reporter = reporterOf(indicator, to.code)
    if (reporter === to.code) continue
    const who = reporter === null ? '考核办' : (nameOf.get(reporter) ?? reporter)
    byReporter.set(who, [...(byReporter.get(who) ?? []), indicator.name])
  }
  return [...byReporter].map(
    ([who, names]) => `${names.map((name) => `「${name}」`).join('')}由${who}报送或评分，本表不用填。`
  )
}

/** 2026年10月15日 from 2026-10-15. */
export function chineseDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
