import type { Workbook } from 'exceljs'
import { describePlace } from '#shared/problem.ts'
import type { IndicatorResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../reportWriter.ts'
import { addSheet, raceLabel } from './addSheet.ts'
import { pageOf } from './pageOf.ts'
import { planPages, setUpPage } from './pageSetup.ts'
import { namedUnits, noScoreText } from './rankingRows.ts'
import { numberFormat, PLAIN_FORMAT } from './style.ts'
import {
  FIRST_ROW,
  fitColumns,
  HEAD_ROW,
  writeHeader,
  writeRow,
  writeTitle,
  type Column,
  type Value
} from './table.ts'

/** A detail table of a race. */
interface Detail<Row> {
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  pinned: number
  /** Long lists can be filtered. */
  filter: boolean
  /** Rows that open a new unit get the thick rule. */
  opens(row: Row, previous: Row): boolean
}

function namedOf(input: ReportInput, race: RaceResult): UnitResult[] {
  return race.groups.flatMap((group) => namedUnits(group, input.options.topOnly))
}

function writeDetail<Row>(
  workbook: Workbook,
  input: ReportInput,
  race: RaceResult,
  detail: Detail<Row>
): void {
  const { columns, rows, pinned } = detail
  const name = `${raceLabel(input, race)}${detail.name}`
  const sheet = addSheet(workbook, name)
  const page = pageOf(input, name, '单位：分')
  fitColumns(sheet, columns, rows)
  const plan = planPages(sheet, columns.length, pinned)
  writeTitle(sheet, page, plan.span)
  writeHeader(sheet, columns)
  rows.forEach((row, index) => {
    const apart = index > 0 && detail.opens(row, rows[index - 1]!)
    writeRow(sheet, FIRST_ROW + index, columns, row, { apart })
  })
  const lastRow = Math.max(FIRST_ROW, FIRST_ROW + rows.length - 1)
  if (detail.filter) {
    sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: lastRow, column: columns.length } }
  }
  setUpPage(sheet, page, { lastColumn: columns.length, lastRow, pinned, plan })
}

function scoreOf(indicator: IndicatorResult, decimals: number): Value {
  if (indicator.score === null) return noScoreText(indicator)
  return { number: indicator.score.printed, format: numberFormat(decimals, indicator.estimated ? '补' : '') }
}

/** 得分明细: units down, indicators across; 「/」 where an indicator does not apply, 缺报 where nothing came. */
export function writeMatrixSheet(workbook: Workbook, input: ReportInput, race: RaceResult): void {
  const { decimals } = input.results
  const units = namedOf(input, race)
  // By dimension: units may have indicators of their own, which would else come after everybody's last dimension.
  const indicators = new Map<string, IndicatorResult>()
  for (const { code } of race.dimensions) {
    const found = units.flatMap((unit) => unit.dimensions.filter((dimension) => dimension.dimension === code))
    for (const indicator of found.flatMap((dimension) => dimension.indicators)) {
      if (!indicators.has(indicator.indicator)) indicators.set(indicator.indicator, indicator)
    }
  }
  const columns: Column<UnitResult>[] = [
    { id: 'UNIT', header: '单位', align: 'left', min: 16, max: 30, bold: true, value: (unit) => unit.name },
    ...Array.from(indicators, ([code, { name, fullMark }]): Column<UnitResult> => ({
      ...{
        id: code,
        header: `${name}\n(${fullMark})`,
        align: 'right',
        min: 7.5,
        max: indicators.size > 8 ? 9 : 16
      },
      value: (unit) => {
        const found = unit.dimensions.flatMap((d) => d.indicators).find((i) => i.indicator === code)
        return found === undefined ? '/' : scoreOf(found, decimals)
      }
    })),
    {
      ...{ id: 'TOTAL', header: '总得分', align: 'right', min: 9, max: 12, bold: true, tint: true },
      value: (unit) =>
        unit.total === null ? '未计分' : { number: unit.total.printed, format: numberFormat(decimals) }
    }
  ]
  const opens = (unit: UnitResult, previous: UnitResult): boolean => unit.group !== previous.group
  writeDetail(workbook, input, race, {
    name: '得分明细',
    columns,
    rows: units,
    pinned: 1,
    filter: false,
    opens
  })
}

interface TraceRow {
  unit: UnitResult
  dimension: string
  indicator: IndicatorResult
}

/** Cells of one sheet, and sheets, that are named before the rest is only counted. */
const NAMED = 3

function shortList(items: readonly string[], separator: string): string {
  const text = items.slice(0, NAMED).join(separator)
  return items.length > NAMED ? `${text} 等 ${items.length} 处` : text
}

/** Every source of an indicator's numbers: file · sheet · cells, each sheet once. */
function sourcesOf(indicator: IndicatorResult): string {
  const cells = new Map<string, Set<string>>()
  for (const { source } of indicator.trace.inputs) {
    if (source?.kind === 'cell') {
      const sheet = describePlace({ file: source.file, sheet: source.sheet })
      cells.set(sheet, (cells.get(sheet) ?? new Set()).add(source.address))
    } else if (source?.kind === 'decision') cells.set(`按决定：${source.basis}`, new Set())
    else if (source?.kind === 'manual') cells.set(`人工填写：${source.reason}`, new Set())
  }
  const places = Array.from(cells, ([place, addresses]) =>
    addresses.size === 0 ? place : `${place} · ${shortList([...addresses], '、')}`
  )
  return shortList(places, '；')
}

/** 计算过程: one line an indicator, with the sentence and the cells that it came from. */
export function writeTraceSheet(workbook: Workbook, input: ReportInput, race: RaceResult): void {
  const { decimals } = input.results
  const rows = namedOf(input, race).flatMap((unit) =>
    unit.dimensions.flatMap((dimension) =>
      dimension.indicators.map((indicator): TraceRow => ({ unit, dimension: dimension.name, indicator }))
    )
  )
  const columns: Column<TraceRow>[] = [
    {
      id: 'UNIT',
      header: '单位',
      align: 'left',
      min: 14,
      max: 22,
      bold: true,
      value: ({ unit }) => unit.name
    },
    { id: 'DIMENSION', header: '板块', align: 'left', min: 10, max: 14, value: ({ dimension }) => dimension },
    {
      id: 'INDICATOR',
      header: '指标',
      align: 'left',
      min: 14,
      max: 22,
      value: ({ indicator }) => indicator.name
    },
    {
      ...{ id: 'FULL_MARK', header: '满分', align: 'right', min: 6, max: 8 },
      value: ({ indicator }) => ({ number: indicator.fullMark, format: PLAIN_FORMAT })
    },
    {
      ...{ id: 'SCORE', header: '得分', align: 'right', min: 8, max: 10, tint: true },
      value: ({ indicator }) => scoreOf(indicator, decimals)
    },
    {
      id: 'SENTENCE',
      header: '计算过程',
      align: 'left',
      min: 30,
      max: 48,
      value: ({ indicator }) => indicator.trace.sentence
    },
    {
      id: 'SOURCE',
      header: '数据来源',
      align: 'left',
      min: 20,
      max: 34,
      value: ({ indicator }) => sourcesOf(indicator)
    }
  ]
  const opens = (row: TraceRow, previous: TraceRow): boolean => row.unit !== previous.unit
  writeDetail(workbook, input, race, { name: '计算过程', columns, rows, pinned: 1, filter: true, opens })
}

interface AdjustmentRow {
  unit: UnitResult
  entry: UnitResult['adjustments']['entries'][number]
}

/** 加减分明细: every ledger entry, then what counted after the caps in each unit's sentence. */
export function writeAdjustmentSheet(workbook: Workbook, input: ReportInput, race: RaceResult): void {
  const format = numberFormat(input.results.decimals)
  const rows = namedOf(input, race).flatMap((unit) =>
    unit.adjustments.entries.map((entry): AdjustmentRow => ({ unit, entry }))
  )
  if (rows.length === 0) return
  const points =
    (sign: 'BONUS' | 'DEDUCTION') =>
    ({ entry }: AdjustmentRow): Value =>
      entry.sign === sign ? { number: entry.entry.points, format } : null
  const columns: Column<AdjustmentRow>[] = [
    {
      id: 'UNIT',
      header: '单位',
      align: 'left',
      min: 14,
      max: 22,
      bold: true,
      value: ({ unit }) => unit.name
    },
    { id: 'CLASS', header: '类别', align: 'left', min: 10, max: 16, value: ({ entry }) => entry.className },
    { id: 'BONUS', header: '加分', align: 'right', min: 7, max: 9, value: points('BONUS') },
    { id: 'DEDUCTION', header: '减分', align: 'right', min: 7, max: 9, value: points('DEDUCTION') },
    {
      id: 'REASON',
      header: '事由',
      align: 'left',
      min: 22,
      max: 34,
      value: ({ entry }) => entry.entry.reason
    },
    {
      id: 'EVIDENCE',
      header: '依据',
      align: 'left',
      min: 10,
      max: 24,
      value: ({ entry }) => entry.entry.evidence ?? ''
    },
    {
      id: 'DATE',
      header: '日期',
      align: 'center',
      min: 11,
      max: 12,
      value: ({ entry }) => entry.entry.date ?? ''
    },
    {
      id: 'COUNTED',
      header: '计入情况',
      align: 'left',
      min: 22,
      max: 36,
      value: ({ unit }) => unit.adjustments.sentence
    }
  ]
  const opens = (row: AdjustmentRow, previous: AdjustmentRow): boolean => row.unit !== previous.unit
  writeDetail(workbook, input, race, { name: '加减分明细', columns, rows, pinned: 1, filter: true, opens })
}
