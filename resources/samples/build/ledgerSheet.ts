import { adjustmentClassOf, unitName } from './catalogue.ts'
import { bandRow, cell, headRow, metaRow, serialOf, type Cell, type Sheet } from './sheet.ts'
import type { SampleAdjustment } from '../data/adjustments.ts'

export interface LedgerOptions {
  title: string
  meta: readonly [string, string]
  entries: readonly SampleAdjustment[]
  /** Dates that were typed as text: index → text. */
  typedDates?: Readonly<Record<number, string>>
  typedPoints?: Readonly<Record<number, string>>
  /** Units written by another name: index → text. */
  typedUnits?: Readonly<Record<number, string>>
  notes: readonly string[]
}

/** 加减分台账: one row an event, bonus and deduction in columns of their own. */
export function ledgerSheet(options: LedgerOptions): Sheet {
  const sheet: Sheet = {
    name: '加减分台账',
    rows: [],
    merges: [],
    widths: [6, 13, 18, 15, 36, 9, 9, 16, 12],
    repeat: [3, 3]
  }
  bandRow(sheet, options.title, 'title', 9)
  metaRow(sheet, ...options.meta, 9)
  headRow(sheet, ['序号', '日期', '单位', '类别', '加减分事由', '加分', '扣分', '佐证材料', '审批'])
  const sums = { BONUS: 0, DEDUCTION: 0 }
  options.entries.forEach((entry, index) => {
    const kind = adjustmentClassOf(entry.classCode)
    const bonus = kind.sign === 'BONUS'
    sums[bonus ? 'BONUS' : 'DEDUCTION'] += Number(entry.points)
    const points = cell(options.typedPoints?.[index] ?? Number(entry.points))
    sheet.rows.push([
      cell(index + 1, 'name'),
      dateCell(entry.date, options.typedDates?.[index]),
      cell(options.typedUnits?.[index] ?? unitName(entry.unit)),
      cell(kind.name),
      cell(entry.reason),
      bonus ? points : cell(null),
      bonus ? cell(null) : points,
      cell(entry.evidence),
      cell(entry.approver)
    ])
  })
  sheet.rows.push([
    cell(null, 'total'),
    cell('合计', 'total'),
    ...[0, 1, 2].map(() => cell(null, 'total')),
    cell(sums.BONUS, 'total'),
    cell(sums.DEDUCTION, 'total'),
    cell(null, 'total'),
    cell(null, 'total')
  ])
  for (const note of options.notes) bandRow(sheet, note, 'note', 9)
  return sheet
}

function dateCell(date: string, typed: string | undefined): Cell {
  return typed === undefined ? cell(serialOf(date), 'name', { format: 'yyyy/m/d' }) : cell(typed, 'name')
}
