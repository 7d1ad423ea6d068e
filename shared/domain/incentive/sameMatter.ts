import { nameKey } from '../importing/names/normaliseLabel.ts'
import { dec } from '../number/decimal.ts'
import type { CatalogueEntry } from './catalogue.ts'
import type { HonourLevel } from './honourLevel.ts'
import type { LedgerState } from './ledgerEntry.ts'

/** What tells which matter an entry is about. */
export interface MatterEntry {
  id: number
  unit: string
  catalogue: string | null
  evidence: string
  reason: string
  points: string
  level: HonourLevel | null
  state: LedgerState
}

/** The same document, or the same words for it, of the same unit under the same entry of the catalogue. */
function isSameMatter(a: Omit<MatterEntry, 'id' | 'state'>, b: MatterEntry): boolean {
  if (a.unit !== b.unit || a.catalogue !== b.catalogue) return false
  const document = nameKey(a.evidence)
  if (document !== '' && document === nameKey(b.evidence)) return true
  return nameKey(a.reason) === nameKey(b.reason)
}

export interface MatterRivals {
  /** Entries that give as much or more: with one of them this one does not count. */
  above: MatterEntry[]
  /** Entries that give less: they are reversed when this one is approved. */
  below: MatterEntry[]
}

/**
 * Other live entries of the same matter, where the catalogue says that only the highest level counts (S21: 同一表彰文件取最高层次;
 * S22: 同项内容按最高级别加一次分).
 */
export function matterRivals(
  entry: Omit<MatterEntry, 'id' | 'state'> & { id: number | null },
  catalogue: Pick<CatalogueEntry, 'highestOnly'> | null,
  others: readonly MatterEntry[]
): MatterRivals {
  if (catalogue === null || !catalogue.highestOnly) return { above: [], below: [] }
  const rivals = others.filter(
    (other) => other.id !== entry.id && other.state !== 'reversed' && isSameMatter(entry, other)
  )
  const gives = (other: MatterEntry): boolean => dec(other.points).gte(dec(entry.points))
  return { above: rivals.filter(gives), below: rivals.filter((other) => !gives(other)) }
}
