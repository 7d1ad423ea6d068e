import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import type { RegisterListView } from '#shared/ipc/register.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { faceted, type Faceted, type Vocabulary } from './facets.ts'
import { changed, readQuery, writeQuery, type RegisterQuery } from './registerQuery.ts'

export interface UnitOption {
  value: string
  label: string
}

export interface RegisterNames {
  /** Units of the quarter's scheme in their order, then those that only items know. */
  units: UnitOption[]
  indicators: UnitOption[]
  vocabulary: Vocabulary
}

const USUAL = progressRules.parse(undefined)

/** The page's address, and how it is changed. Looking at another item leaves no trace in the history. */
export function useRegisterQuery(): {
  query: RegisterQuery
  go: (change: Partial<RegisterQuery>) => void
  narrow: (change: { [K in keyof RegisterFilter]?: RegisterFilter[K] | undefined }) => void
} {
  const [params, setParams] = useSearchParams()
  const query = useMemo(() => readQuery(params), [params])
  const go = (change: Partial<RegisterQuery>): void =>
    setParams((now) => writeQuery({ ...readQuery(now), ...change }), { replace: true })
  return {
    query,
    go,
    narrow: (change) =>
      setParams(
        (now) => {
          const before = readQuery(now)
          return writeQuery({ ...before, filter: changed(before.filter, change) })
        },
        { replace: true }
      )
  }
}

/**
 * The register is read whole and narrowed here: every choice tells how many items it would show, and typing in the
 * search field asks nobody.
 */
export function useRegisterList(filter: RegisterFilter) {
  return useRoute('register.list', { filter: filter.voided === true ? { voided: true } : {} })
}

export function useFaceted(list: RegisterListView, filter: RegisterFilter, vocabulary: Vocabulary): Faceted {
  return useMemo(() => faceted(list.items, filter, vocabulary), [list.items, filter, vocabulary])
}

/** Names of units and indicators, and the words of status: from the quarter's scheme. */
export function useRegisterNames(list: RegisterListView | undefined): RegisterNames {
  const { period } = usePeriod()
  const scheme = useRoute('scheme.get', period === null ? null : { period }).data?.definition
  return useMemo(() => {
    const units = new Map((scheme?.units ?? []).map(({ code, name }) => [code, name]))
    for (const item of list?.items ?? []) {
      if (item.owner !== null && !units.has(item.owner)) units.set(item.owner, item.ownerName ?? item.owner)
      item.partners.forEach(({ unit }, at) => {
        if (!units.has(unit)) units.set(unit, item.partnerNames[at] ?? unit)
      })
    }
    const indicators = (scheme?.races ?? []).flatMap((race) =>
      race.dimensions.flatMap((dimension) => dimension.indicators)
    )
    return {
      units: [...units].map(([value, label]) => ({ value, label })),
      indicators: indicators.map(({ code, name }) => ({ value: code, label: name })),
      vocabulary: scheme?.progress.vocabulary ?? USUAL.vocabulary
    }
  }, [scheme, list])
}
