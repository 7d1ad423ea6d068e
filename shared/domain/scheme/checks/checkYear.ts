import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, sum } from '../../number/decimal.ts'
import { periodTitle, quarterOf } from '../../period/periodKey.ts'
import type { RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { repeatedIn } from './checkWords.ts'

/** How quarters make a year, and races a total (S3, S33, S37). */
export function checkYear(scheme: SchemeDefinition): Problem[] {
  return [...checkStart(scheme), ...scheme.races.flatMap(checkYearRules), ...checkTotals(scheme)]
}

/** A copied scheme often keeps the first quarter of last year. */
function checkStart({ year, from }: SchemeDefinition): Problem[] {
  if (from === undefined || quarterOf(from).year === year) return []
  return [
    schemeProblem(
      'confirm',
      'START_OUTSIDE_YEAR',
      'from',
      `方案年度是 ${year} 年，起始季度却是${periodTitle(from)}。`,
      '请改起始季度或年度。'
    )
  ]
}

function checkYearRules(race: RaceDefinition): Problem[] {
  const { year } = race
  const at = `赛项「${race.name}」的年度算法`
  const leadership = dec(year.leadership)
  return [
    ...(year.method === 'WEIGHTED' ? checkWeights(race, at) : []),
    ...(leadership.isNegative() || leadership.greaterThan(HUNDRED)
      ? [
          schemeProblem(
            'error',
            'LEADERSHIP_SHARE',
            race.code,
            `${at}里领导评价占 ${year.leadership} 分。`,
            '请填 0 到 100 之间的数，其余的由各季度得分占。'
          )
        ]
      : []),
    ...(year.method === 'BEST' && year.minQuarters > year.best
      ? [
          schemeProblem(
            'confirm',
            'YEAR_QUARTERS',
            race.code,
            `${at}只取最好的 ${year.best} 个季度，却要求至少有 ${year.minQuarters} 个季度才排名。`,
            '如果不是本意，请改其中一个。'
          )
        ]
      : [])
  ]
}

function checkWeights(race: RaceDefinition, at: string): Problem[] {
  const { Q1, Q2, Q3, Q4 } = race.year.weights
  const weights = [Q1, Q2, Q3, Q4].map((weight) => dec(weight))
  if (weights.some((weight) => weight.isNegative()) || !sum(weights).greaterThan(0)) {
    return [
      schemeProblem(
        'error',
        'YEAR_WEIGHTS',
        race.code,
        `${at}的季度权重是 ${[Q1, Q2, Q3, Q4].join('、')}。`,
        '权重不能是负数，合计要大于 0。'
      )
    ]
  }
  const zero = weights.flatMap((weight, index) => (weight.isZero() ? [`${'一二三四'[index]}季度`] : []))
  if (zero.length === 0) return []
  return [
    schemeProblem(
      'confirm',
      'YEAR_WEIGHT_ZERO',
      race.code,
      `${at}里${zero.join('、')}的权重是 0，不计入年度成绩。`,
      '如果不是本意，请改权重。'
    )
  ]
}

function checkTotals(scheme: SchemeDefinition): Problem[] {
  const races = new Map(scheme.races.map((race) => [race.code, race.name]))
  return scheme.totals.flatMap((total) => {
    const at = `赛项总分「${total.name}」`
    const problem = (code: string, message: string, suggestion: string): Problem =>
      schemeProblem('error', code, `${total.code}:${message}`, message, suggestion)
    return [
      ...total.races
        .filter((part) => !races.has(part.race))
        .map((part) =>
          problem('UNKNOWN_REFERENCE', `${at}用到的赛项 ${part.race} 不在方案里。`, '请改选方案里有的赛项。')
        ),
      ...repeatedIn(total.races.map((part) => part.race)).map((race) =>
        problem('TOTAL_RACE_TWICE', `${at}里赛项「${races.get(race) ?? race}」写了两次。`, '请只留一处。')
      ),
      ...total.races
        .filter((part) => !dec(part.weight).greaterThan(0))
        .map((part) =>
          problem(
            'TOTAL_WEIGHT',
            `${at}里赛项「${races.get(part.race) ?? part.race}」的权重是 ${part.weight}。`,
            '权重要大于 0；不计的赛项请删去。'
          )
        ),
      ...(total.minRaces > total.races.length
        ? [
            problem(
              'TOTAL_MIN_RACES',
              `${at}要求至少参加 ${total.minRaces} 个赛项，但只有 ${total.races.length} 个。`,
              '请改小，否则没有单位能排名。'
            )
          ]
        : [])
    ]
  })
}
