import type { BoardRule } from '../../scheme/boardRules.ts'
import { isBelowMean } from '../pastStandings.ts'
import type { GroupResult } from '../resultSet.ts'
import { entryOf, type BoardEntry } from './boardEntry.ts'
import { measureGroup, type MeasureContext } from './measure.ts'

type CalledInRule = Extract<BoardRule, { kind: 'CALLED_IN' }>

/** Units below the group's mean or among its last are called in (S37). A group that shares one place has no last. */
export function calledInEntries(
  rule: CalledInRule,
  group: GroupResult,
  context: Omit<MeasureContext, 'fulfilled'>
): BoardEntry[] {
  const measured = measureGroup(group, { by: 'TOTAL' }, { ...context, fulfilled: '100' })
  return measured.flatMap(({ unit, rank, behind, text }) => {
    const reasons = [
      rule.belowMean && isBelowMean(unit, group)
        ? `总得分 ${text} 低于组均 ${group.mean?.total ?? '/'}`
        : null,
      behind < rule.last && rank > 1 ? `第 ${rank} 名，在后 ${rule.last} 名` : null
    ].filter((reason) => reason !== null)
    return reasons.length === 0 ? [] : [entryOf(unit, { side: 'BAD', text, reason: reasons.join('；') })]
  })
}
