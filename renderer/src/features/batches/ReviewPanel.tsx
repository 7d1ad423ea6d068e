import { App, Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import type { BatchView } from '#shared/ipc/batch.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { batchesText, reviewSentence } from '../../text/batches.ts'

const { review: text } = batchesText
type Decision = RouteInput<'batch.review'>['decision']

/** 复核: a second person confirms or sends back; nothing can be edited here. */
export function ReviewPanel({ batch }: { batch: BatchView }): ReactElement {
  const [by, setBy] = useState('')
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const review = useCall('batch.review')
  const { message } = App.useApp()

  function decide(decision: Decision): void {
    const who = decision === 'WITHDRAWN' ? batch.by : by.trim()
    const complaint =
      decision === 'REJECTED' && reason.trim() === ''
        ? text.rejectNeedsReason
        : decision !== 'WITHDRAWN' && who === ''
          ? text.byHint
          : decision !== 'WITHDRAWN' && who === batch.by
            ? text.samePerson
            : null
    setRefused(complaint)
    if (complaint !== null) return
    const done = { APPROVED: text.approved, REJECTED: text.rejectedDone, WITHDRAWN: text.withdrawn }[decision]
    review.mutate(
      { batch: batch.id, decision, by: who, reason },
      { onSuccess: () => void message.success(done) }
    )
  }

  return (
    <Panel
      title={text.title}
      hint={batch.review === null ? undefined : reviewSentence(batch.review)}
      className="bt-review"
      pad
    >
      <p>{text.intro}</p>
      <div className="row bt-review-fields">
        <label>
          <span className="field-label">{text.by}</span>
          <Input
            maxLength={40}
            placeholder={text.byHint}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
        </label>
        <label className="grow">
          <span className="field-label">{text.reason}</span>
          <Input
            maxLength={200}
            placeholder={text.reasonHint}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <Button type="primary" loading={review.isPending} onClick={() => decide('APPROVED')}>
          {text.approve}
        </Button>
        <Button disabled={review.isPending} onClick={() => decide('REJECTED')}>
          {text.reject}
        </Button>
        <Button disabled={review.isPending} onClick={() => decide('WITHDRAWN')}>
          {text.withdraw}
        </Button>
      </div>
      {refused === null ? null : (
        <p className="small ask" role="alert">
          {refused}
        </p>
      )}
      {review.error === null ? null : <ErrorPanel error={review.error} />}
    </Panel>
  )
}
