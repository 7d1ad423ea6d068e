import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { boardPages } from './boardPages.ts'
import type { DisplayContent } from './displayContent.ts'
import { rankingPages } from './rankingPages.ts'
import { titlePage } from './titlePage.ts'

const SECONDS = 12

function display(facts: ReportFacts, options: ReportOptions): DisplayContent {
  const { mark, provenance, issuer } = reportFrame(facts, options)
  return {
    title: reportTitle(facts, '晾晒'),
    mark,
    provenance,
    organisation: issuer,
    seconds: SECONDS,
    pages: [
      titlePage(facts),
      ...facts.results.races.flatMap((race) => rankingPages(facts, options, race)),
      ...facts.results.races.flatMap((race) => boardPages(facts, options, race))
    ]
  }
}

/** 晾晒大屏: large type for the projector, one page a board ([K] in domain.md §3.1: no published layout was found). */
export const displayReport: ReportDefinition = {
  id: 'display',
  title: '晾晒大屏',
  description: '投影用的网页，一个文件，不联网，自动翻页；也可以直接全屏放映。',
  formats: ['html', 'pdf'],
  controls: ['topOnly', 'bottom', 'decimals', 'vocabulary'],
  fileStem: ({ results }) => `${periodTitle(results.period)}晾晒大屏`,
  display
}
