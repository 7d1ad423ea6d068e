import { periodTitle } from '../../period/periodKey.ts'
import type { YearResult, YearUnit } from '../../period/yearResult.ts'
import { listedUnits } from '../namedUnits.ts'
import { restRemark } from '../ranking/groupTable.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { quarterRankCell, quarterScoreCell, quarterStateText } from './quarterCells.ts'
import type { YearContext } from './yearContext.ts'
import { asListed, yearRaceLabel, yearTableFrame } from './yearFrame.ts'

type Race = YearResult['races'][number]

const COLUMNS: readonly ReportColumn[] = [
  { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 28, bold: true },
  { id: 'QUARTER', head: '季度', align: 'left', min: 14, max: 18 },
  { id: 'STATE', head: '情况', align: 'left', min: 10, max: 16 },
  { id: 'SCORE', head: '得分', align: 'right', min: 8, max: 10 },
  { id: 'RANK', head: '名次', align: 'center', min: 6, max: 7 },
  { id: 'WEIGHT', head: '占比', align: 'right', min: 7, max: 9 },
  { id: 'SOURCE', head: '来源、依据', align: 'left', min: 24, max: 60 }
]

/** How each unit's year came about: every quarter with its weight and source, then the calculation in one line. */
export function yearStepsTable(context: YearContext, race: Race): ReportTable {
  const { year, facts, options } = context
  const groups = race.groups.map((group) => ({ group, units: listedUnits(asListed(group), options) }))
  const all = race.groups.flatMap(({ units }) => units).length
  const listed = groups.flatMap(({ units }) => units).length
  const label = yearRaceLabel(year, race)
  return {
    id: `yearSteps:${race.race}`,
    name: `${label}合成过程`,
    ...yearTableFrame(year, facts, options, `${label}得分合成过程`, '单位：分'),
    columns: COLUMNS,
    rows: groups.flatMap(({ group, units }): ReportRow[] => [
      ...(units.length === 0 ? [] : [{ cells: {}, band: group.name }]),
      ...units.flatMap((unit) => unitRows(unit, year.result))
    ]),
    foot: [],
    remarks: [...restRemark(all - listed), '「占比」是该季度在季度合成得分里的比重，没有占比的季度不计入。'],
    signatures: SIGNATURES,
    pinned: 1,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function unitRows(unit: YearUnit, result: YearResult): ReportRow[] {
  const quarters = unit.quarters.map((quarter, index): ReportRow => ({
    cells: {
      UNIT: index === 0 ? unit.name : null,
      QUARTER: periodTitle(quarter.period),
      STATE: quarterStateText(quarter),
      SCORE: quarterScoreCell(quarter, result),
      RANK: quarterRankCell(quarter),
      WEIGHT: weightCell(quarter.weight),
      SOURCE: quarter.source
    },
    ...(index === 0 ? { opens: true } : {})
  }))
  const place = unit.rank === null ? '' : `，${unit.tied ? '并列' : ''}第 ${unit.rank} 名`
  const grade = unit.grade === null ? '' : `，等次 ${unit.grade.grade}（${unit.grade.sentence}）`
  return [
    ...quarters,
    { cells: {}, merged: { from: 'QUARTER', to: 'SOURCE', text: `${unit.sentence}${place}${grade}` } }
  ]
}

function weightCell(weight: string | null): TableCell {
  return weight === null ? '/' : { number: weight, decimals: null, suffix: '%' }
}
