import { dec, type D } from '../../number/decimal.ts'
import { formatSignedGap } from '../../number/format.ts'
import type { GroupResult, UnitResult } from '../../ranking/resultSet.ts'

/**
 * The dimension in which a unit stands highest above the mean of its group, and the one in which it stands lowest below:
 * 「体育讲堂 +0.18」. Gaps are of printed numbers, so that they can be checked by hand; 「/」 where there is none.
 */
export function strongAndWeak(unit: UnitResult, group: GroupResult): { strong: string; weak: string } {
  const gaps = unit.dimensions.flatMap(
    ({ dimension, name, score }): { name: string; gap: D; places: number }[] => {
      const mean = group.mean?.dimensions[dimension]
      if (score === null || mean === undefined) return []
      const places = score.printed.split('.')[1]?.length ?? 0
      return [{ name, gap: dec(score.printed).minus(dec(mean)), places }]
    }
  )
  const say = (test: (gap: D) => boolean, better: (a: D, b: D) => boolean): string => {
    const found = gaps.filter(({ gap }) => test(gap))
    const [first] = found
    if (first === undefined) return '/'
    const most = found.reduce((top, each) => (better(each.gap, top.gap) ? each : top), first)
    const same = found.filter(({ gap }) => gap.equals(most.gap))
    return `${same.map(({ name }) => name).join('、')} ${formatSignedGap(most.gap, most.places)}`
  }
  return {
    strong: say(
      (gap) => gap.greaterThan(0),
      (a, b) => a.greaterThan(b)
    ),
    weak: say(
      (gap) => gap.lessThan(0),
      (a, b) => a.lessThan(b)
    )
  }
}
