import type { PeriodKey } from '../../period/periodKey.ts'
import type { SheetAnalysis } from '../analysis.ts'
import type { ColumnPlan, ColumnRole, ImportFixes } from '../importPlan.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { isBound, placeAmongSources, sourceOf, type Place } from './amongSources.ts'
import { sourceKey, withoutSource } from './fingerprint.ts'
import { labelColumns, labelsOf } from './headerLabels.ts'
import { namesIn, type Names } from './namesIn.ts'
import type { RememberedMapping, RememberedSheet } from './rememberedMapping.ts'
import { rolesBeside } from './rolesBeside.ts'

export type MemoryToKeep = Pick<RememberedSheet, 'labels' | 'mapping' | 'sheet'> & Place

export interface RememberRequest {
  sheet: SheetAnalysis
  raw: RawSheet
  fixes: ImportFixes
  period: PeriodKey
  fileName: string
  /** Everything that is remembered so far. */
  memories: readonly RememberedSheet[]
}

/** One header of a sheet with the clerk's answers about its table. */
interface Answered {
  columns: readonly ColumnPlan[]
  fix: Omit<ImportFixes['sheets'][string], 'tables'>
  names: Names
}

const NO_NAMES: Names = { indicators: {}, classes: {}, emptyWords: {} }

/**
 * What the clerk answered for the tables of a sheet, to be kept under their headers. Empty where nothing was answered: what
 * the program found by itself is found again. Answers that were used again go on beside the new ones.
 */
export function rememberSheet(request: RememberRequest): MemoryToKeep[] {
  const { sheet, raw, fixes } = request
  if (!sheet.used || sheet.layout === 'ISSUED') return []
  const fix = Object.hasOwn(fixes.sheets, sheet.sheet) ? fixes.sheets[sheet.sheet]! : {}
  const first: Answered = { columns: sheet.columns, fix, names: namesIn(raw, fixes) }
  const others = sheet.tables.map((table): Answered => {
    const own = fix.tables?.[String(table.header.first)] ?? {}
    // Letters said of the sheet hold for tables beside the first one, not for those below.
    const isBeside = sheet.header !== null && table.header.first <= sheet.header.last
    const columns = isBeside ? { ...fix.columns, ...own.columns } : (own.columns ?? {})
    return { columns: table.columns, fix: { ...own, columns }, names: NO_NAMES }
  })
  return [first, ...others].flatMap((answered) => remember(answered, request) ?? [])
}

function remember(answered: Answered, request: RememberRequest): MemoryToKeep | null {
  const { sheet, period, fileName, memories } = request
  const columns = labelColumns(answered.columns, period)
  const labels = labelsOf(columns)
  const fresh = mappingOf(answered, new Map(columns.map(({ letter, key }) => [letter, key])))
  if (labels.length === 0 || fresh === null) return null
  const own = sourceKey(fileName, sheet.sheet, period)
  const used = usedFor(labels, answered.columns === sheet.columns, request)
  const mapping =
    used === null
      ? fresh
      : over(
          isBound(used) && sourceOf(used) !== own ? withoutSource(used.mapping) : used.mapping,
          fresh,
          new Set(columns.map(({ key }) => key))
        )
  return { labels, mapping, sheet: sheet.sheet, ...placeAmongSources(labels, mapping, own, memories) }
}

/** The memory that was used for a header: one memory is noted for a sheet, whichever of its tables it was for. */
function usedFor(
  labels: readonly string[],
  isFirst: boolean,
  { sheet, memories }: RememberRequest
): RememberedSheet | null {
  const used = memories.find((memory) => memory.id === sheet.memory?.id)
  if (used === undefined) return null
  const isSame =
    used.labels.length === labels.length && used.labels.every((label, at) => label === labels[at])
  return isSame || (isFirst && sheet.memory?.exact === false) ? used : null
}

function mappingOf({ fix, names }: Answered, keys: ReadonlyMap<string, string>): RememberedMapping | null {
  const columns: Record<string, ColumnRole> = {}
  for (const [letter, role] of Object.entries(fix.columns ?? {})) {
    const key = keys.get(letter)
    if (key !== undefined) columns[key] = role
  }
  const mapping: RememberedMapping = {
    layout: fix.layout ?? null,
    headerRows: fix.header === undefined ? null : fix.header.last - fix.header.first + 1,
    columns,
    unit: fix.unit ?? null,
    indicator: fix.indicator ?? null,
    ...names
  }
  return saysNothing(mapping) ? null : mapping
}

/** Whether a mapping holds no answer at all. */
export function saysNothing(mapping: RememberedMapping): boolean {
  const { layout, headerRows, columns, unit, indicator, ...names } = mapping
  const records = [columns, names.indicators, names.classes, names.emptyWords]
  return (
    [layout, headerRows, unit, indicator].every((answer) => answer === null) &&
    records.every((record) => Object.keys(record).length === 0)
  )
}

function over(
  old: RememberedMapping,
  fresh: RememberedMapping,
  present: ReadonlySet<string>
): RememberedMapping {
  const there = Object.fromEntries(Object.entries(old.columns).filter(([key]) => present.has(key)))
  return {
    layout: fresh.layout ?? old.layout,
    headerRows: fresh.headerRows ?? old.headerRows,
    columns: { ...rolesBeside(there, fresh.columns), ...fresh.columns },
    unit: fresh.unit ?? old.unit,
    indicator: fresh.indicator ?? old.indicator,
    indicators: { ...old.indicators, ...fresh.indicators },
    classes: { ...old.classes, ...fresh.classes },
    emptyWords: { ...old.emptyWords, ...fresh.emptyWords }
  }
}
