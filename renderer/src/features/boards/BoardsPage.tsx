import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RaceResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { boardsText as text } from '../../text/boards.ts'
import { common } from '../../text/common.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { BoardCard } from './BoardCard.tsx'
import { StreakTable } from './StreakTable.tsx'
import './boards.css'

/** 榜单: red and black, the first and last of topics, movers, units to be called in; and what runs over quarters. */
export function BoardsPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Boards key={period} period={period} />}</WithScheme>
}

function Boards({ period }: { period: PeriodKey }): ReactElement {
  const ranking = useRoute('ranking.get', { period })
  const vocabulary = useRoute('scheme.get', { period }).data?.definition.progress.vocabulary ?? 'RED_IS_GOOD'
  const results = ranking.data?.results ?? null
  const count = results?.races.reduce((sum, race) => sum + race.boards.length, 0) ?? 0
  return (
    <div className="page boards-page">
      <PageHead title={text.title} note={results === null ? null : text.note(count)} />
      {ranking.data?.preview === true && count > 0 ? (
        <Notice title={common.previewUnfrozen}>{text.previewNote}</Notice>
      ) : null}
      <Loaded query={ranking} rows={12}>
        {() => (results === null ? <NotComputed /> : <Content results={results} vocabulary={vocabulary} />)}
      </Loaded>
    </div>
  )
}

function NotComputed(): ReactElement {
  const navigate = useNavigate()
  return (
    <Panel>
      <EmptyState title={text.notComputed} hint={text.notComputedHint}>
        <Button onClick={() => void navigate(paths.overview)}>{text.toOverview}</Button>
      </EmptyState>
    </Panel>
  )
}

function Content(props: { results: ResultSet; vocabulary: ProgressRules['vocabulary'] }): ReactElement {
  const navigate = useNavigate()
  const { races } = props.results
  const boards = races.flatMap((race) => race.boards.map((board) => ({ race, board })))
  const streaks = races.some((race) => unitsOf(race).some((unit) => unit.streaks.length > 0))
  if (boards.length === 0 && !streaks) {
    return (
      <Panel>
        <EmptyState title={text.empty} hint={text.emptyHint}>
          <Button onClick={() => void navigate(paths.scheme)}>{text.scheme}</Button>
        </EmptyState>
      </Panel>
    )
  }
  return (
    <div className="boards-scroll">
      <div className="boards-grid">
        {boards.map(({ race, board }) => (
          <BoardCard
            key={`${race.race}.${board.code}.${board.group}`}
            race={race}
            board={board}
            several={races.length > 1}
            vocabulary={props.vocabulary}
          />
        ))}
      </div>
      {streaks ? <StreakTable units={races.flatMap(unitsOf)} /> : null}
    </div>
  )
}

const unitsOf = (race: RaceResult): RaceResult['groups'][number]['units'] =>
  race.groups.flatMap((group) => group.units)
