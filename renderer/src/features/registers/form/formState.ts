import { checkItem } from '#shared/domain/register/checkItem.ts'
import { itemFields, type ItemFields, type RegisterType } from '#shared/domain/register/registerItem.ts'
import { registerFormText as text } from '../../../text/registerForm.ts'
import { NO_NUMBER, readNumber } from '../act/actForm.ts'
import type { RegisterNames } from '../useRegister.ts'

/** The form as typed: numbers are still text, empty means not said. */
export interface FormState extends Omit<
  ItemFields,
  'ownerShare' | 'partners' | 'quantity' | 'plan' | 'start' | 'due'
> {
  ownerShare: string
  partners: { unit: string | null; share: string }[]
  target: string
  measure: string
  /** By month. */
  plan: Record<string, { percent: string; amount: string }>
  start: string
  due: string
}

export type FormErrors = Partial<Record<keyof ItemFields, string>>

/** A new item starts today in the register that is looked at. */
export function emptyForm(type: RegisterType, today: string): FormState {
  return formOf({ ...itemFields.parse({ type, title: '-', start: today }), title: '' })
}

export function formOf(fields: ItemFields): FormState {
  const { quantity, plan, partners, ownerShare, start, due, ...rest } = fieldsOf(fields)
  return {
    ...rest,
    ownerShare: ownerShare ?? '',
    partners: partners.map(({ unit, share }) => ({ unit, share: share ?? '' })),
    target: quantity?.target ?? '',
    measure: quantity?.measure ?? '',
    plan: Object.fromEntries(
      plan.map(({ month, percent, amount }) => [month, { percent: percent ?? '', amount: amount ?? '' }])
    ),
    start: start ?? '',
    due: due ?? ''
  }
}

/** Only what a form fills in, of an item with everything else. */
export function fieldsOf(item: ItemFields): ItemFields {
  const keys = Object.keys(itemFields.shape) as (keyof ItemFields)[]
  return Object.fromEntries(keys.map((key) => [key, item[key]])) as ItemFields
}

/** The item that the form describes, or what is wrong beside which field. `before`: what the item said when opened. */
export function readForm(
  form: FormState,
  names: Pick<RegisterNames, 'units' | 'indicators'>,
  before?: ItemFields
): { fields: ItemFields } | { errors: FormErrors } {
  const errors: FormErrors = {}
  const number = (typed: string, field: keyof ItemFields): string | null => {
    const read = readNumber(typed)
    if (read !== NO_NUMBER) return read
    errors[field] = text.badNumber
    return null
  }
  if (form.title.trim() === '') errors.title = text.titleMissing
  if (form.partners.some(({ unit, share }) => unit === null && share.trim() !== '')) {
    errors.partners = text.unitMissing
  }
  const target = number(form.target, 'quantity')
  const { target: _target, measure, ...rest } = form
  const fields: ItemFields = {
    ...rest,
    title: form.title.trim(),
    ownerShare: number(form.ownerShare, 'ownerShare'),
    partners: form.partners.flatMap(({ unit, share }) =>
      unit === null ? [] : [{ unit, share: number(share, 'partners') }]
    ),
    quantity: target === null ? null : { target, measure: measure.trim() },
    plan: Object.entries(form.plan)
      .map(([month, cell]) => ({
        month,
        percent: number(cell.percent, 'plan'),
        amount: number(cell.amount, 'plan')
      }))
      .filter((step) => step.percent !== null || step.amount !== null)
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    start: form.start === '' ? null : form.start,
    due: form.due === '' ? null : form.due
  }
  const known = {
    units: new Map(names.units.map(({ value, label }) => [value, label])),
    indicators: names.indicators.length === 0 ? null : new Set(names.indicators.map(({ value }) => value))
  }
  for (const { field, message } of checkItem(fields, known, before)) errors[field] ??= message
  return Object.keys(errors).length > 0 ? { errors } : { fields }
}

/** Fields in which two readings of an item differ. */
export function differing(a: ItemFields, b: ItemFields): (keyof ItemFields)[] {
  const keys = Object.keys(itemFields.shape) as (keyof ItemFields)[]
  return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
}

export interface Merge {
  /** Changed only elsewhere: taken over. */
  theirs: (keyof ItemFields)[]
  /** Changed on both sides and not to the same: the clerk chooses. */
  both: (keyof ItemFields)[]
}

/** What happened to an item on two sides since `base`. */
export function mergeOf(base: ItemFields, mine: ItemFields, theirs: ItemFields): Merge {
  const own = new Set(differing(base, mine))
  const apart = new Set(differing(mine, theirs))
  const other = differing(base, theirs)
  return {
    theirs: other.filter((field) => !own.has(field)),
    both: other.filter((field) => own.has(field) && apart.has(field))
  }
}

/** `mine` with the fields of the other side that were taken. */
export function merged(
  mine: ItemFields,
  theirs: ItemFields,
  taken: readonly (keyof ItemFields)[]
): ItemFields {
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }
}
