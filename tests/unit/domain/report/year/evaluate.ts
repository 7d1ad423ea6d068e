import { D, dec } from '#shared/domain/number/decimal.ts'
import type { ReportRow, ReportTable, TableCell } from '#shared/domain/report/reportTable.ts'

function numberOf(cell: TableCell | undefined): number {
  if (cell === null || cell === undefined || typeof cell === 'string')
    throw new Error('no number in this cell')
  return Number(cell.number)
}

/** As spreadsheets round: half away from zero on the 15 digits that they keep. */
function round(value: number, places: number): string {
  return dec(value.toPrecision(15)).toFixed(places, D.ROUND_HALF_UP)
}

/**
 * A formula of these tables as a spreadsheet works it out, in doubles, from what stands in the cells. Knows ROUND, AVERAGE,
 * products and sums.
 */
export function evaluate(formula: string, row: ReportRow, { rows }: ReportTable): string {
  const filled = formula.replace(/\{([^{}]+?)(:all)?\}/g, (_, id: string, all: string | undefined) => {
    if (all === undefined) return String(numberOf(row.cells[id]))
    const column = rows.flatMap((each) => {
      const cell = each.cells[id]
      return cell == null || typeof cell === 'string' ? [] : [cell.number]
    })
    return column.join(',')
  })
  const match = /^ROUND\((.*),(\d)\)$/.exec(filled)
  if (match === null) throw new Error(`not a rounded formula: ${formula}`)
  return round(value(match[1]!), Number(match[2]))
}

/** Left to right by precedence: brackets, products, sums. */
function value(text: string): number {
  const averaged = text.replace(/AVERAGE\(([^()]*)\)/g, (_, list: string) => {
    const numbers = list.split(',').map(Number)
    return String(total(numbers) / numbers.length)
  })
  const plain = averaged.replace(/\(([^()]*)\)/g, (_, inner: string) => String(value(inner)))
  return total(plain.split('+').map(product))
}

function product(term: string): number {
  return term.split(/(?=[*/])/).reduce((before, part) => {
    if (part.startsWith('*')) return before * Number(part.slice(1))
    return part.startsWith('/') ? before / Number(part.slice(1)) : Number(part)
  }, NaN)
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
