import type { ReadingField } from '../../scoring/reading.ts'
import { columnFacts, type ColumnFacts } from './columnFacts.ts'
import { composeHeader, type HeaderColumn, type HeaderRows } from './composeHeader.ts'
import {
  fieldOf,
  fieldSuffixes,
  keywordsOf,
  quarterInLabel,
  splitFieldSuffix,
  type Keyword
} from './headerKeywords.ts'
import type { ImportContext } from '../importContext.ts'
import type { IndicatorMatch } from '../names/matchIndicator.ts'
import type { UnitMatch } from '../names/matchUnit.ts'
import { isBareSpan } from './labelSpan.ts'
import { nameKey, normaliseLabel } from '../names/normaliseLabel.ts'
import type { PartHit } from '../names/partIndex.ts'
import { raterLabel, type RaterLabel } from '../names/raterLabel.ts'
import { bodyRows } from './rowKind.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

/** Everything that a column's header and body say, before a layout decides what to make of it. */
export interface ColumnReading extends HeaderColumn {
  facts: ColumnFacts
  /** Of the deepest label that says any. */
  keywords: ReadonlySet<Keyword>
  field: ReadingField | null
  indicator: Exclude<IndicatorMatch, { status: 'UNKNOWN' }> | null
  unit: Exclude<UnitMatch, { status: 'UNKNOWN' }> | null
  rater: RaterLabel | null
  /** Options, items, providers or terms of indicators that the header names, and the group that it names beside them. */
  parts: readonly PartHit[]
  partGroup: string
  quarter: 1 | 2 | 3 | 4 | null
  /** Headed by the name of a dimension (板块) and nothing finer. */
  isDimension: boolean
  /** The label that should have named an indicator or a unit: deepest one that is no keyword and no quarter. */
  subject: string | null
}

export function readColumns(grid: SheetGrid, header: HeaderRows, context: ImportContext): ColumnReading[] {
  const facts = columnFacts(grid, bodyRows({ grid, header, known: context.known }), context)
  return composeHeader(grid, header)
    .filter((column) => column.path.length > 0 || facts[column.col]!.filled > 0)
    .map((column) => readColumn(column, facts[column.col]!, context))
    .map(bareQuarter)
}

/** 季度 | 一 | 二 | 三 | 四: numerals that only the corner of the table makes quarters. */
function bareQuarter(column: ColumnReading, _at: number, columns: readonly ColumnReading[]): ColumnReading {
  const place = '一二三四'.indexOf(nameKey(column.path.at(-1) ?? '-'))
  if (place < 0 || column.quarter !== null) return column
  const underQuarters = columns.some(({ path }) => /^季度?(?:别|份)?$/.test(nameKey(path.at(-1) ?? '')))
  return underQuarters ? { ...column, quarter: (place + 1) as 1 | 2 | 3 | 4, subject: null } : column
}

function readColumn(column: HeaderColumn, facts: ColumnFacts, context: ImportContext): ColumnReading {
  const deepFirst = column.path.toReversed()
  const named = nameIndicator(deepFirst, context)
  const subject = deepFirst.find((label) => keywordsOf(label).size === 0 && !isBareSpan(label)) ?? null
  const part = namePart(deepFirst, named, context)
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
    rater: isOwnWord(column.path.at(-1), named) ? null : raterLabel(column.path),
    parts: part?.hits ?? [],
    partGroup: part?.group ?? '',
    quarter: deepFirst.map(quarterInLabel).find((quarter) => quarter !== null) ?? null,
    isDimension:
      named === null &&
      subject !== null &&
      (context.dimensionKeys.has(normaliseLabel(subject).key) || isDimensionMark(subject, context)),
    subject
  }
}

/** 实绩 under 群众体育处 is no evaluator of a panel 群众, and an indicator is none either. */
function isOwnWord(label: string | undefined, named: NamedIndicator | null): boolean {
  if (label === undefined) return true
  const keywords = keywordsOf(label)
  return named?.label === label || (keywords.size > 0 && !keywords.has('rater'))
}

/** An indicator may be called 增长率; its own name then says nothing about the role of the column. */
function labelKeywords(label: string, named: NamedIndicator | null): ReadonlySet<Keyword> {
  return label === named?.label ? new Set() : keywordsOf(label)
}

function firstField(labels: readonly string[], indicatorLabel: string | null): ReadingField | null {
  for (const label of labels) {
    if (label === indicatorLabel) continue
    const field = fieldOf(label)
    if (field) return field
    // 应得分 under 完成情况 is no result.
    if (keywordsOf(label).has('weight')) return null
  }
  return null
}

/** The part that a label names, and the label above or below that names its group: A票 over 优秀. */
function namePart(
  labels: readonly string[],
  named: NamedIndicator | null,
  { parts }: ImportContext
): { hits: readonly PartHit[]; group: string } | null {
  for (const label of labels) {
    if (label === named?.label) continue
    const hits = parts.hits(label)
    if (hits.length === 0) continue
    const others = labels.filter((other) => other !== label && other !== named?.label)
    const group = others.flatMap((other) => parts.groupsOf(other))[0]?.group
    // Evaluators whom the scheme does not weigh still cast votes of their own.
    const votes = hits.some(({ kind }) => kind === 'VOTES' || kind === 'MARKS')
    const other = others.find((text) => keywordsOf(text).size === 0 && parts.hits(text).length === 0)
    return { hits, group: group ?? (votes ? (other ?? '') : '') }
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
    if (isDimensionMark(label, context)) continue
    const isKeyword = keywordsOf(label).size > 0
    for (const { rest, field } of fieldSuffixes(label)) {
      const match = context.indicators.match(rest)
      // 综合评价得分 sounds like a total, unless that is what an indicator is called.
      if (match.status === 'UNKNOWN' || (isKeyword && !(match.status === 'FOUND' && match.by === 'exact')))
        continue
      return { match, label, field }
    }
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
