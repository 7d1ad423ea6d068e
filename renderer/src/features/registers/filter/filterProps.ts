import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { RegisterType } from '#shared/domain/register/registerItem.ts'
import type { Faceted } from '../facets.ts'
import type { RegisterNames } from '../useRegister.ts'

type Change = { [K in keyof RegisterFilter]?: RegisterFilter[K] | undefined }

export interface FilterProps {
  filter: RegisterFilter
  facets: Faceted
  byType: Partial<Record<RegisterType, number>>
  names: RegisterNames
  narrow: (change: Change) => void
  onFilter: (filter: RegisterFilter) => void
}
