import { Button, Checkbox, Popover } from 'antd'
import type { ReactElement } from 'react'
import type { RaceResult } from '#shared/domain/ranking/resultSet.ts'
import { Icon } from '../../components/Icon.tsx'
import { rankingText } from '../../text/ranking.ts'
import { allColumns, isShown, needsWide, type ColumnChoice, type ColumnCode } from './rankingColumns.ts'

interface Props {
  race: RaceResult
  choice: ColumnChoice
  onToggle: (column: ColumnCode) => void
  onReset: () => void
}

const NAMES: Record<Exclude<ColumnCode, `DIM:${string}`>, string> = {
  BUMP: rankingText.bump,
  BASE: rankingText.head.base,
  BONUS: rankingText.head.bonus,
  DEDUCTION: rankingText.head.deduction,
  PREVIOUS: rankingText.head.previous,
  MOVEMENT: rankingText.head.movement,
  GAP_FIRST: rankingText.head.gapFirst,
  GAP_MEAN: rankingText.head.gapMean,
  GRADE: rankingText.head.grade,
  REMARKS: rankingText.head.remarks
}

/** Which columns stand in the table; kept in the settings. */
export function ColumnMenu({ race, choice, onToggle, onReset }: Props): ReactElement {
  const name = (column: ColumnCode): string =>
    NAMES[column as keyof typeof NAMES] ??
    race.dimensions.find(({ code }) => `DIM:${code}` === column)?.name ??
    column
  const list = (
    <div className="rk-columns">
      <p className="small quiet">{rankingText.columnsHint}</p>
      <div className="rk-columns-list">
        {allColumns(race).map((column) => (
          <Checkbox key={column} checked={isShown(column, choice)} onChange={() => onToggle(column)}>
            {name(column)}
            {needsWide(column, choice) ? (
              <span className="small quiet"> {rankingText.columnsWide}</span>
            ) : null}
          </Checkbox>
        ))}
      </div>
      <button type="button" className="link small" onClick={onReset}>
        {rankingText.columnsReset}
      </button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={list}>
      <Button>
        {rankingText.columns}
        <Icon name="down" />
      </Button>
    </Popover>
  )
}
