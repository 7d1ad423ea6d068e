import type { UnitResult } from '../../ranking/resultSet.ts'
import type { LiveScores } from './liveScores.ts'

/** Units that are named with their reason before the rest is only counted. */
const NAMED = 3
const LONGEST = 90

function reasons(what: string, units: readonly { name: string; why: string }[]): string[] {
  if (units.length === 0) return []
  const named = units
    .slice(0, NAMED)
    .map(({ name, why }) => `${name}（${why.length > LONGEST ? `${why.slice(0, LONGEST)}…` : why}）`)
  const rest = units.length > NAMED ? `等 ${units.length} 个单位` : ''
  return [`${what}直接写数值、没有公式的：${named.join('；')}${rest}。`]
}

/** What is live in the table, and which numbers are not, with the snapshot's own sentence why. */
export function liveRemarks(
  units: readonly UnitResult[],
  live: ReadonlyMap<UnitResult, LiveScores>,
  what: string
): string[] {
  const scored = units.filter(({ state }) => state === 'SCORED')
  const base = scored.filter((unit) => live.get(unit)?.plainBase === true)
  const total = scored.filter((unit) => live.get(unit)?.plainTotal === true)
  return [
    `${what}带公式，改动其中的得分或加减分，会跟着重算；名次不重算，以快照为准。`,
    ...reasons(
      '基础分',
      base.map((unit) => ({ name: unit.name, why: unit.baseSentence }))
    ),
    ...reasons(
      '总得分',
      total.map((unit) => ({ name: unit.name, why: unit.totalSentence }))
    )
  ]
}
