import type { Problem } from '../../../problem.ts'
import type { SheetAnalysis } from '../analysis.ts'
import { contextWith, type ImportContext } from '../importContext.ts'
import type { ColumnPlan, ImportFixes } from '../importPlan.ts'
import { problemSink, type ProblemSink } from '../problems/problemSink.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import {
  candidateHeaders,
  furtherTables,
  indicatorNamedAbove,
  plausible,
  type CandidateHeader
} from './candidateHeaders.ts'
import { chooseMemory, type Fit } from './chooseMemory.ts'
import { sourceKey } from './fingerprint.ts'
import type { MemoryUse, RememberedSheet } from './rememberedMapping.ts'
import { tellRecall, tellTie } from './tellRecall.ts'
import { countAnswers, usableAnswers, type UsableAnswers } from './usableAnswers.ts'

type SheetFix = ImportFixes['sheets'][string]

/** An earlier quarter's answers turned into answers for this sheet, below those that the clerk gives now. */
export interface Recalled {
  /** For this sheet only; the given one where nothing could be used, which `problems` explain. */
  context: ImportContext
  /** The first table's part; null where nothing was remembered of it. */
  first: UsableAnswers | null
  /** Columns of further tables whose role was remembered, by the row in which their header begins. */
  tables: ReadonlyMap<number, ReadonlySet<string>>
  use: MemoryUse | null
  problems: readonly Problem[]
}

/** What is used of a memory for one table of a sheet. */
interface RecalledTable {
  fit: Fit
  usable: UsableAnswers
  filled: number
}

/** Looks for the answers that were given for the headers of a sheet before. Null where there are none. */
export function recallSheet(
  raw: RawSheet,
  context: ImportContext,
  memories: readonly RememberedSheet[]
): Recalled | null {
  const fix: SheetFix = Object.hasOwn(context.fixes.sheets, raw.name) ? context.fixes.sheets[raw.name]! : {}
  if (fix.forget === true || fix.skip === true) return null
  const near = plausible(raw, memories, context)
  const probe = near.length === 0 ? null : candidateHeaders(raw, context, near)
  if (probe === null) return null
  const sink = problemSink(context.file, raw.name)
  const recall = (
    headers: readonly CandidateHeader[],
    given: SheetFix,
    unit: string | null
  ): RecalledTable | null => recallTable(raw, headers, given, unit, near, context, sink)

  const first = recall(probe.headers, fix, probe.unit)
  const own = first === null ? context : withFirst(first.usable, raw.name, fix, context)
  const isOther = first !== null && (first.usable.header !== null || !probe.analysis.used)
  const others = furtherTables(raw, own, probe, isOther).flatMap(({ unit, ...header }) => {
    const table = recall([header], fix.tables?.[String(header.rows.first)] ?? {}, unit)
    return table === null ? [] : [table]
  })
  if (sink.problems.length === 0) return null
  return {
    context: others.reduce((done, table) => withTable(table, raw.name, done), own),
    first: first?.usable ?? null,
    tables: new Map(
      others.map(({ fit, usable }) => [fit.header.rows.first, new Set(Object.keys(usable.columns))])
    ),
    use: useOf(first ?? others.find(({ fit }) => fit.exact) ?? null),
    problems: sink.problems
  }
}

function recallTable(
  raw: RawSheet,
  headers: readonly CandidateHeader[],
  given: SheetFix,
  unit: string | null,
  memories: readonly RememberedSheet[],
  context: ImportContext,
  sink: ProblemSink
): RecalledTable | null {
  const choice = chooseMemory(headers, memories, sourceKey(context.file, raw.name, context.catalogue.period))
  if (choice.kind === 'TIE') tellTie(choice.fits, sink)
  if (choice.kind !== 'FIT') return null
  const detected = { unit, indicator: indicatorNamedAbove(raw, choice.fit.header, context) }
  const usable = usableAnswers(choice.fit, raw, given, detected, context)
  const filled = countAnswers(usable)
  tellRecall(choice.fit, usable, filled, detected, context, sink)
  return filled === 0 ? null : { fit: choice.fit, usable, filled }
}

function useOf(table: RecalledTable | null): MemoryUse | null {
  if (table === null) return null
  const { memory, exact } = table.fit
  const { id, period, fileName } = memory
  return { id, period, fileName, exact, filled: table.filled, absent: table.usable.absent }
}

/** Today's answers over the remembered ones of the first table, and the names of the whole sheet. */
function withFirst(
  usable: UsableAnswers,
  sheet: string,
  fix: SheetFix,
  context: ImportContext
): ImportContext {
  const { header, names } = usable
  const { fixes } = context
  const merged: SheetFix = {
    ...answersOf(usable, fix),
    ...(header === null ? {} : { header: fix.header ?? header })
  }
  return contextWith(
    context,
    {
      ...fixes,
      classes: { ...names.classes, ...fixes.classes },
      emptyWords: { ...names.emptyWords, ...fixes.emptyWords },
      sheets: { ...fixes.sheets, [sheet]: merged }
    },
    names.indicators
  )
}

function withTable({ fit, usable }: RecalledTable, sheet: string, context: ImportContext): ImportContext {
  const { fixes } = context
  const fix = fixes.sheets[sheet] ?? {}
  const row = String(fit.header.rows.first)
  const { header: _header, tables: _tables, ...merged } = answersOf(usable, fix.tables?.[row] ?? {})
  const sheets = { ...fixes.sheets, [sheet]: { ...fix, tables: { ...fix.tables, [row]: merged } } }
  return contextWith(context, { ...fixes, sheets }, {})
}

function answersOf({ layout, unit, indicator, columns }: UsableAnswers, given: SheetFix): SheetFix {
  return {
    ...(layout === null ? {} : { layout }),
    ...(unit === null ? {} : { unit }),
    ...(indicator === null ? {} : { indicator }),
    ...given,
    columns: { ...columns, ...given.columns }
  }
}

/** What explains that a sheet is not understood although its header is known. */
const WHY_NOT: readonly string[] = ['MEMORY_TIE', 'MEMORY_GONE']

/** Marks what an analysis owes to the memory, which it has taken for the clerk's own answers. */
export function markRecalled(
  analysis: SheetAnalysis,
  { first, tables, use, problems }: Recalled
): SheetAnalysis {
  const unit = first?.unit ?? null
  const isRemembered = unit !== null && analysis.unit?.code === unit && analysis.unit.by === 'clerk'
  // Rows that name their units leave nothing to the unit of the sheet.
  const isMeant = ({ code }: Problem): boolean =>
    analysis.used ? code !== 'MEMORY_UNIT' || isRemembered : WHY_NOT.includes(code)
  return {
    ...analysis,
    memory: analysis.used ? use : null,
    columns: marked(analysis.columns, new Set(Object.keys(first?.columns ?? {}))),
    tables: analysis.tables.map((table) => ({
      ...table,
      columns: marked(table.columns, tables.get(table.header.first) ?? new Set())
    })),
    unit: isRemembered ? { code: unit, by: 'remembered' } : analysis.unit,
    problems: [...problems.filter(isMeant), ...analysis.problems]
  }
}

function marked(columns: readonly ColumnPlan[], letters: ReadonlySet<string>): ColumnPlan[] {
  return columns.map((column) =>
    column.by === 'clerk' && letters.has(column.letter) ? { ...column, by: 'remembered' } : column
  )
}
