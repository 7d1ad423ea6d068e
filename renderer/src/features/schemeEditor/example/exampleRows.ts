import type { ReadingField } from '#shared/domain/scoring/reading.ts'
import type { TrialCaseInput } from '#shared/domain/trial/trialCase.ts'
import { halfWidth } from '#shared/domain/importing/values/numberText.ts'
import { tidyNumber } from '../form/numberInput.ts'

/** One participant of the worked example, as it is written by hand. */
export type Participant = TrialCaseInput['participants'][number]

/** Numbers of a participant that the example lets people change. */
export type ExampleField = 'target' | 'actual' | 'score' | 'ratings'

/** Columns of the example: what the rule reads. Nobody's own mark (自评) ever counts. */
export function exampleFields(fields: readonly ReadingField[]): ExampleField[] {
  const has = (field: ReadingField): boolean => fields.includes(field)
  return [
    ...(has('target') ? (['target'] as const) : []),
    ...(has('actual') ? (['actual'] as const) : []),
    ...(has('score') ? (['score'] as const) : []),
    ...(has('rating') ? (['ratings'] as const) : [])
  ]
}

/** What stands in a cell: a number, 「/」, 「缺」, or several marks `甲=90、乙=85`. */
export function exampleText(participant: Participant, field: ExampleField): string {
  const value = participant[field]
  if (field !== 'ratings') return valueText(value)
  if (value === undefined || value === null || typeof value !== 'object') return ''
  const parts = Array.isArray(value)
    ? value.map((item: unknown) => ratingText(item))
    : Object.entries(value).map(([name, item]) => `${name}=${valueText(item)}`)
  return parts.join('、')
}

function valueText(value: unknown): string {
  if (value === undefined) return ''
  if (value === null || value === 'MISSING') return '缺'
  if (value === 'NA') return '/'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object') return ''
  // A target in its parts, or a settled value: the number that a person would change.
  if ('value' in value) return valueText(value.value)
  return 'base' in value ? valueText(value.base) : ''
}

function ratingText(item: unknown): string {
  if (typeof item !== 'object' || item === null || !('value' in item)) return valueText(item)
  const group = 'group' in item && typeof item.group === 'string' ? item.group : ''
  const name = 'name' in item && typeof item.name === 'string' ? item.name : ''
  const label = [group, name].filter((part) => part !== '').join('/')
  return label === '' ? valueText(item.value) : `${label}=${valueText(item.value)}`
}

/** The participant with what was typed into one of its cells. Text that is no number is kept: the result says so. */
export function withExampleText(participant: Participant, field: ExampleField, typed: string): Participant {
  const next = { ...participant }
  if (field === 'ratings') {
    next.ratings = readRatings(typed)
    return next
  }
  const value = readValue(typed)
  if (value === undefined) delete next[field]
  else if (field !== 'target') next[field] = value
  else if (value === 'NA' || value === 'MISSING') delete next.target
  else next.target = value
  return next
}

function readValue(typed: string): string | undefined {
  const text = halfWidth(typed)
  if (text === '/' || text === '不适用') return 'NA'
  if (text === '缺' || text === '缺报') return 'MISSING'
  return tidyNumber(typed, '%分')
}

function readRatings(typed: string): NonNullable<Participant['ratings']> {
  return halfWidth(typed)
    .split(/[、;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, label, value] = /^(.*)[=＝:：](.*)$/.exec(part) ?? []
      if (label === undefined || value === undefined) return readValue(part) ?? 'MISSING'
      const [group, name] = label.includes('/') ? label.split('/', 2) : ['', label]
      return { group: (group ?? '').trim(), name: (name ?? '').trim(), value: readValue(value) ?? 'MISSING' }
    })
}
