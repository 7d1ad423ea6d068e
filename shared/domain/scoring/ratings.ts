import type { Reading } from './reading.ts'
import type { RuleSubject } from './ruleKind.ts'

/** Ratings of one unit, each named rater once; `conflict` names a rater who gave two different marks. */
export interface Ratings {
  list: readonly Reading[]
  conflict: string | null
}

/** One rater over several units. Null for anonymous marks: nothing ties them to one ballot. */
export function raterKey(reading: Reading): string | null {
  const rater = reading.rater
  if (rater === null || rater.name === '') return null
  return JSON.stringify([rater.group, rater.name])
}

export function raterName(reading: Reading): string {
  const rater = reading.rater
  if (rater === null) return '评分'
  return [rater.group, rater.name].filter((part) => part !== '').join(' ') || '评分'
}

/** Anonymous marks all count; a named rater's identical second mark (the same sheet twice) counts once. */
export function ratingsOf(subject: RuleSubject): Ratings {
  const seen = new Map<string, Reading>()
  const list: Reading[] = []
  let conflict: string | null = null
  for (const reading of subject.readings) {
    if (reading.field !== 'rating') continue
    const key = raterKey(reading)
    const earlier = key === null ? undefined : seen.get(key)
    if (earlier === undefined) {
      list.push(reading)
      if (key !== null) seen.set(key, reading)
    } else if (earlier.state !== reading.state || earlier.value !== reading.value) {
      conflict ??= raterName(reading)
    }
  }
  return { list, conflict }
}
