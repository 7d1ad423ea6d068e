import { expect, it } from 'vitest'
import type { PaperDocument } from '#shared/domain/report/reportContent.ts'
import { unitCardReport } from '#shared/domain/report/card/unitCardReport.ts'
import { installedFonts } from '#electron/reports/installedFonts.ts'
import { writeDocx } from '#electron/reports/docx/writeDocx.ts'
import { describeRendered, pdfBoxes, pdfPages, pdfSizes, renderPdf } from '../../../helpers/officeFiles.ts'
import { AT, officeFacts, OPTIONS } from '../../../helpers/reportFacts.ts'
import { everyBlock, rankingTable, tableOnly } from './fixture.ts'

async function print(document: PaperDocument): Promise<Uint8Array> {
  return renderPdf(await writeDocx(document, await installedFonts(), AT), 'docx')
}

const squeezed = (pages: readonly string[]): string[] => pages.map((page) => page.replace(/\s/g, ''))

describeRendered('printed by LibreOffice', () => {
  it('stands in 22 lines of 28 characters', async () => {
    const text = '正文'.repeat(28 * 22)
    const blocks = [{ type: 'recipients', text } as const]
    const document: PaperDocument = {
      title: '',
      mark: '',
      provenance: '',
      sections: [{ orientation: 'PORTRAIT', layout: 'OFFICIAL', blocks }]
    }
    const boxes = await pdfBoxes(await print(document))
    const [page] = boxes.split('</page>')
    const lines = [
      ...page!.matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([正文]+)<\/word>/g
      )
    ]
    expect(lines.map((line) => line[4]!.length)).toEqual(Array.from({ length: 22 }, () => 28))
    // 版心: 28 mm from the left, 156 mm wide.
    for (const [, left, , right] of lines) {
      expect((Number(left) / 72) * 25.4).toBeCloseTo(28, 0)
      expect((Number(right) / 72) * 25.4).toBeCloseTo(28 + 156, 0)
    }
    const tops = lines.map((line) => Number(line[2]))
    expect((tops[21]! - tops[0]!) / 21).toBeCloseTo(28.95, 1)
  }, 120_000)

  it('numbers the pages of a 公文 outside, says where they come from and that they are a preview', async () => {
    const pdf = await print(everyBlock(officeFacts({ units: 23 }), '预览，未定稿'))
    const [pages, sizes] = [await pdfPages(pdf), await pdfSizes(pdf)]
    expect(sizes.some(({ width, height }) => width > height)).toBe(true)
    squeezed(pages).forEach((page, index) => {
      const foot = `—${index + 1}—`
      const provenance = '快照2026Q3-r1-7c3e5a11'
      // Odd pages carry the number at the right, even ones at the left.
      expect(page.endsWith(index % 2 === 0 ? provenance + foot : foot + provenance)).toBe(true)
      expect(page).toContain('预览，未定稿')
    })
  }, 120_000)

  it('repeats the head of a long table on each of its pages', async () => {
    const pages = squeezed(await pdfPages(await print(tableOnly(rankingTable(officeFacts({ units: 200 }))))))
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) for (const head of ['名次', '总得分', '重点工作']) expect(page).toContain(head)
    expect(pages.at(-1)).toContain('分管领导审签')
    expect(pages.at(-1)).toContain('1,088.43')
  }, 120_000)

  it('prints every card on one page', async () => {
    const facts = officeFacts({ units: 23 })
    const pages = squeezed(await pdfPages(await print(unitCardReport.paper!(facts, OPTIONS))))
    expect(pages).toHaveLength(23)
  }, 120_000)
})
