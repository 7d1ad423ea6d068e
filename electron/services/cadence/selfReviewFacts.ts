import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SelfReviewFact } from '#shared/domain/report/cadence/quarterContent.ts'
import { groupsIn } from '#db/repos/organisationRepo.ts'
import { gapsOfPeriod, selfReviewsOf } from '#db/repos/selfReviewRepo.ts'
import type { Library } from '../library.ts'
import { unitNames } from '../register/registerContext.ts'

/** 六问对标 of every unit that takes part in a quarter, in 机构顺序: handed in or not, gaps, and items made of them. */
export function selfReviewFacts(library: Library, period: PeriodKey): SelfReviewFact[] {
  const states = new Map(selfReviewsOf(library.db, period).map(({ unit, state }) => [unit, state]))
  const gaps = gapsOfPeriod(library.db, period)
  const members = new Set(
    groupsIn(library.db, period).flatMap((group) => group.members.map(({ unit }) => unit))
  )
  return [...unitNames(library)]
    .filter(([unit]) => members.has(unit) || states.has(unit))
    .map(([unit, name]) => {
      const own = gaps.filter((gap) => gap.unit === unit)
      return {
        ...{ unit, name, state: states.get(unit) ?? 'NONE', gaps: own.length },
        items: own.filter(({ item }) => item !== null).length
      }
    })
}
