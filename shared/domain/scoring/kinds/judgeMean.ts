import { dec, sum, ZERO, type D } from '../../number/decimal.ts'
import { formatGap, formatValue } from '../../number/format.ts'
import { settle } from '../../number/settle.ts'
import { printScore } from '../printScore.ts'
import { raterKey, raterName, ratingsOf } from '../ratings.ts'
import type { Reading } from '../reading.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { checkJudges } from './checkJudges.ts'
import { judgeExample } from './examples/markExamples.ts'
import { inRange, invalidBallots, ratersOfSheet, type InvalidBallot } from './judgeBallots.ts'
import { describeJudges, judgeForm, judgeParams, type JudgeParams } from './judgeParams.ts'
import { trimmedMean } from './trimmedMean.ts'

type Context = RuleContext<JudgeParams>

/** Marks of one evaluator group (or of all) that count towards a unit's mean. */
interface Panel {
  name: string
  weight: D
  marks: { reading: Reading; value: D }[]
}

/** What a panel gave: its mean and a few words for the sentence; null when it gave nothing. */
interface PanelMean {
  name: string
  weight: D
  mean: D | null
  words: string
}

function evaluate(context: Context): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const trace = startTrace(judgeMean, context)
  const { list, conflict } = ratingsOf(context.subject)
  if (conflict !== null) return trace.refused(`${conflict}给同一个单位打了两个不同的分，请留下对的一个`)
  if (list.length === 0) return trace.unscored({ state: 'MISSING', reading: null })

  const panels = panelsOf(trace, context, list)
  if (panels.every((panel) => panel.marks.length === 0)) return nothingCounts(trace, list)
  const raters = ratersOfSheet(context.pool, rule).count
  const means = panels.map((panel) => meanOf(trace, panel, rule, raters))
  const mean = rule.groups.length === 0 ? means[0]!.mean! : weightedMean(trace, means, rule)
  const score = mean.times(fullMark).div(dec(rule.outOf))

  const full = formatValue(fullMark)
  const scaled = fullMark.equals(dec(rule.outOf)) ? `满分 ${full}` : `由 ${rule.outOf} 分折算满分 ${full}`
  trace.step('得分', `${two(mean)} ÷ ${rule.outOf} × ${full}`, score)
  const printed = printScore(score, policies)
  const words =
    rule.groups.length === 0
      ? `${means[0]!.words}，平均 ${two(mean)}`
      : `${means.map((panel) => panelWords(panel, rule)).join('，')}，加权平均 ${two(mean)}`
  return trace.scored(score, `${words}，${scaled} → ${printed}`)
}

/** Sorts the marks by evaluator group, leaving out recusals, invalid ballots and marks out of range. */
function panelsOf(trace: RuleTrace, { params: rule, pool }: Context, list: readonly Reading[]): Panel[] {
  const invalid = invalidBallots(pool, rule)
  const panels: Panel[] =
    rule.groups.length === 0
      ? [{ name: '', weight: dec(1), marks: [] }]
      : rule.groups.map((group) => ({ name: group.name, weight: dec(group.weight), marks: [] }))
  const byName = new Map(panels.map((panel) => [panel.name, panel]))
  for (const reading of list) {
    const panel = byName.get(rule.groups.length === 0 ? '' : (reading.rater?.group ?? ''))
    const reason = panel === undefined ? '评价主体不在方案里' : whyLeftOut(reading, rule, invalid)
    if (panel !== undefined && reason !== null) tellBallot(trace, reading, rule, invalid)
    if (panel === undefined || reason !== null || reading.value === null) {
      trace.reading('rating', raterName(reading), reading, reason ?? '未评')
    } else {
      panel.marks.push({ reading, value: dec(reading.value) })
    }
  }
  return panels
}

function whyLeftOut(
  reading: Reading,
  rule: JudgeParams,
  invalid: ReadonlyMap<string, InvalidBallot>
): string | null {
  if (reading.state === 'NA') return '回避'
  if (reading.state === 'MISSING' || reading.value === null) return '未评'
  if (!inRange(dec(reading.value), rule)) return `不在 ${rule.min} 到 ${rule.outOf} 之间`
  const key = raterKey(reading)
  return key === null ? null : (invalid.get(key)?.reason ?? null)
}

/** Says what the scheme decided about a mark out of range, or a ballot of equal marks with gaps (ambiguities 7 and 8). */
function tellBallot(
  trace: RuleTrace,
  reading: Reading,
  rule: JudgeParams,
  invalid: ReadonlyMap<string, InvalidBallot>
): void {
  if (reading.value === null || reading.state === 'NA' || reading.state === 'MISSING') return
  const key = raterKey(reading)
  const ballot = key === null ? undefined : invalid.get(key)
  if (!inRange(dec(reading.value), rule) || ballot?.reason === '无效票：有超出范围的分') {
    trace.choice(rule.outOfRange === 'MARK' ? '超出范围的分只去掉这一个。' : '有分超出范围的，整张票作废。')
  }
  if (ballot?.partial === true) trace.choice('是否全部打同一个分，按评委打过分的单位看。')
}

function nothingCounts(trace: RuleTrace, list: readonly Reading[]): RuleOutcome {
  if (list.every((reading) => reading.state === 'NA')) return trace.unscored({ state: 'NA', reading: null })
  if (list.every((reading) => reading.state === 'NA' || reading.state === 'MISSING')) {
    return trace.unscored({ state: 'MISSING', reading: null })
  }
  return trace.refused('收到的评分都不能用（无效票、超出范围或评价主体不在方案里），请核对评分表')
}

/** The trimmed mean of one panel; the count that decides about trimming is taken after all tests (G11). */
function meanOf(trace: RuleTrace, panel: Panel, rule: JudgeParams, raters: number): PanelMean {
  const { name, weight, marks } = panel
  if (marks.length === 0) return { name, weight, mean: null, words: '没有评分' }
  const values = marks.map((mark) => mark.value)
  const over = rule.trimWhenMoreThan
  const byUnit = trimmedMean(values, rule.trim, over)
  // Enough raters on the sheet: any number of marks is trimmed, as long as some are left.
  const bySheet = trimmedMean(values, rule.trim, raters > over ? 0 : values.length)
  const trimmed = rule.trimCount === 'SHEET' ? bySheet : byUnit
  if (!byUnit.mean.equals(bySheet.mean)) {
    const whose = rule.trimCount === 'SHEET' ? '整张评分表的评委' : '给这个单位打分的人'
    trace.choice(`去掉最高分和最低分的人数，按${whose}数。`)
  }
  marks.forEach(({ reading }, index) => {
    const leftOut = trimmed.highest.includes(index)
      ? '去掉最高分'
      : trimmed.lowest.includes(index)
        ? '去掉最低分'
        : undefined
    trace.reading('rating', raterName(reading), reading, leftOut)
  })
  const texts = (indexes: readonly number[]): string =>
    indexes.map((index) => formatValue(marks[index]!.value)).join('、')
  const dropped =
    trimmed.highest.length === 0
      ? ''
      : `，去掉最高分 ${texts(trimmed.highest)} 和最低分 ${texts(trimmed.lowest)}`
  const words = `${marks.length} 人评分${dropped}`
  trace.step(name === '' ? '平均分' : `${name}平均分`, words, trimmed.mean)
  return { name, weight, mean: trimmed.mean, words }
}

/**
 * Weighted mean over the evaluator groups (S30, S31). A group that gave nothing: RENORMALISE divides by the weights
 * that are left; MEAN_OF_REST gives it the weighted mean of the others, which is the same number, said in another
 * way (G12); ZERO keeps its weight.
 */
function weightedMean(trace: RuleTrace, means: readonly PanelMean[], rule: JudgeParams): D {
  const present = means.filter((panel) => panel.mean !== null)
  const absent = means.filter((panel) => panel.mean === null)
  const counted = rule.missingGroup === 'ZERO' ? means : present
  const weights = sum(counted.map((panel) => panel.weight))
  const total = sum(present.map((panel) => (panel.mean ?? ZERO).times(panel.weight)))
  const mean = total.div(weights)
  if (absent.length > 0) {
    const how = { RENORMALISE: '权重分给其他主体', ZERO: '计 0 分', MEAN_OF_REST: '按其他主体的平均计' }
    trace.note(`${absent.map((panel) => panel.name).join('、')}没有评分，${how[rule.missingGroup]}`)
    trace.choice(`没有评分的评价主体，${how[rule.missingGroup]}。`)
  }
  const terms = present.map((panel) => `${two(panel.mean ?? ZERO)} × ${formatValue(panel.weight)}`)
  trace.step('加权平均', `(${terms.join(' + ')}) ÷ ${formatValue(weights)}`, mean)
  return mean
}

function panelWords(panel: PanelMean, rule: JudgeParams): string {
  if (panel.mean === null) return `${panel.name}没有评分`
  const weights = sum(rule.groups.map((group) => dec(group.weight)))
  return `${panel.name} ${two(panel.mean)}（${formatValue(panel.weight.times(100).div(weights).toDecimalPlaces(2))}%）`
}

function two(value: D): string {
  return formatGap(settle(value), 2)
}

/**
 * 评委评分: marks of several raters, invalid ballots out first, then trimmed, averaged (by weighted evaluator groups),
 * and scaled to the full mark (S29, S30, S31, S33). Recusals do not count; a mark out of range is left out alone.
 */
export const judgeMean: RuleKind<JudgeParams> = {
  kind: 'JUDGE_MEAN',
  name: '评委评分',
  plain: '评委现场打分：可以去掉最高分和最低分，可以分评委席加权。',
  example: judgeExample,
  sources: ['S29', 'S30', 'S31', 'S33'],
  params: judgeParams,
  form: judgeForm,
  fields: ['rating'],
  describe: describeJudges,
  evaluate,
  check: checkJudges
}
