import type { HeaderRows } from '../header/composeHeader.ts'
import type { ImportContext } from '../importContext.ts'
import type { ColumnRole, ImportFixes } from '../importPlan.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import type { Fit } from './chooseMemory.ts'
import { countedKeys } from './headerLabels.ts'
import { namesIn, type Names } from './namesIn.ts'
import { rolesBeside } from './rolesBeside.ts'
import { whyGone } from './whyGone.ts'

type SheetFix = ImportFixes['sheets'][string]

/** What of a memory is used for a sheet: where the clerk answers now, and where the scheme has changed, nothing is. */
export interface UsableAnswers {
  /** By column letter. */
  columns: Record<string, ColumnRole>
  layout: SheetFix['layout'] | null
  /** Set where the program would not have taken these rows. */
  header: HeaderRows | null
  unit: string | null
  indicator: string | null
  names: Names
  /** Remembered answers that mean nothing any more, and why. */
  gone: string[]
  /** Remembered columns that the sheet does not have. */
  absent: string[]
}

/** What the sheet itself leads to. */
export interface Detected {
  unit: string | null
  indicator: string | null
}

export function usableAnswers(
  fit: Fit,
  raw: RawSheet,
  fix: SheetFix,
  detected: Detected,
  context: ImportContext
): UsableAnswers {
  const { mapping, header, exact } = fit
  const gone: string[] = []
  const keys = header.columns.map(({ key }) => key)
  const counted = exact ? new Set<string>() : countedKeys([...keys, ...Object.keys(mapping.columns)])
  const columns: Record<string, ColumnRole> = {}
  for (const { letter, key } of header.columns) {
    const role = Object.hasOwn(mapping.columns, key) && !counted.has(key) ? mapping.columns[key] : undefined
    const why = role === undefined ? null : whyGone(key, role, context)
    if (why !== null) gone.push(`「${key}」列（${why}）`)
    else if (role !== undefined) columns[letter] = role
  }
  const subject = (code: string | null, isKnown: (code: string) => boolean): string | null => {
    if (code !== null && !isKnown(code)) gone.push(`整张表（代码 ${code} 不在本季方案里）`)
    return code !== null && isKnown(code) ? code : null
  }
  return {
    columns: rolesBeside(columns, fix.columns ?? {}),
    layout: fix.layout === undefined ? mapping.layout : null,
    header: header.isFound ? null : header.rows,
    unit:
      fix.unit === undefined && mapping.unit !== detected.unit
        ? subject(mapping.unit, (code) => context.unitOf.has(code))
        : null,
    indicator:
      fix.indicator === undefined && mapping.indicator !== detected.indicator
        ? subject(mapping.indicator, (code) => context.indicatorOf.has(code))
        : null,
    names: usableNames(namesIn(raw, mapping), context, gone),
    gone,
    // 一季度 of the last quarter is no column that this quarter's sheet should have.
    absent: Object.keys(mapping.columns).filter((key) => !keys.includes(key) && !(exact && key.includes('[')))
  }
}

/** Names that nothing else explains: an exact name or an alias of today comes first, and so do the clerk's answers. */
function usableNames(names: Names, context: ImportContext, gone: string[]): Names {
  const { fixes, indicators, indicatorOf, classes, parts, catalogue } = context
  const isOpen = (status: string): boolean => status === 'UNKNOWN' || status === 'AMBIGUOUS'
  const classCodes = new Set(catalogue.adjustmentClasses.map((entry) => entry.code))
  const isKnown = (text: string, known: boolean): boolean => {
    if (!known) gone.push(`「${text}」（上次对应的代码不在本季方案里）`)
    return known
  }
  return {
    indicators: filtered(
      names.indicators,
      (text, answer) =>
        isOpen(indicators.match(text).status) &&
        (answer === 'SKIP' || isKnown(text, indicatorOf.has(answer.indicator)))
    ),
    classes: filtered(
      names.classes,
      (text, code) =>
        !Object.hasOwn(fixes.classes, text) &&
        isOpen(classes.lookup(text).status) &&
        parts.hits(text).length === 0 &&
        isKnown(text, classCodes.has(code) || parts.hits(code).length > 0)
    ),
    emptyWords: filtered(names.emptyWords, (word) => !Object.hasOwn(fixes.emptyWords, word))
  }
}

function filtered<T>(record: Readonly<Record<string, T>>, keep: (key: string, value: T) => boolean) {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(key, value)))
}

export function countAnswers({ columns, layout, header, unit, indicator, names }: UsableAnswers): number {
  const records = [columns, names.indicators, names.classes, names.emptyWords]
  return (
    records.reduce((total, record) => total + Object.keys(record).length, 0) +
    [layout, header, unit, indicator].filter((answer) => answer !== null).length
  )
}
