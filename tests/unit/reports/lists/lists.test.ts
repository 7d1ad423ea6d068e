import { describe, expect, it } from 'vitest'
import { writeReport, type WriteContext } from '#electron/reports/writeReport.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { boardReport } from '#shared/domain/report/lists/boardReport.ts'
import { missingReport } from '#shared/domain/report/lists/missingReport.ts'
import { progressReport } from '#shared/domain/report/lists/progressReport.ts'
import { supervisionReport } from '#shared/domain/report/lists/supervisionReport.ts'
import type { ReportDefinition, ReportFormat } from '#shared/domain/report/reportDefinition.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { halfYearReport } from '#shared/domain/report/year/halfYearReport.ts'
import { yearReport } from '#shared/domain/report/year/yearReport.ts'
import { describeRendered, pdfPages, renderPdf, validate } from '../../../helpers/officeFiles.ts'
import { officeFacts, OPTIONS } from '../../../helpers/reportFacts.ts'
import { open, sheetOf } from '../openPackage.ts'

const REPORTS = [boardReport, supervisionReport, missingReport, progressReport, yearReport, halfYearReport]

const CONTEXT: WriteContext = { print: () => Promise.reject(new Error('no printer')), master: null }

const written = (report: ReportDefinition, format: ReportFormat, facts: ReportFacts): Promise<Uint8Array> =>
  writeReport(report, format, facts, OPTIONS, CONTEXT)

/** Charts are tried by those who draw them; without them the files are quick to write. */
const small = officeFacts({ units: 3, quarters: 4 })
const hostile = officeFacts({ units: 23, quarters: 4, hostileNames: true })
const preview = officeFacts({ units: 3, quarters: 4, frozen: false })

describe.each(REPORTS.map((report) => [report.id, report] as const))('%s as a file', (_, report) => {
  it.each(['xlsx', 'docx'] as const)(
    'is a valid %s, also with names that look like markup and formulas',
    async (format) => {
      for (const facts of [small, hostile])
        expect(await validate(await written(report, format, facts), format)).toEqual([])
    }
  )

  it.each(['xlsx', 'docx'] as const)('is the same %s byte for byte', async (format) => {
    const [first, second] = [await written(report, format, small), await written(report, format, small)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('holds the numbers of the tables as numbers and names as text, for another reader', async () => {
    const opened = await open(await written(report, 'xlsx', hostile))
    const { sheets } = report.workbook!(hostile, OPTIONS)
    for (const { table } of sheets) {
      const cells = Object.entries(sheetOf(opened, table.name)).filter(
        ([address]) => !address.startsWith('!')
      )
      const values = cells.map(([, cell]) => (cell as { v?: unknown }).v)
      const numbers = new Set(values.filter((value) => typeof value === 'number'))
      const texts = new Set(values.filter((value) => typeof value === 'string'))
      for (const row of [...table.rows, ...table.foot]) {
        for (const cell of Object.values(row.cells)) {
          if (cell === null) continue
          if (typeof cell !== 'string')
            expect(numbers, cellText(cell)).toContain(Number(cell.exact ?? cell.number))
          else if (cell !== '') expect(texts).toContain(cell)
        }
        const spanned = row.band ?? row.merged?.text
        if (spanned !== undefined) expect(texts).toContain(spanned)
      }
    }
  })
})

describeRendered('lists and years on paper', () => {
  it.each(REPORTS.map((report) => [report.id, report] as const))(
    '%s says on every page that it is a preview',
    async (_, report) => {
      const pages = await pdfPages(await renderPdf(await written(report, 'docx', preview), 'docx'))
      expect(pages.length).toBeGreaterThan(0)
      for (const page of pages) expect(page).toContain('预览，未定稿')
    }
  )
})
