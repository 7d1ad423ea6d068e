import { groupedBy } from '../../groupedBy.ts'
import type { CadenceItem, CadenceSlip } from '../../cadence/cadenceItem.ts'
import type { DayRange } from '../../cadence/cadenceKey.ts'
import { isWithin } from '../../cadence/cadenceItem.ts'
import { registerRates, type RegisterRate } from '../../cadence/registerCounts.ts'
import type { RegisterEvent } from '../../register/registerEvent.ts'
import { problemSource } from '../../register/registerItem.ts'
import { PROBLEM_SOURCES, REGISTER_TYPES } from '../../register/registerWords.ts'
import { SLIP_KINDS, SLIP_LEVELS } from '../../supervision/slipWords.ts'
import { countCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { sectionOf, type CadenceFrame, type CadenceSection } from './cadenceContent.ts'
import { number, percentCell } from './itemColumns.ts'

/** Parts that the half-year and the year have in common. */

/** 销号率 by register. */
export function registerSection(frame: CadenceFrame, rates: readonly RegisterRate[]): CadenceSection {
  const count = (id: string, head: string, of: (rate: RegisterRate) => number): ColumnSpec<RegisterRate> => ({
    ...{ id, head, ...number },
    cell: (rate) => countCell(of(rate))
  })
  return sectionOf(frame, {
    ...{ id: 'span.registers', title: '清单销号情况', rows: rates, hint: `${rates.length} 种清单` },
    columns: [
      {
        ...{ id: 'TYPE', head: '清单', align: 'left', min: 16, max: 26, bold: true },
        cell: ({ type }) => REGISTER_TYPES[type].name
      },
      count('TOTAL', '在册', ({ total }) => total),
      count('OPENED', '期内\n登记', ({ opened }) => opened),
      count('DONE', '期内\n报结', ({ done }) => done),
      count('CLOSED', '期内\n销号', ({ closed }) => closed),
      count('SO_FAR', '累计\n销号', ({ closedSoFar }) => closedSoFar),
      { id: 'RATE', head: '销号率', ...number, tint: true, cell: ({ rate }) => percentCell(rate) },
      count('OVERDUE', '逾期', ({ overdue }) => overdue)
    ],
    empty: '清单里还没有事项。',
    remarks: ['在册含已销号，不含作废；销号率 = 累计销号 ÷ 在册。']
  })
}

export function registerSectionOf(
  frame: CadenceFrame,
  items: readonly CadenceItem[],
  events: readonly RegisterEvent[],
  days: DayRange
): { section: CadenceSection; rates: readonly RegisterRate[] } {
  const rates = registerRates(items, events, days)
  return { section: registerSection(frame, rates), rates }
}

interface SourceRow {
  name: string
  open: number
  overdue: number
  total: number
}

/** Problems that are not closed, by their source (S59). */
export function problemSection(frame: CadenceFrame, items: readonly CadenceItem[]): CadenceSection {
  const problems = items.filter(({ type }) => type === 'PROBLEM')
  const bySource = groupedBy(problems, (item) => item.problemSource)
  const rows = [...problemSource.options, null].flatMap((source): SourceRow[] => {
    const own = bySource.get(source)
    if (own === undefined) return []
    return [
      {
        name: source === null ? '没有写明来源' : PROBLEM_SOURCES[source],
        total: own.length,
        open: own.filter(({ state }) => state !== 'CLOSED').length,
        overdue: own.filter(({ status }) => status === 'OVERDUE').length
      }
    ]
  })
  return sectionOf(frame, {
    ...{ id: 'span.problems', title: '七张问题清单未销号', rows, hint: '按问题来源' },
    columns: [
      { id: 'SOURCE', head: '来源', align: 'left', min: 18, max: 28, bold: true, cell: ({ name }) => name },
      { id: 'TOTAL', head: '在册', ...number, cell: ({ total }) => countCell(total) },
      { id: 'OPEN', head: '未销号', ...number, tint: true, cell: ({ open }) => countCell(open) },
      { id: 'OVERDUE', head: '逾期', ...number, cell: ({ overdue }) => countCell(overdue) }
    ],
    empty: '七张问题清单里没有事项。'
  })
}

interface SlipRow {
  name: string
  issued: number
  closed: number
  open: number
}

/** Slips that were issued in some days, by kind and colour. */
export function slipSummary(
  frame: CadenceFrame,
  slips: readonly CadenceSlip[],
  days: DayRange
): { section: CadenceSection; issued: number } {
  const issued = slips.filter((slip) => slip.state !== 'WITHDRAWN' && isWithin(slip.issuedOn, days))
  const rows = [...groupedBy(issued, ({ kind, level }) => `${kind} ${level ?? ''}`)].map(
    ([, own]): SlipRow => {
      const { kind, level } = own[0]!
      return {
        name: level === null ? SLIP_KINDS[kind].name : SLIP_LEVELS[level].name,
        issued: own.length,
        closed: own.filter(({ state }) => state === 'CLOSED').length,
        open: own.filter(({ state }) => state !== 'CLOSED').length
      }
    }
  )
  const section = sectionOf(frame, {
    ...{ id: 'span.slips', title: '督办情况', rows, hint: `发出 ${issued.length} 张` },
    columns: [
      { id: 'KIND', head: '种类', align: 'left', min: 18, max: 28, bold: true, cell: ({ name }) => name },
      { id: 'ISSUED', head: '发出', ...number, cell: (row) => countCell(row.issued) },
      { id: 'CLOSED', head: '办结', ...number, cell: ({ closed }) => countCell(closed) },
      { id: 'OPEN', head: '未办结', ...number, tint: true, cell: ({ open }) => countCell(open) }
    ],
    empty: '没有发出督办单。',
    remarks: ['颜色按现在的级别计；撤回的不计。']
  })
  return { section, issued: issued.length }
}
