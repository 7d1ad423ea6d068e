import fc from 'fast-check'
import { dec } from '#shared/domain/number/decimal.ts'
import { rating, reading } from '../scoring/build.ts'
import { actual, either, FULL_MARK, measure, score, signOf, type KindCase } from './kindCase.ts'

/** Kinds that compare units with each other or with standards, and those that work on marks, votes and events. */

export const tiers = fc.constantFrom('ZERO', 'WORST_TIER').map((belowWorst): KindCase => ({
  kind: 'EFFICACY_TIERS',
  params: {
    belowWorst,
    tiers: [
      { name: '优秀值', value: '90', coefficient: '1' },
      { name: '良好值', value: '60', coefficient: '0.8' },
      { name: '平均值', value: '30', coefficient: '0.6' },
      { name: '较差值', value: '10', coefficient: '0.2' }
    ]
  },
  direction: 'UP',
  targets: null,
  bounds: ['0', FULL_MARK],
  sign: 1,
  scales: false,
  readings: actual
}))

export const spread = fc
  .record({ allEqual: fc.constantFrom('80', '100'), direction: either })
  .map(({ direction, allEqual }): KindCase => ({
    kind: 'MINMAX_60_100',
    params: { allEqual },
    direction,
    targets: null,
    bounds: ['12', FULL_MARK],
    sign: signOf(direction),
    scales: true,
    readings: actual
  }))

export const best = fc.constantFrom('1.25', '1').map((factor): KindCase => ({
  kind: 'RATIO_TO_BEST',
  params: { coefficients: [{ unit: 'u1', factor }] },
  direction: 'UP',
  targets: null,
  bounds: ['0', FULL_MARK],
  sign: 1,
  scales: true,
  readings: actual
}))

export const places = fc
  .record({
    decrement: fc.constantFrom('2', '5', '30'),
    tie: fc.constantFrom('SAME_RANK', 'MEAN_OF_PLACES'),
    direction: either
  })
  .map(({ direction, ...params }): KindCase => ({
    kind: 'RANK_POINTS',
    params,
    direction,
    targets: null,
    bounds: ['0', FULL_MARK],
    sign: signOf(direction),
    scales: true,
    readings: actual
  }))

export const external = fc.constant<KindCase>({
  kind: 'EXTERNAL_RANK',
  params: {
    rows: [
      { to: 0, points: '20' },
      { from: 1, points: '18', perPlace: '-2', limit: '6' }
    ]
  },
  direction: 'DOWN',
  targets: 'RANK',
  bounds: ['6', FULL_MARK],
  sign: -1,
  scales: false,
  readings: (unit, code, value) => [reading(unit, code, String(1 + Math.floor(value / 10)))]
})

export const deducted = fc.constantFrom('MULTIPLIER_FIRST', 'CAP_FIRST').map((capOrder): KindCase => ({
  kind: 'DEDUCT_LIST',
  params: {
    start: '100',
    capOrder,
    items: [
      { name: '未报', points: '10' },
      { name: '缺席', points: '5', cap: '20' }
    ],
    unitMultipliers: [{ unit: 'u2', factor: '2' }]
  },
  direction: 'UP',
  targets: null,
  bounds: ['0', FULL_MARK],
  sign: -1,
  scales: false,
  readings: (unit, code, value, extra) => [
    rating(unit, code, '未报', String(value)),
    rating(unit, code, '缺席', String(extra[0]! % 8))
  ]
}))

export const judges = fc.record({ trim: fc.integer({ min: 0, max: 2 }) }).map(({ trim }): KindCase => ({
  kind: 'JUDGE_MEAN',
  params: { trim },
  direction: 'UP',
  targets: null,
  bounds: ['0', FULL_MARK],
  sign: 1,
  scales: false,
  readings: (unit, code, value, extra) =>
    [value, ...extra].map((mark, index) =>
      rating(unit, code, `评委${index}`, measure(Math.min(mark, 1000), dec(1)))
    )
}))

export const ballots = fc.constant<KindCase>({
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '优秀', weight: '100' },
      { name: '良好', weight: '80' },
      { name: '一般', weight: '60' }
    ],
    invalid: [{ name: '不了解' }]
  },
  direction: 'UP',
  targets: null,
  bounds: ['0', FULL_MARK],
  sign: 1,
  scales: false,
  readings: (unit, code, value, extra) => [
    rating(unit, code, '优秀', String(value)),
    rating(unit, code, '良好', String(extra[0]! % 20)),
    rating(unit, code, '一般', String(extra[1]! % 20)),
    rating(unit, code, '不了解', String(extra[2]! % 5))
  ]
})

export const direct = fc.constant<KindCase>({
  kind: 'DIRECT_SCORE',
  params: { outOf: '150' },
  direction: 'UP',
  targets: null,
  bounds: ['0', FULL_MARK],
  sign: 1,
  scales: false,
  readings: score
})

export const manual = fc.constantFrom('20', '15').map((max): KindCase => ({
  kind: 'MANUAL_SCORE',
  params: { max, approvers: [{ name: '分管领导' }] },
  direction: 'UP',
  targets: null,
  bounds: ['0', max],
  sign: 1,
  scales: false,
  readings: score
}))
