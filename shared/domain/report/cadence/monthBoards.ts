import { movementText } from '../../ranking/movementText.ts'
import type { GroupResult, RaceResult, ResultSet, UnitResult } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import { gapCell, printedCell, rankCell, scoreCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { restRemark } from '../ranking/groupTable.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { sectionOf, type CadenceFrame, type CadenceSection } from './cadenceContent.ts'
import { number } from './itemColumns.ts'

/** Who leads for now, group by group. */
export function boardFindings({ races }: ResultSet): string[] {
  return races.flatMap((race) =>
    race.groups.flatMap(({ name, units, mean: average }) => {
      const first = units.filter(({ rank }) => rank === 1)
      if (first.length === 0 || average === null) return []
      const names = first.map((unit) => unit.name).join('、')
      const tied = first.length > 1 ? '（并列）' : ''
      return [
        `${name}暂列第一的是${names}${tied}，${first[0]!.total?.printed ?? '/'} 分；组平均 ${average.total} 分。`
      ]
    })
  )
}

/** The month's preview board of each group. */
export function boardSections(
  frame: CadenceFrame,
  results: ResultSet,
  options: ReportOptions
): CadenceSection[] {
  return results.races.flatMap((race) =>
    race.groups.map((group) => boardSection(frame, { results, race, group, options }))
  )
}

function boardSection(
  frame: CadenceFrame,
  given: { results: ResultSet; race: RaceResult; group: GroupResult; options: ReportOptions }
): CadenceSection {
  const { results, race, group, options } = given
  const { decimals } = results
  const units = listedUnits(group, options)
  const label = `${results.races.length > 1 ? race.name : ''}${group.name}`
  const columns: ColumnSpec<UnitResult>[] = [
    {
      ...{ id: 'RANK', head: '暂列\n名次', align: 'center', min: 7, max: 8, bold: true },
      cell: ({ rank }) => rankCell(rank),
      red: ({ rank }) => rank === 1
    },
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true, cell: ({ name }) => name },
    {
      ...{ id: 'TOTAL', head: '暂计\n总得分', ...number, max: 12, tint: true },
      cell: ({ total }) => (total === null ? '暂无' : scoreCell(total, decimals))
    },
    {
      ...{ id: 'PREVIOUS', head: '上季度\n名次', align: 'center', min: 8, max: 9 },
      cell: ({ previousRank }) => rankCell(previousRank)
    },
    {
      ...{ id: 'MOVEMENT', head: '比上季度\n升降', align: 'center', min: 9, max: 10 },
      cell: ({ movement }) => movementText(movement),
      red: ({ movement }) => movement.kind === 'UP'
    },
    {
      ...{ id: 'GAP', head: '与第一名\n差距', ...number, max: 12 },
      cell: ({ gapToFirst }) => gapCell(gapToFirst, decimals, false)
    },
    {
      ...{ id: 'REMARKS', head: '备注', align: 'left', min: 16, max: 40 },
      cell: ({ remarks, reasons }) => [...reasons, ...remarks].join('；')
    }
  ]
  return sectionOf(frame, {
    ...{ id: `month.board.${race.race}.${group.group}`, title: `${label}预览榜`, rows: units, columns },
    hint: `${group.rankedCount} 个单位参评`,
    link: ({ unit }) => ({ unit }),
    empty: '没有单位参加排名。',
    foot:
      group.mean === null
        ? []
        : [{ cells: { UNIT: '组平均', TOTAL: printedCell(group.mean.total, decimals) } }],
    remarks: [
      '按本月目标和现有数据暂计，不冻结、不定名次；升降与上一个冻结的季度相比。',
      ...restRemark(group.units.length - units.length)
    ]
  })
}
