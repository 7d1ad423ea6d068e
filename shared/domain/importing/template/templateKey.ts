import { z } from 'zod'
import { periodKey } from '../../period/periodKey.ts'
import { readingField } from '../../scoring/reading.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { sha256 } from './sha256.ts'

/** The hidden sheet of an issued workbook that says what every cell is. */
export const KEY_SHEET = '亮绩模板'
/** Its first cell. The second holds the checksum of all that follow, one JSON text a row. */
export const KEY_MARK = 'liangji-template'
export const KEY_VERSION = 1

const place = { sheet: z.string(), row: z.number().int(), col: z.number().int() }
/** A column and its header from top to bottom, levels joined by `/`. */
const headed = z.object({ col: z.number().int(), path: z.string() })

export const keyHead = z.object({
  kind: z.literal('head'),
  formatVersion: z.number().int(),
  id: z.string(),
  schemeCode: z.string(),
  schemeVersion: z.number().int(),
  schemeTitle: z.string(),
  period: periodKey,
  /** Null: one workbook for all units. */
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  issuedAt: z.string()
})

/** One sheet: where its header stands (0-based, inclusive), and which columns name a row. */
export const keySheet = z.object({
  kind: z.literal('sheet'),
  sheet: z.string(),
  headerFirst: z.number().int(),
  headerLast: z.number().int(),
  labels: z.array(headed).min(1),
  remark: headed.nullable(),
  /** The unit of 填报单位 where all of the sheet is about it. */
  unit: z.object({ code: z.string(), name: z.string() }).nullable()
})
export type KeySheet = z.infer<typeof keySheet>

/** A cell to fill in: 0-based place, the names of its row and column, and what its number is. */
export const keyCell = z.object({
  kind: z.literal('cell'),
  ...place,
  label: z.string(),
  path: z.string(),
  unit: z.string(),
  indicator: z.string(),
  /** What the indicator was called. */
  name: z.string(),
  field: readingField,
  rater: z.object({ group: z.string(), name: z.string() }).nullable(),
  /** What the number is counted in when it was issued. */
  measure: z.string(),
  /** What a blank means: 缺报, nothing at all, or nothing unless the column holds something (评委). */
  blank: z.enum(['MISSING', 'NONE', 'RATER'])
})
export type KeyCell = z.infer<typeof keyCell>

/** A number that was printed into the sheet; somebody may have written over it. */
export const keyFixed = z.object({
  kind: z.literal('fixed'),
  ...place,
  label: z.string(),
  path: z.string(),
  value: z.string(),
  /** Set where the number is a target, to tell when it has been changed since. */
  target: z.object({ unit: z.string(), indicator: z.string() }).nullable()
})
export type KeyFixed = z.infer<typeof keyFixed>

const line = z.discriminatedUnion('kind', [keyHead, keySheet, keyCell, keyFixed])

export interface TemplateKey {
  head: z.infer<typeof keyHead>
  sheets: readonly KeySheet[]
  cells: readonly KeyCell[]
  fixed: readonly KeyFixed[]
}

/** Control characters that a spreadsheet would not keep; JSON escapes only those below U+0020 by itself. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The cells of the key sheet's only column, and the checksum among them. */
export function keyLines(key: TemplateKey): { lines: string[]; checksum: string } {
  const content = [key.head, ...key.sheets, ...key.cells, ...key.fixed].map((entry) =>
    JSON.stringify(entry).replace(UNSAFE, escaped)
  )
  const checksum = sha256(content.join('\n'))
  return { lines: [KEY_MARK, checksum, ...content], checksum }
}

export type KeyReading = { status: 'OK'; key: TemplateKey } | { status: 'TAMPERED' | 'NEWER' }

/** Reads a key sheet back; null when the sheet is none of ours. */
export function readKey(sheet: RawSheet): KeyReading | null {
  const texts = sheet.cells.filter((cell) => cell.col === 0).map((cell) => cell.value)
  const [mark, checksum, ...content] = texts
  if (mark !== KEY_MARK) return null
  if (sha256(content.join('\n')) !== checksum) return { status: 'TAMPERED' }
  const entries = content.map((text) => line.safeParse(parsed(text)))
  const head = entries[0]?.data
  if (head?.kind !== 'head' || entries.some((entry) => !entry.success)) return { status: 'NEWER' }
  if (head.formatVersion > KEY_VERSION) return { status: 'NEWER' }
  const found = entries.flatMap((entry) => (entry.success ? [entry.data] : []))
  return {
    status: 'OK',
    key: {
      head,
      sheets: found.filter((entry) => entry.kind === 'sheet'),
      cells: found.filter((entry) => entry.kind === 'cell'),
      fixed: found.filter((entry) => entry.kind === 'fixed')
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Names of rows and columns are compared without spaces: another program may wrap them differently. */
export function labelText(parts: readonly string[]): string {
  return parts.map((part) => tidy(part).replace(/\s/g, '')).join('/')
}
