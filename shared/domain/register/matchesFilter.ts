import type { ItemStatus } from './itemStanding.ts'
import type { RegisterFilter } from './registerFilter.ts'
import type { RegisterItem } from './registerItem.ts'

/** What of a listed item a filter looks at. */
export type FilteredItem = Pick<
  RegisterItem,
  | 'type'
  | 'number'
  | 'title'
  | 'content'
  | 'person'
  | 'state'
  | 'owner'
  | 'partners'
  | 'urgency'
  | 'tags'
  | 'problemSource'
  | 'due'
  | 'indicator'
  | 'voided'
> & { status: ItemStatus | null; incomplete: readonly string[]; slip: object | null }

/** Whether a filter lets an item through. Voided items only when it asks for them. */
export function matchesFilter(item: FilteredItem, filter: RegisterFilter): boolean {
  const { types, states, urgencies, tags, sources, statuses, indicator, incomplete, slips } = filter
  if ((item.voided !== null) !== (filter.voided ?? false)) return false
  return (
    among(types, item.type) &&
    among(states, item.state) &&
    among(urgencies, item.urgency) &&
    among(sources, item.problemSource) &&
    among(statuses, item.status ?? 'NONE') &&
    (tags === undefined || tags.length === 0 || item.tags.some((tag) => tags.includes(tag))) &&
    ownedBy(item, filter) &&
    dueWithin(item, filter) &&
    (incomplete !== true || item.incomplete.length > 0) &&
    (slips !== true || item.slip !== null) &&
    (indicator === undefined || item.indicator === indicator) &&
    hasWords(item, filter.text)
  )
}

/** An empty choice is no choice. */
function among<T>(wanted: readonly T[] | undefined, value: T | null): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value))
}

function ownedBy(item: FilteredItem, { owners, withPartners }: RegisterFilter): boolean {
  if (owners === undefined || owners.length === 0) return true
  if (owners.includes(item.owner ?? '')) return true
  return withPartners === true && item.partners.some(({ unit }) => owners.includes(unit))
}

function dueWithin({ due }: FilteredItem, { dueFrom, dueTo }: RegisterFilter): boolean {
  if (dueFrom === undefined && dueTo === undefined) return true
  if (due === null) return false
  return (dueFrom === undefined || due >= dueFrom) && (dueTo === undefined || due <= dueTo)
}

/** Every word must occur; full-width and capital letters make no difference. */
function hasWords({ number, title, content, person }: FilteredItem, text: string | undefined): boolean {
  if (text === undefined || text.trim() === '') return true
  const plain = (part: string): string => part.normalize('NFKC').toLowerCase()
  const all = plain([number, title, content, person].join('\n'))
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word))
}
