import { z } from 'zod'
import { score, unitGrade } from '../ranking/resultSet.ts'
import { periodKey } from './periodKey.ts'

/** 全年, 上半年, 下半年. */
export const yearSpan = z.enum(['YEAR', 'H1', 'H2'])
export type YearSpan = z.infer<typeof yearSpan>

/** What one quarter gave toward the year. */
export const yearQuarter = z.object({
  period: periodKey,
  /** COUNTED, settled by decision (补分), taken over from a predecessor, dropped by best-n, missing, or not yet in being. */
  state: z.enum(['COUNTED', 'IMPUTED', 'INHERITED', 'DROPPED', 'MISSING', 'NOT_A_MEMBER']),
  /** As it goes into the calculation, printed; of a dropped quarter as it would have gone; null when there is none. */
  score: z.string().nullable(),
  rank: z.number().int().nullable(),
  /** Weight with which it counts, in percent; null when it does not. */
  weight: z.string().nullable(),
  /** Snapshot that it comes from, or the decision's basis. */
  source: z.string()
})
export type YearQuarter = z.infer<typeof yearQuarter>

export const yearUnit = z.object({
  unit: z.string(),
  name: z.string(),
  rankMode: z.enum(['RANKED', 'LISTED_NOT_RANKED', 'EXCLUDED']),
  quarters: z.array(yearQuarter),
  /** Quarters that count. */
  counted: z.number().int(),
  /** Combined score of the quarters, out of 100 %. */
  quarterScore: score.nullable(),
  /** Leadership's points of the year; null when the scheme has none or they are still to come. */
  leadership: score.nullable(),
  total: score.nullable(),
  rank: z.number().int().positive().nullable(),
  tied: z.boolean(),
  grade: unitGrade.nullable(),
  /** 「(88 + 90 + 92 + 86) ÷ 4 = 89.00，× 95% + 领导评价 4.00 = 88.55」. */
  sentence: z.string(),
  /** Why there is no total, or no rank. */
  remarks: z.array(z.string()),
  /** Yearly mean by indicator over the counted quarters (S3), printed. */
  indicators: z.array(z.object({ indicator: z.string(), name: z.string(), score: z.string().nullable() }))
})
export type YearUnit = z.infer<typeof yearUnit>

/** 年度（半年）成绩, from frozen quarters only. */
export const yearResult = z.object({
  format: z.literal('liangji-year'),
  formatVersion: z.literal(1),
  year: z.number().int(),
  span: yearSpan,
  scheme: z.object({
    code: z.string(),
    title: z.string(),
    version: z.number().int(),
    organisation: z.string()
  }),
  decimals: z.number().int(),
  /** Quarters of the span with their snapshots; null where not frozen. */
  quarters: z.array(z.object({ period: periodKey, snapshot: z.string().nullable() })),
  races: z.array(
    z.object({
      race: z.string(),
      name: z.string(),
      groups: z.array(
        z.object({
          group: z.string(),
          name: z.string(),
          units: z.array(yearUnit),
          mean: z.string().nullable()
        })
      )
    })
  ),
  footer: z.array(z.string()),
  /** What stands in the way of freezing the year, as sentences. */
  open: z.array(z.string())
})
export type YearResult = z.infer<typeof yearResult>
