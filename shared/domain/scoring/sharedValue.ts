import { canonical, HUNDRED, sum, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import type { IndicatorDefinition } from '../scheme/schemeDefinition.ts'
import { namedChoice, traceStepOf, type TraceMore } from './extendTrace.ts'
import { hasNumber, pickReading, type PickedReading } from './pickReading.ts'
import type { Reading } from './reading.ts'
import type { Share, Shares } from './shares.ts'
import type { TraceInput } from './trace.ts'

/** Readings of a unit with its parts of shared works in its value, and what the trace says of it. */
export interface SharedReadings {
  readings: readonly Reading[]
  more: TraceMore
  /** Why no number can be given, although the unit itself handed in what it had to. */
  refused?: string
}

export interface ShareContext {
  indicator: IndicatorDefinition
  shares: Shares
  /** What a unit handed in, with 补分 already in it. */
  handedIn: (unit: string) => readonly Reading[]
  nameOf: (unit: string) => string
}

interface Part {
  percent: D
  lead: PickedReading
  input: TraceInput | null
  share: Share
}

/**
 * Shared work divided by value (S9: 园区 70 %, 乡镇 30 %): each listed unit gets its percent of the lead's number on top of
 * its own; the lead keeps only what the work lists for it. A lead without a number makes the unit 缺报, never 0. A
 * unit that has its parts only, and handed in nothing of its own, counts by its parts; one that says 缺报 is missing.
 */
export function shareValue(unit: string, context: ShareContext): SharedReadings {
  const { shares, indicator } = context
  const own = context.handedIn(unit)
  const listed = shares.of(unit)
  const leads = shares.leads(unit)
  if (listed.length === 0 && !leads) return { readings: own, more: {} }
  const parts = listed.map((share) => partOf(share, context))
  const inputs = parts.flatMap((part) => part.input ?? [])
  const missing = parts.find((part) => part.lead.state === 'MISSING')
  if (missing !== undefined) {
    const words = `共享工作「${missing.share.work}」的牵头单位${context.nameOf(missing.share.from)}还没有报数，按缺报处理`
    return withActual(own, missingReading(unit, indicator), { inputs, notes: [words] })
  }
  const conflict = parts.find((part) => part.lead.state === 'CONFLICT')
  if (conflict !== undefined) {
    const { work, from } = conflict.share
    const refused = `共享工作「${work}」的牵头单位${context.nameOf(from)}报了两个不同的数，请留下对的一个`
    return { readings: own, more: { inputs }, refused }
  }
  const reported = pickReading({ unit, readings: own, target: null }, 'actual')
  const open = leads ? listed.length === 0 : reported.state === 'CONFLICT' || saysMissing(reported)
  if (open && !hasNumber(reported)) return { readings: own, more: { inputs } }
  return combine(unit, own, leads ? null : reported, parts, context)
}

/** A sheet that says 缺报, unlike a unit that has no line of its own. */
function saysMissing(reported: PickedReading): boolean {
  return reported.state === 'MISSING' && reported.reading !== null
}

function partOf(share: Share, { handedIn, nameOf, indicator }: ShareContext): Part {
  const lead = pickReading({ unit: share.from, readings: handedIn(share.from), target: null }, 'actual')
  const reading = lead.state === 'CONFLICT' ? lead.readings[0] : lead.reading
  const label = `「${share.work}」牵头单位${nameOf(share.from)}的数`
  const input =
    reading == null
      ? null
      : {
          key: 'shared',
          label,
          value: reading.value,
          unit: indicator.unit,
          state: reading.state,
          source: reading.source
        }
  return { percent: share.percent, lead, input, share }
}

/** The unit's own number plus its parts. Works that do not apply to their lead add nothing. */
function combine(
  unit: string,
  own: readonly Reading[],
  reported: PickedReading | null,
  parts: readonly Part[],
  { indicator, nameOf }: ShareContext
): SharedReadings {
  const terms: { words: string; value: D; reading: Reading }[] = []
  if (reported !== null && hasNumber(reported)) {
    const { value, reading } = reported
    terms.push({ words: `本单位 ${formatValue(value)}`, value, reading })
  }
  const steps = parts.flatMap(({ lead, percent, share }) => {
    if (!hasNumber(lead)) return []
    const value = lead.value.times(percent).div(HUNDRED)
    const expression = `${nameOf(share.from)} ${formatValue(lead.value)} × ${formatValue(percent)}%`
    terms.push({ words: `${share.work} ${formatValue(value)}`, value, reading: lead.reading })
    return [traceStepOf(`共享「${share.work}」`, expression, value)]
  })
  const inputs = [
    ...(reported !== null && hasNumber(reported) ? [ownInput(reported.reading, indicator)] : []),
    ...parts.flatMap((part) => part.input ?? [])
  ]
  if (terms.length === 0 && parts.length > 0) {
    return withActual(own, { ...missingReading(unit, indicator), state: 'NA' }, { inputs })
  }
  const total = sum(terms.map((term) => term.value))
  const expression = terms.map((term) => term.words).join(' + ')
  const estimated = terms.find((term) => term.reading.state === 'ESTIMATED')?.reading
  const value: Reading = {
    ...missingReading(unit, indicator),
    state: estimated === undefined ? 'VALUE' : 'ESTIMATED',
    value: canonical(settle(total)),
    source: estimated?.source ?? null
  }
  const alone = reported !== null && reported.state === 'MISSING'
  return withActual(own, value, {
    inputs,
    firstSteps: [
      ...steps,
      traceStepOf('共享后的数', expression === '' ? '全部记给其他单位' : expression, total)
    ],
    notes: [
      `含共享工作：${expression === '' ? '牵头的数全部记给其他单位，本单位为 0' : expression} = ${formatValue(total)}`,
      ...(alone ? ['本单位没有另报自己的数，只计共享工作分得的数'] : [])
    ],
    choices: alone ? [namedChoice(indicator, '没有另报自己的数的协作单位，只计共享工作分得的数')] : []
  })
}

function ownInput(reading: Reading, { unit }: IndicatorDefinition): TraceInput {
  const { value, state, source } = reading
  return { key: 'own', label: '本单位自己的数', value, unit, state, source }
}

function missingReading(unit: string, indicator: IndicatorDefinition): Reading {
  const nothing = { rater: null, value: null, source: null, note: null }
  return { unit, indicator: indicator.code, field: 'actual', state: 'MISSING', ...nothing }
}

function withActual(own: readonly Reading[], actual: Reading, more: TraceMore): SharedReadings {
  return { readings: [...own.filter((reading) => reading.field !== 'actual'), actual], more }
}
