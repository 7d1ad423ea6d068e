import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A copy of the database in the backups folder. */
export interface BackupInfo {
  name: string
  path: string
  /** Local time in the name, ISO-like without zone. */
  at: string
  bytes: number
  /** 导入前, 冻结前, 升级前, 恢复前, 手动 … */
  reason: string
}

const NAME = /^亮绩赛马-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})-([^-]+?)(?:-(\d+))?\.db$/

/** `亮绩赛马-2026-11-23-1130-导入前.db`: when and why, in characters that every Windows folder takes. */
function nameOf(at: Date, reason: string, attempt: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = two(at.getHours()) + two(at.getMinutes())
  // Only letters and digits of any script: a dash, a dot or a reserved character would break the name or its reading.
  const safe = reason.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20)
  return `亮绩赛马-${day}-${time}-${safe === '' ? '备份' : safe}${attempt === 1 ? '' : `-${attempt}`}.db`
}

/** A path in `folder` (made when missing) that no file has yet. */
export function freeBackupPath(folder: string, at: Date, reason: string): string {
  mkdirSync(folder, { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    const path = join(folder, nameOf(at, reason, attempt))
    if (!existsSync(path)) return path
  }
}

/** What a file's name says of it; null for files that are no backups (or unfinished ones). */
export function readBackupName(path: string): BackupInfo | null {
  const match = NAME.exec(basename(path))
  if (match === null) return null
  return {
    name: basename(path),
    path,
    at: `${match[1]}T${match[2]}:${match[3]}`,
    bytes: statSync(path).size,
    reason: match[4]!
  }
}

/** Newest first; within a minute, the higher number is the later one. */
export function compareBackups(a: BackupInfo, b: BackupInfo): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  const attempt = (info: BackupInfo): number => Number(NAME.exec(info.name)?.[5] ?? 1)
  return (
    attempt(b) - attempt(a) ||
    statSync(b.path).mtimeMs - statSync(a.path).mtimeMs ||
    (a.name < b.name ? 1 : -1)
  )
}
