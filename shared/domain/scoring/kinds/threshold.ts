import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { canonical, dec, decimalString, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal } from '../paramTypes.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import type { RuleLine } from '../ruleLine.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { startTrace, traceTarget } from '../ruleTrace.ts'
import { thresholdExample } from './examples/targetExamples.ts'
import { NO_TARGET } from './ruleWords.ts'
import { lineOf } from './zones.ts'

const params = z.strictObject({
  /** The line; without it the target. */
  line: decimalString.optional(),
  /** A value exactly on the line passes (S82a: 小于或等于). */
  inclusive: z.boolean().default(true),
  /** Points of a pass; without it the full mark. */
  pass: nonNegativeDecimal.optional(),
  fail: nonNegativeDecimal.default('0')
})
export type ThresholdParams = z.infer<typeof params>
type Context = RuleContext<ThresholdParams>

const form: readonly ParamField[] = [
  { key: 'line', label: '达标线', help: '不填就是目标', input: { type: 'decimal', optional: true } },
  { key: 'inclusive', label: '正好等于达标线也算达标', input: { type: 'switch' } },
  {
    key: 'pass',
    label: '达标得',
    help: '不填就是满分',
    input: { type: 'decimal', suffix: '分', optional: true }
  },
  { key: 'fail', label: '不达标得', input: { type: 'decimal', suffix: '分' } }
]

function conditionWords(rule: ThresholdParams, indicator: IndicatorDefinition): string {
  if (indicator.direction === 'DOWN') return rule.inclusive ? '不高于' : '低于'
  return rule.inclusive ? '不低于' : '高于'
}

function describe(rule: ThresholdParams, indicator: IndicatorDefinition): string {
  const line =
    rule.line === undefined ? '目标' : ` ${rule.line}${indicator.unit === '' ? ' ' : ` ${indicator.unit} `}`
  const pass = rule.pass === undefined ? '满分' : ` ${rule.pass} 分`
  return `${conditionWords(rule, indicator)}${line}得${pass}，否则得 ${rule.fail} 分。`
}

function passes(value: D, line: D, { params: rule, indicator }: Context): boolean {
  const side = indicator.direction === 'DOWN' ? line.comparedTo(value) : value.comparedTo(line)
  return side > 0 || (side === 0 && rule.inclusive)
}

function evaluate(context: Context): RuleOutcome {
  const { subject, indicator, params: rule, fullMark, policies } = context
  const trace = startTrace(threshold, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '实际', actual.reading)
  if (indicator.direction === 'TARGET') return trace.refused('「接近目标为好」的指标不能按达标线计分')
  if (rule.line === undefined && subject.target === null) return trace.refused(NO_TARGET)
  let line: D
  if (rule.line !== undefined) {
    line = dec(rule.line)
    const source = { kind: 'scheme', clause: indicator.clause ?? '' } as const
    trace.input({
      key: 'line',
      label: '达标线',
      value: canonical(line),
      unit: indicator.unit,
      state: 'VALUE',
      source
    })
  } else {
    line = subject.target!.value
    traceTarget(trace, subject.target!, context)
  }
  const passed = passes(actual.value, line, context)
  if (actual.value.equals(line)) trace.choice(`正好等于达标线的${rule.inclusive ? '算' : '不算'}达标。`)
  const score = passed ? (rule.pass === undefined ? fullMark : dec(rule.pass)) : dec(rule.fail)
  const name = rule.line === undefined ? '目标' : '达标线'
  const words = `实际 ${formatValue(actual.value)}，要求${conditionWords(rule, indicator)}${name} ${formatValue(line)}，${passed ? '达标' : '不达标'}`
  trace.step('得分', words, score)
  return trace.scored(score, `${words}，满分 ${formatValue(fullMark)} → ${printScore(score, policies)}`)
}

function check(rule: ThresholdParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const pass = dec(rule.pass ?? indicator.fullMark)
  if (pass.greaterThan(dec(indicator.fullMark))) {
    const message = `达标得 ${pass.toFixed()} 分，超过满分 ${indicator.fullMark}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请把达标得分改到满分以内'))
  }
  if (dec(rule.fail).greaterThanOrEqualTo(pass)) {
    const message = `不达标得 ${rule.fail} 分，不低于达标得的 ${pass.toFixed()} 分`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改小不达标的得分'))
  }
  if (indicator.direction === 'TARGET') {
    const action = '请改用「按偏离目标加减分」或「按区间给分」'
    found.push(ruleProblem('error', 'DIRECTION_UNFIT', '「接近目标为好」不能按达标线计分', action))
  }
  return found
}

/** Pass and fail: on the value's own axis for a fixed line, else as the distance from the target. */
function coverage(rule: ThresholdParams, indicator: IndicatorDefinition): readonly RuleLine[] {
  if (indicator.direction === 'TARGET') return []
  const at = rule.line ?? '0'
  const pass = `达标，得 ${rule.pass ?? indicator.fullMark} 分`
  const fail = `不达标，得 ${rule.fail} 分`
  const down = indicator.direction === 'DOWN'
  const zones = down
    ? [
        { to: at, toInclusive: rule.inclusive, label: pass },
        { from: at, fromInclusive: !rule.inclusive, label: fail }
      ]
    : [
        { to: at, toInclusive: !rule.inclusive, label: fail },
        { from: at, fromInclusive: rule.inclusive, label: pass }
      ]
  return rule.line === undefined
    ? [lineOf('DEVIATION', '比目标高或低', zones)]
    : [lineOf('VALUE', `实际值${indicator.unit === '' ? '' : `（${indicator.unit}）`}`, zones)]
}

function isThere(value: D | undefined): value is D {
  return value !== undefined
}

/**
 * 达标得分: all or nothing at the target, or at a fixed line (S82a). A target may be 0 or negative: nothing is divided.
 * Refused: neither line nor target, or a centred indicator.
 */
export const threshold: RuleKind<ThresholdParams> = {
  kind: 'THRESHOLD',
  name: '达标得分',
  plain: '够线就得全部分，不够线就不得分。',
  example: thresholdExample,
  sources: ['S82a'],
  params,
  form,
  fields: ['actual', 'target'],
  fieldsOf: (rule) => (rule.line === undefined ? ['actual', 'target'] : ['actual']),
  describe,
  evaluate,
  check,
  coverage,
  curve: () => 'NUMBER',
  turns: (rule, { target }) => [rule.line === undefined ? target?.value : dec(rule.line)].filter(isThere)
}
