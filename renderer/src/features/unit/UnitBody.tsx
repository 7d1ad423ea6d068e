import type { ReactElement } from 'react'
import type { UnitView } from '#shared/ipc/results.ts'
import { unitText } from '../../text/unit.ts'
import { AdjustmentList } from './AdjustmentList.tsx'
import { BlockedPanel } from './BlockedPanel.tsx'
import { DimensionBars } from './DimensionBars.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { StandingPanel } from './StandingPanel.tsx'
import { RankHistoryChart } from './RankHistoryChart.tsx'
import { UnitFigures } from './UnitFigures.tsx'

interface Props {
  view: UnitView
  mean: string | null
  narrow: boolean
  selected: string | null
  onSelect: (indicator: string) => void
  onAskTotal: () => void
  onAskDimension: (dimension: string) => void
  onAskIndicator: (indicator: string) => void
}

export function UnitBody(props: Props): ReactElement {
  const { view } = props
  return (
    <div className="unit-body">
      {view.result.state === 'BLOCKED' ? <BlockedPanel view={view} /> : null}
      <UnitFigures view={view} mean={props.mean} onAskTotal={props.onAskTotal} />
      <StandingPanel view={view} />
      <DimensionBars view={view} onAsk={props.onAskDimension} />
      <IndicatorTable
        view={view}
        selected={props.selected}
        narrow={props.narrow}
        onSelect={props.onSelect}
        onAsk={props.onAskIndicator}
      />
      <section className="panel unit-more">
        <div>
          <p className="bold">{unitText.ranks}</p>
          <div className="unit-ranks">
            <RankHistoryChart history={view.history} groupSize={view.groupSize} />
          </div>
        </div>
        <AdjustmentList adjustments={view.result.adjustments} sign="BONUS" />
        <AdjustmentList adjustments={view.result.adjustments} sign="DEDUCTION" />
      </section>
    </div>
  )
}
