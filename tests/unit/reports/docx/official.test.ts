import { describe, expect, it } from 'vitest'
import { OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { writeDocx } from '#electron/reports/docx/writeDocx.ts'
import { AT, officeFacts } from '../../../helpers/reportFacts.ts'
import { parse } from '../openPackage.ts'
import { everyBlock, rankingTable, tableOnly } from './fixture.ts'
import { child, readDocx } from './readDocx.ts'

const facts = officeFacts({ units: 23 })
const letter = await readDocx(await writeDocx(everyBlock(facts, '预览，未定稿'), OFFICIAL_FONTS, AT))
const table = await readDocx(await writeDocx(tableOnly(rankingTable(facts)), OFFICIAL_FONTS, AT))
const sections = [...letter.document.getElementsByTagName('w:sectPr')]
const attribute = (of: Element | undefined, name: string): string | null => of?.getAttribute(name) ?? null

/** In twips. */
const mm = (value: number): number => Math.round((value * 1440) / 25.4)

function styleOf(id: string): Element {
  const styles = [...parse(letter.parts.get('word/styles.xml')!).getElementsByTagName('w:style')]
  return styles.find((style) => style.getAttribute('w:styleId') === id)!
}

describe('a 公文 by GB/T 9704', () => {
  it('has the margins of the standard on A4, tables lie across', () => {
    const page = sections[0]!
    expect(attribute(child(page, 'w:pgSz'), 'w:w')).toBe(String(mm(210)))
    expect(attribute(child(page, 'w:pgSz'), 'w:h')).toBe(String(mm(297)))
    const margins = child(page, 'w:pgMar')
    const sides = ['top', 'bottom', 'left', 'right'].map((side) => Number(attribute(margins, `w:${side}`)))
    expect(sides).toEqual([37, 35, 28, 26].map(mm))
    expect(sections.map((each) => attribute(child(each, 'w:pgSz'), 'w:orient'))).toEqual([
      'portrait',
      'landscape',
      'portrait',
      'portrait'
    ])
  })

  it.each([
    ['PaperTitle', '方正小标宋简体', 44],
    ['Body', '仿宋_GB2312', 32],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['AttachmentLabel', '黑体', 32]
  ])('sets %s in %s, %i half points, on lines of 28.95 pt', (id, font, size) => {
    const style = styleOf(id)
    const run = child(style, 'w:rPr')
    expect(attribute(child(run, 'w:rFonts'), 'w:eastAsia')).toBe(font)
    expect(attribute(child(run, 'w:rFonts'), 'w:ascii')).toBe('Times New Roman')
    expect(attribute(child(run, 'w:sz'), 'w:val')).toBe(String(size))
    const spacing = child(child(style, 'w:pPr'), 'w:spacing')
    expect([attribute(spacing, 'w:line'), attribute(spacing, 'w:lineRule')]).toEqual(['579', 'exact'])
  })

  it('begins paragraphs and headings two characters in', () => {
    for (const id of ['Body', 'Heading1', 'Heading2', 'Heading3'])
      expect(attribute(child(child(styleOf(id), 'w:pPr'), 'w:ind'), 'w:firstLineChars')).toBe('200')
    expect(child(child(styleOf('Flush'), 'w:pPr'), 'w:ind')).toBeUndefined()
  })

  it('ends the date four characters from the right, the organisation centred above it', () => {
    const closing = [...letter.document.getElementsByTagName('w:p')].filter(
      (each) => attribute(child(child(each, 'w:pPr'), 'w:pStyle'), 'w:val') === 'Closing'
    )
    const right = closing.map((each) => Number(attribute(child(child(each, 'w:pPr'), 'w:ind'), 'w:right')))
    expect(right[1]).toBe(4 * 320)
    // 江澜市体育局考核办 is 9 characters wide, the date 4 characters and 7 digits: nearly as wide.
    expect(Math.abs(right[0]! - right[1]!)).toBeLessThan(320)
  })

  it('moves a long organisation and its date to the left, so that neither runs into the margin', async () => {
    const organisation = '全市经济社会发展综合评价与目标管理绩效考核工作领导小组办公室'
    const blocks = [{ type: 'closing', organisation, date: '2026年10月15日' } as const]
    const document = {
      ...everyBlock(facts),
      sections: [{ orientation: 'PORTRAIT', layout: 'OFFICIAL', blocks } as const]
    }
    const read = await readDocx(await writeDocx(document, OFFICIAL_FONTS, AT))
    const right = [...read.document.getElementsByTagName('w:ind')].map((each) =>
      Number(attribute(each, 'w:right'))
    )
    expect(right[0]).toBe(0)
    expect(right[1]).toBeGreaterThan(4 * 320)
  })

  it('numbers pages in the outer corner, 4号宋体, on landscape pages too', () => {
    expect(letter.parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    for (const section of sections) {
      const references = [...section.children].filter((each) => each.tagName === 'w:footerReference')
      expect(references.map((each) => attribute(each, 'w:type')).sort()).toEqual(['default', 'even'])
    }
    const feet = [...letter.parts]
      .filter(([path]) => /word\/footer\d+\.xml/.test(path))
      .map(([, part]) => part)
    expect(feet).toHaveLength(8)
    for (const foot of feet) {
      expect(foot).toMatch(/— <\/w:t>.*PAGE.* —<\/w:t>/s)
      expect(foot).toContain('快照 2026Q3-r1-7c3e5a11')
    }
    const odd = feet.filter((foot) => /7c3e5a11.*PAGE/s.test(foot))
    expect(odd).toHaveLength(4)
  })

  it('marks every page of a preview', () => {
    for (const section of sections) {
      const references = [...section.children].filter((each) => each.tagName === 'w:headerReference')
      expect(references.map((each) => attribute(each, 'w:type')).sort()).toEqual(['default', 'even'])
    }
    const heads = [...letter.parts].filter(([path]) => /word\/header\d+\.xml/.test(path))
    expect(heads).toHaveLength(8)
    for (const [, head] of heads) expect(head).toContain('预览，未定稿')
  })
})

describe('a table alone', () => {
  it('says on each page which of how many it is, and nothing of a preview', () => {
    expect(table.parts.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
    expect([...table.parts.keys()].filter((path) => path.includes('header'))).toEqual([])
  })

  it('repeats its head and splits no row', () => {
    const rows = [...table.document.getElementsByTagName('w:tr')]
    expect(rows.filter((row) => child(child(row, 'w:trPr'), 'w:tblHeader') !== undefined)).toHaveLength(2)
    for (const row of rows) expect(child(child(row, 'w:trPr'), 'w:cantSplit')).toBeDefined()
  })

  it('keeps signatures with the last rows', () => {
    const rows = [...table.document.getElementsByTagName('w:tr')].slice(-2)
    for (const row of rows) expect(row.getElementsByTagName('w:keepNext').length).toBeGreaterThan(0)
  })
})
