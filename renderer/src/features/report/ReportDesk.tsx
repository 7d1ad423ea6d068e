import { Button, Drawer, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ExportedView, ReportKind } from '#shared/ipc/report.ts'
import { paths } from '../../app/paths.ts'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { useMedia } from '../../components/useMedia.ts'
import { displayText } from '../../text/display.ts'
import { reportText } from '../../text/report.ts'
import { CircularEditor } from './circular/CircularEditor.tsx'
import { StaleNotice } from './circular/StaleNotice.tsx'
import { ExportButton } from './ExportButton.tsx'
import { ExportHistory } from './ExportHistory.tsx'
import { ExportOutcome } from './ExportOutcome.tsx'
import { KindList } from './KindList.tsx'
import { OptionsPanel } from './OptionsPanel.tsx'
import { PreviewDesk } from './PreviewDesk.tsx'
import { SetDialog } from './SetDialog.tsx'
import { useExport } from './useExport.tsx'
import { useReportChoices } from './useReportChoices.ts'

const CIRCULAR = 'circular'
const DISPLAY = 'display'
/** Below this the side panel opens as a drawer, so that the paper stays readable. */
const NARROW = '(max-width: 1199px)'

interface Props {
  period: PeriodKey
  kinds: readonly ReportKind[]
  kind: ReportKind
  remembered: ReportOptions
  onChoose: (id: string) => void
}

/** One report: kinds on the left, paper in the middle, what can be chosen on the right. */
export function ReportDesk({ period, kinds, kind, remembered, onChoose }: Props): ReactElement {
  const navigate = useNavigate()
  const narrow = useMedia(NARROW)
  const choices = useReportChoices(kind.id, remembered)
  const exporter = useExport(period, { announce: false })
  const [done, setDone] = useState<ExportedView | null>(null)
  const [asking, setAsking] = useState(false)
  const [sideOpen, setSideOpen] = useState(false)
  /** Goes up when the wording of the 通报 was saved: the paper is drawn anew. */
  const [worded, setWorded] = useState(0)

  async function run(format: ReportKind['formats'][number]): Promise<void> {
    setDone(null)
    setDone(await exporter.run(kind.id, format, choices.options))
  }

  const side = (
    <Side period={period} kind={kind} choices={choices} onWorded={() => setWorded((count) => count + 1)} />
  )
  return (
    <>
      <PageHead title={reportText.title} note={kind.description}>
        {kind.snapshot === null ? null : (
          <span className="small soft nowrap">
            <Icon name="box" className="done" /> {reportText.fromSnapshot} {kind.snapshot}，
            {reportText.noRecompute}
          </span>
        )}
        {narrow ? <Button onClick={() => setSideOpen(true)}>{reportText.options}</Button> : null}
        <Button onClick={() => setAsking(true)}>{reportText.exportSet}</Button>
        {kind.id === DISPLAY && kind.unavailable === null ? (
          <Button
            onClick={() => {
              // A refusal (no full screen on this machine) still shows the board in the window.
              document.documentElement.requestFullscreen?.().catch(() => undefined)
              void navigate(paths.display)
            }}
          >
            {displayText.start}
          </Button>
        ) : null}
        <ExportButton kind={kind} busy={exporter.busy} onExport={(format) => void run(format)} />
      </PageHead>
      {kind.snapshot === null && kind.unavailable === null ? (
        <Notice title={reportText.previewMark}>{reportText.previewNote}</Notice>
      ) : null}
      {kind.id === CIRCULAR && kind.unavailable === null ? (
        <StaleNotice period={period} options={choices.settled} />
      ) : null}
      <ExportOutcome exporter={exporter} done={done} onClose={() => setDone(null)} />
      <div className={narrow ? 'rp-layout rp-narrow' : 'rp-layout'}>
        <KindList kinds={kinds} chosen={kind.id} onChoose={onChoose} />
        <PreviewDesk
          period={period}
          kind={kind}
          options={choices.settled}
          computed={kinds.some(({ unavailable }) => unavailable === null)}
          version={worded}
        />
        {narrow ? null : <aside className="rp-side">{side}</aside>}
      </div>
      {narrow ? (
        <Drawer
          open={sideOpen}
          title={kind.title}
          size={340}
          onClose={() => setSideOpen(false)}
          classNames={{ body: 'rp-drawer' }}
        >
          {side}
        </Drawer>
      ) : null}
      {asking ? <SetDialog period={period} kinds={kinds} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

type Tab = 'content' | 'options' | 'history'

interface SideProps {
  period: PeriodKey
  kind: ReportKind
  choices: ReturnType<typeof useReportChoices>
  onWorded: () => void
}

function Side({ period, kind, choices, onWorded }: SideProps): ReactElement {
  const worded = kind.id === CIRCULAR && kind.unavailable === null
  const [tab, setTab] = useState<Tab>(worded ? 'content' : 'options')
  return (
    <>
      <Segmented<Tab>
        block
        size="small"
        aria-label={reportText.side}
        value={tab}
        onChange={setTab}
        options={[
          ...(worded ? [{ value: 'content' as const, label: reportText.tabs.content }] : []),
          { value: 'options', label: reportText.tabs.options },
          { value: 'history', label: reportText.tabs.history }
        ]}
      />
      {tab === 'content' ? (
        <CircularEditor
          period={period}
          options={choices.settled}
          onOptions={(options) => choices.change(options)}
          onSaved={onWorded}
        />
      ) : tab === 'options' ? (
        <OptionsPanel period={period} kind={kind} choices={choices} />
      ) : (
        <ExportHistory period={period} />
      )}
    </>
  )
}
