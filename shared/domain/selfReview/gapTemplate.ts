import { z } from 'zod'
import { sha256 } from '../importing/template/sha256.ts'
import type { RawSheet } from '../importing/grid/rawWorkbook.ts'
import { periodKey } from '../period/periodKey.ts'
import { gapFields } from './gapFields.ts'

/** The visible sheet of a 六问对标 to be filled in, and the hidden one that says what was printed into it. */
export const GAP_SHEET = '六问对标'
export const GAP_KEY_SHEET = '亮绩六问'
const KEY_MARK = 'liangji-gaps'

/** Columns of the sheet from left to right; `question` is the 0-based question that a column answers. */
export const GAP_COLUMNS = [
  { id: 'no', head: '序号', width: 5, question: null },
  { id: 'topic', head: '差距事项', width: 20, question: null },
  { id: 'benchmark', head: '对标对象', width: 14, question: 0 },
  { id: 'benchmarkValue', head: '标杆值', width: 9, question: 0 },
  { id: 'benchmarkSource', head: '标杆值来源', width: 16, question: 0 },
  { id: 'ownValue', head: '现状值', width: 9, question: 1 },
  { id: 'gap', head: '差距', width: 9, question: 1 },
  { id: 'unitOfMeasure', head: '计量单位', width: 9, question: 1 },
  { id: 'direction', head: '方向', width: 10, question: 1 },
  { id: 'cause', head: '原因', width: 26, question: 2 },
  { id: 'measures', head: '举措', width: 26, question: 3 },
  { id: 'person', head: '责任人', width: 9, question: 4 },
  { id: 'due', head: '完成时限', width: 12, question: 5 }
] as const
export type GapColumnId = (typeof GAP_COLUMNS)[number]['id']

/** Head of the hidden column that ties a row to what was printed into it. */
export const GAP_ROW_KEY = '行标识'

export const gapKeyHead = z.object({
  formatVersion: z.literal(1),
  period: periodKey,
  unit: z.object({ code: z.string(), name: z.string() }),
  issuedAt: z.string()
})

/** A printed row: the stored gap that it is, or a proposal (null) that counts once somebody answers it. */
export const gapKeyRow = z.object({ key: z.string(), row: z.number().int().nullable(), fields: gapFields })

export interface GapTemplateKey {
  head: z.infer<typeof gapKeyHead>
  rows: z.infer<typeof gapKeyRow>[]
}

export function gapKeyLines({ head, rows }: GapTemplateKey): string[] {
  const content = [head, ...rows].map((entry) => JSON.stringify(entry))
  return [KEY_MARK, sha256(content.join('\n')), ...content]
}

/** Null when the sheet is none of ours or somebody altered it. */
export function readGapKey(sheet: RawSheet): GapTemplateKey | null {
  const [mark, checksum, ...content] = sheet.cells.filter(({ col }) => col === 0).map(({ value }) => value)
  if (mark !== KEY_MARK || sha256(content.join('\n')) !== checksum) return null
  const [first, ...rest] = content.map((text): unknown => JSON.parse(text))
  const head = gapKeyHead.safeParse(first)
  const rows = z.array(gapKeyRow).safeParse(rest)
  return head.success && rows.success ? { head: head.data, rows: rows.data } : null
}
