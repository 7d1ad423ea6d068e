import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ShowBoardsView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Track } from '../../components/Track.tsx'
import { printDay } from '../../text/format.ts'
import { racesText } from '../../text/races.ts'

const text = racesText.compare

/** 创新项目比看: what each unit tries out, side by side. */
export function CompareBoard({ rows }: { rows: ShowBoardsView['compare'] }): ReactElement {
  const navigate = useNavigate()
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState title={text.empty} hint={text.emptyHint}>
          <Button onClick={() => void navigate(paths.registers)}>{text.action}</Button>
        </EmptyState>
      </Panel>
    )
  }
  return (
    <div className="races-scroll">
      <p className="races-hint soft small">{text.hint}</p>
      <div className="races-grid">
        {rows.map((row) => (
          <Panel key={row.item} title={row.unitName ?? '/'} hint={row.number} pad>
            <Link to={paths.registerItem(row.item)} className="bold compare-title">
              {row.title}
            </Link>
            <div className="compare-done">
              <Track value={row.done === null ? 0 : Number(row.done)} label={doneText(row.done)} />
              <span className="num nowrap">{doneText(row.done)}</span>
            </div>
            {row.measures === '' ? null : (
              <p className="small">
                <span className="quiet">{`${text.measures}\u3000`}</span>
                {row.measures}
              </p>
            )}
            <p className="small">
              <span className="quiet">{`${text.progress}\u3000`}</span>
              {row.lastProgress === null
                ? text.none
                : `${printDay(row.lastProgress.on)} ${row.lastProgress.text}`}
              {row.closedOn === null ? '' : `；${text.closed(printDay(row.closedOn))}`}
            </p>
          </Panel>
        ))}
      </div>
    </div>
  )
}

function doneText(done: string | null): string {
  return done === null ? text.none : `${done}%`
}
