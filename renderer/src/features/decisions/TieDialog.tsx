import { App, Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { decisionsText } from '../../text/decisions.ts'
import { localToday } from '../../text/format.ts'
import { Field } from '../../components/Field.tsx'
import './decisions.css'

const text = decisionsText.tie

interface Props {
  period: PeriodKey
  race: string
  group: string
  rank: number
  units: readonly { unit: string; name: string }[]
  /** Set for a tie of the year or half-year. */
  span?: 'YEAR' | 'H1' | 'H2'
  onClose: () => void
}

/** 并列裁定: puts tied units in order, best first. Alt+↑↓ moves the focused one. */
export function TieDialog({ period, race, group, rank, units, span, onClose }: Props): ReactElement {
  const [order, setOrder] = useState(units)
  const [who, setWho] = useState({ basis: '', decidedBy: '' })
  const add = useCall('decision.add')
  const { message } = App.useApp()
  const complete = who.basis.trim() !== '' && who.decidedBy.trim() !== ''

  function move(from: number, by: -1 | 1): void {
    const to = from + by
    if (to < 0 || to >= order.length) return
    const next = [...order]
    next.splice(to, 0, ...next.splice(from, 1))
    setOrder(next)
  }

  function submit(): void {
    add.mutate(
      {
        period,
        subject: {
          type: 'TIE',
          race,
          group,
          order: order.map(({ unit }) => unit),
          ...(span === undefined ? {} : { span })
        },
        ...who,
        date: localToday()
      },
      {
        onSuccess: () => {
          onClose()
          void message.success(decisionsText.recorded)
        }
      }
    )
  }

  return (
    <Modal open title={text.title(rank)} width={520} footer={null} destroyOnHidden onCancel={onClose}>
      <form
        className="dec-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete && !add.isPending) submit()
        }}
      >
        <p className="confirm-text">{text.hint}</p>
        <ol className="dec-order">
          {order.map(({ unit, name }, index) => (
            <li
              key={unit}
              tabIndex={0}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                move(index, event.key === 'ArrowUp' ? -1 : 1)
              }}
            >
              <b>第 {rank + index} 名</b>
              <span className="grow ellipsis" title={name}>
                {name}
              </span>
              <Button
                size="small"
                disabled={index === 0}
                aria-label={`${name} ${text.up}`}
                onClick={() => move(index, -1)}
              >
                {text.up}
              </Button>
              <Button
                size="small"
                disabled={index === order.length - 1}
                aria-label={`${name} ${text.down}`}
                onClick={() => move(index, 1)}
              >
                {text.down}
              </Button>
            </li>
          ))}
        </ol>
        <Field label={decisionsText.fields.basis}>
          <Input.TextArea
            aria-label={decisionsText.fields.basis}
            rows={2}
            maxLength={300}
            placeholder={decisionsText.fields.basisHint}
            value={who.basis}
            onChange={(event) => setWho({ ...who, basis: event.target.value })}
          />
        </Field>
        <Field label={decisionsText.fields.decidedBy}>
          <Input
            aria-label={decisionsText.fields.decidedBy}
            maxLength={40}
            value={who.decidedBy}
            onChange={(event) => setWho({ ...who, decidedBy: event.target.value })}
          />
        </Field>
        {add.error === null ? null : <ErrorPanel error={add.error} />}
        <div className="confirm-foot">
          <span className="grow soft small">{complete ? null : '请写明依据和决定人'}</span>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!complete} loading={add.isPending}>
            {text.verb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
