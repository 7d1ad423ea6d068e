import { existsSync } from 'node:fs'
import { AppError, isAppError } from '#shared/appError.ts'
import type { AppStateView } from '#shared/ipc/app.ts'
import { isNetworkPath } from '#db/open.ts'
import { restoreBackup } from '#db/backup.ts'
import { listPeriods } from '#db/repos/periodRepo.ts'
import { activeScheme } from '#db/repos/schemeRepo.ts'
import type { WorkbookReader } from '../workbook/workbookReader.ts'
import { backupsOf } from './backups.ts'
import { openLibrary, type Library, type LibraryPaths } from './library.ts'
import { installSample } from './samples.ts'

/** The library of a running window, from nothing (first start) to open, and through restores. */
export interface LibraryHolder {
  state(): AppStateView
  /** Throws the reason why there is none. */
  library(): Library
  create(withSample: boolean): Promise<void>
  restore(name: string): void
  close(): void
}

export interface HolderOptions {
  paths: LibraryPaths
  appVersion: string
  reader: WorkbookReader
}

/** Asking for a library that does not exist is a mistake of the caller; a failed opening has its own reason. */
function reasonOf(failure: unknown): Error {
  return failure instanceof Error ? failure : new AppError('DB_MISSING', '还没有数据库，请先新建。')
}

export function createLibraryHolder({ paths, appVersion, reader }: HolderOptions): LibraryHolder {
  let open: Library | null = null
  let failure: unknown = null

  function tryOpen(create: boolean): void {
    failure = null
    try {
      open = openLibrary({ paths, appVersion, create })
    } catch (error) {
      if (!isAppError(error)) throw error
      failure = error
      open = null
    }
  }
  if (existsSync(paths.database)) tryOpen(false)

  return {
    state() {
      const library = libraryState()
      return { version: appVersion, library }

      function libraryState(): AppStateView['library'] {
        if (open !== null) {
          const scheme = activeScheme(open.db)
          const backups = backupsOf(paths.backups)
          return {
            status: 'OPEN',
            path: paths.database,
            organisation: scheme?.organisation ?? null,
            hasScheme: scheme !== null,
            latestPeriod: listPeriods(open.db).at(-1)?.key ?? null,
            sample: scheme?.sample ?? false,
            warning: isNetworkPath(paths.database)
              ? '数据库放在网络共享上，多台电脑同时打开会损坏数据；请移到本机磁盘。'
              : null,
            lastBackup: backups[0] ?? null
          }
        }
        if (isAppError(failure)) {
          return {
            status: 'FAILED',
            path: paths.database,
            error: { code: failure.code, message: failure.message, details: failure.details },
            backups: backupsOf(paths.backups)
          }
        }
        return { status: 'NONE' }
      }
    },
    library() {
      if (open !== null) return open
      throw reasonOf(failure)
    },
    async create(withSample) {
      if (open === null) tryOpen(true)
      if (open === null) throw reasonOf(failure)
      if (withSample) await installSample(open, reader)
    },
    restore(name) {
      open?.db.close()
      open = null
      try {
        restoreBackup(paths.database, paths.backups, name, new Date())
      } finally {
        tryOpen(false)
      }
    },
    close() {
      open?.db.close()
      open = null
    }
  }
}
