import type { ReactElement } from 'react'
import { fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import type { GroupResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { printNumber } from '../../text/format.ts'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { rankingText } from '../../text/ranking.ts'
import { useRowKeys } from './useRowKeys.ts'
import type { ViewProps } from './viewProps.ts'

/** Share of the dimension's full mark, 0–1; a tint needs no exact number. Null where there is no score. */
function rateOf(unit: UnitResult, code: string): number | null {
  const dimension = unit.dimensions.find((candidate) => candidate.dimension === code)
  if (dimension?.score == null || Number(dimension.effectiveFullMark) === 0) return null
  return Math.max(0, Math.min(1, Number(dimension.score.printed) / Number(dimension.effectiveFullMark)))
}

/** Tints run from white at 60 % to 靛青 at 100 %: below 60 the differences no longer matter. */
const tint = (rate: number | null): string | undefined =>
  rate === null
    ? undefined
    : `color-mix(in srgb, var(--c-bar) ${Math.round(Math.max(0, (rate - 0.6) / 0.4) * 72)}%, var(--c-panel))`

/** 板块矩阵: every unit against every dimension, tinted by its share of the full mark. */
export function DimensionMatrix(props: ViewProps & { race: RaceResult; group: GroupResult }): ReactElement {
  const { race, group } = props
  const units = group.units.filter((unit) => unit.rankMode !== 'EXCLUDED')
  const keys = useRowKeys(units, props)
  return (
    <table className="plain rk-matrix" aria-label={`${group.name}${rankingText.views.matrix}`}>
      <thead>
        <tr>
          <th className="mid rk-pin rk-pin-rank">{rankingText.head.rank}</th>
          <th className="rk-pin rk-pin-unit">{rankingText.head.unit}</th>
          {fullMarksOf(race, [group]).dimensions.map(({ code, name, fullMark }) => (
            <th key={code} className="mid" title={name}>
              <span className="rk-head">{name}</span>{' '}
              {fullMark === null ? null : <em>({printNumber(fullMark)})</em>}
            </th>
          ))}
          <th className="num">{rankingText.head.total}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unit} {...keys(unit)}>
            <td className="mid rk-pin rk-pin-rank">
              {unit.state === 'BLOCKED' ? null : <RankBadge rank={unit.rank} tied={unit.tied} />}
            </td>
            <td className="bold rk-pin rk-pin-unit">
              <span className="rk-name" title={unit.name}>
                {unit.name}
              </span>
            </td>
            {unit.state === 'BLOCKED' ? (
              <td colSpan={race.dimensions.length + 1} className="quiet">
                <StatusMark status="missing" /> {unit.reasons.join('；')}
              </td>
            ) : (
              <>
                {race.dimensions.map(({ code }) => (
                  <td
                    key={code}
                    className="mid rk-ask"
                    style={{ background: tint(rateOf(unit, code)) }}
                    onClick={() => props.onTrace({ unit: unit.unit, dimension: code }, false)}
                  >
                    <ScoreText
                      value={
                        unit.dimensions.find((dimension) => dimension.dimension === code)?.score?.printed ??
                        null
                      }
                    />
                  </td>
                ))}
                <td className="num">
                  <ScoreText value={unit.total?.printed ?? null} strong />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
