import fc from 'fast-check'
import { present } from '../oracleCase.ts'

/** 等次: two that may have a line and a quota, and one that takes the rest. */
export interface GradeCase {
  levels: readonly { name: string; atLeast?: string; percent?: string; places?: number }[]
  of: 'GROUP' | 'ALL'
  rounding: 'FLOOR' | 'ROUND' | 'CEIL'
  straddle: 'ALL_IN' | 'ALL_OUT' | 'DECIDE'
}

export const GRADE_NAMES = ['优秀', '良好', '其他'] as const

const anyLevel = (name: string): fc.Arbitrary<GradeCase['levels'][number]> =>
  fc
    .record({
      atLeast: fc.option(fc.constantFrom('8', '12', '18', '25'), { nil: undefined, freq: 2 }),
      quota: fc.oneof(
        fc.constant({}),
        fc.constantFrom('15', '34', '50').map((percent) => ({ percent })),
        fc.constantFrom(0, 1, 2, 4).map((places) => ({ places }))
      )
    })
    .map(({ atLeast, quota }) => ({ name, ...present({ atLeast }), ...quota }))

export const anyGrades: fc.Arbitrary<GradeCase> = fc.record({
  levels: fc
    .tuple(anyLevel(GRADE_NAMES[0]), anyLevel(GRADE_NAMES[1]))
    .map((levels) => [...levels, { name: GRADE_NAMES[2] }]),
  of: fc.constantFrom('GROUP', 'ALL'),
  rounding: fc.constantFrom('FLOOR', 'ROUND', 'CEIL'),
  straddle: fc.constantFrom('ALL_IN', 'ALL_OUT', 'DECIDE', 'DECIDE')
})
