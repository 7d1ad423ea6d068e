import { App, Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { decimalString } from '#shared/domain/number/decimal.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { cadenceText } from '../../text/cadence.ts'
import { common } from '../../text/common.ts'

const text = cadenceText.act

export interface AskedAct {
  kind: 'PROGRESS' | 'DONE'
  item: RegisterItemView
}

/** 记进展 or 报结 of one item, dated on the day that is looked at. */
export function ActDialog(props: { asked: AskedAct; date: string; onClose: () => void }): ReactElement {
  const { kind, item } = props.asked
  const [percent, setPercent] = useState(item.percent ?? '')
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const act = useCall('register.act')
  const { message } = App.useApp()
  const progress = kind === 'PROGRESS'

  function save(): void {
    const typed = percent.normalize('NFKC').replace('%', '').trim()
    if (progress && typed !== '' && !decimalString.safeParse(typed).success) return setAsked(text.badPercent)
    if (progress && typed === '' && words.trim() === '') return setAsked(text.needed)
    setAsked(null)
    act.mutate(
      {
        ids: [item.id],
        action: progress
          ? {
              action: 'PROGRESS',
              on: props.date,
              percent: typed === '' ? null : typed,
              amount: null,
              text: words
            }
          : { action: 'DONE', on: props.date, text: words }
      },
      {
        onSuccess: () => {
          props.onClose()
          void message.success(text.saved)
        }
      }
    )
  }

  return (
    <Modal
      open
      title={progress ? text.progressTitle(item.number) : text.doneTitle(item.number)}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className="confirm-text">{item.title}</p>
        {progress ? (
          <label className="confirm-reason">
            <span className="field-label">{text.percent}</span>
            <Input autoFocus value={percent} onChange={(event) => setPercent(event.target.value)} />
          </label>
        ) : null}
        <label className="confirm-reason">
          <span className="field-label">{progress ? text.text : text.doneText}</span>
          <Input.TextArea
            autoFocus={!progress}
            rows={3}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {act.error === null ? null : <ErrorPanel error={act.error} />}
        <div className="confirm-foot">
          <span className="grow soft small">{asked}</span>
          <Button onClick={props.onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {text.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
