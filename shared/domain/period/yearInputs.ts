import { z } from 'zod'
import { decision } from '../decision/decision.ts'
import { schemeDefinition } from '../scheme/schemeDefinition.ts'
import { canonicalJson } from '../scoring/canonicalInput.ts'
import { periodKey, periodTitle } from './periodKey.ts'
import { isFrozenQuarter, type YearInput } from './yearInput.ts'
import { yearSpan } from './yearResult.ts'

/** What a frozen year was computed from. The quarters' own results lie in the snapshots named here. */
export const yearInputs = z.object({
  year: z.number().int(),
  span: yearSpan,
  scheme: schemeDefinition,
  schemeVersion: z.number().int(),
  quarters: z.array(
    z.object({
      period: periodKey,
      state: z.enum(['FROZEN', 'OPEN', 'TO_COME', 'NOT_HELD']),
      snapshot: z.string().nullable()
    })
  ),
  decisions: z.array(decision)
})
export type YearInputs = z.infer<typeof yearInputs>

export function yearInputsOf(input: YearInput): YearInputs {
  const { year, span, scheme, schemeVersion, quarters, decisions } = input
  return {
    year,
    span,
    scheme,
    schemeVersion,
    quarters: quarters.map((quarter) => ({
      period: quarter.period,
      state: quarter.state,
      snapshot: isFrozenQuarter(quarter) ? quarter.snapshot : null
    })),
    decisions: [...decisions].sort((a, b) => a.id - b.id)
  }
}

/** The one text of a year's inputs, for keeping with its snapshot. */
export function yearInputsText(input: YearInput): string {
  return canonicalJson(yearInputsOf(input))
}

/**
 * What has changed since a year was frozen, as sentences; empty while its numbers are those of today. That the calendar
 * went on changes nothing: only snapshots, decisions and the scheme count.
 */
export function changedSince(frozen: YearInputs, now: YearInputs): string[] {
  const snapshots = new Map(frozen.quarters.map(({ period, snapshot }) => [period, snapshot]))
  const quarters = now.quarters.flatMap(({ period, snapshot }) => {
    const before = snapshots.get(period) ?? null
    if (before === snapshot) return []
    const title = periodTitle(period)
    if (snapshot === null) return [`${title}已重开，还没有再冻结`]
    return [
      before === null ? `${title}后来才冻结（${snapshot}）` : `${title}的快照由 ${before} 变为 ${snapshot}`
    ]
  })
  const decisions = canonicalJson(frozen.decisions) !== canonicalJson(now.decisions)
  const scheme =
    frozen.scheme.code !== now.scheme.code || frozen.schemeVersion !== now.schemeVersion
      ? [`考核方案换成了「${now.scheme.title}」第 ${now.schemeVersion} 版`]
      : []
  return [...quarters, ...(decisions ? ['补分、领导评价或裁定有增减'] : []), ...scheme]
}
