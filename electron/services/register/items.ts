import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { ItemStanding } from '#shared/domain/register/itemStanding.ts'
import type { RegisterEventType } from '#shared/domain/register/registerEvent.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { ItemFields, RegisterItem } from '#shared/domain/register/registerItem.ts'
import type {
  ItemAction,
  RegisterDetailView,
  RegisterItemView,
  RegisterListView
} from '#shared/ipc/register.ts'
import type { Library } from '../library.ts'

const NOT_YET = new Error('written next')

/** Items as lists show them, on a day (today). */
export function listItems(library: Library, filter: RegisterFilter, on?: IsoDate): RegisterListView {
  void [library, filter, on]
  throw NOT_YET
}

/** Throws NOT_FOUND. */
export function itemDetail(library: Library, id: number, on?: IsoDate): RegisterDetailView {
  void [library, id, on]
  throw NOT_YET
}

/** Items that are not voided, each with its standing on a day: what slips, cadences and boards look at. */
export function itemsWithStanding(
  library: Library,
  on: IsoDate
): { item: RegisterItem; standing: ItemStanding }[] {
  void [library, on]
  throw NOT_YET
}

/** Puts an item on the register. Call inside a transaction when it is part of something larger. */
export function addItem(
  library: Library,
  fields: ItemFields,
  source?: RegisterItem['source']
): RegisterItemView {
  void [library, fields, source]
  throw NOT_YET
}

/** Throws CONFLICT where `version` is not the item's. */
export function editItem(
  library: Library,
  id: number,
  version: number,
  fields: ItemFields
): RegisterItemView {
  void [library, id, version, fields]
  throw NOT_YET
}

/** The same action on all items or none. Throws VALIDATION_FAILED with a problem for each that refuses. */
export function actOnItems(library: Library, ids: readonly number[], action: ItemAction): RegisterItemView[] {
  void [library, ids, action]
  throw NOT_YET
}

/** Adds a line to an item's log that changes nothing of it (SLIP, NOTE). */
export function noteOnItem(
  library: Library,
  id: number,
  entry: { type: Extract<RegisterEventType, 'SLIP' | 'NOTE'>; on: IsoDate; text: string }
): void {
  void [library, id, entry]
  throw NOT_YET
}
