import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import type { TraceInput } from '#shared/domain/scoring/trace.ts'
import { printNumber } from '../../text/format.ts'
import { countedOf } from '../../text/unit.ts'

const VALUE_KEYS = ['actual', 'score', 'value']

const printed = (input: TraceInput): string | null =>
  input.value === null ? null : `${printNumber(input.value)}${input.unit === '' ? '' : ` ${input.unit}`}`

/** What a person would call 目标 and 完成; null prints 「/」. Many marks of raters become 「12 / 14」 (counted of all). */
export function mainInputs(result: IndicatorResult): { target: string | null; actual: string | null } {
  const { inputs } = result.trace
  const target = inputs.find((input) => input.key === 'target')
  const actual = inputs.find((input) => VALUE_KEYS.includes(input.key))
  const ratings = inputs.filter((input) => input.key.startsWith('rating'))
  if (actual === undefined && ratings.length > 0) {
    const counted = ratings.filter((input) => input.leftOut === undefined && input.value !== null).length
    return {
      target: target === undefined ? null : printed(target),
      actual: countedOf(counted, ratings.length)
    }
  }
  return {
    target: target === undefined ? null : printed(target),
    actual: actual === undefined ? null : printed(actual)
  }
}
