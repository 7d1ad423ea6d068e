import { isFrozenState, type PeriodState } from '#shared/domain/period/periodState.ts'
import type { PeriodView } from '#shared/ipc/period.ts'
import type { OverviewView } from '#shared/ipc/results.ts'

/** ● done this quarter, ◐ partly, ◉ being worked on, ○ not started. It reports; it never locks a page. */
export type NodeState = 'done' | 'partly' | 'active' | 'idle'

type Facts = Pick<OverviewView, 'units' | 'computed'>

/** State of the five stages of the loop, in order, from what the database holds. */
export function stageStates(period: PeriodView | null, facts: Facts | null): NodeState[] {
  if (period === null) return ['idle', 'idle', 'idle', 'idle', 'idle']
  const targets: NodeState = period.schemeTitle === null ? 'idle' : 'done'
  if (isFrozenState(period.state)) return [targets, 'done', 'done', 'done', 'done']
  const computed = facts?.computed ?? null
  const complete = facts !== null && facts.units.expected > 0 && facts.units.complete === facts.units.expected
  const started = facts !== null && facts.units.complete + facts.units.partly > 0
  const collecting: NodeState = complete ? 'done' : started ? 'active' : 'idle'
  if (computed === null) return [targets, 'idle', collecting, 'idle', 'idle']
  return [targets, 'partly', collecting, 'partly', complete && !computed.stale ? 'active' : 'partly']
}

/** 收集 → 核对 → 计算 → 冻结 → 发布, as the title bar shows them. */
export const FLOW: readonly PeriodState[] = ['collecting', 'checking', 'computed', 'frozen', 'published']

/** Which of the five steps are behind, which one is now. An archived quarter has passed all. */
export function flowNodes(state: PeriodState): NodeState[] {
  const at = state === 'archived' ? FLOW.length : FLOW.indexOf(state)
  return FLOW.map((_, index) => {
    if (index < at) return 'done'
    if (index > at) return 'idle'
    // A frozen or published quarter rests there: the step is done, not under way.
    return state === 'frozen' || state === 'published' ? 'done' : 'active'
  })
}
