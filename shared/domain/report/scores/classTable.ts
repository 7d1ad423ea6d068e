import { dec, sum } from '../../number/decimal.ts'
import type { AdjustmentResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { columnsOf, countCell, rowsOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { NumberCell, ReportTable } from '../reportTable.ts'
import { entryTableId } from './entryTable.ts'
import { unitsOf, unnamedOf } from './indicatorTable.ts'
import { sumFormula, sumValue, writtenCell } from './liveNumber.ts'

export type Sign = 'BONUS' | 'DEDUCTION'
export const SIGN_WORDS: Record<Sign, string> = { BONUS: '加分', DEDUCTION: '减分' }

export interface ClassRow {
  unit: UnitResult
  adjusted: AdjustmentResult['classes'][number]
}

/** Classes in which a unit has entries. */
export function classRows(units: readonly UnitResult[]): ClassRow[] {
  return units.flatMap((unit) =>
    unit.adjustments.classes
      .filter(({ code }) => unit.adjustments.entries.some(({ entry }) => entry.classCode === code))
      .map((adjusted) => ({ unit, adjusted }))
  )
}

export function classTableId(race: RaceResult): string {
  return `classes:${race.race}`
}

/** 单位, and 组别 where there are several. */
export function unitColumns<Row extends { unit: UnitResult }>(race: RaceResult): ColumnSpec<Row>[] {
  const names = new Map(race.groups.map(({ group, name }) => [group, name]))
  const unit: ColumnSpec<Row> = {
    ...{ id: 'UNIT', head: '单位', align: 'left', min: 16, max: 28, bold: true },
    cell: (row) => row.unit.name
  }
  const group: ColumnSpec<Row> = {
    ...{ id: 'GROUP', head: '组别', align: 'left', min: 10, max: 16 },
    cell: (row) => names.get(row.unit.group) ?? row.unit.group
  }
  return race.groups.length > 1 ? [unit, group] : [unit]
}

/** By what a spreadsheet takes two texts for the same: it does not look at case. */
export function sheetKey(...texts: readonly string[]): string {
  return JSON.stringify(texts.map((text) => text.toLowerCase()))
}

type Entry = UnitResult['adjustments']['entries'][number]

/** Entries by unit and class as formulas find them: by name, whoever bears it. */
function entriesByName(units: readonly UnitResult[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const unit of units)
    for (const entry of unit.adjustments.entries) {
      const key = sheetKey(unit.name, entry.className)
      found.set(key, [...(found.get(key) ?? []), entry])
    }
  return found
}

function classColumns(
  race: RaceResult,
  units: readonly UnitResult[],
  decimals: number
): ColumnSpec<ClassRow>[] {
  const byName = entriesByName(units)
  const found = ({ unit, adjusted }: ClassRow): Entry[] =>
    byName.get(sheetKey(unit.name, adjusted.name)) ?? []
  const id = entryTableId(race)
  const matching = `--({${id}!UNIT:all}={UNIT}),--({${id}!CLASS:all}={CLASS})`
  const countOf = (row: ClassRow): NumberCell => {
    const own = row.unit.adjustments.entries.filter(({ entry }) => entry.classCode === row.adjusted.code)
    const live = own.length === found(row).length
    return { ...countCell(own.length), ...(live ? { formula: `SUMPRODUCT(${matching})` } : {}) }
  }
  const sumOf = (row: ClassRow): NumberCell => {
    const entries = found(row).filter(({ sign }) => sign === row.adjusted.sign)
    const value = sumValue(sum(entries.map(({ entry }) => dec(entry.points))), true)
    const cell = writtenCell(row.adjusted.sum, decimals)
    const formula = sumFormula(`SUMPRODUCT(${matching},{${id}!${row.adjusted.sign}:all})`, true)
    return value.equals(dec(row.adjusted.sum)) ? { ...cell, formula } : cell
  }
  const shape = { align: 'right', min: 9, max: 12 } as const
  return [
    ...unitColumns<ClassRow>(race),
    { id: 'CLASS', head: '类别', align: 'left', min: 12, max: 20, cell: ({ adjusted }) => adjusted.name },
    {
      ...{ id: 'SIGN', head: '加或减', align: 'center', min: 8, max: 9 },
      cell: ({ adjusted }) => SIGN_WORDS[adjusted.sign]
    },
    { id: 'COUNT', head: '笔数', align: 'right', min: 7, max: 9, cell: countOf },
    { id: 'SUM', head: '合计', ...shape, cell: sumOf },
    {
      ...{ id: 'CAP', head: '封顶', ...shape },
      cell: ({ adjusted }) => (adjusted.cap === null ? '不封顶' : writtenCell(adjusted.cap, decimals))
    },
    {
      ...{ id: 'COUNTED', head: '计入', ...shape, bold: true, tint: true },
      cell: ({ adjusted }) => countedCell(adjusted, decimals)
    }
  ]
}

/** The smaller of sum and cap, live where that is what counted. */
function countedCell({ sum: total, counted, cap }: ClassRow['adjusted'], decimals: number): NumberCell {
  const cell = writtenCell(counted, decimals)
  const value = cap === null || dec(total).lessThan(dec(cap)) ? dec(total) : dec(cap)
  if (!value.equals(dec(counted))) return cell
  return { ...cell, formula: cap === null ? '{SUM}' : 'MIN({SUM},{CAP})' }
}

/** Sum, cap and what counts of each class of each unit; sums look into the entries, what counts at sum and cap. */
export function classTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const units = unitsOf(race, options)
  const rows = classRows(units)
  const columns = classColumns(race, units, facts.results.decimals)
  const name = `${raceLabel(facts, race)}类别合计`
  return {
    ...{ id: classTableId(race), name, ...tableFrame(facts, options, name, '单位：分') },
    columns: columnsOf(columns),
    rows: rowsOf(columns, rows, (row, previous) => row.unit.group !== previous.unit.group),
    foot: [],
    remarks: [
      ...restRemark(unnamedOf(race, units)),
      '合计是加减分明细按单位和类别加总，计入是合计与封顶中较小的。'
    ],
    sheetRemarks: ['合计和计入带公式，改动加减分明细，会跟着重算。'],
    ...{ signatures: [], pinned: 1, filter: rows.length > 0, orientation: 'PORTRAIT' }
  }
}
