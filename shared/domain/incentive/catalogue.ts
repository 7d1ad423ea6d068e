import { z } from 'zod'
import { dec, decimalString, type DecimalString } from '../number/decimal.ts'
import { honourLevel, LEVEL_WORDS, LEVELS, type HonourLevel } from './honourLevel.ts'

const positive = decimalString.refine((text) => !text.startsWith('-') && text !== '0', '应是大于 0 的数')

/**
 * What must bear an entry out: nothing, the number of a document or a file, or the file itself (无文件佐证不加分, S21).
 */
export const evidenceNeed = z.enum(['NONE', 'DOCUMENT', 'FILE'])
export type EvidenceNeed = z.infer<typeof evidenceNeed>

export const levelPoints = z.strictObject({ level: honourLevel, points: positive })

/** `catalogue_entry.fields` in the database. */
export const catalogueFields = z.strictObject({
  /** Where the points are a range: least and most; both null where they are fixed. */
  least: positive.nullable().default(null),
  most: positive.nullable().default(null),
  evidence: evidenceNeed.default('DOCUMENT'),
  /** Points by level of the award; empty: the same for all. */
  levels: z.array(levelPoints).max(5).default([]),
  /** The same matter counts once, at its highest level (S21: 同一表彰文件取最高层次; S22: 同项内容按最高级别加一次分). */
  highestOnly: z.boolean().default(true),
  /** 即时激励: offered first in the quick form, listed in the 通报表扬. */
  instant: z.boolean().default(false),
  /** Clause of the office's rules that it rests on. */
  clause: z.string().trim().max(120).default('')
})

/** 加减分目录: one thing that gives or costs points. `classCode` is a class of the scheme: its cap is the cap of the group. */
export const catalogueInput = catalogueFields.extend({
  code: z.string().trim().min(1, '请写代码').max(20),
  classCode: z.string().trim().min(1, '请选类别'),
  name: z.string().trim().min(1, '请写名称').max(80),
  /** Ordinary points; where there are levels those of a level that the table leaves out. */
  points: positive
})
export type CatalogueInput = z.infer<typeof catalogueInput>

export const catalogueEntry = catalogueInput.extend({
  id: z.number().int(),
  sortNo: z.number().int(),
  /** No longer offered; old entries keep their reference. */
  endedAt: z.string().nullable()
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>

/** What an entry gives at a level (null: no level said). */
export function pointsAt(
  entry: Pick<CatalogueInput, 'points' | 'levels'>,
  level: HonourLevel | null
): DecimalString {
  return entry.levels.find((row) => row.level === level)?.points ?? entry.points
}

/** Least and most that may be entered; the same number where nothing is to be chosen. */
export function rangeAt(
  entry: Pick<CatalogueInput, 'points' | 'levels' | 'least' | 'most'>,
  level: HonourLevel | null
): { least: DecimalString; most: DecimalString } {
  const fixed = entry.levels.find((row) => row.level === level)?.points
  if (fixed !== undefined) return { least: fixed, most: fixed }
  return { least: entry.least ?? entry.points, most: entry.most ?? entry.points }
}

/** The most that an entry can give at all. */
export function mostOf(entry: Pick<CatalogueInput, 'points' | 'levels' | 'most'>): DecimalString {
  const all = [
    entry.points,
    ...(entry.most === null ? [] : [entry.most]),
    ...entry.levels.map((l) => l.points)
  ]
  return all.reduce((most, points) => (dec(points).greaterThan(dec(most)) ? points : most))
}

export const EVIDENCE_WORDS: Record<EvidenceNeed, string> = {
  NONE: '不要求',
  DOCUMENT: '文号或文件',
  FILE: '必须附文件'
}

/** Heads of the catalogue as a sheet: written by the export, looked for by `readCatalogue`. */
export const CATALOGUE_HEADS = {
  CODE: '代码',
  CLASS: '类别',
  SIGN: '加或减',
  NAME: '名称',
  POINTS: '分值',
  LEAST: '最少',
  MOST: '最多',
  ...(Object.fromEntries(LEVELS.map((level) => [level, LEVEL_WORDS[level]])) as Record<HonourLevel, string>),
  EVIDENCE: '佐证要求',
  HIGHEST: '同项只计最高',
  INSTANT: '即时激励',
  CLAUSE: '依据条款'
} as const
