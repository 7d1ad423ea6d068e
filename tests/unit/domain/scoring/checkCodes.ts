import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { indicator, type RuleCase } from './build.ts'

/** `level CODE` of every problem that a kind finds in its parameters. */
export function checkCodes(
  kind: string,
  params: Record<string, unknown>,
  more: RuleCase['indicator'] = {}
): string[] {
  const rule = ruleKindOf(kind)!
  return rule
    .check(rule.params.parse(params), indicator(more))
    .map((problem) => `${problem.level} ${problem.code}`)
}

/** The rule as one sentence. */
export function describeRule(
  kind: string,
  params: Record<string, unknown>,
  more: RuleCase['indicator'] = {}
): string {
  const rule = ruleKindOf(kind)!
  return rule.describe(rule.params.parse(params), indicator(more))
}
