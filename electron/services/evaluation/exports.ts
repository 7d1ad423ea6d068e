import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { countTables } from '#shared/domain/report/evaluation/countTable.ts'
import { formTables } from '#shared/domain/report/evaluation/formTables.ts'
import { provenance, type RoundPaper } from '#shared/domain/report/evaluation/roundFacts.ts'
import { summaryTable } from '#shared/domain/report/evaluation/summaryTable.ts'
import { chineseDate, PREVIEW_MARK } from '#shared/domain/report/reportFrame.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import type { Content } from '../reports/exportContent.ts'
import { getSettings } from '../settings.ts'
import { chineseDay } from '../templates/issueNotes.ts'
import { roundView } from './roundView.ts'

export type RoundPaperKind = 'SUMMARY' | 'COUNT' | 'FORMS'

const NAMES: Record<RoundPaperKind, string> = { SUMMARY: '评分汇总表', COUNT: '计票单', FORMS: '空白票' }

/** 评分汇总表, 计票单 or empty ballots of a round, ready for any writer. Throws NOT_FOUND. */
export function evaluationContent(
  library: Library,
  id: number,
  what: RoundPaperKind
): { period: PeriodKey; content: Content; stem: string } {
  const view = roundView(library, id)
  const scheme = loadSchemeVersion(
    library.db,
    requirePeriod(library, view.period).schemeVersionId!
  ).definition
  const { issuer } = getSettings(library)
  const paper: RoundPaper = {
    ...{ title: view.title, state: view.state, judged: view.judged, setup: view.setup },
    ...{ marks: view.marks, outcomes: view.outcomes, progress: view.progress },
    day: view.heldOn === null ? '' : chineseDay(view.heldOn),
    printedOn: chineseDate(library.now()),
    organisation: issuer === '' ? scheme.organisation : issuer
  }
  const tables = tablesOf(paper, what)
  const title = `${view.title}${NAMES[what]}`
  return {
    period: view.period,
    stem: title,
    content: {
      title,
      workbook: {
        title,
        mark: what === 'FORMS' || view.state === 'CLOSED' ? '' : PREVIEW_MARK,
        provenance: what === 'FORMS' ? '' : provenance(paper),
        sheets: tables.map((table) => ({ table, charts: [] }))
      }
    }
  }
}

function tablesOf(paper: RoundPaper, what: RoundPaperKind): ReportTable[] {
  switch (what) {
    case 'SUMMARY':
      return [summaryTable(paper)]
    case 'COUNT':
      return countTables(paper)
    case 'FORMS':
      return formTables(paper)
  }
}
