import type { RegisterListView } from '#shared/ipc/register.ts'
import type { RegisterNames } from '../useRegister.ts'
import type { FormErrors, FormState } from './formState.ts'

/** What every group of the form gets. */
export interface FormPart {
  form: FormState
  errors: FormErrors
  names: RegisterNames
  list: RegisterListView
  /** Null for a new item. */
  id: number | null
  put: (change: Partial<FormState>) => void
}
