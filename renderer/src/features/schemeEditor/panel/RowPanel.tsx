import type { ReactElement } from 'react'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { dimensionAt, indicatorAt, raceAt } from '../draft/rowPath.ts'
import { GroupMarks } from './GroupMarks.tsx'
import { IndicatorPanel } from './IndicatorPanel.tsx'
import type { RowPanelProps } from './panelProps.ts'
import { ProblemList } from './ProblemList.tsx'
import './panel.css'

const text = schemeEditorText.pane

/** What the chosen row of the tree is about. */
export function RowPanel(props: RowPanelProps): ReactElement {
  const { draft, path, problems } = props
  const indicator = indicatorAt(draft, path)
  if (indicator !== undefined) return <IndicatorPanel {...props} indicator={indicator} />
  const dimension = dimensionAt(draft, path)
  const race = raceAt(draft, path)
  const name = dimension?.name ?? race?.name ?? schemeEditorText.noName
  return (
    <div className="se-panel">
      <div className="se-panel-body">
        <ProblemList problems={problems} />
        <EmptyState
          title={
            dimension === undefined
              ? text.race(name)
              : text.dimension(name, dimension.indicators?.length ?? 0)
          }
          hint={text.useHint}
        />
        {race === undefined ? null : <GroupMarks draft={draft} path={path} change={props.change} />}
      </div>
    </div>
  )
}
