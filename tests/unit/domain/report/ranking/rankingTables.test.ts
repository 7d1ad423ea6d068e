import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { groupCharts } from '#shared/domain/report/ranking/groupCharts.ts'
import { groupTable } from '#shared/domain/report/ranking/groupTable.ts'
import { rankingReport, rankingTables } from '#shared/domain/report/ranking/rankingReport.ts'
import { hideableColumn } from '#shared/domain/report/reportOptions.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'

const facts = officeFacts({ units: 23 })
const [race] = facts.results.races
const [first, second] = race!.groups

describe('排名表 as tables', () => {
  it('has one a group, then the overall one and what the scheme ranks beside', () => {
    expect(rankingTables(facts, OPTIONS).map(({ name }) => name)).toEqual([
      ...race!.groups.map(({ name }) => name),
      ...['单位总表', '等次名额', '全部单位排名']
    ])
  })

  it('prints every row as the snapshot has it', () => {
    const table = groupTable(facts, OPTIONS, race!, first!)
    expect(
      table.rows.map(({ cells }) => ['RANK', 'UNIT', 'BASE', 'TOTAL'].map((id) => cellText(cells[id])))
    ).toEqual(
      first!.units.map(({ rank, name, base, total }) => [String(rank), name, base!.printed, total!.printed])
    )
    expect(cellText(table.foot[0]!.cells['TOTAL'])).toBe(first!.mean!.total)
  })

  it('gives the reason in place of the scores of a unit without any', () => {
    const table = groupTable(facts, OPTIONS, race!, second!)
    const row = table.rows.find(({ merged }) => merged !== undefined)!
    expect(row.merged).toEqual({ from: 'BASE', to: 'TOTAL', text: '缺报，暂不计分：指标 1' })
    expect(Object.keys(row.cells)).not.toContain('TOTAL')
    expect(row.opens).toBe(true)
  })

  it('leaves out each column that the clerk hides, and keeps the others', () => {
    const all = groupTable(facts, OPTIONS, race!, first!).columns
    for (const hidden of hideableColumn.options) {
      const left = groupTable(facts, { ...OPTIONS, hide: [hidden] }, race!, first!).columns
      const gone = all.filter(({ id }) => !left.some((column) => column.id === id)).map(({ id }) => id)
      const expected =
        hidden === 'DIMENSIONS' ? race!.dimensions.map(({ code }) => `DIMENSION:${code}`) : [hidden]
      expect(gone).toEqual(expected)
    }
  })

  it('never names units below the mean, nor those that wait, when the last are only counted', () => {
    const options = { ...OPTIONS, bottom: 'COUNT' as const }
    for (const content of [rankingReport.workbook!(facts, options), rankingReport.paper!(facts, options)]) {
      const text = JSON.stringify(content)
      for (const group of race!.groups)
        for (const unit of group.units) {
          const low =
            unit.state === 'BLOCKED' ||
            (unit.rank !== null && dec(unit.total!.printed).lessThan(dec(group.mean!.total)))
          expect(new RegExp(`"${unit.name}"|${unit.name}[、，]`).test(text), unit.name).toBe(!low)
        }
    }
    const table = groupTable(facts, options, race!, second!)
    expect(table.remarks[0]).toBe(`其余 ${second!.units.length - table.rows.length} 个单位名次略。`)
  })

  it('marks a preview in every title', () => {
    const preview = { ...facts, snapshot: null }
    for (const { title, remarks, signatures } of rankingTables(preview, OPTIONS)) {
      expect(title).toContain('预览，未定稿')
      if (signatures.length > 0) expect(remarks.at(-1)).toContain('预览，未定稿')
    }
  })

  it('prints standings, charts and notes on paper; what they rest on only in the workbook', () => {
    const paper = rankingReport.paper!(facts, OPTIONS)
    const titles = paper.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? [block.table.name] : []))
    )
    expect(titles).toEqual(rankingTables(facts, OPTIONS).map(({ name }) => name))
    const sheets = rankingReport.workbook!(facts, OPTIONS).sheets.map(({ table }) => table.name)
    expect(sheets.slice(titles.length)).toEqual(['得分明细', '计算过程', '加减分明细'])
  })
})

describe('得分图', () => {
  it('shares 50 units evenly, on one scale, each beside the rows that it shows', () => {
    const large = officeFacts({ units: 200, quarters: 1 })
    const [town] = large.results.races
    const charts = groupCharts(large, OPTIONS, town!, town!.groups[0]!)
    const ranked = town!.groups[0]!.units.filter(({ rank }) => rank !== null)
    const bars = charts.flatMap((chart) => (chart.kind === 'BARS' ? chart.bars : []))
    expect(bars.map(({ label }) => label)).toEqual(ranked.map(({ name }) => name))
    expect(charts.map((chart) => chart.kind === 'BARS' && [chart.bars.length, chart.cells!.from])).toEqual([
      [25, 0],
      [25, 25]
    ])
    const scales = charts.map((chart) => chart.kind === 'BARS' && chart.scaleTo)
    expect(new Set(scales).size).toBe(1)
  })
})
