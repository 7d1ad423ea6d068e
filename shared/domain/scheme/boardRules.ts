import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { code, name } from './schemeNames.ts'

const head = { code, name }

/** What a board looks at. */
export const boardMeasure = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('TOTAL') }),
  z.strictObject({ by: z.literal('DIMENSION'), dimension: code }),
  z.strictObject({ by: z.literal('INDICATOR'), indicator: code })
])
export type BoardMeasure = z.infer<typeof boardMeasure>

/** 榜, drawn up for each group. GOOD and BAD are stored; 红黑、红黄、旗 are words of the display vocabulary. */
export const boardRule = z.discriminatedUnion('kind', [
  /**
   * 红黑榜 with two conditions (S55): good = over-fulfilled and among the first; bad = unfulfilled and among the last.
   * Fulfilment is value against target for an indicator, score ÷ full mark against `fulfilled` % otherwise.
   */
  z.strictObject({
    kind: z.literal('RED_BLACK'),
    ...head,
    measure: boardMeasure.prefault({ by: 'TOTAL' }),
    first: z.number().int().positive(),
    last: z.number().int().positive(),
    fulfilled: decimalString.default('100')
  }),
  /** The first and last of every topic (S49: three red plates, one yellow). */
  z.strictObject({
    kind: z.literal('TOPICS'),
    ...head,
    topics: z.enum(['DIMENSIONS', 'INDICATORS']).default('DIMENSIONS'),
    /** Codes of the topics, where not all of them. */
    only: z.array(code).optional(),
    first: z.number().int().nonnegative().default(3),
    last: z.number().int().nonnegative().default(1)
  }),
  /** 进步、退步: the units that moved most against the previous quarter. */
  z.strictObject({
    kind: z.literal('MOVERS'),
    ...head,
    up: z.number().int().nonnegative().default(3),
    down: z.number().int().nonnegative().default(3),
    /** Places moved at least. */
    atLeast: z.number().int().positive().default(1)
  }),
  /** Units below the group's mean or among its last, to be called in (S37). */
  z.strictObject({
    kind: z.literal('CALLED_IN'),
    ...head,
    belowMean: z.boolean().default(true),
    last: z.number().int().nonnegative().default(0)
  })
])
export type BoardRule = z.infer<typeof boardRule>
