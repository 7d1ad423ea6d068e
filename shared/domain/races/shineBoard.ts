import type { IndicatorResult, ResultSet } from '../ranking/resultSet.ts'
import { itemStatus, type ItemStatus } from '../report/lists/itemStatus.ts'
import type { ProgressRules } from '../scheme/progressRules.ts'

export interface ShineUnit {
  unit: string
  name: string
  group: string
  value: string | null
  target: string | null
  score: string | null
  status: ItemStatus | null
  sentence: string
}

/** 指标亮晒: one indicator with everybody that it applies to. */
export interface ShineRow {
  race: string
  raceName: string
  dimension: string
  dimensionName: string
  indicator: string
  name: string
  unitOfMeasure: string
  fullMark: string
  /** Units on or above target (or the scheme's line), out of those with a score. */
  met: number
  scored: number
  missing: number
  /** In the display order of their groups. */
  units: readonly ShineUnit[]
}

/** Every indicator of a quarter, in the scheme's order, with every unit that it applies to. */
export function shineBoard(results: ResultSet, rules: ProgressRules): ShineRow[] {
  return results.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) => {
      const rows = new Map<string, { head: IndicatorResult; units: ShineUnit[] }>()
      for (const group of race.groups) {
        for (const unit of group.units) {
          const own = unit.dimensions.find((entry) => entry.dimension === dimension.code)
          for (const item of own?.indicators ?? []) {
            if (item.status === 'NA') continue
            const row = rows.get(item.indicator) ?? { head: item, units: [] }
            row.units.push(unitOf(item, unit, group.name, rules))
            rows.set(item.indicator, row)
          }
        }
      }
      return [...rows.values()].map(({ head, units }) => ({
        race: race.race,
        raceName: race.name,
        dimension: dimension.code,
        dimensionName: dimension.name,
        indicator: head.indicator,
        name: head.name,
        unitOfMeasure: head.unitOfMeasure,
        fullMark: head.fullMark,
        met: units.filter(({ status }) => status === 'MET').length,
        scored: units.filter(({ score }) => score !== null).length,
        missing: units.filter(({ status }) => status === 'MISSING').length,
        units
      }))
    })
  )
}

function unitOf(
  item: IndicatorResult,
  { unit, name }: { unit: string; name: string },
  group: string,
  rules: ProgressRules
): ShineUnit {
  return {
    unit,
    name,
    group,
    value: item.value,
    target: item.target,
    score: item.score?.printed ?? null,
    status: itemStatus(item, rules),
    sentence: item.trace.sentence
  }
}
