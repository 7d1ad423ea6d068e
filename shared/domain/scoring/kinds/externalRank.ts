import { canonical, dec } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { targetDefinitionOf } from '../effectiveTarget.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { checkExternal, externalLines, externalTurns } from './checkExternal.ts'
import { externalExample } from './examples/targetExamples.ts'
import {
  behindWords,
  describeExternal,
  externalForm,
  externalParams,
  placeWords,
  pointsAt,
  type ExternalRankParams,
  type ExternalRow
} from './externalParams.ts'
import { givenPlace } from './rankPlaces.ts'

type Context = RuleContext<ExternalRankParams>

function holds({ from, to }: ExternalRow, value: number): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to)
}

function evaluate(context: Context): RuleOutcome {
  const { subject, params: rule, fullMark, policies } = context
  const trace = startTrace(externalRank, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '实际名次', actual.reading)
  const rank = givenPlace(actual.value)
  if (rank === null) {
    return trace.refused(`名次应是 1、2、3 这样的整数，填的是 ${formatValue(actual.value)}`)
  }
  let looked = rank
  let words = `实际第 ${rank} 名`
  if (rule.by === 'BEHIND_TARGET') {
    const target = rankTargetOf(trace, context)
    if (typeof target === 'string') return trace.refused(target)
    looked = rank - target
    words = `${words}，排位目标第 ${target} 名，${behindWords(looked)}`
    trace.step('与排位目标之差', `${rank} − ${target}`, dec(looked))
  }
  const found = rule.rows.filter((entry) => holds(entry, looked))
  const row = found[0]
  if (row === undefined) return trace.refused(`${words}，给分表里没有这一档，请在方案里补一行`)
  if (found.length > 1) {
    const rows = found.map((entry) => rule.rows.indexOf(entry) + 1).join('、')
    return trace.refused(`${words}，同时落在给分表第 ${rows} 行，请改方案，让一个名次只对应一行`)
  }
  const score = pointsAt(row, looked)
  trace.step('得分', `给分表：${placeWords(row, rule.by)}`, score)
  return trace.scored(score, `${words}，满分 ${formatValue(fullMark)} → ${printScore(score, policies)}`)
}

/** 排位目标 of the scheme, else the place that the sheet states as target; or why there is none. */
function rankTargetOf(trace: RuleTrace, { subject, indicator }: Context): number | string {
  // The effective target is empty when only a place is aimed at, so the definition itself is asked.
  const definition = targetDefinitionOf(indicator, subject.unit)
  if (definition?.rankTarget !== undefined) {
    trace.input({
      key: 'rankTarget',
      label: '排位目标',
      value: canonical(dec(definition.rankTarget)),
      unit: '名',
      state: 'VALUE',
      source: { kind: 'scheme', clause: definition.basis ?? indicator.clause ?? '' }
    })
    return definition.rankTarget
  }
  const stated = pickReading(subject, 'target')
  if (!hasNumber(stated)) return '没有排位目标：方案没有下达，报表也没有填。请在方案里补上'
  trace.reading('rankTarget', '排位目标（填报）', stated.reading)
  return givenPlace(stated.value) ?? `排位目标应是 1、2、3 这样的整数，填的是 ${formatValue(stated.value)}`
}

/**
 * 按上级排名给分: the place that a unit reached outside (全省第几名), against its 排位目标 or by itself, looked up in a
 * points table; points may be negative (seed 排位目标, S83a). `actual` is the place. Refused: a place that is no whole
 * number from 1, no rank target, a place that no row or several rows of the table answer.
 */
export const externalRank: RuleKind<ExternalRankParams> = {
  kind: 'EXTERNAL_RANK',
  name: '按上级排名给分',
  plain: '看在全省、全市排第几：和排位目标比，或直接按名次给分、扣分。',
  example: externalExample,
  sources: ['S83a'],
  params: externalParams,
  form: externalForm,
  fields: ['actual'],
  describe: describeExternal,
  evaluate,
  check: checkExternal,
  coverage: externalLines,
  curve: () => 'PLACE',
  turns: externalTurns
}
