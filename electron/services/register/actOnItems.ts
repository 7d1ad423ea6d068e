import { AppError } from '#shared/appError.ts'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { ItemAction } from '#shared/domain/register/itemAction.ts'
import type { ItemCondition } from '#shared/domain/register/itemCondition.ts'
import { replayLog } from '#shared/domain/register/itemCondition.ts'
import type { RegisterEvent, RegisterEventType } from '#shared/domain/register/registerEvent.ts'
import type { RegisterItem } from '#shared/domain/register/registerItem.ts'
import { ACTION_NAMES } from '#shared/domain/register/registerWords.ts'
import { actOn, STEP_EVENTS, type ActionFacts, type Refusal } from '#shared/domain/register/transitions.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { append } from '#db/repos/auditRepo.ts'
import { evidenceCounts } from '#db/repos/evidenceRepo.ts'
import { openSlipsByItem } from '#db/repos/itemSlipRepo.ts'
import { addEvent, closeNumbers, eventsByItem, type RegisterCell } from '#db/repos/registerLogRepo.ts'
import { itemsByIds, listItemRows, updateItemCondition } from '#db/repos/registerRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { itemViewer } from './itemViews.ts'
import { closeNumberAfter } from './numbers.ts'
import { today } from './registerContext.ts'
import { requireItem } from './requireItem.ts'
import { logLine } from './logLine.ts'

/**
 * The same action on all items or none; parts come before what they are parts of, so that a whole tree can be closed at
 * once. `cell` is where an import read it. Throws VALIDATION_FAILED with a problem for each that refuses.
 */
export function actOnItems(
  library: Library,
  ids: readonly number[],
  action: ItemAction,
  cell: RegisterCell | null = null
): RegisterItemView[] {
  return tx(library.db, () => {
    const unique = [...new Set(ids)]
    for (const id of unique) requireItem(library, id)
    const surroundings = createSurroundings(library, unique)
    const order = inOrder(unique, surroundings.tree, action)
    if (order.length > 1 && action.action === 'CLOSE' && (action.number ?? '') !== '')
      throw new AppError('VALIDATION_FAILED', '一个销号编号只能给一个事项，没有销号。', {
        action: '一次销号多个事项时请不填编号，由系统依次编号。'
      })
    const refusals: { item: RegisterItem; refusal: Refusal }[] = []
    for (const id of order) {
      const item = surroundings.tree.get(id)!
      const acted = actOn(
        { ...item, progressOn: surroundings.progressOn(id) },
        action,
        surroundings.facts(item)
      )
      if (acted.refused !== null) {
        refusals.push({ item, refusal: acted.refused })
        continue
      }
      for (const event of acted.events) addEvent(library.db, id, event, cell)
      updateItemCondition(library.db, id, acted.condition, library.now())
      surroundings.took(item, acted.condition)
    }
    if (refusals.length > 0) throw refusalError(refusals, order.length, action)
    record(
      library,
      order.map((id) => surroundings.tree.get(id)!),
      action
    )
    const { view } = itemViewer(library, today(library))
    return itemsByIds(library.db, unique).map(view)
  })
}

/** Parts first where the action ends an item, parents first where it takes it up again. */
function inOrder(
  ids: readonly number[],
  tree: ReadonlyMap<number, RegisterItem>,
  { action }: ItemAction
): number[] {
  const depth = (id: number): number => {
    let count = 0
    let at = tree.get(id)?.parent ?? null
    while (at !== null && count <= tree.size) {
      count += 1
      at = tree.get(at)?.parent ?? null
    }
    return count
  }
  const sign = action === 'REOPEN' || action === 'RESTORE' ? 1 : -1
  const depths = new Map(ids.map((id) => [id, depth(id)]))
  return [...ids].sort((a, b) => sign * (depths.get(a)! - depths.get(b)!) || a - b)
}

/** What the actions on a set of items look at, read once and kept up to date while they are done. */
function createSurroundings(library: Library, ids: readonly number[]) {
  const tree = new Map(listItemRows(library.db).map((item) => [item.id, item]))
  const logs = eventsByItem(library.db, { items: ids })
  const files = evidenceCounts(library.db, 'ITEM')
  const slips = openSlipsByItem(library.db)
  const closed = closeNumbers(library.db)
  const at = library.now().toISOString()
  const who = library.operator()
  const day = today(library)
  const children = new Map<number, number[]>()
  for (const { id, parent } of tree.values()) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const openChildren = (id: number): string[] =>
    (children.get(id) ?? [])
      .map((child) => tree.get(child)!)
      .filter(({ state, voided }) => voided === null && state !== 'CLOSED')
      .map(({ number }) => number)
  return {
    tree,
    progressOn: (id: number): IsoDate | null => replayLog(logs.get(id) ?? []).progressOn,
    facts(item: RegisterItem): ActionFacts {
      const log = logs.get(item.id) ?? []
      const parent = item.parent === null ? undefined : tree.get(item.parent)
      return {
        today: day,
        at,
        who,
        evidence: files.get(item.id) ?? 0,
        lastStepOn: latestDay(log, STEP_EVENTS),
        reportedBy: log.findLast(({ type }) => type === 'DONE')?.who ?? null,
        openChildren: openChildren(item.id),
        parent:
          parent === undefined
            ? null
            : { number: parent.number, state: parent.state, voided: parent.voided !== null },
        openSlip: slips.get(item.id)?.number ?? null,
        nextCloseNumber: closeNumberAfter(closed, day),
        closeNumberOf: (number) =>
          closed.find(({ closeNumber, item: owner }) => closeNumber === number && owner !== item.id)
            ?.number ?? null
      }
    },
    /** An item has become something else: what comes after it in the same action sees it so. */
    took(item: RegisterItem, { state, voided, closeOut }: ItemCondition): void {
      tree.set(item.id, { ...item, state, voided })
      if (closeOut !== null && state !== item.state)
        closed.push({ closeNumber: closeOut.number, item: item.id, number: item.number })
    }
  }
}

function latestDay(log: readonly RegisterEvent[], types: readonly RegisterEventType[]): IsoDate | null {
  const days = log.filter(({ type }) => types.includes(type)).map(({ on }) => on)
  return days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last))
}

function refusalError(
  refusals: readonly { item: RegisterItem; refusal: Refusal }[],
  count: number,
  { action }: ItemAction
): AppError {
  const what = ACTION_NAMES[action]
  const [first] = refusals
  if (count === 1) {
    const { item, refusal } = first!
    return new AppError('VALIDATION_FAILED', `「${item.number}」没有${what}：${refusal.message}`, {
      action: refusal.action
    })
  }
  return new AppError(
    'VALIDATION_FAILED',
    `选中的 ${count} 项里有 ${refusals.length} 项不能${what}，全部没有改动。`,
    {
      action: '请改正下面各项，或不选它们，再做一次。',
      problems: refusals.map(({ item, refusal }) => ({
        code: 'REGISTER_ACTION',
        level: 'error',
        message: `「${item.number}」${item.title}：${refusal.message}`,
        place: {},
        suggestion: refusal.action,
        group: `item:${item.id}`
      }))
    }
  )
}

function record(library: Library, items: readonly RegisterItem[], action: ItemAction): void {
  const [first] = items
  const named = `${first!.number} · ${first!.title}`
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: `事项${ACTION_NAMES[action.action]}`,
    subject: items.length === 1 ? named : `${named} 等 ${items.length} 项`,
    reason: 'text' in action && action.text !== '' ? action.text : null
  })
}

/** Adds a line to an item's log that changes nothing of it (SLIP, NOTE). */
export function noteOnItem(
  library: Library,
  id: number,
  entry: { type: Extract<RegisterEventType, 'SLIP' | 'NOTE'>; on: IsoDate; text: string }
): void {
  requireItem(library, id)
  addEvent(library.db, id, logLine(library, entry))
}
