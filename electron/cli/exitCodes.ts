import type { ErrorCode } from '#shared/appError.ts'

/** Exit codes of the command line. Scripts may rely on them. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  /** The data has problems that must be repaired first; nothing was written. */
  problems: 3,
  /** A file cannot be read or written. */
  file: 4,
  /** The database cannot be used. */
  database: 5,
  /** Not possible in the present state: frozen, not computed, no scheme. */
  state: 6
} as const

export function exitCodeOf(code: ErrorCode): number {
  if (code.startsWith('FILE_') || code === 'NO_HEADER') return EXIT.file
  if (code.startsWith('DB_') || code === 'MIGRATION_FAILED' || code === 'BACKUP_FAILED') return EXIT.database
  switch (code) {
    case 'IMPORT_BLOCKED':
    case 'SCHEME_INVALID':
    case 'DUPLICATE_FILE':
    case 'DECISION_INVALID':
      return EXIT.problems
    case 'VALIDATION_FAILED':
    case 'NOT_FOUND':
      return EXIT.usage
    case 'PERIOD_FROZEN':
    case 'PERIOD_STATE':
    case 'SCHEME_MISSING':
    case 'NOT_COMPUTED':
    case 'FREEZE_BLOCKED':
    case 'CONFLICT':
    case 'BUSY':
    case 'CANCELLED':
      return EXIT.state
    default:
      return EXIT.unexpected
  }
}
