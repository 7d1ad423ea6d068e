import { dec, decimalString, type DecimalString } from '#shared/domain/number/decimal.ts'
import type { ItemAction, ItemActionName } from '#shared/domain/register/itemAction.ts'
import { allowedActions } from '#shared/domain/register/transitions.ts'
import type { ItemState } from '#shared/domain/register/registerItem.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { actText as text } from '../../../text/registers.ts'

/** What the dialog of an action holds, as typed. */
export interface ActFields {
  on: string
  text: string
  percent: string
  amount: string
  verifier: string
  number: string
}

export type ActErrors = Partial<Record<keyof ActFields, string>>

/** Without which words an action explains nothing. */
const NEEDS_TEXT: ReadonlySet<ItemActionName> = new Set(['NOTE', 'RETURN', 'REOPEN', 'VOID'])

export function startFields(
  action: ItemActionName,
  items: readonly RegisterItemView[],
  today: string
): ActFields {
  const only = items.length === 1 ? items[0]! : null
  return {
    on: today,
    text: '',
    percent: action === 'PROGRESS' ? (only?.percent ?? '') : '',
    amount: action === 'PROGRESS' ? (only?.amount ?? '') : '',
    verifier: action === 'VERIFY' || action === 'CLOSE' ? rememberedVerifier() : '',
    number: ''
  }
}

/** Splits the items into those whose state allows the action and the others. */
export function splitByAction(
  items: readonly RegisterItemView[],
  action: ItemActionName
): { fit: RegisterItemView[]; rest: RegisterItemView[] } {
  const fits = (item: RegisterItemView): boolean => allowedActions(item).includes(action)
  return { fit: items.filter(fits), rest: items.filter((item) => !fits(item)) }
}

/** The action as main takes it, or what is wrong beside which field. `evidence`: files on the item, null for several. */
export function readAct(
  action: ItemActionName,
  fields: ActFields,
  evidence: number | null
): { action: ItemAction } | { errors: ActErrors } {
  const errors: ActErrors = {}
  const words = fields.text.trim()
  const percent = readNumber(fields.percent)
  const amount = readNumber(fields.amount)
  if (NEEDS_TEXT.has(action) && words === '') errors.text = text.missing
  if (action === 'DONE' && words === '' && evidence === 0) errors.text = text.doneHint
  if ((action === 'VERIFY' || action === 'CLOSE') && fields.verifier.trim() === '')
    errors.verifier = text.missing
  if (action === 'PROGRESS') {
    if (percent === NO_NUMBER) errors.percent = text.badNumber
    if (amount === NO_NUMBER) errors.amount = text.badNumber
    if (percent === null && amount === null && words === '') errors.text = text.emptyProgress
  }
  if (Object.keys(errors).length > 0 || percent === NO_NUMBER || amount === NO_NUMBER) return { errors }
  const on = fields.on === '' ? {} : { on: fields.on }
  const verifier = fields.verifier.trim()
  switch (action) {
    case 'START':
      return { action: { action, ...on } }
    case 'PROGRESS':
      return { action: { action, ...on, percent, amount, text: words } }
    case 'VERIFY':
      return { action: { action, ...on, verifier, text: words } }
    case 'CLOSE': {
      const number = fields.number.trim()
      return { action: { action, ...on, verifier, opinion: words, ...(number === '' ? {} : { number }) } }
    }
    case 'VOID':
    case 'RESTORE':
      return { action: { action, text: words } }
    case 'NOTE':
    case 'DONE':
    case 'RETURN':
    case 'REOPEN':
      return { action: { action, ...on, text: words } }
  }
}

/** What `readNumber` answers to what is no number. */
export const NO_NUMBER = Symbol('no number')

/** 「85」「85%」「１，２００」 as a number; null where empty. */
export function readNumber(typed: string): DecimalString | null | typeof NO_NUMBER {
  const plain = typed.normalize('NFKC').replace(/[,，%\s]/g, '')
  if (plain === '') return null
  const read = decimalString.safeParse(plain)
  return read.success && dec(read.data).greaterThanOrEqualTo(0) ? read.data : NO_NUMBER
}

/** The action that leads from one column of the board to another; null where there is no single step. */
export function moveBetween(from: ItemState, to: ItemState): ItemActionName | null {
  const steps: Partial<Record<ItemState, Partial<Record<ItemState, ItemActionName>>>> = {
    OPEN: { IN_PROGRESS: 'START', DONE: 'DONE' },
    IN_PROGRESS: { DONE: 'DONE' },
    DONE: { VERIFIED: 'VERIFY', IN_PROGRESS: 'RETURN' },
    VERIFIED: { CLOSED: 'CLOSE', IN_PROGRESS: 'RETURN' },
    CLOSED: { IN_PROGRESS: 'REOPEN' }
  }
  return steps[from]?.[to] ?? null
}

/** What takes an action back; not every step has a way back. */
export const WAY_BACK: Partial<Record<ItemActionName, ItemActionName>> = {
  DONE: 'RETURN',
  VERIFY: 'RETURN',
  CLOSE: 'REOPEN',
  VOID: 'RESTORE'
}

const VERIFIER_KEY = 'liangji.verifier'

/** Whoever verified last is likely to verify again. */
function rememberedVerifier(): string {
  try {
    return localStorage.getItem(VERIFIER_KEY) ?? ''
  } catch {
    // Storage can be switched off by policy; then the name is typed.
    return ''
  }
}

export function rememberVerifier(name: string): void {
  try {
    localStorage.setItem(VERIFIER_KEY, name)
  } catch {
    // Same as above.
  }
}
