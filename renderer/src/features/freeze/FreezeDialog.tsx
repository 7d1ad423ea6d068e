import { App, Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { FreezeCheck } from '#shared/ipc/period.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { freezeText } from '../../text/freeze.ts'
import './freeze.css'

interface Props {
  period: PeriodKey
  open: boolean
  onClose: () => void
}

/** 冻结前检查: what blocks must be put right first; the rest must be ticked one by one. */
export function FreezeDialog({ period, open, onClose }: Props): ReactElement {
  const checks = useRoute('period.checks', open ? { period } : null)
  const freeze = useCall('period.freeze')
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const { message } = App.useApp()

  const failing = (checks.data ?? []).filter((check) => !check.ok)
  const blocking = failing.filter((check) => check.blocking)
  const waiting = failing.filter((check) => !check.blocking && !accepted.includes(check.code))
  const blockedBy =
    checks.data === undefined
      ? freezeText.checks
      : blocking.length > 0
        ? freezeText.blocked(blocking.length)
        : waiting.length > 0
          ? freezeText.unaccepted(waiting.length)
          : null

  function confirm(reason: string): void {
    const accept = failing.map((check) => check.code).filter((code) => accepted.includes(code))
    freeze.mutate(
      { period, accept, reason },
      {
        onSuccess: () => {
          onClose()
          void message.success(freezeText.done(period))
        }
      }
    )
  }

  return (
    <ConfirmWithReason
      open={open}
      width={600}
      title={freezeText.title(period)}
      consequence={freezeText.consequence}
      verb={freezeText.verb(period)}
      reason="optional"
      reasonLabel={freezeText.reason}
      reasonPlaceholder={freezeText.reasonHint}
      busy={freeze.isPending}
      blockedBy={blockedBy}
      error={freeze.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Loaded query={checks} rows={5}>
        {(list) => (
          <ul className="checks" aria-label={freezeText.checks}>
            {[...list]
              .sort((a, b) => urgency(a) - urgency(b))
              .map((check) => (
                <Check
                  key={check.code}
                  check={check}
                  accepted={accepted.includes(check.code)}
                  onAccept={(yes) =>
                    setAccepted((now) =>
                      yes ? [...now, check.code] : now.filter((code) => code !== check.code)
                    )
                  }
                />
              ))}
          </ul>
        )}
      </Loaded>
    </ConfirmWithReason>
  )
}

/** What blocks first, then what must be ticked, then what is in order. */
function urgency(check: FreezeCheck): number {
  return check.ok ? 2 : check.blocking ? 0 : 1
}

function Check(props: {
  check: FreezeCheck
  accepted: boolean
  onAccept: (yes: boolean) => void
}): ReactElement {
  const { check } = props
  const tone = check.ok ? 'done' : check.blocking ? 'ask' : 'check'
  return (
    <li className="check-line">
      <Icon name={check.ok ? 'box' : check.blocking ? 'triangle' : 'half'} className={tone} />
      <div className="grow">
        <p>
          <b>{check.title}</b>
          {!check.ok && check.blocking ? <span className="tag tag-ask">{freezeText.mustFix}</span> : null}
        </p>
        <p className="soft small">{check.detail}</p>
        {!check.ok && !check.blocking ? (
          <Checkbox checked={props.accepted} onChange={(event) => props.onAccept(event.target.checked)}>
            {freezeText.accept}
          </Checkbox>
        ) : null}
      </div>
      {!check.ok && check.href !== null ? <Link to={check.href}>{freezeText.go}</Link> : null}
    </li>
  )
}
