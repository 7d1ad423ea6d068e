import { compareText } from './compareText.ts'
import type { Reading } from './reading.ts'

/**
 * A fixed order for readings, so that nothing in a result (which of two equal marks is dropped, the order of
 * inputs in a trace, the hash) depends on the order in which they were imported.
 */
export function compareReadings(a: Reading, b: Reading): number {
  return (
    compareText(a.unit, b.unit) ||
    compareText(a.indicator, b.indicator) ||
    compareText(a.field, b.field) ||
    compareText(a.rater?.group ?? '', b.rater?.group ?? '') ||
    compareText(a.rater?.name ?? '', b.rater?.name ?? '') ||
    compareText(a.state, b.state) ||
    compareText(a.value ?? '', b.value ?? '') ||
    // Two readings of the same thing with the same number: only where they come from tells them apart.
    compareText(JSON.stringify([a.source, a.note]), JSON.stringify([b.source, b.note]))
  )
}

const NONE: readonly Reading[] = []

/** Readings by indicator and unit, looked up in constant time. */
export interface ReadingIndex {
  of(indicator: string, unit: string): readonly Reading[]
}

export function indexReadings(readings: readonly Reading[]): ReadingIndex {
  const byIndicator = new Map<string, Map<string, Reading[]>>()
  for (const reading of readings) {
    const byUnit = byIndicator.get(reading.indicator) ?? new Map<string, Reading[]>()
    byIndicator.set(reading.indicator, byUnit)
    const list = byUnit.get(reading.unit)
    if (list) list.push(reading)
    else byUnit.set(reading.unit, [reading])
  }
  for (const byUnit of byIndicator.values()) {
    for (const list of byUnit.values()) if (list.length > 1) list.sort(compareReadings)
  }
  return { of: (indicator, unit) => byIndicator.get(indicator)?.get(unit) ?? NONE }
}
