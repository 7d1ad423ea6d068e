import { describe, expect, it } from 'vitest'
import { isAppError } from '#shared/appError.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'

const minimal = {
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'bureau',
  title: '季度赛马办法',
  organisation: '某市体育局',
  year: 2026,
  units: [{ code: 'office', name: '办公室', kind: 'DEPARTMENT' }],
  groups: [{ code: 'g', name: '机关处室', members: [{ unit: 'office' }] }],
  races: [
    {
      code: 'r',
      name: '季度赛马',
      groups: ['g'],
      dimensions: [
        {
          code: 'd',
          name: '目标任务',
          fullMark: '100',
          indicators: [{ code: 'a', name: '资金到位', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
        }
      ]
    }
  ]
}

/** The minimal scheme with one thing changed somewhere inside the first indicator. */
function withIndicator(change: Record<string, unknown>) {
  const race = minimal.races[0]!
  const dimension = race.dimensions[0]!
  const indicators = [{ ...dimension.indicators[0]!, ...change }]
  return { ...minimal, races: [{ ...race, dimensions: [{ ...dimension, indicators }] }] }
}

function messages(json: unknown): string[] {
  try {
    parseScheme(json)
  } catch (error) {
    if (isAppError(error) && error.code === 'SCHEME_INVALID')
      return error.details.problems!.map((p) => p.message)
    throw error
  }
  return []
}

describe('parseScheme', () => {
  it('fills in the defaults', () => {
    const { scheme } = parseScheme(minimal)
    expect(scheme.policies).toMatchObject({ decimals: 2, rounding: 'HALF_UP', capOrder: 'CAP_THEN_SUBTRACT' })
    expect(scheme.groups[0]!.members[0]).toEqual({ unit: 'office', rankMode: 'RANKED' })
    expect(scheme.emptyWords['/']).toBe('NA')
  })

  const path = '赛项「季度赛马」 › 板块「目标任务」 › 指标「资金到位」'
  it.each([
    ['a missing field', withIndicator({ fullMark: undefined }), `${path} › 满分：没有填，请补上。`],
    ['a number for a decimal', withIndicator({ fullMark: 30 }), `${path} › 满分：数要加引号，写成 "30"。`],
    [
      'a decimal that is not canonical',
      withIndicator({ fullMark: '30.50' }),
      `${path} › 满分：应填带引号的数，如 "30" 或 "2.5"（末尾不带 0）。`
    ],
    [
      'a wrong choice',
      withIndicator({ direction: 'BIG' }),
      `${path} › 方向：只能填 越高越好（UP）、越低越好（DOWN）、接近目标为好（TARGET） 之一。`
    ],
    [
      'a misspelt key',
      withIndicator({ fulmark: '3' }),
      `${path}：有不认识的内容 fulmark，请删去或改正拼写。`
    ],
    ['a bad code', withIndicator({ code: 'A B' }), `${path} › 代码：代码只用小写字母、数字、- 和 _。`],
    ['no unit at all', { ...minimal, units: [] }, '单位：不能空着。'],
    ['a bad policy', { ...minimal, policies: { decimals: 7 } }, '通用规则 › 小数位数：不能大于 4。'],
    ['another file', { ...minimal, format: 'other' }, '文件格式：只能填 liangji-scheme 之一。'],
    ['no object', [], '方案文件应填一组（花括号）。']
  ])('says where and what for %s', (_, json, expected) => {
    expect(messages(json)).toEqual([expected])
  })

  it('tells every problem at once and counts them', () => {
    const json = { ...withIndicator({ fullMark: 30, direction: 'BIG' }), year: 'x' }
    expect(messages(json)).toHaveLength(3)
    expect(() => parseScheme(json)).toThrow(/^方案文件有 3 处写得不对：/)
  })
})
