import { dec, type D } from '../../number/decimal.ts'

/** One row of an interval table. Without `lo` (or `hi`) it runs to −∞ (+∞). `second…` limits another variable. */
export interface IntervalRow {
  lo?: string | undefined
  loInclusive: boolean
  hi?: string | undefined
  hiInclusive: boolean
  secondLo?: string | undefined
  secondLoInclusive: boolean
  secondHi?: string | undefined
  secondHiInclusive: boolean
}

/** A piece of the number line; null is infinity. A point has lo = hi, both inclusive. */
export interface Piece {
  lo: string | null
  loInclusive: boolean
  hi: string | null
  hiInclusive: boolean
}

/** A piece with the rows (positions in the table) that cover it, and the piece of the second variable if that matters. */
export interface Segment extends Piece {
  rows: readonly number[]
  second: Piece | null
}

export interface Coverage {
  /** The whole line from −∞ to +∞, in order, each piece with the rows that cover it (none, one or several). */
  segments: readonly Segment[]
  gaps: readonly Segment[]
  overlaps: readonly Segment[]
}

/** A bound is a decimal or a fraction such as `100/3` (S2 asks for less than one third). */
export function boundOf(text: string): D {
  const [numerator, denominator] = text.split('/')
  return denominator === undefined ? dec(text) : dec(numerator!).div(dec(denominator))
}

type Axis = 'first' | 'second'

export function pieceOf(row: IntervalRow, axis: Axis): Piece {
  const { lo, loInclusive, hi, hiInclusive } = row
  return axis === 'first'
    ? { lo: lo ?? null, loInclusive, hi: hi ?? null, hiInclusive }
    : {
        lo: row.secondLo ?? null,
        loInclusive: row.secondLoInclusive,
        hi: row.secondHi ?? null,
        hiInclusive: row.secondHiInclusive
      }
}

/** Whether a row holds for a value, and for the second variable where the row names one. */
export function rowMatches(row: IntervalRow, value: D, second: D | null): boolean {
  if (!contains(pieceOf(row, 'first'), value)) return false
  return !limitsSecond(row) || (second !== null && contains(pieceOf(row, 'second'), second))
}

export function limitsSecond(row: IntervalRow): boolean {
  return row.secondLo !== undefined || row.secondHi !== undefined
}

function contains(piece: Piece, value: D): boolean {
  const low = piece.lo === null ? 1 : value.comparedTo(boundOf(piece.lo))
  const high = piece.hi === null ? 1 : boundOf(piece.hi).comparedTo(value)
  return (low > 0 || (low === 0 && piece.loInclusive)) && (high > 0 || (high === 0 && piece.hiInclusive))
}

/**
 * How the rows lie on the number line: which pieces nobody covers, which are covered more than once. Where rows also
 * limit a second variable, a piece of the first one is checked along the second line. Pure; for checks and pictures.
 */
export function coverageOf(rows: readonly IntervalRow[]): Coverage {
  const all = rows.map((_, index) => index)
  const segments = piecesOf(rows, all, 'first').flatMap((found): Segment[] => {
    if (!found.rows.some((index) => limitsSecond(rows[index]!))) return [{ ...found, second: null }]
    return piecesOf(rows, found.rows, 'second').map(({ rows: covering, ...second }) => ({
      ...found,
      rows: covering,
      second
    }))
  })
  return {
    segments,
    gaps: segments.filter((segment) => segment.rows.length === 0),
    overlaps: segments.filter((segment) => segment.rows.length > 1)
  }
}

type Covered = Piece & { rows: readonly number[] }

/** Cuts a line at every bound of the given rows, and joins neighbours again that the same rows cover. */
function piecesOf(rows: readonly IntervalRow[], among: readonly number[], axis: Axis): Covered[] {
  const cuts = cutsOf(among.map((index) => pieceOf(rows[index]!, axis)))
  const joined: Covered[] = []
  for (const atom of atomsOf(cuts)) {
    const covering = among.filter((index) => containsAtom(pieceOf(rows[index]!, axis), atom))
    const last = joined.at(-1)
    if (last !== undefined && last.rows.join() === covering.join()) {
      joined[joined.length - 1] = { ...last, hi: atom.hi, hiInclusive: atom.hiInclusive }
    } else joined.push({ ...atom, rows: covering })
  }
  return joined
}

/** Distinct bounds in ascending order, as they are written. */
function cutsOf(pieces: readonly Piece[]): string[] {
  const bounds = pieces.flatMap((piece) => [piece.lo, piece.hi]).filter((bound) => bound !== null)
  const sorted = bounds.sort((a, b) => boundOf(a).comparedTo(boundOf(b)))
  return sorted.filter((bound, index) => index === 0 || !boundOf(bound).equals(boundOf(sorted[index - 1]!)))
}

/** Points at the bounds and the open pieces between them. */
function atomsOf(cuts: readonly string[]): Piece[] {
  const open = (lo: string | null, hi: string | null): Piece => ({
    lo,
    loInclusive: false,
    hi,
    hiInclusive: false
  })
  const atoms: Piece[] = [open(null, cuts[0] ?? null)]
  cuts.forEach((cut, index) => {
    atoms.push({ lo: cut, loInclusive: true, hi: cut, hiInclusive: true }, open(cut, cuts[index + 1] ?? null))
  })
  return atoms
}

/** An atom lies wholly inside or wholly outside of a piece: the pieces' own bounds made the cuts. */
function containsAtom(piece: Piece, atom: Piece): boolean {
  if (atom.lo !== null && atom.loInclusive) return contains(piece, boundOf(atom.lo))
  const low = piece.lo === null || (atom.lo !== null && !boundOf(piece.lo).greaterThan(boundOf(atom.lo)))
  const high = piece.hi === null || (atom.hi !== null && !boundOf(piece.hi).lessThan(boundOf(atom.hi)))
  return low && high
}

/** `80（含）到 90（不含）`, `低于 60`, `正好 100`, `90 以上（含）`, `任何数`. */
export function pieceWords(piece: Piece): string {
  const { lo, hi } = piece
  if (lo === null) return hi === null ? '任何数' : piece.hiInclusive ? `不高于 ${hi}` : `低于 ${hi}`
  if (hi === null) return piece.loInclusive ? `不低于 ${lo}` : `高于 ${lo}`
  if (lo === hi) return `正好 ${lo}`
  const end = (inclusive: boolean): string => (inclusive ? '（含）' : '（不含）')
  return `${lo}${end(piece.loInclusive)}到 ${hi}${end(piece.hiInclusive)}`
}

/** A row's own interval in words, with the second variable by its name. */
export function rowWords(row: IntervalRow, secondName: string): string {
  const first = pieceWords(pieceOf(row, 'first'))
  return limitsSecond(row) ? `${first}、${secondName} ${pieceWords(pieceOf(row, 'second'))}` : first
}
