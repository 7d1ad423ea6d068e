import type { RuleSubject } from './ruleKind.ts'

/**
 * Remembers what a rule worked out for a whole pool (places, invalid ballots), so that scoring n units of one
 * group stays O(n). Keyed by identity of pool and parameters, so a result can never outlive its inputs.
 */
export function memoByPool<P extends object, R>(
  compute: (pool: readonly RuleSubject[], params: P) => R
): (pool: readonly RuleSubject[], params: P) => R {
  const memo = new WeakMap<readonly RuleSubject[], WeakMap<P, R>>()
  return (pool, params) => {
    const byParams = memo.get(pool) ?? new WeakMap<P, R>()
    memo.set(pool, byParams)
    const known = byParams.get(params)
    if (known !== undefined) return known
    const result = compute(pool, params)
    byParams.set(params, result)
    return result
  }
}
