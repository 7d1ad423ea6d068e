import { formatPercent } from '../../number/format.ts'
import { quarterName } from '../../period/spans.ts'
import type { YearResult, YearUnit } from '../../period/yearResult.ts'
import { movementText } from '../../ranking/movementText.ts'
import { listedUnits } from '../namedUnits.ts'
import { columnsOf, printedCell, rankCell, rowOf, scoreCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { restRemark } from '../ranking/groupTable.ts'
import { RANKING_SIGNATURES } from '../reportFrame.ts'
import type { ReportTable } from '../reportTable.ts'
import {
  dimensionRates,
  extremes,
  halfMovement,
  type DimensionRate,
  type HalfQuarter
} from './halfQuarters.ts'
import { scoreColumn } from './liveFormula.ts'
import { quarterLegend, quarterRankCell, quarterScoreCell } from './quarterCells.ts'
import type { YearContext } from './yearContext.ts'
import { asListed, rulesRemark, yearFrame, yearRaceLabel, yearTableFrame } from './yearFrame.ts'

type Race = YearResult['races'][number]
type Group = Race['groups'][number]

export interface HalfContext extends YearContext {
  quarters: readonly HalfQuarter[]
}

const number = { align: 'right', min: 8, max: 12 } as const

export function halfTableId(race: Race, group: Group): string {
  return `half:${race.race}:${group.group}`
}

/** 半年成绩 of one group: quarters side by side, movement between them, strong and weak dimensions. */
export function halfGroupTable(context: HalfContext, race: Race, group: Group): ReportTable {
  const { year, facts, options } = context
  const { decimals } = year.result
  const specs = columnSpecs(context, race, group)
  const units = listedUnits(asListed(group), options)
  const firstUnranked = units.findIndex(({ rank }) => rank === null)
  const label = `${group.name}${yearRaceLabel(year, race)}`
  const ranked = group.units.filter(({ rank }) => rank !== null).length
  return {
    id: halfTableId(race, group),
    name: `${yearRaceLabel(year, race)}${group.name}`,
    ...yearTableFrame(year, facts, options, `${label}成绩对比表`, '单位：分'),
    columns: columnsOf(specs),
    rows: units.map((unit, index) => rowOf(specs, unit, index > 0 && index === firstUnranked)),
    foot:
      group.mean === null
        ? []
        : [{ cells: { UNIT: `组平均（${ranked}个）`, TOTAL: printedCell(group.mean, decimals) } }],
    remarks: [
      ...restRemark(group.units.length - units.length),
      rulesRemark(year, group),
      '板块强弱看已冻结季度的得分率（得分合计 ÷ 满分合计）。',
      ...quarterLegend(units, year.result),
      `${yearFrame(year, facts, options).provenance}。`
    ],
    signatures: RANKING_SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function columnSpecs({ year, quarters }: HalfContext, race: Race, group: Group): ColumnSpec<YearUnit>[] {
  const { result } = year
  const { decimals } = result
  const quarterOfUnit = (unit: YearUnit, period: string) =>
    unit.quarters.find((quarter) => quarter.period === period)
  const movement = (unit: YearUnit) => halfMovement(quarters, race.race, unit.unit)
  const strength = (unit: YearUnit) => extremes(dimensionRates(quarters, race.race, unit.unit))
  return [
    {
      ...{ id: 'RANK', head: '半年\n名次', align: 'center', min: 6, max: 8, bold: true },
      cell: ({ rank }) => rankCell(rank),
      red: ({ rank }) => rank === 1
    },
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 28, bold: true, cell: ({ name }) => name },
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
      ...{ id: 'MOVEMENT', head: '升降', align: 'center', min: 6, max: 8 },
      cell: (unit) => {
        const moved = movement(unit)
        return moved === null ? '/' : movementText(moved)
      },
      red: (unit) => movement(unit)?.kind === 'UP'
    },
    {
      ...{ id: 'TOTAL', head: '半年得分', ...number, bold: true, tint: true },
      cell: (unit) => scoreCell(unit.total, decimals)
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
      ...{ id: 'BEST', head: '最强板块', align: 'left', min: 12, max: 20 },
      cell: (unit) => rateText(strength(unit)?.best)
    },
    {
      ...{ id: 'WORST', head: '最弱板块', align: 'left', min: 12, max: 20 },
      cell: (unit) => rateText(strength(unit)?.worst)
    },
    {
      ...{ id: 'REMARKS', head: '备注', align: 'left', min: 12, max: 26 },
      cell: ({ remarks }) => remarks.join('；')
    }
  ]
}

/** 「目标任务、承诺事项 92.30%」; 「/」 where the dimensions cannot be told apart. */
function rateText(rates: readonly DimensionRate[] | undefined): string {
  const [first] = rates ?? []
  if (first === undefined) return '/'
  return `${rates!.map(({ name }) => name).join('、')} ${formatPercent(first.rate)}`
}
