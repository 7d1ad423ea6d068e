import { canonical, dec, sum } from '../../number/decimal.ts'
import type { RaceResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { NumberCell, ReportTable } from '../reportTable.ts'
import { entryTable } from './entryTable.ts'
import { sumFormula } from './liveNumber.ts'

/** Every entry, with the live sums of both columns beneath; a sentence where there is none. */
export function summedEntries(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const table = entryTable(facts, options, race)
  if (table.rows.length === 0)
    return { ...table, filter: false, remarks: [...table.remarks, '本季度没有加减分。'] }
  const total = (column: 'BONUS' | 'DEDUCTION'): NumberCell => {
    const cells = table.rows.flatMap((row) => row.cells[column] ?? [])
    const numbers = cells.filter((cell) => typeof cell !== 'string')
    return {
      number: canonical(sum(numbers.map((cell) => dec(cell.number)))),
      decimals: Math.max(facts.results.decimals, ...numbers.map((cell) => cell.decimals ?? 0)),
      formula: sumFormula(`SUM({${column}:all})`, true)
    }
  }
  return {
    ...table,
    foot: [{ cells: { UNIT: '合计', BONUS: total('BONUS'), DEDUCTION: total('DEDUCTION') } }]
  }
}
