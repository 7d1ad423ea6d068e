import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { period } from './period.ts'
import { snapshot } from './results.ts'

/**
 * 报告文字: paragraphs of a report that somebody worded anew. They belong to the snapshot that the report prints from, or
 * to the period as long as nothing is frozen.
 */
export const reportText = sqliteTable(
  'report_text',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    /** Null: written for the preview. */
    snapshotId: integer('snapshot_id').references(() => snapshot.id),
    report: text('report').notNull(),
    /** Paragraph key → text with marks for the snapshot's facts. */
    paragraphs: text('paragraphs', { mode: 'json' }).notNull(),
    changedAt: timestamp('changed_at').notNull(),
    changedBy: text('changed_by').notNull()
  },
  (t) => [
    index('report_text_period').on(t.periodId),
    uniqueIndex('report_text_frozen').on(t.snapshotId, t.report),
    // SQLite takes NULLs as different: the preview's row has a rule of its own.
    uniqueIndex('report_text_preview')
      .on(t.periodId, t.report)
      .where(sql`${t.snapshotId} IS NULL`)
  ]
)

/** 报告模板: a ranking sheet, circular or presentation of the unit's own, kept byte for byte. */
export const reportTemplate = sqliteTable(
  'report_template',
  {
    id: id(),
    name: text('name').notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').notNull(),
    sha256: text('sha256').notNull(),
    file: blob('file', { mode: 'buffer' }).notNull(),
    /** What stands where: places picked on the grid, in the order in which they were picked. */
    places: text('places', { mode: 'json' }).notNull(),
    createdAt: timestamp('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: timestamp('changed_at').notNull(),
    /** Ended templates are kept: what was filled from them can still be explained. */
    endedAt: timestamp('ended_at')
  },
  (t) => [check('report_template_format', sql`${t.format} IN ('xlsx','xlsm','docx','pptx')`)]
)
