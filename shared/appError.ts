import { describePlace, type Place, type Problem } from './problem.ts'

/** Every code that a user or a script can meet. The command line maps them to exit codes. */
export type ErrorCode =
  | 'VALIDATION_FAILED'
  | 'ROUTE_NOT_FOUND'
  | 'FORBIDDEN_SENDER'
  | 'BUSY'
  | 'CANCELLED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'FILE_NOT_FOUND'
  | 'FILE_LOCKED'
  | 'FILE_EMPTY'
  | 'FILE_ENCRYPTED'
  | 'FILE_TRUNCATED'
  | 'FILE_TOO_LARGE'
  | 'FILE_TOO_COMPLEX'
  | 'FILE_UNSUPPORTED'
  | 'FILE_UNREADABLE'
  | 'FILE_TIMEOUT'
  | 'FILE_EXISTS'
  | 'FILE_NOT_WRITABLE'
  | 'NO_HEADER'
  | 'IMPORT_BLOCKED'
  | 'DUPLICATE_FILE'
  | 'PERIOD_FROZEN'
  | 'PERIOD_STATE'
  | 'SCHEME_INVALID'
  | 'SCHEME_MISSING'
  | 'DECISION_INVALID'
  | 'NOT_COMPUTED'
  | 'FREEZE_BLOCKED'
  | 'DB_NEWER'
  | 'DB_CORRUPT'
  | 'DB_READONLY'
  | 'DB_LOCKED'
  | 'DB_NOT_OURS'
  | 'DB_MISSING'
  | 'MIGRATION_FAILED'
  | 'BACKUP_FAILED'
  | 'INTERNAL'

export interface AppErrorDetails {
  place?: Place
  /** What to do next, one sentence. */
  action?: string
  problems?: Problem[]
  [key: string]: unknown
}

/** An expected failure: a code, a Chinese sentence that the clerk can act on, and where it happened. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: AppErrorDetails

  constructor(
    code: ErrorCode,
    message: string,
    details: AppErrorDetails = {},
    options?: { cause?: unknown }
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }

  /** The whole sentence with its place and what to do. */
  toSentence(): string {
    const where = this.details.place ? describePlace(this.details.place) : ''
    return [where === '' ? '' : `${where}：`, this.message, this.details.action ?? ''].join('')
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError
}
