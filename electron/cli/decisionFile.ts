import { z } from 'zod'
import { decisionSubject } from '#shared/domain/decision/decision.ts'

const text = z.string().trim().min(1, '不能空着')

const entry = z.strictObject({
  /** 2026Q3; otherwise --period, otherwise the newest quarter. */
  period: z.string().optional(),
  subject: decisionSubject,
  basis: text,
  decidedBy: text,
  date: z.iso.date('日期写作 2026-10-08')
})

/** What `liangji decide` reads: one decision, or several that are recorded together or not at all. */
export const decisionFile = z.union([entry, z.array(entry).min(1)])
