import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { compileIndicator } from '#shared/domain/scoring/compileIndicator.ts'
import { NOTHING_MEASURED } from '#shared/domain/scoring/measured.ts'
import { counted } from '#shared/domain/scoring/scoredIndicator.ts'
import type { Trace } from '#shared/domain/scoring/trace.ts'
import { indicator, policies } from './build.ts'

const trace: Trace = {
  ruleKind: 'DIRECT_SCORE',
  ruleInWords: '按报送的分数计',
  inputs: [],
  steps: [],
  sentence: '0.6 分',
  notes: [],
  choices: []
}

function stepsOf(score: string, roundAt: 'TOTAL' | 'ITEM_AND_TOTAL'): string[] {
  const rules = policies({ roundAt })
  const item = {
    indicator: compileIndicator(indicator(), rules),
    measured: NOTHING_MEASURED,
    policies: rules
  }
  const { result } = counted(item, { status: 'SCORED', score: dec(score), trace, reason: null })
  return result.trace.steps.map(({ label }) => label)
}

describe('rounding of every item', () => {
  it('is a step of the trace where it changes the score, and only there', () => {
    expect(stepsOf('0.605', 'ITEM_AND_TOTAL')).toEqual(['取整'])
    expect(stepsOf('0.605', 'TOTAL')).toEqual([])
    expect(stepsOf('0.6', 'ITEM_AND_TOTAL')).toEqual([])
  })

  it('does not see the tail of a mean, which depends on the order in which units are added up', () => {
    expect(stepsOf(`0.6${'0'.repeat(36)}1`, 'ITEM_AND_TOTAL')).toEqual([])
    expect(stepsOf(`0.5${'9'.repeat(37)}`, 'ITEM_AND_TOTAL')).toEqual([])
  })
})
