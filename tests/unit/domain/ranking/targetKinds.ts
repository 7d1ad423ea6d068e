import fc from 'fast-check'
import { rating } from '../scoring/build.ts'
import { actual, either, FULL_MARK, measure, mode, percent, signOf, type KindCase } from './kindCase.ts'

/** Kinds that compare a unit with its target, a line or a table. */

export const ratio = fc
  .record({
    cap: fc.constantFrom(100, 110, 120),
    floor: fc.constantFrom(0, 10),
    down: fc.constantFrom('TARGET_OVER_VALUE', 'TWO_MINUS_RATIO'),
    cliff: fc.constantFrom(undefined, '60', '80'),
    direction: either
  })
  .map(({ direction, cap, floor, ...params }): KindCase => ({
    kind: 'RATIO_TO_TARGET',
    params: { ...params, cap: String(cap), floor: String(floor) },
    direction,
    targets: 'BASE',
    bounds: ['0', percent(cap)],
    sign: signOf(direction),
    scales: true,
    readings: actual
  }))

export const difference = fc
  .record({
    mode,
    upCap: fc.integer({ min: 0, max: 5 }),
    downPer: fc.integer({ min: 1, max: 20 }),
    direction: either
  })
  .map(({ direction, mode: steps, upCap, downPer }): KindCase => ({
    kind: 'DIFF_FROM_TARGET',
    params: {
      mode: steps,
      upPer: '10',
      upPoints: '0.5',
      upCap: String(upCap),
      downPer: String(downPer),
      downPoints: '1'
    },
    direction,
    targets: 'BASE',
    bounds: ['0', String(20 + upCap)],
    sign: signOf(direction),
    scales: true,
    readings: actual
  }))

export const table = fc
  .record({ mode, cap: fc.constantFrom(100, 120), deadBand: fc.constantFrom('0', '5'), direction: either })
  .map(({ direction, cap, ...params }): KindCase => ({
    kind: 'DIRECTION_TABLE',
    params: { ...params, cap: String(cap) },
    direction,
    targets: 'BASE',
    bounds: ['0', percent(cap)],
    sign: signOf(direction),
    scales: true,
    readings: actual
  }))

export const sasac = fc
  .record({ mode, upPoints: fc.constantFrom('1', '0.5') })
  .map(({ upPoints }): KindCase => ({
    kind: 'SASAC_GROWTH',
    params: { upPoints },
    direction: 'UP',
    targets: 'BASE',
    bounds: ['16', '24'],
    sign: 1,
    scales: false,
    readings: (unit, code, value, extra, k) => [
      ...actual(unit, code, value, extra, k),
      rating(unit, code, '基准值', measure(1 + extra[1]!, k))
    ]
  }))

export const line = fc
  .record({ inclusive: fc.boolean(), direction: either })
  .map(({ direction, inclusive }): KindCase => ({
    kind: 'THRESHOLD',
    params: { inclusive, fail: '5' },
    direction,
    targets: 'BASE',
    bounds: ['5', FULL_MARK],
    sign: signOf(direction),
    scales: true,
    readings: actual
  }))

export const rows = fc.constant<KindCase>({
  kind: 'INTERVAL_TABLE',
  params: {
    variable: 'RATE',
    rows: [
      { lo: '100', value: '20' },
      { lo: '80', hi: '100', atLo: '10', atHi: '18' },
      { lo: '60', hi: '80', value: '6' },
      { hi: '60', value: '0' }
    ]
  },
  direction: 'UP',
  targets: 'BASE',
  bounds: ['0', FULL_MARK],
  sign: 1,
  scales: true,
  readings: actual
})
