import { describe, expect, it } from 'vitest'
import { adjust } from '#shared/domain/ledger/adjustments.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { printFixed, type RoundingMode } from '#shared/domain/number/rounding.ts'
import { policies } from '#shared/domain/scheme/policies.ts'
import { adjustmentRules } from '#shared/domain/scheme/schemeDefinition.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { POLICY_WORDS } from '#shared/domain/scheme/words/policyWords.ts'
import { progressCoverage } from '../../../renderer/src/features/schemeEditor/settings/policies/progressCoverage.ts'
import {
  answer,
  answersOf,
  currentAnswer,
  isAnswered,
  keepDefaults,
  openQuestions,
  takeBack
} from '../../../renderer/src/features/schemeEditor/settings/policies/questions.ts'
import {
  BAND_PRESET,
  gradeFaults,
  placesText,
  QUOTA_PRESET
} from '../../../renderer/src/features/schemeEditor/settings/race/gradeTable.ts'
import {
  quotaExample,
  quotasFor
} from '../../../renderer/src/features/schemeEditor/settings/race/quotaExample.ts'
import { yearExample } from '../../../renderer/src/features/schemeEditor/settings/race/yearExample.ts'
import {
  NEEDS,
  POLICY_QUESTIONS,
  QUESTIONS_OF,
  type PolicyKey
} from '../../../renderer/src/text/policyQuestions.ts'
import { policyLines } from '../../../renderer/src/text/policies.ts'
import { emptyDraft } from './drafts.ts'

const KEYS = Object.keys(POLICY_QUESTIONS) as PolicyKey[]

describe('questions', () => {
  it('asks every switch of a scheme, once', () => {
    const numbers = ['missingFloor', 'missingPoints']
    const asked = [...Object.values(QUESTIONS_OF).flat(), 'vetoes', ...numbers].sort()
    expect(asked).toEqual(Object.keys(policies.parse({})).sort())
  })
  it.each(KEYS)(
    '%s offers every value of the switch, its default among them, in the words of the scheme',
    (key) => {
      const offered = answersOf(key).map((item) => item.value)
      const words = POLICY_WORDS.find((item) => item.key === key)!.choices
      if (words !== null) expect([...offered].sort()).toEqual(Object.keys(words).sort())
      expect(answersOf(key).filter((item) => item.isDefault)).toHaveLength(1)
      for (const value of offered) {
        const stored = answer(emptyDraft, key, value).policies
        expect(policies.safeParse(stored).success).toBe(true)
        expect(currentAnswer({ policies: stored }, key)).toBe(value)
      }
    }
  )
  it('tells an answer from a default, and takes it back', () => {
    expect(isAnswered(emptyDraft, 'capOrder')).toBe(false)
    const answered = answer(emptyDraft, 'capOrder', 'NET_THEN_CAP')
    expect(isAnswered(answered, 'capOrder')).toBe(true)
    expect(takeBack(answered, 'capOrder').policies).toEqual({})
    const all = keepDefaults(answered, openQuestions(answered))
    expect(openQuestions(all)).toEqual([])
    expect(currentAnswer(all, 'capOrder')).toBe('NET_THEN_CAP')
    expect(policies.parse(all.policies)).toEqual({ ...policies.parse({}), capOrder: 'NET_THEN_CAP' })
  })
  it('prints only what has an effect on the read-only page', () => {
    const names = policyLines(policies.parse({})).map((line) => line.name)
    expect(names).not.toContain('相抵时的类别封顶')
    const net = policyLines(
      policies.parse({ capOrder: 'NET_THEN_CAP', missing: 'FLOOR', missingFloor: '60' })
    )
    expect(net.map((line) => line.name)).toContain('相抵时的类别封顶')
    expect(net.find((line) => line.name === '缺报处理')!.choice).toBe('按满分的一定比例计：60%')
    for (const need of Object.values(NEEDS))
      expect(POLICY_QUESTIONS[need.key].answers[need.value]).toBeTruthy()
  })
})

describe('numbers in the examples are what the engine gives', () => {
  const example = (key: PolicyKey, value: string): string => POLICY_QUESTIONS[key].answers[value]!.example!
  it.each(['HALF_UP', 'CEIL', 'FLOOR'] as const)('rounding %s (G19, S14)', (mode: RoundingMode) => {
    for (const number of ['86.005', '15.2308']) {
      expect(example('rounding', mode)).toContain(`${number} → ${printFixed(dec(number), 2, mode)}`)
    }
  })
  it.each([0, 1, 2, 3, 4])('%s decimals (G19)', (places) =>
    expect(example('decimals', String(places))).toBe(`86.005 印成 ${printFixed(dec('86.005'), places)}`)
  )
  it('judging (G19)', () => {
    expect([printFixed(dec('88.124'), 2), printFixed(dec('88.116'), 2)]).toEqual(['88.12', '88.12'])
    expect(printFixed(dec('89.995'), 2)).toBe('90.00')
  })
  it('formulas with numbers in them come out', () => {
    let checked = 0
    for (const key of KEYS) {
      for (const { example: words } of Object.values(POLICY_QUESTIONS[key].answers)) {
        const [, left, right] = /^([\d. +−×÷()（）]+) = ([\d.]+)$/.exec(words ?? '') ?? []
        if (left === undefined || right === undefined) continue
        const value = evaluate(left)
        expect(`${left} = ${printFixed(value, right.split('.')[1]?.length ?? 0)}`).toBe(words)
        checked += 1
      }
    }
    expect(checked).toBeGreaterThan(12)
  })
  it.each([
    ['capOrder', 'CAP_THEN_SUBTRACT', '5', ['6.5', '7'], '96.40'],
    ['capOrder', 'NET_THEN_CAP', '5', ['6.5', '7'], '98.40'],
    ['netClassCaps', 'CLASS_FIRST', '5', ['6.5', '2'], '93.40'],
    ['netClassCaps', 'OVERALL_ONLY', '5', ['6.5', '2'], '94.90']
  ] as const)('%s %s by the ledger itself (G13): base 88.40', (key, value, cap, [first, second], total) => {
    const rules = adjustmentRules.parse({
      classes: [
        { code: 'a', name: '表彰', sign: 'BONUS', cap },
        { code: 'b', name: '其他', sign: 'BONUS' },
        { code: 'c', name: '扣分', sign: 'DEDUCTION' }
      ],
      bonusCap: '10'
    })
    const entries = [first, second, '2'].map((points, index) => ({
      ...{ id: index, unit: 'u', classCode: 'abc'[index]!, date: null, points, reason: '' },
      ...{ evidence: null, approver: null, source: null }
    }))
    const switches = policies.parse({
      ...(key === 'netClassCaps' ? { capOrder: 'NET_THEN_CAP' } : {}),
      [key]: value
    })
    const { bonus, deduction } = adjust(entries, rules, switches)
    expect(printFixed(dec('88.40').plus(bonus).minus(deduction), 2)).toBe(total)
    expect(example(key, value)).toContain(`= ${total}`)
  })
})

/** Plain arithmetic on the signs of the examples, exact. */
function evaluate(text: string) {
  const tokens = text
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .match(/[\d.]+|[+−×÷()]/g)!
  let at = 0
  const factor = () => {
    if (tokens[at] === '(') {
      at += 1
      const inner = sum()
      at += 1
      return inner
    }
    return dec(tokens[at++]!)
  }
  const product = () => {
    let value = factor()
    while (tokens[at] === '×' || tokens[at] === '÷') {
      value = tokens[at++] === '×' ? value.times(factor()) : value.div(factor())
    }
    return value
  }
  const sum = (): ReturnType<typeof dec> => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '−') {
      value = tokens[at++] === '+' ? value.plus(product()) : value.minus(product())
    }
    return value
  }
  return sum()
}

describe('grades (G15, S23, S24)', () => {
  const [excellent, good, rest] = QUOTA_PRESET.levels!
  it.each([
    [6, 'FLOOR', '0（空缺）', '1'],
    [22, 'FLOOR', '3', '4'],
    [22, 'ROUND', '3', '4'],
    [22, 'CEIL', '4', '5'],
    [78, 'FLOOR', '11', '15'],
    [78, 'ROUND', '12', '16'],
    [78, 'CEIL', '12', '16']
  ] as const)('%s units, %s: %s 优秀 and %s 良好', (units, rounding, first, second) => {
    expect(placesText(excellent!, false, units, rounding)).toBe(first)
    expect(placesText(good!, false, units, rounding)).toBe(second)
    expect(placesText(rest!, true, units, rounding)).toBe('其余单位')
  })
  it('never gives more places than there are units, and reads half-typed numbers as nothing', () => {
    expect(placesText({ name: '优', places: 10 }, false, 6, 'FLOOR')).toBe('6')
    expect(placesText({ name: '优', atLeast: '90' }, false, 6, 'FLOOR')).toBe('按分数线')
    expect(placesText({}, false, 6, 'FLOOR')).toBe('不限')
  })
  it('tells what keeps grades from working', () => {
    expect(gradeFaults(BAND_PRESET)).toEqual([])
    expect(gradeFaults(QUOTA_PRESET)).toEqual([])
    expect(gradeFaults({ levels: [{ name: '优' }] })).toEqual(['至少要有两个等次。'])
    expect(
      gradeFaults({
        levels: [
          { name: '优', atLeast: '80' },
          { name: '良', atLeast: '80' },
          { name: '中', percent: '5' }
        ]
      })
    ).toEqual([
      '「优」的分数线不高于「良」，评不出「良」。',
      '最后一等「中」接收其余单位，不要写分数线和名额。'
    ])
  })
})

describe('person quotas (S36, G15)', () => {
  const rules = {
    ...quotasFor(['优秀', '良好', '达标', '诫勉']),
    honours: [
      { name: '人民满意机关', plus: '5' },
      { name: '先进单位', plus: '3' }
    ]
  }
  it.each([
    [[], 'FLOOR', '6.45，去尾 6 个'],
    [[0], 'FLOOR', '8.60，去尾 8 个'],
    [[0], 'ROUND', '8.60，四舍五入 9 个'],
    [[0, 1], 'FLOOR', '封顶 20%']
  ] as const)('43 people, honours %j, %s: %s', (honours, rounding, words) =>
    expect(quotaExample({ ...rules, rounding }, { staff: 43, grade: '优秀', honours })).toContain(words)
  )
  it('has nothing to say while a number is missing', () =>
    expect(
      quotaExample({ byGrade: [{ grade: '优秀' }] }, { staff: 43, grade: '优秀', honours: [] })
    ).toBeNull())
})

describe('the year (G17, G18)', () => {
  it('gives the published 88.55', () =>
    expect(yearExample({ leadership: '5' }, null)).toBe(
      '88、90、92、86 平均 = 89.00；× 95% + 领导评价 4 = 88.55'
    ))
  it.each([
    [{}, null, '88、90、92、86 平均 = 89.00'],
    [{ method: 'BEST' as const, best: 3 }, null, '取 88、90、92 平均 = 90.00'],
    [
      { method: 'WEIGHTED' as const, weights: { Q1: '10', Q2: '20', Q3: '30', Q4: '40' } },
      null,
      '88、90、92、86 按权重 = 88.80'
    ],
    [
      { method: 'WEIGHTED' as const, weights: { Q1: '0', Q2: '0', Q3: '0', Q4: '0' } },
      null,
      '权重合计是 0，算不出来'
    ],
    [{}, 'Q2' as const, '全年空着，等领导定补分'],
    [{ missing: 'EXCLUDE' as const }, 'Q2' as const, '88、92、86 平均 = 88.67'],
    [{ missing: 'ZERO' as const }, 'Q2' as const, '88、0、92、86 平均 = 66.50']
  ])('%j without %s: %s', (rules, without, words) => expect(yearExample(rules, without)).toBe(words))
})

describe('progress (S43, G16)', () => {
  const standard = progressRules.parse({}).rows
  it('leaves no hole by default', () => expect(progressCoverage(standard).faults).toEqual([]))
  it('shows the hole of the published rule: 0 to 10 behind', () => {
    const published = standard.filter((row) => row.status !== 'SLIGHTLY_BEHIND')
    const { faults, segments } = progressCoverage(published)
    expect(faults).toEqual(['0（不含）到 10（不含） 没有规定是什么状态'])
    expect(segments.find((segment) => segment.statuses.length === 0)).toMatchObject({ lo: '0', hi: '10' })
  })
  it('tells two statuses for one number, not the same one twice', () => {
    expect(progressCoverage([...standard, { from: '30', status: 'BEHIND' }]).faults).toEqual([
      '30（不含）以上 有两种状态'
    ])
    expect(progressCoverage([...standard, { from: '40', status: 'BADLY_BEHIND' }]).faults).toEqual([])
  })
  it('passes over what is half typed', () =>
    expect(() => progressCoverage([{ from: '1.', status: 'BEHIND' }, {}])).not.toThrow())
})
