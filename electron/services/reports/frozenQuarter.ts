import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { scoringInput, type ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { Database } from '#db/open.ts'
import { perDatabase } from '#db/perDatabase.ts'
import { storedSnapshot } from '#db/repos/snapshotHeads.ts'
import { getSnapshot } from '#db/repos/snapshotRepo.ts'

/** A frozen quarter as reports read it. */
export interface FrozenQuarter {
  results: ResultSet
  /** Scheme and readings that it was computed from; read when asked for. */
  input(): ScoringInput
}

/** A quarter and the three before it; they run into megabytes, so older ones are let go. */
const KEPT = 4

/** Snapshots never change: the preview, which asks again with every option, reads and checks each only once. */
const known = perDatabase(() => new Map<string, FrozenQuarter>())

/** @throws AppError DB_CORRUPT when its text no longer has its hash */
export function frozenQuarter(db: Database, publicId: string): FrozenQuarter {
  const cache = known(db)
  const found = cache.get(publicId) ?? read(db, publicId)
  // Written again at the end: the first of the map is the one that was not asked for the longest.
  cache.delete(publicId)
  cache.set(publicId, found)
  if (cache.size > KEPT) cache.delete(cache.keys().next().value!)
  return found
}

function read(db: Database, publicId: string): FrozenQuarter {
  const snapshot = getSnapshot(db, publicId)
  if (snapshot === null) throw new RangeError(`no snapshot ${publicId}`)
  let input: ScoringInput | null = null
  return {
    results: snapshot.results,
    input: () => (input ??= scoringInput.parse(JSON.parse(storedSnapshot(db, publicId)!.inputs)))
  }
}
