import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '#shared/appError.ts'
import { parsePeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { LibraryPaths } from '../services/library.ts'
import { listPeriodViews } from '../services/periods.ts'
import { openWorkspace, type Workspace } from '../services/workspace.ts'
import type { Output } from './output.ts'
import { version } from './version.ts'

/** Folder that holds db/migrations and resources. */
export const PRODUCT_ROOT = resolve(import.meta.dirname, '../..')

export interface GlobalOptions {
  db: string
  json?: boolean
}

export function pathsFor(database: string): LibraryPaths {
  const path = resolve(database)
  return {
    database: path,
    backups: join(dirname(path), 'backups'),
    migrations: join(PRODUCT_ROOT, 'db/migrations'),
    resources: join(PRODUCT_ROOT, 'resources')
  }
}

/** Opens the database, runs the work, closes it whatever happens. */
export async function withWorkspace<T>(
  options: GlobalOptions,
  work: (workspace: Workspace) => T | Promise<T>,
  open: { create?: boolean } = {}
): Promise<T> {
  const paths = pathsFor(options.db)
  if (open.create === true && existsSync(paths.database)) {
    throw new AppError('CONFLICT', '这个数据库已经存在，没有改动它。', {
      place: { file: paths.database },
      action: '直接使用即可，或换一个 --db 位置。'
    })
  }
  const workspace = openWorkspace({ paths, appVersion: version(), create: open.create ?? false })
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

/** The period that a command is about: the one named, else the newest. */
export function periodOf(workspace: Workspace, text: string | undefined): PeriodKey {
  if (text !== undefined) {
    const period = parsePeriod(text)
    if (period === null) throw new AppError('VALIDATION_FAILED', `看不懂季度「${text}」，请写成 2026Q3。`)
    return period
  }
  const newest = listPeriodViews(workspace.library).at(-1)
  if (newest === undefined)
    throw new AppError('SCHEME_MISSING', '数据库里还没有季度。', { action: '请先运行 liangji scheme load。' })
  return newest.key
}

export interface CommandContext {
  out: Output
  options: GlobalOptions
}
