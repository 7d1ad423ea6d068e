import { periodTitle } from '../../period/periodKey.ts'
import type { YearResult } from '../../period/yearResult.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { tablePaper } from '../tablePaper.ts'
import type { ReportChart } from '../reportChart.ts'
import type {
  PaperBlock,
  PaperDocument,
  PaperSection,
  WorkbookContent,
  WorkbookSheet
} from '../reportContent.ts'
import type { FrozenYear, ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { belowTable } from './belowTable.ts'
import { dimensionTable } from './dimensionTable.ts'
import { distributionTable } from './distributionTable.ts'
import { halfCharts } from './halfCharts.ts'
import { groupFindings, type GroupFindings } from './halfFindings.ts'
import { halfGroupTable, type HalfContext } from './halfGroupTable.ts'
import { halfQuarters } from './halfQuarters.ts'
import { halfText } from './halfText.ts'
import { moversTable } from './moversTable.ts'
import { yearContext } from './yearContext.ts'
import { yearFileStem, yearFrame, yearTitle } from './yearFrame.ts'

const SUBJECT = '考核情况分析'

type Race = YearResult['races'][number]

function halfOf({ half }: ReportFacts): FrozenYear {
  if (half === null) throw new RangeError('no quarter of the half-year is frozen')
  return half
}

interface Analysis {
  context: HalfContext
  findings: ReadonlyMap<Race, readonly GroupFindings[]>
}

function analysisOf(facts: ReportFacts, options: ReportOptions): Analysis {
  const half = halfOf(facts)
  const quarters = halfQuarters(half, facts)
  return {
    context: { ...yearContext(half, facts, options), quarters },
    findings: new Map(
      half.result.races.map((race) => [
        race,
        race.groups.map((group) => groupFindings(race, group, quarters, options))
      ])
    )
  }
}

function contentOf({ context, findings }: Analysis): WorkbookContent {
  const { year, facts, options } = context
  const { mark, provenance } = yearFrame(year, facts, options)
  const sheets = [...findings].flatMap(([race, found]): WorkbookSheet[] => [
    ...race.groups.map((group) => ({
      table: halfGroupTable(context, race, group),
      charts: halfCharts(context, race, group)
    })),
    ...[
      moversTable(context, race, found),
      belowTable(context, race, found),
      dimensionTable(context, race, found),
      distributionTable(context, race, found)
    ].flatMap((table) => (table === null ? [] : [{ table, charts: [] }]))
  ])
  return { title: yearTitle(year, SUBJECT), mark, provenance, sheets }
}

function paper(facts: ReportFacts, options: ReportOptions): PaperDocument {
  const analysis = analysisOf(facts, options)
  const content = contentOf(analysis)
  const text: PaperSection = {
    orientation: 'PORTRAIT',
    layout: 'OFFICIAL',
    blocks: halfText(analysis.context, analysis.findings)
  }
  const tables = content.sheets.flatMap((sheet) => [
    ...tablePaper({ ...content, sheets: [{ ...sheet, charts: [] }] }).sections,
    ...chartPages(sheet.charts)
  ])
  return { ...tablePaper({ ...content, sheets: [] }), sections: [text, ...tables] }
}

/** Bars that leave room for another chart on a landscape page. */
const SHORT = 12

/** Bars and the trend of a small group share a page. */
function chartPages(charts: readonly ReportChart[]): PaperSection[] {
  const page = (...blocks: PaperBlock[]): PaperSection => ({
    orientation: 'LANDSCAPE',
    layout: 'TABLE',
    blocks
  })
  const [bars, trend] = charts
  if (charts.length === 2 && bars?.kind === 'BARS' && trend?.kind === 'TREND' && bars.bars.length <= SHORT)
    return [
      page({ type: 'charts', charts: [bars], height: 80 }, { type: 'charts', charts: [trend], height: 65 })
    ]
  return charts.map((chart) => page({ type: 'charts', charts: [chart], height: 150 }))
}

export const halfYearReport: ReportDefinition = {
  id: 'halfYear',
  title: '半年分析',
  description: '半年成绩、升降、板块强弱和持续落后的单位，Word 版附文字分析。',
  formats: ['xlsx', 'docx', 'pdf'],
  controls: ['topOnly', 'bottom', 'charts', 'fonts'],
  unavailable: ({ results, half }) =>
    half === null
      ? `${periodTitle(results.period)}所在的半年还没有冻结的季度，没有半年成绩可分析。请先冻结季度。`
      : null,
  basis: (facts) => halfOf(facts).snapshot,
  fileStem: (facts) => yearFileStem(halfOf(facts), SUBJECT),
  paper,
  workbook: (facts, options) => contentOf(analysisOf(facts, options))
}
