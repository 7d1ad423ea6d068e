import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { policies } from '#shared/domain/scheme/policies.ts'
import { fieldsOfRule, RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import type { RuleKind } from '#shared/domain/scoring/ruleKind.ts'
import { curveRange, scoreCurve } from '#shared/domain/trial/scoreCurve.ts'
import { trialCase } from '#shared/domain/trial/trialCase.ts'
import type { DraftIndicator } from '../../../renderer/src/features/schemeEditor/editorTab.ts'
import { filledIndicator } from '../../../renderer/src/features/schemeEditor/draft/filledDraft.ts'
import {
  exampleFields,
  exampleText,
  withExampleText,
  type Participant
} from '../../../renderer/src/features/schemeEditor/example/exampleRows.ts'
import { lineLayout } from '../../../renderer/src/features/schemeEditor/example/lineLayout.ts'
import { runExample } from '../../../renderer/src/features/schemeEditor/example/runExample.ts'
import { zoomRange } from '../../../renderer/src/features/schemeEditor/example/zoomRange.ts'
import { tidyNumber } from '../../../renderer/src/features/schemeEditor/form/numberInput.ts'
import { paramDefault } from '../../../renderer/src/features/schemeEditor/form/paramDefaults.ts'
import { paramIssues } from '../../../renderer/src/features/schemeEditor/form/paramIssues.ts'
import { shownColumns } from '../../../renderer/src/features/schemeEditor/form/shownColumns.ts'

const kindOf = (code: string): RuleKind => RULE_KINDS.find(({ kind }) => kind === code)!

/** A case may write numbers as JSON numbers; a draft has them as text. */
function indicatorOf(given: RuleKind['example']['case']['indicator'] = {}): DraftIndicator {
  const text = (value: string | number | undefined): string | undefined =>
    value === undefined ? undefined : String(value)
  const { fullMark = '100', missingFloor, missingPoints, ...rest } = given
  return {
    ...rest,
    fullMark: String(fullMark),
    ...(missingFloor === undefined ? {} : { missingFloor: text(missingFloor) }),
    ...(missingPoints === undefined ? {} : { missingPoints: text(missingPoints) })
  }
}

describe('numbers as they are typed', () => {
  it.each([
    ['１００', '', '100'],
    ['1,200.50', '', '1200.5'],
    ['80%', '%', '80'],
    ['80%', '分', '80%'],
    ['80.', '', '80.'],
    ['100/3', '', '100/3'],
    ['', '', undefined],
    ['abc', '', 'abc']
  ])('%j in a field of %j', (typed, suffix, kept) => {
    expect(tidyNumber(typed, suffix)).toBe(kept)
  })
})

describe.each(RULE_KINDS.map((kind) => [kind.name, kind] as const))(
  'the form and example of %s',
  (_, kind) => {
    const given = kind.example.case
    const params = given.rule.params ?? {}

    it('finds nothing wrong in its own example, and every default by the kind itself', () => {
      expect([...paramIssues(kind, params)]).toEqual([])
      const parsed = kind.params.parse(params) as Record<string, unknown>
      for (const { key, input } of kind.form) {
        if (params[key] === undefined && input.type !== 'table') {
          expect([key, paramDefault(kind, key)]).toEqual([key, parsed[key]])
        }
      }
    })

    it('computes for the indicator that the example is about', () => {
      const outcome = runExample({
        kind: kind.kind,
        params,
        indicator: filledIndicator(indicatorOf(given.indicator)),
        policies: policies.parse(given.policies ?? {}),
        participants: given.participants,
        group: given.group ?? ''
      })
      expect(outcome).toMatchObject({ ok: true })
      if (outcome.ok) expect(outcome.result.results).toHaveLength(given.participants.length)
    })

    it('shows and takes back every number of the example', () => {
      const rule = trialCase.parse(given)
      for (const participant of given.participants) {
        for (const field of exampleFields(fieldsOfRule(rule.rule))) {
          const text = exampleText(participant, field)
          const again = withExampleText(participant, field, text)
          expect(exampleText(again, field)).toBe(text)
        }
      }
    })
  }
)

describe('a cell of the example', () => {
  const one: Participant = { unit: '甲', target: '100', actual: '80' }

  it('tells nothing, 不适用, 缺报 and 0 apart', () => {
    expect(withExampleText(one, 'actual', '')).toEqual({ unit: '甲', target: '100' })
    expect(withExampleText(one, 'actual', '/').actual).toBe('NA')
    expect(withExampleText(one, 'actual', '缺').actual).toBe('MISSING')
    expect(withExampleText(one, 'actual', '０').actual).toBe('0')
  })

  it('reads marks with and without names', () => {
    expect(withExampleText(one, 'ratings', '90、85.5').ratings).toEqual(['90', '85.5'])
    expect(withExampleText(one, 'ratings', '局领导/王=90；迟报：2').ratings).toEqual([
      { group: '局领导', name: '王', value: '90' },
      { group: '', name: '迟报', value: '2' }
    ])
  })

  it('says which side is wrong when nothing can be computed', () => {
    const base = {
      kind: 'RATIO_TO_TARGET',
      indicator: filledIndicator({ name: '指标', fullMark: '10' }),
      policies: policies.parse({}),
      group: ''
    }
    expect(runExample({ ...base, params: {}, participants: [{ unit: '甲', actual: '八十' }] })).toEqual({
      ok: false,
      wrong: 'NUMBERS'
    })
    expect(runExample({ ...base, params: { cap: '很多' }, participants: [one] })).toEqual({
      ok: false,
      wrong: 'PARAMS'
    })
  })
})

describe('pictures', () => {
  it('gives a narrow hole room beside a wide zone, in order and filling the line', () => {
    const kind = kindOf('INTERVAL_TABLE')
    const params = kind.params.parse({
      rows: [
        { lo: '0', hi: '59', hiInclusive: true, value: '0' },
        { lo: '60', hi: '100', hiInclusive: true, value: '5' }
      ]
    })
    const [line] = kind.coverage!(params, filledIndicator({ fullMark: '5' }))
    const drawn = lineLayout(line!.segments)
    const hole = drawn.find(({ segment }) => segment.from === '59' && segment.to === '60')!
    expect(hole.segment.kind).toBe('GAP')
    expect(hole.width).toBeGreaterThan(5)
    expect(drawn.reduce((total, { width }) => total + width, 0)).toBeCloseTo(100)
    expect(drawn.every(({ left }, index) => index === 0 || left > drawn[index - 1]!.left)).toBe(true)
  })

  it('looks closely enough to see single steps', () => {
    const given = trialCase.parse({
      rule: { kind: 'DIFF_FROM_TARGET', params: { downPer: '0.5', downPoints: '1', mode: 'STEP' } },
      indicator: { fullMark: '90', unit: '%' },
      participants: [{ unit: '甲', target: '100', actual: '40' }]
    })
    const curve = scoreCurve(given, '甲', { ...curveRange(given, '甲'), points: 100 })!
    const near = zoomRange(curve, '100')!
    expect(dec(near.to).minus(dec(near.from)).toNumber()).toBeCloseTo(5, 3)
    const flat = scoreCurve({ ...given, rule: { kind: 'RATIO_TO_TARGET', params: {} } }, '甲', {
      from: '0',
      to: '200',
      points: 50
    })!
    expect(zoomRange(flat, '100')).toBeNull()
  })
})

it('folds columns that nobody uses, and never one that holds something', () => {
  const field = kindOf('INTERVAL_TABLE').form.find(({ key }) => key === 'rows')!
  const columns = field.input.type === 'table' ? field.input.columns : []
  const keys = (rows: Record<string, unknown>[], all = false): string[] =>
    shownColumns(columns, rows, all).map(({ key }) => key)
  expect(keys([])).toEqual(['lo', 'loInclusive', 'hi', 'hiInclusive', 'value'])
  expect(keys([{ secondLo: '1' }])).toEqual(expect.arrayContaining(['secondLo', 'secondLoInclusive']))
  expect(keys([], true)).toHaveLength(columns.length)
})
