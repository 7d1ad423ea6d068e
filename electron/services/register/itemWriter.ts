import { AppError } from '#shared/appError.ts'
import { checkItem, type FieldObjection } from '#shared/domain/register/checkItem.ts'
import { checkParent, type TreeItem } from '#shared/domain/register/checkItems.ts'
import { clockDue } from '#shared/domain/register/clock.ts'
import { fieldChanges, type FieldNames } from '#shared/domain/register/fieldWords.ts'
import { itemFields, type ItemFields, type RegisterItem } from '#shared/domain/register/registerItem.ts'
import { ITEM_FIELDS } from '#shared/domain/register/registerWords.ts'
import type { Problem } from '#shared/problem.ts'
import { addEvent, type RegisterCell } from '#db/repos/registerLogRepo.ts'
import { insertItem, listItemRows, updateItemFields } from '#db/repos/registerRepo.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'
import { logLine } from './logLine.ts'
import { createItemNumbers } from './numbers.ts'
import { getRegisterSettings, knownNames, today } from './registerContext.ts'

/**
 * Writes fields of items with their lines in the log. What they are checked against is read once: make one writer for an
 * action, inside its transaction, and throw it away. The audit log is the caller's.
 */
export function createItemWriter(library: Library) {
  const day = today(library)
  const known = knownNames(library, day)
  const numbers = createItemNumbers(library)
  const tree = new Map<number, TreeItem>(listItemRows(library.db).map((item) => [item.id, item]))
  const names: FieldNames = {
    unit: (code) => known.units.get(code) ?? code,
    indicator: (code) => known.indicatorNames.get(code) ?? code,
    item: (id) => tree.get(id)?.number ?? `第 ${id} 条`
  }

  const refuseWrong = (
    item: Pick<RegisterItem, 'number' | 'state'> & { id: number | null },
    fields: ItemFields,
    before?: ItemFields
  ): void => {
    const found = checkItem(fields, known, before)
    if (fields.parent !== before?.parent) {
      const objection = checkParent(item, fields.parent, tree)
      if (objection !== null) found.push(objection)
    }
    if (found.length > 0) throw fieldError(item.number, found)
  }

  return {
    /** Puts an item on the register and answers its id and number. Throws VALIDATION_FAILED. */
    add(fields: ItemFields, source: RegisterItem['source']): { id: number; number: string } {
      const entry = withClock(library, fields, day)
      const number = numbers.next(entry.type, day)
      refuseWrong({ id: null, number, state: 'OPEN' }, entry)
      const id = insertItem(library.db, { number, fields: entry, source, openedOn: day, at: library.now() })
      numbers.gave(entry.type, day)
      const cell = source.from === 'CELL' ? source : null
      addEvent(library.db, id, logLine(library, { type: 'CREATED', text: createdText(source) }), cell)
      tree.set(id, { id, number, parent: entry.parent, state: 'OPEN', voided: null })
      return { id, number }
    },
    /**
     * Replaces the fields; false where nothing is different. Throws VALIDATION_FAILED where the item is closed or voided
     * or would say something wrong. `cell` is where an import read it.
     */
    change(item: RegisterItem, fields: ItemFields, cell: RegisterCell | null = null): boolean {
      refuseStruck(item)
      const before = fieldsOf(item)
      const changes = fieldChanges(before, fields, names)
      if (changes.length === 0) return false
      refuseWrong(item, fields, before)
      updateItemFields(library.db, item.id, fields, library.now())
      addEvent(library.db, item.id, logLine(library, { type: 'EDITED', text: '', changes }), cell)
      tree.set(item.id, { ...item, parent: fields.parent })
      return true
    }
  }
}

/** What people fill in of an item. */
export function fieldsOf(item: RegisterItem): ItemFields {
  const keys = Object.keys(itemFields.shape) as (keyof ItemFields)[]
  return itemFields.parse(Object.fromEntries(keys.map((key) => [key, item[key]])))
}

/** 立即办 and 限时办 without a date get the one that their clock gives. */
function withClock(library: Library, fields: ItemFields, day: string): ItemFields {
  if (fields.due !== null || fields.urgency === null) return fields
  const { calendar } = workCalendar(library)
  const { due } = clockDue(fields.urgency, fields.start ?? day, getRegisterSettings(library), calendar)
  return { ...fields, due }
}

function createdText(source: RegisterItem['source']): string {
  if (source.from === 'CELL') return `从「${source.file}」${source.sheet} ${source.address} 导入。`
  return source.from === 'GAP' ? '由六问对标的差距转来。' : ''
}

function refuseStruck({ number, state, voided }: RegisterItem): void {
  if (voided !== null)
    throw new AppError('VALIDATION_FAILED', `「${number}」已作废，不能修改。`, { action: '请先恢复。' })
  if (state === 'CLOSED')
    throw new AppError('VALIDATION_FAILED', `「${number}」已销号，不能修改。`, {
      action: '确需更正，请先重新打开。'
    })
}

/** One sentence where one field is wrong; each in `problems`, grouped by the field's name. */
function fieldError(number: string, found: readonly FieldObjection[]): AppError {
  const problems: Problem[] = found.map(({ field, message }) => ({
    code: 'REGISTER_FIELD',
    level: 'error',
    message: `${ITEM_FIELDS[field]}：${message}`,
    place: {},
    group: field
  }))
  const [first] = found
  const message =
    found.length === 1
      ? `${first!.message}「${number}」没有保存。`
      : `有 ${found.length} 处要改，「${number}」没有保存。`
  return new AppError('VALIDATION_FAILED', message, { problems, field: first!.field })
}
