import { Button, Modal } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { common } from '../text/common.ts'
import { ErrorPanel } from './ErrorPanel.tsx'

interface Props {
  title: string
  width: number
  /** The button that does it. */
  verb: string
  className?: string
  busy: boolean
  error: unknown
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/**
 * A form in a dialog: Enter and the filled button submit, once at a time; a click beside it loses nothing; what was refused
 * stands above the buttons.
 */
export function FormDialog(props: Props): ReactElement {
  const { title, width, verb, className, busy, error, onSubmit, onClose, children } = props
  return (
    <Modal
      open
      title={title}
      width={width}
      style={{ top: 40 }}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onSubmit()
        }}
      >
        {children}
        {error === null ? null : <ErrorPanel error={error} />}
        <div className="confirm-foot">
          <span className="grow" />
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
