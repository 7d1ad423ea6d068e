import { quarterName } from '../../period/spans.ts'
import type { YearResult, YearUnit } from '../../period/yearResult.ts'
import { listedUnits } from '../namedUnits.ts'
import { columnsOf, printedCell, rankCell, rowOf, scoreCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { restRemark } from '../ranking/groupTable.ts'
import { RANKING_SIGNATURES } from '../reportFrame.ts'
import type { ReportTable, TableCell } from '../reportTable.ts'
import { meanFormula, quarterScoreFormula, scoreColumn, totalFormula } from './liveFormula.ts'
import { quarterLegend, quarterRankCell, quarterScoreCell } from './quarterCells.ts'
import { formulaRules, type YearContext } from './yearContext.ts'
import { asListed, rulesRemark, yearFrame, yearRaceLabel, yearTableFrame } from './yearFrame.ts'

type Race = YearResult['races'][number]
type Group = Race['groups'][number]

const number = { align: 'right', min: 8, max: 12 } as const

/** 年度汇总 of one group: quarters side by side, how they add up, place and grade. */
export function yearGroupTable(context: YearContext, race: Race, group: Group): ReportTable {
  const { year, facts, options } = context
  const { result } = year
  const specs = columnSpecs(context, race, group)
  const units = listedUnits(asListed(group), options)
  const firstUnranked = units.findIndex(({ rank }) => rank === null)
  const label = `${group.name}${yearRaceLabel(year, race)}`
  return {
    id: `year:${race.race}:${group.group}`,
    name: `${yearRaceLabel(year, race)}${group.name}`,
    ...yearTableFrame(year, facts, options, `${label}考核汇总表`, '单位：分'),
    columns: columnsOf(specs),
    rows: units.map((unit, index) => rowOf(specs, unit, index > 0 && index === firstUnranked)),
    foot: meanRow(group, units, result.decimals),
    remarks: [
      ...restRemark(group.units.length - units.length),
      rulesRemark(year, group),
      ...quarterLegend(units, result),
      `${yearFrame(year, facts, options).provenance}。`
    ],
    signatures: RANKING_SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function columnSpecs(context: YearContext, race: Race, group: Group): ColumnSpec<YearUnit>[] {
  const { result } = context.year
  const { decimals } = result
  const rules = formulaRules(context, race.race)
  const withFormula = (cell: TableCell, formula: string | null): TableCell =>
    formula === null || cell === null || typeof cell === 'string' ? cell : { ...cell, formula }
  const quarterOfUnit = (unit: YearUnit, period: string) =>
    unit.quarters.find((quarter) => quarter.period === period)
  const hasLeadership =
    rules === null
      ? group.units.some(({ leadership }) => leadership !== null)
      : rules.rules.leadership !== '0'
  return [
    {
      ...{ id: 'RANK', head: '名次', align: 'center', min: 6, max: 8, bold: true },
      cell: ({ rank }) => rankCell(rank),
      red: ({ rank }) => rank === 1
    },
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 30, bold: true, cell: ({ name }) => name },
    ...result.quarters.flatMap(({ period }): ColumnSpec<YearUnit>[] => [
      {
        ...{ id: scoreColumn({ period }), head: '得分', band: quarterName(period), ...number },
        cell: (unit) => quarterScoreCell(quarterOfUnit(unit, period), result)
      },
      {
        ...{ id: `RANK:${period}`, head: '名次', band: quarterName(period), align: 'center', min: 6, max: 7 },
        cell: (unit) => quarterRankCell(quarterOfUnit(unit, period))
      }
    ]),
    {
      ...{ id: 'QUARTERS', head: '季度合成', ...number },
      cell: (unit) =>
        withFormula(
          scoreCell(unit.quarterScore, decimals),
          rules === null ? null : quarterScoreFormula(unit, rules)
        )
    },
    ...(hasLeadership
      ? [
          {
            ...{ id: 'LEADERSHIP', head: '领导评价', ...number },
            fullMark: rules?.rules.leadership ?? null,
            cell: (unit: YearUnit) => scoreCell(unit.leadership, decimals)
          } satisfies ColumnSpec<YearUnit>
        ]
      : []),
    {
      ...{ id: 'TOTAL', head: '年度得分', ...number, bold: true, tint: true },
      cell: (unit) =>
        withFormula(scoreCell(unit.total, decimals), rules === null ? null : totalFormula(unit, rules))
    },
    ...(group.units.some(({ grade }) => grade !== null)
      ? [
          {
            ...{ id: 'GRADE', head: '等次', align: 'center', min: 7, max: 10 },
            cell: ({ grade }: YearUnit) => grade?.grade ?? '/'
          } satisfies ColumnSpec<YearUnit>
        ]
      : []),
    {
      ...{ id: 'REMARKS', head: '备注', align: 'left', min: 12, max: 28 },
      cell: ({ remarks }) => remarks.join('；')
    }
  ]
}

function meanRow(group: Group, listed: readonly YearUnit[], decimals: number): ReportTable['foot'] {
  if (group.mean === null) return []
  const ranked = group.units.filter(({ rank }) => rank !== null).length
  const formula = meanFormula(listed, group.mean, decimals)
  const cell = printedCell(group.mean, decimals)
  return [{ cells: { UNIT: `组平均（${ranked}个）`, TOTAL: formula === null ? cell : { ...cell, formula } } }]
}
