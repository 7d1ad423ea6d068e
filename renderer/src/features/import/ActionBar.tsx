import { Button, Checkbox } from 'antd'
import type { ReactElement } from 'react'
import type { ImportSessionView } from '#shared/ipc/importViews.ts'
import { IssueMark } from '../../components/IssueMark.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { importText, leaveErrorCount } from '../../text/import.ts'
import { STEPS, type Step } from './wizardSteps.ts'

const { bar: text } = importText
const RANKS_SHOWN = 2

interface Props {
  step: Step
  session: ImportSessionView
  busy: boolean
  /** The clerk chose to leave cells with errors out. */
  leaveErrors: boolean
  onLeaveErrors: (leave: boolean) => void
  onStep: (step: Step) => void
  onCommit: () => void
}

/** What has been read, what stands in the way, and the one next step. */
export function ActionBar(props: Props): ReactElement {
  const { step, session, leaveErrors } = props
  const { totals } = session
  return (
    <footer className="panel ip-foot">
      <div className="ip-counts">
        <span>
          {text.all} <b>{totals.cells}</b> 格
        </span>
        <span>
          <b>{totals.ready}</b> {text.files}
        </span>
        <span>
          <IssueMark level="confirm" word={text.confirms} /> <b className="check">{totals.confirms}</b>
        </span>
        <span>
          <IssueMark level="error" word={text.errors} /> <b className="ask">{totals.errors}</b>
        </span>
        {totals.missingUnits.length === 0 ? null : (
          <span title={totals.missingUnits.join('、')}>
            <StatusMark status="overdue" word={text.missing} /> <b>{totals.missingUnits.length}</b>
          </span>
        )}
      </div>
      {step === 'check' && session.canCommit ? <Ranks session={session.session} /> : null}
      <span className="grow" />
      {step === 'confirm' && totals.errors > 0 ? (
        <Checkbox checked={leaveErrors} onChange={(event) => props.onLeaveErrors(event.target.checked)}>
          <span className="small" title={importText.confirm.leaveErrorsHint}>
            {leaveErrorCount(totals.errors)}
          </span>
        </Checkbox>
      ) : null}
      {session.blockedBy === null || (step === 'confirm' && leaveErrors) ? null : (
        <span className="small ask nowrap">{session.blockedBy}</span>
      )}
      <Buttons {...props} />
    </footer>
  )
}

function Buttons({ step, session, busy, leaveErrors, onStep, onCommit }: Props): ReactElement {
  const at = STEPS.indexOf(step)
  const back = STEPS[at - 1]
  const next = STEPS[at + 1]
  const words: Partial<Record<Step, string>> = {
    header: text.toHeader,
    check: text.toCheck,
    confirm: text.toConfirm
  }
  const allowed = session.canCommit || (leaveErrors && session.totals.ready > 0)
  return (
    <>
      {back === undefined ? null : <Button onClick={() => onStep(back)}>{text.back}</Button>}
      {next === undefined ? (
        <Button type="primary" disabled={!allowed} loading={busy} onClick={onCommit}>
          {session.review ? text.review : text.commit}
        </Button>
      ) : (
        <Button type="primary" disabled={session.totals.ready === 0} onClick={() => onStep(next)}>
          {words[next]}
        </Button>
      )}
    </>
  )
}

function Ranks({ session }: { session: string }): ReactElement | null {
  const changes = useRoute('import.preview', { session }).data?.rankChanges ?? []
  if (changes.length === 0) return null
  return (
    <div className="ip-ranks">
      <span className="quiet">{text.ranks}</span>
      {changes.slice(0, RANKS_SHOWN).map((change) => (
        <span key={change.name} className="nowrap">
          <b>
            {change.name} {change.before ?? '/'}→{change.after ?? '/'}
          </b>{' '}
          <MovementMark movement={change.movement} />
        </span>
      ))}
      {changes.length > RANKS_SHOWN ? (
        <span className="quiet">另 {changes.length - RANKS_SHOWN} 个</span>
      ) : null}
    </div>
  )
}
