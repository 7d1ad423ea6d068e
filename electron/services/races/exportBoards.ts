import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { periodTitle, quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { chineseDate, PREVIEW_MARK } from '#shared/domain/report/reportFrame.ts'
import type { WorkbookContent } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import type { LiveFrame } from '#shared/domain/report/races/liveFrame.ts'
import { acrossTable, raceTable } from '#shared/domain/report/races/raceTables.ts'
import { compareTable, exposeTable, shineTable } from '#shared/domain/report/races/showTables.ts'
import { redTable, statementsTable, taskTable } from '#shared/domain/report/races/statementTables.ts'
import { policies } from '#shared/domain/scheme/policies.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { activeScheme, loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import type { Content } from '../reports/exportContent.ts'
import { raceDesk, showBoards } from './raceDesk.ts'
import { redMatrixView, statementsView } from './statements.ts'

export type BoardFile = 'RACES' | 'SHOW' | 'STATEMENTS' | 'MATRIX'

export interface BoardContent {
  content: Content
  /** Proposed name of the file without its suffix. */
  stem: string
  /** The snapshot that all of it comes from; absent where live data are in it. */
  snapshot?: string
}

/** What a board says on paper, ready for the writers. */
export function boardContent(
  library: Library,
  { period, what, unit }: { period: PeriodKey; what: BoardFile; unit: string | null }
): BoardContent {
  switch (what) {
    case 'RACES':
      return racesContent(library, period)
    case 'SHOW':
      return showContent(library, period)
    case 'STATEMENTS':
      return statementsContent(library, period)
    case 'MATRIX':
      return matrixContent(library, period, unit)
  }
}

interface Frame extends LiveFrame {
  decimals: number
  vocabulary: ReturnType<typeof progressRules.parse>['vocabulary']
}

/** `period` is what stands before the subject in titles; `preview` marks every page. */
function frameOf(
  library: Library,
  key: PeriodKey,
  {
    period = periodTitle(key),
    preview,
    snapshot
  }: { period?: string; preview: boolean; snapshot: string | null }
): Frame {
  const { schemeVersionId } = requirePeriod(library, key)
  const scheme = schemeVersionId === null ? null : loadSchemeVersion(library.db, schemeVersionId).definition
  const day = localDay(library.now())
  return {
    organisation: scheme?.organisation ?? activeScheme(library.db)?.organisation ?? '',
    period,
    date: `截至${chineseDate(library.now())}`,
    mark: preview ? PREVIEW_MARK : '',
    provenance: snapshot === null ? `台账 · 截至 ${day}` : `快照 ${snapshot}`,
    decimals: (scheme?.policies ?? policies.parse({})).decimals,
    vocabulary: (scheme?.progress ?? progressRules.parse({})).vocabulary
  }
}

function workbookOf(title: string, frame: Frame, tables: readonly ReportTable[]): WorkbookContent {
  return {
    title,
    mark: frame.mark,
    provenance: frame.provenance,
    sheets: tables.map((table) => ({ table, charts: [] }))
  }
}

function racesContent(library: Library, period: PeriodKey): BoardContent {
  const desk = raceDesk(library, period)
  const frame = frameOf(library, period, { preview: desk.preview, snapshot: desk.snapshot })
  const title = `${periodTitle(period)}六比总表`
  const tables = [
    ...desk.across.map((table) => acrossTable(frame, table, frame.decimals)),
    ...desk.races.map((race) => raceTable(frame, race, frame.decimals))
  ]
  return {
    content: { title, workbook: workbookOf(title, frame, tables) },
    stem: title,
    ...(desk.snapshot === null ? {} : { snapshot: desk.snapshot })
  }
}

function showContent(library: Library, period: PeriodKey): BoardContent {
  const view = showBoards(library, period)
  // Registers are live: not even a frozen quarter prints these three from its snapshot alone.
  const frame = frameOf(library, period, { preview: view.preview, snapshot: null })
  const title = `${periodTitle(period)}比看亮晒曝光`
  const tables = [
    compareTable(frame, view.compare),
    shineTable(frame, view.shine, frame),
    exposeTable(frame, view.expose)
  ]
  return { content: { title, workbook: workbookOf(title, frame, tables) }, stem: title }
}

function statementsContent(library: Library, period: PeriodKey): BoardContent {
  const { dueDate, statements } = statementsView(library, period)
  const frame = frameOf(library, period, { preview: false, snapshot: null })
  const title = `${periodTitle(period)}报表报送情况`
  const table = statementsTable(frame, statements, { due: dueDate })
  return { content: { title, workbook: workbookOf(title, frame, [table]) }, stem: title }
}

function matrixContent(library: Library, period: PeriodKey, unit: string | null): BoardContent {
  const { year } = quarterOf(period)
  const matrix = redMatrixView(library, { year, unit })
  const name = unit === null ? '' : (listUnits(library.db).find(({ code }) => code === unit)?.name ?? unit)
  const frame = frameOf(library, period, {
    period: `${year}年${name}`,
    preview: matrix.periods.some(({ preview }) => preview),
    snapshot: null
  })
  const title = `${year}年${name}全年红对照表`
  const tables = [redTable(frame, matrix), taskTable(frame, matrix.tasks, matrix.months)]
  return { content: { title, workbook: workbookOf(title, frame, tables) }, stem: title }
}
