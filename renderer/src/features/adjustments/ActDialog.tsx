import { App, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import type { LedgerActRequest, LedgerEntryView } from '#shared/ipc/incentive.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { useCall } from '../../ipc/queries.ts'
import { adjustmentsText } from '../../text/adjustments.ts'

const text = adjustmentsText.act

/** What is asked before an action on entries. */
export interface Asked {
  action: 'APPROVE' | 'RETURN' | 'REVERSE'
  entries: readonly LedgerEntryView[]
}

/** 批准, 退回, 冲销: by whom, and why where the rule wants a reason. */
export function ActDialog(props: { asked: Asked; operator: string; onClose: () => void }): ReactElement {
  const { asked, operator, onClose } = props
  const { action, entries } = asked
  const [by, setBy] = useState(action === 'APPROVE' ? '' : operator)
  const act = useCall('incentive.act')
  const { message } = App.useApp()
  const first = entries[0]!
  const needsName = action !== 'REVERSE'
  const words = {
    APPROVE: {
      title: text.approveTitle(entries.length),
      consequence: text.approveConsequence,
      verb: text.approveVerb,
      name: text.approver
    },
    RETURN: {
      title: text.returnTitle,
      consequence: text.returnConsequence,
      verb: text.returnVerb,
      name: text.returnBy
    },
    REVERSE: {
      title: text.reverseTitle,
      consequence: text.reverseConsequence(first.reason),
      verb: text.reverseVerb,
      name: ''
    }
  }[action]

  function run(reason: string): void {
    const request: LedgerActRequest['action'] =
      action === 'APPROVE'
        ? { action, approver: by.trim(), note: '' }
        : action === 'RETURN'
          ? { action, by: by.trim(), reason }
          : { action, reason }
    act.mutate(
      { ids: entries.map((entry) => entry.id), action: request },
      {
        onSuccess: () => {
          onClose()
          void message.success(text.done)
        }
      }
    )
  }

  return (
    <ConfirmWithReason
      open
      title={words.title}
      consequence={words.consequence}
      verb={words.verb}
      reason={action === 'APPROVE' ? 'none' : 'required'}
      reasonLabel={action === 'RETURN' ? text.returnReason : text.reverseReason}
      blockedBy={needsName && by.trim() === '' ? `请写${words.name}` : null}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={run}
    >
      {needsName ? (
        <label className="confirm-reason">
          <span className="field-label">{words.name}</span>
          <Input
            autoFocus={action === 'APPROVE'}
            maxLength={40}
            aria-label={words.name}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
        </label>
      ) : null}
    </ConfirmWithReason>
  )
}
