import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Problem } from '#shared/problem.ts'

export type Json = Record<string, unknown>
const people = { provider: 'a', owner: 'a' }

/** A sound scheme of three units in two groups, with one thing changed at the top, in the race, or in the indicator. */
export function problems(
  some: { top?: Json; race?: Json; dimension?: Json; indicator?: Json } = {}
): Problem[] {
  const scheme = schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'test',
    title: '测试方案',
    organisation: '某市体育局',
    year: 2026,
    units: ['a', 'b', 'c'].map((code) => ({ code, name: `单位${code}`, kind: 'DEPARTMENT' })),
    groups: [
      { code: 'g', name: '甲组', members: [{ unit: 'a' }, { unit: 'b' }] },
      { code: 'h', name: '乙组', members: [{ unit: 'c' }] }
    ],
    races: [
      {
        code: 'r',
        name: '季度赛马',
        groups: ['g', 'h'],
        dimensions: [
          {
            code: 'd',
            name: '目标任务',
            fullMark: '100',
            indicators: [
              {
                code: 'x',
                name: '资金到位',
                fullMark: '100',
                rule: { kind: 'DIRECT_SCORE' },
                ...people,
                ...some.indicator
              }
            ],
            ...some.dimension
          }
        ],
        ...some.race
      }
    ],
    ...some.top
  })
  return checkScheme(scheme)
}

/** The same as `level CODE`, errors first. */
export const told = (some: Parameters<typeof problems>[0]): string[] =>
  problems(some).map((problem) => `${problem.level} ${problem.code}`)
