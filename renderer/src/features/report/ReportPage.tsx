import { Button, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { reportOptions, type ExportedView, type ReportKind, type ReportOptions } from '#shared/ipc/report.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { exportedFile, reportText } from '../../text/report.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { ExportHistory } from './ExportHistory.tsx'
import { OptionsPanel } from './OptionsPanel.tsx'
import { hideable } from './paperColumns.ts'
import { PaperDesk } from './PaperDesk.tsx'
import { useExport, type Export } from './useExport.tsx'
import './report.css'

/** The one kind that has options and a paper preview. */
const RANKING = 'ranking'
const MOST_TABS = 5

/** 报告: kinds, options, the table as it will be printed, export and its record. */
export function ReportPage(): ReactElement {
  const { period, view } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={reportText.title} />
        <NoScheme />
      </div>
    )
  }
  return <Reports key={period} period={period} />
}

function Reports({ period }: { period: string }): ReactElement {
  const kinds = useRoute('report.list', { period })
  const settings = useRoute('settings.get', {})
  return (
    <div className="page">
      <Loaded query={kinds} rows={14}>
        {(list) =>
          list.length === 0 ? (
            <>
              <PageHead title={reportText.title} />
              <Panel>
                <EmptyState title={reportText.emptyTitle} hint={reportText.emptyHint} />
              </Panel>
            </>
          ) : (
            <Loaded query={settings} rows={14}>
              {({ issuer }) => <Centre period={period} kinds={list} issuer={issuer} />}
            </Loaded>
          )
        }
      </Loaded>
    </div>
  )
}

interface CentreProps {
  period: string
  kinds: readonly ReportKind[]
  issuer: string
}

function Centre({ period, kinds, issuer }: CentreProps): ReactElement {
  const exporter = useExport(period, { announce: false })
  const [chosen, setChosen] = useState(kinds[0]!.id)
  const [options, setOptions] = useState<ReportOptions>(() => reportOptions.parse({ issuer }))
  const [done, setDone] = useState<ExportedView | null>(null)
  const kind = kinds.find((one) => one.id === chosen) ?? kinds[0]!
  const { view } = usePeriod()
  const results = useRoute('ranking.get', kind.id === RANKING ? { period } : null).data?.results ?? null
  const snapshot = view?.snapshot ?? null

  async function run(): Promise<void> {
    setDone(null)
    setDone(await exporter.run(kind.id, kind.id === RANKING ? options : {}))
  }

  return (
    <>
      <PageHead
        title={reportText.title}
        tags={<Kinds kinds={kinds} value={kind.id} onChange={setChosen} />}
        note={kind.description}
      >
        {snapshot === null ? null : (
          <span className="small soft nowrap">
            <Icon name="box" className="done" /> {reportText.fromSnapshot} {snapshot}，
            {reportText.noRecompute}
          </span>
        )}
        {kind.unavailable === null ? null : <span className="small ask">{kind.unavailable}</span>}
        <Button
          type="primary"
          disabled={kind.unavailable !== null}
          loading={exporter.busy}
          onClick={() => void run()}
        >
          {reportText.exportAs}
        </Button>
      </PageHead>
      {snapshot === null ? <Notice title={reportText.previewMark}>{reportText.previewNote}</Notice> : null}
      <Outcome exporter={exporter} done={done} onClose={() => setDone(null)} />
      <div className="rp-layout">
        <div className="rp-side">
          {kind.id === RANKING ? (
            <OptionsPanel options={options} columns={hideable(results)} onChange={setOptions} />
          ) : null}
          <ExportHistory period={period} />
        </div>
        <Preview period={period} kind={kind} options={options} snapshot={snapshot} />
      </div>
    </>
  )
}

function Kinds(props: {
  kinds: readonly ReportKind[]
  value: string
  onChange: (id: string) => void
}): ReactElement {
  const options = props.kinds.map(({ id, title }) => ({ value: id, label: title }))
  return options.length > MOST_TABS ? (
    <Select
      aria-label={reportText.kinds}
      value={props.value}
      options={options}
      onChange={props.onChange}
      popupMatchSelectWidth={false}
    />
  ) : (
    <Segmented
      aria-label={reportText.kinds}
      value={props.value}
      options={options}
      onChange={props.onChange}
    />
  )
}

function Outcome(props: {
  exporter: Export
  done: ExportedView | null
  onClose: () => void
}): ReactElement | null {
  const { exporter, done } = props
  if (exporter.error !== null) {
    return (
      <Panel>
        <ErrorPanel error={exporter.error}>
          <Button onClick={exporter.dismiss}>{common.close}</Button>
        </ErrorPanel>
      </Panel>
    )
  }
  if (done === null) return null
  return (
    <Notice
      tone="plain"
      title={exportedFile(done.fileName)}
      end={
        <>
          <Button size="small" onClick={() => exporter.open(done)}>
            {common.openFile}
          </Button>
          <Button size="small" onClick={() => exporter.reveal(done)}>
            {common.openFolder}
          </Button>
          <button type="button" className="link" onClick={props.onClose}>
            {reportText.close}
          </button>
        </>
      }
    >
      <span className="soft">{done.folder}</span>
    </Notice>
  )
}

interface PreviewProps {
  period: string
  kind: ReportKind
  options: ReportOptions
  snapshot: string | null
}

function Preview({ period, kind, options, snapshot }: PreviewProps): ReactElement {
  const ranking = useRoute('ranking.get', kind.id === RANKING ? { period } : null)
  const navigate = useNavigate()
  if (kind.id !== RANKING) {
    return (
      <Panel>
        <EmptyState title={kind.title} hint={reportText.noPreview} />
      </Panel>
    )
  }
  return (
    <Loaded query={ranking} rows={14}>
      {({ results }) =>
        results === null ? (
          <Panel>
            <EmptyState title={reportText.emptyTitle} hint={reportText.emptyHint}>
              <Button type="primary" onClick={() => void navigate(paths.ranking)}>
                {reportText.goRanking}
              </Button>
            </EmptyState>
          </Panel>
        ) : (
          <PaperDesk results={results} options={options} snapshot={snapshot} />
        )
      }
    </Loaded>
  )
}
