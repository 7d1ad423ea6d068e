import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { ShowBoardsView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { useRateMarks } from '../../app/useRateMarks.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber } from '../../text/format.ts'
import { racesText } from '../../text/races.ts'
import { shineMark } from './shineMark.ts'

const text = racesText.shine
type Row = ShowBoardsView['shine'][number]

/** 指标亮晒: every indicator with all its units; the head says how many are on target. */
export function ShineBoard({ rows }: { rows: readonly Row[] }): ReactElement {
  const marks = useRateMarks()
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState title={racesText.notComputed} hint={racesText.notComputedHint} />
      </Panel>
    )
  }
  return (
    <div className="races-scroll">
      <p className="races-hint soft small">{`${text.hint(rows.length)}\u3000${marks.legend}`}</p>
      <div className="races-grid">
        {rows.map((row) => (
          <Panel
            key={`${row.race}.${row.indicator}`}
            title={row.name}
            hint={row.dimensionName}
            extra={
              <span className="nowrap">
                {text.counted(row.met, row.scored)}
                {row.missing === 0 ? '' : `，${text.missing(row.missing)}`}
              </span>
            }
          >
            <ol className="shine-rows">
              {row.units.map((unit) => (
                <li key={`${unit.group}.${unit.unit}`}>
                  <Link
                    to={paths.unitIndicator(unit.unit, row.indicator)}
                    className="race-unit ellipsis"
                    title={`${unit.name}：${unit.sentence}`}
                  >
                    {unit.name}
                  </Link>
                  <span className="num nowrap soft">{measured(unit, row)}</span>
                  <span className="shine-mark">
                    <StatusMark {...shineMark(unit.status, marks)} />
                  </span>
                  <span className="num bold shine-score">
                    {unit.score === null ? '' : printNumber(unit.score)}
                  </span>
                </li>
              ))}
            </ol>
          </Panel>
        ))}
      </div>
    </div>
  )
}

function measured({ value, target }: Row['units'][number], { unitOfMeasure }: Row): string {
  if (value === null) return ''
  const own = `${printNumber(value)}${unitOfMeasure}`
  return target === null ? own : `${own} / ${printNumber(target)}`
}
