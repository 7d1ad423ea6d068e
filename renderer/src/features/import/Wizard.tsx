import { Button } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { chord } from '../../app/shortcuts.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { common } from '../../text/common.ts'
import { importText } from '../../text/import.ts'
import { ResultPanel } from '../batches/ResultPanel.tsx'
import { ActionBar } from './ActionBar.tsx'
import { START_VIEW, type CheckView } from './check/checkView.ts'
import { ConfirmStep } from './ConfirmStep.tsx'
import { FileSwitch } from './FileSwitch.tsx'
import { isTyping } from './isTyping.ts'
import { usePaste } from './pick/usePaste.ts'
import { useTake } from './pick/useTake.ts'
import { PickStep } from './PickStep.tsx'
import type { ProblemStop } from './problemOrder.ts'
import { SheetStep } from './SheetStep.tsx'
import { StepTrail } from './StepTrail.tsx'
import { useImportSession, type CommitResult } from './useImportSession.ts'
import { useNames } from './useNames.ts'
import { fileToShow, isReachable, readyFiles, type Step } from './wizardSteps.ts'

/** The running import of a quarter, step by step. What is chosen here is only where the clerk looks. */
export function Wizard({ period }: { period: string }): ReactElement {
  const work = useImportSession(period)
  const names = useNames(period)
  const [wanted, setStep] = useState<Step>('pick')
  const [chosen, setFile] = useState<string | null>(null)
  const [stop, setStop] = useState<ProblemStop | null>(null)
  const [view, setView] = useState<CheckView>(START_VIEW)
  const [leaveErrors, setLeaveErrors] = useState(false)
  const [result, setResult] = useState<CommitResult | null>(null)
  const { session } = work
  // A file that is skipped or discarded meanwhile takes its step with it.
  const step = isReachable(wanted, session) ? wanted : 'pick'
  const file = session === null ? null : fileToShow(session, chosen)
  const working = session !== null && file !== null && (step === 'header' || step === 'check')
  const take = useTake(work, () => open('pick'))
  usePaste((pasted) => void take.paste(pasted))

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
    setStop(null)
    setLeaveErrors(false)
  }

  const undoable = session?.undoable === true && !work.busy
  const { undo } = work
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (chord(event) !== 'Ctrl+Z' || isTyping(event)) return
      event.preventDefault()
      if (undoable) undo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [undo, undoable])

  return (
    <div className="page ip-page" {...take.target}>
      <PageHead
        title={importText.title}
        tags={<StepTrail step={result === null ? step : 'confirm'} session={session} onStep={open} />}
      >
        {session !== null && result === null && session.undoable ? (
          <Button disabled={!undoable} title={importText.undoHint} onClick={undo}>
            {importText.undo}
          </Button>
        ) : null}
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
          take={take}
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
          view={view}
          onView={(change) => setView((now) => ({ ...now, ...change }))}
          stop={stop}
          onStop={(next) => {
            setStop(next)
            setFile(next.file)
          }}
          onFile={setFile}
          onStep={open}
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
