import { z } from 'zod'
import { batchDetail, batchView } from '#shared/ipc/batch.ts'
import { calendarView } from '#shared/ipc/calendar.ts'
import { evidenceCheck } from '#shared/ipc/evidence.ts'
import { importPreview } from '#shared/ipc/importViews.ts'
import { memoryView } from '#shared/ipc/memory.ts'
import { freezeCheck, periodView, submissionRow } from '#shared/ipc/period.ts'
import { decisionView } from '#shared/ipc/decision.ts'
import { revisionHead, verification } from '#shared/ipc/revision.ts'
import { revisionDiff } from '#shared/domain/revision/revisionDiff.ts'
import { registerDetailView, registerItemView, registerListView } from '#shared/ipc/register.ts'
import { reportKind } from '#shared/ipc/report.ts'
import { slipListView, slipProposalsView, slipView } from '#shared/ipc/slip.ts'
import { templateCheck } from '#shared/domain/report/template/templateCheck.ts'
import { fieldCatalogue, presetView, reportTemplateView } from '#shared/ipc/reportTemplate.ts'
import { issuedView, ownTemplatePreview, ownTemplateView, templateTarget } from '#shared/ipc/template.ts'
import { yearView } from '#shared/ipc/year.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { indicatorResult, resultSet, unitResult } from '#shared/domain/ranking/resultSet.ts'
import { trialResult } from '#shared/domain/trial/trialCase.ts'
import { problem } from '#shared/problem.ts'

/** What `--json` prints, by command. `npm run schemas` writes them as JSON Schema under resources/schema. */
export const jsonShapes = {
  'scheme-load': z.object({
    title: z.string(),
    version: z.number().int(),
    period: z.string(),
    problems: z.array(problem)
  }),
  /** The exit code is 3 when `errors` is not 0. `title` is null where the file has none. */
  'scheme-check': z.object({
    title: z.string().nullable(),
    errors: z.number().int(),
    problems: z.array(problem)
  }),
  'scheme-export': z.object({
    title: z.string(),
    version: z.number().int(),
    period: z.string(),
    file: z.string()
  }),
  import: z.object({
    period: z.string(),
    files: z.array(
      z.object({
        name: z.string(),
        status: z.enum(['READY', 'SKIPPED', 'FAILED', 'DUPLICATE']),
        cells: z.number().int(),
        reason: z.string().nullable()
      })
    ),
    problems: z.array(problem),
    /** Null on a dry run. */
    batches: z.array(batchView).nullable(),
    /** Set on a dry run. */
    preview: importPreview.nullable(),
    missingUnits: z.array(z.string())
  }),
  batches: z.array(batchView),
  batch: batchDetail,
  undo: batchView,
  review: batchView,
  rejected: z.object({
    batch: z.number().int(),
    /** How many were left out and are marked. */
    cells: z.number().int(),
    file: z.string()
  }),
  check: z.object({
    period: periodView,
    scheme: z.array(problem),
    checks: z.array(freezeCheck),
    submissions: z.array(submissionRow)
  }),
  compute: z.object({
    period: z.string(),
    /** Set for a month's preview, which is not saved. */
    month: z.number().int().nullable(),
    inputsHash: z.string(),
    counts: resultSet.shape.counts,
    /** Everything, down to the trace of every indicator. */
    results: resultSet
  }),
  freeze: z.object({ period: z.string(), snapshot: z.string(), frozenAt: z.string() }),
  /** `publish`, `reopen` and `archive`. */
  period: periodView,
  'slip-proposals': slipProposalsView,
  'slip-issue': z.array(slipView),
  'slip-list': slipListView,
  /** `decide` and `decisions`. */
  decisions: z.array(decisionView),
  revoke: decisionView,
  revisions: z.array(revisionHead),
  compare: revisionDiff,
  verify: z.array(verification),
  rank: z.object({ snapshot: z.string().nullable(), stale: z.boolean(), results: resultSet }),
  'explain-unit': z.object({ snapshot: z.string().nullable(), unit: unitResult }),
  'explain-indicator': z.object({
    snapshot: z.string().nullable(),
    unit: z.string(),
    indicator: indicatorResult
  }),
  'export-list': z.array(reportKind),
  'report-templates': z.object({
    own: z.array(reportTemplateView),
    presets: z.array(presetView.omit({ picture: true }))
  }),
  'report-template': reportTemplateView,
  'report-template-fields': fieldCatalogue,
  'report-template-check': templateCheck,
  'report-template-fill': z.object({
    file: z.string(),
    period: z.string(),
    /** Null: a preview. */
    snapshot: z.string().nullable(),
    notes: z.array(z.string())
  }),
  'report-template-remove': z.object({ removed: z.number().int() }),
  'memory-list': z.array(memoryView),
  'memory-forget': z.object({ forgotten: z.number().int() }),
  'template-issue': z.object({ folder: z.string(), issued: z.array(issuedView) }),
  'template-list': z.object({
    period: z.string(),
    targets: z.array(templateTarget),
    issued: z.array(issuedView)
  }),
  'own-templates': z.array(ownTemplateView),
  'own-template': ownTemplateView,
  'own-template-fill': ownTemplatePreview.extend({ file: z.string(), period: z.string() }),
  'own-template-remove': z.object({ removed: z.number().int() }),
  try: trialResult,
  year: yearView,
  'register-list': registerListView,
  'register-show': registerDetailView,
  /** `register add` and `register act`. */
  'register-items': z.array(registerItemView),
  /** The exit code is 3 when `errors` is not 0. */
  'register-check': z.object({
    checked: z.number().int(),
    errors: z.number().int(),
    findings: z.array(
      z.object({
        id: z.number().int(),
        number: z.string(),
        title: z.string(),
        level: z.enum(['error', 'confirm']),
        field: itemFields.keyof(),
        message: z.string()
      })
    )
  }),
  /** The exit code is 3 where a problem is an error. */
  'calendar-check': calendarView,
  /** The exit code is 3 where a copy is gone or changed. */
  'evidence-check': evidenceCheck
} as const
