import fc from 'fast-check'
import { dec, type D } from '#shared/domain/number/decimal.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { reading } from '../scoring/build.ts'

/** Full mark of every item. */
export const FULL_MARK = '20'

/** One unit's input of one item: the number that the rule mainly looks at, and others that it needs. */
export interface Cell {
  value: number | 'NA' | 'MISSING'
  extra: readonly number[]
}

export interface KindCase {
  kind: string
  params: Record<string, unknown>
  direction: 'UP' | 'DOWN'
  /** Targets in the unit of measure, by the position of the unit. */
  targets: 'BASE' | 'RANK' | null
  /** Least and most points that the rule may give. */
  bounds: readonly [string, string]
  /** 1: a larger value never scores less; −1: never more. */
  sign: 1 | -1
  /** Value and target × k score the same: the unit of measure does not matter. */
  scales: boolean
  /** Readings of a value that is a number; `k` is the unit of measure. */
  readings(unit: string, code: string, value: number, extra: readonly number[], k: D): Reading[]
}

/** Tenths, so that values and targets meet exactly now and then. */
export const measure = (tenths: number, k: D): string => dec(tenths).div(10).times(k).toFixed()

export const actual: KindCase['readings'] = (unit, code, value, _extra, k) => [
  reading(unit, code, measure(value, k))
]
export const score: KindCase['readings'] = (unit, code, value) => [
  reading(unit, code, measure(value, dec(1)), {
    field: 'score',
    source: { kind: 'manual', by: '分管领导', at: '2026-10-09', reason: '见附件' }
  })
]
export const percent = (share: number): string => dec(FULL_MARK).times(share).div(100).toFixed()
export const either = fc.constantFrom('UP' as const, 'DOWN' as const)
export const signOf = (direction: 'UP' | 'DOWN'): 1 | -1 => (direction === 'UP' ? 1 : -1)
export const mode = fc.constantFrom('STEP', 'LINEAR')
