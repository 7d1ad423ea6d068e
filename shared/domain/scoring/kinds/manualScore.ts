import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { Reading } from '../reading.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { startTrace } from '../ruleTrace.ts'
import { manualExample } from './examples/markExamples.ts'

const params = z.strictObject({
  min: nonNegativeDecimal.default('0'),
  /** Highest score; without it the full mark. */
  max: positiveDecimal.optional(),
  /** Who may approve; empty: whoever signs the entry. */
  approvers: z.array(z.strictObject({ name: z.string().trim().min(1) })).default([])
})
export type ManualScoreParams = z.infer<typeof params>

const form: readonly ParamField[] = [
  { key: 'min', label: '最低', input: { type: 'decimal', suffix: '分' } },
  {
    key: 'max',
    label: '最高',
    help: '不填就是满分',
    input: { type: 'decimal', suffix: '分', optional: true }
  },
  {
    key: 'approvers',
    label: '批准人',
    help: '不填就不限定是谁，但每个分都要有人批准',
    input: { type: 'table', columns: [{ key: 'name', label: '姓名', input: { type: 'text' } }] }
  }
]

function describe(rule: ManualScoreParams, indicator: IndicatorDefinition): string {
  const who = rule.approvers.length === 0 ? '批准人' : rule.approvers.map((entry) => entry.name).join('、')
  return `人工评分，${rule.min} 到 ${rule.max ?? indicator.fullMark} 分；每个分都要写理由，由${who}批准。`
}

/** Who stands for a mark and why. Only an entry or a decision names a person; a cell of a sheet does not. */
function approvalOf({ source, note }: Reading): { by: string; reason: string } {
  const noted = note?.trim() ?? ''
  if (source?.kind === 'manual') return { by: source.by.trim(), reason: source.reason.trim() || noted }
  if (source?.kind === 'decision') return { by: source.by.trim(), reason: source.basis.trim() || noted }
  return { by: '', reason: noted }
}

function evaluate(context: RuleContext<ManualScoreParams>): RuleOutcome {
  const { subject, params: rule, fullMark, policies } = context
  const trace = startTrace(manualScore, context)
  const field = subject.readings.some((reading) => reading.field === 'score') ? 'score' : 'actual'
  const given = pickReading(subject, field)
  if (!hasNumber(given)) return trace.unscored(given)
  trace.reading(field, '人工评分', given.reading)
  const shown = formatValue(given.value)
  const max = rule.max === undefined ? fullMark : dec(rule.max)
  const range = `${rule.min} 到 ${formatValue(max)}`
  if (given.value.lessThan(dec(rule.min)) || given.value.greaterThan(max)) {
    return trace.refused(`人工评分 ${shown} 不在 ${range} 之间，请核对后改正`)
  }
  const { by, reason } = approvalOf(given.reading)
  if (by === '') return trace.refused(`人工评分 ${shown} 没有批准人，请由批准人录入`)
  if (rule.approvers.length > 0 && !rule.approvers.some((entry) => entry.name === by)) {
    const who = rule.approvers.map((entry) => entry.name).join('、')
    return trace.refused(`人工评分 ${shown} 由${by}录入，方案规定由${who}批准`)
  }
  if (reason === '') return trace.refused(`人工评分 ${shown} 没有写理由，请补上`)
  trace.note(`${by}批准，理由：${reason}`)
  trace.step('得分', `人工在 ${range} 之间评分`, given.value)
  return trace.scored(
    given.value,
    `人工评分 ${shown}（${by}批准，理由：${reason}），满分 ${formatValue(fullMark)} → ${printScore(given.value, policies)}`
  )
}

function check(rule: ManualScoreParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const max = dec(rule.max ?? indicator.fullMark)
  if (dec(rule.min).greaterThanOrEqualTo(max)) {
    const message = `最低 ${rule.min} 分不低于最高 ${max.toFixed()} 分`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改评分范围'))
  }
  if (max.greaterThan(dec(indicator.fullMark))) {
    const message = `最高可评 ${max.toFixed()} 分，超过满分 ${indicator.fullMark}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请把最高分改到满分以内'))
  }
  const names = rule.approvers.map((entry) => entry.name)
  if (new Set(names).size < names.length) {
    found.push(ruleProblem('error', 'DUPLICATE_APPROVER', '同一个批准人写了两次', '请删去一行'))
  }
  const message = '人工评分没有公开的算法可依，只靠理由和批准'
  return [...found, ruleProblem('info', 'MANUAL_SCORE', message, '有办法算的指标，请换一种计分方式')]
}

/**
 * 人工评分: the last resort, where no formula is published (domain.md §6.3). The mark is the `score` reading (else
 * `actual`); its source says who approved it and why: a manual entry (`by`, `reason`) or a recorded decision (`by`,
 * `basis`), with the reading's note as the reason where those are blank. A cell of a sheet names nobody and is refused,
 * as are a missing reason, another approver than the scheme's, and a mark out of range (never cut).
 */
export const manualScore: RuleKind<ManualScoreParams> = {
  kind: 'MANUAL_SCORE',
  name: '人工评分',
  plain: '实在没有算法的才用：由人定分，要写理由、有人批准。',
  example: manualExample,
  sources: [],
  params,
  form,
  fields: ['score'],
  describe,
  evaluate,
  check
}
