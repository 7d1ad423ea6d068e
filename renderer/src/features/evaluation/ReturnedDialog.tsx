import { App, Button, Modal } from 'antd'
import type { ReactElement } from 'react'
import type { ReturnedSheet } from '#shared/ipc/evaluation.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { common } from '../../text/common.ts'
import { evaluationText } from '../../text/evaluation.ts'
import type { MarkEntry } from './useMarkEntry.ts'

const text = evaluationText.returnedDialog

/** What the returned files hold, file by file, before anything is written. */
export function ReturnedDialog(props: {
  sheets: readonly ReturnedSheet[]
  entry: MarkEntry
  onClose: () => void
}): ReactElement {
  const { sheets, entry, onClose } = props
  const { message } = App.useApp()
  const usable = sheets.filter(({ marks }) => marks.length > 0)

  async function enter(): Promise<void> {
    onClose()
    const done = await entry.send(usable.flatMap(({ marks }) => marks))
    if (done !== null) void message.success(text.entered(done.written, done.same))
  }

  return (
    <Modal open title={text.title} width={820} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <div className="ev-scroll">
        <table className="ev-list" aria-label={text.title}>
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              <th scope="col">{text.whose}</th>
              <th scope="col">{text.marks}</th>
              <th scope="col">{text.said}</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet, index) => (
              <tr key={index}>
                <td>{sheet.file}</td>
                <td className="nowrap">{sheet.label}</td>
                <td className="nowrap">
                  {sheet.group === null ? (
                    <StatusMark status="refused" word="没有读" />
                  ) : (
                    text.counts(sheet.marks.length, sheet.blanks)
                  )}
                </td>
                <td>
                  {sheet.known ? <p className="quiet">{text.known}</p> : null}
                  {sheet.problems.map((problem) => (
                    <p key={problem} className="ask">
                      {problem}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="confirm-foot">
        <span className="grow soft small">{usable.length === 0 ? text.none : null}</span>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="primary" disabled={usable.length === 0} onClick={() => void enter()}>
          {text.enter(usable.length)}
        </Button>
      </div>
    </Modal>
  )
}
