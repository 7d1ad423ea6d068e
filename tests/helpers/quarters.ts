import { upsertReading } from '#db/repos/measurementRepo.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { freezePeriod } from '#electron/services/freeze.ts'
import { freezeChecks } from '#electron/services/freezeChecks.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import type { Library } from '#electron/services/library.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

/** Marks by unit; null for a unit that handed nothing in. */
export type Marks = Record<string, string | null>

/** Opens a quarter under a scheme and enters one mark a unit for an indicator, as if typed in. */
export function openQuarter(
  library: Library,
  scheme: SchemeDefinition,
  period: PeriodKey,
  marks: Marks,
  indicator = 'i'
): void {
  loadScheme(library, scheme, period)
  enterMarks(library, period, marks, indicator)
}

export function enterMarks(library: Library, period: PeriodKey, marks: Marks, indicator = 'i'): void {
  for (const [unit, value] of Object.entries(marks)) {
    if (value === null) continue
    upsertReading(library.db, {
      period,
      reading: { unit, indicator, field: 'score', rater: null, state: 'VALUE', value, note: null },
      source: { kind: 'manual', by: '考核办', at: '2026-10-09', reason: '测试' },
      at: library.now()
    })
  }
}

/** Computes and freezes a quarter, accepting whatever may be accepted. */
export async function freezeQuarter(library: Library, period: PeriodKey): Promise<string> {
  computePeriod(library, period)
  const accept = freezeChecks(library, period).flatMap((check) =>
    check.ok || check.blocking ? [] : [check.code]
  )
  return (await freezePeriod(library, { period, accept, reason: '测试' })).publicId
}

/** A quarter from marks to snapshot. */
export async function heldQuarter(
  library: Library,
  scheme: SchemeDefinition,
  period: PeriodKey,
  marks: Marks
): Promise<string> {
  openQuarter(library, scheme, period, marks)
  return freezeQuarter(library, period)
}
