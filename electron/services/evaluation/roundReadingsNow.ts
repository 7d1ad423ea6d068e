import type { JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import { isCollectedHere, roundReadings, type RoundFacts } from '#shared/domain/evaluation/roundReadings.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { sourceText } from '#shared/domain/scoring/sourceText.ts'
import type { ForeignReading } from '#shared/ipc/evaluation.ts'
import { marksOf, type RoundRow, type WrittenReading } from '#db/repos/evaluationRepo.ts'
import type { Library } from '../library.ts'

export function factsOf(library: Library, row: RoundRow, judged: JudgedIndicator): RoundFacts {
  const { id, title, heldOn, setup } = row
  return { id, title, heldOn, setup, indicator: judged, marks: marksOf(library.db, id) }
}

/** What the marks of a round are as readings, counted now by whoever works here. */
export function readingsOfRound(library: Library, facts: RoundFacts): Reading[] {
  return roundReadings(facts, { by: library.operator(), at: library.now().toISOString() })
}

export function readingKey(reading: Pick<Reading, 'unit' | 'rater'>): string {
  return JSON.stringify([reading.unit, reading.rater?.group ?? '', reading.rater?.name ?? ''])
}

/** Whether what stands is what the round wrote. */
export function isAsWritten(reading: Reading, written: WrittenReading | undefined): boolean {
  return (
    written?.wrote != null &&
    reading.source?.kind === 'manual' &&
    written.wrote.state === reading.state &&
    written.wrote.value === reading.value
  )
}

export function writtenByKey(row: Pick<RoundRow, 'written'>): Map<string, WrittenReading> {
  return new Map((row.written ?? []).map((entry) => [readingKey(entry), entry]))
}

/** Readings on record in what a round collects, other than those that it wrote itself. */
export function foreignReadings(
  stored: readonly Reading[],
  row: Pick<RoundRow, 'written'>,
  facts: RoundFacts
): Reading[] {
  const written = writtenByKey(row)
  const order = new Set(facts.setup.order)
  return stored.filter(
    (reading) =>
      order.has(reading.unit) &&
      isCollectedHere(reading, facts) &&
      !isAsWritten(reading, written.get(readingKey(reading)))
  )
}

export function foreignView({ unit, rater, value, source }: Reading): ForeignReading {
  const from = source?.kind === 'manual' ? source.reason : sourceText(source)
  return { unit, group: rater?.group ?? '', name: rater?.name ?? '', value, source: from }
}
