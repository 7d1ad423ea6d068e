import { groupedBy } from '../../groupedBy.ts'
import type { RaceResult, StreakState, UnitResult } from '../../ranking/resultSet.ts'
import type { CircularPiece } from './circularText.ts'
import { counted, type Mention } from './naming.ts'
import { fact, say, type Phrase } from './say.ts'

/** 连续2个季度及以上“连续靠后”的有1个单位，为A，结果运用为“约谈”: streaks that were reached, a sentence a rule. */
export function streakSentences(
  race: RaceResult,
  tone: StreakState['tone'],
  mention: (unit: UnitResult) => Mention
): CircularPiece[] {
  const reached = race.groups
    .flatMap((group) => group.units)
    .flatMap((unit) =>
      unit.streaks
        .filter((streak) => streak.reached && streak.tone === tone)
        .map((streak) => ({ unit, streak }))
    )
  const byRule = groupedBy(reached, ({ streak }) => streak.code)
  const sentences = [...byRule].map(([code, found]): Phrase => {
    const role = `streak.${race.race}.${code}`
    const { name, times, outcome } = found[0]!.streak
    // A unit may have reached it for several indicators.
    const units = [...new Set(found.map(({ unit }) => unit))]
    const result = outcome.trim() === '' ? '' : say`，按方案结果运用为“${fact(`${role}.outcome`, outcome)}”`
    return say`“${fact(`${role}.name`, name)}”达到${fact(`${role}.times`, times)}个季度的有${counted(role, units.map(mention))}${result}。`
  })
  return say`${sentences}`
}
