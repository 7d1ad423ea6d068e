import { schemePath } from '#shared/domain/scheme/schemePath.ts'
import type { FormCell, FormSheet } from '../../../reports/form/formSheet.ts'
import { cleanText, jsonText } from '../cleanText.ts'
import { fault, type CellFault } from '../codec.ts'
import type { Json } from '../loose.ts'
import type { Patch } from '../patches.ts'

export const OTHERS = '其他设置'
export const OTHER_HEADERS = ['位置', '说明', '内容', '表里原来是'] as const

/** A cell takes 32,767 signs; longer content goes on in the rows below. */
const PIECE = 30_000
const SAME = '同上'

function pieces(text: string): string[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / PIECE)) }, (_, index) =>
    text.slice(index * PIECE, (index + 1) * PIECE)
  )
}

/** The values that no other sheet has a column for, as JSON. */
export function othersSheet(patches: readonly Patch[], definition: Json): FormSheet {
  const cell = (text: string): FormCell => ({ text })
  const rows = patches.flatMap(({ path, was, value }) => {
    const content = pieces(value === undefined ? '' : jsonText(value))
    const before = pieces(was === undefined ? '' : jsonText(was))
    return Array.from({ length: Math.max(content.length, before.length) }, (_, index) => [
      cell(index === 0 ? jsonText(path) : SAME),
      cell(index === 0 ? cleanText(describe(definition, path)) : ''),
      cell(content[index] ?? ''),
      cell(before[index] ?? '')
    ])
  })
  return {
    name: OTHERS,
    intro: '别的表放不下的内容，由程序读写，一般不用改。内容是 JSON；删去一行就是不要这项内容。',
    columns: [
      { header: OTHER_HEADERS[0], width: 44, fixed: true },
      { header: OTHER_HEADERS[1], width: 44, fixed: true },
      { header: OTHER_HEADERS[2], width: 70 },
      { header: OTHER_HEADERS[3], width: 30, fixed: true }
    ],
    rows,
    spare: 0
  }
}

/** The path in words: codes inside of lists become positions for that. */
function describe(definition: Json, path: readonly string[]): string {
  const keys: PropertyKey[] = []
  let here: unknown = definition
  for (const key of path) {
    if (Array.isArray(here)) {
      const at = (here as Json[]).findIndex((entry) => entry['code'] === key)
      keys.push(at)
      here = here[at]
    } else {
      keys.push(key)
      here = (here as Json | undefined)?.[key]
    }
  }
  return schemePath(definition, keys)
}

/** Puts the rows of the sheet together again. */
export function readOthers(
  rows: readonly ReadonlyMap<string, string>[],
  complain: (row: number, header: string, problem: CellFault) => void
): { row: number; patch: Patch }[] {
  const joined: { row: number; texts: string[] }[] = []
  rows.forEach((cells, row) => {
    const [path, , content, was] = OTHER_HEADERS.map((header) => cells.get(header) ?? '')
    const above = joined.at(-1)
    if (path === SAME && above !== undefined) {
      above.texts[1] += content ?? ''
      above.texts[2] += was ?? ''
    } else {
      joined.push({ row, texts: [path ?? '', content ?? '', was ?? ''] })
    }
  })
  return joined.flatMap(({ row, texts }) => {
    const [path, value, was] = texts.map((text, index) =>
      parseJson(text, (problem) =>
        complain(row, [OTHER_HEADERS[0], OTHER_HEADERS[2], OTHER_HEADERS[3]][index]!, problem)
      )
    )
    if (!isPath(path)) {
      complain(row, OTHER_HEADERS[0], { message: '看不懂位置', todo: '请不要改这一列，改坏了就删去这一行' })
      return []
    }
    return [{ row, patch: { path, was, value } }]
  })
}

function isPath(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((key) => typeof key === 'string')
}

function parseJson(text: string, complain: (problem: CellFault) => void): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    const parsed = fault('内容不是完整的 JSON', '请改正，或重新导出方案')
    if ('fault' in parsed) complain(parsed.fault)
    return undefined
  }
}
