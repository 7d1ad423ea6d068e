import type { ReactElement } from 'react'

/** A rank in its group: the first is a 朱砂 square; units without a rank show 「/」. */
export function RankBadge({ rank, tied = false }: { rank: number | null; tied?: boolean }): ReactElement {
  if (rank === null) {
    return (
      <span className="rank rank-none" title="不排名">
        /
      </span>
    )
  }
  return (
    <span
      className={rank === 1 ? 'rank rank-first' : 'rank'}
      title={tied ? `并列第 ${rank}` : `第 ${rank} 名`}
    >
      {rank}
    </span>
  )
}
