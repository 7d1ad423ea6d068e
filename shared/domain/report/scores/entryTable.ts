import { canonical, dec } from '../../number/decimal.ts'
import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable, TableCell } from '../reportTable.ts'
import { columnsOf, rowsOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'
import { unitsOf, unnamedOf } from './indicatorTable.ts'
import { writtenCell } from './liveNumber.ts'

interface EntryRow {
  unit: UnitResult
  entry: UnitResult['adjustments']['entries'][number]
}

export function entryTableId(race: RaceResult): string {
  return `entries:${race.race}`
}

/** Points of the ledger have as many decimals as somebody wrote. */
function pointsCell({ entry }: EntryRow, sign: 'BONUS' | 'DEDUCTION', decimals: number): TableCell {
  return entry.sign === sign ? writtenCell(canonical(dec(entry.entry.points)), decimals) : null
}

function entryColumns(decimals: number): ColumnSpec<EntryRow>[] {
  return [
    {
      ...{ id: 'UNIT', head: '单位', align: 'left', min: 14, max: 22, bold: true },
      cell: ({ unit }) => unit.name
    },
    { id: 'CLASS', head: '类别', align: 'left', min: 10, max: 16, cell: ({ entry }) => entry.className },
    {
      ...{ id: 'BONUS', head: '加分', align: 'right', min: 7, max: 9 },
      cell: (row) => pointsCell(row, 'BONUS', decimals)
    },
    {
      ...{ id: 'DEDUCTION', head: '减分', align: 'right', min: 7, max: 9 },
      cell: (row) => pointsCell(row, 'DEDUCTION', decimals)
    },
    {
      ...{ id: 'REASON', head: '事由', align: 'left', min: 22, max: 34 },
      cell: ({ entry }) => entry.entry.reason
    },
    {
      ...{ id: 'EVIDENCE', head: '依据', align: 'left', min: 10, max: 24 },
      cell: ({ entry }) => entry.entry.evidence ?? ''
    },
    {
      ...{ id: 'DATE', head: '日期', align: 'center', min: 11, max: 12 },
      cell: ({ entry }) => entry.entry.date ?? ''
    },
    {
      ...{ id: 'COUNTED', head: '计入情况', align: 'left', min: 22, max: 36 },
      cell: ({ unit }) => unit.adjustments.sentence
    }
  ]
}

/** 加减分明细: every ledger entry, with what counted after the caps in each unit's sentence. */
export function entryTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const units = unitsOf(race, options)
  const rows = units.flatMap((unit) => unit.adjustments.entries.map((entry): EntryRow => ({ unit, entry })))
  const columns = entryColumns(facts.results.decimals)
  const name = `${raceLabel(facts, race)}加减分明细`
  return {
    ...{ id: entryTableId(race), name, ...tableFrame(facts, options, name, '单位：分') },
    columns: columnsOf(columns),
    rows: rowsOf(columns, rows, (row, previous) => row.unit.group !== previous.unit.group),
    foot: [],
    remarks: restRemark(unnamedOf(race, units)),
    ...{ signatures: [], pinned: 1, filter: true, orientation: 'LANDSCAPE' }
  }
}
