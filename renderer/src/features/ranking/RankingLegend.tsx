import type { ReactElement } from 'react'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { rankingText, selectedUnit } from '../../text/ranking.ts'
import type { RankingViewName } from './RankingViews.tsx'

interface Props {
  shape: RankingViewName
  results: ResultSet
  selected: string | null
}

/** What the marks mean, the rules that mattered, and what the keys do to the selected unit. */
export function RankingLegend({ shape, results, selected }: Props): ReactElement {
  const narrow = useMedia(NARROW)
  const units = results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  const name = units.find((unit) => unit.unit === selected)?.name ?? null
  const rules = results.footer.join(' ')
  return (
    <div className="rk-legend">
      {shape === 'table' ? (
        <>
          <span>
            <i className="rk-legend-line" />
            {rankingText.legendRise}
          </span>
          <span>
            <i className="rk-legend-line rk-legend-dash" />
            {rankingText.legendFall}
          </span>
          <span>
            <i className="rk-best" />
            {rankingText.legendBest}
          </span>
        </>
      ) : null}
      {shape === 'matrix' ? <span>{rankingText.matrixHint}</span> : null}
      <span className="rk-footer-text" title={rules}>
        {rules}
      </span>
      <span>{rankingText.legendNa}</span>
      {name === null || narrow ? null : (
        <span className="rk-legend-end">
          {selectedUnit(name)}
          <KeyHint keys="Enter">{rankingText.openUnit}</KeyHint>
          <KeyHint keys="Space">{rankingText.seeTrace}</KeyHint>
        </span>
      )}
    </div>
  )
}
