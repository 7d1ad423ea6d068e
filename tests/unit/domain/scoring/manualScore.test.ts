import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { cell, printed, reading, runRule, type RuleCase } from './build.ts'

type Source = NonNullable<RuleCase['readings'][number]['source']>
const entry = (by = '张三', reason = '材料齐全'): Source => ({
  kind: 'manual',
  by,
  at: '2026-10-08T09:00:00Z',
  reason
})

function manual(
  value: string,
  source: Source | null = entry(),
  params: Record<string, unknown> = {},
  note: string | null = null
) {
  return runRule({
    kind: 'MANUAL_SCORE',
    params,
    indicator: { fullMark: '10' },
    readings: [reading('u', 'a1', value, { field: 'score', source, note })]
  })
}

describe('MANUAL_SCORE', () => {
  it('counts a mark with its reason and approver', () => {
    const outcome = manual('8.5')
    expect(printed(outcome)).toBe('8.50')
    expect(outcome.trace.sentence).toBe('人工评分 8.5（张三批准，理由：材料齐全），满分 10 → 8.50')
    expect(outcome.trace.notes).toEqual(['张三批准，理由：材料齐全'])
  })

  it('takes a recorded decision, and a note where the entry has no reason of its own', () => {
    const decision: Source = { kind: 'decision', by: '李四', at: '2026-10-08', basis: '会议纪要 3 号' }
    expect(manual('9', decision).trace.notes).toEqual(['李四批准，理由：会议纪要 3 号'])
    expect(manual('9', entry('张三', ' '), {}, '见附件').trace.notes).toEqual(['张三批准，理由：见附件'])
  })

  it.each([
    ['above the full mark', () => manual('10.1'), '不在 0 到 10 之间'],
    ['below the least', () => manual('3', entry(), { min: '5' }), '不在 5 到 10 之间'],
    ['above the most', () => manual('9', entry(), { max: '8' }), '不在 0 到 8 之间'],
    ['no reason', () => manual('8', entry('张三', '  ')), '没有写理由'],
    ['a cell, which names nobody', () => manual('8', cell('B2', '8'), {}, '好'), '没有批准人'],
    ['no source', () => manual('8', null), '没有批准人'],
    ['somebody else', () => manual('8', entry(), { approvers: [{ name: '王五' }] }), '由王五批准']
  ])('refuses %s', (_, run, reason) => {
    expect(run()).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining(reason) as string })
  })

  it('accepts the approver of the scheme', () => {
    expect(printed(manual('8', entry('王五'), { approvers: [{ name: '王五' }] }))).toBe('8.00')
    expect(describeRule('MANUAL_SCORE', { approvers: [{ name: '王五' }] }, { fullMark: '10' })).toBe(
      '人工评分，0 到 10 分；每个分都要写理由，由王五批准。'
    )
  })

  it('keeps NA, MISSING and two different marks apart', () => {
    const run = (readings: RuleCase['readings']) => runRule({ kind: 'MANUAL_SCORE', readings }).status
    const score = (value: string | null) =>
      reading('u', 'a1', value, {
        field: 'score',
        source: entry(),
        ...(value === null ? { state: 'NA' } : {})
      })
    expect([run([]), run([score(null)]), run([score('1'), score('2')])]).toEqual(['MISSING', 'NA', 'REFUSED'])
    expect(run([reading('u', 'a1', '5', { field: 'self', source: entry() })])).toBe('MISSING')
  })

  it('is the mark itself, never cut to the range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 2000 }), (cents) => {
        const value = (cents / 100).toString()
        const outcome = manual(value)
        if (cents < 0 || cents > 1000) expect(outcome.status).toBe('REFUSED')
        else expect(outcome.status === 'SCORED' && outcome.score.equals(value)).toBe(true)
      }),
      { numRuns: 100 }
    )
  })

  it.each([
    ['sound', {}, []],
    ['upside down', { min: '8', max: '8' }, ['error CAPS_CONTRADICT']],
    ['above the full mark', { max: '11' }, ['error CAPS_CONTRADICT']],
    ['an approver twice', { approvers: [{ name: '甲' }, { name: '甲' }] }, ['error DUPLICATE_APPROVER']]
  ])('check: %s', (_, params, expected) => {
    expect(checkCodes('MANUAL_SCORE', params, { fullMark: '10' })).toEqual([...expected, 'info MANUAL_SCORE'])
  })
})
