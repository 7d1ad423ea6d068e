import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { cardPaper } from './cardPaper.ts'
import { cardSubjects } from './cardSubject.ts'
import { cardWorkbook } from './cardWorkbook.ts'

/** 单位成绩单 (S58; domain.md §6.6-7): what a unit is handed. It names no other unit. */
export const unitCardReport: ReportDefinition = {
  id: 'unitCard',
  title: '单位成绩单',
  description: '一个单位一页：名次、板块对比、每项怎么算、加减分、走势和差距。',
  formats: ['docx', 'pdf', 'xlsx'],
  controls: ['units', 'bundle', 'charts', 'decimals', 'fonts'],
  unavailable: (facts) => (cardSubjects(facts).length === 0 ? '这一季度没有单位参加考核。' : null),
  fileStem: ({ results }) => `${periodTitle(results.period)}单位成绩单`,
  units: (facts) => cardSubjects(facts).map(({ unit, name }) => ({ unit, name })),
  paper: cardPaper,
  workbook: cardWorkbook
}
