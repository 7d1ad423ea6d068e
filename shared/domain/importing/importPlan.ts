import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { registerType } from '../register/registerItem.ts'
import { readingField, readingState } from '../scoring/reading.ts'
import { itemRole } from './register/stagedItem.ts'

/** How a sheet is laid out (excel.md §3). */
export const layoutKind = z.enum([
  /** One row a unit and indicator: 单位 | 指标 | 目标 | 完成. */
  'LONG_LIST',
  /** Indicators down, units across. */
  'INDICATOR_BY_UNIT',
  /** Units down, indicators across (perhaps 目标/完成 under each). */
  'UNIT_BY_INDICATOR',
  /** One unit's own sheet: indicators down, 目标 | 完成 | 自评分 | 考核分 across. */
  'UNIT_ITEMS',
  /** Units down, raters across (or the reverse), for one judged indicator. */
  'RATER_MATRIX',
  /** 加减分台账: one row an event. */
  'ADJUSTMENTS',
  /** 扣分清单 of one indicator: one row an event (事项, 次数, 扣分). */
  'EVENTS',
  /** 民主测评: 优秀 | 称职 | 基本称职 | 不称职 votes across, units down (or the reverse). */
  'BALLOTS',
  /** 重点工作 | 责任单位 | 进展情况 | 状态: numbers stand inside prose. */
  'PROGRESS_LIST',
  /** 绩效自评表 and other forms: labels with their values beside or below them. */
  'FORM',
  /** 清单台账: one row an item with owner, measures, due day, progress. */
  'REGISTER',
  /** A workbook that this program issued: the hidden key sheet says what every cell is. */
  'ISSUED'
])
export type LayoutKind = z.infer<typeof layoutKind>

/** What a column (or a row, in transposed layouts) holds. */
export const columnRole = z.discriminatedUnion('role', [
  z.object({ role: z.literal('unit') }),
  z.object({ role: z.literal('indicator') }),
  /** The row names the rater (raters down, units across). */
  z.object({ role: z.literal('rater') }),
  /** The row says what its values are: 目标 or 完成 under a merged name. */
  z.object({ role: z.literal('field') }),
  /** A value; indicator and unit are null where the row names them. */
  z.object({
    role: z.literal('value'),
    field: readingField,
    indicator: z.string().nullable(),
    unit: z.string().nullable(),
    rater: z.object({ group: z.string(), name: z.string() }).nullable()
  }),
  z.object({ role: z.literal('measure') }),
  z.object({ role: z.literal('adjustmentClass') }),
  z.object({ role: z.literal('points'), sign: z.enum(['BONUS', 'DEDUCTION', 'SIGNED']) }),
  z.object({ role: z.literal('reason') }),
  z.object({ role: z.literal('evidence') }),
  z.object({ role: z.literal('approver') }),
  z.object({ role: z.literal('date') }),
  z.object({ role: z.literal('rank') }),
  z.object({ role: z.literal('total') }),
  z.object({ role: z.literal('remark') }),
  /** A column of a register. */
  itemRole,
  z.object({ role: z.literal('ignore'), reason: z.string() })
])
export type ColumnRole = z.infer<typeof columnRole>

export const columnPlan = z.object({
  /** 0-based column. */
  col: z.number().int(),
  letter: z.string(),
  /** Header text from top to bottom, merges filled: ['到位资金', '完成']. */
  path: z.array(z.string()),
  role: columnRole,
  /** Unit of measurement that the header states. */
  unitText: z.string().nullable(),
  /** How the role was found: exact name, alias, keyword, an earlier quarter's answer, our own template, the clerk. */
  by: z.enum(['exact', 'alias', 'keyword', 'position', 'remembered', 'template', 'clerk', 'none'])
})
export type ColumnPlan = z.infer<typeof columnPlan>

/** A number of a sheet on its way into the database. */
export const stagedReading = z.object({
  kind: z.literal('reading'),
  sheet: z.string(),
  address: z.string(),
  row: z.number().int(),
  col: z.number().int(),
  raw: z.string(),
  unit: z.string(),
  indicator: z.string(),
  field: readingField,
  rater: z.object({ group: z.string(), name: z.string() }).nullable(),
  state: readingState,
  value: decimalString.nullable(),
  note: z.string().nullable()
})
export type StagedReading = z.infer<typeof stagedReading>

export const stagedAdjustment = z.object({
  kind: z.literal('adjustment'),
  sheet: z.string(),
  /** Address of the points. */
  address: z.string(),
  row: z.number().int(),
  col: z.number().int(),
  raw: z.string(),
  unit: z.string(),
  classCode: z.string(),
  date: z.string().nullable(),
  points: decimalString,
  reason: z.string(),
  evidence: z.string().nullable(),
  approver: z.string().nullable()
})
export type StagedAdjustment = z.infer<typeof stagedAdjustment>

/**
 * The clerk's answers for one file; analysing again with them is how a repair works. Keys of `cells` are
 * `sheet!address`. All answers are data: they are kept with the batch and can be taken back.
 */
export const importFixes = z
  .object({
    /** Text in the sheet (as written, trimmed) → unit code, or SKIP: rows of that name are left out. */
    units: z
      .record(z.string(), z.union([z.object({ unit: z.string(), remember: z.boolean() }), z.literal('SKIP')]))
      .default({}),
    indicators: z
      .record(z.string(), z.union([z.object({ indicator: z.string() }), z.literal('SKIP')]))
      .default({}),
    /** Text in a class column of a 加减分 list → class code. */
    classes: z.record(z.string(), z.string()).default({}),
    sheets: z
      .record(
        z.string(),
        z.object({
          skip: z.boolean().optional(),
          /** Hidden sheets are left out unless included here. */
          include: z.boolean().optional(),
          /** 0-based, inclusive. */
          header: z.object({ first: z.number().int(), last: z.number().int() }).optional(),
          layout: layoutKind.optional(),
          /** The unit of a one-unit sheet. */
          unit: z.string().optional(),
          /** The indicator of a rater matrix. */
          indicator: z.string().optional(),
          /** Which register the rows of the sheet belong to. */
          register: registerType.optional(),
          /** By column letter, of the first table. */
          columns: z.record(z.string(), columnRole).optional(),
          /** Answers for the tables below the first, by the 0-based row in which their header begins. */
          tables: z
            .record(
              z.string(),
              z.object({
                layout: layoutKind.optional(),
                unit: z.string().optional(),
                indicator: z.string().optional(),
                columns: z.record(z.string(), columnRole).optional()
              })
            )
            .optional(),
          /** Remembered answers of earlier quarters are not used for this sheet. */
          forget: z.boolean().optional()
        })
      )
      .default({}),
    cells: z
      .record(
        z.string(),
        z.discriminatedUnion('as', [
          z.object({ as: z.literal('VALUE'), value: decimalString, basis: z.string() }),
          z.object({ as: z.literal('NA') }),
          z.object({ as: z.literal('MISSING') }),
          z.object({ as: z.literal('SKIP') }),
          z.object({ as: z.literal('CONFIRMED') })
        ])
      )
      .default({}),
    /** Meaning of words in value cells for this file, over the scheme's table. */
    emptyWords: z.record(z.string(), z.enum(['NA', 'MISSING', 'ZERO'])).default({}),
    /** Groups of `confirm` problems that the clerk has accepted. */
    confirmed: z.array(z.string()).default([])
  })
  .prefault({})
export type ImportFixes = z.infer<typeof importFixes>
