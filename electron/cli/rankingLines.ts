import { fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import { gradeText } from '#shared/domain/ranking/gradeText.ts'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import type { GroupResult, RaceResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { table } from './output.ts'
import { gradeTableLines, sideRankingLines } from './standingLines.ts'

/** The ranking of every group as text tables, then 等次名额 and the rankings beside the groups'. */
export function rankingLines(results: ResultSet): string[] {
  const title = periodTitle(results.period)
  return [
    ...results.races.flatMap((race) => [
      ...race.groups.flatMap((group) => [
        '',
        `${title} ${race.name} · ${group.name}`,
        groupTable(race, group)
      ]),
      ...race.grades.flatMap((grades) => gradeTableLines(title, race, grades)),
      ...race.sideRankings.flatMap((ranking) => sideRankingLines(`${title} ${race.name}`, ranking))
    ]),
    ...results.totals.flatMap((ranking) => sideRankingLines(title, ranking))
  ]
}

/** Full marks are those of the group (S10); vetoes and decisions are in the remarks. */
function groupTable(race: RaceResult, group: GroupResult): string {
  const marks = fullMarksOf(race, [group])
  const graded = race.grades.length > 0
  return table(
    [
      { header: '名次', right: true },
      { header: '单位' },
      { header: withMark('基础分', marks.base), right: true },
      ...marks.dimensions.map(({ name, fullMark }) => ({ header: withMark(name, fullMark), right: true })),
      { header: '加分', right: true },
      { header: '减分', right: true },
      { header: '总得分', right: true },
      { header: '上季度', right: true },
      { header: '升降' },
      { header: '与第一名', right: true },
      ...(graded ? [{ header: '等次' }] : []),
      { header: '备注' }
    ],
    group.units.map((unit) => [
      unit.rank === null ? '/' : String(unit.rank),
      unit.name,
      unit.base?.printed ?? '/',
      ...marks.dimensions.map(
        ({ code }) => unit.dimensions.find((d) => d.dimension === code)?.score?.printed ?? '/'
      ),
      unit.adjustments.bonus.printed,
      unit.adjustments.deduction.printed,
      unit.total?.printed ?? '/',
      unit.previousRank === null ? '/' : String(unit.previousRank),
      movementText(unit.movement),
      unit.gapToFirst ?? '/',
      ...(graded ? [gradeText(race, unit) ?? '/'] : []),
      unit.remarks.join('；')
    ])
  )
}

function withMark(name: string, fullMark: string | null): string {
  return fullMark === null ? name : `${name}(${fullMark})`
}
