import type { BoardRule } from '../../scheme/boardRules.ts'
import { movementText } from '../movementText.ts'
import type { GroupResult, UnitResult } from '../resultSet.ts'
import { entryOf, type BoardEntry } from './boardEntry.ts'

type MoversRule = Extract<BoardRule, { kind: 'MOVERS' }>

/** 进步、退步: who moved most places against the previous quarter, ties on the line in whole. */
export function moverEntries(rule: MoversRule, group: GroupResult): BoardEntry[] {
  return [
    ...furthest(group, 'UP', rule.up, rule.atLeast).map((unit) => mover(unit, 'GOOD', '升')),
    ...furthest(group, 'DOWN', rule.down, rule.atLeast).map((unit) => mover(unit, 'BAD', '降'))
  ]
}

function placesMoved({ movement }: UnitResult): number {
  return 'by' in movement ? movement.by : 0
}

function furthest(group: GroupResult, kind: 'UP' | 'DOWN', count: number, atLeast: number): UnitResult[] {
  if (count === 0) return []
  const moved = group.units
    .filter((unit) => unit.movement.kind === kind && placesMoved(unit) >= atLeast)
    .sort((a, b) => placesMoved(b) - placesMoved(a))
  const line = moved[Math.min(count, moved.length) - 1]
  return line === undefined ? [] : moved.filter((unit) => placesMoved(unit) >= placesMoved(line))
}

function mover(unit: UnitResult, side: BoardEntry['side'], word: string): BoardEntry {
  return entryOf(unit, {
    side,
    text: movementText(unit.movement),
    reason: `上季度第 ${unit.previousRank ?? '/'} 名，本季度第 ${unit.rank ?? '/'} 名，${word} ${placesMoved(unit)} 名`
  })
}
