import { Button, Modal } from 'antd'
import type { ReactElement } from 'react'
import type { ForeignReading, RoundView } from '#shared/ipc/evaluation.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { unitName } from './seatName.ts'

const text = evaluationText.foreign

/** Readings of the same indicator that came by another way: nobody but the clerk says which ones count. */
export function ForeignDialog(props: {
  view: RoundView
  foreign: readonly ForeignReading[]
  busy: boolean
  onReplace: () => void
  onClose: () => void
}): ReactElement {
  const { view, foreign, busy, onReplace, onClose } = props
  return (
    <Modal open title={text.title} width={720} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <p className="confirm-text">{text.hint(foreign.length)}</p>
      <div className="ev-scroll">
        <table className="ev-list" aria-label={text.title}>
          <thead>
            <tr>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.rater}</th>
              <th scope="col">{text.value}</th>
              <th scope="col">{text.source}</th>
            </tr>
          </thead>
          <tbody>
            {foreign.map((reading, index) => (
              <tr key={index}>
                <td>{unitName(reading.unit, view)}</td>
                <td>{`${reading.group} ${reading.name}`.trim()}</td>
                <td>{reading.value ?? '*'}</td>
                <td className="small">{reading.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button type="primary" loading={busy} onClick={onReplace}>
          {text.replace}
        </Button>
      </div>
    </Modal>
  )
}
