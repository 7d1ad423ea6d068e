import { decisionsOf } from '../decision/decision.ts'
import { vetoesInForce } from '../decision/vetoesInForce.ts'
import { gradeField, type FieldGrades, type GradeCandidate } from '../ranking/grades/gradeField.ts'
import { rankGroup, type Contender } from '../ranking/rankGroup.ts'
import type { AppliedVeto } from '../ranking/resultSet.ts'
import { ALL_GROUPS, tieRulings } from '../ranking/ties/tieRulings.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import type { VetoEffect } from '../scheme/vetoKinds.ts'
import type { RankedGroup } from './yearGroup.ts'
import type { YearInput } from './yearInput.ts'
import type { YearScore } from './yearScore.ts'

const ON_GRADES: readonly VetoEffect[] = ['EXCLUDE_FROM_AWARD', 'GRADE_CAP', 'GRADE_DROP']

/** 等次 of the year, by the same rules and the same function as a quarter's. Empty for a race without grades. */
export function yearGrades(
  input: YearInput,
  race: RaceDefinition,
  groups: readonly RankedGroup[]
): FieldGrades[] {
  const rules = race.grades
  if (rules === undefined) return []
  const vetoes = vetoesOfSpan(input, race)
  const request = {
    rules,
    vetoKinds: input.scheme.vetoKinds,
    decisions: decisionsOf(input.decisions, 'GRADE').filter(({ subject }) => subject.race === race.code),
    words: { score: '年度得分', among: rules.of === 'ALL' ? '全部单位' : '' }
  }
  const fields = rules.of === 'ALL' ? [overAllGroups(input, race, groups)] : groups.map(ofGroup)
  return fields.map(({ group, contenders, ranks, scores }) => {
    const byUnit = new Map(contenders.map((contender) => [contender.unit, contender]))
    const candidates = scores.map(({ unit, codes }): GradeCandidate => {
      const contender = byUnit.get(unit)
      const placed =
        contender === undefined
          ? null
          : { rank: ranks.get(unit)!, score: contender.total.value, text: contender.total.text }
      return { unit, placed, vetoes: codes.flatMap((code) => vetoes.get(code) ?? []) }
    })
    const units = scores.filter((score) => score.rankMode === 'RANKED').length
    return gradeField({ group, candidates, units }, request)
  })
}

interface Field {
  group: string | null
  contenders: readonly Contender[]
  ranks: ReadonlyMap<string, number>
  scores: readonly YearScore[]
}

function ofGroup({ group, contenders, places, scores }: RankedGroup): Field {
  return { group, contenders, ranks: new Map(places.map(({ unit, rank }) => [unit, rank])), scores }
}

function overAllGroups(input: YearInput, race: RaceDefinition, groups: readonly RankedGroup[]): Field {
  const contenders = groups.flatMap((group) => group.contenders)
  const places = rankGroup(contenders, { rulings: tieRulings(input.decisions, race.code, ALL_GROUPS) })
  return {
    group: null,
    contenders,
    ranks: new Map(places.map(({ unit, rank }) => [unit, rank])),
    scores: groups.flatMap((group) => group.scores)
  }
}

/**
 * Vetoes that held in any quarter of the span bear on the year's grade (S26: the year's commendation is lost). What they
 * did to a quarter's total or place is in that quarter's result already.
 */
function vetoesOfSpan(
  { scheme, quarters, decisions }: YearInput,
  race: RaceDefinition
): Map<string, AppliedVeto[]> {
  const found = new Map<string, AppliedVeto[]>()
  for (const { period } of quarters) {
    for (const [unit, vetoes] of vetoesInForce({ scheme, period, decisions: [...decisions] }, race)) {
      const known = found.get(unit) ?? []
      const more = vetoes.filter(
        (veto) =>
          veto.effects.some((effect) => ON_GRADES.includes(effect)) &&
          !known.some((entry) => entry.decision === veto.decision)
      )
      if (more.length > 0) found.set(unit, [...known, ...more])
    }
  }
  return found
}
