import { isAppError } from '#shared/appError.ts'
import { nameKey } from '#shared/domain/importing/names/normaliseLabel.ts'
import type { StagedItem } from '#shared/domain/importing/register/stagedItem.ts'
import { replayLog, type EventDraft, type ItemCondition } from '#shared/domain/register/itemCondition.ts'
import { fieldChanges, type FieldNames } from '#shared/domain/register/fieldWords.ts'
import { itemFields, type ItemFields, type RegisterItem } from '#shared/domain/register/registerItem.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import { addEvent, closeNumbers, eventsByItem } from '#db/repos/registerLogRepo.ts'
import { getItem, listItemRows, updateItemCondition } from '#db/repos/registerRepo.ts'
import type { StagedItemRow } from '#db/repos/stagedItemRepo.ts'
import type { Library } from '../library.ts'
import { createItemWriter, fieldsOf } from './itemWriter.ts'
import { closeNumberAfter } from './numbers.ts'
import { knownNames, today } from './registerContext.ts'
import { saidLog, type LogFacts } from './registerFileLog.ts'

/**
 * Writes the rows of an import to the registers: the same item (by 编号, else by register, title and owner) is changed where
 * the sheet says otherwise, others are new. A row that cannot be written says why and leaves the others alone. Call inside
 * the transaction of the import.
 */
export function saveImportedRows(
  library: Library,
  batch: number,
  rows: readonly StagedItem[]
): StagedItemRow[] {
  if (rows.length === 0) return []
  const work = new ItemImport(library, batch)
  return rows.map((row) => work.save(row))
}

/** One import into the registers; what it compares with is read once. */
class ItemImport {
  readonly library: Library
  readonly batch: number
  private readonly writer: ReturnType<typeof createItemWriter>
  private readonly byNumber: Map<string, RegisterItem>
  private readonly byTitle = new Map<string, RegisterItem[]>()
  private readonly logs: ReturnType<typeof eventsByItem>
  private readonly names: FieldNames
  /** Items that a row of this import stands for already. */
  private readonly claimed = new Set<number>()
  private readonly byAddress = new Map<string, { id: number; number: string }>()
  private readonly given: { closeNumber: string; item: number; number: string }[]

  constructor(library: Library, batch: number) {
    this.library = library
    this.batch = batch
    this.writer = createItemWriter(library)
    const all = listItemRows(library.db)
    this.byNumber = new Map(all.map((item) => [nameKey(item.number), item]))
    for (const item of all) {
      if (item.voided !== null) continue
      const key = titleKey(item.type, item.title)
      this.byTitle.set(key, [...(this.byTitle.get(key) ?? []), item])
    }
    this.logs = eventsByItem(library.db)
    this.given = closeNumbers(library.db)
    const known = knownNames(library, today(library))
    this.names = {
      unit: (code) => known.units.get(code) ?? code,
      indicator: (code) => known.indicatorNames.get(code) ?? code,
      item: (id) => getItem(library.db, id)?.number ?? `第 ${id} 条`
    }
  }

  save(row: StagedItem): StagedItemRow {
    const found = this.find(row)
    if (typeof found === 'string') return skipped(row, found)
    try {
      return found === null ? this.add(row) : this.change(row, found)
    } catch (error) {
      if (!isAppError(error) || error.code !== 'VALIDATION_FAILED') throw error
      const first = error.details.problems?.[0]?.message ?? error.message
      return skipped(row, `${first}这一行没有导入。`)
    }
  }

  /** The item that a row is about, null for a new one, or why nobody can tell. */
  private find({ number, fields }: StagedItem): RegisterItem | string | null {
    const numbered = number === null ? undefined : this.byNumber.get(nameKey(number))
    if (numbered !== undefined) {
      return numbered.voided === null
        ? numbered
        : `「${numbered.number}」在台账里已作废，没有导入；要继续用，请先恢复它。`
    }
    const alike = (this.byTitle.get(titleKey(fields.type, fields.title)) ?? []).filter(
      ({ id }) => !this.claimed.has(id)
    )
    const same = alike.filter(({ owner }) => fields.owner === undefined || owner === fields.owner)
    const fit = same.length > 0 ? same : alike.filter(({ owner }) => owner === null)
    if (fit.length <= 1) return fit[0] ?? null
    const named = fit.map((item) => `「${item.number}」`).join('')
    return `台账里有 ${fit.length} 项同名（${named}），看不出是哪一项，没有导入；请在表里写上编号。`
  }

  /** What the sheet says, with the number of an office's own that no item here bears. */
  private said(row: StagedItem): Partial<ItemFields> {
    const { number, fields } = row
    const own = number === null || this.byNumber.has(nameKey(number)) ? null : `原编号：${number}`
    if (own === null) return fields
    const remark = [fields.remark ?? '', own].filter((text) => text !== '').join('\n')
    return { ...fields, remark }
  }

  private parentOf({ sheet, parent }: StagedItem): { id: number } | null {
    if (parent === null) return null
    if (parent.address !== null) return this.byAddress.get(`${sheet}!${parent.address}`) ?? null
    return this.byNumber.get(nameKey(parent.number ?? '')) ?? null
  }

  private add(row: StagedItem): StagedItemRow {
    const { sheet, address } = row
    const fields = itemFields.parse({ ...this.said(row), parent: this.parentOf(row)?.id ?? null })
    const source = { from: 'CELL' as const, batch: this.batch, file: '', sheet, address }
    const { id, number } = this.writer.add(fields, source)
    this.claimed.add(id)
    this.byAddress.set(`${sheet}!${address}`, { id, number })
    const { told } = this.log(row, id, [], fields)
    const lost = row.parent?.number != null && this.parentOf(row) === null
    return {
      ...{ row, outcome: 'NEW', subject: id, number, changes: [], previous: null },
      told: [...told, ...(lost ? [`台账里没有上级编号「${row.parent!.number}」，没有挂上级。`] : [])].join('')
    }
  }

  private change(row: StagedItem, item: RegisterItem): StagedItemRow {
    this.claimed.add(item.id)
    this.byAddress.set(`${row.sheet}!${row.address}`, item)
    const before = fieldsOf(item)
    const said = this.said(row)
    const parent = this.parentOf(row)
    // A title typed with other spaces or widths is the same title.
    const title = nameKey(said.title ?? '') === nameKey(before.title) ? before.title : said.title
    const fields = itemFields.parse({
      ...before,
      ...said,
      title,
      // The number says which item it is; a 推进表 of all registers says nothing of its register.
      type: before.type,
      parent: parent?.id ?? before.parent
    })
    const changes = fieldChanges(before, fields, this.names)
    if (item.state === 'CLOSED')
      return changes.length === 0
        ? this.outcome(row, item, 'SAME', [], [])
        : this.outcome(row, item, 'SKIPPED', changes, ['已销号的事项没有改；要改请先重新打开。'])
    const cell = { batch: this.batch, sheet: row.sheet, address: row.address }
    if (changes.length > 0) this.writer.change(item, fields, cell)
    const logged = this.log(row, item.id, this.logs.get(item.id) ?? [], fields)
    const outcome = changes.length > 0 || logged.lines.length > 0 ? 'CHANGED' : 'SAME'
    return this.outcome(row, item, outcome, [...changes, ...logged.changes], logged.told)
  }

  private outcome(
    row: StagedItem,
    item: RegisterItem,
    outcome: StagedItemRow['outcome'],
    changes: StagedItemRow['changes'],
    told: readonly string[]
  ): StagedItemRow {
    const { state, percent, amount, doneOn, closeOut } = item
    const previous = { fields: fieldsOf(item), condition: { state, percent, amount, doneOn, closeOut } }
    return {
      ...{ row, outcome, subject: item.id, number: item.number, changes, told: told.join('') },
      previous: outcome === 'CHANGED' ? previous : null
    }
  }

  /** Adds what the sheet tells of progress, supervision and state to the log, as far as it says something new. */
  private log(
    row: StagedItem,
    id: number,
    log: readonly EventDraft[],
    fields: ItemFields
  ): { lines: EventDraft[]; changes: StagedItemRow['changes']; told: string[] } {
    const { db } = this.library
    const before = replayLog(log)
    const day = today(this.library)
    const facts: LogFacts = {
      ...{ log, condition: before, today: day },
      at: this.library.now().toISOString(),
      who: this.library.operator(),
      hasQuantity: fields.quantity !== null,
      closeNumber: closeNumberAfter(this.given, day),
      closeNumberOf: (number) =>
        this.given.find((one) => one.closeNumber === number && one.item !== id)?.number ?? null
    }
    const { lines, condition, told } = saidLog(row, facts)
    const cell = { batch: this.batch, sheet: row.sheet, address: row.address }
    for (const line of lines) addEvent(db, id, line, cell)
    if (lines.length > 0) updateItemCondition(db, id, condition, this.library.now())
    if (condition.closeOut !== null && before.closeOut === null)
      this.given.push({ closeNumber: condition.closeOut.number, item: id, number: '' })
    return { lines, changes: conditionWords(before, condition, lines), told }
  }
}

function titleKey(type: string, title: string): string {
  return JSON.stringify([type, nameKey(title)])
}

function skipped(row: StagedItem, told: string): StagedItemRow {
  return { row, outcome: 'SKIPPED', subject: null, number: null, changes: [], told, previous: null }
}

/** What the log changed, as the preview prints it. */
function conditionWords(
  before: ItemCondition,
  after: ItemCondition,
  lines: readonly EventDraft[]
): StagedItemRow['changes'] {
  const state =
    before.state === after.state
      ? []
      : [{ field: '状态', before: ITEM_STATES[before.state].name, after: ITEM_STATES[after.state].name }]
  const told = lines
    .filter(({ type }) => type === 'PROGRESS' || type === 'NOTE')
    .map(({ type, on, text, percent, amount }) => ({
      field: type === 'NOTE' ? '督导记录' : '进展',
      before: '',
      after: [on, text, percent === null ? '' : `${percent}%`, amount === null ? '' : `完成 ${amount}`]
        .filter((part) => part !== '')
        .join(' ')
    }))
  return [...state, ...told]
}
