import { canonical, dec, sum, type DecimalString } from '#shared/domain/number/decimal.ts'
import type { AdjustmentResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'

export interface LedgerRow {
  key: string
  unit: string
  unitName: string
  className: string
  sign: 'BONUS' | 'DEDUCTION'
  entry: AdjustmentResult['entries'][number]['entry']
}

export interface UnitTotal {
  unit: string
  name: string
  count: number
  bonus: string
  deduction: string
  net: DecimalString
}

/** All entries of the ledger, newest first, then in the order of the register. */
export function ledgerRows(results: ResultSet): LedgerRow[] {
  return results.races
    .flatMap((race) => race.groups.flatMap((group) => group.units))
    .flatMap((unit) =>
      unit.adjustments.entries.map(({ entry, className, sign }) => ({
        key: `${unit.unit}-${entry.id}`,
        unit: unit.unit,
        unitName: unit.name,
        className,
        sign,
        entry
      }))
    )
    .sort((a, b) => (b.entry.date ?? '').localeCompare(a.entry.date ?? '') || a.entry.id - b.entry.id)
}

/** What counted for each unit that has entries; most entries first would hide the order, so the display order stays. */
export function unitTotals(results: ResultSet): UnitTotal[] {
  return results.races
    .flatMap((race) => race.groups.flatMap((group) => group.units))
    .filter((unit) => unit.adjustments.entries.length > 0)
    .map((unit) => ({
      unit: unit.unit,
      name: unit.name,
      count: unit.adjustments.entries.length,
      bonus: unit.adjustments.bonus.printed,
      deduction: unit.adjustments.deduction.printed,
      net: canonical(dec(unit.adjustments.bonus.exact).minus(dec(unit.adjustments.deduction.exact)))
    }))
}

/** Whether a class gave less than its entries add up to. */
export function isCapped(line: AdjustmentResult['classes'][number]): boolean {
  return dec(line.counted).lessThan(dec(line.sum))
}

/** What the classes of one sign count together, before the cap over all bonuses. */
export function classTotal(lines: AdjustmentResult['classes'], sign: 'BONUS' | 'DEDUCTION'): DecimalString {
  return canonical(sum(lines.filter((line) => line.sign === sign).map((line) => dec(line.counted))))
}
