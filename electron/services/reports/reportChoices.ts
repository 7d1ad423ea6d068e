import { AppError } from '#shared/appError.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CircularEdits, CircularView } from '#shared/domain/report/circular/circularText.ts'
import { circularViewOf } from '#shared/domain/report/circular/circularViewOf.ts'
import { append } from '#db/repos/auditRepo.ts'
import { findReportText, saveReportText } from '#db/repos/reportTextRepo.ts'
import { findReportTemplate, reportTemplateFile } from '#db/repos/reportTemplateRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { standingResults } from '../results.ts'
import { getSettings } from '../settings.ts'
import { CIRCULAR, reportFacts } from './reportFacts.ts'
import { requireReport } from './reportKinds.ts'

const keyOf = (report: string): string => `report.${report}`

/** What was chosen for a report last time. Choices that a newer version no longer knows fall back to the defaults. */
export function rememberedOptions(library: Library, report: string): ReportOptions {
  requireReport(report)
  return getSetting(library.db, keyOf(report), reportOptions.prefault({}).catch(reportOptions.parse({})))
}

export function rememberOptions(library: Library, report: string, options: ReportOptions): void {
  requireReport(report)
  setSetting(library.db, keyOf(report), options)
}

/** The options with the office's own 落款 where the report has none. */
export function completeOptions(library: Library, options: ReportOptions): ReportOptions {
  return options.issuer === '' ? { ...options, issuer: getSettings(library).issuer } : options
}

/** The .pptx that the slides take their master from. Throws NOT_FOUND when the template has been removed. */
export function masterOf(library: Library, { master }: ReportOptions): Uint8Array | null {
  if (master === null) return null
  const template = findReportTemplate(library.db, master)
  if (template === null || template.endedAt !== null || template.format !== 'pptx') {
    throw new AppError('NOT_FOUND', '选用的 PPT 母版已经不在了。', { action: '请另选母版，或改用自带样式。' })
  }
  return reportTemplateFile(library.db, master)
}

export interface ReportText extends CircularView {
  changedAt: string | null
  changedBy: string | null
}

/** The paragraphs of the 通报. They belong to the snapshot once the quarter is frozen. */
export function reportText(library: Library, period: PeriodKey, options: ReportOptions): ReportText {
  const facts = reportFacts(library, period, options.decimals)
  const stored = findReportText(library.db, {
    period,
    snapshot: facts.snapshot?.id ?? null,
    report: CIRCULAR
  })
  return {
    ...circularViewOf(facts, completeOptions(library, options)),
    changedAt: stored?.changedAt ?? null,
    changedBy: stored?.changedBy ?? null
  }
}

/** Replaces all wordings of the 通报; `{}` takes them back. */
export function saveText(library: Library, period: PeriodKey, edits: CircularEdits): void {
  const snapshot = standingResults(library, period)?.snapshot?.id ?? null
  tx(library.db, () => {
    const at = library.now()
    const by = library.operator()
    const key = { period, snapshot, report: CIRCULAR }
    const before = findReportText(library.db, key)
    const paragraphs = Object.keys(edits).length === 0 ? null : edits
    saveReportText(library.db, key, { paragraphs, at, by })
    append(library.db, {
      at,
      who: by,
      what: '修改通报文字',
      subject: `${period} · ${requireReport(CIRCULAR).title}`,
      before: before === null ? null : JSON.stringify(before.paragraphs),
      after: paragraphs === null ? null : JSON.stringify(paragraphs)
    })
  })
}
