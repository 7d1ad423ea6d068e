import { periodShort } from '#shared/domain/period/periodKey.ts'

/** 「26Q2 起」, 「至 26Q3」, or nothing for a unit that always takes part. */
export function unitSpan({ from, until }: { from?: string | undefined; until?: string | undefined }): string {
  if (from !== undefined && until !== undefined) return `${periodShort(from)}—${periodShort(until)}`
  if (from !== undefined) return `${periodShort(from)} 起`
  return until === undefined ? '' : `至 ${periodShort(until)}`
}
