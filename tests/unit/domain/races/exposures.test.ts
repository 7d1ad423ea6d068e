import { describe, expect, it } from 'vitest'
import { exposures, type ExposedItem } from '#shared/domain/races/exposures.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { input, reading, scheme } from '../scoring/build.ts'

const rules = progressRules.parse({})

function item(id: number, some: Partial<ExposedItem>): ExposedItem {
  return {
    id,
    number: `问-2026-00${id}`,
    title: `问题 ${id}`,
    owner: 'u',
    status: 'ON_TRACK',
    statusReason: '计划 50%，完成 50%。',
    slip: null,
    ...some
  }
}

describe('问题曝光', () => {
  it('lists a matter once, for its gravest reason, gravest first', () => {
    const red = { level: 'RED' as const, number: '督〔2026〕7号' }
    const found = exposures({
      items: [
        item(1, { status: 'BADLY_BEHIND', statusReason: '计划 80%，完成 10%。' }),
        item(2, { slip: red }),
        item(3, { status: 'OVERDUE', statusReason: '时限 2026-09-30，已逾期 9 天。', slip: red }),
        item(4, {}),
        item(5, { status: 'DONE', slip: red })
      ],
      results: null,
      rules,
      missing: [{ unit: 'v', indicators: ['营收', '利润'] }]
    })
    expect(found.map(({ kind, item: id }) => [kind, id])).toEqual([
      ['OVERDUE', 3],
      ['RED_SLIP', 2],
      ['BADLY_BEHIND', 1],
      ['MISSING', null]
    ])
    expect(found[0]!.reason).toBe('时限 2026-09-30，已逾期 9 天。督办单 督〔2026〕7号。')
    expect(found[3]!.reason).toContain('营收、利润')
  })

  it('names indicators that fall behind the line of the scheme, with the calculation', () => {
    const definition = scheme({
      units: ['u', 'v'],
      dimensions: [
        {
          code: 'd',
          name: '任务',
          fullMark: '100',
          indicators: [{ code: 'a', name: '到位资金', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
        }
      ]
    })
    const results = computeResults(
      input(definition, { readings: [reading('u', 'a', '84.99'), reading('v', 'a', '85')] })
    )
    const found = exposures({ items: [], results, rules, missing: [] })
    expect(found).toMatchObject([{ kind: 'INDICATOR', unit: 'u', indicator: 'a', matter: '到位资金' }])
  })
})
