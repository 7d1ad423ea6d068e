import type { YearResult } from '../../period/yearResult.ts'
import { listedUnits } from '../namedUnits.ts'
import { printedCell } from '../ranking/columnSpec.ts'
import { restRemark } from '../ranking/groupTable.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import type { YearContext } from './yearContext.ts'
import { asListed, yearRaceLabel, yearTableFrame } from './yearFrame.ts'

type Race = YearResult['races'][number]
type Group = Race['groups'][number]

/**
 * Unit × indicator of one group: each item's mean over the quarters that count (S3). Items that no unit of the group was
 * scored in have no column.
 */
export function yearIndicatorTable(context: YearContext, race: Race, group: Group): ReportTable {
  const { year, facts, options } = context
  const { decimals } = year.result
  const units = listedUnits(asListed(group), options)
  const scored = group.units.flatMap(({ indicators }) => indicators.filter(({ score }) => score !== null))
  const names = new Map(scored.map(({ indicator, name }) => [indicator, name]))
  const label = yearRaceLabel(year, race)
  return {
    id: `yearIndicators:${race.race}:${group.group}`,
    name: `${label}${group.name}指标平均分`,
    ...yearTableFrame(year, facts, options, `${group.name}${label}各指标平均得分`, '单位：分'),
    columns: [
      { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 28, bold: true },
      ...[...names].map(([code, name]): ReportColumn => ({
        ...{ id: `INDICATOR:${code}`, head: name, align: 'right' },
        ...{ min: 7, max: 12 }
      }))
    ],
    rows: units.map((unit): ReportRow => {
      const scores = new Map(unit.indicators.map(({ indicator, score }) => [indicator, score]))
      const cells = [...names.keys()].map((code) => {
        const score = scores.get(code) ?? null
        return [`INDICATOR:${code}`, score === null ? '/' : printedCell(score, decimals)] as const
      })
      return { cells: { UNIT: unit.name, ...Object.fromEntries(cells) } }
    }),
    foot: [],
    remarks: [
      ...restRemark(group.units.length - units.length),
      '各指标在计入的季度里得分的平均；「/」没有得分（不适用、缺报，或整季按决定核定、承继前身）。'
    ],
    signatures: SIGNATURES,
    pinned: 1,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}
