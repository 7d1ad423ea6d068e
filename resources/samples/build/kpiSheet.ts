import { indicatorOf, type SampleIndicator } from './catalogue.ts'
import { bandRow, cell, headRows, metaRow, type Sheet } from './sheet.ts'
import type { UnitValues, Written } from './unitItems.ts'

export interface KpiOptions {
  sheetName: string
  title: string
  /** Absent: the unit stands in the sheet's or the file's name only. */
  metaLine?: readonly [string, string]
  values: UnitValues
  codes: readonly string[]
  written?: Written
  labels?: Readonly<Record<string, string>>
}

/** The KPI form of S76: a two-row merged header with 实际值 and 完成率 under 实际完成情况, rule texts beside the data. */
export function kpiSheet(options: KpiOptions): Sheet {
  const sheet: Sheet = { name: options.sheetName, rows: [], merges: [], widths: [6, 30, 13, 8, 13, 11, 34] }
  bandRow(sheet, options.title, 'title', 7)
  if (options.metaLine) metaRow(sheet, ...options.metaLine, 7)
  headRows(sheet, ['序号', '考核项目', '目标值', '权重', ['实际完成情况', ['实际值', '完成率']], '计分方法'])
  sheet.repeat = [sheet.rows.length - 1, sheet.rows.length]
  options.codes.forEach((code, index) => {
    const indicator = indicatorOf(code)
    const [target, actual] = options.values[code]!
    const row = sheet.rows.length + 1
    const form = rateForm(indicator, Number(target), Number(actual), row)
    // A text such as 4,310 cannot be divided: there the office typed the rate in.
    const typed = ['target', 'actual'].some(
      (field) => typeof options.written?.[`${code}.${field}`]?.value === 'string'
    )
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(options.labels?.[code] ?? `${indicator.name}（${indicator.unit}）`),
      { ...cell(Number(target)), ...options.written?.[`${code}.target`] },
      cell(Number(indicator.fullMark), 'name'),
      { ...cell(Number(actual)), ...options.written?.[`${code}.actual`] },
      cell(Math.round(form.rate * 10_000) / 10_000, 'body', {
        format: '0.00%',
        ...(typed ? {} : { formula: `ROUND(${form.formula},4)` })
      }),
      cell(`${form.words}×权重，封顶100%`)
    ])
  })
  const weights = options.codes.reduce((sum, code) => sum + Number(indicatorOf(code).fullMark), 0)
  sheet.rows.push([
    cell(null, 'total'),
    cell('合  计', 'total'),
    cell(null, 'total'),
    cell(weights, 'total'),
    ...[0, 1, 2].map(() => cell(null, 'total'))
  ])
  bandRow(sheet, 'MAX=100  MIN=0  单项达成率<60%的说明原因', 'note', 7)
  bandRow(sheet, '填表人：            部门负责人：            复核人：            日期：', 'note', 7)
  return sheet
}

/** 完成率 as the method defines it for the indicator: its number, its formula in the sheet, its words. */
function rateForm(
  indicator: SampleIndicator,
  target: number,
  actual: number,
  row: number
): { rate: number; formula: string; words: string } {
  switch (indicator.rule.params.down) {
    case 'TARGET_OVER_VALUE':
      return { rate: target / actual, formula: `C${row}/E${row}`, words: '目标值÷实际值' }
    case 'TWO_MINUS_RATIO':
      return { rate: 2 - actual / target, formula: `2-E${row}/C${row}`, words: '（2−实际值÷目标值）' }
    default:
      return { rate: actual / target, formula: `E${row}/C${row}`, words: '完成率' }
  }
}
