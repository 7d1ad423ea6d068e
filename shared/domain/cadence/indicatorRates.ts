import { canonical, dec, HUNDRED, mean, type D, type DecimalString } from '../number/decimal.ts'
import { round } from '../number/rounding.ts'
import type { ResultSet } from '../ranking/resultSet.ts'

/** Mean score rate of an indicator over the ranked units, percent with two decimals, beside that of an earlier quarter. */
export interface IndicatorRate {
  indicator: string
  name: string
  dimension: string
  units: number
  rate: DecimalString
  /** Null where the earlier quarter did not have it. */
  before: DecimalString | null
  /** Percentage points. */
  change: DecimalString | null
}

interface Entry {
  name: string
  dimension: string
  rates: D[]
}

function entriesOf({ races }: Pick<ResultSet, 'races'>): Map<string, Entry> {
  const all = new Map<string, Entry>()
  for (const unit of races.flatMap((race) => race.groups.flatMap((group) => group.units))) {
    if (unit.rank === null) continue
    for (const dimension of unit.dimensions)
      for (const { indicator, name, rate } of dimension.indicators) {
        if (rate === null) continue
        const entry = all.get(indicator) ?? { name, dimension: dimension.name, rates: [] }
        entry.rates.push(dec(rate))
        all.set(indicator, entry)
      }
  }
  return all
}

const percent = (rates: readonly D[]): D => mean([...rates]).times(HUNDRED)

/** Lowest rate first. */
export function indicatorRates(
  now: Pick<ResultSet, 'races'>,
  earlier: Pick<ResultSet, 'races'> | null
): IndicatorRate[] {
  const before = earlier === null ? new Map<string, Entry>() : entriesOf(earlier)
  return [...entriesOf(now)]
    .map(([indicator, { name, dimension, rates }]) => {
      const rate = percent(rates)
      const then = before.get(indicator)
      const last = then === undefined ? null : percent(then.rates)
      const text = (value: D): DecimalString => canonical(round(value, 2))
      return {
        sort: rate,
        row: {
          ...{ indicator, name, dimension, units: rates.length, rate: text(rate) },
          before: last === null ? null : text(last),
          change: last === null ? null : text(round(rate, 2).minus(round(last, 2)))
        }
      }
    })
    .sort((a, b) => a.sort.comparedTo(b.sort))
    .map(({ row }) => row)
}
