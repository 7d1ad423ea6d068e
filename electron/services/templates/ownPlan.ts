import type { ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RawCell, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { TemplatePlace } from '#shared/ipc/template.ts'
import type { CellEdit } from '../../workbook/fill/fillWorkbook.ts'
import { fateNotes, listed } from './ownFateNotes.ts'
import { decideFates, ofKind, type Fate } from './ownFates.ts'
import { placeKey, type StoredPlace, type StoredPlaces } from './ownPlaces.ts'
import { redate } from './ownQuarter.ts'
import { redateTitles, type TitleChange } from './ownTitles.ts'

/** What filling an own template for another quarter does, cell by cell. */
export interface OwnPlan {
  edits: CellEdit[]
  /** Sheet names, old → new. */
  renames: Map<string, string>
  /** Keys of cells that get a target, and that are left for the department to fill in. */
  targets: Set<string>
  emptied: Set<string>
  gone: TemplatePlace[]
  titles: TitleChange[]
  notes: string[]
}

export interface OwnPlanInput {
  stored: StoredPlaces
  raw: RawWorkbook
  from: PeriodKey
  to: PeriodKey
  catalogue: ImportCatalogue
  keepValues: boolean
}

/** Plans it without touching anything. */
export function planOwnFill(input: OwnPlanInput): OwnPlan {
  const { stored, raw } = input
  const cells = new Map(
    raw.sheets.flatMap((sheet) =>
      sheet.cells.map((cell) => [placeKey({ sheet: sheet.name, address: cell.address }), cell] as const)
    )
  )
  const cellOf = (place: { sheet: string; address: string }): RawCell | undefined =>
    cells.get(placeKey(place))
  const { catalogue, keepValues } = input
  const fates = decideFates({ places: stored.places, catalogue, keepValues }, cellOf)
  const keysOf = (...kinds: Fate['kind'][]): Set<string> =>
    new Set(kinds.flatMap((kind) => ofKind(fates, kind)).map(placeKey))
  const plan: OwnPlan = {
    edits: fates.flatMap(({ place, fate }) => editFor(place, fate, cellOf(place))),
    renames: new Map(),
    targets: keysOf('TARGET'),
    emptied: keysOf('EMPTY', 'NO_TARGET', 'UNKNOWN_MEASURE'),
    gone: ofKind(fates, 'GONE').map(toPlace),
    titles: [],
    notes: fateNotes(fates, input.to)
  }
  if (stored.unread.length > 0)
    plan.notes.push(`上次导入没有读懂的格子原样保留，请检查是否要清空：${listed(stored.unread)}。`)
  planTitles(plan, input)
  return plan
}

const STAYS: ReadonlySet<Fate['kind']> = new Set(['KEEP', 'WORD', 'OTHER_TARGET', 'FORMULA'])

function editFor(place: StoredPlace, fate: Fate, cell: RawCell | undefined): CellEdit[] {
  const at = { sheet: place.sheet, address: place.address }
  if (fate.kind === 'TARGET') return [{ ...at, set: fate.content }]
  return STAYS.has(fate.kind) || cell === undefined ? [] : [{ ...at, set: { kind: 'clear' } }]
}

const toPlace = ({ sheet, address, unit, indicator, field, rater }: StoredPlace): TemplatePlace => ({
  sheet,
  address,
  unit,
  indicator,
  field,
  rater
})

function planTitles(plan: OwnPlan, { stored, raw, from, to }: OwnPlanInput): void {
  if (from === to) return
  const rowsOf = valueRows(stored.places, raw)
  const doubtful: { sheet: string; address: string }[] = []
  for (const sheet of raw.sheets) {
    const rows = rowsOf.get(sheet.name)
    if (rows === undefined) {
      const other = sheet.cells.filter(
        (cell) => cell.kind === 'text' && redate(cell.value, from, to) !== null
      )
      if (other.length > 0 || redate(sheet.name, from, to) !== null)
        plan.notes.push(`工作表「${sheet.name}」没有导入过，里面写的${periodTitle(from)}没有改，请手工检查。`)
      continue
    }
    const titles = redateTitles(sheet, rows, from, to)
    plan.titles.push(...titles.changes)
    doubtful.push(...titles.doubtful.map(({ address }) => ({ sheet: sheet.name, address })))
    planName(plan, sheet, from, to)
  }
  for (const { sheet, address, after } of plan.titles)
    if (address !== '') plan.edits.push({ sheet, address, set: { kind: 'text', value: after } })
  if (plan.titles.length === 0)
    plan.notes.push(`表头和标题里没有找到${periodTitle(from)}的字样，请检查标题是否要改。`)
  if (doubtful.length > 0)
    plan.notes.push(`这些格子写着时间，看不准要不要改，没有改或只改了一部分，请检查：${listed(doubtful)}。`)
}

/** A sheet's name; its change has no address. */
function planName(plan: OwnPlan, sheet: RawSheet, from: PeriodKey, to: PeriodKey): void {
  const name = redate(sheet.name, from, to)
  if (name === null) return
  if (name.doubtful) plan.notes.push(`工作表名「${sheet.name}」写着时间，看不准要不要改，没有改。`)
  else {
    plan.renames.set(sheet.name, name.text)
    plan.titles.push({ sheet: sheet.name, address: '', before: sheet.name, after: name.text })
  }
}

/** Rows that hold values, by sheet. */
function valueRows(places: readonly StoredPlace[], raw: RawWorkbook): Map<string, Set<number>> {
  const rows = new Map<string, Set<number>>()
  for (const place of places) {
    if (!raw.sheets.some((sheet) => sheet.name === place.sheet)) continue
    const row = Number(/\d+$/.exec(place.address)?.[0]) - 1
    const known = rows.get(place.sheet) ?? new Set<number>()
    rows.set(place.sheet, known.add(row))
  }
  return rows
}
