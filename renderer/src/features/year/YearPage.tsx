import { Button, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import type { YearView } from '#shared/ipc/year.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { yearText as text } from '../../text/year.ts'
import { TieDialog } from '../decisions/TieDialog.tsx'
import type { AskedTie } from '../ranking/ties.ts'
import { FreezeYear } from './FreezeYear.tsx'
import { YearTable } from './YearTable.tsx'
import './year.css'

const SPANS: readonly YearSpan[] = ['YEAR', 'H1', 'H2']

/** 年度: quarters put together by the scheme's yearly rules, from frozen quarters only. */
export function YearPage(): ReactElement {
  const years = useRoute('year.list', {})
  return (
    <div className="page">
      <Loaded query={years} rows={12}>
        {(list) => (list.length === 0 ? <NoYear /> : <Years years={list} />)}
      </Loaded>
    </div>
  )
}

function NoYear(): ReactElement {
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={text.title} />
      <Panel>
        <EmptyState title={text.empty} hint={text.emptyHint}>
          <Button onClick={() => void navigate(paths.ranking)}>{text.toRanking}</Button>
        </EmptyState>
      </Panel>
    </>
  )
}

function Years({ years }: { years: readonly number[] }): ReactElement {
  const [year, setYear] = useState(years[0]!)
  const [span, setSpan] = useState<YearSpan>('YEAR')
  const [freezing, setFreezing] = useState(false)
  const [tie, setTie] = useState<AskedTie | null>(null)
  const query = useRoute('year.get', { year, span })
  const view = query.data
  return (
    <>
      <PageHead
        title={text.title}
        tags={
          <>
            <Select
              aria-label={text.title}
              value={year}
              options={years.map((value) => ({ value, label: text.year(value) }))}
              onChange={setYear}
            />
            <Segmented<YearSpan>
              aria-label={text.title}
              value={span}
              options={SPANS.map((value) => ({ value, label: text.spans[value] }))}
              onChange={setSpan}
            />
          </>
        }
        note={view === undefined ? null : text.note(view.result.scheme.title)}
      >
        {view === undefined || (view.snapshot !== null && view.result.open.length === 0) ? null : (
          <Button onClick={() => setFreezing(true)}>
            {view.snapshot === null ? text.freeze : text.freezeAgain}
          </Button>
        )}
      </PageHead>
      {view === undefined ? null : <Standing view={view} />}
      <Loaded query={query} rows={14}>
        {({ result, snapshot }) => (
          <YearTable key={`${year}.${span}`} result={result} onTie={snapshot === null ? setTie : null} />
        )}
      </Loaded>
      {tie === null || view === undefined ? null : (
        <TieDialog
          period={view.result.quarters.at(-1)!.period}
          span={span}
          {...tie}
          onClose={() => setTie(null)}
        />
      )}
      {view === undefined ? null : (
        <FreezeYear
          open={freezing}
          year={year}
          span={span}
          blocked={view.snapshot === null && view.result.open.length > 0}
          onClose={() => setFreezing(false)}
        />
      )}
    </>
  )
}

/** Whether the numbers stand, and what is still open. */
function Standing({ view }: { view: YearView }): ReactElement {
  const { open } = view.result
  const navigate = useNavigate()
  if (open.length > 0) {
    return (
      <Notice
        tone="ask"
        title={text.open(open.length)}
        end={
          <button type="button" className="link" onClick={() => void navigate(paths.decisions)}>
            {text.decide}
          </button>
        }
      >
        <span title={open.join('\n')}>{open[0]}</span>
      </Notice>
    )
  }
  if (view.snapshot === null) return <Notice title={text.preview}>{view.result.footer.join(' ')}</Notice>
  return (
    <Notice tone="plain" title={text.done}>
      {text.frozen(view.snapshot.id)} · {view.result.footer.join(' ')}
    </Notice>
  )
}
