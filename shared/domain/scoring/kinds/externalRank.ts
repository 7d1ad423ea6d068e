import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { canonical, dec, decimalString } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { targetDefinitionOf } from '../effectiveTarget.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { givenPlace } from './rankPlaces.ts'

const place = z.number().int().min(-9999).max(9999)
const row = z.strictObject({
  /** Places from … to, both included; without one the row has no end on that side. */
  from: place.optional(),
  to: place.optional(),
  /** May be negative (S83a: −1 … −4). */
  points: decimalString
})
type Row = z.infer<typeof row>

const params = z.strictObject({
  /** BEHIND_TARGET: places behind the 排位目标 (0 reached, −2 two places better). PLACE: the place itself. */
  by: z.enum(['BEHIND_TARGET', 'PLACE']).default('BEHIND_TARGET'),
  rows: z.array(row).min(1)
})
export type ExternalRankParams = z.infer<typeof params>
type Context = RuleContext<ExternalRankParams>

const form: readonly ParamField[] = [
  {
    key: 'by',
    label: '按什么给分',
    input: {
      type: 'choice',
      options: [
        { value: 'BEHIND_TARGET', label: '比排位目标落后几位（0 是达到目标，负数是超过目标）' },
        { value: 'PLACE', label: '实际名次' }
      ]
    }
  },
  {
    key: 'rows',
    label: '给分表',
    help: '从或到不填就是没有限制',
    input: {
      type: 'table',
      columns: [
        { key: 'from', label: '从', input: { type: 'integer' } },
        { key: 'to', label: '到', input: { type: 'integer' } },
        { key: 'points', label: '得分', input: { type: 'decimal', suffix: '分' } }
      ]
    }
  }
]

function behindWords(behind: number): string {
  return behind === 0 ? '达到目标' : behind < 0 ? `超过目标 ${-behind} 位` : `落后目标 ${behind} 位`
}

function rowWords({ from, to }: Row, by: ExternalRankParams['by']): string {
  const word = (value: number): string => (by === 'PLACE' ? `第 ${value} 名` : behindWords(value))
  if (from !== undefined && from === to) return word(from)
  if (from === undefined) return to === undefined ? '任何名次' : `${word(to)}及更好`
  return to === undefined ? `${word(from)}及更差` : `${word(from)}到${word(to)}`
}

function describe(rule: ExternalRankParams): string {
  const rows = rule.rows.map((entry) => `${rowWords(entry, rule.by)}得 ${entry.points} 分`)
  const by = rule.by === 'PLACE' ? '按上级排名的实际名次' : '上级排名的实际名次与排位目标比'
  return `${by}：${rows.join('，')}。`
}

function holds({ from, to }: Row, value: number): boolean {
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
  const score = dec(row.points)
  trace.step('得分', `给分表：${rowWords(row, rule.by)}`, score)
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

function check(rule: ExternalRankParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = rule.rows.flatMap(({ from, to, points }, index) => {
    const at = `给分表第 ${index + 1} 行`
    const problems: Problem[] = []
    if (from !== undefined && to !== undefined && from > to) {
      const message = `${at}从 ${from} 到 ${to}，没有任何名次`
      problems.push(ruleProblem('error', 'ROW_EMPTY', message, '请核对这一行'))
    }
    if (dec(points).greaterThan(dec(indicator.fullMark))) {
      const message = `${at}得 ${points} 分，超过满分 ${indicator.fullMark}`
      problems.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改到满分以内'))
    }
    return problems
  })
  return [...found, ...checkLine(rule), ...checkTargets(rule, indicator)]
}

/** Places are whole numbers: a table from 1 to 3 and from 4 has no hole. */
function checkLine({ rows, by }: ExternalRankParams): Problem[] {
  const least = by === 'PLACE' ? 1 : -Infinity
  const sorted = rows
    .map(({ from, to }, index) => ({ from: from ?? least, to: to ?? Infinity, index }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const found: Problem[] = []
  let next = least
  const gap = (from: number, to: number): void => {
    const open: Row = {
      points: '0',
      ...(from === -Infinity ? {} : { from }),
      ...(to === Infinity ? {} : { to })
    }
    const message = `${rowWords(open, by)}没有得分，落在这里就不能计分`
    found.push(ruleProblem('error', 'RANGE_GAP', message, '请补一行，或改相邻两行'))
  }
  let widest: (typeof sorted)[number] | undefined
  for (const row of sorted) {
    if (widest !== undefined && row.from <= widest.to) {
      const message = `给分表第 ${widest.index + 1} 行和第 ${row.index + 1} 行有重叠`
      found.push(ruleProblem('error', 'RANGE_OVERLAP', message, '请让一个名次只对应一行'))
    } else if (row.from > next) gap(next, row.from - 1)
    if (widest === undefined || row.to > widest.to) widest = row
    next = Math.max(next, row.to + 1)
  }
  if (next < Infinity) gap(next, Infinity)
  return found
}

function checkTargets({ by }: ExternalRankParams, indicator: IndicatorDefinition): Problem[] {
  if (by === 'PLACE') return []
  const without = indicator.targets.filter((target) => target.rankTarget === undefined)
  if (indicator.targets.length > 0 && without.length === 0) return []
  const who = without.map((target) => (target.unit === '*' ? '全体单位' : `单位 ${target.unit}`)).join('、')
  const message = who === '' ? '没有下达排位目标' : `没有给${who}下达排位目标`
  return [ruleProblem('confirm', 'RANK_TARGET_MISSING', message, '请下达；不下达就按报表里填的目标名次算')]
}

/**
 * 按上级排名给分: the place that a unit reached outside (全省第几名), against its 排位目标 or by itself, looked up in a
 * points table; points may be negative (seed 排位目标, S83a). `actual` is the place. Refused: a place that is no whole
 * number from 1, no rank target, a place that no row or several rows of the table answer.
 */
export const externalRank: RuleKind<ExternalRankParams> = {
  kind: 'EXTERNAL_RANK',
  name: '按上级排名给分',
  sources: ['S83a'],
  params,
  form,
  fields: ['actual'],
  describe,
  evaluate,
  check
}
