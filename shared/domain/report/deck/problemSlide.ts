import { canonical, dec, ZERO, type D } from '../../number/decimal.ts'
import { printFixed } from '../../number/rounding.ts'
import type { ReportChart } from '../reportChart.ts'
import type { Slide } from './deckContent.ts'
import type { DeckScope } from './deckScope.ts'
import { unitList } from './deckWords.ts'

const MOST_INDICATORS = 8

export interface LostPoints {
  name: string
  /** Full marks less scores of the ranked units, together. */
  lost: D
  /** Units that did not get the full mark. */
  units: number
}

/** Indicators by the points that ranked units did not get, most first; those beyond full marks are no loss. */
export function lostPoints({ groups }: DeckScope): LostPoints[] {
  const found = new Map<string, LostPoints>()
  for (const { ranked, race } of groups)
    for (const unit of ranked)
      for (const { indicator, name, score, fullMark } of unit.dimensions.flatMap((each) => each.indicators)) {
        const lost = score === null ? ZERO : dec(fullMark).minus(score.printed)
        if (!lost.gt(0)) continue
        const key = `${race.race} ${indicator}`
        const known = found.get(key) ?? { name, lost: ZERO, units: 0 }
        found.set(key, { name, lost: known.lost.plus(lost), units: known.units + 1 })
      }
  return [...found.values()].toSorted((a, b) => b.lost.cmp(a.lost))
}

function deductionItem({ groups, mayName, facts }: DeckScope): string[] {
  const units = groups
    .flatMap(({ group }) => group.units)
    .filter((unit) => dec(unit.adjustments.deduction.exact).gt(0))
  if (units.length === 0) return []
  const entries = units.flatMap((unit) =>
    unit.adjustments.entries.filter((entry) => entry.sign === 'DEDUCTION')
  )
  const classes = [...new Set(entries.map((entry) => entry.className))]
  const sum = units.reduce((total, unit) => total.plus(unit.adjustments.deduction.printed), ZERO)
  const { decimals } = facts.results
  return [
    `${unitList(units, mayName)}被扣分，合计${printFixed(sum, decimals)}分${classes.length === 0 ? '' : `（${classes.join('、')}）`}。`
  ]
}

/** Units with a streak of this tone that has been reached. */
export function streakItems({ groups, mayName, options }: DeckScope, tone: 'GOOD' | 'BAD'): string[] {
  const units = groups.flatMap(({ group }) => group.units)
  const reached = units.flatMap((unit) =>
    unit.streaks
      .filter((streak) => streak.tone === tone && streak.reached)
      .map((streak) => ({ unit, streak }))
  )
  const codes = [...new Set(reached.map(({ streak }) => streak.code))]
  const counted = tone === 'BAD' && options.bottom === 'COUNT'
  return codes.map((code) => {
    const own = reached.filter(({ streak }) => streak.code === code)
    const { name, outcome, times } = own[0]!.streak
    const distinct = [...new Map(own.map(({ unit }) => [unit.unit, unit])).values()]
    const who = unitList(distinct, counted ? () => false : mayName)
    return `${who}达到“${name}”${times}个季度的条件${outcome === '' ? '' : `，按方案${outcome}`}。`
  })
}

/** What went wrong: points lost by indicator, deductions, streaks. */
export function problemSlide(scope: DeckScope): Slide {
  const { facts, origin } = scope
  const { decimals } = facts.results
  const lost = lostPoints(scope)
  const top = lost.slice(0, MOST_INDICATORS)
  const [most] = top
  const chart: ReportChart = {
    kind: 'BARS',
    title: `失分最多的${top.length}项指标（合计失分）`,
    bars: top.map(({ name, lost: points }, index) => ({
      label: name,
      value: canonical(dec(printFixed(points, decimals))),
      tone: index === 0 ? 'SUBJECT' : 'PLAIN'
    })),
    mean: null,
    decimals
  }
  const items = [
    ...(most === undefined
      ? ['参加排名的单位各项指标都得了满分。']
      : top
          .slice(0, 3)
          .map(
            ({ name, units, lost: points }) =>
              `“${name}”有${units}个单位没有得满分，合计失${printFixed(points, decimals)}分。`
          )),
    ...deductionItem(scope),
    ...streakItems(scope, 'BAD')
  ]
  return {
    layout: 'CONTENT',
    title:
      most === undefined
        ? '各项指标没有失分'
        : `“${most.name}”失分最多，${most.units}个单位合计失${printFixed(most.lost, decimals)}分`,
    subtitle: '',
    parts: [{ type: 'bullets', items }, ...(most === undefined ? [] : [{ type: 'chart' as const, chart }])],
    notes: `失分＝指标满分－得分，只计参加排名的单位，超过满分的不抵扣。\n${origin}`
  }
}
