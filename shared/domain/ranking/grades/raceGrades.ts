import { decisionsOf } from '../../decision/decision.ts'
import type { GradeRules } from '../../scheme/gradeRules.ts'
import type { ComputedGroup } from '../computeGroup.ts'
import type { RaceContext } from '../raceContext.ts'
import type { GradeTable, UnitGrade, UnitResult } from '../resultSet.ts'
import { overallPlaces, overallUnits } from '../sideRankings/overallPlaces.ts'
import type { GradeContender } from './assignLevels.ts'
import { gradeField, type GradeField, type GradeRequest } from './gradeField.ts'

export interface RaceGrades {
  tables: GradeTable[]
  grades: ReadonlyMap<string, UnitGrade>
  remarks: ReadonlyMap<string, string>
  straddled: boolean
}

type Placed = Omit<GradeContender, 'unit' | 'vetoed'>

/**
 * 等次 of a race, group by group or over all groups (S23, S24, §6.4-9). Percentages are of the units that are there to be
 * ranked, with or without a score; only units with a place are graded, so 单列, blocked and unranked ones are not.
 */
export function raceGrades(
  rules: GradeRules,
  groups: readonly ComputedGroup[],
  context: RaceContext
): RaceGrades {
  const { race, scheme, decisions } = context
  const request: GradeRequest = {
    rules,
    vetoKinds: scheme.vetoKinds,
    decisions: decisionsOf(decisions, 'GRADE').filter(({ subject }) => subject.race === race.code),
    words: { score: '总得分', among: rules.of === 'ALL' ? '全部单位' : '' }
  }
  const fields = rules.of === 'ALL' ? [wholeRace(groups, context)] : groups.map(oneGroup)
  const graded = fields.map((field) => gradeField(field, request))
  return {
    tables: graded.map((entry) => entry.table),
    grades: new Map(graded.flatMap((entry) => [...entry.grades])),
    remarks: new Map(graded.flatMap((entry) => [...entry.remarks])),
    straddled: graded.some((entry) => entry.straddled)
  }
}

function oneGroup({ result, contenders, places }: ComputedGroup): GradeField {
  const ranks = new Map(places.map((place) => [place.unit, place.rank]))
  const placed = new Map(
    contenders.map(({ unit, total }): [string, Placed] => [
      unit,
      { rank: ranks.get(unit)!, score: total.value, text: total.text }
    ])
  )
  return fieldOf(result.group, result.units, placed)
}

function wholeRace(groups: readonly ComputedGroup[], context: RaceContext): GradeField {
  const units = overallUnits(groups, context)
  const totals = new Map(units.map(({ unit, contender }) => [unit, contender.total]))
  const placed = new Map(
    overallPlaces(units, context).map(({ unit, rank }): [string, Placed] => {
      const { value, text } = totals.get(unit)!
      return [unit, { rank, score: value, text }]
    })
  )
  return fieldOf(
    null,
    groups.flatMap((group) => group.result.units),
    placed
  )
}

function fieldOf(
  group: string | null,
  units: readonly UnitResult[],
  placed: ReadonlyMap<string, Placed>
): GradeField {
  return {
    group,
    candidates: units.map(({ unit, vetoes }) => ({ unit, placed: placed.get(unit) ?? null, vetoes })),
    units: units.filter((unit) => unit.rankMode === 'RANKED').length
  }
}
