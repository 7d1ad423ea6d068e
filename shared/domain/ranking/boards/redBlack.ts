import type { BoardRule } from '../../scheme/boardRules.ts'
import type { GroupResult } from '../resultSet.ts'
import { entryOf, type BoardEntry } from './boardEntry.ts'
import { measureGroup, type Measured, type MeasureContext } from './measure.ts'

type RedBlackRule = Extract<BoardRule, { kind: 'RED_BLACK' }>

/**
 * Two conditions (S55, G15): good = over-fulfilled and among the first, bad = unfulfilled and among the last. A unit that
 * just fulfilled is on neither side.
 */
export function redBlackEntries(
  rule: RedBlackRule,
  group: GroupResult,
  context: Omit<MeasureContext, 'fulfilled'>
): BoardEntry[] {
  const measured = measureGroup(group, rule.measure, { ...context, fulfilled: rule.fulfilled })
  const entry = (found: Measured, side: BoardEntry['side'], reason: string): BoardEntry =>
    entryOf(found.unit, { side, rank: found.rank, text: found.text, reason })
  const good = measured.filter(({ rank, fulfilment }) => fulfilment?.state === 'OVER' && rank <= rule.first)
  const bad = measured.filter(({ behind, fulfilment }) => fulfilment?.state === 'UNDER' && behind < rule.last)
  return [
    ...good.map((found) =>
      entry(
        found,
        'GOOD',
        `超额完成（${found.fulfilment!.text}），第 ${found.rank} 名，在前 ${rule.first} 名`
      )
    ),
    ...bad.map((found) =>
      entry(found, 'BAD', `未完成（${found.fulfilment!.text}），第 ${found.rank} 名，在后 ${rule.last} 名`)
    )
  ]
}
