import { z } from 'zod'
import { code, name } from './schemeNames.ts'

/**
 * What a veto does (S26, S34, S47). SCORE_ZERO strikes the total, or one indicator when the event names it. The unit
 * keeps its score on record for every other effect.
 */
export const vetoEffect = z.enum([
  'EXCLUDE_FROM_AWARD',
  'GRADE_CAP',
  'GRADE_DROP',
  'SCORE_ZERO',
  'RANK_LAST',
  'NO_RANK'
])
export type VetoEffect = z.infer<typeof vetoEffect>

/** 否决事项 of the catalogue, with the legal basis that lets the office use it. */
export const vetoKind = z.strictObject({
  code,
  name,
  effects: z.array(vetoEffect).min(1),
  /** GRADE_CAP: the best grade that is left. EXCLUDE_FROM_AWARD: grades that count as awards. */
  gradeCap: name.optional(),
  awards: z.array(name).default([]),
  basis: z.string().default('')
})
export type VetoKind = z.infer<typeof vetoKind>
