import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { input, reading, scheme, type LooseScheme } from '../scoring/build.ts'

export const direct = (code: string, fullMark: string, more: Record<string, unknown> = {}) => ({
  code,
  name: `指标${code}`,
  fullMark,
  rule: { kind: 'DIRECT_SCORE' },
  ...more
})
export const dimensions = [
  { code: 'd1', name: '目标任务', fullMark: '60', indicators: [direct('a', '40'), direct('b', '20')] },
  { code: 'd2', name: '承诺事项', fullMark: '40', indicators: [direct('c', '40')] }
]

/** Marks of the three indicators by unit: `null` is 缺报, `/` is 不适用. */
export function compute(
  marks: Record<string, readonly (string | null)[]>,
  some: Partial<LooseScheme> = {},
  more: Partial<ScoringInput> = {}
) {
  const definition = scheme({ units: Object.keys(marks), dimensions, ...some })
  const readings = Object.entries(marks).flatMap(([unit, values]) =>
    ['a', 'b', 'c'].map((code, index) => {
      const value = values[index] ?? null
      return value === '/' ? reading(unit, code, null, { state: 'NA' }) : reading(unit, code, value)
    })
  )
  const result = computeResults(input(definition, { readings, ...more }))
  const group = result.races[0]!.groups[0]!
  const unit = (code: string): UnitResult => group.units.find((item) => item.unit === code)!
  return { result, group, unit }
}
