import { conditionChanges, type ItemCondition } from '#shared/domain/register/itemCondition.ts'
import { fieldChanges } from '#shared/domain/register/fieldWords.ts'
import { addEvent } from '#db/repos/registerLogRepo.ts'
import { getItem, updateItemCondition, updateItemFields } from '#db/repos/registerRepo.ts'
import { stagedItemsOf, type StagedItemRow } from '#db/repos/stagedItemRepo.ts'
import type { Library } from '../library.ts'
import { fieldsOf } from './itemWriter.ts'
import { logLine } from './logLine.ts'
import { knownNames, today } from './registerContext.ts'

/** Takes an import out of the registers: new items are voided with the reason, changed ones put back by a line of their log. */
export function undoImportedRows(library: Library, batchId: number): void {
  for (const row of stagedItemsOf(library.db, batchId)) {
    if (row.subject === null) continue
    if (row.outcome === 'NEW') voidItem(library, batchId, row, row.subject)
    else if (row.outcome === 'CHANGED') putBack(library, batchId, row, row.subject)
  }
}

const REASON = '撤销导入'

function voidItem(library: Library, batch: number, { row }: StagedItemRow, id: number): void {
  const item = getItem(library.db, id)
  if (item === null || item.voided !== null) return
  const line = logLine(library, { type: 'VOIDED', text: REASON })
  addEvent(library.db, id, line, { batch, sheet: row.sheet, address: row.address })
  const voided = { at: line.at, by: line.who, reason: REASON }
  updateItemCondition(library.db, id, { ...item, voided }, library.now())
}

function putBack(library: Library, batch: number, { row, previous }: StagedItemRow, id: number): void {
  const item = getItem(library.db, id)
  if (item === null || previous === null) return
  const cell = { batch, sheet: row.sheet, address: row.address }
  const known = knownNames(library, today(library))
  const fields = fieldChanges(fieldsOf(item), previous.fields, {
    unit: (code) => known.units.get(code) ?? code,
    indicator: (code) => known.indicatorNames.get(code) ?? code,
    item: (other) => getItem(library.db, other)?.number ?? `第 ${other} 条`
  })
  let now: Pick<ItemCondition, 'state' | 'percent' | 'amount' | 'doneOn'> = item
  if (item.closeOut !== null && previous.condition.closeOut === null) {
    addEvent(library.db, id, logLine(library, { type: 'REOPENED', text: REASON }), cell)
    now = { ...item, state: 'IN_PROGRESS', doneOn: null }
  }
  const changes = [...fields, ...conditionChanges(now, previous.condition)]
  if (changes.length > 0)
    addEvent(library.db, id, logLine(library, { type: 'EDITED', text: REASON, changes }), cell)
  updateItemFields(library.db, id, previous.fields, library.now())
  updateItemCondition(library.db, id, { ...item, ...previous.condition }, library.now())
}
