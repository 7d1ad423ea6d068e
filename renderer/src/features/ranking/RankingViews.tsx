import type { ReactElement, RefObject } from 'react'
import type { ResultsView } from '#shared/ipc/results.ts'
import { useMedia } from '../../components/useMedia.ts'
import { useRoute } from '../../ipc/queries.ts'
import { DimensionMatrix } from './DimensionMatrix.tsx'
import type { GroupPlace } from './GroupTabs.tsx'
import { rowBlocks, type ColumnChoice } from './rankingColumns.ts'
import { HEAD_HEIGHT, RankingTable } from './RankingTable.tsx'
import { ScoreBars } from './ScoreBars.tsx'
import { useRowHeight } from './useRowHeight.ts'
import type { ViewProps } from './viewProps.ts'

export type RankingViewName = 'table' | 'bars' | 'matrix' | 'standing'

/** DESIGN: above this the other groups stand below the first. */
const WIDE = '(min-width: 1800px)'
const FOOT_HEIGHT = 35

interface Props extends ViewProps {
  shape: RankingViewName
  shown: readonly GroupPlace[]
  /** The groups of the other tabs, for wide windows. */
  others: readonly GroupPlace[]
  view: ResultsView
  columns: ColumnChoice
  scroller: RefObject<HTMLDivElement | null>
}

export function RankingViews(props: Props): ReactElement {
  const { shape, shown, scroller } = props
  const wide = useMedia(WIDE)
  const settings = useRoute('settings.get', {}).data
  const scheme = useRoute('scheme.get', { period: props.view.period.key }).data
  const base = settings?.density === 'loose' ? 36 : 30
  const places = wide ? [...shown, ...props.others] : shown
  const blocks = places.map(({ group }) => rowBlocks(group))
  const rows = blocks.reduce((sum, { rows, listed }) => sum + rows.length + listed.length, 0)
  const fixed = places.length * (HEAD_HEIGHT + FOOT_HEIGHT + 12)
  const rowHeight = useRowHeight(scroller, rows, base, fixed)
  const view: ViewProps = {
    selected: props.selected,
    onSelect: props.onSelect,
    onOpen: props.onOpen,
    onTrace: props.onTrace
  }
  const many = places.length > 1
  return (
    <div ref={scroller} className={many ? 'rk-scroller rk-many' : 'rk-scroller'}>
      {places.map(({ key, race, group }) => (
        <div key={key} className="rk-block">
          {shape === 'bars' ? <ScoreBars {...view} race={race} group={group} /> : null}
          {shape === 'matrix' ? <DimensionMatrix {...view} race={race} group={group} /> : null}
          {shape === 'table' ? (
            <RankingTable
              {...view}
              race={race}
              group={group}
              history={props.view.history}
              period={props.view.period.key}
              month={props.view.results?.month ?? null}
              columns={props.columns}
              bonusCap={
                scheme?.definition.races.find(({ code }) => code === race.race)?.adjustments.bonusCap ?? null
              }
              rowHeight={rowHeight}
              scroller={scroller}
              showName={many}
            />
          ) : null}
        </div>
      ))}
    </div>
  )
}
