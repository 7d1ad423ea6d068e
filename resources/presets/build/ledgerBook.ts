import { periodDays, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import {
  bandRow,
  cell,
  headRow,
  metaRow,
  serialOf,
  type Book,
  type Sheet
} from '../../samples/build/sheet.ts'
import { savedAt } from './scoreBooks.ts'

/** One entry of a sample's ledger. */
export interface SampleEntry {
  period: PeriodKey
  /** Day and month inside the quarter: `02-14`. */
  day: string
  unit: string
  classCode: string
  points: string
  reason: string
  evidence: string
}

/** 加减分台账 of a quarter; null where nothing was entered. */
export function ledgerBook(
  scheme: SchemeDefinition,
  entries: readonly SampleEntry[],
  period: PeriodKey
): Book | null {
  const own = entries.filter((entry) => entry.period === period)
  if (own.length === 0) return null
  const classes = new Map(
    scheme.races.flatMap((race) => (race.adjustments.classes ?? []).map((entry) => [entry.code, entry]))
  )
  const sheet: Sheet = {
    name: '加减分台账',
    rows: [],
    merges: [],
    widths: [6, 13, 20, 14, 38, 9, 9, 22, 14],
    repeat: [3, 3]
  }
  bandRow(sheet, `${periodTitle(period)}加减分台账`, 'title', 9)
  metaRow(sheet, '登记单位：考核办', `截止日期：${periodDays(period).last}`, 9)
  headRow(sheet, ['序号', '日期', '单位', '类别', '加减分事由', '加分', '扣分', '佐证材料', '审批'])
  own.forEach((entry, index) => {
    const kind = classes.get(entry.classCode)!
    const unit = scheme.units.find(({ code }) => code === entry.unit)!
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(serialOf(`${period.slice(0, 4)}-${entry.day}`), 'name', { format: 'yyyy/m/d' }),
      cell(unit.name),
      cell(kind.name),
      cell(entry.reason),
      cell(kind.sign === 'BONUS' ? Number(entry.points) : null),
      cell(kind.sign === 'BONUS' ? null : Number(entry.points)),
      cell(entry.evidence),
      cell('考核领导小组')
    ])
  })
  return { sheets: [sheet], savedAt: savedAt(period) }
}
