import { Button, Input, Modal } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { common } from '../text/common.ts'
import { ErrorPanel } from './ErrorPanel.tsx'

interface Props {
  open: boolean
  title: string
  /** What follows from it, one or two sentences. */
  consequence: ReactNode
  /** The verb with its object: 「冻结第三季度」. */
  verb: string
  /** `none` shows no field, `optional` and `required` ask for a reason. */
  reason?: 'none' | 'optional' | 'required'
  reasonLabel?: string
  reasonPlaceholder?: string
  busy?: boolean
  /** Something else still stands in the way (unaccepted checks …); shown beside the button. */
  blockedBy?: string | null
  error?: unknown
  width?: number
  onConfirm: (reason: string) => void
  onCancel: () => void
  children?: ReactNode
}

/** Blocking confirmation, only for 冻结, 重开, 恢复, 撤销导入. Everything else is undoable and asks nothing. */
export function ConfirmWithReason(props: Props): ReactElement {
  return (
    <Modal
      open={props.open}
      title={props.title}
      width={props.width ?? 520}
      onCancel={props.onCancel}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <Body {...props} />
    </Modal>
  )
}

function Body(props: Props): ReactElement {
  const [reason, setReason] = useState('')
  const mode = props.reason ?? 'none'
  const lacksReason = mode === 'required' && reason.trim() === ''
  const blocked = props.blockedBy ?? (lacksReason ? common.required_reason : null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (blocked === null && props.busy !== true) props.onConfirm(reason.trim())
      }}
    >
      <p className="confirm-text">{props.consequence}</p>
      {props.children}
      {mode === 'none' ? null : (
        <label className="confirm-reason">
          <span className="field-label">
            {props.reasonLabel ?? '理由'}
            {mode === 'required' ? <em>{common.required}</em> : null}
          </span>
          <Input.TextArea
            autoFocus={mode === 'required'}
            rows={2}
            maxLength={200}
            value={reason}
            placeholder={props.reasonPlaceholder}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      {props.error === undefined || props.error === null ? null : <ErrorPanel error={props.error} />}
      <div className="confirm-foot">
        <span className="grow soft small">{blocked}</span>
        <Button onClick={props.onCancel}>{common.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={blocked !== null} loading={props.busy}>
          {props.verb}
        </Button>
      </div>
    </form>
  )
}
