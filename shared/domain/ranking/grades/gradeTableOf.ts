import { formatValue } from '../../number/format.ts'
import type { GradeTable, UnitGrade } from '../resultSet.ts'
import type { Assignment, GradeContender, OpenLevel } from './assignLevels.ts'

/** 等次名额表: what each grade had and who has it in the end; an empty 优秀 is shown (G15). */
export function gradeTableOf(
  field: { group: string | null; units: number },
  { levels, undecided }: Assignment,
  grades: ReadonlyMap<string, UnitGrade>,
  contenders: readonly GradeContender[]
): GradeTable {
  const vetoed = new Set(contenders.filter((entry) => entry.vetoed).map((entry) => entry.unit))
  const members = new Map(levels.map((level) => [level.name, [] as string[]]))
  for (const [unit, { grade }] of grades) members.get(grade)?.push(unit)
  const open = undecided.map(({ level, places, units }) => ({
    grade: levels[level]!.name,
    places,
    units: units.filter((unit) => !grades.has(unit))
  }))
  return {
    group: field.group,
    units: field.units,
    levels: levels.map((level, index) => {
      const own = members.get(level.name) ?? []
      const barred = level.places === null ? 0 : own.filter((unit) => vetoed.has(unit)).length
      const waiting = open.some((entry) => entry.grade === level.name && entry.units.length > 0)
      return {
        grade: level.name,
        places: level.places,
        sentence: [
          levelWords(level, index === levels.length - 1),
          own.length === 0 && !waiting ? '，空缺' : '',
          barred === 0 ? '' : `；有否决的 ${barred} 个单位不占名额`
        ].join(''),
        members: own
      }
    }),
    undecided: open.filter((entry) => entry.units.length > 0)
  }
}

function levelWords({ placesSentence, atLeast }: OpenLevel, isLast: boolean): string {
  const line = atLeast === null ? null : `${formatValue(atLeast)} 分及以上`
  const parts = [placesSentence, line].filter((part) => part !== null)
  if (parts.length > 0) return parts.join('；')
  return isLast ? '其余单位' : '没有分数线和名额'
}
