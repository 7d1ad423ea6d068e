import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { code, name } from './schemeNames.ts'

/** What a quarter must show to count toward a streak. */
export const streakCondition = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('GRADE'), grades: z.array(name).min(1) }),
  z.strictObject({ on: z.literal('BOARD'), board: code, side: z.enum(['GOOD', 'BAD']) }),
  /** Among the first or last places of the group (S50, S51, S54). */
  z.strictObject({
    on: z.literal('FIRST'),
    places: z.number().int().positive(),
    atLeast: decimalString.optional()
  }),
  z.strictObject({ on: z.literal('LAST'), places: z.number().int().positive() }),
  z.strictObject({ on: z.literal('BELOW_MEAN') }),
  /** 任务全线红: every indicator with a target reached it. */
  z.strictObject({ on: z.literal('ALL_MET') }),
  /** 指标全年红: counted for each indicator by itself. */
  z.strictObject({ on: z.literal('INDICATOR_MET') })
])
export type StreakCondition = z.infer<typeof streakCondition>

/** 连续几个季度 → 结果运用 (S51: 警示 twice running → 约谈). A quarter that does not show the condition resets the count. */
export const streakRule = z.strictObject({
  code,
  name,
  when: streakCondition,
  times: z.number().int().positive(),
  /** The count also starts anew with each year (翻篇归零), or runs on. */
  reset: z.enum(['CLEAN_QUARTER', 'YEAR']).default('CLEAN_QUARTER'),
  /** What follows: 约谈, 黄牌, 指标全年红 … */
  outcome: name,
  tone: z.enum(['GOOD', 'BAD'])
})
export type StreakRule = z.infer<typeof streakRule>
