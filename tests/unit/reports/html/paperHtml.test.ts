// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { PaperBlock, PaperDocument } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { paperHtml } from '#electron/reports/html/paperHtml.ts'
import { officeFacts } from '../../../helpers/reportFacts.ts'
import { officialDocument, rankingDocument } from './documents.ts'

const documentOf = (...blocks: PaperBlock[]): PaperDocument => ({
  title: '样张',
  mark: '',
  provenance: '快照 2026Q3-r1-7c3e5a11',
  sections: [{ orientation: 'LANDSCAPE', layout: 'TABLE', blocks }]
})

/** The page, read by another parser than the one that wrote it. */
const pageOf = (document: PaperDocument): Document =>
  new DOMParser().parseFromString(paperHtml(document, OFFICIAL_FONTS), 'text/html')

const TABLE: ReportTable = {
  id: 't',
  name: '表',
  title: '样表',
  left: '填报单位：考核办',
  right: '单位：分',
  columns: [
    { id: 'unit', head: '单位', align: 'left', min: 8, max: 20 },
    { id: 'a', head: '目标任务', fullMark: '50', band: '板块', align: 'right', min: 6, max: 9 },
    { id: 'b', head: '承诺事项', fullMark: '20', band: '板块', align: 'right', min: 6, max: 9 },
    { id: 'total', head: '总得分', align: 'right', min: 6, max: 9, bold: true }
  ],
  rows: [
    { cells: {}, band: '机关处室组' },
    {
      cells: {
        unit: '办公室',
        a: { number: '-1234.5', decimals: 2 },
        b: { number: '0', decimals: 2 },
        total: { number: '2', decimals: 2, signed: true, suffix: '补' }
      },
      red: ['total']
    },
    {
      cells: { unit: '审计处', a: '/' },
      merged: { from: 'a', to: 'total', text: '缺报，暂不排名' },
      opens: true
    }
  ],
  foot: [{ cells: { unit: '平均', total: { number: '2', decimals: 2 } } }],
  remarks: ['说明：“/”为不适用。'],
  signatures: ['制表人：', '审核人：'],
  pinned: 1,
  filter: false,
  orientation: 'LANDSCAPE'
}

const textsOf = (page: Document, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent)

describe('a table', () => {
  const page = pageOf(documentOf({ type: 'table', table: TABLE }))

  it('has its heads under their bands, with full marks', () => {
    expect(textsOf(page, 'thead tr:first-child th')).toEqual(['单位', '板块', '总得分'])
    expect(textsOf(page, 'thead tr:last-child th')).toEqual(['目标任务(50)', '承诺事项(20)'])
    expect(page.querySelector('th[colspan]')?.getAttribute('colspan')).toBe('2')
    expect([...page.querySelectorAll('th[rowspan="2"]')]).toHaveLength(2)
  })

  it('prints numbers as they are given, and 0, 「/」 and 缺报 as three things', () => {
    const rows = [...page.querySelectorAll('tbody:not(.foot, .end) tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent)
    )
    expect(rows).toEqual([
      ['机关处室组'],
      ['办公室', '−1,234.50', '0.00', '+2.00补'],
      ['审计处', '缺报，暂不排名']
    ])
    expect(textsOf(page, '.foot td')).toEqual(['平均', '', '', '2.00'])
  })

  it('spans what is merged and the names of groups, and marks what is red or bold', () => {
    const [band, office, audit] = page.querySelectorAll('tbody:not(.foot, .end) tr')
    expect(band!.querySelector('td')!.colSpan).toBe(4)
    expect(audit!.querySelectorAll('td')[1]!.colSpan).toBe(3)
    expect(audit!.className).toBe('opens')
    expect(office!.querySelectorAll('td')[3]!.className).toBe('r b red')
  })

  it('is framed by title, meta line, remarks and signatures', () => {
    expect(textsOf(page, '.table-title, .meta span, .remark, .signs span')).toEqual([
      '样表',
      '填报单位：考核办',
      '单位：分',
      '说明：“/”为不适用。',
      '制表人：',
      '审核人：'
    ])
  })
})

describe('tables of the same columns', () => {
  const named = (unit: string, fullMark: string): PaperBlock => ({
    type: 'table',
    table: {
      ...TABLE,
      columns: TABLE.columns.map((column) => (column.id === 'a' ? { ...column, fullMark } : column)),
      rows: [{ cells: { unit }, merged: { from: 'a', to: 'b', text: '缺报' } }]
    }
  })

  it('have the same widths and letters, each with its own full marks', () => {
    const page = pageOf(documentOf(named('审计处', '50'), named('经济社会发展综合评价工作领导小组', '40')))
    const [first, second] = page.querySelectorAll('table')
    const widths = (table: Element): string[] =>
      [...table.querySelectorAll('col')].map((column) => column.getAttribute('style')!)
    expect(widths(second!)).toEqual(widths(first!))
    expect(second!.style.fontSize).toBe(first!.style.fontSize)
    expect(textsOf(page, 'th')).toEqual(expect.arrayContaining(['目标任务(50)', '目标任务(40)']))
    expect(second!.querySelector('td[colspan]')?.textContent).toBe('缺报')
  })
})

describe('a table of thirty columns', () => {
  const facts = officeFacts({ units: 23, dimensions: 24 })
  const page = pageOf(rankingDocument(facts))
  const group = facts.results.races[0]!.groups[0]!
  const parts = [...page.querySelectorAll('section')[0]!.querySelectorAll('table')]

  it('stands on several pages in letters of 9 pt, 名次 and 单位 first on each', () => {
    expect(parts.length).toBe(2)
    for (const part of parts) {
      expect(part.style.fontSize).toBe('9pt')
      expect([...part.querySelectorAll('th')].slice(0, 2).map((head) => head.textContent)).toEqual([
        '名次',
        '单位'
      ])
      expect([...part.querySelectorAll('tbody tr td:nth-child(2)')].map((cell) => cell.textContent)).toEqual([
        ...group.units.map((unit) => unit.name),
        '平均'
      ])
    }
    expect(textsOf(page, '.table-title')[1]).toMatch(/（续 2 \/ 2）$/)
  })

  it('shows every column once', () => {
    const heads = parts.flatMap((part) =>
      [...part.querySelectorAll('th')].slice(2).map((head) => head.textContent)
    )
    expect(heads).toEqual([
      '基础分(100)',
      ...group.units[0]!.dimensions.map(({ name, fullMark }) => `${name}(${fullMark})`),
      '加分',
      '减分',
      '总得分',
      '备注'
    ])
  })
})

describe('text from data', () => {
  const NASTY = `<script>alert(1)</script>&"'\u0007\u202e</style><img src=x onerror=alert(1)>`
  const shown = NASTY.replace('\u0007', '')

  it('is text in every block, and in the margins', () => {
    const table: ReportTable = {
      ...TABLE,
      title: NASTY,
      left: NASTY,
      rows: [{ cells: { unit: NASTY } }, { cells: {}, band: NASTY }],
      remarks: [NASTY],
      signatures: [NASTY]
    }
    const document: PaperDocument = {
      ...documentOf(
        { type: 'docNumber', text: NASTY },
        { type: 'title', text: NASTY },
        { type: 'recipients', text: NASTY },
        { type: 'heading', level: 1, text: NASTY },
        { type: 'paragraph', runs: [{ text: NASTY, bold: true, fact: NASTY }] },
        { type: 'attachments', items: [NASTY, NASTY] },
        { type: 'contact', text: NASTY },
        { type: 'closing', organisation: NASTY, date: NASTY },
        { type: 'attachmentLabel', text: NASTY },
        { type: 'figures', items: [{ label: NASTY, value: NASTY, note: NASTY }] },
        { type: 'caption', text: NASTY },
        { type: 'note', text: NASTY },
        { type: 'table', table }
      ),
      title: NASTY,
      mark: NASTY,
      provenance: NASTY
    }
    const page = pageOf(document)
    expect(page.querySelectorAll('script, img, [onerror]')).toHaveLength(0)
    expect(page.title).toBe(shown)
    expect(page.querySelectorAll('style')).toHaveLength(1)
    expect(page.querySelector('style')!.textContent).not.toContain('<')
    // 16 in the blocks before the table, 6 in the table: between them 23 pieces.
    expect(page.body.textContent.split(shown)).toHaveLength(23)
  })

  it('that is a fact has no ground on paper', () => {
    const html = paperHtml(
      documentOf({ type: 'paragraph', runs: [{ text: '92.10', fact: 'total' }] }),
      OFFICIAL_FONTS
    )
    expect(html).toContain('<p>92.10</p>')
  })
})

it('is a document without scripts and without anything from elsewhere, the same each time', () => {
  const document = officialDocument(officeFacts({ units: 23, hostileNames: true }))
  const html = paperHtml(document, OFFICIAL_FONTS)
  expect(html).not.toMatch(/<script|<link|<img|@import|url\(|https?:\/\/(?!www\.w3\.org)/)
  expect(html).toBe(paperHtml(document, OFFICIAL_FONTS))
})

it('sets the title bold where a common font stands in for 小标宋', () => {
  const missing = { ...OFFICIAL_FONTS, title: { official: '方正小标宋简体', name: '宋体', installed: false } }
  const document = documentOf({ type: 'title', text: '通报' })
  expect(paperHtml(document, missing)).toContain('--title-weight:bold')
  expect(paperHtml(document, OFFICIAL_FONTS)).toContain('--title-weight:normal')
})
