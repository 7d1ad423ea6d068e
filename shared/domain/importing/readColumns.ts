import type { ReadingField } from '../scoring/reading.ts'
import { columnFacts, type ColumnFacts } from './columnFacts.ts'
import { composeHeader, type HeaderColumn, type HeaderRows } from './composeHeader.ts'
import { fieldOf, keywordsOf, quarterInLabel, splitFieldSuffix, type Keyword } from './headerKeywords.ts'
import type { ImportContext } from './importContext.ts'
import type { IndicatorMatch } from './matchIndicator.ts'
import type { UnitMatch } from './matchUnit.ts'
import { isBareSpan } from './labelSpan.ts'
import { normaliseLabel } from './normaliseLabel.ts'
import { raterLabel, type RaterLabel } from './raterLabel.ts'
import { endOfTable } from './rowKind.ts'
import type { SheetGrid } from './sheetGrid.ts'

/** Everything that a column's header and body say, before a layout decides what to make of it. */
export interface ColumnReading extends HeaderColumn {
  facts: ColumnFacts
  /** Of the deepest label that says any. */
  keywords: ReadonlySet<Keyword>
  field: ReadingField | null
  indicator: Exclude<IndicatorMatch, { status: 'UNKNOWN' }> | null
  unit: Exclude<UnitMatch, { status: 'UNKNOWN' }> | null
  rater: RaterLabel | null
  quarter: 1 | 2 | 3 | 4 | null
  /** Headed by the name of a dimension (板块) and nothing finer. */
  isDimension: boolean
  /** The label that should have named an indicator or a unit: deepest one that is no keyword and no quarter. */
  subject: string | null
}

export function readColumns(grid: SheetGrid, header: HeaderRows, context: ImportContext): ColumnReading[] {
  const end = endOfTable({ grid, header, known: context.known })
  const facts = columnFacts(grid, { first: header.last + 1, end }, context)
  return composeHeader(grid, header)
    .filter((column) => column.path.length > 0 || facts[column.col]!.filled > 0)
    .map((column) => readColumn(column, facts[column.col]!, context))
}

function readColumn(column: HeaderColumn, facts: ColumnFacts, context: ImportContext): ColumnReading {
  const deepFirst = column.path.toReversed()
  const named = nameIndicator(deepFirst, context)
  const subject = deepFirst.find((label) => keywordsOf(label).size === 0 && !isBareSpan(label)) ?? null
  const unit = firstMatch(deepFirst, (label) =>
    keywordsOf(label).size > 0 ? null : context.units.match(label)
  )
  return {
    ...column,
    facts,
    keywords:
      deepFirst.map((label) => labelKeywords(label, named)).find((words) => words.size > 0) ?? new Set(),
    field: named?.field ?? firstField(deepFirst, named?.label ?? null),
    indicator: named?.match ?? null,
    unit,
    rater: named !== null && named.label === column.path.at(-1) ? null : raterLabel(column.path),
    quarter: deepFirst.map(quarterInLabel).find((quarter) => quarter !== null) ?? null,
    isDimension:
      named === null &&
      subject !== null &&
      (context.dimensionKeys.has(normaliseLabel(subject).key) || isDimensionMark(subject, context)),
    subject
  }
}

/** An indicator may be called 增长率; its own name then says nothing about the role of the column. */
function labelKeywords(label: string, named: NamedIndicator | null): ReadonlySet<Keyword> {
  return label === named?.label ? new Set() : keywordsOf(label)
}

function firstField(labels: readonly string[], indicatorLabel: string | null): ReadingField | null {
  for (const label of labels) {
    const field = label === indicatorLabel ? null : fieldOf(label)
    if (field) return field
  }
  return null
}

interface NamedIndicator {
  match: Exclude<IndicatorMatch, { status: 'UNKNOWN' }>
  label: string
  /** Set when the label names the field as well (到位资金完成数). */
  field: ReadingField | null
}

/** Whole labels first, over all levels; only then labels that carry a field word behind the name. */
function nameIndicator(labels: readonly string[], context: ImportContext): NamedIndicator | null {
  for (const label of labels) {
    const match = context.indicators.match(label)
    if (match.status !== 'UNKNOWN') return { match, label, field: null }
  }
  for (const label of labels) {
    const split = keywordsOf(label).size === 0 ? splitFieldSuffix(label) : null
    if (isDimensionMark(label, context)) continue
    const match = split ? context.indicators.match(split.rest) : null
    if (split && match && match.status !== 'UNKNOWN') return { match, label, field: split.field }
  }
  return null
}

/** 承诺事项得分 where 承诺事项 is a dimension: its sum, even if an indicator of it goes by the same word. */
function isDimensionMark(label: string, { dimensionKeys }: ImportContext): boolean {
  const split = splitFieldSuffix(label)
  return (
    split !== null && (split.field === 'score' || split.field === 'self') && dimensionKeys.has(split.rest)
  )
}

function firstMatch<M extends { status: string }>(
  labels: readonly string[],
  match: (label: string) => M | null
): Exclude<M, { status: 'UNKNOWN' }> | null {
  for (const label of labels) {
    const found = match(label)
    if (found && found.status !== 'UNKNOWN') return found as Exclude<M, { status: 'UNKNOWN' }>
  }
  return null
}
