import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { readingState, sourceRef } from './reading.ts'

/** A number that went into a score. */
export const traceInput = z.object({
  key: z.string(),
  label: z.string(),
  value: decimalString.nullable(),
  unit: z.string(),
  state: readingState,
  source: sourceRef.nullable(),
  /** Set when the number was left out of the calculation: 去掉最高分, 回避, 无效票 … */
  leftOut: z.string().optional()
})
export type TraceInput = z.infer<typeof traceInput>

/** One step of the calculation, e.g. `完成率`, `3 ÷ 4`, `0.75`. */
export const traceStep = z.object({ label: z.string(), expression: z.string(), value: decimalString })
export type TraceStep = z.infer<typeof traceStep>

/** The whole way from inputs to a score, readable by a machine and, by `sentence`, by a person. */
export const trace = z.object({
  ruleKind: z.string(),
  /** The rule in words: 「完成几成得几成分 …」. */
  ruleInWords: z.string(),
  inputs: z.array(traceInput),
  steps: z.array(traceStep),
  /** 「完成 3 / 目标 4 = 75.00%，满分 30 → 22.50」 */
  sentence: z.string(),
  notes: z.array(z.string()),
  /** Choices of the scheme that decided this number where published rules leave it open, as sentences for the footer. */
  choices: z.array(z.string()).default([])
})
export type Trace = z.infer<typeof trace>
