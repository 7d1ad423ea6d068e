import { indicatorOf } from './catalogue.ts'
import { selfScore } from './selfScore.ts'
import { bandRow, cell, headRow, metaRow, type Cell, type Sheet } from './sheet.ts'

export type UnitValues = Readonly<Record<string, readonly [string | null, string | null]>>

/** How single cells are written otherwise than as a plain number: `a1.actual` → cell. */
export type Written = Readonly<Record<string, Partial<Cell>>>

export interface UnitItemsOptions {
  sheetName: string
  title: string
  unitLine: string
  dateLine: string
  values: UnitValues
  codes: readonly string[]
  /** Header of the measure column; offices write 单位 and mean 计量单位. */
  measureHead: '单位' | '计量单位'
  written?: Written
  /** Row labels that differ from the scheme's names. */
  labels?: Readonly<Record<string, string>>
  remarks?: Readonly<Record<string, string>>
  /** A total that is off, as found in real sheets. */
  totalOff?: number
  notes: readonly string[]
}

/** One unit's item sheet: 序号 | 指标 | 单位 | 目标值 | 实际完成 | 自评分 | 备注. */
export function unitItemsSheet(options: UnitItemsOptions): Sheet {
  const sheet: Sheet = {
    name: options.sheetName,
    rows: [],
    merges: [],
    widths: [6, 30, 10, 13, 13, 10, 24],
    repeat: [3, 3]
  }
  bandRow(sheet, options.title, 'title', 7)
  metaRow(sheet, options.unitLine, options.dateLine, 7)
  headRow(sheet, ['序号', '指标', options.measureHead, '目标值', '实际完成', '自评分', '备注'])
  const first = sheet.rows.length + 1
  let sum = 0
  options.codes.forEach((code, index) => {
    const indicator = indicatorOf(code)
    const [target, actual] = options.values[code]!
    const own = selfScore(indicator, target!, actual!)
    sum += own
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(options.labels?.[code] ?? indicator.name),
      cell(indicator.unit, 'name'),
      { ...cell(Number(target)), ...options.written?.[`${code}.target`] },
      { ...cell(Number(actual)), ...options.written?.[`${code}.actual`] },
      cell(own),
      cell(options.remarks?.[code] ?? null)
    ])
  })
  const total = Math.round((sum + (options.totalOff ?? 0)) * 10) / 10
  const formula = options.totalOff === undefined ? { formula: `SUM(F${first}:F${sheet.rows.length})` } : {}
  sheet.rows.push([
    cell(null, 'total'),
    cell('合计', 'total'),
    ...[0, 1, 2].map(() => cell(null, 'total')),
    cell(total, 'total', formula),
    cell(null, 'total')
  ])
  for (const note of options.notes) bandRow(sheet, note, 'note', 7)
  return sheet
}
