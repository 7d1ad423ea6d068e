import { dec, sum, ZERO, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { componentLabel, componentsOf, type Component } from '../components.ts'
import { hasNumber } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { ballotForm, ballotParams, checkBallots, describeBallots, type BallotParams } from './ballotParams.ts'
import { ballotExample } from './examples/markExamples.ts'
import { two } from './ruleWords.ts'

type Context = RuleContext<BallotParams>

/** Votes of one evaluator group (or of all): points won, and valid votes. */
interface Count {
  name: string
  weight: D
  points: D
  valid: D
  words: string
}

function evaluate(context: Context): RuleOutcome {
  const { params: rule, subject } = context
  const trace = startTrace(ballotShare, context)
  const { list, conflict } = componentsOf(subject)
  if (conflict !== null) return trace.refused(conflict)
  if (list.length === 0) return trace.unscored({ state: 'MISSING', reading: null })
  const fault = enterVotes(trace, rule, list)
  if (fault !== null) return trace.refused(fault)
  if (list.every((component) => component.picked.state === 'NA')) {
    return trace.unscored({ state: 'NA', reading: null })
  }
  const panels = rule.groups.length === 0 ? [{ name: '', weight: '1' }] : rule.groups
  const counts: Count[] = []
  const silent: { name: string; weight: string }[] = []
  for (const panel of panels) {
    const own = rule.groups.length === 0 ? list : list.filter((component) => component.group === panel.name)
    if (rule.missingGroup !== 'MISSING' && !own.some((component) => hasNumber(component.picked))) {
      silent.push(panel)
      continue
    }
    const missing = rule.options.find(
      (option) => !own.some((component) => component.name === option.name && hasNumber(component.picked))
    )
    if (missing !== undefined) {
      trace.note(`没有收到${panel.name}「${missing.name}」的票数；没有人选也要填 0`)
      return trace.unscored({ state: 'MISSING', reading: null })
    }
    const count = countOf(rule, panel.name, dec(panel.weight), own)
    if (count.valid.isZero()) return trace.refused(`${panel.name}没有有效票，算不出得分`)
    trace.step(
      panel.name === '' ? '每票平均' : `${panel.name}每票平均`,
      count.words,
      count.points.div(count.valid)
    )
    counts.push(count)
  }
  if (counts.length === 0) return trace.unscored({ state: 'MISSING', reading: null })
  tellChoices(trace, rule, list, silent)
  return finish(trace, context, counts, sum(silent.map((panel) => dec(panel.weight))))
}

function tellChoices(
  trace: RuleTrace,
  rule: BallotParams,
  list: readonly Component[],
  silent: readonly { name: string }[]
): void {
  const apart = rule.invalid.filter((option) =>
    list.some(({ name, picked }) => name === option.name && hasNumber(picked) && !picked.value.isZero())
  )
  if (apart.length > 0) trace.choice(`${apart.map((option) => option.name).join('、')}不计入有效票。`)
  if (silent.length === 0) return
  const how = rule.missingGroup === 'ZERO' ? '计 0 分' : '权重分给其他主体'
  trace.note(`${silent.map((panel) => panel.name).join('、')}没有票，${how}`)
  trace.choice(`没有票的评价主体${how}。`)
}

/** Enters the votes into the trace; a number that is no count of votes, or for an unknown option, stops the item. */
function enterVotes(trace: RuleTrace, rule: BallotParams, list: readonly Component[]): string | null {
  for (const component of list) {
    const label = componentLabel(component)
    const invalid = rule.invalid.some((option) => option.name === component.name)
    const known = invalid || rule.options.some((option) => option.name === component.name)
    const apart = component.picked.state === 'NA' ? '不适用' : invalid ? '不计入有效票' : undefined
    trace.reading('rating', label, component.reading, known ? apart : '选项不在方案里')
    if (!known) return `「${label}」不是方案里的选项，请核对表头或在方案里补上`
    if (rule.groups.length > 0 && !rule.groups.some((group) => group.name === component.group)) {
      return `「${label}」的评价主体不在方案里，请核对表头或在方案里补上`
    }
    if (!hasNumber(component.picked)) continue
    const votes = component.picked.value
    if (votes.isNegative() || !votes.isInteger()) {
      return `「${label}」的票数应是 0、1、2 这样的整数，填的是 ${formatValue(votes)}`
    }
  }
  return null
}

function countOf(rule: BallotParams, name: string, weight: D, list: readonly Component[]): Count {
  const votes = rule.options.map((option) => ({
    option,
    votes: sum(
      list.flatMap(({ name: own, picked }) =>
        own === option.name && hasNumber(picked) ? [picked.value] : []
      )
    )
  }))
  const points = sum(votes.map((entry) => entry.votes.times(dec(entry.option.weight))))
  const valid = sum(votes.map((entry) => entry.votes))
  const terms = votes.map((entry) => `${formatValue(entry.votes)} × ${entry.option.weight}`)
  return { name, weight, points, valid, words: `(${terms.join(' + ')}) ÷ ${formatValue(valid)}` }
}

/** `silentWeight` belongs to groups without votes: with ZERO it stays below the line, else it is left out. */
function finish(trace: RuleTrace, context: Context, counts: readonly Count[], silentWeight: D): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const kept = rule.missingGroup === 'ZERO' ? silentWeight : ZERO
  const only = counts.length === 1 && kept.isZero() ? counts[0] : undefined
  const weights = sum(counts.map((count) => count.weight)).plus(kept)
  const mean =
    only === undefined
      ? sum(counts.map((count) => count.points.times(count.weight).div(count.valid))).div(weights)
      : only.points.div(only.valid)
  // One division for a single pot: 87.6 is exact, whatever the full mark.
  const score =
    only === undefined
      ? mean.times(fullMark).div(dec(rule.scale))
      : only.points.times(fullMark).div(only.valid.times(dec(rule.scale)))
  const full = formatValue(fullMark)
  const words =
    only === undefined
      ? `${counts.map((count) => `${count.name} ${two(count.points.div(count.valid))} × ${formatValue(count.weight)}`).join(' + ')}，除以 ${formatValue(weights)} = ${two(mean)}`
      : `${only.words} = ${two(mean)}`
  if (only === undefined) trace.step('加权平均', words, mean)
  trace.step('得分', `${two(mean)} ÷ ${rule.scale} × ${full}`, score)
  const scaled = fullMark.equals(dec(rule.scale)) ? `满分 ${full}` : `由 ${rule.scale} 分折算满分 ${full}`
  return trace.scored(score, `${words}，${scaled} → ${printScore(score, policies)}`)
}

/**
 * 按票数计分: votes × what a vote is worth, over the valid votes only (S27, S28, S32; G10), by weighted evaluator groups
 * where the scheme names some. Votes come as `rating` readings: rater name = option, rater group = evaluator group.
 * Without evaluator groups in the scheme the votes of all rater groups are added. Every option needs a number of its
 * own (0 is one), else the item is MISSING; invalid options may be absent, and a whole group where `missingGroup` says what
 * then counts. Refused: an unknown option or group, a
 * number that is no count, no valid vote at all.
 */
export const ballotShare: RuleKind<BallotParams> = {
  kind: 'BALLOT_SHARE',
  name: '按票数计分',
  plain: '收回来的是票：优秀几票、良好几票，按票数折成分。',
  example: ballotExample,
  sources: ['S27', 'S28', 'S32'],
  params: ballotParams,
  form: ballotForm,
  fields: ['rating'],
  describe: describeBallots,
  evaluate,
  check: checkBallots
}
