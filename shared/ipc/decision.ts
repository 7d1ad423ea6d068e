import { z } from 'zod'
import { decision, decisionSubject } from '../domain/decision/decision.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { defineRoute } from './define.ts'

/** A decision as the ledger of decisions shows it. */
export const decisionView = decision.extend({
  /** 「否决：安全生产事故 · 场馆管理处 · 2026年第三季度起」. */
  text: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  revoked: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** False where it belongs to a frozen quarter: reopen first. */
  canRevoke: z.boolean()
})
export type DecisionView = z.infer<typeof decisionView>

export const decisionRoutes = {
  /** Decisions of a quarter and vetoes of others that reach into it, newest first, revoked ones too. */
  'decision.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(decisionView)
  }),
  'decision.add': defineRoute({
    kind: 'write',
    input: z.strictObject({
      period: periodKey,
      subject: decisionSubject,
      basis: z.string().trim().min(1, '请写明依据'),
      decidedBy: z.string().trim().min(1, '请写明由谁决定'),
      date: z.iso.date()
    }),
    output: decisionView
  }),
  'decision.revoke': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int(), reason: z.string().trim().min(1, '请写明撤销的理由') }),
    output: decisionView
  })
}
