import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { cellText } from '#shared/domain/report/cellText.ts'
import { deckReport } from '#shared/domain/report/deck/deckReport.ts'
import { deckHtml } from '#electron/reports/pptx/deckHtml.ts'
import { officeFacts, OPTIONS } from '../../../helpers/reportFacts.ts'

interface Jsdom {
  JSDOM: new (html: string) => { window: { document: Document } }
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom

describe.each([
  ['3 units', { units: 3 }],
  ['hostile names, a preview', { units: 23, hostileNames: true, frozen: false }],
  ['200 units', { units: 200, quarters: 2 }]
])('the pages of %s', (_name, size) => {
  const deck = deckReport.deck!(officeFacts(size), OPTIONS)
  const html = deckHtml(deck)
  const { document } = new JSDOM(html).window
  const pages = [...document.querySelectorAll('.slide')]

  it('are the slides, each with its title, provenance and mark', () => {
    expect(pages.map((page) => page.querySelector('h1')!.textContent)).toEqual(
      deck.slides.map((slide) => slide.title)
    )
    for (const page of pages) {
      expect(page.textContent).toContain(deck.provenance)
      expect(page.querySelector('.preview')?.textContent ?? '').toBe(deck.mark)
    }
  })

  it('hold every cell, bullet, figure, note and chart', () => {
    deck.slides.forEach((slide, index) => {
      const page = pages[index]!
      const cells = [...page.querySelectorAll('td')].map((cell) => cell.textContent)
      for (const part of slide.parts) {
        if (part.type === 'table')
          for (const row of part.table.rows.filter(
            (each) => each.merged === undefined && each.band === undefined
          ))
            for (const column of part.table.columns) expect(cells).toContain(cellText(row.cells[column.id]))
        if (part.type === 'bullets')
          expect([...page.querySelectorAll('li')].map((item) => item.textContent)).toEqual(
            expect.arrayContaining([...part.items])
          )
        if (part.type === 'figures')
          for (const { value } of part.items) expect(page.textContent).toContain(value)
        if (part.type === 'note') expect(page.textContent).toContain(part.text)
      }
      expect(page.querySelectorAll('.chart svg')).toHaveLength(
        slide.parts.filter((part) => part.type === 'chart').length
      )
    })
  })

  it('are 16:9, without scripts and without anything from elsewhere', () => {
    expect(html).toContain('@page{size:338.67mm 190.5mm;margin:0}')
    expect(document.querySelectorAll('script, link, iframe, img, [onclick], b b')).toHaveLength(0)
    expect(html).not.toMatch(/(src|href)=/)
    expect(html).not.toContain('<b>政策法规处')
  })
})
