import { columnPlan } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { batchFacts } from '#db/repos/batchRepo.ts'
import { z } from 'zod'
import type { Library } from '../library.ts'
import { placeKey, type StoredPlaces } from './ownPlaces.ts'
import { listed } from './ownFateNotes.ts'

const span = z.object({ first: z.number(), last: z.number() })
const mappedSheets = z.array(
  z.object({ sheet: z.string(), body: span.nullable(), columns: z.array(columnPlan) })
)

/** Columns whose numbers hold from quarter to quarter. */
const LASTING = /序号|编号|^№|满分|分值|权重|标准分|基本分|年度目标|全年目标|电话|代码/

/** Numbers typed in beside the values (得分, 完成率, 合计 …): nobody knows whether they still hold, so they stay and are told. */
export function leftNumbers(library: Library, stored: StoredPlaces, raw: RawWorkbook): string[] {
  const mapping = mappedSheets.safeParse(batchFacts(library.db, stored.batch)?.mapping)
  if (!mapping.success) return []
  const known = new Set([...stored.places, ...stored.unread].map(placeKey))
  const left: { sheet: string; address: string }[] = []
  for (const { sheet: name, body, columns } of mapping.data) {
    const sheet = raw.sheets.find((candidate) => candidate.name === name)
    if (sheet === undefined || body === null) continue
    const lasting = new Set(
      columns.flatMap(({ col, path }) =>
        path.length === 0 || path.some((label) => LASTING.test(label)) ? [col] : []
      )
    )
    for (const cell of sheet.cells) {
      if (
        cell.kind !== 'number' ||
        cell.formula !== undefined ||
        cell.row < body.first ||
        cell.row > body.last
      )
        continue
      if (!lasting.has(cell.col) && !known.has(placeKey({ sheet: name, address: cell.address })))
        left.push({ sheet: name, address: cell.address })
    }
  }
  return left.length === 0
    ? []
    : [`这些直接填写的数不是导入的指标数，原样保留，请检查是否要清空：${listed(left)}。`]
}
