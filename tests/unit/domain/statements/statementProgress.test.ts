import { describe, expect, it } from 'vitest'
import { statementProgress } from '#shared/domain/statements/statementProgress.ts'
import { cell, reading, scheme } from '../scoring/build.ts'

const definition = scheme({
  units: ['fin', 'u', 'v'],
  dimensions: [
    {
      code: 'eco',
      name: '经济',
      fullMark: '60',
      indicators: [
        { code: 'a', name: '营收', fullMark: '30', provider: 'fin', rule: { kind: 'DIRECT_SCORE' } },
        { code: 'b', name: '利润', fullMark: '20', provider: 'fin', rule: { kind: 'DIRECT_SCORE' } },
        {
          code: 'c',
          name: '安全自查',
          fullMark: '10',
          rule: { kind: 'DIRECT_SCORE' },
          appliesTo: { units: ['u'] }
        }
      ]
    },
    {
      code: 'party',
      name: '党建',
      fullMark: '40',
      indicators: [{ code: 'p', name: '学习', fullMark: '40', rule: { kind: 'DIRECT_SCORE' } }]
    }
  ]
})

const source = cell('B2', '1')
const readings = [
  ...['fin', 'u', 'v'].map((unit) => reading(unit, 'a', '1', { source })),
  reading('u', 'b', null, { state: 'NA', source }),
  reading('v', 'b', null, { state: 'MISSING', source }),
  reading('u', 'c', '3', { field: 'self' }),
  reading('u', 'p', '5')
]

function statements(endOfDue: string | null, now = '2026-10-20T00:00:00.000Z') {
  return statementProgress({
    scheme: definition,
    period: '2026Q3',
    readings,
    importedAt: new Map([[1, '2026-10-12T01:00:00.000Z']]),
    endOfDue,
    now
  })
}

describe('报表报送情况', () => {
  it('counts one number a unit and indicator, by the department that reports it', () => {
    const [eco, party] = statements(null)
    expect(eco).toMatchObject({ name: '经济', expected: 7, filled: 4 })
    expect(eco!.parts).toMatchObject([
      {
        provider: 'fin',
        providerName: '单位fin',
        // 不适用 is an answer; 缺报 and a unit's own score are none.
        indicators: [
          { indicator: 'a', expected: 3, filled: 3 },
          { indicator: 'b', expected: 3, filled: 1 }
        ],
        state: 'PARTLY',
        files: ['目标任务.xlsx'],
        lastAt: '2026-10-12T01:00:00.000Z'
      },
      { provider: null, providerName: '各单位自报', expected: 1, filled: 0, state: 'MISSING', lastAt: null }
    ])
    expect(party).toMatchObject({ expected: 3, filled: 1 })
  })

  it('is late when something is missing after the due date, or the last file came after it', () => {
    const late = (end: string | null, now?: string) => statements(end, now)[0]!.parts.map((part) => part.late)
    expect(late(null)).toEqual([false, false])
    expect(late('2026-10-15T15:59:59.999Z')).toEqual([true, true])
    expect(late('2026-10-15T15:59:59.999Z', '2026-10-14T00:00:00.000Z')).toEqual([false, false])
  })
})
