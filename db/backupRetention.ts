import type { BackupInfo } from './backupName.ts'

export interface KeepPolicy {
  /** Newest copies of today that are kept. */
  today: number
  /** Copies in all, beyond which the oldest go. Milestones do not count. */
  total: number
  /** Newest copies before an import, an upgrade, a freeze or a restore that are kept besides. */
  milestones: number
}

/** 3 of today, 1 of each day before, 30 in all; 30 milestones besides. */
export const DEFAULT_KEEP: KeepPolicy = { today: 3, total: 30, milestones: 30 }

/** Reasons after which one may want to go back weeks later. */
const MILESTONES: ReadonlySet<string> = new Set(['导入前', '升级前', '冻结前', '恢复前'])

function localDay(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/**
 * Which copies may go.
 *
 * @param backups newest first.
 * @param now local time decides what today is.
 */
export function chooseExpired(
  backups: readonly BackupInfo[],
  now: Date,
  keep: KeepPolicy = DEFAULT_KEEP
): BackupInfo[] {
  const milestones = new Set(
    backups.filter((backup) => MILESTONES.has(backup.reason)).slice(0, keep.milestones)
  )
  const today = localDay(now)
  const countOfDay = new Map<string, number>()
  const ordinary = backups.filter((backup) => {
    if (milestones.has(backup)) return false
    const day = backup.at.slice(0, 10)
    const seen = (countOfDay.get(day) ?? 0) + 1
    countOfDay.set(day, seen)
    // A day after today is a clock that was wrong once: such copies are treated as today's.
    return seen <= (day >= today ? keep.today : 1)
  })
  const kept = new Set([...milestones, ...ordinary.slice(0, keep.total)])
  return backups.filter((backup) => !kept.has(backup))
}
