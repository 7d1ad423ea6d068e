import { Button, Tabs } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { BatchDetail } from '#shared/ipc/batch.ts'
import { paths } from '../../app/paths.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { batchCounts, batchesText as text, reviewSentence } from '../../text/batches.ts'
import { printBytes, printStamp } from '../../text/format.ts'
import { BatchActions } from './BatchActions.tsx'
import { ItemTable } from '../import/ItemTable.tsx'
import { CellsTable } from './CellsTable.tsx'
import { MappingTab } from './MappingTab.tsx'
import { ProblemsTab } from './ProblemsTab.tsx'
import { ReviewPanel } from './ReviewPanel.tsx'
import { StateTag } from './StateTag.tsx'
import './batches.css'

/** One import, down to its cells: what it brought, what stood there before, what was wrong, how the file was read. */
export function BatchPage(): ReactElement {
  const id = Number(useParams().batch)
  const detail = useRoute('batch.detail', Number.isInteger(id) && id > 0 ? { batch: id } : null)
  const navigate = useNavigate()
  return (
    <div className="page">
      <PageHead
        title={detail.data?.batch.fileName ?? text.title}
        tags={detail.data === undefined ? null : <StateTag state={detail.data.batch.state} />}
        note={detail.data === undefined ? null : batchCounts(detail.data.batch)}
      >
        <Button onClick={() => void navigate(paths.import)}>{text.back}</Button>
        {detail.data === undefined ? null : <BatchActions detail={detail.data} />}
      </PageHead>
      <Loaded query={detail} rows={10}>
        {(data) => <Body detail={data} />}
      </Loaded>
    </div>
  )
}

function Body({ detail }: { detail: BatchDetail }): ReactElement {
  const { batch, undoBlockers } = detail
  const [tab, setTab] = useState(detail.cells.length === 0 && detail.items.length > 0 ? 'items' : 'cells')
  const blocked = batch.state === 'merged' && undoBlockers.length > 0
  return (
    <>
      {batch.state === 'waiting' ? (
        <ReviewPanel batch={batch} />
      ) : batch.review === null ? null : (
        <Notice tone="plain" title={text.states[batch.state]}>
          {reviewSentence(batch.review)}
        </Notice>
      )}
      {blocked ? (
        <Notice tone="check" title={text.undoBlocked}>
          {undoBlockers.map((blocker, index) => (
            <span key={index} className="bt-blocker">
              {blocker.text}
              {blocker.batch === null ? null : <Link to={paths.batch(blocker.batch)}>{text.toLater}</Link>}
            </span>
          ))}
        </Notice>
      ) : null}
      <Panel className="bt-panel">
        <Facts detail={detail} />
        <Tabs
          className="bt-tabs"
          size="small"
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'cells', label: `${text.tabs.cells} ${detail.cells.length}` },
            ...(detail.items.length === 0
              ? []
              : [{ key: 'items', label: `${text.tabs.items} ${detail.items.length}` }]),
            { key: 'problems', label: `${text.tabs.problems} ${detail.problems.length}` },
            { key: 'mapping', label: text.tabs.mapping }
          ]}
        />
        <div className="bt-body">
          {tab === 'items' ? (
            <ItemTable rows={detail.items} linked={batch.state === 'merged'} />
          ) : tab === 'cells' ? (
            <CellsTable cells={detail.cells} />
          ) : tab === 'problems' ? (
            <ProblemsTab problems={detail.problems} />
          ) : (
            <MappingTab sheets={detail.sheets} />
          )}
        </div>
      </Panel>
    </>
  )
}

function Facts({ detail }: { detail: BatchDetail }): ReactElement {
  const { batch } = detail
  const facts: readonly (readonly [string, string, string?])[] = [
    [text.facts.by, batch.by],
    [text.facts.at, printStamp(batch.at)],
    [text.facts.format, detail.format],
    [text.facts.size, printBytes(detail.bytes)],
    [text.facts.hash, detail.sha256.slice(0, 12), detail.sha256],
    [text.facts.version, detail.appVersion]
  ]
  return (
    <dl className="bt-facts">
      {facts.map(([name, value, full]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={full}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
