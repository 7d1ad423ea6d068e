import { canonical, D, dec, ZERO, type DecimalString } from '#shared/domain/number/decimal.ts'
import { readNumberText } from '#shared/domain/importing/values/numberText.ts'
import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { CellContent } from '../../workbook/fill/fillWorkbook.ts'
import type { StoredPlace } from './ownPlaces.ts'

/** Digits that spreadsheet programs keep of a number. */
const MAX_DIGITS = 15
/** Tail of binary floats, relative. */
const NOISE = new D('1e-9')

interface Written {
  number: D
  /** Measure behind the number in a text cell; null in a number cell. */
  suffix: string | null
}

function writtenIn(cell: RawCell | undefined): Written | null {
  if (cell?.kind === 'number') return { number: dec(cell.value), suffix: null }
  const text = cell?.kind === 'text' ? readNumberText(cell.value) : null
  return text === null || text.bracketed ? null : { number: dec(text.digits), suffix: text.suffix }
}

/**
 * What one in the sheet is in the scheme's measure (万元 → 元: 10000; 0.85 shown as 85%: 100), told by a cell and by what
 * the import understood there; null where it cannot be told.
 */
function factorOf(written: Written | null, value: DecimalString | null): D | null {
  if (written === null || value === null) return null
  const understood = dec(value)
  if (written.number.isZero() || understood.isZero()) return null
  const factor = understood.div(written.number).toSignificantDigits(6)
  const off = written.number.times(factor).minus(understood).abs()
  return off.lessThanOrEqualTo(understood.abs().times(NOISE)) ? factor : null
}

/** Factors of all places of a template, for those whose own cell does not tell: the same indicator in the same sheet. */
export class Factors {
  private readonly cellOf: (place: StoredPlace) => RawCell | undefined
  private readonly siblings = new Map<string, D | null>()

  constructor(places: readonly StoredPlace[], cellOf: (place: StoredPlace) => RawCell | undefined) {
    this.cellOf = cellOf
    for (const place of places) {
      const factor = factorOf(writtenIn(cellOf(place)), place.value)
      if (factor === null || place.field !== 'target') continue
      const key = siblingKey(place)
      const known = this.siblings.get(key)
      // Two that disagree tell nothing.
      if (known === undefined) this.siblings.set(key, factor)
      else if (known !== null && !known.eq(factor)) this.siblings.set(key, null)
    }
  }

  /** The target as this place writes it: same measure, same kind of cell; null where that cannot be told. */
  contentFor(place: StoredPlace, target: DecimalString): CellContent | null {
    const cell = this.cellOf(place)
    // A word (「/」) gives way to a number like those beside it.
    const wordless = cell?.kind === 'text' && place.value === null ? { number: ZERO, suffix: null } : null
    const written = writtenIn(cell) ?? wordless
    if (written === null) return null
    const own = factorOf(written, place.value)
    // A measure inside a text belongs to this cell alone.
    const borrowed =
      written.suffix === null || written.suffix === '' ? this.siblings.get(siblingKey(place)) : null
    const factor = own ?? borrowed ?? null
    if (factor === null) return null
    const number = dec(target).div(factor)
    if (!number.times(factor).eq(dec(target)) || number.precision() > MAX_DIGITS) return null
    const value = canonical(number)
    return written.suffix === null
      ? { kind: 'number', value }
      : { kind: 'text', value: `${value}${written.suffix}` }
  }
}

const siblingKey = ({ sheet, indicator }: StoredPlace): string => JSON.stringify([sheet, indicator])
