import { canonical, dec, type D } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import type { ReportChart } from '../reportChart.ts'
import type { Slide } from './deckContent.ts'
import type { DeckGroup, DeckScope } from './deckScope.ts'
import { column, row, scoreCell } from './deckWords.ts'
import { paginate } from './paginate.ts'
import { BODY_AREA } from './slideRoom.ts'

/** Rows beside which the chart's bars stay apart. */
const MOST_ROWS = 16

export interface DimensionFact {
  group: DeckGroup
  name: string
  fullMark: string
  /** Of the ranked units, as printed. */
  mean: string
  /** Mean ÷ full mark. */
  rate: D
  best: UnitResult[]
  weakest: UnitResult[]
  bestScore: string
  weakestScore: string
}

/** Ranked units with the highest or lowest printed score of a dimension. */
function extreme(
  ranked: readonly UnitResult[],
  dimension: string,
  sign: 1 | -1
): { units: UnitResult[]; printed: string } {
  const scored = ranked.flatMap((unit) => {
    const score = unit.dimensions.find((each) => each.dimension === dimension)?.score
    return score == null ? [] : [{ unit, printed: score.printed, value: dec(score.printed).times(sign) }]
  })
  const most = scored.reduce<D | null>(
    (found, { value }) => (found === null || value.gt(found) ? value : found),
    null
  )
  const units = scored.filter(({ value }) => most !== null && value.eq(most))
  return { units: units.map(({ unit }) => unit), printed: units[0]?.printed ?? '/' }
}

export function dimensionFacts({ groups }: DeckScope): DimensionFact[] {
  return groups.flatMap((group) =>
    group.race.dimensions.flatMap(({ code, name, fullMark }): DimensionFact[] => {
      const mean = group.group.mean?.dimensions[code]
      if (mean === undefined || dec(fullMark).isZero()) return []
      const best = extreme(group.ranked, code, 1)
      const weakest = extreme(group.ranked, code, -1)
      return [
        {
          group,
          name,
          fullMark,
          mean,
          rate: dec(mean).div(fullMark),
          best: best.units,
          weakest: weakest.units,
          bestScore: best.printed,
          weakestScore: weakest.printed
        }
      ]
    })
  )
}

/** `87.5%`, one decimal. */
export function percent(rate: D): string {
  return `${round(rate.times(100), 1).toFixed(1)}%`
}

/** A unit and its score; several that share it are counted. */
function whoText(units: readonly UnitResult[], score: string, mayName: (unit: string) => boolean): string {
  const [first] = units
  if (first === undefined) return '/'
  if (units.length > 1) return `${units.length}个单位 ${score}`
  return mayName(first.unit) ? `${first.name} ${score}` : score
}

function slideOf(scope: DeckScope, facts: readonly DimensionFact[], title: string, note: string): Slide {
  const { groups, mayName, origin } = scope
  const several = groups.length > 1
  const label = ({ group, name }: DimensionFact): string => (several ? `${group.label} ${name}` : name)
  const chart: ReportChart = {
    kind: 'PROFILE',
    title: '各板块平均得分率',
    rows: facts.map((fact) => ({
      label: label(fact),
      score: fact.mean,
      mean: null,
      fullMark: fact.fullMark,
      rate: canonical(round(fact.rate, 3)),
      meanRate: null
    }))
  }
  const rows = facts.map((fact, index) =>
    row(
      {
        group: index > 0 && facts[index - 1]!.group === fact.group ? null : fact.group.label,
        name: fact.name,
        mean: scoreCell(fact.mean),
        rate: percent(fact.rate),
        best: whoText(fact.best, fact.bestScore, mayName),
        weakest: whoText(fact.weakest, fact.weakestScore, mayName)
      },
      { opens: index > 0 && facts[index - 1]!.group !== fact.group }
    )
  )
  return {
    layout: 'CONTENT',
    title,
    subtitle: '',
    parts: [
      {
        type: 'table',
        table: {
          columns: [
            ...(several ? [column('group', '组别', 'left')] : []),
            column('name', '板块', 'left'),
            column('best', '最高', 'left'),
            column('weakest', '最低', 'left'),
            column('mean', '均分', 'right'),
            column('rate', '得分率', 'right', { bold: true, tint: true })
          ],
          rows,
          foot: []
        }
      },
      { type: 'chart', chart },
      ...(note === '' ? [] : [{ type: 'note' as const, text: note }])
    ],
    notes: `得分率＝组平均分÷板块满分，只计参加排名的单位；可以超过100%的，是方案允许超过满分。\n${origin}`
  }
}

/** The dimensions of each group with the lowest rates, in the scheme's order. */
function weakestOf({ groups }: DeckScope, facts: readonly DimensionFact[], each: number): DimensionFact[] {
  return groups.flatMap((group) => {
    const own = facts.filter((fact) => fact.group === group)
    const weakest = new Set(own.toSorted((a, b) => a.rate.cmp(b.rate)).slice(0, each))
    return own.filter((fact) => weakest.has(fact))
  })
}

/**
 * Mean of each dimension in each group in percent of its full mark, with the best and the weakest unit. Where they are
 * more than a slide holds, the weakest of each group.
 */
export function dimensionSlides(scope: DeckScope): Slide[] {
  const facts = dimensionFacts(scope)
  if (facts.length === 0) return []
  const lowest = facts.reduce((found, fact) => (fact.rate.lt(found.rate) ? fact : found))
  const where = scope.groups.length > 1 ? `${lowest.group.label}` : ''
  const title = `${where}“${lowest.name}”得分率最低，平均为满分的${percent(lowest.rate)}`
  for (
    let each = scope.facts.results.races.reduce((most, race) => Math.max(most, race.dimensions.length), 1);
    ;
    each -= 1
  ) {
    const shown = weakestOf(scope, facts, each)
    const all = shown.length === facts.length
    const note = all ? '' : `每组列出得分率最低的${each}个板块，全部板块见《得分矩阵》。`
    const slides = paginate(slideOf(scope, shown, title, note), BODY_AREA)
    if (each === 1 || (slides.length === 1 && shown.length <= MOST_ROWS)) return slides
  }
}
