import { itemState, type ItemState } from '#shared/domain/register/registerItem.ts'
import type { ItemStatus } from '#shared/domain/register/itemStanding.ts'
import { matchesFilter } from '#shared/domain/register/matchesFilter.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { itemStatusWord, UNKNOWN_STATUS } from '#shared/domain/status/vocabulary.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'

export type Vocabulary = ProgressRules['vocabulary']
type StatusPart = NonNullable<RegisterFilter['statuses']>[number]

/** Statuses that carry the same word are one choice: 黄灯 stands for 稍缓 and 落后. */
export interface StatusFacet {
  word: string
  /** What its mark is drawn of; null where nobody can say. */
  status: ItemStatus | null
  statuses: StatusPart[]
  count: number
}

/** Worst first: what must be looked at stands in front. DONE is told by the states already. */
const ORDER: readonly StatusPart[] = [
  'OVERDUE',
  'BADLY_BEHIND',
  'BEHIND',
  'SLIGHTLY_BEHIND',
  'ON_TRACK',
  'AHEAD',
  'NONE'
]

/** What a filter shows, and what each choice of state and status would show beside the other choices. */
export interface Faceted {
  items: RegisterItemView[]
  states: { state: ItemState; count: number }[]
  /** Items of all states. */
  everyState: number
  statuses: StatusFacet[]
}

export function faceted(
  all: readonly RegisterItemView[],
  filter: RegisterFilter,
  vocabulary: Vocabulary
): Faceted {
  const without = (part: 'states' | 'statuses'): RegisterItemView[] => {
    const rest = { ...filter }
    delete rest[part]
    return all.filter((item) => matchesFilter(item, rest))
  }
  const anyState = without('states')
  return {
    items: anyState.filter((item) => matchesFilter(item, filter)),
    states: itemState.options.map((state) => ({
      state,
      count: anyState.filter((item) => item.state === state).length
    })),
    everyState: anyState.length,
    statuses: statusFacets(without('statuses'), vocabulary, filter.statuses ?? [])
  }
}

/** The choices of status; one without items only where it is chosen. */
function statusFacets(
  items: readonly RegisterItemView[],
  vocabulary: Vocabulary,
  chosen: readonly StatusPart[]
): StatusFacet[] {
  const facets = new Map<string, StatusFacet>()
  for (const part of ORDER) {
    const status = part === 'NONE' ? null : part
    const word = status === null ? UNKNOWN_STATUS : itemStatusWord(status, vocabulary)
    const facet = facets.get(word) ?? { word, status, statuses: [], count: 0 }
    facet.statuses.push(part)
    facet.count += items.filter((item) => item.status === status).length
    facets.set(word, facet)
  }
  return [...facets.values()].filter(
    (facet) => facet.count > 0 || facet.statuses.some((part) => chosen.includes(part))
  )
}
