import type { ReactElement } from 'react'
import { dec } from '#shared/domain/number/decimal.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'
import type { DimensionResult } from '#shared/domain/ranking/resultSet.ts'
import type { UnitView } from '#shared/ipc/results.ts'
import { Panel } from '../../components/Panel.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber, printSigned } from '../../text/format.ts'
import { unitText } from '../../text/unit.ts'

/** Places behind the point of a printed number. */
const places = (printed: string): number => printed.split('.')[1]?.length ?? 0

/** What the clerk compares: both printed numbers, subtracted exactly. */
export function printedDifference(mine: string, mean: string): string {
  return printFixed(dec(mine).minus(dec(mean)), Math.max(places(mine), places(mean)))
}

/** 板块与组均: bars from 0 to the full mark, the mean as an ink tick, the previous quarter as a ring. */
export function DimensionBars({
  view,
  onAsk
}: {
  view: UnitView
  onAsk: (dimension: string) => void
}): ReactElement {
  return (
    <Panel
      title={unitText.dimensions}
      extra={
        <span className="unit-legend soft">
          <i className="unit-legend-bar" />
          {unitText.legendOwn}
          <i className="unit-legend-mean" />
          {unitText.legendMean}
          <i className="unit-legend-before" />
          {unitText.legendBefore}
        </span>
      }
    >
      <div className="unit-bars">
        {view.result.dimensions.map((dimension) => (
          <Row
            key={dimension.dimension}
            dimension={dimension}
            mean={view.meanByDimension[dimension.dimension] ?? null}
            before={view.previousByDimension[dimension.dimension] ?? null}
            onAsk={() => onAsk(dimension.dimension)}
          />
        ))}
      </div>
    </Panel>
  )
}

interface RowProps {
  dimension: DimensionResult
  mean: string | null
  before: string | null
  onAsk: () => void
}

function Row({ dimension, mean, before, onAsk }: RowProps): ReactElement {
  const { name, fullMark, score } = dimension
  const left = (value: string): string =>
    `${Math.max(0, Math.min(100, (Number(value) / Number(fullMark)) * 100))}%`
  const difference = score === null || mean === null ? null : printedDifference(score.printed, mean)
  const ahead = difference !== null && !/^[-−]|^0*(\.0*)?$/.test(difference)
  return (
    <button type="button" className="unit-bar-row" onClick={onAsk} title={name}>
      <span className="ellipsis">
        {name}
        <em>({printNumber(fullMark)})</em>
      </span>
      <span className="unit-bar">
        {score === null ? null : <i className="unit-bar-fill" style={{ width: left(score.printed) }} />}
        {mean === null ? null : <i className="unit-bar-mean" style={{ left: left(mean) }} />}
        {before === null ? null : <i className="unit-bar-before" style={{ left: left(before) }} />}
      </span>
      <span className="num">
        {score === null ? <Without dimension={dimension} /> : <ScoreText value={score.printed} strong />}
      </span>
      <span className={ahead ? 'num good bold' : 'num soft'}>
        {difference === null ? null : printSigned(difference)}
      </span>
    </button>
  )
}

function Without({ dimension }: { dimension: DimensionResult }): ReactElement {
  const missing = dimension.indicators.some((indicator) => indicator.status === 'MISSING')
  return missing ? <StatusMark status="missing" /> : <StatusMark status="na" />
}
