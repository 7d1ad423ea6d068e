import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'

/** A made-up office of any size: every kind of rule in turn, four groups, grades, boards, streaks and a year. */

type Rule = { kind: string; params: Record<string, unknown>; direction?: 'UP' | 'DOWN' }

/** One rule of each way of working: own value, group's values, marks, votes, events. */
const RULES: readonly Rule[] = [
  { kind: 'RATIO_TO_TARGET', params: {} },
  { kind: 'DIFF_FROM_TARGET', params: { upPer: '10', upPoints: '0.5', upCap: '1', downPer: '10' } },
  { kind: 'DIRECTION_TABLE', params: {} },
  { kind: 'THRESHOLD', params: {} },
  {
    kind: 'INTERVAL_TABLE',
    params: {
      rows: [
        { hi: '80', value: '1' },
        { lo: '80', hi: '100', value: '3' },
        { lo: '100', value: '5' }
      ]
    }
  },
  { kind: 'RANK_POINTS', params: { decrement: '1' } },
  { kind: 'MINMAX_60_100', params: { allEqual: '80' } },
  { kind: 'RATIO_TO_BEST', params: {} },
  {
    kind: 'EFFICACY_TIERS',
    params: {
      tiers: ['140', '120', '100', '80', '60'].map((value, index) => ({
        name: ['优秀值', '良好值', '平均值', '较低值', '较差值'][index],
        value,
        coefficient: ['1', '0.8', '0.6', '0.4', '0.2'][index]
      }))
    }
  },
  { kind: 'JUDGE_MEAN', params: { trim: 1, rejectAllEqual: true } },
  {
    kind: 'BALLOT_SHARE',
    params: {
      options: [
        { name: '优秀', weight: '100' },
        { name: '良好', weight: '80' }
      ]
    }
  },
  { kind: 'DEDUCT_LIST', params: { items: [{ name: '迟报', points: '0.5' }] } }
]
const FULL_MARK = '5'
const GROUPS = 4
const JUDGES = 7

export interface LargeOffice {
  scheme: SchemeDefinition
  readings(quarter: number): Reading[]
}

export function largeOffice(units: number, indicators: number): LargeOffice {
  const codes = Array.from({ length: units }, (_, index) => `u${index}`)
  const rules = Array.from({ length: indicators }, (_, index) => RULES[index % RULES.length]!)
  const scheme = schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'large',
    title: '大规模方案',
    organisation: '示例',
    year: 2026,
    units: codes.map((code, index) => ({ code, name: `第 ${index + 1} 单位`, kind: 'DEPARTMENT' })),
    groups: Array.from({ length: GROUPS }, (_, group) => ({
      code: `g${group}`,
      name: `第 ${group + 1} 组`,
      members: codes.filter((_, index) => index % GROUPS === group).map((unit) => ({ unit }))
    })),
    races: [
      {
        code: 'race',
        name: '季度赛马',
        groups: Array.from({ length: GROUPS }, (_, group) => `g${group}`),
        fullMark: String(indicators * Number(FULL_MARK)),
        dimensions: [
          {
            code: 'all',
            name: '全部',
            fullMark: String(indicators * Number(FULL_MARK)),
            indicators: rules.map((rule, index) => ({
              code: `i${index}`,
              name: `指标 ${index + 1}`,
              fullMark: FULL_MARK,
              owner: 'u0',
              provider: 'u0',
              direction: rule.direction ?? 'UP',
              rule: { kind: rule.kind, params: rule.params },
              targets: [{ unit: '*', base: '100' }]
            }))
          }
        ],
        grades: {
          levels: [{ name: '优秀', percent: '15' }, { name: '良好', percent: '20' }, { name: '合格' }],
          straddle: 'ALL_IN'
        },
        boards: [
          { kind: 'RED_BLACK', code: 'red', name: '红黑榜', first: 5, last: 4 },
          { kind: 'TOPICS', code: 'topics', name: '单项榜', topics: 'INDICATORS' },
          { kind: 'MOVERS', code: 'movers', name: '进退榜' }
        ],
        streaks: [
          {
            code: 'met',
            name: '指标全年红',
            when: { on: 'INDICATOR_MET' },
            times: 4,
            outcome: '全年红',
            tone: 'GOOD'
          },
          {
            code: 'last',
            name: '连续靠后',
            when: { on: 'LAST', places: 3 },
            times: 2,
            outcome: '约谈',
            tone: 'BAD'
          }
        ],
        alsoRank: ['ALL']
      }
    ]
  })
  return {
    scheme,
    readings: (quarter) =>
      codes.flatMap((unit, unitNo) =>
        rules.flatMap((rule, indicatorNo) =>
          readingsOf(rule, unit, `i${indicatorNo}`, pseudo(unitNo, indicatorNo, quarter))
        )
      )
  }
}

/** A number between 50 and 150 that only depends on its place: the same bench on every machine. */
function pseudo(unit: number, indicator: number, quarter: number): (salt: number) => number {
  return (salt) => {
    let state = (unit * 73856093) ^ (indicator * 19349663) ^ (quarter * 83492791) ^ (salt * 2654435761)
    state = Math.imul(state ^ (state >>> 15), 2246822519)
    return 50 + (((state ^ (state >>> 13)) >>> 0) % 10_000) / 100
  }
}

function readingsOf(rule: Rule, unit: string, indicator: string, value: (salt: number) => number): Reading[] {
  const reading = (number: string, rater: Reading['rater'] = null): Reading => ({
    unit,
    indicator,
    field: rater === null ? 'actual' : 'rating',
    rater,
    state: 'VALUE',
    value: number,
    source: { kind: 'cell', batchId: 1, file: '汇总表.xlsx', sheet: '表1', address: 'D12', raw: number },
    note: null
  })
  const whole = (salt: number, modulo: number): string => String(Math.floor(value(salt)) % modulo)
  switch (rule.kind) {
    case 'JUDGE_MEAN':
      return Array.from({ length: JUDGES }, (_, judge) =>
        reading(String(70 + Number(whole(judge, 31))), { group: '', name: `评委${judge}` })
      )
    case 'BALLOT_SHARE':
      return ['优秀', '良好'].map((name, salt) =>
        reading(String(1 + Number(whole(salt, 40))), { group: '', name })
      )
    case 'DEDUCT_LIST':
      return [reading(whole(0, 3), { group: '', name: '迟报' })]
    default:
      return [reading(String(value(0)))]
  }
}
