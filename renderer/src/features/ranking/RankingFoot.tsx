import type { ReactElement } from 'react'
import type { GroupResult } from '#shared/domain/ranking/resultSet.ts'
import { ScoreText } from '../../components/ScoreText.tsx'
import { groupMean } from '../../text/ranking.ts'
import type { RankingField } from './rankingFields.tsx'

interface FootProps {
  group: GroupResult
  lead: boolean
  score: readonly RankingField[]
  standing: readonly RankingField[]
}

/** 组均 over the ranked units. */
export function RankingFoot({ group, lead, score, standing }: FootProps): ReactElement | null {
  const { mean } = group
  if (mean === null) return null
  return (
    <tfoot>
      <tr>
        {lead ? <td /> : null}
        <td className="rk-pin rk-pin-rank" />
        <td className="rk-pin rk-pin-unit nowrap">{groupMean(group.rankedCount)}</td>
        {score.map((field) => (
          <td key={field.code} className={field.align}>
            {field.mean(mean)}
          </td>
        ))}
        <td className="num rk-total">
          <ScoreText value={mean.total} strong />
        </td>
        {standing.length === 0 ? null : <td colSpan={standing.length} />}
      </tr>
    </tfoot>
  )
}
