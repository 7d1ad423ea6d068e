import type { GroupResult, RaceResult } from '../../ranking/resultSet.ts'
import { noScoreReason } from '../../ranking/noScoreReason.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { RANKING_SIGNATURES, reportFrame, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportRow, ReportTable } from '../reportTable.ts'
import { columnsOf, printedCell, rowOf } from './columnSpec.ts'
import { rankingColumns, type RankingColumn, type RankingRow } from './rankingColumns.ts'

/** 名次 and 单位 stay in sight and repeat on each page. */
const PINNED = 2

/** A race is named only where there are several. */
export function raceLabel({ results }: ReportFacts, race: RaceResult): string {
  return results.races.length > 1 ? race.name : ''
}

/** Counted where they are not named. */
export function restRemark(unnamed: number): string[] {
  return unnamed === 0 ? [] : [`其余 ${unnamed} 个单位名次略。`]
}

/** Id of a group's ranking table, as charts name it. */
export function groupTableId(race: RaceResult, group: GroupResult): string {
  return `group:${race.race}:${group.group}`
}

/** 排名表 of one group: rows in display order, the group's mean, the chosen rules, who signs. */
export function groupTable(
  facts: ReportFacts,
  options: ReportOptions,
  race: RaceResult,
  group: GroupResult
): ReportTable {
  const { results } = facts
  const label = raceLabel(facts, race)
  const columns = rankingColumns(race, [group], results.decimals, options)
  const units = listedUnits(group, options)
  const { provenance } = reportFrame(facts, options)
  return {
    id: groupTableId(race, group),
    name: `${label}${group.name}`,
    ...tableFrame(facts, options, `${group.name}${label}排名表`, '单位：分'),
    columns: columnsOf(columns),
    rows: rankingRows(
      columns,
      units.map((unit) => ({ unit, groupName: group.name }))
    ),
    foot: meanRow(columns, group, results.decimals),
    remarks: [
      ...restRemark(group.units.length - units.length),
      `说明：${results.footer.join('')}「/」为不适用。${provenance}。`
    ],
    signatures: RANKING_SIGNATURES,
    pinned: PINNED,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** 单位总表: all groups one after another, with their names; a thick rule between groups. */
export function overallTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const label = raceLabel(facts, race)
  const columns = rankingColumns(race, race.groups, facts.results.decimals, options)
  const groups = race.groups.map((group) =>
    listedUnits(group, options).map((unit) => ({ unit, groupName: group.name }))
  )
  const all = race.groups.reduce((count, group) => count + group.units.length, 0)
  return {
    id: `overall:${race.race}`,
    name: `${label}单位总表`,
    ...tableFrame(facts, options, `${label}单位总表`, '名次在各组内排列　单位：分'),
    columns: columnsOf(columns),
    rows: groups.flatMap((rows, index) => rankingRows(columns, rows, index > 0)),
    foot: [],
    remarks: restRemark(all - groups.flat().length),
    signatures: [],
    pinned: PINNED,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** Rows in the result set's own order; a thick rule above the first that is not ranked, and above a further group. */
function rankingRows(
  columns: readonly RankingColumn[],
  rows: readonly RankingRow[],
  opensGroup = false
): ReportRow[] {
  const firstUnranked = rows.findIndex(({ unit }) => unit.rank === null)
  return rows.map((row, index) => {
    const opens = index === firstUnranked || (index === 0 && opensGroup)
    return row.unit.state === 'BLOCKED' ? blockedRow(columns, row, opens) : rowOf(columns, row, opens)
  })
}

/** A unit without a score has the reason in place of its scores: never a row of empty or zero cells. */
function blockedRow(columns: readonly RankingColumn[], row: RankingRow, opens: boolean): ReportRow {
  const at = (id: string): number => columns.findIndex((column) => column.id === id)
  const others = columns.filter((_, index) => index < at('BASE') || index > at('TOTAL'))
  return {
    ...rowOf(others, row, opens),
    merged: { from: 'BASE', to: 'TOTAL', text: noScoreReason(row.unit) }
  }
}

function meanRow(
  columns: readonly RankingColumn[],
  { mean, rankedCount }: GroupResult,
  decimals: number
): ReportRow[] {
  if (mean === null) return []
  const means = columns.flatMap((column) => {
    const printed = column.mean?.(mean)
    return printed === undefined ? [] : [[column.id, printedCell(printed, decimals)] as const]
  })
  return [{ cells: { UNIT: `组平均（${rankedCount}个）`, ...Object.fromEntries(means) } }]
}
