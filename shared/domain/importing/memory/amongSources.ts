import { fingerprintOf, hasSource, sourceKey, withoutSource } from './fingerprint.ts'
import type { RememberedMapping, RememberedSheet } from './rememberedMapping.ts'

/** Where new answers for a header are kept, and what becomes of those that are there. */
export interface Place {
  fingerprint: string
  /** Answers of other sources that hold for these alone from now on. */
  moved: readonly { id: number; fingerprint: string }[]
  /** Answers of this source that the new ones replace. */
  dropped: readonly number[]
}

export const sourceOf = ({ fileName, sheet, period }: RememberedSheet): string =>
  sourceKey(fileName, sheet, period)

/** Whether answers hold for the source that they were given for only. */
export function isBound({ fingerprint, labels }: RememberedSheet): boolean {
  return fingerprint !== fingerprintOf(labels, null)
}

/**
 * Answers hold for every sheet with their header until another source says something else: two departments that mean
 * different things by 丁 keep one answer each, and a third one is asked.
 */
export function placeAmongSources(
  labels: readonly string[],
  mapping: RememberedMapping,
  own: string,
  memories: readonly RememberedSheet[]
): Place {
  const same = memories.filter((memory) => fingerprintOf(memory.labels, null) === fingerprintOf(labels, null))
  const contrary = same.filter(
    (memory) => sourceOf(memory) !== own && contradict(withoutSource(memory.mapping), withoutSource(mapping))
  )
  const isOwn = hasSource(mapping) || contrary.length > 0
  return {
    fingerprint: fingerprintOf(labels, isOwn ? own : null),
    moved: contrary
      .filter((memory) => !isBound(memory))
      .map((memory) => ({ id: memory.id, fingerprint: fingerprintOf(labels, sourceOf(memory)) })),
    dropped: same
      .filter((memory) => !isOwn && isBound(memory) && sourceOf(memory) === own)
      .map((memory) => memory.id)
  }
}

function contradict(a: RememberedMapping, b: RememberedMapping): boolean {
  const records = (['columns', 'indicators', 'classes', 'emptyWords'] as const).some((name) =>
    differ(a[name], b[name])
  )
  return records || (a.layout !== null && b.layout !== null && a.layout !== b.layout)
}

function differ(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(a).some(
    ([key, answer]) => Object.hasOwn(b, key) && JSON.stringify(answer) !== JSON.stringify(b[key])
  )
}
