import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { incompleteParts } from '#shared/domain/register/checkItem.ts'
import { restDayHint } from '#shared/domain/register/clock.ts'
import { replayLog } from '#shared/domain/register/itemCondition.ts'
import { itemStanding, type ItemStanding } from '#shared/domain/register/itemStanding.ts'
import type { RegisterEvent } from '#shared/domain/register/registerEvent.ts'
import type { RegisterItem } from '#shared/domain/register/registerItem.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { evidenceCounts } from '#db/repos/evidenceRepo.ts'
import { openSlipsByItem } from '#db/repos/itemSlipRepo.ts'
import { eventsByItem, lastProgressByItem } from '#db/repos/registerLogRepo.ts'
import type { Library } from '../library.ts'
import { standingRules, today, unitNames } from './registerContext.ts'

/**
 * Items as they were at the end of a past day: state and progress by their logs; owner, due day and plan are those of now.
 * Items that were not there yet are left out. On today or later they are as they are.
 */
export function itemsOn(library: Library, items: readonly RegisterItem[], on: IsoDate): RegisterItem[] {
  if (on >= today(library)) return [...items]
  const logs = eventsByItem(library.db, { until: on })
  return items.flatMap((item) => {
    const log = logs.get(item.id) ?? []
    return existedOn(item, log, on) ? [asOf(item, log)] : []
  })
}

/** An item that was put on the register later counts from its start day, or from the first day that its log tells of. */
function existedOn(item: RegisterItem, log: readonly RegisterEvent[], on: IsoDate): boolean {
  return item.openedOn <= on || (item.start !== null && item.start <= on) || log.length > 0
}

function asOf(item: RegisterItem, log: readonly RegisterEvent[]): RegisterItem {
  const { state, percent, amount, doneOn, closeOut } = replayLog(log)
  // Struck out since: it was a mistake on that day as well.
  return { ...item, state, percent, amount, doneOn, closeOut }
}

/** Reckons items for a day, with everything that a list shows of them read once. */
export function itemViewer(
  library: Library,
  on: IsoDate
): { view: (item: RegisterItem) => RegisterItemView; standing: (item: RegisterItem) => ItemStanding } {
  const basis = standingRules(library, on)
  const names = unitNames(library)
  const nameOf = (code: string): string => names.get(code) ?? code
  const progress = lastProgressByItem(library.db, on)
  const slips = openSlipsByItem(library.db)
  const files = evidenceCounts(library.db, 'ITEM')
  const standing = (item: RegisterItem): ItemStanding => itemStanding(item, on, basis)
  const view = (item: RegisterItem): RegisterItemView => {
    const { reason, ...reckoned } = standing(item)
    const last = progress.get(item.id)
    return {
      ...item,
      ...reckoned,
      statusReason: reason,
      ownerName: item.owner === null ? null : nameOf(item.owner),
      partnerNames: item.partners.map(({ unit }) => nameOf(unit)),
      incomplete: item.state === 'CLOSED' ? [] : incompleteParts(item),
      hints: hintsOf(item, { rest: item.due === null ? null : restDayHint(item.due, basis.calendar), last }),
      lastProgress: last === undefined ? null : { on: last.on, text: last.text },
      slip: slips.get(item.id) ?? null,
      evidenceCount: files.get(item.id) ?? 0
    }
  }
  return { view, standing }
}

function hintsOf(
  { state, percent }: RegisterItem,
  {
    rest,
    last
  }: { rest: string | null; last: { fell: { before: string; after: string } | null } | undefined }
): string[] {
  const running = state === 'OPEN' || state === 'IN_PROGRESS'
  if (!running) return []
  const hints = rest === null ? [] : [rest]
  if (last !== undefined && last.fell !== null)
    hints.push(`最近一次进展由 ${last.fell.before}% 降为 ${last.fell.after}%，请核实。`)
  if (percent === '100') hints.push('进度已到 100%，还没有报结。')
  return hints
}
