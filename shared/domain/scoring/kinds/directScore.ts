import { dec, mean, sum, type D } from '../../number/decimal.ts'
import { formatGap, formatValue } from '../../number/format.ts'
import { settle } from '../../number/settle.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import { raterName, ratingsOf } from '../ratings.ts'
import type { Reading } from '../reading.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { sourceText } from '../sourceText.ts'
import {
  checkDirect,
  describeDirect,
  directForm,
  directParams,
  type DirectScoreParams
} from './directParams.ts'
import { directExample } from './examples/markExamples.ts'

type Context = RuleContext<DirectScoreParams>

function evaluate(context: Context): RuleOutcome {
  const { subject, params: rule } = context
  const trace = startTrace(directScore, context)
  const single = subject.readings.some((reading) => reading.field === 'score') ? 'score' : 'actual'
  const hasSingle = subject.readings.some((reading) => reading.field === single)
  if (rule.providers.length > 0) return scoreByProviders(trace, context)
  if (!hasSingle && subject.readings.some((reading) => reading.field === 'rating'))
    return scoreByMean(trace, context)
  const given = pickReading(subject, single)
  if (!hasNumber(given)) return trace.unscored(given)
  trace.reading(single, '评分', given.reading)
  const reason = outOfRange(given.value, given.reading, context)
  if (reason !== null) return trace.refused(reason)
  return finish(trace, context, given.value, `评分 ${formatValue(given.value)}`)
}

/** Each provider's mark (the mean, when it gave several) by its share. A share without a mark is never guessed. */
function scoreByProviders(trace: RuleTrace, context: Context): RuleOutcome {
  const rule = context.params
  const { list, conflict } = ratingsOf(context.subject)
  if (conflict !== null) return trace.refused(`${conflict}给了两个不同的分，请留下对的一个`)
  const names = new Set(rule.providers.map((entry) => entry.name))
  for (const reading of list) {
    if (!names.has(providerOf(reading)))
      trace.reading('rating', raterName(reading), reading, '打分单位不在方案里')
  }
  const given: { name: string; share: D; mark: D }[] = []
  const recused: string[] = []
  for (const { name, share } of rule.providers) {
    const marks = list.filter((reading) => providerOf(reading) === name)
    const counted = marks.filter(
      (reading) => reading.value !== null && reading.state !== 'NA' && reading.state !== 'MISSING'
    )
    const reason = enterMarks(trace, context, marks)
    if (reason !== null) return trace.refused(reason)
    if (counted.length > 0) {
      given.push({ name, share: dec(share), mark: mean(counted.map((reading) => dec(reading.value!))) })
    } else if (marks.some((reading) => reading.state === 'NA')) {
      recused.push(name)
    } else {
      trace.note(`${name}还没有打分`)
      return trace.unscored({ state: 'MISSING', reading: null })
    }
  }
  if (given.length === 0) return trace.unscored({ state: 'NA', reading: null })
  if (recused.length > 0) {
    trace.note(`${recused.join('、')}不参加打分，占比由其他单位分担`)
    trace.choice('有打分单位回避的，占比由其他打分单位分担。')
  }
  const shares = sum(given.map((entry) => entry.share))
  const value = sum(given.map((entry) => entry.mark.times(entry.share))).div(shares)
  const terms = given.map(
    (entry) =>
      `${entry.name} ${two(entry.mark)} × ${formatValue(entry.share.times(100).div(shares).toDecimalPlaces(2))}%`
  )
  trace.step('合成', terms.join(' + '), value)
  return finish(trace, context, value, `${terms.join(' + ')} = ${two(value)}`)
}

function scoreByMean(trace: RuleTrace, context: Context): RuleOutcome {
  const { list, conflict } = ratingsOf(context.subject)
  if (conflict !== null) return trace.refused(`${conflict}给了两个不同的分，请留下对的一个`)
  const reason = enterMarks(trace, context, list)
  if (reason !== null) return trace.refused(reason)
  const marks = list
    .filter((reading) => reading.value !== null && reading.state !== 'NA' && reading.state !== 'MISSING')
    .map((reading) => dec(reading.value!))
  if (marks.length === 0) {
    return trace.unscored({
      state: list.every((reading) => reading.state === 'NA') ? 'NA' : 'MISSING',
      reading: null
    })
  }
  const value = mean(marks)
  trace.step('平均', `${marks.map(formatValue).join(' + ')} 除以 ${marks.length}`, value)
  return finish(trace, context, value, `${marks.map(formatValue).join('、')} 平均 ${two(value)}`)
}

/** Enters marks into the trace; the first one out of range stops the item with its place. */
function enterMarks(trace: RuleTrace, context: Context, marks: readonly Reading[]): string | null {
  for (const reading of marks) {
    const none =
      reading.state === 'NA'
        ? '不参加打分'
        : reading.state === 'MISSING' || reading.value === null
          ? '未评'
          : undefined
    trace.reading('rating', raterName(reading), reading, none)
    if (none !== undefined || reading.value === null) continue
    const reason = outOfRange(dec(reading.value), reading, context)
    if (reason !== null) return reason
  }
  return null
}

/** The evaluator group names the provider; a mark without a group goes by its rater's name. */
function providerOf(reading: Reading): string {
  return reading.rater === null ? '' : reading.rater.group || reading.rater.name
}

function outOfRange(value: D, reading: Reading, { params: rule, fullMark }: Context): string | null {
  const highest = rule.max ?? rule.outOf
  const max = highest === undefined ? fullMark : dec(highest)
  const where = sourceText(reading.source)
  const at = where === '' ? '' : `${where}：`
  if (value.greaterThan(max)) {
    return `${at}评分 ${formatValue(value)} 超过${highest === undefined ? '满分' : '最高分'} ${formatValue(max)}，请核对后改正`
  }
  if (value.lessThan(dec(rule.min)))
    return `${at}评分 ${formatValue(value)} 低于最低分 ${rule.min}，请核对后改正`
  return null
}

function finish(trace: RuleTrace, context: Context, value: D, words: string): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const score = rule.outOf === undefined ? value : value.times(fullMark).div(dec(rule.outOf))
  const full = formatValue(fullMark)
  const scaled = rule.outOf === undefined ? `满分 ${full}` : `由 ${rule.outOf} 分折算满分 ${full}`
  trace.step('得分', rule.outOf === undefined ? two(value) : `${two(value)} ÷ ${rule.outOf} × ${full}`, score)
  return trace.scored(score, `${words}，${scaled} → ${printScore(score, policies)}`)
}

function two(value: D): string {
  return formatGap(settle(value), 2)
}

/**
 * 直接打分: the score that an assessor gave (`score`, else `actual`), one share each of several providers, or the mean of
 * several marks (S9 items 4 and 5, G1). A score out of range is refused with its place, never cut.
 */
export const directScore: RuleKind<DirectScoreParams> = {
  kind: 'DIRECT_SCORE',
  name: '直接打分',
  plain: '考核单位直接给分，照填；几家一起打分的按占比合成。',
  example: directExample,
  sources: ['S9', 'S31', 'S66'],
  params: directParams,
  form: directForm,
  fields: ['score'],
  fieldsOf: (rule) => (rule.providers.length > 0 ? ['rating'] : ['score']),
  describe: describeDirect,
  evaluate,
  check: checkDirect
}
