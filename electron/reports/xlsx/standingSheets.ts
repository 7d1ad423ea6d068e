import type { Workbook } from 'exceljs'
import type { GradeTable, RaceResult, SideRanking } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../reportWriter.ts'
import { raceLabel } from './addSheet.ts'
import { writeDetail } from './detailTable.ts'
import { namedUnits } from './rankingRows.ts'
import { numberFormat, PLAIN_FORMAT } from './style.ts'
import type { Column } from './table.ts'

interface GradeRow {
  field: string
  level: GradeTable['levels'][number]
  names: string
}

const gradeColumns: readonly Column<GradeRow>[] = [
  {
    ...{ id: 'FIELD', header: '范围', align: 'left', min: 14, max: 20, bold: true },
    value: ({ field }) => field
  },
  {
    ...{ id: 'GRADE', header: '等次', align: 'center', min: 9, max: 12, bold: true },
    value: ({ level }) => level.grade
  },
  {
    ...{ id: 'PLACES', header: '名额', align: 'right', min: 8, max: 10 },
    value: ({ level }) =>
      level.places === null ? '不限' : { number: String(level.places), format: PLAIN_FORMAT }
  },
  {
    ...{ id: 'TAKEN', header: '实有', align: 'right', min: 8, max: 10, tint: true },
    value: ({ level }) => ({ number: String(level.members.length), format: PLAIN_FORMAT })
  },
  {
    ...{ id: 'UNITS', header: '单位', align: 'left', min: 30, max: 52 },
    value: ({ names }) => names
  },
  {
    ...{ id: 'HOW', header: '名额怎么来的', align: 'left', min: 24, max: 40 },
    value: ({ level }) => level.sentence
  }
]

/** 等次名额: places of every grade and who has them, empty grades too; one block for each group. */
export function writeGradeSheet(workbook: Workbook, input: ReportInput, race: RaceResult): void {
  if (race.grades.length === 0) return
  const nameOf = new Map(
    race.groups.flatMap((group) =>
      namedUnits(group, input.options.topOnly).map(({ unit, name }) => [unit, name] as const)
    )
  )
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
  writeDetail(workbook, input, {
    name: `${raceLabel(input, race)}等次名额`,
    note: '单位：个',
    columns: gradeColumns,
    rows,
    pinned: 2,
    filter: false,
    opens: (row, previous) => row.field !== previous.field,
    remarks: waiting
  })
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

/** Rankings beside the groups' own, one sheet each: all groups, each 战线; `results.totals` come with no race. */
export function writeSideSheet(
  workbook: Workbook,
  input: ReportInput,
  ranking: SideRanking,
  race: RaceResult | null
): void {
  const { topOnly } = input.options
  const { decimals, races } = input.results
  const groups = new Map(
    races.flatMap((each) => each.groups.map(({ group, name }) => [group, name] as const))
  )
  const rows =
    topOnly === null ? ranking.rows : ranking.rows.filter(({ rank }) => rank !== null && rank <= topOnly)
  const unnamed = ranking.rows.length - rows.length
  const firstUnranked = rows.find((row) => row.rank === null)
  writeDetail(workbook, input, {
    name: race === null ? ranking.name : `${raceLabel(input, race)}${ranking.name}排名`,
    note: '单位：分',
    columns: sideColumns(groups, decimals),
    rows,
    pinned: 2,
    filter: false,
    opens: (row) => row === firstUnranked,
    ...(unnamed === 0 ? {} : { remarks: [`其余 ${unnamed} 个单位名次略。`] })
  })
}

function sideColumns(groups: ReadonlyMap<string, string>, decimals: number): Column<SideRow>[] {
  return [
    {
      ...{ id: 'RANK', header: '名次', align: 'center', min: 6, max: 8, bold: true },
      value: ({ rank }) => (rank === null ? '/' : { number: String(rank), format: '0' }),
      red: ({ rank }) => rank === 1
    },
    {
      ...{ id: 'UNIT', header: '单位', align: 'left', min: 16, max: 30, bold: true },
      value: ({ name }) => name
    },
    {
      ...{ id: 'GROUP', header: '组别', align: 'left', min: 12, max: 18 },
      value: ({ group }) => groups.get(group) ?? group
    },
    {
      ...{ id: 'TOTAL', header: '总得分', align: 'right', min: 9, max: 12, bold: true, tint: true },
      value: ({ total }) => (total === null ? '/' : { number: total.printed, format: numberFormat(decimals) })
    },
    {
      ...{ id: 'HOW', header: '怎么来的', align: 'left', min: 30, max: 60 },
      value: ({ tied, rank, sentence }) => (tied ? `并列第${rank}；${sentence}` : sentence)
    }
  ]
}
