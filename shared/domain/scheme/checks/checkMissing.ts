import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED } from '../../number/decimal.ts'
import type { Policies } from '../policies.ts'
import type { IndicatorDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

/** 缺报处理: shares are shares, and a fixed deduction leaves something to deduct from (S19, S74b). */
export function checkMissing(scheme: SchemeDefinition): Problem[] {
  const indicators = scheme.races.flatMap((race) => race.dimensions.flatMap((part) => part.indicators))
  return [
    ...checkNumbers('通用规则', 'policies', scheme.policies.missingFloor, scheme.policies.missingPoints),
    ...indicators.flatMap((indicator) => checkIndicator(indicator, scheme.policies))
  ]
}

function checkNumbers(
  at: string,
  subject: string,
  floor: string | undefined,
  points: string | undefined
): Problem[] {
  const problem = (message: string, todo: string): Problem =>
    schemeProblem('error', 'MISSING_RANGE', `${subject}:${message}`, message, todo)
  return [
    ...(floor !== undefined && (dec(floor).isNegative() || dec(floor).greaterThan(HUNDRED))
      ? [problem(`${at}的缺报按满分的比例是 ${floor}%。`, '请填 0 到 100 之间的数。')]
      : []),
    ...(points !== undefined && dec(points).isNegative()
      ? [problem(`${at}的缺报扣分是 ${points}。`, '请填扣几分，不带负号。')]
      : [])
  ]
}

function checkIndicator(indicator: IndicatorDefinition, policies: Policies): Problem[] {
  const at = `指标「${indicator.name}」`
  const { missing = policies.missing, missingFloor, missingPoints } = indicator
  const points = missingPoints ?? policies.missingPoints
  const floor = missingFloor ?? policies.missingFloor
  return [
    ...checkNumbers(at, indicator.code, missingFloor, missingPoints),
    ...(missing === 'DEDUCT' && dec(points).greaterThan(dec(indicator.fullMark))
      ? [
          schemeProblem(
            'confirm',
            'MISSING_BELOW_ZERO',
            indicator.code,
            `${at}缺报扣 ${points} 分，比满分 ${indicator.fullMark} 还多，缺报会是负分。`,
            '如果不是本意，请把扣分改小。'
          )
        ]
      : []),
    ...(missing === 'DEDUCT' && dec(points).isZero()
      ? [nothing(indicator, `${at}缺报扣固定分，但扣 0 分，缺报等于得满分。`, '请填缺报扣分。')]
      : []),
    ...(missing === 'FLOOR' && dec(floor).isZero()
      ? [
          nothing(
            indicator,
            `${at}缺报按满分的一定比例计，但比例是 0。`,
            '请填比例；要计 0 分就选「该项计 0 分」。'
          )
        ]
      : [])
  ]
}

function nothing(indicator: IndicatorDefinition, message: string, suggestion: string): Problem {
  return schemeProblem('confirm', 'MISSING_NOTHING', indicator.code, message, suggestion)
}
