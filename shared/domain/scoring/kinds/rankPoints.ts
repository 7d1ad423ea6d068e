import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, mean, ZERO, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { Policies } from '../../scheme/policies.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal } from '../paramTypes.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import { ratingsOf, raterName } from '../ratings.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { givenPlace, poolPlaces, SHARED_PLACE_NOTE, sharesOfRank, type PoolPlace } from './rankPlaces.ts'

const ladder = {
  decrement: nonNegativeDecimal,
  decrementIn: z.enum(['PERCENT', 'POINTS']).default('PERCENT'),
  /** Lowest points of any place. */
  floor: nonNegativeDecimal.default('0')
}
const params = z.strictObject({
  ...ladder,
  /** ACTUAL: places by the units' values. GIVEN: the reading itself is the place (one, or one an evaluator). */
  source: z.enum(['ACTUAL', 'GIVEN']).default('ACTUAL'),
  /** Overrides the scheme's policy for tied places. */
  tie: z.enum(['SAME_RANK', 'MEAN_OF_PLACES']).optional(),
  /** Groups whose places are worth something else (S4). */
  byGroup: z.array(z.strictObject({ group: z.string(), ...ladder })).default([])
})
export type RankPointsParams = z.infer<typeof params>
type Ladder = Pick<RankPointsParams, 'decrement' | 'decrementIn' | 'floor'>
type Context = RuleContext<RankPointsParams>

const ladderFields: readonly ParamField[] = [
  { key: 'decrement', label: '名次每降 1 位减', input: { type: 'decimal' } },
  {
    key: 'decrementIn',
    label: '减的单位',
    input: {
      type: 'choice',
      options: [
        { value: 'PERCENT', label: '满分的百分之几' },
        { value: 'POINTS', label: '分' }
      ]
    }
  },
  { key: 'floor', label: '最少得', input: { type: 'decimal', suffix: '分' } }
]
const form: readonly ParamField[] = [
  ...ladderFields,
  {
    key: 'source',
    label: '名次从哪里来',
    input: {
      type: 'choice',
      options: [
        { value: 'ACTUAL', label: '按本组各单位的实际值排' },
        { value: 'GIVEN', label: '表里填的就是名次' }
      ]
    }
  },
  {
    key: 'tie',
    label: '并列时',
    help: '不选就按方案的统一规定',
    input: {
      type: 'choice',
      options: [
        { value: 'SAME_RANK', label: '同名次同分' },
        { value: 'MEAN_OF_PLACES', label: '取所占名次得分的平均' }
      ]
    }
  },
  {
    key: 'byGroup',
    label: '另有规定的组',
    input: {
      type: 'table',
      columns: [{ key: 'group', label: '组别代码', input: { type: 'text' } }, ...ladderFields]
    }
  }
]

function fall(step: Ladder): string {
  return `每降 1 位减${step.decrementIn === 'PERCENT' ? `满分的 ${step.decrement}%` : ` ${step.decrement} 分`}`
}

function describe(rule: RankPointsParams, indicator: IndicatorDefinition): string {
  const order = { UP: '数值越大名次越前', DOWN: '数值越小名次越前', TARGET: '越接近目标名次越前' }[
    indicator.direction
  ]
  const source = rule.source === 'ACTUAL' ? `本组内${order}` : '按填报的名次，多人排名取得分平均'
  const other = rule.byGroup.map((entry) => `；${entry.group} 组${fall(entry)}`).join('')
  return `${source}：第一名得满分，名次${fall(rule)}，最少 ${rule.floor} 分${other}。`
}

/** Points of one place: full mark for the first, the same step down for each place, never below the floor. */
export function pointsOfPlace(place: number, fullMark: D, step: Ladder): D {
  const each =
    step.decrementIn === 'PERCENT' ? fullMark.times(dec(step.decrement)).div(HUNDRED) : dec(step.decrement)
  const points = fullMark.minus(each.times(place - 1))
  const floor = dec(step.floor)
  return points.lessThan(floor) ? floor : points
}

/** Points of a place that `shared` units hold together (S84a: (7+6)/2 = 6.5 when places are averaged). */
function pointsOfShared(place: PoolPlace, context: Context): D {
  const { params: rule, fullMark, policies, group } = context
  const step = rule.byGroup.find((entry) => entry.group === group) ?? rule
  if (tiePolicy(rule, policies) === 'SAME_RANK') return pointsOfPlace(place.rank, fullMark, step)
  return mean(
    Array.from({ length: place.shared }, (_, offset) => pointsOfPlace(place.rank + offset, fullMark, step))
  )
}

function tiePolicy(rule: RankPointsParams, policies: Policies): 'SAME_RANK' | 'MEAN_OF_PLACES' {
  return rule.tie ?? policies.tiedRankPoints
}

function evaluate(context: Context): RuleOutcome {
  const trace = startTrace(rankPoints, context)
  if (context.params.source === 'ACTUAL') return scoreByValue(trace, context)
  return context.subject.readings.some((reading) => reading.field === 'rating')
    ? scoreByEvaluators(trace, context)
    : scoreByGivenRank(trace, context)
}

function scoreByValue(trace: RuleTrace, context: Context): RuleOutcome {
  const { subject, indicator, pool } = context
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '实际', actual.reading)
  if (indicator.direction === 'TARGET' && subject.target === null)
    return trace.refused('没有目标值，排不出谁更接近目标')
  const places = poolPlaces(pool, indicator)
  const place = places.of.get(subject.unit)
  if (place === undefined) return trace.refused('单位不在参加排名的名单里')
  trace.step('名次', `${places.size} 个单位参加`, dec(place.rank))
  return finish(
    trace,
    context,
    place,
    `实际 ${formatValue(actual.value)}，${places.size} 个单位中第 ${place.rank} 名`
  )
}

function scoreByGivenRank(trace: RuleTrace, context: Context): RuleOutcome {
  const given = pickReading(context.subject, 'actual')
  if (!hasNumber(given)) return trace.unscored(given)
  trace.reading('actual', '名次', given.reading)
  const rank = givenPlace(given.value)
  if (rank === null) return trace.refused(notAPlace(given.value))
  return finish(
    trace,
    context,
    { rank, shared: sharesOfRank(context.pool, null, given.value) },
    `第 ${rank} 名`
  )
}

function finish(trace: RuleTrace, context: Context, place: PoolPlace, words: string): RuleOutcome {
  const score = pointsOfShared(place, context)
  const averaged = place.shared > 1 && tiePolicy(context.params, context.policies) === 'MEAN_OF_PLACES'
  const tie = place.shared > 1 ? `（${place.shared} 个并列${averaged ? '，取所占名次平均' : ''}）` : ''
  if (place.shared > 1) trace.note(SHARED_PLACE_NOTE)
  trace.step('得分', `第 ${place.rank} 名${tie}`, score)
  return trace.scored(
    score,
    `${words}${tie}，${ladderWords(context)} → ${printScore(score, context.policies)}`
  )
}

/** Several evaluators each give a place; the score is the mean of the places' points (S2, G5). */
function scoreByEvaluators(trace: RuleTrace, context: Context): RuleOutcome {
  const { list, conflict } = ratingsOf(context.subject)
  if (conflict !== null) return trace.refused(`${conflict}给了两个不同的名次，请留下对的一个`)
  const points: D[] = []
  const ranks: number[] = []
  let sharedPlaces = 0
  for (const reading of list) {
    const label = raterName(reading)
    if (reading.state === 'NA' || reading.state === 'MISSING' || reading.value === null) {
      trace.reading('rating', label, reading, reading.state === 'NA' ? '回避' : '未评')
      continue
    }
    trace.reading('rating', label, reading)
    const rank = givenPlace(dec(reading.value))
    if (rank === null) return trace.refused(`${label}：${notAPlace(dec(reading.value))}`)
    const shared = sharesOfRank(context.pool, reading, dec(reading.value))
    if (shared > 1) sharedPlaces++
    ranks.push(rank)
    points.push(pointsOfShared({ rank, shared }, context))
    trace.step(`${label}的名次得分`, `第 ${rank} 名`, points.at(-1) ?? ZERO)
  }
  if (points.length === 0) {
    const recused = list.every((reading) => reading.state === 'NA')
    return trace.unscored({ state: recused ? 'NA' : 'MISSING', reading: null })
  }
  if (sharedPlaces > 0) trace.note(SHARED_PLACE_NOTE)
  const score = mean(points)
  trace.step('得分', `${points.map(formatValue).join(' + ')} 除以 ${points.length}`, score)
  const printed = printScore(score, context.policies)
  return trace.scored(
    score,
    `名次 ${ranks.join('、')}，${ladderWords(context)}，得 ${points.map(formatValue).join('、')}，平均 → ${printed}`
  )
}

function ladderWords({ params: rule, fullMark, group }: Context): string {
  return `满分 ${formatValue(fullMark)}，${fall(rule.byGroup.find((entry) => entry.group === group) ?? rule)}`
}

function notAPlace(value: D): string {
  return `名次应是 1、2、3 这样的整数，填的是 ${formatValue(value)}`
}

function check(rule: RankPointsParams, indicator: IndicatorDefinition): Problem[] {
  const fullMark = dec(indicator.fullMark)
  const found = [rule, ...rule.byGroup]
    .filter((step) => dec(step.floor).greaterThan(fullMark))
    .map((step) =>
      ruleProblem(
        'error',
        'CAPS_CONTRADICT',
        `最少得 ${step.floor} 分，超过满分 ${indicator.fullMark}`,
        '请改小最少得分'
      )
    )
  const groups = rule.byGroup.map((entry) => entry.group)
  if (new Set(groups).size < groups.length) {
    found.push(ruleProblem('error', 'DUPLICATE_GROUP', '同一个组写了两次', '请删去一行'))
  }
  return found
}

/**
 * 按名次给分: full mark for the first, a fixed step for each place (S2, S3, S4). Participants of the item only:
 * units without a value take no place. Ties by the scheme's policy or the rule's own (S84a).
 */
export const rankPoints: RuleKind<RankPointsParams> = {
  kind: 'RANK_POINTS',
  name: '按名次给分',
  sources: ['S2', 'S3', 'S4', 'S84a'],
  params,
  form,
  fields: ['actual'],
  fieldsOf: (rule) => (rule.source === 'GIVEN' ? ['actual', 'rating'] : ['actual']),
  describe,
  evaluate,
  check
}
