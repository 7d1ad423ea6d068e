import { App, Button, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RevisionHead } from '#shared/ipc/revision.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printStamp } from '../../text/format.ts'
import { revisionsText as text } from '../../text/revisions.ts'
import { RevisionDiffView } from './RevisionDiffView.tsx'
import { Verify } from './Verify.tsx'
import './revisions.css'

const LIVE = ''

/** 冻结版本: every freezing of the quarter, what differs between two, and the recomputation of one. */
export function RevisionsDialog({
  period,
  onClose
}: {
  period: PeriodKey
  onClose: () => void
}): ReactElement {
  const list = useRoute('revision.list', { period })
  return (
    <Modal open title={text.title} width={920} footer={null} destroyOnHidden onCancel={onClose}>
      <Loaded query={list} rows={4}>
        {(revisions) =>
          revisions.length === 0 ? (
            <p className="quiet">{text.none}</p>
          ) : (
            <Revisions period={period} revisions={revisions} />
          )
        }
      </Loaded>
    </Modal>
  )
}

function Revisions(props: { period: PeriodKey; revisions: readonly RevisionHead[] }): ReactElement {
  const { period, revisions } = props
  const { frozen, view } = usePeriod()
  const newest = revisions.at(-1)!
  const [before, setBefore] = useState((revisions.at(-2) ?? newest).snapshot)
  const [after, setAfter] = useState(revisions.length > 1 ? newest.snapshot : LIVE)
  const options = revisions.map((entry) => ({
    value: entry.snapshot,
    label: `${text.revision(entry.revision)} · ${printStamp(entry.frozenAt)}`
  }))
  // A frozen quarter has no other data than its newest snapshot.
  const others = [...options, ...(frozen ? [] : [{ value: LIVE, label: text.live }])].filter(
    (option) => option.value !== before
  )
  const chosen = others.some((option) => option.value === after) ? after : others[0]?.value
  return (
    <>
      <RevisionTable revisions={revisions} />
      {view?.state === 'published' ? <Archive period={period} /> : null}
      {chosen === undefined ? null : (
        <>
          <div className="rev-pick">
            <b>{text.compare}</b>
            <Select aria-label={text.compare} value={before} options={options} onChange={setBefore} />
            <span>{text.compareWith}</span>
            <Select aria-label={text.compareWith} value={chosen} options={others} onChange={setAfter} />
          </div>
          <RevisionDiffView period={period} before={before} after={chosen === LIVE ? null : chosen} />
        </>
      )}
    </>
  )
}

function RevisionTable({ revisions }: { revisions: readonly RevisionHead[] }): ReactElement {
  return (
    <table className="plain rev-table">
      <thead>
        <tr>
          {(['revision', 'frozenAt', 'by', 'scheme', 'reason'] as const).map((key) => (
            <th key={key}>{text.head[key]}</th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {revisions.map((entry) => (
          <tr key={entry.snapshot}>
            <td className="nowrap" title={entry.snapshot}>
              {text.revision(entry.revision)}
            </td>
            <td className="nowrap">{printStamp(entry.frozenAt)}</td>
            <td>{entry.by}</td>
            <td className="nowrap">{text.schemeVersion(entry.schemeVersion)}</td>
            <td>{entry.reason}</td>
            <td>
              <Verify snapshot={entry.snapshot} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Archive({ period }: { period: PeriodKey }): ReactElement {
  const [open, setOpen] = useState(false)
  const archive = useCall('period.archive')
  const { message } = App.useApp()
  return (
    <p className="rev-archive">
      <Button onClick={() => setOpen(true)}>{text.archive}</Button>
      <ConfirmWithReason
        open={open}
        title={text.archiveTitle}
        consequence={text.archiveConsequence}
        verb={text.archiveVerb}
        busy={archive.isPending}
        error={archive.error}
        onCancel={() => setOpen(false)}
        onConfirm={() =>
          archive.mutate(
            { period },
            {
              onSuccess: () => {
                setOpen(false)
                void message.success(text.archived)
              }
            }
          )
        }
      />
    </p>
  )
}
