import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { parseRange } from './a1Ref.ts'
import { rewriteReferences, type RefCorner } from './rewriteRefs.ts'

/** Rows that are inserted: `count` copies behind the pattern row (0-based). */
export interface Insertion {
  sheet: string
  row: number
  count: number
}

export function movedRow({ row: at, count }: Insertion, row: number): number {
  return row > at ? row + count : row
}

/** A range after the insertion: what ends at the pattern row takes in its copies. */
export function movedRange(insertion: Insertion, range: RawRange, grows = true): RawRange {
  const grown = grows && range.bottom === insertion.row ? insertion.count : 0
  return {
    ...range,
    top: movedRow(insertion, range.top),
    bottom: movedRow(insertion, range.bottom) + grown
  }
}

export function rangeText({ top, left, bottom, right }: RawRange): string {
  const first = cellAddress(top, left)
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`
}

/** A list of ranges as `sqref` attributes hold it. What is no range stays. */
export function movedRefs(insertion: Insertion, refs: string, grows = true): string {
  return refs
    .split(/\s+/)
    .map((ref) => {
      const range = parseRange(ref)
      return range === null ? ref : rangeText(movedRange(insertion, range, grows))
    })
    .join(' ')
}

interface FormulaPlace {
  /** Sheet that the formula stands on; null where each reference names its sheet. */
  sheet: string | null
  /** It stands in the pattern row: what it says of its own row is said of each copy alone. */
  inPattern?: boolean
  /** A single cell of the pattern row stands for the whole list: what a chart shows. */
  growsSingle?: boolean
}

/** A formula after the insertion. `SUM(D5:D5)` over the pattern row takes in its copies. */
export function movedFormula(insertion: Insertion, formula: string, place: FormulaPlace): string {
  const { row: at, count } = insertion
  const own = insertion.sheet.toLowerCase()
  return rewriteReferences(formula, ({ sheet, corners }) => {
    if ((sheet ?? place.sheet)?.toLowerCase() !== own) return corners
    const [first, last] = corners as [RefCorner, RefCorner | undefined]
    if (first.row === null) return corners
    const moved = { ...first, row: movedRow(insertion, first.row) }
    if (last === undefined) {
      if (place.growsSingle !== true || first.row !== at) return [moved]
      return [moved, { ...moved, row: at + count }]
    }
    if (last.row === null) return corners
    const end = { ...last, row: movedRow(insertion, last.row) }
    // In the pattern row only what is held fast with $ means the whole list: SUM(D5:G5) is one row's own.
    const grows =
      last.row === at && (place.inPattern !== true || (last.rowFixed && (first.rowFixed || first.row < at)))
    return [moved, grows ? { ...end, row: end.row + count } : end]
  })
}
