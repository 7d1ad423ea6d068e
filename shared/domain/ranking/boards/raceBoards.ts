import { raceForGroup } from '../../scheme/forGroup.ts'
import type { BoardRule } from '../../scheme/boardRules.ts'
import type { RaceDefinition } from '../../scheme/schemeDefinition.ts'
import type { RaceContext } from '../raceContext.ts'
import type { BoardResult, GroupResult } from '../resultSet.ts'
import { withExemptions, type BoardEntry } from './boardEntry.ts'
import { calledInEntries } from './calledIn.ts'
import { exemptionsOf } from './exemptions.ts'
import { indexParts, type MeasureContext } from './measure.ts'
import { moverEntries } from './movers.ts'
import { redBlackEntries } from './redBlack.ts'
import { topicEntries } from './topics.ts'

/** 榜 of a race: each rule drawn up for each group, in the scheme's order; a board without entries is shown empty. */
export function raceBoards(groups: readonly GroupResult[], context: RaceContext): BoardResult[] {
  const { race, decisions } = context
  if (race.boards.length === 0) return []
  const exemptions = exemptionsOf(decisions, race.code)
  const measuring = new Map(groups.map((group) => [group.group, measureContext(group, context)]))
  return race.boards.flatMap((rule) =>
    groups.map((group) => {
      const { code, name, kind } = rule
      const head = { code, name, kind, group: group.group }
      const entries = entriesOf(rule, race, group, measuring.get(group.group)!)
      return withExemptions({ head, entries }, exemptions)
    })
  )
}

type GroupMeasuring = Omit<MeasureContext, 'fulfilled'>

function measureContext(group: GroupResult, { race, scheme }: RaceContext): GroupMeasuring {
  const { fullMark } = raceForGroup(race, group.group)
  return { policies: scheme.policies, fullMark, parts: indexParts(group) }
}

function entriesOf(
  rule: BoardRule,
  race: RaceDefinition,
  group: GroupResult,
  context: GroupMeasuring
): BoardEntry[] {
  switch (rule.kind) {
    case 'RED_BLACK':
      return redBlackEntries(rule, group, context)
    case 'TOPICS':
      return topicEntries(rule, race, group, context)
    case 'MOVERS':
      return moverEntries(rule, group)
    case 'CALLED_IN':
      return calledInEntries(rule, group, context)
  }
}
