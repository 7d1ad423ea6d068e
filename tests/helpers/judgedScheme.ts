import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

/** Four departments in order: a, b, c, d. */
const UNITS = ['甲处', '乙处', '丙处', '丁处'] as const

/** Four departments whose only indicator has this rule, out of 100. */
export function judgedScheme(rule: { kind: string; params: Record<string, unknown> }): SchemeDefinition {
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'office',
    title: '季度赛马办法',
    organisation: '某局',
    year: 2026,
    units: UNITS.map((name, index) => ({ code: 'abcd'[index], name, kind: 'DEPARTMENT' })),
    groups: [{ code: 'g', name: '处室组', members: [...'abcd'].map((unit) => ({ unit })) }],
    races: [
      {
        code: 'main',
        name: '亮绩赛马',
        groups: ['g'],
        dimensions: [
          {
            code: 'talk',
            name: '讲堂',
            fullMark: '100',
            indicators: [{ code: 'judge', name: '讲堂评分', unit: '分', fullMark: '100', rule }]
          }
        ]
      }
    ]
  })
}
