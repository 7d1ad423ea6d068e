import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { DisplayContent } from '#shared/domain/report/display/displayContent.ts'
import { displayReport } from '#shared/domain/report/display/displayReport.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { FontChoice } from '../../reports/fontTable.ts'
import { installedFonts } from '../../reports/installedFonts.ts'
import type { Library } from '../library.ts'
import { completeOptions } from './reportChoices.ts'
import { reportFacts } from './reportFacts.ts'

/** 晾晒大屏 as data, for the full-screen mode. */
export function displayContent(library: Library, period: PeriodKey, options: ReportOptions): DisplayContent {
  const facts = reportFacts(library, period, options.decimals)
  return displayReport.display!(facts, completeOptions(library, options))
}

/** Which fonts paper is set in on this machine. */
export async function reportFonts(): Promise<FontChoice[]> {
  return Object.values(await installedFonts())
}
