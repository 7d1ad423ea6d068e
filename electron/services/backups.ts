import { backupDatabase, listBackups, pruneBackups, type BackupInfo } from '#db/backup.ts'
import type { BackupView } from '#shared/ipc/app.ts'
import type { Library } from './library.ts'

export function toBackupView(info: BackupInfo): BackupView {
  return { name: info.name, at: info.at, bytes: info.bytes, reason: info.reason }
}

/** A verified copy of the database beside it; old ones are thinned out. */
export async function backupLibrary(library: Library, reason: string): Promise<BackupView> {
  const info = await backupDatabase(library.db, library.paths.backups, reason, library.now())
  pruneBackups(library.paths.backups, library.now())
  return toBackupView(info)
}

export function backupsOf(folder: string): BackupView[] {
  return listBackups(folder).map(toBackupView)
}

/** Rows that this connection has written since it was opened: tells whether a copy would hold anything new. */
export function changeCount(library: Library): number {
  return Number(library.db.client.prepare('SELECT total_changes()').pluck().get())
}
