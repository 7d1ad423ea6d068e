import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, sum } from '../../number/decimal.ts'
import type { GradeLevel, PersonQuotaRules } from '../gradeRules.ts'
import type { RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { codesOf, repeatedIn } from './checkWords.ts'

/** 等次 and 个人名额 of each race: lines that fall, quotas that fit, names that exist (S23, S24, S36, S88a). */
export function checkGrades(scheme: SchemeDefinition): Problem[] {
  const units = codesOf(scheme.units)
  return scheme.races.flatMap((race) => [
    ...(race.grades === undefined ? [] : checkLevels(race, race.grades.levels)),
    ...(race.personQuotas === undefined ? [] : checkQuotas(race, race.personQuotas, units))
  ])
}

const at = (race: RaceDefinition): string => `赛项「${race.name}」的等次`

function error(race: RaceDefinition, code: string, message: string, suggestion: string): Problem {
  return schemeProblem('error', code, `${race.code}:${message}`, message, suggestion)
}

function checkLevels(race: RaceDefinition, levels: readonly GradeLevel[]): Problem[] {
  const last = levels.at(-1)!
  return [
    ...repeatedIn(levels.map((level) => level.name)).map((name) =>
      error(race, 'DUPLICATE_GRADE', `${at(race)}「${name}」写了两次。`, '请给每一等不同的名称。')
    ),
    ...(last.atLeast === undefined && last.percent === undefined && last.places === undefined
      ? []
      : [
          error(
            race,
            'LAST_GRADE_LIMITED',
            `${at(race)}最后一等「${last.name}」设了分数线或名额，够不上的单位就没有等次。`,
            '请清空最后一等的分数线和名额，或在后面再加一等。'
          )
        ]),
    ...levels.slice(0, -1).flatMap((level) => checkLevel(race, level)),
    ...fallingLines(race, levels),
    ...quotaSum(race, levels)
  ]
}

function checkLevel(race: RaceDefinition, { name, atLeast, percent, places }: GradeLevel): Problem[] {
  const grade = `${at(race)}「${name}」`
  if (percent !== undefined && places !== undefined) {
    return [error(race, 'GRADE_QUOTA_TWICE', `${grade}既按比例又按个数定名额。`, '请只留一种，另一种清空。')]
  }
  if (percent !== undefined && (dec(percent).isNegative() || dec(percent).greaterThan(HUNDRED))) {
    return [error(race, 'GRADE_PERCENT', `${grade}的名额比例是 ${percent}%。`, '请填 0 到 100 之间的数。')]
  }
  if (atLeast === undefined && percent === undefined && places === undefined) {
    return [
      error(
        race,
        'GRADE_UNLIMITED',
        `${grade}没有分数线也没有名额，所有单位都会评上，后面的等次就没有用了。`,
        '请填分数线或名额。'
      )
    ]
  }
  return []
}

function fallingLines(race: RaceDefinition, levels: readonly GradeLevel[]): Problem[] {
  const lines = levels.flatMap(({ name, atLeast }) => (atLeast === undefined ? [] : [{ name, atLeast }]))
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index]!
    if (dec(line.atLeast).lessThan(dec(above.atLeast))) return []
    return [
      error(
        race,
        'GRADE_LINES',
        `${at(race)}「${line.name}」的分数线 ${line.atLeast} 不低于上一等「${above.name}」的 ${above.atLeast}。`,
        '等次从高到低写，分数线要一等比一等低。'
      )
    ]
  })
}

function quotaSum(race: RaceDefinition, levels: readonly GradeLevel[]): Problem[] {
  const total = sum(levels.flatMap(({ percent }) => (percent === undefined ? [] : [dec(percent)])))
  if (total.lessThanOrEqualTo(HUNDRED)) return []
  return [
    error(
      race,
      'GRADE_PERCENT_SUM',
      `${at(race)}各等的名额比例合计 ${total.toFixed()}%，超过 100%。`,
      '请把比例改小。'
    )
  ]
}

function checkQuotas(race: RaceDefinition, rules: PersonQuotaRules, units: ReadonlySet<string>): Problem[] {
  const where = `赛项「${race.name}」的个人名额`
  if (race.grades === undefined) {
    return [
      error(
        race,
        'QUOTA_WITHOUT_GRADES',
        `${where}按等次定，但赛项没有设等次。`,
        '请先设等次，或删去个人名额。'
      )
    ]
  }
  const grades = new Set(race.grades.levels.map((level) => level.name))
  const without = [...grades].filter((name) => !rules.byGrade.some((entry) => entry.grade === name))
  const percents = [
    ...rules.byGrade.map((entry) => ({ what: `「${entry.grade}」的比例`, percent: entry.percent })),
    ...rules.honours.map((entry) => ({ what: `荣誉「${entry.name}」增加的百分点`, percent: entry.plus })),
    ...(rules.cap === undefined ? [] : [{ what: '比例封顶', percent: rules.cap }])
  ]
  return [
    ...rules.byGrade
      .filter((entry) => !grades.has(entry.grade))
      .map((entry) =>
        error(
          race,
          'UNKNOWN_GRADE',
          `${where}用到的等次「${entry.grade}」不在等次表里。`,
          '请改成等次表里的名称。'
        )
      ),
    ...repeatedIn(rules.byGrade.map((entry) => entry.grade)).map((grade) =>
      error(race, 'DUPLICATE_GRADE', `${where}里等次「${grade}」写了两次。`, '请只留一处。')
    ),
    ...percents
      .filter(({ percent }) => dec(percent).isNegative() || dec(percent).greaterThan(HUNDRED))
      .map(({ what, percent }) =>
        error(race, 'QUOTA_PERCENT', `${where}：${what}是 ${percent}%。`, '请填 0 到 100 之间的数。')
      ),
    ...rules.honours.flatMap((entry) =>
      entry.units
        .filter((unit) => !units.has(unit))
        .map((unit) =>
          error(
            race,
            'UNKNOWN_REFERENCE',
            `${where}的荣誉「${entry.name}」用到的单位 ${unit} 不在方案里。`,
            '请改正代码，或在方案里加上这个单位。'
          )
        )
    ),
    ...without.map((grade) =>
      schemeProblem(
        'confirm',
        'GRADE_WITHOUT_QUOTA',
        `${race.code}:${grade}`,
        `${where}没有写等次「${grade}」的比例，评上这一等的单位没有个人名额。`,
        '如果不是本意，请补上。'
      )
    )
  ]
}
