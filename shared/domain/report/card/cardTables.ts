import { periodTitle } from '../../period/periodKey.ts'
import type { DimensionResult, IndicatorResult } from '../../ranking/resultSet.ts'
import { valueCell } from '../lists/measureCells.ts'
import { columnsOf, indicatorCell, printedCell, rowOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel } from '../ranking/groupTable.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { sourcesOf } from '../scores/traceTable.ts'
import { noDimensionScore } from './cardCharts.ts'
import { printedText } from './cardFigures.ts'
import { numberedFiles, type NumberedFiles } from './cardSources.ts'
import type { CardRace } from './cardSubject.ts'
import { withoutOthers } from './withoutOthers.ts'

/** What every cell of a card's table needs. */
export interface CardTableContext {
  facts: ReportFacts
  entry: CardRace
  /** Leaves the names of other units out of a sentence of the engine. */
  own: (text: string) => string
  files: NumberedFiles
}

export function cardContext(facts: ReportFacts, entry: CardRace): CardTableContext {
  const { unit } = entry
  return { facts, entry, own: withoutOthers(facts.scheme, unit.unit), files: numberedFiles(unit) }
}

/** Decimals that the scheme shows an indicator's values with. */
function precisionOf({ scheme }: ReportFacts, indicator: string): number {
  const all = scheme.races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
  return all.find(({ code }) => code === indicator)?.precision ?? 2
}

/** 完成值 and 目标; nothing where the rule looks at no such number, which is not 「不适用」. */
function measuredCell(
  value: string | null,
  indicator: IndicatorResult,
  precision: number,
  absent: TableCell
): TableCell {
  if (value !== null) return valueCell(value, { unit: indicator.unitOfMeasure, precision })
  return indicator.status === 'NA' ? '/' : absent
}

/** Columns of an indicator on a card: paper and workbook show the same. */
export function indicatorColumns({ facts, own, files }: CardTableContext): ColumnSpec<IndicatorResult>[] {
  const { decimals } = facts.results
  return [
    { id: 'INDICATOR', head: '指标', align: 'left', min: 14, max: 24, bold: true, cell: ({ name }) => name },
    {
      ...{ id: 'FULL_MARK', head: '满分', align: 'right', min: 5, max: 7 },
      cell: ({ fullMark }) => ({ number: fullMark, decimals: null })
    },
    {
      ...{ id: 'VALUE', head: '完成值', align: 'right', min: 7, max: 14 },
      cell: (indicator) =>
        measuredCell(
          indicator.value,
          indicator,
          precisionOf(facts, indicator.indicator),
          indicator.status === 'MISSING' ? '缺报' : null
        )
    },
    {
      ...{ id: 'TARGET', head: '目标', align: 'right', min: 6, max: 14 },
      cell: (indicator) =>
        measuredCell(indicator.target, indicator, precisionOf(facts, indicator.indicator), null)
    },
    {
      ...{ id: 'SCORE', head: '得分', align: 'right', min: 7, max: 10, bold: true, tint: true },
      cell: (indicator) => indicatorCell(indicator, decimals)
    },
    {
      ...{ id: 'SENTENCE', head: '计算过程', align: 'left', min: 26, max: 60 },
      cell: ({ trace, reason }) => own([trace.sentence, reason ?? ''].find((text) => text !== '') ?? '')
    },
    {
      ...{ id: 'SOURCE', head: '数据来源', align: 'left', min: 15, max: 32 },
      cell: (indicator) => own(sourcesOf(indicator, files.called))
    }
  ]
}

/** 「目标任务（满分 10） 得 10.50 分 组平均 9.15 分」. */
function dimensionBand(dimension: DimensionResult, { group }: CardRace): string {
  const { name, fullMark, effectiveFullMark, score } = dimension
  const applies = effectiveFullMark === fullMark ? '' : `，适用 ${effectiveFullMark}`
  const mean = group.mean?.dimensions[dimension.dimension]
  return [
    `${name}（满分 ${fullMark}${applies}）`,
    score === null ? noDimensionScore(dimension) : `得 ${printedText(score.printed)} 分`,
    ...(mean === undefined ? [] : [`组平均 ${printedText(mean)} 分`])
  ].join('　')
}

const PLAIN_TABLE = {
  left: '',
  right: '',
  foot: [],
  signatures: [],
  pinned: 1,
  filter: false,
  orientation: 'PORTRAIT'
} as const

/**
 * Every indicator under its dimension. The unit's name stands in the head, which is printed again on each further page of a
 * card that needs several.
 */
export function indicatorTable(context: CardTableContext): ReportTable {
  const { facts, entry, own } = context
  const { unit, race } = entry
  const specs = indicatorColumns(context)
  const title = `${periodTitle(facts.results.period)}${raceLabel(facts, race)}各项得分（单位：分）`
  const head = [unit.name, title].join('　')
  return {
    ...{ ...PLAIN_TABLE, id: `card:${race.race}:${unit.unit}`, name: unit.name, title: '' },
    columns: columnsOf(specs).map((column) => ({ ...column, band: head })),
    rows: unit.dimensions.flatMap((dimension): ReportRow[] => [
      { cells: {}, band: dimensionBand(dimension, entry) },
      ...dimension.indicators.map((indicator) => rowOf(specs, indicator))
    ]),
    remarks: [
      own(
        [
          `基础分：${unit.baseSentence}。`,
          ...(unit.adjustments.entries.length === 0 ? [`加减分：${unit.adjustments.sentence}。`] : []),
          `总得分：${unit.totalSentence}。`
        ].join('')
      ),
      ...(context.files.legend === '' ? [] : [context.files.legend])
    ]
  }
}

type Entry = CardRace['unit']['adjustments']['entries'][number]

/** Points of an entry with their sign, all digits that somebody wrote. */
export function pointsCell({ sign, entry }: Entry, decimals: number): TableCell {
  const digits = entry.points.split('.')[1]?.length ?? 0
  const number = sign === 'DEDUCTION' && /[1-9]/.test(entry.points) ? `-${entry.points}` : entry.points
  return { ...printedCell(number, Math.max(decimals, digits)), signed: true }
}

/** 加减分: every entry of the ledger; null without any. What counted of them stands in the sentence beneath. */
export function entryTable({ facts, entry: { unit, race } }: CardTableContext): ReportTable | null {
  const { entries, sentence } = unit.adjustments
  if (entries.length === 0) return null
  const head = [unit.name, '加减分'].join('　')
  const specs: ColumnSpec<Entry>[] = [
    { id: 'DATE', head: '日期', align: 'center', min: 10, max: 12, cell: ({ entry }) => entry.date ?? '' },
    { id: 'CLASS', head: '类别', align: 'left', min: 10, max: 18, cell: ({ className }) => className },
    {
      ...{ id: 'POINTS', head: '分值', align: 'right', min: 7, max: 9, bold: true },
      cell: (each) => pointsCell(each, facts.results.decimals)
    },
    { id: 'REASON', head: '事由', align: 'left', min: 24, max: 50, cell: ({ entry }) => entry.reason },
    {
      id: 'EVIDENCE',
      head: '依据',
      align: 'left',
      min: 16,
      max: 36,
      cell: ({ entry }) => entry.evidence ?? ''
    }
  ]
  return {
    ...{ ...PLAIN_TABLE, id: `cardEntries:${race.race}:${unit.unit}`, name: `${unit.name}加减分`, title: '' },
    columns: columnsOf(specs).map((column) => ({ ...column, band: head })),
    rows: entries.map((each) => rowOf(specs, each)),
    remarks: [sentence]
  }
}
