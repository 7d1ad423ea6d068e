import { canonical, dec, ZERO, type D, type DecimalString } from '../number/decimal.ts'
import { settle } from '../number/settle.ts'
import { effectiveTarget } from '../scoring/effectiveTarget.ts'
import type { CurveBasis } from '../scoring/ruleKind.ts'
import { readyCase } from './parseTrialCase.ts'
import { prepareTrial, scoreTrial, type Trial } from './runTrial.ts'
import type { TrialCase } from './trialCase.ts'
import { TRIAL_INDICATOR } from './trialReadings.ts'

export interface CurveRange {
  from: DecimalString
  to: DecimalString
  /** Evenly spread values, besides the rule's own turns. */
  points: number
}

/** `score` is null where the rule has no answer: the drawn line breaks there. */
export interface CurvePoint {
  value: DecimalString
  score: DecimalString | null
}

export interface ScoreCurve {
  /** Set for kinds that count whole steps or in proportion. */
  mode: 'LINEAR' | 'STEP' | null
  points: readonly CurvePoint[]
  /** The same rule read the other way (「每超 10%」 step or pro rata), to show both side by side. */
  other: { mode: 'LINEAR' | 'STEP'; points: readonly CurvePoint[] } | null
}

/** Values that one curve evaluates at most, so that it can follow the typing. */
const MOST_TURNS = 40
/** Evaluations of all units together, for rules that compare them. */
const MOST_EVALUATIONS = 1000

/**
 * The score of one participant as its actual value varies, the others' inputs fixed: exact points, with each of the
 * rule's turns and a value close to it on either side, so that steps and cliffs are drawn as such. Null for kinds whose
 * score is no function of one actual value (marks, votes, events). Throws SCHEME_INVALID as `runTrial` does.
 */
export function scoreCurve(given: TrialCase, unit: string, range: CurveRange): ScoreCurve | null {
  const trial = prepareTrial(readyCase(given))
  const { kind, params } = trial.indicator
  if (kind.curve === undefined || !given.participants.some((entry) => entry.unit === unit)) return null
  const mode = modeOf(params)
  if (mode === null) {
    return { mode, points: pointsOf(trial, unit, valuesOf(trial, unit, range)), other: null }
  }
  const otherMode = mode === 'STEP' ? 'LINEAR' : 'STEP'
  const rule = { ...given.rule, params: { ...given.rule.params, mode: otherMode } }
  const otherwise = prepareTrial(readyCase({ ...given, rule }))
  // Both at the same values, those of the stairs, so that they can stand in one picture.
  const values = valuesOf(mode === 'STEP' ? trial : otherwise, unit, range)
  return {
    mode,
    points: pointsOf(trial, unit, values),
    other: { mode: otherMode, points: pointsOf(otherwise, unit, values) }
  }
}

/** A range that shows what a rule does with a unit: around its value, its target and every turn of the rule. */
export function curveRange(given: TrialCase, unit: string): { from: DecimalString; to: DecimalString } {
  const trial = prepareTrial(readyCase(given))
  const own = given.participants.flatMap(({ actual }) =>
    typeof actual === 'string' && actual !== 'NA' && actual !== 'MISSING' ? [dec(actual)] : []
  )
  const { target } = basisOf(trial, unit)
  // Stairs go on for ever; the first few tell what they are like.
  const turns = trial.indicator.kind.turns?.(trial.indicator.params, basisOf(trial, unit)) ?? []
  const all = [...own, ...turns.slice(0, 12), ...(target === null ? [] : [target.value])]
  if (all.length === 0) return { from: '0', to: '100' }
  const [low, high] = [least(all), most(all)]
  const margin = low.equals(high) ? (low.isZero() ? dec(1) : low.abs().div(2)) : high.minus(low).div(5)
  const from = low.minus(margin)
  // What is counted is never below 0, unless something here is.
  const start = from.isNegative() && !low.isNegative() ? ZERO : from
  return { from: canonical(settle(start)), to: canonical(settle(high.plus(margin))) }
}

function least(values: readonly D[]): D {
  return values.reduce((a, b) => (b.lessThan(a) ? b : a))
}

function most(values: readonly D[]): D {
  return values.reduce((a, b) => (b.greaterThan(a) ? b : a))
}

function modeOf(params: unknown): 'LINEAR' | 'STEP' | null {
  const mode = typeof params === 'object' && params !== null && 'mode' in params ? params.mode : null
  return mode === 'LINEAR' || mode === 'STEP' ? mode : null
}

function basisOf({ given, indicator, readings }: Trial, unit: string): CurveBasis {
  const own = readings.filter((reading) => reading.unit === unit)
  const target = effectiveTarget(indicator.definition, unit, given.period, own)
  return { indicator: indicator.definition, target }
}

/** Evenly spread values and the turns, in order; whole numbers only where the value is a place. */
function valuesOf(trial: Trial, unit: string, { from, to, points }: CurveRange): D[] {
  const { kind, params } = trial.indicator
  const [low, high] = dec(from).lessThan(dec(to)) ? [dec(from), dec(to)] : [dec(to), dec(from)]
  const span = high.minus(low)
  if (span.isZero()) return [low]
  if (kind.curve?.(params) === 'PLACE') return places(low, high, points)
  const inside = turnsOf(trial, unit).filter((turn) => !turn.lessThan(low) && !turn.greaterThan(high))
  const centre = basisOf(trial, unit).target?.value ?? low.plus(high).div(2)
  const units = kind.comparesUnits === true ? trial.given.participants.length : 1
  const room = Math.max(24, Math.floor(MOST_EVALUATIONS / units))
  const turns = nearest(distinct(inside), centre).slice(0, Math.floor(room / 6))
  const count = Math.max(2, Math.min(points, room - 3 * turns.length))
  const close = span.div(1_000_000)
  const grid = Array.from({ length: count }, (_, index) => low.plus(span.times(index).div(count - 1)))
  const around = turns.flatMap((turn) => [turn.minus(close), turn, turn.plus(close)])
  const all = [...grid, ...around].filter((value) => !value.lessThan(low) && !value.greaterThan(high))
  return distinct(all.map(settle))
}

function places(low: D, high: D, points: number): D[] {
  const first = low.lessThan(1) ? 1 : low.ceil().toNumber()
  const last = high.floor().toNumber()
  const step = Math.max(1, Math.ceil((last - first) / Math.max(2, points)))
  const found: D[] = []
  for (let place = first; place <= last; place += step) found.push(dec(place))
  return found
}

/** The rule's own turns, and the other units' values where they decide about places and extremes. */
function turnsOf(trial: Trial, unit: string): readonly D[] {
  const { kind, params } = trial.indicator
  const own = kind.turns?.(params, basisOf(trial, unit)) ?? []
  if (kind.comparesUnits !== true) return own
  const others = trial.readings.filter(
    (reading) => reading.unit !== unit && reading.field === 'actual' && reading.value !== null
  )
  return [...own, ...others.map((reading) => dec(reading.value!))]
}

/** As many turns as a curve has room for, those around the target first. */
function nearest(turns: readonly D[], centre: D): readonly D[] {
  const away = (turn: D): D => turn.minus(centre).abs()
  return [...turns].sort((a, b) => away(a).comparedTo(away(b))).slice(0, MOST_TURNS)
}

function distinct(values: readonly D[]): D[] {
  const sorted = [...values].sort((a, b) => a.comparedTo(b))
  return sorted.filter((value, index) => index === 0 || !value.equals(sorted[index - 1]!))
}

function pointsOf(trial: Trial, unit: string, values: readonly D[]): CurvePoint[] {
  const { given, readings, indicator } = trial
  const rest = readings.filter((reading) => reading.unit !== unit || reading.field !== 'actual')
  const alone = given.participants.filter((entry) => entry.unit === unit)
  const participants = indicator.kind.comparesUnits === true ? given.participants : alone
  return values.map((value) => {
    const actual = {
      unit,
      indicator: TRIAL_INDICATOR,
      field: 'actual',
      rater: null,
      state: 'VALUE',
      value: canonical(value),
      source: null,
      note: null
    } as const
    const result = scoreTrial({ ...trial, readings: [...rest, actual] }, participants).get(unit)!.result
    return {
      value: actual.value,
      score: result.status === 'SCORED' ? (result.score?.exact ?? null) : null
    }
  })
}
