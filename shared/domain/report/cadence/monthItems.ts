import { monthDays, monthOf, type IsoDate, type IsoMonth } from '../../calendar/isoDate.ts'
import { isFinished, isWithin, type CadenceItem } from '../../cadence/cadenceItem.ts'
import { itemsByUnit, standingsOf, type Standings } from '../../cadence/registerCounts.ts'
import { canonical, dec, mean, type DecimalString } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import { monthsOf } from '../../statements/taskMatrix.ts'
import type { ColumnSpec } from '../ranking/columnSpec.ts'
import { sectionOf, type CadenceFrame, type CadenceSection } from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import { itemLink, number, NUMBER, OWNER, percentCell, statusColumn, TITLE } from './itemColumns.ts'

interface PlanRow extends CadenceItem {
  doneBefore: DecimalString | null
  gap: DecimalString | null
  gained: DecimalString | null
}

function difference(a: DecimalString | null, b: DecimalString | null): DecimalString | null {
  return a === null || b === null ? null : canonical(round(dec(a).minus(dec(b)), 1))
}

/** Items that ran in the month and have a plan, by quantity or by time. */
export function planSection(
  frame: CadenceFrame,
  { vocabulary, unitOrder }: CadenceRegisters,
  given: { until: IsoDate; first: IsoDate; before: readonly CadenceItem[]; items: readonly CadenceItem[] }
): CadenceSection {
  const earlier = new Map(given.before.map((item) => [item.id, item]))
  const running = given.items.filter(
    (item) =>
      item.planned !== null &&
      (!isFinished(item) || isWithin(item.doneOn, { first: given.first, last: given.until }))
  )
  const rows = itemsByUnit(running, unitOrder).flatMap(({ items }) =>
    items.map((item): PlanRow => {
      const doneBefore = earlier.get(item.id)?.done ?? null
      return {
        ...item,
        doneBefore,
        gap: difference(item.done, item.planned),
        // What nobody had reported a month ago counts from 0 once something is reported.
        gained: item.done === null ? null : difference(item.done, doneBefore ?? '0')
      }
    })
  )
  const signed = (value: DecimalString | null) =>
    value === null ? '/' : { number: value, decimals: null, signed: true }
  return sectionOf(frame, {
    ...{ id: 'month.plan', title: '计划与完成', rows, link: itemLink },
    hint: `${rows.length} 项有计划的事项`,
    columns: [
      NUMBER,
      TITLE,
      OWNER,
      { id: 'PLANNED', head: '计划\n进度', ...number, cell: ({ planned }) => percentCell(planned) },
      {
        id: 'DONE',
        head: '完成\n进度',
        ...number,
        tint: true,
        cell: ({ done }) => (done === null ? '未报' : percentCell(done))
      },
      { id: 'GAP', head: '偏差\n（百分点）', ...number, min: 10, cell: ({ gap }) => signed(gap) },
      { id: 'BEFORE', head: '上月末', ...number, cell: ({ doneBefore }) => percentCell(doneBefore) },
      { id: 'GAINED', head: '本月\n新增', ...number, cell: ({ gained }) => signed(gained) },
      statusColumn(vocabulary)
    ],
    empty: '没有分月计划或完成时限的事项。',
    remarks: ['计划按分月计划，没有的按开始日到完成时限均匀推进；没有报过进展的记「未报」，不是 0。']
  })
}

interface PaceRow {
  unit: string
  name: string
  items: number
  now: DecimalString | null
  before: DecimalString | null
  change: DecimalString | null
}

/** Mean progress of the same items at both ends of the month. */
export function paceSection(
  frame: CadenceFrame,
  { unitOrder }: CadenceRegisters,
  items: readonly CadenceItem[],
  before: readonly CadenceItem[]
): CadenceSection {
  const earlier = new Map(before.map((item) => [item.id, item]))
  const rows = itemsByUnit(items, unitOrder)
    .map(({ unit, name, items: own }): PaceRow => {
      const both = own.flatMap((item) => {
        const then = earlier.get(item.id)
        return then === undefined || item.done === null ? [] : [{ now: item.done, then: then.done ?? '0' }]
      })
      const average = (values: readonly DecimalString[]): DecimalString | null =>
        values.length === 0 ? null : canonical(round(mean(values.map((value) => dec(value))), 1))
      const now = average(both.map((pair) => pair.now))
      const then = average(both.map((pair) => pair.then))
      return { unit, name, items: both.length, now, before: then, change: difference(now, then) }
    })
    .filter((row) => row.items > 0 && row.unit !== '')
    .sort((a, b) => dec(b.change ?? '0').comparedTo(dec(a.change ?? '0')))
  return sectionOf(frame, {
    ...{ id: 'month.pace', title: '比上月推进', rows, hint: `${rows.length} 个单位` },
    columns: [
      { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true, cell: ({ name }) => name },
      { id: 'ITEMS', head: '事项', ...number, cell: (row) => ({ number: String(row.items), decimals: 0 }) },
      { id: 'BEFORE', head: '上月末\n平均进度', ...number, min: 10, cell: (row) => percentCell(row.before) },
      { id: 'NOW', head: '本月\n平均进度', ...number, min: 10, cell: ({ now }) => percentCell(now) },
      {
        ...{ id: 'CHANGE', head: '推进\n（百分点）', ...number, min: 10, tint: true },
        cell: ({ change }) => (change === null ? '/' : { number: change, decimals: 1, signed: true }),
        red: ({ change }) => change !== null && dec(change).greaterThan(0)
      }
    ],
    link: ({ unit }) => ({ unit }),
    empty: '上月末还没有事项，无从比较。',
    remarks: ['只比上月末已经在册、现在报过进展的事项。']
  })
}

interface MatrixRow {
  unit: string
  name: string
  cells: ReadonlyMap<IsoMonth, string>
  red: ReadonlySet<IsoMonth>
}

/** 「全线达标」 where nothing is behind, else what is: words, because paper has no colours. */
export function monthWord({ open, onTrack, slightly, behind, overdue }: Standings): string {
  if (open === 0) return '/'
  if (onTrack === open) return `全线达标 ${open}`
  const parts = [
    overdue === 0 ? '' : `逾期 ${overdue}`,
    behind === 0 ? '' : `落后 ${behind}`,
    slightly === 0 ? '' : `稍缓 ${slightly}`
  ].filter((part) => part !== '')
  return parts.length === 0 ? `达标 ${onTrack}/${open}` : parts.join(' ')
}

/** Lights of the units month by month, in words. */
export function matrixSection(
  frame: CadenceFrame,
  registers: CadenceRegisters,
  month: IsoMonth
): CadenceSection {
  const { unitOrder, on } = registers
  const months = monthsOf(Number(month.slice(0, 4))).filter((each) => each <= month && each <= monthOf(on))
  const rows = new Map<string, { name: string; cells: Map<IsoMonth, string>; red: Set<IsoMonth> }>()
  for (const each of months) {
    const { last } = monthDays(each)
    for (const { unit, name, items } of itemsByUnit(registers.itemsOn(last < on ? last : on), unitOrder)) {
      const row = rows.get(unit) ?? { name, cells: new Map(), red: new Set() }
      const standings = standingsOf(items)
      row.cells.set(each, monthWord(standings))
      if (standings.open > 0 && standings.onTrack === standings.open) row.red.add(each)
      rows.set(unit, row)
    }
  }
  const ordered = itemsByUnit(
    [...rows].map(([unit, row]) => ({ ...row, owner: unit === '' ? null : unit, ownerName: row.name })),
    unitOrder
  ).flatMap(({ unit, items }) => items.map(({ name, cells, red }): MatrixRow => ({ unit, name, cells, red })))
  return sectionOf(frame, {
    ...{ id: 'month.matrix', title: '各单位逐月状态', rows: ordered, hint: '月末未办结事项的状态' },
    columns: [
      { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 26, bold: true, cell: ({ name }) => name },
      ...months.map((each): ColumnSpec<MatrixRow> => ({
        ...{ id: each, head: `${Number(each.slice(5))}月`, align: 'center', min: 9, max: 16 },
        cell: ({ cells }) => cells.get(each) ?? '/',
        red: ({ red }) => red.has(each)
      }))
    ],
    link: ({ unit }) => (unit === '' ? null : { unit }),
    empty: '没有在册的事项。',
    remarks: [
      '「/」：当月没有未办结的事项。数字是项数；全线达标：未办结事项全部达标或领先。本月看到今天为止。'
    ]
  })
}
