import { ballotShare } from './kinds/ballotShare.ts'
import { deductList } from './kinds/deductList.ts'
import { diffFromTarget } from './kinds/diffFromTarget.ts'
import { directionTable } from './kinds/directionTable.ts'
import { directScore } from './kinds/directScore.ts'
import { efficacyTiers } from './kinds/efficacyTiers.ts'
import { externalRank } from './kinds/externalRank.ts'
import { intervalTable } from './kinds/intervalTable.ts'
import { judgeMean } from './kinds/judgeMean.ts'
import { manualScore } from './kinds/manualScore.ts'
import { minMax60To100 } from './kinds/minMax60To100.ts'
import { rankPoints } from './kinds/rankPoints.ts'
import { ratioToBest } from './kinds/ratioToBest.ts'
import { ratioToTarget } from './kinds/ratioToTarget.ts'
import { sasacGrowth } from './kinds/sasacGrowth.ts'
import { threshold } from './kinds/threshold.ts'
import type { ReadingField } from './reading.ts'
import type { RuleKind } from './ruleKind.ts'

/**
 * All kinds of scoring rules, in the order in which an editor offers them. A new kind is one file under `kinds/`
 * and one line here (domain.md §6.3).
 */
export const RULE_KINDS: readonly RuleKind[] = [
  ratioToTarget,
  diffFromTarget,
  directionTable,
  sasacGrowth,
  threshold,
  intervalTable,
  efficacyTiers,
  minMax60To100,
  ratioToBest,
  rankPoints,
  externalRank,
  deductList,
  judgeMean,
  ballotShare,
  directScore,
  manualScore
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
