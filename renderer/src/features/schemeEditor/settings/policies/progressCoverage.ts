import {
  coverageOf,
  type IntervalRow,
  type Piece,
  type Segment
} from '#shared/domain/scoring/kinds/intervalCoverage.ts'
import { decimalString } from '#shared/domain/number/decimal.ts'
import type { ProgressStatus } from '#shared/domain/scheme/progressRules.ts'
import { policySettingsText } from '../../../../text/policySettings.ts'
import type { DraftProgress } from '../draftEdits.ts'

export type DraftProgressRow = NonNullable<DraftProgress['rows']>[number]

export interface ProgressSegment extends Piece {
  /** Null for a gap; several for an overlap. */
  statuses: readonly ProgressStatus[]
}

export interface ProgressCoverage {
  segments: readonly ProgressSegment[]
  /** What is not settled or settled twice, as sentences. */
  faults: readonly string[]
}

const { progress: text } = policySettingsText
const readable = (bound: string | undefined): boolean =>
  bound === undefined || decimalString.safeParse(bound).success

/** The line of points behind plan with what each piece of it means: the published rule leaves 0–10 open (S43, G16). */
export function progressCoverage(rows: readonly DraftProgressRow[]): ProgressCoverage {
  const usable = rows.filter((row) => readable(row.from) && readable(row.to))
  const { segments, gaps, overlaps } = coverageOf(usable.map(intervalOf))
  return {
    segments: segments.map((segment) => ({
      ...segment,
      statuses: segment.rows.flatMap((index) => usable[index]?.status ?? [])
    })),
    faults: [
      ...gaps.map((gap) => text.gap(pieceWords(gap))),
      ...overlaps.filter(disagrees).map((piece) => text.overlap(pieceWords(piece)))
    ]
  }
  function disagrees(segment: Segment): boolean {
    return new Set(segment.rows.map((index) => usable[index]?.status)).size > 1
  }
}

/** Defaults as in progressRow: from counts, to does not. */
function intervalOf(row: DraftProgressRow): IntervalRow {
  return {
    lo: row.from,
    loInclusive: row.fromInclusive ?? true,
    hi: row.to,
    hiInclusive: row.toInclusive ?? false,
    secondLoInclusive: true,
    secondHiInclusive: true
  }
}

/** 「落后 0 到 10 个百分点」 as people say it. */
export function pieceWords({ lo, hi, loInclusive, hiInclusive }: Piece): string {
  if (lo !== null && lo === hi) return `正好 ${lo}`
  const from = lo === null ? '' : `${lo}${loInclusive ? '（含）' : '（不含）'}`
  const to = hi === null ? '' : `${hi}${hiInclusive ? '（含）' : '（不含）'}`
  if (lo === null && hi === null) return '所有的数'
  if (lo === null) return `${to}以下`
  return hi === null ? `${from}以上` : `${from}到 ${to}`
}
