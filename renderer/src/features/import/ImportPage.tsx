import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { common } from '../../text/common.ts'
import { importText } from '../../text/import.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { ActionBar } from './ActionBar.tsx'
import { BatchHistory } from './BatchHistory.tsx'
import { ConfirmStep } from './ConfirmStep.tsx'
import { FileSwitch } from './FileSwitch.tsx'
import { PickStep } from './PickStep.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import { SheetStep } from './SheetStep.tsx'
import { StepTrail } from './StepTrail.tsx'
import { useImportSession, type CommitResult } from './useImportSession.ts'
import { useNames } from './useNames.ts'
import { fileToShow, isReachable, readyFiles, type Step } from './wizardSteps.ts'
import './import.css'

/** 导入: 选文件 → 认表头 → 检查 → 确认. The session lives in main: leaving the page loses nothing. */
export function ImportPage(): ReactElement {
  const { period, view, frozen } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={importText.title} />
        <NoScheme />
      </div>
    )
  }
  if (frozen) {
    return (
      <div className="page">
        <PageHead title={importText.title} />
        <Panel>
          <EmptyState title={importText.frozen} hint={importText.frozenHint} />
        </Panel>
        <BatchHistory period={period} readOnly />
      </div>
    )
  }
  return <Wizard key={period} period={period} />
}

function Wizard({ period }: { period: string }): ReactElement {
  const work = useImportSession(period)
  const names = useNames(period)
  const [wanted, setStep] = useState<Step>('pick')
  const [chosen, setFile] = useState<string | null>(null)
  const [leaveErrors, setLeaveErrors] = useState(false)
  const [result, setResult] = useState<CommitResult | null>(null)
  const { session } = work
  // A file that is skipped or discarded meanwhile takes its step with it.
  const step = isReachable(wanted, session) ? wanted : 'pick'
  const file = session === null ? null : fileToShow(session, chosen)
  const working = session !== null && file !== null && (step === 'header' || step === 'check')

  function open(next: Step): void {
    setResult(null)
    setStep(next)
  }

  async function commit(): Promise<void> {
    const done = await work.commit(leaveErrors)
    if (done === null) return
    setResult(done)
    setStep('pick')
    setFile(null)
    setLeaveErrors(false)
  }

  return (
    <div className="page ip-page">
      <PageHead
        title={importText.title}
        tags={<StepTrail step={result === null ? step : 'confirm'} session={session} onStep={open} />}
      >
        {working ? <FileSwitch session={session} file={file} onFile={setFile} /> : null}
        {working ? <Button onClick={() => open('pick')}>{importText.changeFiles}</Button> : null}
      </PageHead>
      {work.error === null ? null : (
        <Panel>
          <ErrorPanel error={work.error}>
            <Button onClick={work.dismiss}>{common.close}</Button>
          </ErrorPanel>
        </Panel>
      )}
      {work.loading ? (
        <Panel>
          <Skeleton rows={8} />
        </Panel>
      ) : result !== null ? (
        <ResultPanel result={result} onAgain={() => open('pick')} />
      ) : step === 'pick' || session === null ? (
        <PickStep
          period={period}
          work={work}
          onRead={() => setResult(null)}
          onOpen={(id) => {
            setFile(id)
            open('check')
          }}
        />
      ) : step === 'confirm' ? (
        <ConfirmStep session={session} />
      ) : file === null ? null : (
        <SheetStep
          step={step}
          session={session}
          file={file}
          names={names}
          work={work}
          onHeader={() => open('header')}
        />
      )}
      {session === null || result !== null || (step === 'pick' && readyFiles(session).length === 0) ? null : (
        <ActionBar
          step={step}
          session={session}
          busy={work.busy}
          leaveErrors={leaveErrors}
          onLeaveErrors={setLeaveErrors}
          onStep={open}
          onCommit={() => void commit()}
        />
      )}
    </div>
  )
}
