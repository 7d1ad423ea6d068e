import { adjustmentReport } from './scores/adjustmentReport.ts'
import { boardReport } from './lists/boardReport.ts'
import { circularReport } from './circular/circularReport.ts'
import { deckReport } from './deck/deckReport.ts'
import { displayReport } from './display/displayReport.ts'
import { halfYearReport } from './year/halfYearReport.ts'
import { indicatorReport } from './scores/indicatorReport.ts'
import { matrixReport } from './scores/matrixReport.ts'
import { missingReport } from './lists/missingReport.ts'
import { progressReport } from './lists/progressReport.ts'
import { rankingReport } from './ranking/rankingReport.ts'
import { supervisionReport } from './lists/supervisionReport.ts'
import { unitCardReport } from './card/unitCardReport.ts'
import { vetoReport } from './scores/vetoReport.ts'
import { yearReport } from './year/yearReport.ts'
import type { ReportDefinition } from './reportDefinition.ts'

/** The kinds of report, in the order in which the report centre lists them. A new kind is one entry and one folder. */
export const reportDefinitions: readonly ReportDefinition[] = [
  circularReport,
  rankingReport,
  matrixReport,
  indicatorReport,
  adjustmentReport,
  vetoReport,
  unitCardReport,
  deckReport,
  boardReport,
  supervisionReport,
  missingReport,
  progressReport,
  yearReport,
  halfYearReport,
  displayReport
]
