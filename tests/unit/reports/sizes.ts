import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { indicator, score, unit } from './builders.ts'
import { resultSetOf } from './fixture.ts'

/** Result sets of any size: what a bureau never has, a city may. */

/** One group with `count` ranked units, totals falling by 0.25 from 99.50. */
export function manyUnits(count: number): ResultSet {
  const units = Array.from({ length: count }, (_, index) => {
    const total = (99.5 - index * 0.25).toFixed(2)
    return unit({
      name: `第${index + 1}街道办事处`,
      group: 'TOWN',
      base: total,
      scores: [total, '1.00', '2.00', '3.00'],
      total,
      rank: index + 1,
      previous: index + 1,
      toFirst: index === 0 ? '0.00' : `−${(index * 0.25).toFixed(2)}`,
      toMean: '+0.00'
    })
  })
  const mean = {
    base: '70.00',
    dimensions: { TASK: '70.00' },
    bonus: '0.00',
    deduction: '0.00',
    total: '70.00'
  }
  return resultSetOf([{ group: 'TOWN', name: '街道组', units, rankedCount: count, mean }])
}

/** 23 units with `count` dimensions of one indicator each. */
export function manyDimensions(count: number): ResultSet {
  const dimensions = Array.from({ length: count }, (_, index) => ({
    code: `D${index + 1}`,
    name: ['招商引资', '固定资产投资', '信访积案化解', '安全生产'][index % 4]! + String(index + 1),
    fullMark: '10'
  }))
  const results = manyUnits(23)
  for (const each of results.races[0]!.groups[0]!.units) {
    each.dimensions = dimensions.map(({ code, name, fullMark }, index) => ({
      dimension: code,
      name,
      fullMark,
      effectiveFullMark: fullMark,
      score: score(`${index % 10}.25`),
      indicators: [indicator(`${code}_1`, `${name}完成率`, fullMark, `${index % 10}.25`)]
    }))
  }
  results.races[0]!.dimensions = dimensions
  return results
}
