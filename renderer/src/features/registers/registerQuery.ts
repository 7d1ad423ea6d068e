import {
  FIVE_KEY_TYPES,
  fourKnow,
  itemState,
  problemSource,
  registerType,
  urgency,
  type RegisterType
} from '#shared/domain/register/registerItem.ts'
import { isoDate, isoMonth } from '#shared/domain/calendar/isoDate.ts'
import { registerFilter, type RegisterFilter } from '#shared/domain/register/registerFilter.ts'

/** The page as its address says it, so that other pages can link to any list (`/registers?status=OVERDUE`). */
export interface RegisterQuery {
  filter: RegisterFilter
  view: RegisterView
  /** Item that is looked at. */
  item: number | null
  /** Month of the calendar view; null for the current one. */
  month: string | null
}

export const REGISTER_VIEWS = ['table', 'board', 'calendar'] as const
export type RegisterView = (typeof REGISTER_VIEWS)[number]

const status = registerFilter.shape.statuses.unwrap().element

/** Parts of a filter that are lists, by their name in the address. */
const LISTS = {
  type: ['types', registerType],
  state: ['states', itemState],
  status: ['statuses', status],
  urgency: ['urgencies', urgency],
  tag: ['tags', fourKnow],
  source: ['sources', problemSource]
} as const

const YES = '1'

/** Reads an address; what it does not know is left out, never an error. */
export function readQuery(params: URLSearchParams): RegisterQuery {
  const filter: Record<string, unknown> = {}
  for (const [name, [key, schema]] of Object.entries(LISTS)) {
    const values = split(params.get(name)).filter((value) => schema.safeParse(value).success)
    if (values.length > 0) filter[key] = values
  }
  // `?unit=` without a code asks for items without an owner.
  const units = params.get('unit')
  if (units !== null) filter['owners'] = units.split(',')
  for (const [name, key] of [
    ['partners', 'withPartners'],
    ['incomplete', 'incomplete'],
    ['slips', 'slips'],
    ['voided', 'voided']
  ] as const) {
    if (params.get(name) === YES) filter[key] = true
  }
  for (const [name, key] of [
    ['from', 'dueFrom'],
    ['to', 'dueTo']
  ] as const) {
    const day = isoDate.safeParse(params.get(name))
    if (day.success) filter[key] = day.data
  }
  const indicator = params.get('indicator')
  if (indicator !== null && indicator !== '') filter['indicator'] = indicator
  const text = params.get('q')
  if (text !== null && text !== '') filter['text'] = text
  const view = REGISTER_VIEWS.find((candidate) => candidate === params.get('view')) ?? 'table'
  const item = Number(params.get('item') ?? Number.NaN)
  const month = isoMonth.safeParse(params.get('month'))
  return {
    filter: registerFilter.parse(filter),
    view,
    item: Number.isSafeInteger(item) && item > 0 ? item : null,
    month: month.success ? month.data : null
  }
}

/** The address of a page; the other way round of `readQuery`. */
export function writeQuery({ filter, view, item, month }: RegisterQuery): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, [key]] of Object.entries(LISTS)) {
    const values = filter[key]
    if (values !== undefined && values.length > 0) params.set(name, values.join(','))
  }
  if (filter.owners !== undefined && filter.owners.length > 0) params.set('unit', filter.owners.join(','))
  if (filter.withPartners === true) params.set('partners', YES)
  if (filter.incomplete === true) params.set('incomplete', YES)
  if (filter.voided === true) params.set('voided', YES)
  if (filter.slips === true) params.set('slips', YES)
  if (filter.dueFrom !== undefined) params.set('from', filter.dueFrom)
  if (filter.dueTo !== undefined) params.set('to', filter.dueTo)
  if (filter.indicator !== undefined) params.set('indicator', filter.indicator)
  if (filter.text !== undefined && filter.text !== '') params.set('q', filter.text)
  if (view !== 'table') params.set('view', view)
  if (month !== null) params.set('month', month)
  if (item !== null) params.set('item', String(item))
  return params
}

/** A filter with some parts changed; `undefined` takes a part out. */
export function changed(
  filter: RegisterFilter,
  change: { [K in keyof RegisterFilter]?: RegisterFilter[K] | undefined }
): RegisterFilter {
  const merged = { ...filter, ...change }
  return registerFilter.parse(
    Object.fromEntries(
      Object.entries(merged).filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
      )
    )
  )
}

export type RegisterTab = 'ALL' | 'FIVE' | RegisterType

const isFive = (type: RegisterType): boolean => (FIVE_KEY_TYPES as readonly string[]).includes(type)

/** Which tab a filter belongs to; a mixture that no tab shows stands under 全部. */
export function tabOf({ types = [] }: RegisterFilter): RegisterTab {
  if (types.length > 0 && types.every(isFive)) return 'FIVE'
  return types.length === 1 ? types[0]! : 'ALL'
}

export function typesOfTab(tab: RegisterTab): RegisterType[] | undefined {
  if (tab === 'ALL') return undefined
  return tab === 'FIVE' ? [...FIVE_KEY_TYPES] : [tab]
}

/** How many parts narrow the list besides the register itself: what 清除筛选 takes away. */
export function narrowing(filter: RegisterFilter): number {
  return Object.keys(filter).filter((key) => key !== 'types' && key !== 'withPartners').length
}

function split(value: string | null): string[] {
  return (value ?? '').split(',').filter((part) => part !== '')
}
