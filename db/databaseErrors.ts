import { basename } from 'node:path'
import { AppError, isAppError } from '#shared/appError.ts'

/** The refusals that opening, restoring and migrating share: each says which file, that nothing changed, what to do. */
export function missing(path: string): AppError {
  return new AppError('DB_MISSING', `找不到数据库文件「${basename(path)}」。`, {
    place: { file: path },
    action: '请先新建数据库，或选择它现在的位置。'
  })
}

export function notOurs(path: string): AppError {
  return new AppError('DB_NOT_OURS', `「${basename(path)}」不是亮绩赛马的数据库；没有改动它。`, {
    place: { file: path },
    action: '请选择亮绩赛马的数据库文件。'
  })
}

export function corrupt(path: string, backupsFolder: string, cause: unknown): AppError {
  return new AppError(
    'DB_CORRUPT',
    `数据库「${basename(path)}」已损坏，打不开；没有改动它。`,
    {
      place: { file: path },
      action: `请从自动备份恢复，备份在 ${backupsFolder}。`,
      backupsFolder,
      technical: String(cause)
    },
    { cause }
  )
}

export function newer(path: string, have: number, need: number): AppError {
  return new AppError(
    'DB_NEWER',
    `数据库「${basename(path)}」是更新版本的亮绩赛马建立的，本版本打不开；没有改动它。`,
    {
      place: { file: path },
      action: '请安装最新版本后再打开。',
      have,
      need
    }
  )
}

export function readOnlyFile(path: string, cause: unknown): AppError {
  return new AppError(
    'DB_READONLY',
    `数据库「${basename(path)}」或它所在的文件夹是只读的，不能保存数据；没有改动它。`,
    {
      place: { file: path },
      action: '请取消「只读」属性，或把数据库放到可以写的文件夹。',
      technical: String(cause)
    },
    { cause }
  )
}

export function locked(path: string, cause: unknown): AppError {
  return new AppError(
    'DB_LOCKED',
    `数据库「${basename(path)}」正在另一个窗口或程序中使用。`,
    { place: { file: path }, action: '请先关闭另一个亮绩赛马窗口，再试一次。' },
    { cause }
  )
}

/** `SQLITE_…` or `E…` of an error; '' where it has none. */
export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/** The refusal that a driver or file system error means. */
export function toDatabaseError(error: unknown, path: string, backupsFolder: string): AppError {
  if (isAppError(error)) return error
  const code = errorCode(error)
  if (/^SQLITE_(BUSY|LOCKED)/.test(code) || code === 'EBUSY') return locked(path, error)
  if (code === 'SQLITE_NOTADB') return notOurs(path)
  if (code.startsWith('SQLITE_CORRUPT')) return corrupt(path, backupsFolder, error)
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code) || /^(EACCES|EPERM|EROFS)$/.test(code)) {
    return readOnlyFile(path, error)
  }
  return new AppError(
    'INTERNAL',
    `数据库「${basename(path)}」打不开。`,
    { place: { file: path }, action: '请重新启动电脑再试；仍不行请联系维护人员。', technical: String(error) },
    { cause: error }
  )
}
