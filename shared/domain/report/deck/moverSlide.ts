import { periodTitle } from '../../period/periodKey.ts'
import { movementText } from '../../ranking/movementText.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import type { Slide, SlidePart } from './deckContent.ts'
import type { DeckScope } from './deckScope.ts'
import { asBullets, column, countCell, nameList, row } from './deckWords.ts'
import { fitTable } from './fitTable.ts'
import { BODY_AREA } from './slideRoom.ts'

const MOST_MOVERS = 10

interface Mover {
  unit: UnitResult
  label: string
  by: number
}

function moversOf({ groups }: DeckScope, kind: 'UP' | 'DOWN'): Mover[] {
  const movers = groups.flatMap(({ ranked, label }) =>
    ranked.flatMap((unit) => (unit.movement.kind === kind ? [{ unit, label, by: unit.movement.by }] : []))
  )
  // Stable: units that moved alike stay in the order of the ranking.
  return movers.toSorted((a, b) => b.by - a.by)
}

function tablePart(heading: string, movers: readonly Mover[], all: number): SlidePart {
  const table = {
    columns: [
      column('name', '单位', 'left'),
      column('group', '组别', 'left'),
      column('from', '上季度', 'center'),
      column('to', '本季度', 'center'),
      column('movement', '升降', 'center')
    ],
    rows: movers.map(({ unit, label }) =>
      row(
        {
          name: unit.name,
          group: label,
          from: unit.previousRank === null ? '/' : countCell(unit.previousRank),
          to: unit.rank === null ? '/' : countCell(unit.rank),
          movement: movementText(unit.movement)
        },
        { red: unit.movement.kind === 'UP' ? ['movement'] : [] }
      )
    ),
    foot: []
  }
  const room = { width: (BODY_AREA.width - 24) / 2, height: BODY_AREA.height - 60 }
  const shown = Math.min(movers.length, fitTable(table, room).rowsThatFit)
  const left = all - shown
  return {
    type: 'table',
    heading: `${heading}${left > 0 ? `（列出${shown}个，其余${left}个略）` : ''}`,
    table: { ...table, rows: table.rows.slice(0, shown) }
  }
}

function titleOf(
  rising: readonly Mover[],
  falling: readonly Mover[],
  mayName: (unit: string) => boolean
): string {
  const [best] = rising
  if (best === undefined)
    return falling.length === 0 ? '各单位名次与上季度持平' : `没有单位名次上升，${falling.length}个单位下降`
  const top = rising.filter((mover) => mover.by === best.by)
  const named = top.filter(({ unit }) => mayName(unit.unit)).map(({ unit }) => unit.name)
  const each = top.length > 1 ? '各' : ''
  return `${nameList(named, top.length - named.length)}${each}上升${best.by}名，进步最大`
}

/** Who rose and who fell, with both places; null in the first quarter that has a ranking. */
export function moverSlide(scope: DeckScope): Slide | null {
  const { facts, groups, mayName, origin } = scope
  const { previousPeriod } = facts.results
  if (previousPeriod === null) return null
  const rising = moversOf(scope, 'UP')
  const falling = moversOf(scope, 'DOWN')
  const count = (kind: UnitResult['movement']['kind']): number =>
    groups.flatMap(({ ranked }) => ranked).filter((unit) => unit.movement.kind === kind).length
  const named = (movers: readonly Mover[]): Mover[] =>
    movers.filter(({ unit }) => mayName(unit.unit)).slice(0, MOST_MOVERS)
  const words = [`名次上升${rising.length}个`, `下降${falling.length}个`, `持平${count('SAME')}个`]
  const tables = [
    ['上升', rising],
    ['下降', falling]
  ] as const
  const parts = tables.flatMap(([heading, movers]): SlidePart[] => {
    const shown = named(movers)
    if (shown.length > 0) return [tablePart(heading, shown, movers.length)]
    const none =
      movers.length === 0
        ? `没有名次${heading}的单位。`
        : `名次${heading}的有${movers.length}个单位，按选定的范围不列名。`
    return [{ type: 'note', text: none }]
  })
  return {
    layout: 'CONTENT',
    title: titleOf(rising, falling, mayName),
    subtitle: '',
    parts: [
      ...asBullets(parts),
      {
        type: 'note',
        text: `与${periodTitle(previousPeriod)}相比：${words.join('，')}，首次排名${count('NEW')}个。名次在本组内比较。`
      }
    ],
    notes: `上季度名次取自已冻结的${periodTitle(previousPeriod)}。\n${origin}`
  }
}
