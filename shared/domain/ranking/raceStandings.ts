import type { ScoringInput } from '../scoring/scoringInput.ts'
import { raceBoards } from './boards/raceBoards.ts'
import { computeGroup, type ComputedGroup } from './computeGroup.ts'
import { personQuotaOf } from './grades/personQuota.ts'
import { raceGrades, type RaceGrades } from './grades/raceGrades.ts'
import type { RaceContext } from './raceContext.ts'
import type { GroupResult, RaceResult, UnitResult } from './resultSet.ts'
import type { ScoredGroup } from './scoreRace.ts'
import { fullMarksDiffer } from './sideRankings/overallPlaces.ts'
import { raceSideRankings } from './sideRankings/raceSideRankings.ts'
import { raceStreaks } from './streaks/raceStreaks.ts'
import { strikeTotal } from './vetoes/strikeTotal.ts'

export interface ComputedRace {
  result: RaceResult
  groups: readonly ComputedGroup[]
  /** Choices of the scheme that mattered, for the footer. */
  choices: RaceChoices
}

export interface RaceChoices {
  /** A tie ran across the last place of a grade. */
  straddled: boolean
  /** Units of different full marks were compared with each other. */
  acrossFullMarks: boolean
}

/**
 * From totals to standings: vetoes on the total → rank in group → grades → person quotas → boards → streaks. Each step
 * looks only at the ones before it. A month's preview has no streaks: a month is not a quarter.
 */
export function raceStandings(
  scored: readonly ScoredGroup[],
  context: RaceContext,
  { history, month }: Pick<ScoringInput, 'history' | 'month'>
): ComputedRace {
  const { race, scheme, vetoes } = context
  const computed = scored.map(({ group, scores }) =>
    computeGroup(
      group,
      scores.map((score) => strikeTotal(score, vetoes.get(score.unit.code), scheme.policies)),
      context
    )
  )
  const grades = race.grades === undefined ? null : raceGrades(race.grades, computed, context)
  const graded = computed.map((group) => withGrades(group.result, grades, context))
  const drawn: RaceResult = {
    race: race.code,
    name: race.name,
    fullMark: race.fullMark,
    dimensions: race.dimensions.map(({ code, name, fullMark }) => ({ code, name, fullMark })),
    groups: graded,
    grades: grades?.tables ?? [],
    boards: raceBoards(graded, context),
    sideRankings: raceSideRankings(computed, context)
  }
  const streaks = month === null ? raceStreaks(drawn, history, context) : new Map<string, never[]>()
  const groups = graded.map((group) => ({
    ...group,
    units: group.units.map((unit) => ({ ...unit, streaks: streaks.get(unit.unit) ?? [] }))
  }))
  const compares = race.alsoRank.length > 0 || race.grades?.of === 'ALL'
  return {
    result: { ...drawn, groups },
    groups: computed,
    choices: {
      straddled: grades?.straddled ?? false,
      acrossFullMarks: compares && fullMarksDiffer(computed, race)
    }
  }
}

function withGrades(
  group: GroupResult,
  grades: RaceGrades | null,
  { race, scheme }: RaceContext
): GroupResult {
  if (grades === null) return group
  const definitions = new Map(scheme.units.map((unit) => [unit.code, unit]))
  return {
    ...group,
    units: group.units.map((unit): UnitResult => {
      const grade = grades.grades.get(unit.unit) ?? null
      const remark = grades.remarks.get(unit.unit)
      return {
        ...unit,
        grade,
        personQuota:
          race.personQuotas === undefined
            ? null
            : personQuotaOf(definitions.get(unit.unit)!, grade?.grade ?? null, race.personQuotas),
        remarks: remark === undefined ? unit.remarks : [...unit.remarks, remark]
      }
    })
  }
}
