import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import { formatPercent, formatValue } from '../../number/format.ts'
import { componentsOf } from '../components.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, traceTarget, type RuleTrace } from '../ruleTrace.ts'
import { sourceText } from '../sourceText.ts'
import { checkIntervals } from './checkIntervals.ts'
import { intervalExample } from './examples/targetExamples.ts'
import { boundOf, limitsSecond, rowMatches, rowWords } from './intervalCoverage.ts'
import { intervalLines, intervalTurns } from './intervalLines.ts'
import {
  describeIntervals,
  intervalForm,
  intervalParams,
  secondNameOf,
  type IntervalParams,
  type IntervalTableRow
} from './intervalParams.ts'
import { NO_TARGET, two } from './ruleWords.ts'

type Context = RuleContext<IntervalParams>

function evaluate(context: Context): RuleOutcome {
  const { subject, params: rule } = context
  const trace = startTrace(intervalTable, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', rule.variable === 'RATE' ? '完成' : '实际', actual.reading)
  const looked = lookedUp(trace, context, actual.value)
  if (typeof looked === 'string') return trace.refused(looked)
  const second = secondOf(trace, context)
  if (typeof second === 'string') return trace.refused(second)

  // A row that needs the second variable may be the right one: without it the table has no answer.
  const firstOnly = rule.rows.filter((row) =>
    rowMatches({ ...row, secondLo: undefined, secondHi: undefined }, looked.value, null)
  )
  if (second === null && firstOnly.some(limitsSecond)) {
    return trace.refused(`${looked.words}还要看${secondNameOf(rule)}，但没有收到这个数。请补上`)
  }
  const words =
    second === null ? looked.words : `${looked.words}、${secondNameOf(rule)} ${formatValue(second)}`
  const found = firstOnly.filter((row) => rowMatches(row, looked.value, second))
  const row = found[0]
  if (row === undefined) return trace.refused(`${words}不在表里的任何区间，请在方案里补一行`)
  if (found.length > 1) {
    const rows = found.map((entry) => rule.rows.indexOf(entry) + 1).join('、')
    return trace.refused(`${words}同时落在表里第 ${rows} 行，请改方案，让一个数只对应一行`)
  }
  const at = `${words}，属于「${rowWords(row, secondNameOf(rule))}」`
  trace.step('查表', at, looked.value)
  return finish(trace, context, row, { value: looked.value, words: at })
}

/** The number that is looked up: the value, or the completion rate in %. A string says why there is none. */
function lookedUp(trace: RuleTrace, context: Context, value: D): Looked | string {
  if (context.params.variable === 'ACTUAL') return { value, words: `实际 ${formatValue(value)}` }
  const target = context.subject.target
  if (target === null) return NO_TARGET
  traceTarget(trace, target, context)
  if (!target.value.greaterThan(0)) {
    return `目标是 ${formatValue(target.value)}，不大于 0，算不出完成率。请改目标或按实际值查表`
  }
  const words = `完成 ${formatValue(value)} / 目标 ${formatValue(target.value)} = ${formatPercent(value.div(target.value))}`
  return { value: value.times(HUNDRED).div(target.value), words }
}

/** The second variable, null when the sheet does not bring it (or the scheme has none). */
function secondOf(trace: RuleTrace, { subject, params: rule }: Context): D | string | null {
  if (rule.secondName === undefined) return null
  const { list, conflict } = componentsOf(subject)
  if (conflict !== null) return conflict
  const component = list.find((entry) => entry.name === rule.secondName)
  if (component === undefined) return null
  trace.reading('second', rule.secondName, component.reading)
  return hasNumber(component.picked) ? component.picked.value : null
}

interface Looked {
  value: D
  words: string
}

function finish(trace: RuleTrace, context: Context, row: IntervalTableRow, looked: Looked): RuleOutcome {
  const { subject, fullMark, policies } = context
  const { words } = looked
  const full = formatValue(fullMark)
  if (row.value !== undefined) {
    const score = dec(row.value)
    trace.step('得分', `这一档 ${row.value} 分`, score)
    return trace.scored(score, `${words}，满分 ${full} → ${printScore(score, policies)}`)
  }
  if (row.atLo !== undefined && row.atHi !== undefined) return scoreOnLine(trace, context, row, looked)
  if (row.min === undefined || row.max === undefined)
    return trace.refused(`${words}，但方案没有写这一档得多少分`)
  const range = `${row.min} 到 ${row.max}`
  const given = pickReading(subject, 'score')
  if (!hasNumber(given)) {
    trace.note(`这一档要在 ${range} 分之间人工定分`)
    return trace.unscored(given)
  }
  trace.reading('score', '人工定分', given.reading)
  if (given.value.lessThan(dec(row.min)) || given.value.greaterThan(dec(row.max))) {
    const where = sourceText(given.reading.source)
    const at = where === '' ? '' : `${where}：`
    return trace.refused(`${at}人工定分 ${formatValue(given.value)} 不在这一档的 ${range} 之间，请核对后改正`)
  }
  trace.step('得分', `人工在 ${range} 之间定分`, given.value)
  return trace.scored(
    given.value,
    `${words}，在 ${range} 之间人工定 ${formatValue(given.value)}，满分 ${full} → ${printScore(given.value, policies)}`
  )
}

/** Points on the straight line between the two ends of a row; exact at the ends. */
function scoreOnLine(
  trace: RuleTrace,
  { fullMark, policies }: Context,
  { lo, hi, atLo, atHi }: IntervalTableRow,
  { value, words }: Looked
): RuleOutcome {
  if (lo === undefined || hi === undefined || boundOf(lo).equals(boundOf(hi))) {
    return trace.refused(`${words}，这一档按比例得分，但没有写清上限和下限`)
  }
  const [from, to] = [boundOf(lo), boundOf(hi)]
  const [first, last] = [dec(atLo!), dec(atHi!)]
  const along = value.minus(from)
  const score = first.plus(along.times(last.minus(first)).div(to.minus(from)))
  const share = two(along.times(HUNDRED).div(to.minus(from)))
  trace.step('得分', `从 ${atLo} 到 ${atHi}，走了 ${share}%`, score)
  const how = `在 ${atLo} 到 ${atHi} 分之间按比例`
  return trace.scored(
    score,
    `${words}，${how}，满分 ${formatValue(fullMark)} → ${printScore(score, policies)}`
  )
}

/**
 * 按区间给分: the row of a table in which the value (or the completion rate) lies says the points (S2, S18). A row may
 * give a range: then the `score` reading is the manual mark, and must lie within it; without one the item is MISSING. Or
 * it may give points for both of its ends, with a straight line between them.
 * A second variable (S2) comes as a `rating` reading whose rater name is `secondName`. Bounds may be fractions.
 * Refused: no row or several rows, a second variable that is needed and not there, a rate with a target ≤ 0.
 */
export const intervalTable: RuleKind<IntervalParams> = {
  kind: 'INTERVAL_TABLE',
  name: '按区间给分',
  plain: '按数落在哪一档给分，如 90 以上得 10 分、80 到 90 得 8 分。',
  example: intervalExample,
  sources: ['S2', 'S18'],
  params: intervalParams,
  form: intervalForm,
  fields: ['actual'],
  fieldsOf: (rule) => [
    'actual',
    ...(rule.variable === 'RATE' ? (['target'] as const) : []),
    ...(rule.rows.some((row) => row.min !== undefined) ? (['score'] as const) : []),
    ...(rule.secondName === undefined ? [] : (['rating'] as const))
  ],
  describe: describeIntervals,
  evaluate,
  check: checkIntervals,
  coverage: intervalLines,
  curve: () => 'NUMBER',
  turns: intervalTurns
}
