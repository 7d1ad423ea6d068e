import { quarterOf } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { FrozenYear, ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { yearContext } from './yearContext.ts'
import { yearFileStem, yearFrame, yearTitle } from './yearFrame.ts'
import { yearGroupTable } from './yearGroupTable.ts'
import { yearIndicatorTable } from './yearIndicatorTable.ts'
import { yearPolicyTable } from './yearPolicyTable.ts'
import { yearStepsTable } from './yearStepsTable.ts'

const SUBJECT = '考核汇总'

function yearOf({ year }: ReportFacts): FrozenYear {
  if (year === null) throw new RangeError('no quarter of the year is frozen')
  return year
}

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const year = yearOf(facts)
  const context = yearContext(year, facts, options)
  const { mark, provenance } = yearFrame(year, facts, options)
  const { races } = year.result
  const tables = [
    ...races.flatMap((race) => race.groups.map((group) => yearGroupTable(context, race, group))),
    ...races.map((race) => yearStepsTable(context, race)),
    yearPolicyTable(context),
    ...races.flatMap((race) => race.groups.map((group) => yearIndicatorTable(context, race, group)))
  ]
  return {
    title: yearTitle(year, SUBJECT),
    mark,
    provenance,
    sheets: tables.map((table) => ({ table, charts: [] }))
  }
}

export const yearReport: ReportDefinition = {
  id: 'year',
  title: '年度汇总',
  description: '各季度得分怎样合成全年，每个单位的算式和方案的每条规定都看得见。',
  formats: ['xlsx', 'docx', 'pdf'],
  controls: ['topOnly', 'bottom', 'fonts'],
  unavailable: ({ results, year }) =>
    year === null
      ? `${quarterOf(results.period).year}年还没有冻结的季度，没有年度成绩可出。请先冻结季度。`
      : null,
  basis: (facts) => yearOf(facts).snapshot,
  fileStem: (facts) => yearFileStem(yearOf(facts), SUBJECT),
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
