import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { Slide, SlidePart } from '#shared/domain/report/deck/deckContent.ts'
import { deckReport } from '#shared/domain/report/deck/deckReport.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'

function slidesOf(facts: ReportFacts, options: Partial<ReportOptions> = {}): readonly Slide[] {
  return deckReport.deck!(facts, { ...OPTIONS, ...options }).slides
}

function partsOf<T extends SlidePart['type']>(
  slides: readonly Slide[],
  type: T
): Extract<SlidePart, { type: T }>[] {
  return slides.flatMap((slide) =>
    slide.parts.filter((part): part is Extract<SlidePart, { type: T }> => part.type === type)
  )
}

function unitsOf({ results }: ReportFacts): UnitResult[] {
  return results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
}

/** The facts with one group changed. */
function withGroups(
  facts: ReportFacts,
  change: (
    groups: ReportFacts['results']['races'][0]['groups']
  ) => ReportFacts['results']['races'][0]['groups']
): ReportFacts {
  const races = facts.results.races.map((race) => ({ ...race, groups: change(race.groups) }))
  return { ...facts, results: { ...facts.results, races } }
}

/** The first two of the first group share the first place. */
function tied(facts: ReportFacts): ReportFacts {
  return withGroups(facts, ([first, ...rest]) => {
    const [a, b, ...others] = first!.units
    const shared = { ...b!, rank: 1, tied: true, total: a!.total }
    return [{ ...first!, units: [{ ...a!, tied: true }, shared, ...others] }, ...rest]
  })
}

describe('how many slides', () => {
  it.each([
    ['3 units', { units: 3 }],
    ['3 units in their first quarter', { units: 3, quarters: 1 }],
    ['23 units', { units: 23 }],
    ['200 units', { units: 200, quarters: 2 }],
    ['long names', { units: 23, hostileNames: true }],
    ['30 dimensions', { units: 23, dimensions: 30, quarters: 1 }]
  ])('8 to 14 for %s', (_name, size) => {
    const slides = slidesOf(officeFacts(size))
    expect(slides.length).toBeGreaterThanOrEqual(8)
    expect(slides.length).toBeLessThanOrEqual(14)
  })

  it('one ranking a group at least, however many groups there are', () => {
    const facts = withGroups(officeFacts({ units: 23 }), (groups) =>
      [0, 1, 2].flatMap((copy) =>
        groups.map((group) => ({ ...group, group: `${group.group}${copy}`, name: `${group.name}之${copy}` }))
      )
    )
    const charts = partsOf(slidesOf(facts), 'chart').map(({ chart }) => chart.title)
    for (const { name } of facts.results.races[0]!.groups) expect(charts).toContain(`${name}总得分（分）`)
  })
})

describe('titles', () => {
  it('name who is first, with the score', () => {
    const facts = officeFacts({ units: 23 })
    const titles = slidesOf(facts).map((slide) => slide.title)
    for (const group of facts.results.races[0]!.groups) {
      const [first] = group.units
      expect(titles).toContain(`${first!.name}以${first!.total!.printed}分居${group.name}第一`)
    }
  })

  it('name all that share the first place', () => {
    const facts = tied(officeFacts({ units: 23 }))
    const [a, b] = facts.results.races[0]!.groups[0]!.units
    expect(slidesOf(facts).map((slide) => slide.title)).toContain(
      `${a!.name}、${b!.name}并列第 1 组第一，均为${a!.total!.printed}分`
    )
    const rows = partsOf(slidesOf(facts), 'table').flatMap(({ table }) => table.rows)
    expect(rows.map((row) => row.cells.first)).toContain(`${a!.name}、${b!.name}（并列）`)
  })
})

describe('who may be named', () => {
  it('only the first three of each group, the others counted', () => {
    const facts = officeFacts({ units: 23 })
    const text = JSON.stringify(slidesOf(facts, { topOnly: 3 }))
    for (const unit of unitsOf(facts)) {
      const named = text.includes(`${unit.name}"`) || text.includes(`${unit.name}以`)
      if (unit.rank !== null && unit.rank <= 3) expect(named).toBe(true)
      else expect(text).not.toContain(unit.name)
    }
    expect(text).toContain('其余3个单位按选定的范围不列名。')
  })

  it('never the units below the mean or without data when the last ones are only counted', () => {
    const facts = officeFacts({ units: 23 })
    const text = JSON.stringify(slidesOf(facts, { bottom: 'COUNT' }))
    for (const group of facts.results.races[0]!.groups)
      for (const unit of group.units) {
        const below = unit.rank !== null && dec(unit.total!.printed).lt(group.mean!.total)
        if (below || unit.state === 'BLOCKED') expect(text).not.toContain(unit.name)
        else if (unit.rank !== null) expect(text).toContain(unit.name)
      }
  })

  it('all of them in a small group as a rule', () => {
    const facts = officeFacts({ units: 23 })
    const text = JSON.stringify(slidesOf(facts))
    for (const unit of unitsOf(facts)) expect(text).toContain(unit.name)
  })
})

describe('numbers', () => {
  const facts = officeFacts({ units: 23 })
  const slides = slidesOf(facts)

  it('are the group’s own in the overview', () => {
    const [, overview] = partsOf(slides, 'table')
    facts.results.races[0]!.groups.forEach((group, index) => {
      const { cells } = overview!.table.rows[index]!
      expect(cells.mean).toMatchObject({ number: dec(group.mean!.total).toFixed() })
      expect(cells.highest).toMatchObject({ number: dec(group.units[0]!.total!.printed).toFixed() })
      expect(cells.ranked).toMatchObject({ number: String(group.rankedCount) })
    })
  })

  it('give the rate of every dimension from its mean, the best and the weakest unit by their scores', () => {
    const rows = partsOf(slides, 'table')
      .flatMap(({ table }) => table.rows)
      .filter((row) => 'rate' in row.cells)
    const wanted = facts.results.races[0]!.groups.flatMap((group) =>
      facts.results.races[0]!.dimensions.map(({ code, name, fullMark }) => {
        const scores = group.units
          .filter((unit) => unit.rank !== null)
          .map((unit) => ({
            name: unit.name,
            score: unit.dimensions.find((each) => each.dimension === code)!.score!.printed
          }))
          .toSorted((a, b) => Number(b.score) - Number(a.score))
        const share = (score: string): string => {
          const same = scores.filter((each) => each.score === score)
          return same.length === 1 ? `${same[0]!.name} ${score}` : `${same.length}个单位 ${score}`
        }
        const rate = dec(group.mean!.dimensions[code]!).div(fullMark).times(100).toDecimalPlaces(1).toFixed(1)
        return { name, rate: `${rate}%`, best: share(scores[0]!.score), weakest: share(scores.at(-1)!.score) }
      })
    )
    expect(rows.map(({ cells: { name, rate, best, weakest } }) => ({ name, rate, best, weakest }))).toEqual(
      wanted
    )
  })

  it('add up the points that ranked units lost', () => {
    const lost = new Map<string, number>()
    for (const unit of unitsOf(facts).filter((each) => each.rank !== null))
      for (const { name, fullMark, score } of unit.dimensions.flatMap((each) => each.indicators)) {
        const missing = score === null ? 0 : Number(fullMark) - Number(score.printed)
        if (missing > 0) lost.set(name, (lost.get(name) ?? 0) + missing)
      }
    const chart = partsOf(slides, 'chart').find((part) => part.chart.title.startsWith('失分最多'))!.chart
    if (chart.kind !== 'BARS') throw new Error('no bars')
    for (const bar of chart.bars) expect(Number(bar.value)).toBeCloseTo(lost.get(bar.label)!, 6)
    const [most] = [...lost].toSorted((a, b) => b[1] - a[1])
    expect(chart.bars[0]!.label).toBe(most![0])
  })

  it('show both places of everybody who moved', () => {
    const rows = partsOf(slides, 'table')
      .flatMap(({ table }) => table.rows)
      .filter((row) => 'from' in row.cells)
    const moved = unitsOf(facts).filter((unit) => ['UP', 'DOWN'].includes(unit.movement.kind))
    expect(rows).toHaveLength(moved.length)
    for (const unit of moved)
      expect(rows.find((row) => row.cells.name === unit.name)!.cells).toMatchObject({
        from: { number: String(unit.previousRank) },
        to: { number: String(unit.rank) }
      })
  })

  it('count those that had not handed in, quarter by quarter', () => {
    const chart = partsOf(slides, 'chart').find((part) => part.chart.kind === 'TREND')!.chart
    if (chart.kind !== 'TREND') throw new Error('no trend')
    expect(chart.points.map((point) => point.value)).toEqual(
      facts.submissionCounts.map(({ missing, partly }) => String(missing + partly))
    )
  })
})

it('has no movers in the first quarter that is ranked', () => {
  const slides = slidesOf(officeFacts({ units: 23, quarters: 1 }))
  expect(slides.some((slide) => slide.title.includes('上升'))).toBe(false)
})

it('lists the first three of each group where the scheme has no boards', () => {
  const facts = officeFacts({ units: 23 })
  const races = facts.results.races.map((race) => ({ ...race, boards: [] }))
  const slides = slidesOf({ ...facts, results: { ...facts.results, races } })
  const slide = slides.find(({ title }) => title.includes('低于组平均分'))!
  const [table] = partsOf([slide], 'table')
  const leaders = unitsOf(facts).filter((unit) => unit.rank !== null && unit.rank <= 3)
  expect(table!.table.rows.map((row) => row.cells.name)).toEqual(leaders.map((unit) => unit.name))
})

it('says in the notes of every slide where its numbers come from', () => {
  const facts = officeFacts({ units: 23 })
  for (const slide of slidesOf(facts)) {
    expect(slide.notes).toContain(facts.snapshot!.id)
    expect(slide.notes).toContain(`《${facts.scheme.title}》第 1 版`)
  }
})

it('marks a preview', () => {
  const deck = deckReport.deck!(officeFacts({ units: 3, frozen: false }), OPTIONS)
  expect(deck.mark).toBe('预览，未定稿')
  expect(deck.slides.map((slide) => slide.notes).every((notes) => notes.includes('预览，未定稿'))).toBe(true)
})
