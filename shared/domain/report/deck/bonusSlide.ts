import { dec } from '../../number/decimal.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import type { Slide, SlidePart } from './deckContent.ts'
import type { DeckScope } from './deckScope.ts'
import { column, row, scoreCell, unitList } from './deckWords.ts'
import { fitTable } from './fitTable.ts'
import { streakItems } from './problemSlide.ts'
import { BODY_AREA } from './slideRoom.ts'

function reasonsOf({ adjustments }: UnitResult): string {
  const reasons = adjustments.entries
    .filter((entry) => entry.sign === 'BONUS')
    .map(({ entry, className }) => (entry.reason === '' ? className : entry.reason))
  return [...new Set(reasons)].join('；')
}

/** Who was given points, for what, and how many count after the caps; null where nobody was. */
export function bonusSlide(scope: DeckScope): Slide | null {
  const { groups, mayName, origin } = scope
  const given = groups
    .flatMap(({ group, label }) => group.units.map((unit) => ({ unit, label })))
    .filter(({ unit }) => dec(unit.adjustments.bonus.exact).gt(0))
    .toSorted((a, b) => dec(b.unit.adjustments.bonus.exact).cmp(a.unit.adjustments.bonus.exact))
  const streaks = streakItems(scope, 'GOOD')
  if (given.length === 0 && streaks.length === 0) return null
  const named = given.filter(({ unit }) => mayName(unit.unit))
  const table = {
    columns: [
      column('name', '单位', 'left'),
      ...(groups.length > 1 ? [column('group', '组别', 'left')] : []),
      column('reason', '加分事由', 'left'),
      column('bonus', '加分', 'right', { bold: true, tint: true })
    ],
    rows: named.map(({ unit, label }) =>
      row({
        name: unit.name,
        group: label,
        reason: reasonsOf(unit),
        bonus: scoreCell(unit.adjustments.bonus.printed, true)
      })
    ),
    foot: []
  }
  const alone = streaks.length === 0
  const room = { width: alone ? BODY_AREA.width : (BODY_AREA.width - 24) / 2, height: BODY_AREA.height - 56 }
  const shown = Math.min(named.length, fitTable(table, room).rowsThatFit)
  const left = given.length - shown
  const parts: SlidePart[] = [
    ...(shown > 0 ? [{ type: 'table' as const, table: { ...table, rows: table.rows.slice(0, shown) } }] : []),
    ...(alone ? [] : [{ type: 'bullets' as const, items: streaks }]),
    ...(left > 0 ? [{ type: 'note' as const, text: `另有${left}个单位获加分，见《加减分明细》。` }] : [])
  ]
  return {
    layout: 'CONTENT',
    title:
      given.length === 0
        ? '部分单位连续达标，值得推广'
        : `${unitList(
            given.map(({ unit }) => unit),
            mayName
          )}获得加分`,
    subtitle: '',
    parts,
    notes: `加分是各项封顶以后计入总得分的分数。\n${origin}`
  }
}
