import { z } from 'zod'
import { ledgerEvent, ledgerInput } from '../domain/incentive/ledgerEntry.ts'
import { adjustmentSign, ledgerEntryView, ledgerView } from '../domain/incentive/ledgerView.ts'
import { decimalString } from '../domain/number/decimal.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { catalogueRoutes } from './catalogue.ts'
import { defineRoute } from './define.ts'
import { honourRoutes } from './honour.ts'
import { evidenceView } from './evidence.ts'
import { exportedView } from './report.ts'

export type { LedgerEntryView, LedgerUnitView, LedgerView } from '../domain/incentive/ledgerView.ts'

/** What an entry would do once it is approved, by a dry run of the engine. */
export const effectView = z.object({
  period: periodKey,
  periodTitle: z.string(),
  /** Why it cannot be entered or approved as it is. */
  objections: z.array(z.string()),
  /** Entries of the same matter at a lower level, which it takes the place of. */
  supersedes: z.array(z.object({ id: z.number().int(), reason: z.string(), points: decimalString })),
  races: z.array(
    z.object({
      race: z.string(),
      raceName: z.string(),
      className: z.string(),
      sign: adjustmentSign,
      cap: decimalString.nullable(),
      counts: decimalString,
      /** 「这 3 分只计 1.5 分：「表彰」此前已登记 3.5 分，封顶 5 分。」 */
      sentence: z.string(),
      totalBefore: z.string().nullable(),
      totalAfter: z.string().nullable(),
      rankBefore: z.number().int().nullable(),
      rankAfter: z.number().int().nullable()
    })
  )
})
export type EffectView = z.infer<typeof effectView>

const named = (message: string) => z.string().trim().min(1, message).max(40)

export const ledgerActRequest = z.strictObject({
  ids: z.array(z.number().int()).min(1).max(500),
  action: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('SUBMIT') }),
    z.strictObject({
      action: z.literal('APPROVE'),
      approver: named('请写明由谁批准'),
      note: z.string().trim().max(200).default('')
    }),
    z.strictObject({
      action: z.literal('RETURN'),
      by: named('请写明由谁退回'),
      reason: z.string().trim().min(1, '请写明退回的理由').max(200)
    }),
    z.strictObject({
      action: z.literal('REVERSE'),
      by: z.string().trim().max(40).optional(),
      reason: z.string().trim().min(1, '请写明冲销的理由').max(200)
    })
  ])
})
export type LedgerActRequest = z.infer<typeof ledgerActRequest>

export const incentiveRoutes = {
  'incentive.ledger': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: ledgerView
  }),
  'incentive.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int() }),
    output: z.object({
      entry: ledgerEntryView,
      period: periodKey,
      events: z.array(ledgerEvent),
      evidence: z.array(evidenceView)
    })
  }),
  /** `id` for an entry on the ledger, `entry` for one that is being filled in. */
  'incentive.effect': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int().optional(), entry: ledgerInput.optional() }),
    output: effectView
  }),
  /** `then` DRAFT keeps it, SUBMIT hands it on, APPROVE counts it at once (without 复核), each all or nothing. */
  'incentive.add': defineRoute({
    kind: 'write',
    input: z.strictObject({
      entry: ledgerInput,
      then: z.discriminatedUnion('step', [
        z.strictObject({ step: z.literal('DRAFT') }),
        z.strictObject({ step: z.literal('SUBMIT') }),
        z.strictObject({ step: z.literal('APPROVE'), approver: named('请写明由谁批准') })
      ])
    }),
    output: z.object({ id: z.number().int(), period: periodKey })
  }),
  'incentive.edit': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int(), entry: ledgerInput }),
    output: z.object({ id: z.number().int(), period: periodKey })
  }),
  'incentive.act': defineRoute({
    kind: 'write',
    input: ledgerActRequest,
    output: z.object({ changed: z.number().int() })
  }),
  /** LEDGER the whole 台账 with its states, INSTANT the 即时激励 通报表扬名单. */
  'incentive.export': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      list: z.enum(['LEDGER', 'INSTANT']),
      format: z.enum(['xlsx', 'docx', 'pdf'])
    }),
    output: exportedView.nullable()
  }),
  ...catalogueRoutes,
  ...honourRoutes
}
