/** Which part of a tie's bracket a row carries. */
export type TiePart = 'first' | 'middle' | 'last' | null

interface Ranked {
  rank: number | null
  tied: boolean
}

/** Rows come in display order, so units of one rank stand together. */
export function tieBrackets(rows: readonly Ranked[]): TiePart[] {
  const sameAs = (row: Ranked, other: Ranked | undefined): boolean =>
    other !== undefined && other.tied && other.rank !== null && other.rank === row.rank
  return rows.map((row, index) => {
    if (!row.tied || row.rank === null) return null
    const above = sameAs(row, rows[index - 1])
    const below = sameAs(row, rows[index + 1])
    if (above && below) return 'middle'
    if (above) return 'last'
    return below ? 'first' : null
  })
}
