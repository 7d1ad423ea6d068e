import { z } from 'zod'
import { canonical, dec, decimalString, ZERO, type DecimalString } from '../number/decimal.ts'
import { direction, type Direction } from '../scheme/schemeDefinition.ts'

/** One thing that the model shows and others measure themselves by: an indicator of the scheme, or words. */
export const modelMetric = z.strictObject({
  /** Indicator code; null for words, which only say what to strive for. */
  indicator: z.string().nullable(),
  /** What is measured, where it is no indicator. */
  text: z.string().trim().max(120).default(''),
  /** The value of the model. */
  value: decimalString,
  direction,
  /** Where the value comes from: 「市里通报 2026-06」. */
  source: z.string().trim().max(120).default('')
})
export type ModelMetric = z.infer<typeof modelMetric>

/** 看齐标准: an honour or a unit as a model with its metrics. */
export const modelInput = z.strictObject({
  title: z.string().trim().min(1, '请写名称').max(80),
  honour: z.number().int().nullable(),
  unit: z.string().nullable(),
  metrics: z.array(modelMetric).min(1, '请至少写一项标准').max(20)
})
export type ModelInput = z.infer<typeof modelInput>

/** Setting `models`. */
export const modelList = z.array(modelInput.extend({ id: z.string() }))
export type Model = z.infer<typeof modelList>[number]

export const DIRECTION_WORDS: Record<Direction, string> = {
  UP: '越高越好',
  DOWN: '越低越好',
  TARGET: '越接近越好'
}

/** What a unit has for a metric. MISSING was not handed in, NA does not apply: neither is 0. */
export type UnitValue = { state: 'VALUE'; value: DecimalString } | { state: 'MISSING' | 'NA' | 'NONE' }

/** How far a unit is from one metric of a model. */
export const metricDistance = z.object({
  value: decimalString.nullable(),
  /** Positive: short of the model; zero or negative: level with it or ahead. Null where there is nothing to compare. */
  short: decimalString.nullable(),
  word: z.string()
})

export type MetricDistance = z.infer<typeof metricDistance>

/** A model with how far each unit is from it in a quarter. */
export const modelView = z.object({
  id: z.string(),
  title: z.string(),
  /** Who the model is, in words. */
  holder: z.string(),
  honour: z.number().int().nullable(),
  unit: z.string().nullable(),
  metrics: z.array(modelMetric.extend({ name: z.string(), measure: z.string(), directionWord: z.string() })),
  rows: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      /** In the order of the metrics. */
      distances: z.array(metricDistance),
      reached: z.number().int(),
      compared: z.number().int()
    })
  )
})
export type ModelView = z.infer<typeof modelView>

const EMPTY_WORDS = { MISSING: '缺报', NA: '/', NONE: '/' } as const

/** How far a value is from the model's, by the metric's direction: 「差 12.5」 「持平」 「超 3」. */
export function distanceTo(metric: Pick<ModelMetric, 'value' | 'direction'>, own: UnitValue): MetricDistance {
  if (own.state !== 'VALUE') return { value: null, short: null, word: EMPTY_WORDS[own.state] }
  const [model, value] = [dec(metric.value), dec(own.value)]
  const short = {
    UP: () => model.minus(value),
    DOWN: () => value.minus(model),
    TARGET: () => model.minus(value).abs()
  }[metric.direction]()
  const amount = canonical(short.abs())
  const word = short.isZero() ? '持平' : short.greaterThan(ZERO) ? `差 ${amount}` : `超 ${amount}`
  return { value: own.value, short: canonical(short), word }
}
