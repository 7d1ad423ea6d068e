import { useState } from 'react'
import type { ItemFields } from '#shared/domain/register/registerItem.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { call, toCallError, type CallError } from '../../../ipc/client.ts'
import { useCall } from '../../../ipc/queries.ts'
import type { RegisterNames } from '../useRegister.ts'
import { fieldsOf, formOf, readForm, type FormErrors, type FormState } from './formState.ts'

/** Both sides of an item that was changed elsewhere while it was being edited. */
export interface Conflict {
  base: ItemFields
  mine: ItemFields
  theirs: ItemFields
  version: number
}

interface Start {
  form: FormState
  /** The item as it was opened; null for a new one. */
  item: RegisterItemView | null
}

/** An item being filled in: what is typed, what is wrong, and saving with the check against changes from elsewhere. */
export function useItemForm(start: Start, names: RegisterNames) {
  const [form, setForm] = useState(start.form)
  const [clean, setClean] = useState(start.form)
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<FormErrors>({})
  const [failed, setFailed] = useState<CallError | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const add = useCall('register.add')
  const edit = useCall('register.edit')
  const base = start.item === null ? undefined : fieldsOf(start.item)
  const read = readForm(form, names, base)
  const found = asked && 'errors' in read ? read.errors : {}

  async function write(fields: ItemFields, version?: number): Promise<RegisterItemView | null> {
    const { item } = start
    try {
      const saved =
        item === null
          ? await add.mutateAsync({ fields })
          : await edit.mutateAsync({ id: item.id, version: version ?? item.version, fields })
      setConflict(null)
      return saved
    } catch (error) {
      const reason = toCallError(error)
      if (reason.code === 'CONFLICT' && item !== null && (await meet(item, fields))) return null
      setConflict(null)
      setRefused(fieldErrors(reason))
      setFailed(reason)
      return null
    }
  }

  /** Shows both sides. False where the other side cannot be read either. */
  async function meet(item: RegisterItemView, mine: ItemFields): Promise<boolean> {
    try {
      const theirs = (await call('register.get', { id: item.id })).item
      setConflict({ base: fieldsOf(item), mine, theirs: fieldsOf(theirs), version: theirs.version })
      return true
    } catch {
      // Gone meanwhile: the refusal itself says enough.
      return false
    }
  }

  return {
    form,
    put: (change: Partial<FormState>): void => {
      setForm((now) => ({ ...now, ...change }))
      setRefused({})
      setFailed(null)
    },
    errors: { ...refused, ...found } as FormErrors,
    failed,
    conflict,
    dirty: JSON.stringify(form) !== JSON.stringify(clean),
    busy: add.isPending || edit.isPending,
    /** Null where something must be put right first; it is said beside its field. */
    save: async (): Promise<RegisterItemView | null> => {
      setAsked(true)
      return 'errors' in read ? null : write(read.fields)
    },
    settle: (fields: ItemFields, version: number): Promise<RegisterItemView | null> => write(fields, version),
    leaveConflict: (): void => setConflict(null),
    /** Begins the next new item with what usually stays the same. */
    next: (): void => {
      const again = formOf({ ...fieldsFor(form), title: '', content: '', measures: '', remark: '', plan: [] })
      setForm(again)
      setClean(again)
      setAsked(false)
    }
  }

  function fieldsFor(typed: FormState): ItemFields {
    const current = readForm(typed, names, base)
    if ('fields' in current) return current.fields
    throw new Error('only a saved form goes on')
  }
}

/** Refusals of main that name a field stand beside it. */
function fieldErrors(error: CallError): FormErrors {
  return Object.fromEntries(
    (error.details.problems ?? []).flatMap(({ group, message }) =>
      group === undefined ? [] : [[group, message]]
    )
  )
}
