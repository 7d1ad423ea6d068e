import type { CatalogueIndicator } from '../catalogue.ts'
import type { ImportContext } from '../importContext.ts'
import type { LayoutKind } from '../importPlan.ts'
import type { ColumnReading } from '../header/readColumns.ts'

const KINDS = { RATER_MATRIX: 'MARKS', BALLOTS: 'VOTES', EVENTS: 'EVENTS' } as const

/** Indicators that a sheet of marks, votes or events may be about: their rules read such numbers under these headings. */
export function fittingIndicators(
  layout: LayoutKind,
  columns: readonly ColumnReading[],
  { catalogue }: ImportContext
): CatalogueIndicator[] {
  if (layout !== 'RATER_MATRIX' && layout !== 'BALLOTS' && layout !== 'EVENTS') return []
  const kind = KINDS[layout]
  const heads = columns
    .map(({ parts }) => parts.filter((hit) => hit.kind === kind))
    .filter((hits) => hits.length > 0)
  const judged = catalogue.indicators.filter(({ fields }) => fields.includes('rating'))
  const withParts = judged.filter(({ parts }) => parts?.kind === kind)
  if (layout === 'RATER_MATRIX' && heads.length === 0) {
    const plain = judged.filter(({ parts }) => !parts)
    return plain.length > 0 ? plain : withParts
  }
  return withParts.filter(({ code }) =>
    heads.every((hits) => hits.some(({ indicator }) => indicator === code))
  )
}
