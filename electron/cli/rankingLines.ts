import { movementText } from '#shared/domain/ranking/movementText.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { table } from './output.ts'

/** The ranking of every group as text tables. */
export function rankingLines(results: ResultSet): string[] {
  return results.races.flatMap((race) =>
    race.groups.flatMap((group) => [
      '',
      `${periodTitle(results.period)} ${race.name} · ${group.name}`,
      table(
        [
          { header: '名次', right: true },
          { header: '单位' },
          { header: `基础分(${race.fullMark})`, right: true },
          ...race.dimensions.map((dimension) => ({
            header: `${dimension.name}(${dimension.fullMark})`,
            right: true
          })),
          { header: '加分', right: true },
          { header: '减分', right: true },
          { header: '总得分', right: true },
          { header: '上季度', right: true },
          { header: '升降' },
          { header: '与第一名', right: true },
          { header: '备注' }
        ],
        group.units.map((unit) => [
          unit.rank === null ? '/' : String(unit.rank),
          unit.name,
          unit.base?.printed ?? '/',
          ...race.dimensions.map(
            (dimension) => unit.dimensions.find((d) => d.dimension === dimension.code)?.score?.printed ?? '/'
          ),
          unit.adjustments.bonus.printed,
          unit.adjustments.deduction.printed,
          unit.total?.printed ?? '/',
          unit.previousRank === null ? '/' : String(unit.previousRank),
          movementText(unit.movement),
          unit.gapToFirst ?? '/',
          unit.remarks.join('；')
        ])
      )
    ])
  )
}
