import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RawCell, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { OwnTemplatePreview } from '#shared/ipc/template.ts'
import { redate } from './ownQuarter.ts'

export type TitleChange = OwnTemplatePreview['titles'][number]

export interface Titles {
  changes: TitleChange[]
  /** Cells that name time in a way that somebody has to look at. */
  doubtful: RawCell[]
}

/**
 * Titles, meta lines and headers of a sheet that name the old quarter. Rows that hold values are data: what stands there
 * is told, not changed. So is a header whose row names the new quarter already (一季度 | 二季度 | 三季度 side by side).
 */
export function redateTitles(
  sheet: RawSheet,
  valueRows: ReadonlySet<number>,
  from: PeriodKey,
  to: PeriodKey
): Titles {
  const found: Titles = { changes: [], doubtful: [] }
  const texts = sheet.cells.filter((cell) => cell.kind === 'text')
  const namesNew = new Map<number, RawCell[]>()
  for (const cell of texts) {
    if (redate(cell.value, to, from) !== null)
      namesNew.set(cell.row, [...(namesNew.get(cell.row) ?? []), cell])
  }
  for (const cell of texts) {
    const redated = redate(cell.value, from, to)
    if (redated === null) continue
    const inData = valueRows.has(cell.row)
    const besideNew = (namesNew.get(cell.row) ?? []).some((other) => other !== cell)
    const changes = redated.text !== cell.value
    if (inData || (changes && (besideNew || cell.formula !== undefined))) {
      if (!inData || changes) found.doubtful.push(cell)
      continue
    }
    if (redated.doubtful) found.doubtful.push(cell)
    if (changes)
      found.changes.push({
        sheet: sheet.name,
        address: cell.address,
        before: cell.value,
        after: redated.text
      })
  }
  return found
}
