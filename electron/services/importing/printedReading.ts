import type { ReadingState } from '#shared/domain/scoring/reading.ts'

/** A reading as people read it: NA is `/`, what was not handed in 缺报, neither is 0. */
export function printedReading({ state, value }: { state: ReadingState; value: string | null }): string {
  return state === 'NA' ? '/' : state === 'MISSING' ? '缺报' : (value ?? '')
}
