import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import { rankingReport } from '#shared/domain/report/ranking/rankingReport.ts'
import { adjustmentReport } from '#shared/domain/report/scores/adjustmentReport.ts'
import { indicatorReport } from '#shared/domain/report/scores/indicatorReport.ts'
import { matrixReport } from '#shared/domain/report/scores/matrixReport.ts'
import { vetoReport } from '#shared/domain/report/scores/vetoReport.ts'
import { validate } from '../../helpers/officeFiles.ts'
import { officeFacts, OPTIONS, type OfficeSize } from '../../helpers/reportFacts.ts'

/** What the Open XML SDK says of every workbook of scores: Excel opens it without a word. */

const SIZES: Record<string, OfficeSize> = {
  '3 units, hostile names': { units: 3, hostileNames: true },
  '23 units, preview': { units: 23, frozen: false },
  '200 units': { units: 200, hostileNames: true },
  '30 dimensions': { units: 23, dimensions: 30 }
}

describe.each(Object.entries(SIZES))('%s', (_, size) => {
  const facts = officeFacts(size)

  it.each([rankingReport, matrixReport, indicatorReport, adjustmentReport, vetoReport])(
    '$title is a valid workbook',
    async (report) => {
      const bytes = await writeWorkbook(report.workbook!(facts, OPTIONS), facts.generatedAt)
      expect(await validate(bytes, 'xlsx')).toEqual([])
    },
    120_000
  )
})
