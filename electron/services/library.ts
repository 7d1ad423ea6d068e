import { isAbsolute, join } from 'node:path'
import { openDatabase, type Database } from '#db/open.ts'
import { getSetting } from '#db/repos/settingsRepo.ts'
import { settings } from '#shared/ipc/settings.ts'

/** Where things are. All absolute; given by whoever starts the program (window, command line, test). */
export interface LibraryPaths {
  database: string
  backups: string
  migrations: string
  /** presets/, samples/, templates/ of the product. */
  resources: string
}

/** One unit's database, open, with what every use case needs. */
export interface Library {
  db: Database
  paths: LibraryPaths
  appVersion: string
  /** Injected, so that tests and the demo give the same bytes twice. */
  now(): Date
  /** Name that the audit log shows. */
  operator(): string
}

export interface OpenLibraryOptions {
  paths: LibraryPaths
  appVersion: string
  create?: boolean
  readOnly?: boolean
  now?: () => Date
}

/** Opens (or creates) the database. Throws AppError DB_*; a refused file is left as it was. */
export function openLibrary(options: OpenLibraryOptions): Library {
  for (const path of Object.values(options.paths) as string[]) {
    if (!isAbsolute(path)) throw new RangeError(`not an absolute path: ${path}`)
  }
  const db = openDatabase(options.paths.database, {
    migrationsFolder: options.paths.migrations,
    backupsFolder: options.paths.backups,
    create: options.create ?? false,
    readOnly: options.readOnly ?? false
  })
  return {
    db,
    paths: options.paths,
    appVersion: options.appVersion,
    now: options.now ?? (() => new Date()),
    operator: () => getSetting(db, 'settings', settings.prefault({})).operator
  }
}

/** Paths of a library whose data lies in `folder` and whose product files lie in `productRoot`. */
export function libraryPaths(folder: string, productRoot: string, databaseName = 'liangji.db'): LibraryPaths {
  return {
    database: join(folder, databaseName),
    backups: join(folder, 'backups'),
    migrations: join(productRoot, 'db/migrations'),
    resources: join(productRoot, 'resources')
  }
}
