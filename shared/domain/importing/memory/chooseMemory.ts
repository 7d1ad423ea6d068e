import type { CandidateHeader } from './candidateHeaders.ts'
import { isBound, sourceOf } from './amongSources.ts'
import { withoutSource } from './fingerprint.ts'
import { labelsOf } from './headerLabels.ts'
import type { RememberedMapping, RememberedSheet } from './rememberedMapping.ts'
import { saysNothing } from './rememberSheet.ts'

/** A memory that fits a header. */
export interface Fit {
  memory: RememberedSheet
  header: CandidateHeader
  /** What of it may be used here: answers about another source are left out. */
  mapping: RememberedMapping
  /** The headers are the same. */
  exact: boolean
  /** The answers of another source were left out. */
  isElsewhere: boolean
  /** Labels in both headers, and in either. */
  shared: number
  either: number
}

export type Choice = { kind: 'FIT'; fit: Fit } | { kind: 'TIE'; fits: readonly Fit[] } | { kind: 'NONE' }

/** Shorter headers (单位 | 得分) are all alike: they have to be the same. */
const SHORTEST_PARTIAL = 4
const FEWEST_SHARED = 3

/**
 * The memory for a sheet: the same header, from this source before any other, else the one that shares most labels.
 * Memories that fit equally well and say different things are a tie. `source` is the sheet's `sourceKey`.
 */
export function chooseMemory(
  headers: readonly CandidateHeader[],
  memories: readonly RememberedSheet[],
  source: string
): Choice {
  const fits = headers.flatMap((header) => {
    const labels = labelsOf(header.columns)
    return memories.flatMap((memory) => fitOf(memory, header, labels, sourceOf(memory) === source) ?? [])
  })
  const own = fits.filter((fit) => fit.exact && !fit.isElsewhere)
  const bySource = own.filter(({ memory }) => isBound(memory))
  for (const same of [bySource, own]) {
    const fit = same.find(({ header }) => header.isFound) ?? same[0]
    if (fit) return { kind: 'FIT', fit }
  }
  const elsewhere = fits.filter((fit) => fit.exact)
  return decide(elsewhere.length > 0 ? elsewhere : closest(fits))
}

function fitOf(
  memory: RememberedSheet,
  header: CandidateHeader,
  labels: readonly string[],
  isSource: boolean
): Fit | null {
  const exact =
    labels.length === memory.labels.length && labels.every((label, at) => label === memory.labels[at])
  const mine = new Set(labels)
  const shared = memory.labels.filter((label) => mine.has(label)).length
  if (!exact && !isPartial(memory.labels.length, labels.length, shared)) return null
  const isChosen = header.isFound || memory.mapping.headerRows !== null
  if (!isChosen && (header.needsChoice || !exact)) return null
  const isElsewhere = !isSource && isBound(memory)
  const mapping = isElsewhere ? withoutSource(memory.mapping) : memory.mapping
  const either = memory.labels.length + labels.length - shared
  return saysNothing(mapping) ? null : { memory, header, mapping, exact, isElsewhere, shared, either }
}

function isPartial(remembered: number, here: number, shared: number): boolean {
  return (
    Math.min(remembered, here) >= SHORTEST_PARTIAL && shared >= FEWEST_SHARED && shared * 5 >= remembered * 3
  )
}

/** Those with the highest share of common labels, compared as fractions. */
function closest(fits: readonly Fit[]): Fit[] {
  const best = fits.reduce<Fit | null>(
    (top, fit) => (top === null || fit.shared * top.either > top.shared * fit.either ? fit : top),
    null
  )
  return best === null ? [] : fits.filter((fit) => fit.shared * best.either === best.shared * fit.either)
}

function decide(fits: readonly Fit[]): Choice {
  const found = fits.filter(({ header }) => header.isFound)
  const list = found.length > 0 ? found : fits
  const newest = list.reduce<Fit | null>(
    (top, fit) => (top && top.memory.id >= fit.memory.id ? top : fit),
    null
  )
  if (newest === null) return { kind: 'NONE' }
  const said = new Set(list.map(({ mapping }) => canonicalText(mapping)))
  return said.size === 1 ? { kind: 'FIT', fit: newest } : { kind: 'TIE', fits: list }
}

/** Equal answers as equal text, whatever the order in which they were given. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )
}
