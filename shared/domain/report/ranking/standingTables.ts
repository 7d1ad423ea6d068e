import type { GradeTable, RaceResult, SideRanking } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { columnsOf, countCell, rankCell, rowsOf, scoreCell, type ColumnSpec } from './columnSpec.ts'
import { raceLabel, restRemark } from './groupTable.ts'

interface GradeRow {
  field: string
  level: GradeTable['levels'][number]
  names: string
}

const gradeColumns: readonly ColumnSpec<GradeRow>[] = [
  {
    ...{ id: 'FIELD', head: '范围', align: 'left', min: 14, max: 20, bold: true },
    cell: ({ field }) => field
  },
  {
    ...{ id: 'GRADE', head: '等次', align: 'center', min: 9, max: 12, bold: true },
    cell: ({ level }) => level.grade
  },
  {
    ...{ id: 'PLACES', head: '名额', align: 'right', min: 8, max: 10 },
    cell: ({ level }) => (level.places === null ? '不限' : countCell(level.places))
  },
  {
    ...{ id: 'TAKEN', head: '实有', align: 'right', min: 8, max: 10, tint: true },
    cell: ({ level }) => countCell(level.members.length)
  },
  { id: 'UNITS', head: '单位', align: 'left', min: 30, max: 52, cell: ({ names }) => names },
  { id: 'HOW', head: '名额怎么来的', align: 'left', min: 24, max: 40, cell: ({ level }) => level.sentence }
]

/** Units that may be named → names. */
function namesIn(races: readonly RaceResult[], options: ReportOptions): Map<string, string> {
  const groups = races.flatMap((race) => race.groups)
  return new Map(
    groups.flatMap((group) => listedUnits(group, options).map(({ unit, name }) => [unit, name] as const))
  )
}

/** 等次名额: places of every grade and who has them, empty grades too; one block for each group. [] without grades. */
export function gradeTables(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable[] {
  if (race.grades.length === 0) return []
  const nameOf = namesIn([race], options)
  const rows = race.grades.flatMap((table) =>
    table.levels.map((level): GradeRow => ({
      field: fieldOf(race, table),
      level,
      names: namesOf(level.members, nameOf)
    }))
  )
  const waiting = race.grades.flatMap((table) =>
    table.undecided.map(
      (tie) =>
        `${fieldOf(race, table)}：「${tie.grade}」只剩 ${tie.places} 个名额，${namesOf(tie.units, nameOf)}同分，等待裁定先后。`
    )
  )
  const name = `${raceLabel(facts, race)}等次名额`
  return [
    {
      ...{ id: `grades:${race.race}`, name, ...tableFrame(facts, options, name, '单位：个') },
      columns: columnsOf(gradeColumns),
      rows: rowsOf(gradeColumns, rows, (row, previous) => row.field !== previous.field),
      ...{ foot: [], remarks: waiting, signatures: [], pinned: 2, filter: false, orientation: 'LANDSCAPE' }
    }
  ]
}

function fieldOf(race: RaceResult, table: GradeTable): string {
  if (table.group === null) return '全部组别'
  return race.groups.find((group) => group.group === table.group)?.name ?? table.group
}

/** Names of those that may be named; the others are only counted, as in the ranking itself. */
function namesOf(units: readonly string[], nameOf: ReadonlyMap<string, string>): string {
  const named = units.flatMap((unit) => nameOf.get(unit) ?? [])
  const unnamed = units.length - named.length
  if (units.length === 0) return '没有单位'
  if (unnamed === 0) return named.join('、')
  return named.length === 0
    ? `${unnamed} 个单位，名称略`
    : `${named.join('、')}，另有 ${unnamed} 个单位名称略`
}

type SideRow = SideRanking['rows'][number]

/** A ranking beside the groups' own: all groups, one 战线; one of `results.totals` comes with no race. */
export function sideTable(
  facts: ReportFacts,
  options: ReportOptions,
  ranking: SideRanking,
  race: RaceResult | null
): ReportTable {
  const { decimals, races } = facts.results
  const { topOnly, bottom } = options
  const nameOf = namesIn(races, { ...options, topOnly: null })
  const rows = ranking.rows.filter(
    ({ rank, unit }) =>
      (topOnly === null || (rank !== null && rank <= topOnly)) && (bottom === 'NAMES' || nameOf.has(unit))
  )
  const groups = new Map(
    races.flatMap((each) => each.groups.map(({ group, name }) => [group, name] as const))
  )
  const columns = sideColumns(groups, decimals)
  const firstUnranked = rows.find((row) => row.rank === null)
  const name = race === null ? ranking.name : `${raceLabel(facts, race)}${ranking.name}排名`
  return {
    id: race === null ? `total:${ranking.code}` : `side:${race.race}:${ranking.code}`,
    name,
    ...tableFrame(facts, options, name, '单位：分'),
    columns: columnsOf(columns),
    rows: rowsOf(columns, rows, (row) => row === firstUnranked),
    foot: [],
    remarks: restRemark(ranking.rows.length - rows.length),
    ...{ signatures: [], pinned: 2, filter: false, orientation: 'LANDSCAPE' }
  }
}

function sideColumns(groups: ReadonlyMap<string, string>, decimals: number): ColumnSpec<SideRow>[] {
  return [
    {
      ...{ id: 'RANK', head: '名次', align: 'center', min: 6, max: 8, bold: true },
      cell: ({ rank }) => rankCell(rank),
      red: ({ rank }) => rank === 1
    },
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true, cell: ({ name }) => name },
    {
      ...{ id: 'GROUP', head: '组别', align: 'left', min: 12, max: 18 },
      cell: ({ group }) => groups.get(group) ?? group
    },
    {
      ...{ id: 'TOTAL', head: '总得分', align: 'right', min: 9, max: 12, bold: true, tint: true },
      cell: ({ total }) => scoreCell(total, decimals)
    },
    {
      ...{ id: 'HOW', head: '怎么来的', align: 'left', min: 30, max: 60 },
      cell: ({ tied, rank, sentence }) => (tied ? `并列第${rank}；${sentence}` : sentence)
    }
  ]
}
