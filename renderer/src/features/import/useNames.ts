import { useMemo } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { useRoute } from '../../ipc/queries.ts'

export interface Named {
  code: string
  name: string
}

/** Names of the scheme in force, to choose from and to print codes as names. */
export interface Names {
  units: readonly Named[]
  indicators: readonly Named[]
  classes: readonly Named[]
  unitName: (code: string) => string
  indicatorName: (code: string) => string
}

export function useNames(period: PeriodKey): Names {
  const scheme = useRoute('scheme.get', { period }).data?.definition
  return useMemo(() => {
    const units = scheme?.units ?? []
    const races = scheme?.races ?? []
    const indicators = races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
    const classes = races.flatMap((race) => race.adjustments.classes)
    const unitNames = new Map(units.map(({ code, name }) => [code, name]))
    // 加减分 are staged with their class in the place of an indicator.
    const indicatorNames = new Map([...classes, ...indicators].map(({ code, name }) => [code, name]))
    return {
      units,
      indicators,
      classes,
      unitName: (code) => unitNames.get(code) ?? code,
      indicatorName: (code) => indicatorNames.get(code) ?? code
    }
  }, [scheme])
}
