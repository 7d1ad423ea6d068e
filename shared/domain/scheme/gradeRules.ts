import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { name } from './schemeNames.ts'

/** 取整: how many places a percentage of units (or staff) gives (S24 fits 进一 or 四舍五入; S87a). */
export const quotaRounding = z.enum(['FLOOR', 'ROUND', 'CEIL'])
export type QuotaRounding = z.infer<typeof quotaRounding>

/**
 * One grade (等次), best first. A unit gets the first grade whose score line it reaches and whose quota has a place
 * left. The last grade takes the rest and has neither.
 */
export const gradeLevel = z.strictObject({
  name,
  /** Score line, `>=` only (S88a, S89a, S90a): bands leave no hole. */
  atLeast: decimalString.optional(),
  /** Places as a percentage of the units (S23: 15) … */
  percent: decimalString.optional(),
  /** … or as a number. */
  places: z.number().int().nonnegative().optional()
})
export type GradeLevel = z.infer<typeof gradeLevel>

/** 等次 of a race: bands, quotas, or both together (S23, S24, S88a). */
export const gradeRules = z.strictObject({
  levels: z.array(gradeLevel).min(2),
  /** Percentages are of each group's units, or of all units of the race. */
  of: z.enum(['GROUP', 'ALL']).default('GROUP'),
  rounding: quotaRounding.default('FLOOR'),
  /** A tie across the last place: all tied units get the grade, none does, or somebody decides (a TIE decision). */
  straddle: z.enum(['ALL_IN', 'ALL_OUT', 'DECIDE']).default('DECIDE')
})
export type GradeRules = z.infer<typeof gradeRules>

/** 个人优秀名额 by the unit's grade (S36: 优秀 15 %, 良好 12 %, 达标 10 %, 诫勉 8 %; honours +5, +3; never above 20 %). */
export const personQuotaRules = z.strictObject({
  byGrade: z.array(z.strictObject({ grade: name, percent: decimalString })).min(1),
  /** Honours that add percentage points, with the units that hold them. */
  honours: z
    .array(z.strictObject({ name, plus: decimalString, units: z.array(z.string()).default([]) }))
    .default([]),
  cap: decimalString.optional(),
  rounding: quotaRounding.default('FLOOR')
})
export type PersonQuotaRules = z.infer<typeof personQuotaRules>
