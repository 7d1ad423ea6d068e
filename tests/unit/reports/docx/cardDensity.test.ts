import { expect, it } from 'vitest'
import type { PaperBlock, PaperSection } from '#shared/domain/report/reportContent.ts'
import { cardDensity } from '#electron/reports/docx/cardDensity.ts'
import { geometryOf } from '#electron/reports/docx/paperFormat.ts'
import { officeFacts } from '../../../helpers/reportFacts.ts'
import { rankingTable } from './fixture.ts'

const table = { ...rankingTable(officeFacts({ units: 3 })), remarks: [], signatures: [] }

function card(rows: number, layout: PaperSection['layout'] = 'CARD'): PaperSection {
  const block: PaperBlock = {
    type: 'table',
    table: { ...table, rows: Array.from({ length: rows }, () => table.rows[1]!) }
  }
  return { orientation: 'PORTRAIT', layout, blocks: [{ type: 'title', text: '成绩单' }, block] }
}

const densityOf = (section: PaperSection): ReturnType<typeof cardDensity> =>
  cardDensity(section, geometryOf(section))

it('sets a card the more tightly the more it says, never below 小五', () => {
  const set = [5, 20, 30, 36, 40, 44].map((rows) => densityOf(card(rows))!)
  const heights = set.map(({ size, padding }) => size * (1.25 + 2 * padding))
  expect([...heights].sort((a, b) => b - a)).toEqual(heights)
  expect(heights[0]).toBeGreaterThan(heights.at(-1)!)
  for (const { size } of set) expect(size).toBeGreaterThanOrEqual(9)
})

it('sets what goes over a page anyway so that it can be read', () => {
  expect(densityOf(card(200))!.size).toBe(10.5)
})

it('leaves other pages to their tables', () => {
  expect(densityOf(card(5, 'TABLE'))).toBeNull()
})
