import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseExpired, DEFAULT_KEEP, type KeepPolicy } from '#db/backupRetention.ts'
import type { BackupInfo } from '#db/backupName.ts'

const NOW = new Date(2026, 10, 23, 18, 0)

/** `23 0900 导入前` is 09:00 on 23 November 2026. */
function backup(text: string): BackupInfo {
  const [day, time, reason] = text.split(' ') as [string, string, string?]
  const name = `亮绩赛马-2026-11-${day}-${time}-${reason ?? '手动'}.db`
  return {
    name,
    path: name,
    at: `2026-11-${day}T${time.slice(0, 2)}:${time.slice(2)}`,
    bytes: 1,
    reason: reason ?? '手动'
  }
}

const cases: { name: string; backups: string[]; gone: string[]; keep?: Partial<KeepPolicy> }[] = [
  { name: 'nothing', backups: [], gone: [] },
  { name: '3 of today', backups: ['23 1700', '23 1200', '23 0900'], gone: [] },
  {
    name: 'the 4th and 5th of today go',
    backups: ['23 1700', '23 1200', '23 0900', '23 0800', '23 0700'],
    gone: ['23 0800', '23 0700']
  },
  {
    name: '1 of each day before',
    backups: ['22 1700', '22 0900', '21 1700', '21 1600'],
    gone: ['22 0900', '21 1600']
  },
  {
    name: 'a date in the future counts as today',
    backups: ['24 0900', '24 0800', '24 0700', '24 0600'],
    gone: ['24 0600']
  },
  {
    name: 'N in all',
    backups: ['23 0900', '22 0900', '21 0900', '20 0900'],
    gone: ['21 0900', '20 0900'],
    keep: { total: 2 }
  },
  {
    name: 'milestones stay besides',
    backups: ['22 1700', '22 0900 导入前', '22 0800 升级前', '22 0700 冻结前', '22 0600 恢复前'],
    gone: []
  },
  {
    name: 'milestones do not use up the total',
    backups: ['23 0900', '22 0900 导入前', '21 0900'],
    gone: [],
    keep: { total: 2 }
  },
  {
    name: 'more milestones than are kept follow the ordinary rule',
    backups: ['22 1000 导入前', '22 0900 导入前', '22 0800 导入前'],
    gone: ['22 0800 导入前'],
    keep: { milestones: 1 }
  }
]

describe('chooseExpired', () => {
  it.each(cases)('$name', ({ backups, gone, keep }) => {
    const expired = chooseExpired(backups.map(backup), NOW, { ...DEFAULT_KEEP, ...keep })
    expect(expired.map((info) => info.name)).toEqual(gone.map((text) => backup(text).name))
  })

  it('keeps no more than the policy allows, and what it keeps it keeps again', () => {
    const when = fc.tuple(
      fc.integer({ min: 1, max: 23 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom('手动', '导入前', '升级前')
    )
    fc.assert(
      fc.property(fc.uniqueArray(when, { selector: (value) => value.slice(0, 2).join() }), (times) => {
        const two = (value: number): string => String(value).padStart(2, '0')
        const all = times
          .map(([day, hour, reason]) => backup(`${two(day)} ${two(hour)}00 ${reason}`))
          .sort((a, b) => (a.at < b.at ? 1 : -1))
        const keep = { today: 3, total: 5, milestones: 4 }
        const gone = new Set(chooseExpired(all, NOW, keep))
        const kept = all.filter((info) => !gone.has(info))
        expect(kept.length).toBeLessThanOrEqual(keep.total + keep.milestones)
        if (all.length > 0) expect(kept[0]).toBe(all[0])
        expect(chooseExpired(kept, NOW, keep)).toEqual([])
      })
    )
  })
})
