import { describe, expect, it } from 'vitest'
import { bureau, inputOf } from './fixture.ts'
import { at, parse, relations, sheetOf, sheetPart, writeAndOpen, type Opened } from './openPackage.ts'
import { manyUnits } from './sizes.ts'

/** Children in the order of the OOXML schema (ECMA-376, dml-chart.xsd), as far as our charts may use them. */
const ORDER: Record<string, string[]> = {
  chartSpace: ['date1904', 'lang', 'roundedCorners', 'style', 'chart', 'spPr', 'txPr', 'printSettings'],
  chart: ['title', 'autoTitleDeleted', 'plotArea', 'legend', 'plotVisOnly', 'dispBlanksAs'],
  title: ['tx', 'layout', 'overlay', 'spPr', 'txPr'],
  plotArea: ['layout', 'barChart', 'catAx', 'valAx', 'spPr'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'axId', 'axId'],
  ser: ['idx', 'order', 'tx', 'spPr', 'invertIfNegative', 'dPt', 'dLbls', 'cat', 'val'],
  dLbls: [
    ...[
      'numFmt',
      'spPr',
      'txPr',
      'dLblPos',
      'showLegendKey',
      'showVal',
      'showCatName',
      'showSerName',
      'showPercent'
    ],
    'showBubbleSize'
  ],
  strRef: ['f', 'strCache'],
  numRef: ['f', 'numCache'],
  scaling: ['logBase', 'orientation', 'max', 'min'],
  catAx: [
    ...[
      'axId',
      'scaling',
      'delete',
      'axPos',
      'majorGridlines',
      'title',
      'numFmt',
      'majorTickMark',
      'minorTickMark'
    ],
    ...['tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'auto', 'lblAlgn', 'lblOffset', 'tickLblSkip'],
    ...['tickMarkSkip', 'noMultiLvlLbl']
  ],
  valAx: [
    ...[
      'axId',
      'scaling',
      'delete',
      'axPos',
      'majorGridlines',
      'title',
      'numFmt',
      'majorTickMark',
      'minorTickMark'
    ],
    ...['tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'crossBetween', 'majorUnit']
  ]
}

function assertOrder(element: Element): void {
  const order = ORDER[element.localName]
  if (order !== undefined) {
    let from = 0
    for (const child of element.children) {
      const place = order.indexOf(child.localName, from)
      expect(place, `${child.localName} inside ${element.localName}`).toBeGreaterThanOrEqual(0)
      from = place + (order[place + 1] === child.localName ? 1 : 0)
    }
  }
  for (const child of element.children) assertOrder(child)
}

function chartsOf(opened: Opened): Document[] {
  const paths = [...opened.parts.keys()].filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path))
  return paths.map((path) => parse(opened.parts.get(path)!))
}

const texts = (parent: Element, tag: string): string[] =>
  [...parent.getElementsByTagName(tag)].map((element) => element.textContent)

/** Values of the cells of a one-column range such as `'机关处室组'!$B$4:$B$14`. */
function cellsOf(opened: Opened, range: string): (string | number | undefined)[] {
  const match = /^'(.+)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(range)
  if (match === null) throw new Error(`unexpected range ${range}`)
  const [, sheet, column, first, sameColumn, last] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string
  ]
  expect(sameColumn).toBe(column)
  const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index)
  return rows.map((row) => at(sheetOf(opened, sheet), `${column}${row}`))
}

const bureauBook = await writeAndOpen(inputOf(bureau()))
const townBook = await writeAndOpen(inputOf(manyUnits(200)))

describe('package', () => {
  it.each([
    ['two groups', bureauBook],
    ['200 units', townBook]
  ])('%s: every part is well-formed, typed and reachable', (_, opened) => {
    const types = parse(opened.parts.get('[Content_Types].xml')!)
    const overrides = [...types.getElementsByTagName('Override')].map((element) =>
      element.getAttribute('PartName')!.slice(1)
    )
    const defaults = [...types.getElementsByTagName('Default')].map((element) =>
      element.getAttribute('Extension')
    )
    expect(new Set(overrides).size).toBe(overrides.length)
    for (const path of overrides) expect(opened.parts.has(path), path).toBe(true)
    const targets = new Set<string>()
    for (const [path, text] of opened.parts) {
      parse(text)
      if (path !== '[Content_Types].xml' && !path.endsWith('.rels')) expect(overrides, path).toContain(path)
      if (!path.endsWith('.rels')) for (const target of relations(opened, path).values()) targets.add(target)
    }
    expect(defaults).toContain('rels')
    for (const path of targets) expect(opened.parts.has(path), path).toBe(true)
    for (const path of opened.parts.keys()) {
      if (path.startsWith('xl/') && !path.endsWith('.rels') && path !== 'xl/workbook.xml')
        expect(targets).toContain(path)
    }
  })

  it('hangs the drawing on the chart sheet, in the place that the schema gives it', () => {
    const { path, text } = sheetPart(bureauBook, '得分图')
    const children = [...parse(text).documentElement.children].map((element) => element.localName)
    expect(children.indexOf('drawing')).toBeGreaterThan(children.indexOf('headerFooter'))
    expect(children.indexOf('drawing')).toBeGreaterThan(children.indexOf('rowBreaks'))
    const drawing = relations(bureauBook, path).get('rId1')!
    expect(relations(bureauBook, drawing).size).toBe(2)
    for (const name of ['机关处室组', '说明'])
      expect(sheetPart(bureauBook, name).text).not.toContain('<drawing')
  })
})

describe('charts', () => {
  it.each([
    ['two groups', bureauBook],
    ['200 units', townBook]
  ])('%s: elements stand in schema order', (_, opened) => {
    for (const chart of chartsOf(opened)) assertOrder(chart.documentElement)
  })

  it('point at the names and totals that they show', () => {
    const groups = bureau().races[0]!.groups
    const charts = chartsOf(bureauBook)
    expect(charts).toHaveLength(groups.length)
    charts.forEach((chart, index) => {
      const ranked = groups[index]!.units.filter((unit) => unit.rank !== null)
      const [names, totals] = [ranked.map((unit) => unit.name), ranked.map((unit) => unit.total!.printed)]
      const [category, value] = [
        chart.getElementsByTagName('c:cat')[0]!,
        chart.getElementsByTagName('c:val')[0]!
      ]
      expect(cellsOf(bureauBook, texts(category, 'c:f')[0]!)).toEqual(names)
      expect(texts(category, 'c:v')).toEqual(names)
      expect(cellsOf(bureauBook, texts(value, 'c:f')[0]!)).toEqual(totals.map(Number))
      expect(texts(value, 'c:v').map(Number)).toEqual(totals.map(Number))
      expect(texts(chart.documentElement, 'a:t')).toEqual([
        `${groups[index]!.name}总得分，平均 ${groups[index]!.mean!.total}`
      ])
    })
  })

  it('follow the total when columns are hidden', async () => {
    const opened = await writeAndOpen(inputOf(bureau(), { hide: ['DIMENSIONS', 'REMARKS'] }))
    const value = chartsOf(opened)[0]!.getElementsByTagName('c:val')[0]!
    expect(cellsOf(opened, texts(value, 'c:f')[0]!)[0]).toBe(96.15)
  })

  it('share 200 units evenly between charts on one scale, none left out', () => {
    const charts = chartsOf(townBook)
    const counts = charts.map((chart) => texts(chart.getElementsByTagName('c:cat')[0]!, 'c:v').length)
    expect(counts).toEqual([25, 25, 25, 25, 25, 25, 25, 25])
    const all = charts.flatMap((chart) =>
      cellsOf(townBook, texts(chart.getElementsByTagName('c:cat')[0]!, 'c:f')[0]!)
    )
    expect(new Set(all).size).toBe(200)
    const scales = charts.map((chart) => chart.getElementsByTagName('c:max')[0]!.getAttribute('val'))
    expect(new Set(scales)).toEqual(new Set(['108']))
    for (const chart of charts) expect(chart.getElementsByTagName('c:min')[0]!.getAttribute('val')).toBe('0')
  })

  it('leave the axis free when a total is below zero: a bar may not vanish', async () => {
    const results = manyUnits(3)
    results.races[0]!.groups[0]!.units[2]!.total = { exact: '-4.5', printed: '-4.50' }
    const chart = chartsOf(await writeAndOpen(inputOf(results)))[0]!
    expect(chart.getElementsByTagName('c:min')).toHaveLength(0)
    expect(texts(chart.getElementsByTagName('c:val')[0]!, 'c:v')[2]).toBe('-4.5')
  })

  it('never lie across a page break, nor over one another', () => {
    for (const [opened, pages] of [
      [bureauBook, 2],
      [townBook, 8]
    ] as const) {
      const { path, text } = sheetPart(opened, '得分图')
      const breaks = [...parse(text).getElementsByTagName('brk')].map((element) =>
        Number(element.getAttribute('id'))
      )
      expect(breaks).toHaveLength(pages - 1)
      const drawing = parse(opened.parts.get(relations(opened, path).get('rId1')!)!)
      const rows = texts(drawing.documentElement, 'xdr:row').map(Number)
      for (let index = 0; index < rows.length; index += 2) {
        const [top, bottom] = [rows[index]!, rows[index + 1]!]
        expect(top).toBeGreaterThanOrEqual(index === 0 ? 2 : rows[index - 1]!)
        expect(breaks.filter((at) => at > top && at < bottom)).toEqual([])
      }
    }
  })
})
