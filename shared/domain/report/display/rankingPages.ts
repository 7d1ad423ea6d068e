import { dec, D } from '../../number/decimal.ts'
import { movementText } from '../../ranking/movementText.ts'
import { noScoreReason } from '../../ranking/noScoreReason.ts'
import type { GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { cellText } from '../cellText.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { DisplayPage, DisplayRow } from './displayContent.ts'

/** Rows that a page takes in type that can be read from the last row of seats. */
const ROWS = 12
/** From here on two columns a page: a group of 200 would else take a quarter of an hour to pass. */
const TWO_COLUMNS_FROM = 2 * ROWS + 1

/** The ranking of each group of a race, as many pages as its units need, shared evenly between them. */
export function rankingPages(
  { results }: ReportFacts,
  options: ReportOptions,
  race: RaceResult
): DisplayPage[] {
  const several = results.races.length > 1
  return race.groups.flatMap((group) => {
    const units = listedUnits(group, options)
    const rows = units.map((unit) => rowOf(unit, longest(group)))
    const perColumn = rows.length >= TWO_COLUMNS_FROM ? 2 : 1
    const pages = Math.max(1, Math.ceil(rows.length / (ROWS * perColumn)))
    const each = Math.ceil(rows.length / pages)
    const left = group.units.length - units.length
    return Array.from({ length: pages }, (_, page): DisplayPage => {
      const here = rows.slice(page * each, (page + 1) * each)
      const half = perColumn === 2 ? Math.ceil(here.length / 2) : here.length
      return {
        kind: 'RANKING',
        heading: `${several ? race.name : ''}${group.name}排名${pages > 1 ? `（${page + 1}/${pages}）` : ''}`,
        note: page === pages - 1 ? noteOf(group, left) : '',
        columns: perColumn === 2 ? [here.slice(0, half), here.slice(half)] : [here]
      }
    })
  })
}

function noteOf(group: GroupResult, left: number): string {
  const mean = group.mean === null ? '' : `组平均 ${group.mean.total} 分（${group.rankedCount} 个单位）`
  const more = left === 0 ? '' : `其余 ${left} 个单位名次略`
  return [mean, more].filter((part) => part !== '').join('；')
}

function longest(group: GroupResult): D {
  return group.units.reduce(
    (most, unit) => (unit.total === null ? most : D.max(most, dec(unit.total.printed))),
    dec('0')
  )
}

function rowOf(unit: UnitResult, most: D): DisplayRow {
  const total = unit.total === null ? null : dec(unit.total.printed)
  const share = total === null || most.isZero() ? null : total.div(most).times(100)
  return {
    rank: unit.rank === null ? '/' : String(unit.rank),
    name: unit.name,
    total: unit.total === null ? '/' : cellText({ number: unit.total.printed, decimals: null }),
    bar: share === null ? null : Math.max(0, share.toDecimalPlaces(1).toNumber()),
    movement: movementText(unit.movement),
    rise: unit.movement.kind === 'UP',
    remark: unit.state === 'BLOCKED' ? noScoreReason(unit) : unit.remarks.join('；')
  }
}
