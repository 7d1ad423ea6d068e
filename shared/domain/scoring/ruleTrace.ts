import { canonical, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import { namedChoice } from './extendTrace.ts'
import type { PickedNothing } from './pickReading.ts'
import type { Reading } from './reading.ts'
import type { EffectiveTarget, RuleContext, RuleKind, RuleOutcome } from './ruleKind.ts'
import { sourceText } from './sourceText.ts'
import type { Trace, TraceInput } from './trace.ts'

/** Collects a trace while a rule runs, and closes it with one of the four outcomes. */
export interface RuleTrace {
  input(input: TraceInput): void
  reading(key: string, label: string, reading: Reading, leftOut?: string): void
  step(label: string, expression: string, value: D): void
  note(text: string): void
  /**
   * A choice of the scheme that decided the number, as the rest of a sentence for the report's footer; the indicator's
   * name goes in front, because another indicator may choose otherwise.
   */
  choice(sentence: string): void
  scored(score: D, sentence: string): RuleOutcome
  refused(reason: string): RuleOutcome
  /** NA, MISSING, or (for two different numbers of the same thing) REFUSED. */
  unscored(picked: PickedNothing): RuleOutcome
}

/** Starts the trace of one evaluation. The full mark is the first input of every rule. */
export function startTrace<P>(
  kind: Pick<RuleKind<P>, 'kind' | 'describe'>,
  context: RuleContext<P>
): RuleTrace {
  const { indicator, fullMark, params } = context
  const trace: Trace = {
    ruleKind: kind.kind,
    ruleInWords: kind.describe(context.paramsInWords ?? params, indicator),
    inputs: [],
    steps: [],
    sentence: '',
    notes: [],
    choices: []
  }
  const close = (sentence: string): Trace => ({ ...trace, sentence })
  const self: RuleTrace = {
    input: (input) => void trace.inputs.push(input),
    reading(key, label, reading, leftOut) {
      const input: TraceInput = {
        key,
        label,
        value: reading.value,
        unit: indicator.unit,
        state: reading.state,
        source: reading.source
      }
      self.input(leftOut === undefined ? input : { ...input, leftOut })
      if (reading.state === 'ESTIMATED' && leftOut === undefined) self.note(estimateNote(label, reading))
    },
    step: (label, expression, value) =>
      void trace.steps.push({ label, expression, value: canonical(settle(value)) }),
    note: (text) => void trace.notes.push(text),
    choice(sentence) {
      const named = namedChoice(indicator, sentence)
      if (!trace.choices.includes(named)) trace.choices.push(named)
    },
    scored: (score, sentence) => ({ status: 'SCORED', score, trace: close(sentence) }),
    refused: (reason) => ({ status: 'REFUSED', reason, trace: close(`不能计分：${reason}`) }),
    unscored(picked) {
      if (picked.state === 'CONFLICT') {
        picked.readings.forEach((reading) => self.reading(reading.field, '填报数', reading, '与另一处不同'))
        return self.refused(conflictReason(picked.readings))
      }
      if (picked.reading) self.reading(picked.reading.field, '填报数', picked.reading)
      return picked.state === 'NA'
        ? { status: 'NA', trace: close('不适用，不计分') }
        : { status: 'MISSING', trace: close('缺报，没有收到这一项的数') }
    }
  }
  self.input({
    key: 'fullMark',
    label: '满分',
    value: canonical(fullMark),
    unit: '分',
    state: 'VALUE',
    source: { kind: 'scheme', clause: indicator.clause ?? '' }
  })
  return self
}

/** Enters the target into the trace and says so where the sheet states a different one. */
export function traceTarget(trace: RuleTrace, target: EffectiveTarget, context: RuleContext<unknown>): void {
  trace.input({
    key: 'target',
    label: target.label,
    value: canonical(target.value),
    unit: context.indicator.unit,
    state: 'VALUE',
    source: target.source
  })
  if (target.source?.kind !== 'scheme') return
  const stated = context.subject.readings.find(
    (reading) => reading.field === 'target' && reading.value !== null
  )
  if (stated?.value == null || target.value.equals(stated.value)) return
  trace.note(`报表填的目标是 ${stated.value}，按${target.label} ${formatValue(target.value)} 计算`)
}

function estimateNote(label: string, reading: Reading): string {
  const basis = reading.source?.kind === 'decision' ? `，依据：${reading.source.basis}` : ''
  return `${label}是补分${basis}`
}

function conflictReason(readings: readonly Reading[]): string {
  const found = readings.map((reading) => {
    const where = sourceText(reading.source)
    return `${reading.value ?? '空'}${where === '' ? '' : `（${where}）`}`
  })
  return `同一项收到不同的数：${found.join('、')}，请留下对的一个`
}
