import { z } from 'zod'
import { isoDate } from '../domain/calendar/isoDate.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { progressRules } from '../domain/scheme/progressRules.ts'
import { slipProposal } from '../domain/supervision/proposal.ts'
import { slip, slipEvent, slipKind, slipLevel, slipState, slipWording } from '../domain/supervision/slip.ts'
import { slipAction } from '../domain/supervision/slipMachine.ts'
import { supervisionSettings } from '../domain/supervision/supervisionSettings.ts'
import { defineRoute } from './define.ts'
import { evidenceView } from './evidence.ts'
import { exportedView } from './report.ts'

const id = z.number().int()
const ids = z.array(id).min(1).max(500)

/** A slip as lists show it. */
export const slipView = slip.extend({
  unitName: z.string(),
  /** 第 n 次 of its colour about the item; 1 for papers without a colour. */
  nth: id,
  itemNumber: z.string().nullable(),
  itemTitle: z.string().nullable(),
  /** Working days left to answer, 0 on the day, negative after; null where nothing is waited for. */
  workdaysLeft: id.nullable()
})
export type SlipView = z.infer<typeof slipView>

export const slipFilter = z.strictObject({
  kinds: z.array(slipKind).optional(),
  levels: z.array(slipLevel).optional(),
  states: z.array(slipState).optional(),
  units: z.array(z.string()).optional(),
  /** Its day to answer is over and nobody did. */
  late: z.boolean().optional(),
  text: z.string().optional()
})
export type SlipFilter = z.infer<typeof slipFilter>

export const slipListView = z.object({
  on: isoDate,
  /** Waiting ones first (red before blue, soonest answer first), then the newest. */
  slips: z.array(slipView),
  /** Of all that belong to the quarter, whatever the filter. */
  counts: z.object({
    total: id,
    open: id,
    late: id,
    byState: z.partialRecord(slipState, id),
    /** Open ones only. */
    byLevel: z.partialRecord(slipLevel, id),
    byKind: z.partialRecord(slipKind, id)
  }),
  vocabulary: progressRules.unwrap().shape.vocabulary
})
export type SlipListView = z.infer<typeof slipListView>

export const slipDetailView = z.object({
  slip: slipView,
  events: z.array(slipEvent),
  evidence: z.array(evidenceView),
  /** Actions that its state allows, the usual next step first. */
  actions: z.array(z.enum(['RECEIVE', 'ANSWER', 'RETURN', 'ESCALATE', 'CLOSE', 'WITHDRAW', 'REOPEN', 'NOTE']))
})
export type SlipDetailView = z.infer<typeof slipDetailView>

export const proposalView = slipProposal.extend({
  unitName: z.string(),
  itemNumber: z.string().nullable(),
  slipNumber: z.string().nullable()
})
export type ProposalView = z.infer<typeof proposalView>

export const slipProposalsView = z.object({
  on: isoDate,
  proposals: z.array(proposalView),
  /** Items that should get a slip but cannot, with why. */
  blocked: z.array(z.object({ item: id, number: z.string(), title: z.string(), reason: z.string() })),
  declined: z.array(
    z.object({ key: z.string(), subject: z.string(), reason: z.string(), on: isoDate, by: z.string() })
  ),
  warnings: z.array(z.string())
})
export type SlipProposalsView = z.infer<typeof slipProposalsView>

/** A proposal as a person agreed to it, or a paper written by hand (`key` null). */
export const slipRequest = slipProposal
  .omit({ key: true, times: true, subject: true, reason: true, demand: true })
  .extend({ key: z.string().nullable(), ...slipWording.shape })
  .strict()
export type SlipRequest = z.output<typeof slipRequest>

/** 单位 × 状态: how many items of each status a unit owns. */
export const lampMatrix = z.object({
  on: isoDate,
  vocabulary: progressRules.unwrap().shape.vocabulary,
  rows: z.array(
    z.object({
      /** '' for items without an owner. */
      unit: z.string(),
      name: z.string(),
      counts: z.partialRecord(
        z.enum(['AHEAD', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND', 'OVERDUE', 'DONE', 'NONE']),
        id
      ),
      total: id,
      openSlips: id
    })
  )
})
export type LampMatrix = z.infer<typeof lampMatrix>

const settingsView = z.object({
  settings: supervisionSettings,
  problems: z.array(
    z.object({ level: z.enum(['error', 'confirm']), field: z.string(), message: z.string() })
  ),
  /** Ranges of the scheme's progress rule that no row answers, or two do (G16), as sentences. */
  progressGaps: z.array(z.string())
})

export const slipRoutes = {
  /** Slips of a quarter; while it is not frozen also those still open from before. */
  'slip.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, filter: slipFilter.prefault({}) }),
    output: slipListView
  }),
  'slip.get': defineRoute({ kind: 'read', input: z.strictObject({ id }), output: slipDetailView }),
  /** What today asks for; with `items` what a person asks for about these. */
  'slip.proposals': defineRoute({
    kind: 'read',
    input: z.strictObject({ items: ids.optional() }),
    output: slipProposalsView
  }),
  /** Issues, escalates and closes as agreed: all or none. */
  'slip.issue': defineRoute({
    kind: 'write',
    input: z.strictObject({ requests: z.array(slipRequest).min(1).max(500) }),
    output: z.array(slipView)
  }),
  /** The same action on several slips: all or none. */
  'slip.act': defineRoute({
    kind: 'write',
    input: z.strictObject({ ids, action: slipAction }),
    output: z.array(slipView)
  }),
  'slip.decline': defineRoute({
    kind: 'write',
    input: z.strictObject({
      proposals: z.array(z.strictObject({ key: z.string(), subject: z.string() })).min(1),
      reason: z.string().trim().min(1, '请写明不发的理由')
    }),
    output: z.strictObject({})
  }),
  'slip.undecline': defineRoute({
    kind: 'write',
    input: z.strictObject({ key: z.string() }),
    output: z.strictObject({})
  }),
  /** The day by which a paper issued today is to be answered. */
  'slip.answerDay': defineRoute({
    kind: 'read',
    input: z.strictObject({ kind: slipKind, level: slipLevel.nullable() }),
    output: z.object({ answerBy: isoDate })
  }),
  'slip.matrix': defineRoute({ kind: 'read', input: z.strictObject({}), output: lampMatrix }),
  'slip.settings': defineRoute({ kind: 'read', input: z.strictObject({}), output: settingsView }),
  'slip.checkSettings': defineRoute({
    kind: 'read',
    input: z.strictObject({ settings: supervisionSettings }),
    output: settingsView
  }),
  /** Refused with VALIDATION_FAILED where they contradict themselves. */
  'slip.saveSettings': defineRoute({
    kind: 'write',
    input: z.strictObject({ settings: supervisionSettings }),
    output: settingsView
  }),
  /** Slips as papers: one file, or a file each in a folder. Asks where to; job `report`; null when cancelled. */
  'slip.exportPapers': defineRoute({
    kind: 'write',
    input: z.strictObject({ ids, format: z.enum(['docx', 'pdf']), bundle: z.enum(['ONE', 'FOLDER']) }),
    output: exportedView.nullable()
  }),
  /** 督办台账 of a quarter. */
  'slip.exportList': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      filter: slipFilter.prefault({}),
      format: z.enum(['xlsx', 'docx', 'pdf'])
    }),
    output: exportedView.nullable()
  })
}
