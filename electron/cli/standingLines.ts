import type { GradeTable, RaceResult, SideRanking } from '#shared/domain/ranking/resultSet.ts'
import { table } from './output.ts'

/** 等次名额 of one group, or of all: places, where they come from, who has them; empty grades too. */
export function gradeTableLines(title: string, race: RaceResult, grades: GradeTable): string[] {
  const units = race.groups.flatMap((group) => group.units)
  const names = (codes: readonly string[]): string =>
    codes.map((code) => units.find((unit) => unit.unit === code)?.name ?? code).join('、')
  const field =
    grades.group === null
      ? '全部组别'
      : (race.groups.find((group) => group.group === grades.group)?.name ?? grades.group)
  return [
    '',
    `${title} ${race.name} · ${field} 等次名额`,
    table(
      [
        { header: '等次' },
        { header: '名额', right: true },
        { header: '实有', right: true },
        { header: '单位' },
        { header: '名额怎么来的' }
      ],
      grades.levels.map((level) => [
        level.grade,
        level.places === null ? '不限' : String(level.places),
        String(level.members.length),
        level.members.length === 0 ? '没有单位' : names(level.members),
        level.sentence
      ])
    ),
    ...grades.undecided.map(
      (tie) => `「${tie.grade}」只剩 ${tie.places} 个名额，${names(tie.units)}同分，等待裁定先后。`
    )
  ]
}

/** A ranking beside the groups' own: all groups, a 战线, several races together. */
export function sideRankingLines(title: string, ranking: SideRanking): string[] {
  return [
    '',
    `${title} · ${ranking.name}`,
    table(
      [
        { header: '名次', right: true },
        { header: '单位' },
        { header: '总得分', right: true },
        { header: '怎么来的' }
      ],
      ranking.rows.map((row) => [
        row.rank === null ? '/' : String(row.rank),
        row.name,
        row.total?.printed ?? '/',
        row.tied && row.rank !== null ? `并列第${row.rank}；${row.sentence}` : row.sentence
      ])
    )
  ]
}
