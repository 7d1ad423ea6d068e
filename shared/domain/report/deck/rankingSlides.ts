import { canonical, D, dec, type DecimalString } from '../../number/decimal.ts'
import { movementText } from '../../ranking/movementText.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import type { ReportChart } from '../reportChart.ts'
import type { ReportRow } from '../reportTable.ts'
import type { Slide, SlidePart, SlideTable } from './deckContent.ts'
import type { DeckGroup, DeckScope } from './deckScope.ts'
import { column, countCell, nameList, row, scoreCell } from './deckWords.ts'
import { fitTable } from './fitTable.ts'
import { paginate } from './paginate.ts'
import { BODY_AREA } from './slideRoom.ts'

/** Slides for rankings in a deck of 14; each group has one at least. */
const RANKING_SLIDES = 4
/** Rows beside which a chart's bars stay apart. */
const MOST_ROWS = 20
const FEW_ROWS = 14

function unitRow(unit: UnitResult): ReportRow {
  const total = unit.rank === null && unit.total === null
  return row(
    {
      rank: unit.rank === null ? '/' : countCell(unit.rank),
      name: unit.name,
      total: scoreCell(unit.total?.printed),
      movement: movementText(unit.movement)
    },
    {
      red: [
        ...(unit.rank === 1 ? ['rank', 'name', 'total'] : []),
        ...(unit.movement.kind === 'UP' ? ['movement'] : [])
      ],
      ...(total ? { merged: { from: 'total', to: 'movement', text: '缺数据，暂不排名' } } : {})
    }
  )
}

function tableOf({ group }: DeckGroup, units: readonly UnitResult[]): SlideTable {
  const firstUnranked = units.findIndex((unit) => unit.rank === null)
  return {
    columns: [
      column('rank', '名次', 'center'),
      column('name', '单位', 'left'),
      column('total', '总得分', 'right', { bold: true, tint: true, fullMark: group.fullMark ?? null }),
      column('movement', '升降', 'center')
    ],
    rows: units.map((unit, index) => ({
      ...unitRow(unit),
      ...(index > 0 && index === firstUnranked ? { opens: true } : {})
    })),
    foot:
      group.mean === null
        ? []
        : [row({ rank: null, name: '组平均', total: scoreCell(group.mean.total), movement: null })]
  }
}

function highestOf({ units }: DeckGroup['group']): { scaleTo?: DecimalString } {
  const totals = units.flatMap(({ rank, total }) =>
    rank === null || total === null ? [] : [dec(total.printed)]
  )
  return totals.length === 0 ? {} : { scaleTo: canonical(D.max(...totals)) }
}

function chartOf({ group, label }: DeckGroup, units: readonly UnitResult[], decimals: number): ReportChart {
  return {
    kind: 'BARS',
    title: `${label}总得分（分）`,
    bars: units.flatMap(({ name, total, rank }) =>
      total === null || rank === null
        ? []
        : [
            {
              label: name,
              value: canonical(dec(total.printed)),
              tone: rank === 1 ? ('FIRST' as const) : ('PLAIN' as const)
            }
          ]
    ),
    mean: group.mean === null ? null : canonical(dec(group.mean.total)),
    // The charts of one group share a scale.
    ...highestOf(group),
    decimals
  }
}

function titleOf({ ranked, label }: DeckGroup): string {
  const first = ranked.filter((unit) => unit.rank === 1)
  const score = first[0]?.total?.printed
  if (first.length === 0 || score === undefined) return `${label}没有参加排名的单位`
  const names = nameList(first.map((unit) => unit.name))
  return first.length === 1
    ? `${names}以${score}分居${label}第一`
    : `${names}并列${label}第一，均为${score}分`
}

/** Rows that stand on one slide, all of them in readable type. */
function roomFor(group: DeckGroup, units: readonly UnitResult[], most: number): number {
  const box = { width: BODY_AREA.width * 0.52, height: BODY_AREA.height - 24 }
  return Math.min(most, fitTable(tableOf(group, units.slice(0, most)), box).rowsThatFit)
}

/** Units of each slide: evenly over as many as the deck allows, else the first ones only. */
function pagesOf(group: DeckGroup, slides: number): UnitResult[][] {
  const { named } = group
  const comfortable = roomFor(group, named, FEW_ROWS)
  const dense = roomFor(group, named, MOST_ROWS)
  const count = Math.ceil(named.length / comfortable)
  const pages = count <= slides ? count : Math.min(slides, Math.ceil(named.length / dense))
  const each = Math.min(count <= slides ? comfortable : dense, Math.ceil(named.length / Math.max(1, pages)))
  return Array.from({ length: Math.max(1, pages) }, (_, page) => named.slice(page * each, (page + 1) * each))
}

function noteFor(scope: DeckScope, { group, named }: DeckGroup, shown: number): string {
  const left = group.units.length - shown
  if (left === 0) return '升降与上一个冻结季度相比：↑ 上升，↓ 下降，— 持平，新 为首次排名，/ 为不适用。'
  return named.length > shown
    ? `其余${left}个单位的名次和得分见《排名表》。`
    : `其余${left}个单位${scope.options.topOnly === null ? '得分低于组平均分或暂不排名，按选定的范围' : '按选定的范围'}不列名。`
}

function groupSlides(scope: DeckScope, group: DeckGroup, slides: number): Slide[] {
  const pages = pagesOf(group, slides)
  const shown = pages.reduce((sum, units) => sum + units.length, 0)
  const { decimals } = scope.facts.results
  return pages.flatMap((units, page) => {
    const chart = chartOf(group, units, decimals)
    const last = page === pages.length - 1
    const table = tableOf(group, units)
    const ranks = units.flatMap((unit) => (unit.rank === null ? [] : [unit.rank]))
    const parts: SlidePart[] = [
      { type: 'table', table: last ? table : { ...table, foot: [] } },
      ...(chart.kind === 'BARS' && chart.bars.length > 0 ? [{ type: 'chart' as const, chart }] : []),
      ...(last ? [{ type: 'note' as const, text: noteFor(scope, group, shown) }] : [])
    ]
    const range = ranks.length === 0 ? '不参加排名的单位' : `第${ranks[0]}名至第${ranks.at(-1)}名`
    return {
      layout: 'CONTENT' as const,
      title: page === 0 ? titleOf(group) : `${group.label}${range}`,
      subtitle: '',
      parts,
      notes: [
        `总得分＝基础分＋加分－减分；同组内按总得分排名，同分并列，后一名次顺延。`,
        ...(group.group.mean === null
          ? []
          : [`组平均${group.group.mean.total}分，只计参加排名的${group.ranked.length}个单位。`]),
        scope.origin
      ].join('\n')
    }
  })
}

/** A slide for each group at least: places, totals, movement, and the same totals as bars. */
export function rankingSlides(scope: DeckScope): Slide[] {
  const each = Math.max(1, Math.floor(RANKING_SLIDES / Math.max(1, scope.groups.length)))
  return scope.groups.flatMap((group) =>
    groupSlides(scope, group, each).flatMap((slide) => paginate(slide, BODY_AREA))
  )
}
