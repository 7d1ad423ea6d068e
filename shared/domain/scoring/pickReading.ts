import { dec, type D } from '../number/decimal.ts'
import type { Reading, ReadingField } from './reading.ts'
import type { RuleSubject } from './ruleKind.ts'

/** What a unit handed in for one field. CONFLICT: two different numbers for the same thing. */
export type PickedReading = PickedNumber | PickedNothing
export interface PickedNumber {
  state: 'VALUE' | 'ESTIMATED'
  value: D
  reading: Reading
}
export type PickedNothing =
  { state: 'NA' | 'MISSING'; reading: Reading | null } | { state: 'CONFLICT'; readings: readonly Reading[] }

export function hasNumber(picked: PickedReading): picked is PickedNumber {
  return picked.state === 'VALUE' || picked.state === 'ESTIMATED'
}

/** The one reading of a field. No reading at all is MISSING. */
export function pickReading(subject: RuleSubject, field: Exclude<ReadingField, 'rating'>): PickedReading {
  const found = subject.readings.filter((reading) => reading.field === field)
  const first = found[0]
  if (first === undefined) return { state: 'MISSING', reading: null }
  if (found.some((other) => other.state !== first.state || other.value !== first.value)) {
    return { state: 'CONFLICT', readings: found }
  }
  return pickedFrom(first)
}

/** One reading by itself. A VALUE without a number counts as MISSING: it never becomes 0. */
export function pickedFrom(reading: Reading): Exclude<PickedReading, { state: 'CONFLICT' }> {
  if (reading.state === 'NA') return { state: 'NA', reading }
  if (reading.state === 'MISSING' || reading.value === null) return { state: 'MISSING', reading }
  return { state: reading.state, value: dec(reading.value), reading }
}
