import { AppError } from '../../appError.ts'
import { dec, type D } from '../number/decimal.ts'
import type { MissingPolicy, Policies } from '../scheme/policies.ts'
import type { IndicatorDefinition } from '../scheme/schemeDefinition.ts'
import { ruleKindOf } from './registry.ts'
import type { RuleKind } from './ruleKind.ts'
import { indexShares, type Shares } from './shares.ts'

/** What 缺报 of one indicator counts: the scheme's policy, or the indicator's own. */
export interface MissingRule {
  policy: MissingPolicy
  /** FLOOR: percent of the full mark. */
  floor: D
  /** DEDUCT: points off the full mark. */
  points: D
}

/** An indicator with its rule looked up and its parameters parsed, once a computation. */
export interface CompiledIndicator {
  definition: IndicatorDefinition
  kind: RuleKind
  params: unknown
  fullMark: D
  missing: MissingRule
  shares: Shares | null
}

/** Throws SCHEME_INVALID for a rule that this version does not know or cannot read; `checkScheme` finds it earlier. */
export function compileIndicator(definition: IndicatorDefinition, policies: Policies): CompiledIndicator {
  const kind = ruleKindOf(definition.rule.kind)
  const at = `指标「${definition.name}」`
  if (kind === undefined) {
    throw new AppError('SCHEME_INVALID', `${at}的计分方式「${definition.rule.kind}」本软件不认识。`, {
      action: '请在方案里换一种计分方式，或升级软件。'
    })
  }
  const params = kind.params.safeParse(definition.rule.params)
  if (!params.success) {
    throw new AppError('SCHEME_INVALID', `${at}的计分参数不完整。`, {
      action: '请到「考核方案」按提示补全。',
      technical: params.error.message
    })
  }
  return {
    definition,
    kind,
    params: params.data,
    fullMark: dec(definition.fullMark),
    missing: {
      policy: definition.missing ?? policies.missing,
      floor: dec(definition.missingFloor ?? policies.missingFloor),
      points: dec(definition.missingPoints ?? policies.missingPoints)
    },
    shares: definition.shared === undefined ? null : indexShares(definition.shared)
  }
}
