import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { writeDocx } from '#electron/reports/docx/writeDocx.ts'
import { paperHtml } from '#electron/reports/html/paperHtml.ts'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { unitCardReport } from '#shared/domain/report/card/unitCardReport.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { describeRendered, pdfPages, renderPdf, validate } from '../../../helpers/officeFiles.ts'
import { AT, officeFacts, OPTIONS } from '../../../helpers/reportFacts.ts'

const docxOf = (facts: ReportFacts, units: string[] | null = null): Promise<Uint8Array> =>
  writeDocx(unitCardReport.paper!(facts, { ...OPTIONS, units }), OFFICIAL_FONTS, AT)
const xlsxOf = (facts: ReportFacts): Promise<Uint8Array> =>
  writeWorkbook(unitCardReport.workbook!(facts, OPTIONS), AT)

function unitsOf({ results, scheme }: ReportFacts): UnitResult[] {
  const all = results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return scheme.units.map(({ code }) => all.find((unit) => unit.unit === code)!)
}

const hostile = officeFacts({ units: 8, hostileNames: true, frozen: false })
const plain = officeFacts({ units: 3 })

describe('as a Word file', () => {
  it('stands in the eyes of the Open XML SDK, whatever the names', { timeout: 120_000 }, async () => {
    expect(await validate(await docxOf(plain), 'docx')).toEqual([])
    expect(await validate(await docxOf(hostile), 'docx')).toEqual([])
  })

  it('has 60 indicators too', { timeout: 120_000 }, async () => {
    const many = officeFacts({ units: 3, dimensions: 30 })
    expect(await validate(await docxOf(many, ['u0']), 'docx')).toEqual([])
  })

  it('is the same each time', async () => {
    expect(Buffer.compare(await docxOf(plain), await docxOf(plain))).toBe(0)
  })
})

describe('as a page', () => {
  it('has the drawings, and every name as text', () => {
    const html = paperHtml(unitCardReport.paper!(hostile, OPTIONS), OFFICIAL_FONTS)
    expect(html.match(/<svg /g)).toHaveLength(16)
    expect(html).not.toContain('<b>政策法规处</b>')
    expect(html).toContain('&lt;b&gt;政策法规处&lt;/b&gt;&amp;&quot;审计&quot;')
  })
})

describe('as a workbook', () => {
  it('stands in the eyes of the Open XML SDK, whatever the names', { timeout: 120_000 }, async () => {
    expect(await validate(await xlsxOf(plain), 'xlsx')).toEqual([])
    expect(await validate(await xlsxOf(hostile), 'xlsx')).toEqual([])
  })

  it('says the same to a reader that had no part in writing it', async () => {
    const book = XLSX.read(await xlsxOf(plain))
    for (const unit of unitsOf(plain)) {
      const rows = XLSX.utils.sheet_to_json<(string | number)[]>(book.Sheets[unit.name]!, { header: 1 })
      const [scoreAt, sumAt] = ['得分', '合计'].map((head) => rows[2]!.indexOf(head))
      const scoreOf = (word: string): number =>
        Number(rows.find((row) => row[0] === word && (word === '总得分' || row[1] === '小计'))![sumAt!])
      expect(scoreOf('总得分')).toBe(Number(unit.total!.printed))
      for (const { name, score } of unit.dimensions)
        expect(scoreOf(name).toFixed(2)).toBe(Number(score!.printed).toFixed(2))
      const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
      for (const { name, score } of indicators)
        expect(Number(rows.find((row) => row[1] === name)![scoreAt!])).toBeCloseTo(Number(score!.printed), 2)
    }
  })

  it('keeps a name that looks like a formula as text', async () => {
    const book = XLSX.read(await xlsxOf(hostile), { cellFormula: true })
    const index = book.Sheets[book.SheetNames[0]!]!
    const cells = Object.values(index) as XLSX.CellObject[]
    const named = cells.filter((cell) => String(cell.v).startsWith('=1+1处'))
    expect(named.length).toBeGreaterThan(0)
    expect(named.every((cell) => cell.t === 's' && cell.f === undefined)).toBe(true)
  })
})

/** The workbook without the results that its formulas were stored with, so that a reader must reckon. */
async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  for (const path of Object.keys(zip.files).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))) {
    const xml = await zip.file(path)!.async('string')
    zip.file(path, xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
  }
  return zip.generateAsync({ type: 'uint8array' })
}

describeRendered('printed by LibreOffice', () => {
  it('is one page a unit in Word, marked as a preview on each', { timeout: 120_000 }, async () => {
    const pages = await pdfPages(await renderPdf(await docxOf(hostile, ['u1', 'u2', 'u3']), 'docx'))
    expect(pages).toHaveLength(3)
    for (const page of pages) expect(page).toContain('预览，未定稿')
    expect(pages[0]).toContain('=1+1')
  })

  it('repeats the unit and the heads of the table on further pages', { timeout: 120_000 }, async () => {
    const many = officeFacts({ units: 3, dimensions: 30 })
    const pages = await pdfPages(await renderPdf(await docxOf(many, ['u0']), 'docx'))
    const withTable = pages.filter((page) => /指标 \d+ +\d/.test(page))
    expect(withTable.length).toBeGreaterThan(1)
    for (const page of withTable) {
      expect(page).toMatch(/第 ?1 ?单位/)
      expect(page).toContain('计算过程')
    }
  })

  it('reckons the totals of the snapshot anew', { timeout: 120_000 }, async () => {
    const pages = await pdfPages(await renderPdf(await withoutResults(await xlsxOf(plain)), 'xlsx'))
    for (const unit of unitsOf(plain)) {
      const page = pages.find(
        (text) => text.includes(`${unit.name}2026年第三季度成绩单`) && text.includes('小计')
      )!
      for (const { name, score } of unit.dimensions)
        expect(page).toMatch(new RegExp(`${name} +小计 +10 +${score!.printed}`))
      expect(page).toMatch(new RegExp(`总得分 +${unit.total!.printed}`))
    }
  })
})
