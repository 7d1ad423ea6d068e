import { commonMark } from '../../ranking/fullMarksOf.ts'
import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { columnsOf, indicatorCell, printedCell, rowsOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'

/** Above so many indicators, their columns are narrow and their heads break. */
const MANY = 8

/** Units of a race that may be named, group by group in display order. */
export function unitsOf(race: RaceResult, options: ReportOptions): UnitResult[] {
  return race.groups.flatMap((group) => listedUnits(group, options))
}

/** How many units of a race are counted only. */
export function unnamedOf(race: RaceResult, units: readonly UnitResult[]): number {
  return race.groups.reduce((count, group) => count + group.units.length, 0) - units.length
}

export interface IndicatorHead {
  code: string
  name: string
  /** Name and code of its dimension. */
  dimension: string
  within: string
  marks: string[]
}

/** By dimension: units may have indicators of their own, which would else come after everybody's last dimension. */
export function indicatorsOf(race: RaceResult, units: readonly UnitResult[]): IndicatorHead[] {
  return race.dimensions.flatMap((dimension) => {
    const found = new Map<string, IndicatorHead>()
    const own = units.flatMap((unit) => unit.dimensions.filter((entry) => entry.dimension === dimension.code))
    for (const { indicator, name, fullMark } of own.flatMap((entry) => entry.indicators)) {
      const known = found.get(indicator)
      if (known === undefined)
        found.set(indicator, {
          ...{ code: indicator, name, dimension: dimension.name, within: dimension.code },
          marks: [fullMark]
        })
      else known.marks.push(fullMark)
    }
    return [...found.values()]
  })
}

/**
 * Units down, indicators across under their dimensions; 「/」 where an indicator does not apply, 缺报 where nothing came,
 * 补 behind what a decision settled.
 */
export function indicatorTable(
  facts: ReportFacts,
  options: ReportOptions,
  race: RaceResult,
  subject: string
): ReportTable {
  const { decimals } = facts.results
  const units = unitsOf(race, options)
  const indicators = indicatorsOf(race, units)
  const columns: ColumnSpec<UnitResult>[] = [
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true, cell: (unit) => unit.name },
    ...indicators.map(({ code, name, dimension, marks }): ColumnSpec<UnitResult> => ({
      ...{
        id: `INDICATOR:${code}`,
        head: name,
        fullMark: commonMark(marks),
        band: dimension,
        align: 'right'
      },
      ...{ min: 7.5, max: indicators.length > MANY ? 9 : 16 },
      cell: (unit) => {
        const found = unit.dimensions.flatMap((d) => d.indicators).find((i) => i.indicator === code)
        return found === undefined ? '/' : indicatorCell(found, decimals)
      }
    })),
    {
      ...{ id: 'TOTAL', head: '总得分', align: 'right', min: 9, max: 12, bold: true, tint: true },
      cell: (unit) => (unit.total === null ? '未计分' : printedCell(unit.total.printed, decimals))
    }
  ]
  const name = `${raceLabel(facts, race)}${subject}`
  return {
    ...{ id: `indicators:${race.race}`, name, ...tableFrame(facts, options, name, '单位：分') },
    columns: columnsOf(columns),
    rows: rowsOf(columns, units, (unit, previous) => unit.group !== previous.group),
    foot: [],
    remarks: restRemark(unnamedOf(race, units)),
    ...{ signatures: [], pinned: 1, filter: false, orientation: 'LANDSCAPE' }
  }
}
