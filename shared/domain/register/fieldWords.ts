import type { RegisterEvent } from './registerEvent.ts'
import type { ItemFields } from './registerItem.ts'
import {
  CHANNELS,
  FOUR_KNOWS,
  ITEM_FIELDS,
  PROBLEM_SOURCES,
  REGISTER_TYPES,
  URGENCIES
} from './registerWords.ts'

/** What codes and ids are called. An unknown one is printed as it is. */
export interface FieldNames {
  unit(code: string): string
  indicator(code: string): string
  /** Number of an item. */
  item(id: number): string
}

/** A field as the log and lists print it; '' where it says nothing. */
export function fieldText(fields: ItemFields, field: keyof ItemFields, names: FieldNames): string {
  switch (field) {
    case 'type':
      return REGISTER_TYPES[fields.type].name
    case 'parent':
      return fields.parent === null ? '' : names.item(fields.parent)
    case 'owner':
      return fields.owner === null ? '' : names.unit(fields.owner)
    case 'ownerShare':
      return fields.ownerShare === null ? '' : `${fields.ownerShare}%`
    case 'partners':
      return fields.partners
        .map(({ unit, share }) => names.unit(unit) + (share === null ? '' : `（${share}%）`))
        .join('、')
    case 'quantity':
      return fields.quantity === null ? '' : `${fields.quantity.target}${fields.quantity.measure}`
    case 'plan':
      return fields.plan
        .map(({ month, percent, amount }) => {
          const parts = [...(percent === null ? [] : [`${percent}%`]), ...(amount === null ? [] : [amount])]
          return `${month} ${parts.join('／')}`
        })
        .join('；')
    case 'indicator':
      return fields.indicator === null ? '' : names.indicator(fields.indicator)
    case 'urgency':
      return fields.urgency === null ? '' : URGENCIES[fields.urgency].name
    case 'tags':
      return fields.tags.map((tag) => FOUR_KNOWS[tag]).join('、')
    case 'channel':
      return fields.channel === null ? '' : CHANNELS[fields.channel]
    case 'problemSource':
      return fields.problemSource === null ? '' : PROBLEM_SOURCES[fields.problemSource]
    case 'start':
    case 'due':
      return fields[field] ?? ''
    case 'title':
    case 'content':
    case 'person':
    case 'leader':
    case 'rankTarget':
    case 'measures':
    case 'origin':
    case 'remark':
      return fields[field]
  }
}

/** What an edit changes, field by field in the order of the form, in words. */
export function fieldChanges(
  before: ItemFields,
  after: ItemFields,
  names: FieldNames
): RegisterEvent['changes'] {
  return (Object.keys(ITEM_FIELDS) as (keyof ItemFields)[]).flatMap((field) => {
    const from = fieldText(before, field, names)
    const to = fieldText(after, field, names)
    return from === to ? [] : [{ field: ITEM_FIELDS[field], before: from, after: to }]
  })
}
