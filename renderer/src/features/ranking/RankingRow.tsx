import { noScoreReason } from '#shared/domain/ranking/noScoreReason.ts'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { rankingText } from '../../text/ranking.ts'
import type { RankingField } from './rankingFields.tsx'
import type { TiePart } from './tieBrackets.ts'

interface Props {
  unit: UnitResult
  score: readonly RankingField[]
  standing: readonly RankingField[]
  tie: TiePart
  height: number
  selected: boolean
  /** One row of the table is in the tab order. */
  inTabOrder: boolean
  /** First cell of the row: the bump chart on the first one, 单列不排名, or nothing. */
  lead: ReactNode
  listed?: boolean
  onSelect: () => void
  onOpen: () => void
  onTrace: (dimension: string | null) => void
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void
}

export function RankingRow(props: Props): ReactElement {
  const { unit, score, standing } = props
  const blocked = unit.state === 'BLOCKED'
  const names = [
    props.selected ? 'rk-selected' : '',
    blocked ? 'rk-blocked' : '',
    props.listed === true ? 'rk-listed' : ''
  ]
  return (
    <tr
      className={names.filter(Boolean).join(' ')}
      data-row-key={unit.unit}
      style={{ height: props.height }}
      tabIndex={props.inTabOrder ? 0 : -1}
      aria-selected={props.selected}
      onClick={props.onSelect}
      onFocus={props.onSelect}
      onDoubleClick={props.onOpen}
      onKeyDown={props.onKeyDown}
    >
      {props.lead}
      <td className="mid rk-pin rk-pin-rank">
        {props.tie === null ? null : <i className={`rk-tie rk-tie-${props.tie}`} />}
        {blocked ? null : <RankBadge rank={unit.rank} tied={unit.tied} />}
      </td>
      <td className="rk-pin rk-pin-unit bold">
        <span className="rk-name" title={unit.name}>
          {unit.name}
        </span>
      </td>
      {blocked ? (
        <td className="mid quiet" colSpan={score.length + 1}>
          <span className="rk-reason" title={unit.reasons.join('；')}>
            {unit.reasons.length === 0 ? rankingText.missingRow : noScoreReason(unit)}
          </span>
        </td>
      ) : (
        <ScoreCells unit={unit} score={score} onTrace={props.onTrace} />
      )}
      {standing.map((field) => (
        <td key={field.code} className={field.align}>
          {field.cell(unit)}
        </td>
      ))}
    </tr>
  )
}

function ScoreCells({ unit, score, onTrace }: Pick<Props, 'unit' | 'score' | 'onTrace'>): ReactElement {
  const dimensionOf = (field: RankingField): string | null =>
    field.code.startsWith('DIM:') ? field.code.slice('DIM:'.length) : null
  return (
    <>
      {score.map((field) => (
        <td key={field.code} className={`${field.align} rk-ask`} onClick={() => onTrace(dimensionOf(field))}>
          {field.cell(unit)}
        </td>
      ))}
      <td className="num rk-total rk-ask" onClick={() => onTrace(null)}>
        <ScoreText value={unit.total?.printed ?? null} strong />
      </td>
    </>
  )
}
