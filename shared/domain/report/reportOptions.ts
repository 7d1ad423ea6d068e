import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'

/** Columns of the ranking table that can be left out. */
export const hideableColumn = z.enum([
  'DIMENSIONS',
  'PREVIOUS',
  'MOVEMENT',
  'GAP_FIRST',
  'GAP_MEAN',
  'GRADE',
  'REMARKS'
])
export type HideableColumn = z.infer<typeof hideableColumn>

/** Parts of the 季度通报 that can be left out. */
export const circularPart = z.enum([
  'BASIS',
  'OVERALL',
  'HIGHLIGHTS',
  'PROBLEMS',
  'NEXT_STEPS',
  'RANKING',
  'MISSING',
  'ADJUSTMENTS',
  'BOARDS',
  'HONOURS'
])
export type CircularPart = z.infer<typeof circularPart>

/** 红为达标 or 红绿灯 …: the same words as the scheme's (domain.md §1.5). */
export const statusVocabulary = z.enum(['RED_IS_GOOD', 'LIGHTS', 'PLATES', 'FLAGS', 'BOARDS'])
export type StatusVocabulary = z.infer<typeof statusVocabulary>

/**
 * What the clerk chose for a report. Every report takes the whole of it and looks at what concerns it; what a report looks
 * at stands in its `controls`. Remembered per report.
 */
export const reportOptions = z.strictObject({
  hide: z.array(hideableColumn).default([]),
  /** Only the first N of each group; the rest is counted, not named (domain.md §8, row 11). */
  topOnly: z.number().int().positive().nullable().default(null),
  /** The last units of a group by name, or only how many they are. */
  bottom: z.enum(['NAMES', 'COUNT']).default('NAMES'),
  charts: z.boolean().default(true),
  /** Printed decimals; null: as the scheme prints. Never changes a place. */
  decimals: z.number().int().min(0).max(4).nullable().default(null),
  /** Null: as the scheme says. */
  vocabulary: statusVocabulary.nullable().default(null),
  /** 落款: who signs and the date; '' is the scheme's organisation and the day of the export. */
  issuer: z.string().trim().max(60).default(''),
  issuedOn: z.string().trim().max(20).default(''),
  /** 发文字号: 江体考〔2026〕9号. */
  docNumber: z.string().trim().max(40).default(''),
  /** 主送: 各处室、各直属单位. */
  recipients: z.string().trim().max(120).default(''),
  /** 联系人、电话. */
  contact: z.string().trim().max(80).default(''),
  /** Scores below it are counted and named in the 通报; null: none. */
  line: decimalString.nullable().default(null),
  /** Parts of the 通报 left out. */
  omit: z.array(circularPart).default([]),
  /** Units of 单位成绩单; null: all. */
  units: z.array(z.string()).nullable().default(null),
  /** 成绩单 of several units: one file, a file each in a folder, or those files in one zip. */
  bundle: z.enum(['ONE', 'FOLDER', 'ZIP']).default('ONE'),
  /** Official font names whatever this machine has (the file is printed elsewhere), or what is installed here. */
  fonts: z.enum(['INSTALLED', 'OFFICIAL']).default('INSTALLED'),
  /** A presentation of the unit's own whose master the slides take: an own report template; null: ours. */
  master: z.number().int().positive().nullable().default(null)
})
export type ReportOptions = z.infer<typeof reportOptions>

/** What the report centre lets the clerk choose for a report. */
export type ReportControl = Exclude<keyof ReportOptions, 'issuer' | 'issuedOn'>
