import { canonical, dec } from '../../number/decimal.ts'
import { periodTitle } from '../../period/periodKey.ts'
import { LEDGER_STATE_WORDS } from '../../incentive/ledgerEntry.ts'
import { LEVEL_WORDS } from '../../incentive/honourLevel.ts'
import type { LedgerEntryView, LedgerView } from '../../incentive/ledgerView.ts'
import { countCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import type { ReportTable, TableCell } from '../reportTable.ts'
import { listTable, type ListFrame } from './listTable.ts'

type Numbered = LedgerEntryView & { no: number }

/** Points as somebody wrote them, with at least the decimals of the scheme. */
function pointsCell(points: string, decimals: number): TableCell {
  const value = dec(points)
  return { number: canonical(value), decimals: Math.max(decimals, value.decimalPlaces()) }
}

const side =
  (sign: LedgerEntryView['sign'], decimals: number) =>
  (row: Numbered): TableCell =>
    row.sign === sign ? pointsCell(row.points, decimals) : null

function ledgerColumns(decimals: number): ColumnSpec<Numbered>[] {
  return [
    { id: 'NO', head: '序号', align: 'center', min: 5, max: 6, cell: (row) => countCell(row.no) },
    { id: 'DATE', head: '日期', align: 'center', min: 11, max: 12, cell: (row) => row.date ?? '' },
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 20, bold: true, cell: (row) => row.unitName },
    { id: 'CLASS', head: '类别', align: 'left', min: 10, max: 14, cell: (row) => row.className },
    { id: 'BONUS', head: '加分', align: 'right', min: 7, max: 8, cell: side('BONUS', decimals) },
    { id: 'DEDUCTION', head: '减分', align: 'right', min: 7, max: 8, cell: side('DEDUCTION', decimals) },
    {
      ...{ id: 'COUNTED', head: '计入', align: 'right', min: 7, max: 8, bold: true, tint: true },
      cell: (row) => (row.counts === null ? null : pointsCell(row.counts, decimals))
    },
    { id: 'REASON', head: '事由', align: 'left', min: 22, max: 34, cell: reasonText },
    { id: 'EVIDENCE', head: '依据', align: 'left', min: 12, max: 20, cell: (row) => row.evidence },
    { id: 'PEOPLE', head: '登记、批准', align: 'left', min: 12, max: 18, cell: peopleText },
    {
      id: 'STATE',
      head: '状态',
      align: 'center',
      min: 8,
      max: 9,
      cell: (row) => LEDGER_STATE_WORDS[row.state]
    },
    { id: 'SOURCE', head: '来源', align: 'left', min: 12, max: 24, cell: sourceCell }
  ]
}

function reasonText(row: LedgerEntryView): string {
  const word = row.state === 'reversed' && row.said !== null ? `（已冲销：${row.said.text}）` : ''
  return `${row.reason}${word}`
}

function peopleText({ reporter, approver }: LedgerEntryView): string {
  return [reporter, approver].filter((name) => name !== null && name !== '').join(' / ')
}

function sourceCell({ source }: LedgerEntryView): string {
  if (source === null) return ''
  return source.kind === 'cell' ? `${source.file} ${source.sheet} ${source.address}` : '窗口登记'
}

/** 加减分台账 of a quarter in every state: what counts of each entry, who entered and approved it, where it comes from. */
export function ledgerTable(frame: ListFrame, view: LedgerView): ReportTable {
  const rows = view.entries.toReversed()
  const capped = rows.filter((row) => row.counts !== null && row.counts !== row.points)
  const count = (state: LedgerEntryView['state']): number => rows.filter((row) => row.state === state).length
  return listTable(frame, {
    ...{ id: 'ledger', name: '加减分台账', title: `${periodTitle(view.period)}加减分台账`, note: '单位：分' },
    columns: ledgerColumns(view.decimals),
    rows,
    empty: '本季度没有加减分。',
    remarks: [
      `共 ${rows.length} 笔：已计入 ${count('effective')} 笔，待审批 ${count('submitted')} 笔，草稿 ${count('draft')} 笔，已冲销 ${count('reversed')} 笔；只有已计入的进入成绩。`,
      ...capped.map((row) => `第 ${rows.indexOf(row) + 1} 笔 ${row.unitName}：${row.countsWhy}`)
    ],
    ...{ signed: true, pinned: 3, orientation: 'LANDSCAPE' }
  })
}

const INSTANT_COLUMNS = (decimals: number): ColumnSpec<Numbered>[] => [
  { id: 'NO', head: '序号', align: 'center', min: 5, max: 6, cell: (row) => countCell(row.no) },
  { id: 'DATE', head: '日期', align: 'center', min: 11, max: 12, cell: (row) => row.date ?? '' },
  { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 22, bold: true, cell: (row) => row.unitName },
  { id: 'REASON', head: '表扬事由', align: 'left', min: 26, max: 44, cell: (row) => row.reason },
  {
    ...{ id: 'ITEM', head: '激励项目', align: 'left', min: 12, max: 18 },
    cell: (row) =>
      [row.catalogue?.name ?? row.className, row.level === null ? '' : LEVEL_WORDS[row.level]]
        .filter((part) => part !== '')
        .join(' · ')
  },
  {
    id: 'BONUS',
    head: '加分',
    align: 'right',
    min: 7,
    max: 9,
    bold: true,
    cell: (row) => pointsCell(row.points, decimals)
  },
  { id: 'EVIDENCE', head: '依据', align: 'left', min: 12, max: 22, cell: (row) => row.evidence }
]

/** Instant rewards that count, oldest first. */
export function instantEntries(entries: readonly LedgerEntryView[]): LedgerEntryView[] {
  return entries
    .filter((row) => row.instant && row.sign === 'BONUS' && row.state === 'effective')
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.id - b.id)
}

/** 即时激励通报表扬名单 of a quarter: who was rewarded on which day for what (即时激励 → 季度赛马 → 年终考核). */
export function instantTable(frame: ListFrame, view: LedgerView): ReportTable {
  const rows = instantEntries(view.entries)
  const units = new Set(rows.map((row) => row.unit)).size
  return listTable(frame, {
    ...{ id: 'instant', name: '即时激励', title: `${periodTitle(view.period)}即时激励通报表扬名单` },
    note: rows.length === 0 ? '' : `${units} 个单位，${rows.length} 笔`,
    columns: INSTANT_COLUMNS(view.decimals),
    rows,
    empty: '本季度没有即时激励。',
    remarks: ['加分记入本季度加减分台账，按考核方案的类别封顶计入总得分。'],
    ...{ signed: false, pinned: 3, orientation: 'LANDSCAPE' }
  })
}
