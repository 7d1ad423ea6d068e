import { HUNDRED, ZERO, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import type { Policies } from '../scheme/policies.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { namedChoice, traceStepOf, type TraceMore } from './extendTrace.ts'
import { printScore } from './printScore.ts'

/** What a missing number counts by policy. `score` null: nothing, and its points leave the denominator. */
export interface MissingScore {
  score: D | null
  reason: string
  more: TraceMore
}

/**
 * 缺报 by policy (ambiguity 3): nothing, a share of the full mark, or the full mark less fixed points, never below 0 (S19:
 * −10; S74b: −1 of 12). Out of the base (`missingInBase` off) it is left out above and below the line, like an item
 * that does not apply. Null where the unit waits for the number (BLOCK_UNIT).
 */
export function missingScore(indicator: CompiledIndicator, policies: Policies): MissingScore | null {
  const { definition, fullMark, missing } = indicator
  if (missing.policy === 'BLOCK_UNIT') return null
  if (!policies.missingInBase) {
    const words = '缺报，这一项不计分，也不占满分'
    const choice = namedChoice(definition, '缺报时不计分，也不占满分，其余得分照不适用折算')
    return { score: null, reason: words, more: { sentence: words, choices: [choice] } }
  }
  const print = (value: D): string => printScore(value, policies)
  const full = formatValue(fullMark)
  switch (missing.policy) {
    case 'ZERO':
      return {
        score: ZERO,
        reason: '缺报，按 0 分计',
        more: {
          sentence: `缺报，按 ${print(ZERO)} 分计`,
          steps: [traceStepOf('缺报计分', '按 0 分计', ZERO)]
        }
      }
    case 'FLOOR': {
      const score = fullMark.times(missing.floor).div(HUNDRED)
      const percent = formatValue(missing.floor)
      return {
        score,
        reason: `缺报，按满分的 ${percent}% 计`,
        more: {
          sentence: `缺报，按满分 ${full} 的 ${percent}% 计 → ${print(score)}`,
          steps: [traceStepOf('缺报计分', `${full} × ${percent}%`, score)],
          choices: [namedChoice(definition, `缺报时按满分的 ${percent}% 计`)]
        }
      }
    }
    case 'DEDUCT':
      return deducted(indicator, policies)
  }
}

function deducted({ definition, fullMark, missing }: CompiledIndicator, policies: Policies): MissingScore {
  const left = fullMark.minus(missing.points)
  const score = left.isNegative() ? ZERO : left
  const [full, points] = [formatValue(fullMark), formatValue(missing.points)]
  const short = left.isNegative() ? '，不够扣' : ''
  return {
    score,
    reason: `缺报，按满分扣 ${points} 分计`,
    more: {
      sentence: `缺报，满分 ${full} 扣 ${points} 分${short} → ${printScore(score, policies)}`,
      steps: [traceStepOf('缺报计分', `${full} − ${points}${short}`, score)],
      choices: [namedChoice(definition, `缺报时从满分扣 ${points} 分`)]
    }
  }
}
