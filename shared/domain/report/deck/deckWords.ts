import { canonical, dec } from '../../number/decimal.ts'
import { textWidth } from '../chart/textMeasure.ts'
import type { SlidePart } from './deckContent.ts'
import type { ReportColumn, ReportRow, TableCell } from '../reportTable.ts'

/** Width in em of the names that a sentence lists before it counts. */
const LIST_WIDTH = 20

/**
 * `甲处、乙处、丙处`; of many, as many as read well: `甲处、乙处等9个单位`. `more` are those that must not be named and are
 * counted with the others.
 */
export function nameList(names: readonly string[], more = 0, width = LIST_WIDTH): string {
  const count = names.length + more
  if (names.length === 0) return `${count}个单位`
  let shown = names.length
  while (shown > 1 && textWidth(names.slice(0, shown).join('、'), 1) > width) shown -= 1
  const list = names.slice(0, shown).join('、')
  return shown === count ? list : `${list}等${count}个单位`
}

/** Names of the units that may be named, the rest counted. */
export function unitList(
  units: readonly { unit: string; name: string }[],
  mayName: (unit: string) => boolean
): string {
  const named = units.filter((unit) => mayName(unit.unit)).map((unit) => unit.name)
  return nameList(named, units.length - named.length)
}

/** Notes that would stand alone on a slide as its bullets. */
export function asBullets(parts: readonly SlidePart[]): SlidePart[] {
  const notes = parts.filter((part) => part.type === 'note')
  return notes.length < parts.length
    ? [...parts]
    : [{ type: 'bullets', items: notes.map((note) => note.text) }]
}

/** A number as the results print it, in a cell. */
export function scoreCell(printed: string | null | undefined, signed = false): TableCell {
  if (printed == null) return '/'
  return { number: canonical(dec(printed)), decimals: printed.split('.')[1]?.length ?? 0, signed }
}

export function countCell(count: number): TableCell {
  return { number: String(count), decimals: 0 }
}

export function column(
  id: string,
  head: string,
  align: ReportColumn['align'],
  more: Partial<ReportColumn> = {}
): ReportColumn {
  return { id, head, align, min: 4, max: 40, ...more }
}

export function row(cells: Readonly<Record<string, TableCell>>, more: Partial<ReportRow> = {}): ReportRow {
  return { cells, ...more }
}
