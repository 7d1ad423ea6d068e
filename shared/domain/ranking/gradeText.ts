import type { RaceResult, UnitResult } from './resultSet.ts'

/**
 * 等次 as tables print it: 待定 while a tie across the last place of a grade waits for a decision, null for units that are
 * not graded (单列, 缺报, 不排名).
 */
export function gradeText(race: Pick<RaceResult, 'grades'>, unit: UnitResult): string | null {
  if (unit.grade !== null) return unit.grade.grade
  const waits = race.grades.some((table) => table.undecided.some((tie) => tie.units.includes(unit.unit)))
  return waits ? '待定' : null
}
