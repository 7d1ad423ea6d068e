import { previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { unitsOverTime } from '#shared/domain/scheme/inPeriod.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { GapFacts } from '#shared/domain/selfReview/gapNumbers.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { headsBefore } from '#db/repos/snapshotHeads.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { frozenQuarter } from '../reports/frozenQuarter.ts'
import { standingResults } from '../results.ts'

export interface QuarterFacts {
  /** Null before anything was computed. */
  facts: GapFacts | null
  state: 'NONE' | 'PREVIEW' | 'STALE' | 'FROZEN'
  snapshot: string | null
  /** Null for a quarter without a scheme. */
  scheme: SchemeDefinition | null
}

/** The quarter's results as gaps are read from them, frozen or preview. Throws NOT_FOUND for a quarter that nobody opened. */
export function gapFactsOf(library: Library, period: PeriodKey): QuarterFacts {
  const { schemeVersionId } = requirePeriod(library, period)
  if (schemeVersionId === null) return { facts: null, state: 'NONE', snapshot: null, scheme: null }
  const standing = standingResults(library, period)
  const snapshot = standing?.snapshot?.id ?? null
  const scheme =
    snapshot === null
      ? loadSchemeVersion(library.db, schemeVersionId).definition
      : frozenQuarter(library.db, snapshot).input().scheme
  if (standing === null) return { facts: null, state: 'NONE', snapshot, scheme }
  const before = headsBefore(library.db, period, 1).find((head) => head.period === previousPeriod(period))
  return {
    facts: {
      results: standing.results,
      previous: before === undefined ? null : frozenQuarter(library.db, before.publicId).results,
      indicators: new Map(
        scheme.races
          .flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
          .map((indicator) => [indicator.code, indicator])
      )
    },
    state: snapshot !== null ? 'FROZEN' : standing.stale ? 'STALE' : 'PREVIEW',
    snapshot,
    scheme
  }
}

/** Units that take part in the quarter, in 机构顺序. */
export function unitsIn({ scheme }: QuarterFacts, period: PeriodKey): { code: string; name: string }[] {
  if (scheme === null) return []
  const time = unitsOverTime(scheme)
  return scheme.units
    .filter(({ code }) => time.inBeing(code, period))
    .map(({ code, name }) => ({ code, name }))
}

/** The code that the unit had in the quarter before: a rename keeps its gaps. */
export function codeBefore({ scheme }: QuarterFacts, unit: string, period: PeriodKey): string {
  return scheme === null ? unit : unitsOverTime(scheme).codeAt(unit, previousPeriod(period))
}
