import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { circularReport } from '#shared/domain/report/circular/circularReport.ts'
import { circularParagraphs } from '#shared/domain/report/circular/circularParagraphs.ts'
import { plainText } from '#shared/domain/report/circular/markedText.ts'
import { writeDocx } from '#electron/reports/docx/writeDocx.ts'
import { OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { paperHtml } from '#electron/reports/html/paperHtml.ts'
import { AT, officeFacts, OPTIONS, type OfficeSize } from '../../../helpers/reportFacts.ts'
import { validate } from '../../../helpers/officeFiles.ts'
import { parse } from '../openPackage.ts'

const SIZES: [string, OfficeSize][] = [
  ['3 units', { units: 3, quarters: 1 }],
  ['23 units with hostile names, a preview', { units: 23, hostileNames: true, frozen: false }],
  ['200 units', { units: 200 }]
]

describe.each(SIZES)('the circular of %s', (_name, size) => {
  const facts = officeFacts(size)
  const options = { ...OPTIONS, docNumber: '江体考〔2026〕9号', contact: '张三，0571-8888', line: '30' }
  const paper = circularReport.paper!(facts, options)
  const paragraphs = circularParagraphs(facts, options).map(({ pieces }) => plainText(pieces))

  it('is a Word file that Word takes as it is, with every sentence', { timeout: 180_000 }, async () => {
    const bytes = await writeDocx(paper, OFFICIAL_FONTS, AT)
    expect(await validate(bytes, 'docx')).toEqual([])
    const document = parse(await (await JSZip.loadAsync(bytes)).file('word/document.xml')!.async('string'))
    const lines = [...document.getElementsByTagName('w:p')].map((line) =>
      [...line.getElementsByTagName('w:t')].map((text) => text.textContent).join('')
    )
    expect(paragraphs.filter((text) => !lines.some((line) => line.endsWith(text)))).toEqual([])
    expect(lines).toContain('江体考〔2026〕9号')
    // No ground behind numbers on paper.
    const grounds = [...document.getElementsByTagName('w:shd')].map((ground) => ground.parentElement!.tagName)
    expect(grounds.filter((of) => of === 'w:rPr' || of === 'w:pPr')).toEqual([])
  })

  it('is a page with every sentence, and the preview mark where it is one', () => {
    const html = paperHtml(paper, OFFICIAL_FONTS)
    const text = new Set(
      [...parse(`<p>${bodyOf(html)}</p>`).getElementsByTagName('p')].map((p) => p.textContent)
    )
    expect(paragraphs.filter((each) => ![...text].some((line) => line.endsWith(each)))).toEqual([])
    expect(html.includes('预览，未定稿')).toBe(facts.snapshot === null)
  })
})

/** The page is written as well-formed XML but for void elements. */
function bodyOf(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)![1]!
  return body.replace(/<(br|col|img|hr|meta)\b([^>]*?)\/?>/g, '<$1$2/>').replaceAll('&nbsp;', ' ')
}
