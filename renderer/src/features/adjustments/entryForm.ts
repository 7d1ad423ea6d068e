import { rangeAt } from '#shared/domain/incentive/catalogue.ts'
import type { HonourLevel } from '#shared/domain/incentive/honourLevel.ts'
import type { LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import { withOriginalDay } from '#shared/domain/incentive/ledgerQuarter.ts'
import type { LedgerEntryView, LedgerView } from '#shared/ipc/incentive.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import { typedNumber } from '../decisions/decisionForm.ts'

const text = adjustmentsText.form

type Catalogue = LedgerView['catalogue'][number]

/** What the form holds; '' is: not filled in. */
export interface EntryForm {
  unit: string
  catalogue: string
  level: HonourLevel | ''
  classCode: string
  points: string
  date: string
  reason: string
  evidence: string
  reporter: string
  approver: string
  instant: boolean
  honour: number | null
}

export type EntryErrors = Partial<Record<keyof EntryForm, string>>

/** An empty form for a day, with what the address asked for. */
export function blankForm(
  view: Pick<LedgerView, 'operator'>,
  given: Partial<EntryForm> & { date: string }
): EntryForm {
  return {
    ...{ unit: '', catalogue: '', level: '', classCode: '', points: '', reason: '', evidence: '' },
    ...{ reporter: view.operator, approver: '', instant: false, honour: null },
    ...given
  }
}

/** The form of an entry that is changed or copied. */
export function formOf(entry: LedgerEntryView, date: string): EntryForm {
  return {
    ...{ unit: entry.unit, catalogue: entry.catalogue?.code ?? '', level: entry.level ?? '', date },
    ...{ classCode: entry.classCode, points: entry.points, reason: entry.reason, evidence: entry.evidence },
    ...{
      reporter: entry.reporter ?? '',
      approver: '',
      instant: entry.instant,
      honour: entry.honour?.id ?? null
    }
  }
}

export function catalogueOf(form: EntryForm, view: Pick<LedgerView, 'catalogue'>): Catalogue | null {
  return view.catalogue.find((entry) => entry.code === form.catalogue) ?? null
}

/** Points that are not to be chosen: fixed by the catalogue (and the level). */
export function fixedPoints(form: EntryForm, entry: Catalogue | null): string | null {
  if (entry === null || (entry.levels.length > 0 && form.level === '')) return null
  const { least, most } = rangeAt(entry, form.level === '' ? null : form.level)
  return least === most ? least : null
}

/** A change of one field with what follows from it: class, points and 即时激励 of the catalogue entry. */
export function changeForm(form: EntryForm, change: Partial<EntryForm>, view: LedgerView): EntryForm {
  const next = { ...form, ...change }
  if (!('catalogue' in change) && !('level' in change)) return next
  const entry = catalogueOf(next, view)
  if (entry === null) return { ...next, level: '' }
  if ('catalogue' in change) {
    next.classCode = entry.classCode
    next.points = entry.points
    if (entry.instant) next.instant = true
    if (entry.levels.length === 0) next.level = ''
  }
  return { ...next, points: fixedPoints(next, entry) ?? next.points }
}

/** The same event recognised on another day, its own day kept in the reason. */
export function recognisedOn(form: EntryForm, date: string): EntryForm {
  return { ...form, date, reason: withOriginalDay(form.reason, form.date) }
}

/** The entry that the form describes, or what is wanting by field. `approving` also asks for who approves. */
export function inputOf(
  form: EntryForm,
  view: Pick<LedgerView, 'catalogue'>,
  approving: boolean
): { input: LedgerInput } | { errors: EntryErrors } {
  const errors: EntryErrors = {}
  const points = typedNumber(form.points)
  for (const key of ['unit', 'classCode', 'date', 'reason', 'reporter'] as const)
    if (form[key].trim() === '') errors[key] = text.required
  if (approving && form.approver.trim() === '') errors.approver = text.required
  if (points === null || points.startsWith('-') || points === '0')
    errors.points = form.points.trim() === '' ? text.required : text.notANumber
  const entry = catalogueOf(form, view)
  if (entry !== null && entry.levels.length > 0 && form.level === '') errors.level = text.required
  if (Object.keys(errors).length > 0 || points === null) return { errors }
  return {
    input: {
      ...{ unit: form.unit, classCode: form.classCode, points, date: form.date, reason: form.reason.trim() },
      ...{ evidence: form.evidence.trim(), reporter: form.reporter.trim(), instant: form.instant },
      catalogue: form.catalogue === '' ? null : form.catalogue,
      level: form.level === '' ? null : form.level,
      honour: form.honour
    }
  }
}
