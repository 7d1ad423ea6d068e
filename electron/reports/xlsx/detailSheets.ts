import type { Workbook } from 'exceljs'
import { describePlace } from '#shared/problem.ts'
import { commonMark } from '#shared/domain/ranking/fullMarksOf.ts'
import type { IndicatorResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../reportWriter.ts'
import { raceLabel } from './addSheet.ts'
import { writeDetail } from './detailTable.ts'
import { headWithMark, namedUnits, noScoreText } from './rankingRows.ts'
import { numberFormat, PLAIN_FORMAT } from './style.ts'
import type { Column, Value } from './table.ts'

function namedOf(input: ReportInput, race: RaceResult): UnitResult[] {
  return race.groups.flatMap((group) => namedUnits(group, input.options.topOnly))
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
  const indicators = new Map<string, { name: string; marks: string[] }>()
  for (const { code } of race.dimensions) {
    const found = units.flatMap((unit) => unit.dimensions.filter((dimension) => dimension.dimension === code))
    for (const { indicator, name, fullMark } of found.flatMap((dimension) => dimension.indicators)) {
      const known = indicators.get(indicator)
      if (known === undefined) indicators.set(indicator, { name, marks: [fullMark] })
      else known.marks.push(fullMark)
    }
  }
  const columns: Column<UnitResult>[] = [
    { id: 'UNIT', header: '单位', align: 'left', min: 16, max: 30, bold: true, value: (unit) => unit.name },
    ...Array.from(indicators, ([code, { name, marks }]): Column<UnitResult> => ({
      ...{
        id: code,
        header: headWithMark(name, commonMark(marks)),
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
  writeDetail(workbook, input, {
    name: `${raceLabel(input, race)}得分明细`,
    note: '单位：分',
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
  writeDetail(workbook, input, {
    name: `${raceLabel(input, race)}计算过程`,
    note: '单位：分',
    columns,
    rows,
    pinned: 1,
    filter: true,
    opens
  })
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
  writeDetail(workbook, input, {
    name: `${raceLabel(input, race)}加减分明细`,
    note: '单位：分',
    columns,
    rows,
    pinned: 1,
    filter: true,
    opens
  })
}
