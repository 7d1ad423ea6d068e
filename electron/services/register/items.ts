import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { unknownYears, unknownYearsSentence } from '#shared/domain/register/clock.ts'
import type { ItemStanding } from '#shared/domain/register/itemStanding.ts'
import { matchesFilter } from '#shared/domain/register/matchesFilter.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { RegisterItem } from '#shared/domain/register/registerItem.ts'
import { allowedActions } from '#shared/domain/register/transitions.ts'
import type { RegisterDetailView, RegisterItemView, RegisterListView } from '#shared/ipc/register.ts'
import { slipsOfItem } from '#db/repos/itemSlipRepo.ts'
import { eventsOf } from '#db/repos/registerLogRepo.ts'
import { childrenOf, getItem, listItemRows } from '#db/repos/registerRepo.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import { evidenceOf, missingEvidence } from '../evidence/evidence.ts'
import type { Library } from '../library.ts'
import { itemViewer, itemsOn } from './itemViews.ts'
import { nextCloseNumber } from './numbers.ts'
import { today } from './registerContext.ts'
import { requireItem } from './requireItem.ts'

export { actOnItems, noteOnItem } from './actOnItems.ts'
export { addItem, addItems, editItem } from './writeItem.ts'

/** Items as lists show them, on a day (today). */
export function listItems(
  library: Library,
  filter: RegisterFilter,
  on: IsoDate = today(library)
): RegisterListView {
  const items = itemsOn(library, listItemRows(library.db), on)
  const { view } = itemViewer(library, on)
  return {
    on,
    items: items
      .map(view)
      .filter((item) => matchesFilter(item, filter))
      .sort(byUrgency),
    counts: countsOf(items.filter(({ voided }) => voided === null)),
    warnings: warningsOf(library, items)
  }
}

/** Overdue first, then by due day (those without one last), then by number. */
function byUrgency(a: RegisterItemView, b: RegisterItemView): number {
  const overdue = Number(b.status === 'OVERDUE') - Number(a.status === 'OVERDUE')
  if (overdue !== 0) return overdue
  if (a.due !== b.due) return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1
  return a.number < b.number ? -1 : 1
}

function countsOf(items: readonly RegisterItem[]): RegisterListView['counts'] {
  const byType: RegisterListView['counts']['byType'] = {}
  const byState: RegisterListView['counts']['byState'] = {}
  for (const { type, state } of items) {
    byType[type] = (byType[type] ?? 0) + 1
    byState[state] = (byState[state] ?? 0) + 1
  }
  return { total: items.length, byType, byState }
}

function warningsOf(library: Library, items: readonly RegisterItem[]): string[] {
  const { calendar, source, problems } = workCalendar(library)
  const running = items.filter(({ state, voided }) => voided === null && isRunning(state))
  const years = new Set(running.flatMap(({ due }) => (due === null ? [] : unknownYears(due, due, calendar))))
  const missing = missingEvidence(library, 'ITEM')
  const warnings: string[] = []
  const wrong = problems.filter(({ level }) => level === 'error').length
  if (wrong > 0) {
    const used = source === 'LAST_GOOD' ? '改错之前的内容' : '随软件带的工作日历'
    warnings.push(`「节假日.csv」有 ${wrong} 处问题，现在按${used}算工作日；请在工作日历里查看并改正。`)
  }
  if (years.size > 0) warnings.push(unknownYearsSentence([...years].sort((a, b) => a - b)))
  if (missing > 0) warnings.push(`有 ${missing} 份佐证材料的文件不见了，请核对佐证材料。`)
  return warnings
}

const isRunning = (state: RegisterItem['state']): boolean => state === 'OPEN' || state === 'IN_PROGRESS'

/** Throws NOT_FOUND. */
export function itemDetail(library: Library, id: number, on: IsoDate = today(library)): RegisterDetailView {
  const item = requireItem(library, id)
  const { view } = itemViewer(library, on)
  const parent = item.parent === null ? null : getItem(library.db, item.parent)
  return {
    item: view(itemsOn(library, [item], on)[0] ?? item),
    events: eventsOf(library.db, id),
    evidence: evidenceOf(library, 'ITEM', id),
    parent: parent === null ? null : { id: parent.id, number: parent.number, title: parent.title },
    children: itemsOn(library, childrenOf(library.db, id), on).map(view),
    slips: slipsOfItem(library.db, id),
    actions: allowedActions(item),
    closeNumber: nextCloseNumber(library)
  }
}

/** Items that are not voided, each with its standing on a day: what slips, cadences and boards look at. */
export function itemsWithStanding(
  library: Library,
  on: IsoDate
): { item: RegisterItem; standing: ItemStanding }[] {
  const { standing } = itemViewer(library, on)
  return itemsOn(library, listItemRows(library.db), on)
    .filter(({ voided }) => voided === null)
    .map((item) => ({ item, standing: standing(item) }))
}
