import { canonical, dec, HUNDRED, type D } from '../../number/decimal.ts'
import { raceForGroup } from '../../scheme/forGroup.ts'
import type { RaceDefinition } from '../../scheme/schemeDefinition.ts'
import { judgedScore, printScore, scoreOf } from '../../scoring/printScore.ts'
import type { ComputedGroup } from '../computeGroup.ts'
import type { RaceContext } from '../raceContext.ts'
import { rankGroup, type Contender, type Place } from '../rankGroup.ts'
import type { Score } from '../resultSet.ts'
import { ALL_GROUPS, tieRulings } from '../ties/tieRulings.ts'

/** A ranked unit of any group with the number by which groups are compared. */
export interface OverallUnit {
  unit: string
  name: string
  group: string
  line: string | null
  score: Score
  /** 「总得分 108.00 ÷ 满分 120 × 100 = 90.00」 where full marks differ, 「总得分 90.00」 otherwise. */
  sentence: string
  contender: Contender
}

/**
 * Ranked units of all groups of a race, comparable with each other (§6.4-8): by total, or by total ÷ full mark × 100 where
 * the groups' full marks differ. Metrics of the tie-break chain that mean the same in every group stay: a place of last
 * quarter does not, nor do points of different full marks.
 */
export function overallUnits(groups: readonly ComputedGroup[], context: RaceContext): OverallUnit[] {
  const { scheme, race } = context
  const differ = fullMarksDiffer(groups, race)
  const lines = new Map(scheme.units.map((unit) => [unit.code, unit.line ?? null]))
  const comparable = race.tieBreak.map(
    ({ by }) => by !== 'PREVIOUS_RANK' && (!differ || by === 'FEWER_VETOES')
  )
  return groups.flatMap((group) => {
    const { fullMark } = raceForGroup(race, group.result.group)
    const units = new Map(group.result.units.map((unit) => [unit.unit, unit]))
    return group.contenders.flatMap((contender): OverallUnit[] => {
      const row = units.get(contender.unit)
      if (row?.total == null) return []
      const exact = dec(row.total.exact)
      const number = differ ? exact.times(HUNDRED).div(dec(fullMark)) : exact
      const score = scoreOf(number, scheme.policies)
      const sentence = differ
        ? `总得分 ${row.total.printed} ÷ 满分 ${fullMark} × 100 = ${score.printed}`
        : `总得分 ${row.total.printed}`
      return [
        {
          unit: row.unit,
          name: row.name,
          group: row.group,
          line: lines.get(row.unit) ?? null,
          score,
          sentence,
          contender: {
            ...contender,
            total: judgedTotal(number, context),
            metrics: contender.metrics.filter((_, place) => comparable[place])
          }
        }
      ]
    })
  })
}

export function fullMarksDiffer(groups: readonly ComputedGroup[], race: RaceDefinition): boolean {
  const fullMarks = groups.map((group) => raceForGroup(race, group.result.group).fullMark)
  return new Set(fullMarks.map((mark) => canonical(dec(mark)))).size > 1
}

/** Places over all of them, with the decisions on ties across groups. */
export function overallPlaces(
  units: readonly OverallUnit[],
  { scheme, race, decisions }: RaceContext
): Place[] {
  return rankGroup(
    units.map((unit) => unit.contender),
    { rulings: tieRulings(decisions, race.code, ALL_GROUPS), rankLast: scheme.policies.rankLast }
  )
}

function judgedTotal(number: D, { scheme }: RaceContext): Contender['total'] {
  return {
    label: '总得分',
    value: judgedScore(number, scheme.policies),
    text: printScore(number, scheme.policies)
  }
}
