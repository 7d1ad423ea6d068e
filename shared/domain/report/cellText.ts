import type { TableCell } from './reportTable.ts'

/** True minus, thousands separators from 1,000: `-1234.50` → `−1,234.50`. Digits are never rounded here. */
function printed(number: string, decimals: number | null): string {
  const negative = number.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? number.slice(1) : number).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const digits = decimals === null ? fraction : fraction.padEnd(decimals, '0')
  return `${negative ? '−' : ''}${grouped}${digits === '' ? '' : `.${digits}`}`
}

/** A cell as it stands on paper. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  const text = printed(cell.number, cell.decimals)
  const plus = cell.signed === true && !cell.number.startsWith('-') && /[1-9]/.test(cell.number) ? '+' : ''
  return `${plus}${text}${cell.suffix ?? ''}`
}
