import { dec, HUNDRED, mean, ZERO, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { Policies } from '../../scheme/policies.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import { ratingsOf, raterName } from '../ratings.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { rankExample } from './examples/poolExamples.ts'
import {
  checkRanks,
  describeRanks,
  fall,
  rankForm,
  rankParams,
  type Ladder,
  type RankPointsParams
} from './rankParams.ts'
import { givenPlace, poolPlaces, SHARED_PLACE_NOTE, sharesOfRank, type PoolPlace } from './rankPlaces.ts'

type Context = RuleContext<RankPointsParams>

/** Points of one place: full mark for the first, the same step down for each place, never below the floor. */
export function pointsOfPlace(place: number, fullMark: D, step: Ladder): D {
  const each =
    step.decrementIn === 'PERCENT' ? fullMark.times(dec(step.decrement)).div(HUNDRED) : dec(step.decrement)
  const points = fullMark.minus(each.times(place - 1))
  const floor = dec(step.floor)
  return points.lessThan(floor) ? floor : points
}

/** Points of a place that `shared` units hold together (S84a: (7+6)/2 = 6.5 when places are averaged). */
function pointsOfShared(place: PoolPlace, context: Context, tie?: TiePolicy): D {
  const { params: rule, fullMark, policies, group } = context
  const step = rule.byGroup.find((entry) => entry.group === group) ?? rule
  if ((tie ?? tiePolicy(rule, policies)) === 'SAME_RANK') return pointsOfPlace(place.rank, fullMark, step)
  return mean(
    Array.from({ length: place.shared }, (_, offset) => pointsOfPlace(place.rank + offset, fullMark, step))
  )
}

type TiePolicy = Policies['tiedRankPoints']

function tiePolicy(rule: RankPointsParams, policies: Policies): TiePolicy {
  return rule.tie ?? policies.tiedRankPoints
}

/** Says how a shared place is scored where the indicator itself decides it; the report says the scheme's policy once. */
function tellTie(trace: RuleTrace, place: PoolPlace, context: Context): void {
  const { tie } = context.params
  if (tie === undefined || place.shared === 1) return
  const other = tie === 'SAME_RANK' ? 'MEAN_OF_PLACES' : 'SAME_RANK'
  if (pointsOfShared(place, context).equals(pointsOfShared(place, context, other))) return
  trace.choice(tie === 'SAME_RANK' ? '并列单位同名次同分。' : '并列单位取所占名次得分的平均。')
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
  tellTie(trace, place, context)
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
    tellTie(trace, { rank, shared }, context)
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

/**
 * 按名次给分: full mark for the first, a fixed step for each place (S2, S3, S4). Participants of the item only:
 * units without a value take no place. Ties by the scheme's policy or the rule's own (S84a).
 */
export const rankPoints: RuleKind<RankPointsParams> = {
  kind: 'RANK_POINTS',
  name: '按名次给分',
  plain: '只看名次：第一名得满分，每降一名少一截。',
  example: rankExample,
  sources: ['S2', 'S3', 'S4', 'S84a'],
  params: rankParams,
  form: rankForm,
  fields: ['actual'],
  fieldsOf: (rule) => (rule.source === 'GIVEN' ? ['actual', 'rating'] : ['actual']),
  describe: describeRanks,
  evaluate,
  check: checkRanks,
  comparesUnits: true,
  curve: (rule) => (rule.source === 'GIVEN' ? 'PLACE' : 'NUMBER')
}
