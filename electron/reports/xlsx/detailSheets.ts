import type { Workbook } from 'exceljs'
import { describePlace } from '#shared/problem.ts'
import type { IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../registry.ts'
import { pageOf } from './pageOf.ts'
import { namedUnits } from './rankingRows.ts'
import { sheetName } from './sheetText.ts'
import { numberFormat } from './style.ts'
import { FIRST_ROW, fitColumns, linesOf, setUpPage, writeHead, writeNote, writeRow, type Column } from './table.ts'

function namedOf(input: ReportInput): UnitResult[] {
  return input.results.races.flatMap((race) => race.groups.flatMap((group) => namedUnits(group, input.options.topOnly)))
}

function writeTable<Row>(
  workbook: Workbook,
  input: ReportInput,
  name: string,
  unitText: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  frozenColumns: number
): void {
  const sheet = workbook.addWorksheet(
    sheetName(
      name,
      workbook.worksheets.map((other) => other.name)
    )
  )
  const page = pageOf(input, name, unitText)
  writeHead(sheet, columns, page)
  fitColumns(sheet, columns, rows)
  rows.forEach((row, index) => {
    writeRow(sheet, FIRST_ROW + index, columns, row)
    sheet.getRow(FIRST_ROW + index).height = Math.max(20, linesOf(columns, row) * 15 + 5)
  })
  setUpPage(sheet, page, { lastColumn: columns.length, lastRow: FIRST_ROW + Math.max(0, rows.length - 1), frozenColumns })
}

/** 得分明细: units down, indicators across; 「/」 where an indicator does not apply, 缺报 where nothing came. */
export function writeMatrixSheet(workbook: Workbook, input: ReportInput): void {
  const units = namedOf(input)
  const indicators = new Map<string, { name: string; fullMark: string }>()
  for (const unit of units) {
    for (const indicator of unit.dimensions.flatMap((dimension) => dimension.indicators)) {
      indicators.set(indicator.indicator, { name: indicator.name, fullMark: indicator.fullMark })
    }
  }
  const format = numberFormat(input.results.decimals)
  const columns: Column<UnitResult>[] = [
    { header: '单位', align: 'left', min: 16, max: 30, bold: true, value: (unit) => unit.name },
    ...[...indicators].map(
      ([code, { name, fullMark }]): Column<UnitResult> => ({
        header: `${name}\n(${fullMark})`,
        align: 'right',
        min: 9,
        max: 15,
        value: (unit) => {
          const found = unit.dimensions.flatMap((d) => d.indicators).find((i) => i.indicator === code)
          if (found === undefined || found.status === 'NA') return '/'
          return found.score === null ? '缺报' : { number: found.score.printed, format }
        }
      })
    ),
    { header: '总得分', align: 'right', min: 10, max: 12, bold: true, tint: true, value: (unit) => (unit.total === null ? '/' : { number: unit.total.printed, format }) }
  ]
  writeTable(workbook, input, '得分明细', '单位：分', columns, units, 1)
}

interface TraceRow {
  unit: UnitResult
  dimension: string
  indicator: IndicatorResult
}

/** Every source of an indicator's numbers: file · sheet · cell. */
function sourcesOf(indicator: IndicatorResult): string {
  const places = indicator.trace.inputs.flatMap((input) =>
    input.source?.kind === 'cell'
      ? [describePlace({ file: input.source.file, sheet: input.source.sheet, cell: input.source.address })]
      : input.source?.kind === 'decision'
        ? [`按决定：${input.source.basis}`]
        : input.source?.kind === 'manual'
          ? [`人工填写：${input.source.reason}`]
          : []
  )
  const distinct = [...new Set(places)]
  return distinct.length > 3 ? `${distinct.slice(0, 2).join('；')} 等 ${distinct.length} 处` : distinct.join('；')
}

/** 计算过程: one line an indicator, with the sentence and the cells that it came from. */
export function writeTraceSheet(workbook: Workbook, input: ReportInput): void {
  const format = numberFormat(input.results.decimals)
  const rows = namedOf(input).flatMap((unit) =>
    unit.dimensions.flatMap((dimension) => dimension.indicators.map((indicator) => ({ unit, dimension: dimension.name, indicator })))
  )
  const columns: Column<TraceRow>[] = [
    { header: '单位', align: 'left', min: 16, max: 26, bold: true, value: ({ unit }) => unit.name },
    { header: '板块', align: 'left', min: 10, max: 16, value: ({ dimension }) => dimension },
    { header: '指标', align: 'left', min: 14, max: 26, value: ({ indicator }) => indicator.name },
    { header: '满分', align: 'right', min: 7, max: 9, value: ({ indicator }) => ({ number: indicator.fullMark, format: 'General' }) },
    {
      header: '得分',
      align: 'right',
      min: 8,
      max: 10,
      tint: true,
      value: ({ indicator }) =>
        indicator.score === null ? (indicator.status === 'NA' ? '/' : '缺报') : { number: indicator.score.printed, format }
    },
    { header: '计算过程', align: 'left', min: 36, max: 62, value: ({ indicator }) => indicator.trace.sentence },
    { header: '数据来源', align: 'left', min: 24, max: 44, value: ({ indicator }) => sourcesOf(indicator) }
  ]
  writeTable(workbook, input, '计算过程', '单位：分', columns, rows, 3)
}

interface AdjustmentRow {
  unit: UnitResult
  entry: UnitResult['adjustments']['entries'][number]
}

/** 加减分明细: every ledger entry, then what counted after the caps in each unit's sentence. */
export function writeAdjustmentSheet(workbook: Workbook, input: ReportInput): void {
  const format = numberFormat(input.results.decimals)
  const rows = namedOf(input).flatMap((unit) => unit.adjustments.entries.map((entry) => ({ unit, entry })))
  const columns: Column<AdjustmentRow>[] = [
    { header: '单位', align: 'left', min: 16, max: 26, bold: true, value: ({ unit }) => unit.name },
    { header: '类别', align: 'left', min: 12, max: 18, value: ({ entry }) => entry.className },
    { header: '加分', align: 'right', min: 8, max: 10, value: ({ entry }) => (entry.sign === 'BONUS' ? { number: entry.entry.points, format } : null) },
    { header: '减分', align: 'right', min: 8, max: 10, value: ({ entry }) => (entry.sign === 'DEDUCTION' ? { number: entry.entry.points, format } : null) },
    { header: '事由', align: 'left', min: 24, max: 40, value: ({ entry }) => entry.entry.reason },
    { header: '依据', align: 'left', min: 12, max: 28, value: ({ entry }) => entry.entry.evidence ?? '' },
    { header: '日期', align: 'center', min: 11, max: 12, value: ({ entry }) => entry.entry.date ?? '' },
    { header: '计入情况', align: 'left', min: 24, max: 44, value: ({ unit }) => unit.adjustments.sentence }
  ]
  if (rows.length > 0) writeTable(workbook, input, '加减分明细', '单位：分', columns, rows, 1)
}

/** 说明: chosen rules, scheme, snapshot, legend. */
export function writeNotesSheet(workbook: Workbook, input: ReportInput): void {
  const { results, snapshot } = input
  const sheet = workbook.addWorksheet(
    sheetName(
      '说明',
      workbook.worksheets.map((other) => other.name)
    )
  )
  sheet.getColumn(1).width = 110
  const lines = [
    `考核方案：${results.scheme.title}（第 ${results.scheme.version} 版）`,
    snapshot === null ? '本表为预览，未定稿；数据或名次可能变动。' : `成绩已冻结，快照编号 ${snapshot.id}，冻结时间 ${snapshot.frozenAt.slice(0, 16).replace('T', ' ')}（UTC）。`,
    `输入校验值：${results.inputsHash}`,
    ...results.footer.map((sentence, index) => `${index + 1}. ${sentence}`),
    '↑ 名次上升，↓ 名次下降，— 与上季度相同，新 上季度没有名次，/ 不适用。',
    `由亮绩赛马 ${input.appVersion} 生成。`
  ]
  lines.forEach((line, index) => writeNote(sheet, index + 1, 1, line, line.length > 60 ? 34 : 20))
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
}
