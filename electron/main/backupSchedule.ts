import { backupLibrary, changeCount } from '../services/backups.ts'
import type { LibraryHolder } from '../services/start.ts'

const HALF_HOUR = 30 * 60_000

/** A backup every half hour in which something changed. Imports and freezes make their own besides. */
export function startBackupSchedule(holder: LibraryHolder): () => void {
  let last = -1
  const timer = setInterval(() => {
    if (holder.state().library.status !== 'OPEN') return
    const library = holder.library()
    const changes = changeCount(library)
    if (changes === last) return
    last = changes
    backupLibrary(library, '自动').catch((error: unknown) => console.error('[backup]', error))
  }, HALF_HOUR)
  return () => clearInterval(timer)
}
