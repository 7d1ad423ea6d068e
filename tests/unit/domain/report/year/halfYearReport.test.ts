import { describe, expect, it } from 'vitest'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { PaperDocument } from '#shared/domain/report/reportContent.ts'
import { halfYearReport } from '#shared/domain/report/year/halfYearReport.ts'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import type { GroupResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { allText, dataRows, tableNamed } from '../lists/reportText.ts'
import { withYear } from './yearOf.ts'

const book = (facts: ReportFacts, options: Partial<ReportOptions> = {}) =>
  halfYearReport.workbook!(facts, { ...OPTIONS, ...options })

const groupsOf = ({ half }: ReportFacts) => half!.result.races.flatMap((race) => race.groups)

function sentences({ sections }: PaperDocument): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []
    )
  )
}

/** A unit of the quarter before the last, and of the last. */
function inQuarters(facts: ReportFacts, unit: string): { unit: UnitResult; group: GroupResult }[] {
  return [facts.earlier.at(-1)!, facts.results].map((results) => {
    const group = results.races[0]!.groups.find((each) => each.units.some((member) => member.unit === unit))!
    return { group, unit: group.units.find((member) => member.unit === unit)! }
  })
}

const isBelow = ({ unit, group }: { unit: UnitResult; group: GroupResult }): boolean =>
  unit.rank !== null && Number(unit.total!.printed) < Number(group.mean!.total)

describe('半年分析', () => {
  it.each([3, 23, 200])('sets the quarters of %i units side by side', (units) => {
    const facts = officeFacts({ units, quarters: 4, hostileNames: units === 23 })
    for (const group of groupsOf(facts)) {
      const rows = dataRows(tableNamed(book(facts), group.name))
      group.units.forEach((unit, index) => {
        const row = rows[index]!
        const [before, now] = inQuarters(facts, unit.unit)
        expect(row.UNIT).toBe(unit.name)
        expect(row['SCORE:2026Q3']).toBe(before!.unit.total?.printed ?? '缺')
        expect(row['SCORE:2026Q4']).toBe(now!.unit.total?.printed ?? '缺')
        expect(row['RANK:2026Q3']).toBe(before!.unit.rank === null ? '/' : String(before!.unit.rank))
        expect(row.MOVEMENT).toBe(movementText(now!.unit.movement))
        expect(row.TOTAL).toBe(unit.total?.printed ?? '/')
      })
    }
  })

  it('finds the strongest and weakest dimension over both quarters', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    const group = groupsOf(facts)[0]!
    const rows = dataRows(tableNamed(book(facts), group.name))
    group.units.forEach((unit, index) => {
      const quarters = inQuarters(facts, unit.unit)
      const rates = quarters[0]!.unit.dimensions.map(({ dimension, name }) => {
        const parts = quarters.map((quarter) =>
          quarter.unit.dimensions.find((d) => d.dimension === dimension)!
        )
        const score = parts.reduce((all, part) => all + Number(part.score!.exact), 0)
        const full = parts.reduce((all, part) => all + Number(part.effectiveFullMark), 0)
        return { name, percent: (score / full) * 100 }
      })
      const best = rates.reduce((a, b) => (b.percent > a.percent ? b : a))
      const worst = rates.reduce((a, b) => (b.percent < a.percent ? b : a))
      for (const [text, rate] of [
        [rows[index]!.BEST, best],
        [rows[index]!.WORST, worst]
      ] as const) {
        const [name, percent] = text!.replace('%', '').split(' ')
        expect(name).toBe(rate.name)
        expect(Math.abs(Number(percent) - rate.percent)).toBeLessThanOrEqual(0.005_000_1)
      }
    })
  })

  it('lists exactly the units below their group’s mean in both quarters', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    const rows = dataRows(tableNamed(book(facts), '持续低于组平均的单位'))
    const below = groupsOf(facts).flatMap((group) =>
      group.units.filter(({ unit }) => inQuarters(facts, unit).every(isBelow))
    )
    expect(below.length).toBeGreaterThan(0)
    expect(rows.map((row) => row.UNIT)).toEqual(below.map(({ name }) => name))
    for (const row of rows) {
      const unit = below.find(({ name }) => name === row.UNIT)!.unit
      expect(row['GAP:2026Q4']).toBe(inQuarters(facts, unit)[1]!.unit.gapToMean)
    }
  })

  it('lists who moved furthest, with all that moved as far, as the engine moved them', () => {
    const facts = officeFacts({ units: 200, quarters: 4 })
    const rows = dataRows(tableNamed(book(facts), '名次变化'))
    for (const group of facts.results.races[0]!.groups) {
      for (const kind of ['UP', 'DOWN'] as const) {
        const by = group.units
          .flatMap(({ name, movement }) => (movement.kind === kind ? [{ name, by: movement.by }] : []))
          .sort((a, b) => b.by - a.by)
        const line = by[4]?.by ?? 0
        const expected = by.filter((mover) => mover.by >= line).map(({ name }) => name)
        const side = kind === 'UP' ? '↑ 上升' : '↓ 下降'
        const names = new Set(group.units.map(({ name }) => name))
        const own = rows.filter((row) => row.SIDE === side && names.has(row.UNIT!))
        expect(own.map((row) => row.UNIT).sort()).toEqual(expected.sort())
        for (const row of own)
          expect(Math.abs(Number(row.BEFORE_RANK) - Number(row.NOW_RANK))).toBe(Number(row.BY))
      }
    }
  })

  it('counts every ranked total in one stretch', () => {
    const facts = officeFacts({ units: 200, quarters: 4 })
    const rows = dataRows(tableNamed(book(facts), '得分分布'))
    expect(rows.map((row) => row.BAND)).toEqual([
      '36 分及以上',
      '32—36 分',
      '28—32 分',
      '24—28 分',
      '24 分以下'
    ])
    for (const group of groupsOf(facts)) {
      const totals = group.units
        .filter(({ rank }) => rank !== null)
        .map(({ total }) => Number(total!.printed))
      const counts = rows.map((row) => Number(row[`GROUP:${group.group}`]))
      expect(counts.reduce((all, count) => all + count, 0)).toBe(totals.length)
      expect(counts[0]).toBe(totals.filter((total) => total >= 36).length)
      expect(counts[4]).toBe(totals.filter((total) => total < 24).length)
    }
  })

  it('tells it in sentences made of the same numbers', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    const said = sentences(halfYearReport.paper!(facts, OPTIONS))
    for (const group of groupsOf(facts)) {
      const ranked = group.units.filter(({ rank }) => rank !== null)
      const [first, last] = [ranked[0]!, ranked.at(-1)!]
      expect(said.join('\n')).toContain(
        `${group.name}${ranked.length}个单位参加排名，半年平均${group.mean}分，最高${first.total!.printed}分，为${first.name}，最低${last.total!.printed}分，为${last.name}。`
      )
    }
  })

  it('compares nothing where the half-year has one quarter so far', () => {
    const facts = withYear(officeFacts({ units: 23, quarters: 3 }), {
      span: 'H2',
      rules: { missing: 'EXCLUDE', minQuarters: 1 }
    })
    const names = book(facts).sheets.map(({ table }) => table.name)
    expect(names).not.toContain('名次变化')
    expect(names).not.toContain('持续低于组平均的单位')
    const said = sentences(halfYearReport.paper!(facts, OPTIONS)).join('\n')
    expect(said).toContain('第四季度没有冻结的成绩，没有计入')
    expect(said).not.toContain('相比')
    expect(said).toContain('半年平均')
    for (const group of groupsOf(facts))
      for (const row of dataRows(tableNamed(book(facts), group.name))) expect(row.MOVEMENT).toBe('/')
  })

  it('leaves a quarter out that is not frozen, though it is the one on the desk', () => {
    const plain = officeFacts({ units: 23, quarters: 4 })
    const facts = withYear(
      { ...plain, snapshot: null },
      { span: 'H2', without: ['2026Q4'], rules: { missing: 'EXCLUDE', minQuarters: 1 } }
    )
    const rows = groupsOf(facts).flatMap((group) => dataRows(tableNamed(book(facts), group.name)))
    expect(new Set(rows.map((row) => row['SCORE:2026Q4']))).toEqual(new Set(['未冻结']))
    expect(sentences(halfYearReport.paper!(facts, OPTIONS)).join('')).not.toContain('相比')
  })

  it('says why there is no half-year score yet, and still compares dimensions', () => {
    const facts = officeFacts({ units: 23, quarters: 3 })
    const said = sentences(halfYearReport.paper!(facts, OPTIONS)).join('\n')
    expect(said).toContain('下半年得分还不能合成。')
    for (const line of facts.half!.result.open) expect(said).toContain(line)
    expect(said).not.toContain('半年平均')
    expect(said).toMatch(/平均得分率最高的板块是.*（\d+\.\d\d%）/)
  })

  it('shows charts only where they are wanted, of listed units, the trend of the mean beside them', () => {
    const facts = officeFacts({ units: 200, quarters: 4 })
    const { sheets } = book(facts)
    for (const group of groupsOf(facts)) {
      const charts = sheets.find(({ table }) => table.name === group.name)!.charts
      const bars = charts.flatMap((chart) => (chart.kind === 'BARS' ? chart.bars : []))
      const ranked = group.units.filter(({ rank }) => rank !== null)
      expect(bars.map(({ label, value }) => [label, Number(value)])).toEqual(
        ranked.map(({ name, total }) => [name, Number(total!.printed)])
      )
      const trend = charts.find((chart) => chart.kind === 'TREND')!
      const means = [...facts.earlier, facts.results].map(
        (results) => results.races[0]!.groups.find((each) => each.group === group.group)!.mean!.total
      )
      expect(trend.points.map(({ value }) => Number(value))).toEqual(means.map(Number))
    }
    expect(book(facts, { charts: false }).sheets.every(({ charts }) => charts.length === 0)).toBe(true)
  })

  it('names no unit that the options keep back, in tables, charts or sentences', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    const top = allText(halfYearReport.paper!(facts, { ...OPTIONS, topOnly: 2 }))
    const counted = allText(halfYearReport.paper!(facts, { ...OPTIONS, bottom: 'COUNT' }))
    for (const { units, mean } of groupsOf(facts)) {
      for (const { name, rank, total } of units) {
        if (rank === null || rank > 2) expect([name, top.includes(name)]).toEqual([name, false])
        if (rank !== null && Number(total!.printed) < Number(mean))
          expect([name, counted.includes(name)]).toEqual([name, false])
      }
    }
    expect(counted).toContain('个单位，名称略')
    expect(counted).toMatch(/两个季度都低于组平均的有\d个单位。/)
  })

  it('carries the standing of the half-year', () => {
    const facts = officeFacts({ units: 3, quarters: 4 })
    const paper = halfYearReport.paper!(facts, OPTIONS)
    expect([paper.mark, paper.title]).toEqual(['预览，未定稿', '2026年下半年考核情况分析（预览，未定稿）'])
    const frozen = halfYearReport.paper!(withYear(facts, { span: 'H2', frozen: true }), OPTIONS)
    expect([frozen.mark, frozen.provenance]).toEqual(['', '快照 2026-H2-r1-0a1b2c3d'])
    expect(halfYearReport.unavailable!({ ...facts, half: null })).toContain('还没有冻结的季度')
  })
})
