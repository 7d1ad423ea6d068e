import { dec } from '../../number/decimal.ts'
import type { BoardResult } from '../../ranking/resultSet.ts'
import type { Slide, SlidePart } from './deckContent.ts'
import type { DeckScope } from './deckScope.ts'
import { asBullets, column, countCell, nameList, row, scoreCell, unitList } from './deckWords.ts'
import { fitTable } from './fitTable.ts'
import { BODY_AREA } from './slideRoom.ts'

type Entry = BoardResult['entries'][number] & { label: string }

const NAMES = { GOOD: '红榜', BAD: '黑榜' } as const

function namedOf({ options, mayName }: DeckScope, side: 'GOOD' | 'BAD', entries: readonly Entry[]): Entry[] {
  return side === 'BAD' && options.bottom === 'COUNT' ? [] : entries.filter((entry) => mayName(entry.unit))
}

function boardPart(
  scope: DeckScope,
  side: 'GOOD' | 'BAD',
  entries: readonly Entry[],
  alone: boolean
): SlidePart {
  const named = namedOf(scope, side, entries)
  if (named.length === 0) {
    const text = entries.length === 0 ? '没有上榜单位。' : `${entries.length}个单位上榜，按选定的范围不列名。`
    return { type: 'note', text: `${NAMES[side]}：${text}` }
  }
  const several = scope.groups.length > 1
  const table = {
    columns: [
      ...(several ? [column('group', '组别', 'left')] : []),
      column('name', '单位', 'left'),
      column('reason', '上榜依据', 'left')
    ],
    rows: named.map((entry) =>
      row(
        { group: entry.label, name: entry.name, reason: entry.reason },
        { red: side === 'GOOD' ? ['name'] : [] }
      )
    ),
    foot: []
  }
  const room = { width: alone ? BODY_AREA.width : (BODY_AREA.width - 24) / 2, height: BODY_AREA.height - 60 }
  const shown = Math.min(named.length, fitTable(table, room).rowsThatFit)
  const left = entries.length - shown
  return {
    type: 'table',
    heading: `${NAMES[side]}${left > 0 ? `（列出${shown}个，其余${left}个见《红黑榜》）` : ''}`,
    table: { ...table, rows: table.rows.slice(0, shown) }
  }
}

/** 红黑榜 of the scheme, each with its reason (S55, S56). */
function redBlackSlide(scope: DeckScope, boards: readonly { board: BoardResult; label: string }[]): Slide {
  const { mayName, origin, options } = scope
  const entries = boards.flatMap(({ board, label }) => board.entries.map((entry) => ({ ...entry, label })))
  const good = entries.filter((entry) => entry.side === 'GOOD')
  const bad = entries.filter((entry) => entry.side === 'BAD')
  const exempted = boards.flatMap(({ board }) => board.exempted)
  const visible = options.bottom === 'COUNT' ? [] : exempted.filter((entry) => mayName(entry.unit))
  const who = good.length === 0 ? '没有单位上红榜' : `${unitList(good, mayName)}上红榜`
  return {
    layout: 'CONTENT',
    title: `${who}，${bad.length === 0 ? '没有单位上黑榜' : `${bad.length}个单位上黑榜`}`,
    subtitle: '',
    parts: [
      ...asBullets([
        boardPart(scope, 'GOOD', good, namedOf(scope, 'BAD', bad).length === 0),
        boardPart(scope, 'BAD', bad, namedOf(scope, 'GOOD', good).length === 0)
      ]),
      ...(exempted.length > 0
        ? [
            {
              type: 'note' as const,
              text: `${nameList(
                visible.map((entry) => `${entry.name}（${entry.basis}）`),
                exempted.length - visible.length
              )}经认定不上黑榜。`
            }
          ]
        : [])
    ],
    notes: `上榜按考核方案的榜单规则，理由与《红黑榜》一致。\n${origin}`
  }
}

/** From here on a slide has room for the first one of each group only. */
const MANY_GROUPS = 5

/** Without boards: the first three of each group, and how many are below its mean. */
function firstThreeSlide(scope: DeckScope): Slide {
  const { groups, origin, options, mayName } = scope
  const many = groups.length > MANY_GROUPS
  const deepest = many ? 1 : 3
  const heading = many ? '各组第一名' : '各组前三名'
  const leaders = groups.flatMap(({ label, named, group }) =>
    named
      .filter((unit) => unit.rank !== null && unit.rank <= deepest)
      .map((unit) => ({ label, unit, mean: group.mean?.total ?? null }))
  )
  const below = groups.map(({ label, ranked, group }) => ({
    label,
    units: ranked.filter(
      ({ total }) => total !== null && group.mean !== null && dec(total.printed).lt(dec(group.mean.total))
    )
  }))
  const count = below.reduce((sum, { units }) => sum + units.length, 0)
  const items = below.map(({ label, units }) => {
    if (units.length === 0) return `${label}没有单位低于组平均分。`
    const named = options.bottom === 'COUNT' ? [] : units.filter((unit) => mayName(unit.unit))
    const names = named.map((unit) => unit.name)
    return `${label}${units.length}个单位低于组平均分${names.length === 0 ? '' : `：${nameList(names, units.length - names.length)}`}。`
  })
  return {
    layout: 'CONTENT',
    title: `${heading}得分领先，${count}个单位低于组平均分`,
    subtitle: '',
    parts: [
      {
        type: 'table',
        heading,
        table: {
          columns: [
            ...(groups.length > 1 ? [column('group', '组别', 'left')] : []),
            column('rank', '名次', 'center'),
            column('name', '单位', 'left'),
            column('total', '总得分', 'right', { bold: true, tint: true }),
            column('mean', '组平均', 'right')
          ],
          rows: leaders.map(({ label, unit, mean }) =>
            row(
              {
                group: label,
                rank: unit.rank === null ? '/' : countCell(unit.rank),
                name: unit.name,
                total: scoreCell(unit.total?.printed),
                mean: scoreCell(mean)
              },
              { red: unit.rank === 1 ? ['rank', 'name', 'total'] : [] }
            )
          ),
          foot: []
        }
      },
      ...(many ? [] : [{ type: 'bullets' as const, items }])
    ],
    notes: `考核方案没有设红黑榜，这里列${heading}和低于组平均分的单位数。${many ? `\n${items.join('\n')}` : ''}\n${origin}`
  }
}

export function boardSlide(scope: DeckScope): Slide {
  const boards = scope.groups.flatMap(({ race, group, label }) =>
    race.boards
      .filter((board) => board.kind === 'RED_BLACK' && board.group === group.group)
      .map((board) => ({ board, label }))
  )
  return boards.length === 0 ? firstThreeSlide(scope) : redBlackSlide(scope, boards)
}
