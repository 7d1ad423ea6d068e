import type { ReactElement } from 'react'
import { periodShort, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { rankingText } from '../../text/ranking.ts'
import { BUMP_WIDTH } from './BumpChart.tsx'
import type { RankingField } from './rankingFields.tsx'

interface HeadProps {
  name: string | null
  periods: readonly PeriodKey[] | null
  /** What the last of the quarters is called. */
  now: string
  score: readonly RankingField[]
  standing: readonly RankingField[]
}

export function RankingHead({ name, periods, now, score, standing }: HeadProps): ReactElement {
  const { head } = rankingText
  return (
    <thead>
      <tr>
        {periods === null ? null : (
          <th className="rk-quarters" style={{ width: BUMP_WIDTH }}>
            {name === null ? null : <b className="rk-group-name">{name}</b>}
            <Quarters periods={periods} now={now} />
          </th>
        )}
        <th className="mid rk-pin rk-pin-rank">{head.rank}</th>
        <th className="rk-pin rk-pin-unit">
          {periods === null && name !== null ? <b className="rk-group-name">{name}</b> : head.unit}
        </th>
        {score.map((field) => (
          <FieldHead key={field.code} field={field} />
        ))}
        <th className="num rk-total">{head.total}</th>
        {standing.map((field) => (
          <FieldHead key={field.code} field={field} />
        ))}
      </tr>
    </thead>
  )
}

function FieldHead({ field }: { field: RankingField }): ReactElement {
  return (
    <th className={field.align} data-column={field.code} title={field.head}>
      <span className="rk-head">{field.head}</span>
      {field.sub === null ? null : <em>{field.sub}</em>}
    </th>
  )
}

function Quarters({ periods, now }: { periods: readonly PeriodKey[]; now: string }): ReactElement {
  return (
    <span className="rk-quarter-names">
      {periods.map((period, index) => (
        <span key={period}>{index === periods.length - 1 ? now : periodShort(period)}</span>
      ))}
    </span>
  )
}
