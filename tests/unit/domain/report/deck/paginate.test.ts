import { describe, expect, it } from 'vitest'
import type { Slide, SlideTable } from '#shared/domain/report/deck/deckContent.ts'
import { fitTable } from '#shared/domain/report/deck/fitTable.ts'
import { paginate } from '#shared/domain/report/deck/paginate.ts'
import { placeSlide } from '#shared/domain/report/deck/placeSlide.ts'
import { BODY_AREA, type Box } from '#shared/domain/report/deck/slideRoom.ts'

function tableOf(rows: number, name = '单位'): SlideTable {
  return {
    columns: [
      { id: 'rank', head: '名次', align: 'center', min: 4, max: 8 },
      { id: 'name', head: '单位', align: 'left', min: 4, max: 40 }
    ],
    rows: Array.from({ length: rows }, (_, index) => ({
      cells: { rank: String(index + 1), name: `${name}${index}` }
    })),
    foot: [{ cells: { name: '组平均' } }]
  }
}

function slideOf(rows: number, name?: string): Slide {
  const bars = Array.from({ length: rows }, (_, index) => ({
    label: `单位${index}`,
    value: String(rows - index),
    tone: 'PLAIN' as const
  }))
  return {
    layout: 'CONTENT',
    title: '标题',
    subtitle: '',
    notes: '',
    parts: [
      { type: 'table', table: tableOf(rows, name) },
      { type: 'chart', chart: { kind: 'BARS', title: '', bars, mean: null, decimals: 0 } },
      { type: 'note', text: '说明' }
    ]
  }
}

function namesOn(slides: readonly Slide[]): unknown[] {
  return slides.flatMap((slide) =>
    slide.parts.flatMap((part) => (part.type === 'table' ? part.table.rows.map((row) => row.cells.name) : []))
  )
}

const LONG = '全市经济社会发展综合评价与目标管理绩效考核工作领导小组办公室驻高新技术产业开发区联络处'
const NARROW: Box = { x: 30, y: 100, width: 640, height: 260 }

describe.each([
  ['our own slide', BODY_AREA],
  ['a smaller slide', NARROW]
])('a table on %s', (_name, area) => {
  it.each([1, 5, 14, 40, 200])('of %i rows loses none and fits on every slide', (rows) => {
    const pages = paginate(slideOf(rows, LONG), area)
    expect(namesOn(pages)).toEqual(Array.from({ length: rows }, (_, index) => `${LONG}${index}`))
    for (const page of pages) {
      for (const placed of placeSlide(page, area)) {
        if (placed.type !== 'table') continue
        const { fit, box } = placed
        const height = fit.headHeight + fit.heights.reduce((sum, each) => sum + each, 0)
        expect(fit.size).toBeGreaterThanOrEqual(12)
        expect(height).toBeLessThanOrEqual(box.height + 0.01)
        expect(fit.widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(box.width, 3)
      }
    }
  })
})

it('cuts the chart beside a table where the table is cut', () => {
  for (const page of paginate(slideOf(60), BODY_AREA)) {
    const rows = page.parts.flatMap((part) => (part.type === 'table' ? part.table.rows : []))
    const bars = page.parts.flatMap((part) =>
      part.type === 'chart' && part.chart.kind === 'BARS' ? part.chart.bars : []
    )
    expect(bars.map((bar) => bar.label)).toEqual(rows.map((row) => row.cells.name))
  }
})

it('puts means and notes on the last slide only', () => {
  const pages = paginate(slideOf(60), BODY_AREA)
  expect(pages.length).toBeGreaterThan(1)
  pages.forEach((page, index) => {
    const last = index === pages.length - 1
    const feet = page.parts.flatMap((part) => (part.type === 'table' ? part.table.foot : []))
    expect(feet).toHaveLength(last ? 1 : 0)
    expect(page.parts.some((part) => part.type === 'note')).toBe(last)
  })
})

it('goes on with bullets that do not fit, in type of 18 points at least', () => {
  const items = Array.from({ length: 40 }, (_, index) => `${index}${LONG}`)
  const slide: Slide = { ...slideOf(1), parts: [{ type: 'bullets', items }] }
  const pages = paginate(slide, BODY_AREA)
  expect(
    pages.flatMap((page) => page.parts.flatMap((part) => (part.type === 'bullets' ? part.items : [])))
  ).toEqual(items)
  for (const page of pages)
    for (const placed of placeSlide(page, BODY_AREA))
      if (placed.type === 'bullets') expect([placed.fits, placed.size >= 18]).toEqual([true, true])
})

it('sets a short table in large type and never wraps numbers for the sake of words', () => {
  expect(fitTable(tableOf(3), BODY_AREA).size).toBe(16)
  const { widths } = fitTable(tableOf(3, LONG), { width: 160, height: 300 })
  expect(widths[0]).toBeGreaterThan(2 * 12 + 14)
})
