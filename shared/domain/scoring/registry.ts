import { directionTable } from './kinds/directionTable.ts'
import { directScore } from './kinds/directScore.ts'
import { judgeMean } from './kinds/judgeMean.ts'
import { rankPoints } from './kinds/rankPoints.ts'
import { ratioToTarget } from './kinds/ratioToTarget.ts'
import type { ReadingField } from './reading.ts'
import type { RuleKind } from './ruleKind.ts'

/**
 * All kinds of scoring rules, in the order in which an editor offers them. A new kind is one file under `kinds/`
 * and one line here (domain.md §6.3).
 */
export const RULE_KINDS: readonly RuleKind[] = [
  ratioToTarget,
  directionTable,
  rankPoints,
  judgeMean,
  directScore
]

const BY_KIND = new Map(RULE_KINDS.map((kind) => [kind.kind, kind]))

/** The kind by its code (`RATIO_TO_TARGET` …), or undefined for one that this version does not know. */
export function ruleKindOf(kind: string): RuleKind | undefined {
  return BY_KIND.get(kind)
}

/** The readings that an indicator with this rule needs; none for an unknown kind. */
export function fieldsOfRule(rule: { kind: string; params: unknown }): readonly ReadingField[] {
  const kind = ruleKindOf(rule.kind)
  if (kind === undefined) return []
  const params = kind.params.safeParse(rule.params)
  return params.success && kind.fieldsOf !== undefined ? kind.fieldsOf(params.data) : kind.fields
}
