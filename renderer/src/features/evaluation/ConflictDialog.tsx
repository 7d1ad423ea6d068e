import { App, Button, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { common } from '../../text/common.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { seatName, unitName } from './seatName.ts'
import { conflictKey, type MarkEntry } from './useMarkEntry.ts'

const text = evaluationText.conflict
type Choice = 'KEEP' | 'TAKE'

/** A judge who voted twice: both marks side by side, nothing written until every one is decided. */
export function ConflictDialog({ view, entry }: { view: RoundView; entry: MarkEntry }): ReactElement {
  const { conflicts } = entry
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  const { message } = App.useApp()
  const all = (choice: Choice): void =>
    setChosen(new Map(conflicts.map((conflict) => [conflictKey(conflict), choice])))
  const open = conflicts.filter((conflict) => !chosen.has(conflictKey(conflict))).length

  async function confirm(): Promise<void> {
    const take = new Set([...chosen].filter(([, choice]) => choice === 'TAKE').map(([key]) => key))
    const done = await entry.resolve(take)
    if (done !== null) void message.success(evaluationText.returnedDialog.entered(done.written, done.same))
  }

  return (
    <Modal
      open
      title={text.title}
      width={720}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => void entry.resolve(null)}
    >
      <p className="confirm-text">{text.hint}</p>
      <div className="row ev-conflict-all">
        <Button size="small" onClick={() => all('KEEP')}>
          {text.keepAll}
        </Button>
        <Button size="small" onClick={() => all('TAKE')}>
          {text.takeAll}
        </Button>
      </div>
      <div className="ev-scroll">
        <table className="ev-list" aria-label={text.title}>
          <thead>
            <tr>
              <th scope="col">{text.seat}</th>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.stands}</th>
              <th scope="col">{text.brought}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => {
              const key = conflictKey(conflict)
              const name = `${seatName(conflict, view)} ${unitName(conflict.unit, view)}`
              const option = (
                choice: Choice,
                mark: string | null,
                from: string,
                word: string
              ): ReactElement => (
                <td>
                  <Radio
                    aria-label={`${name} ${word}`}
                    name={key}
                    checked={chosen.get(key) === choice}
                    onChange={() => setChosen(new Map([...chosen, [key, choice]]))}
                  >
                    <b>{mark ?? text.empty}</b> <span className="small quiet">{from}</span>
                  </Radio>
                </td>
              )
              return (
                <tr key={key}>
                  <td>{seatName(conflict, view)}</td>
                  <td>{unitName(conflict.unit, view)}</td>
                  {option('KEEP', conflict.stands, conflict.standsFrom, text.keep)}
                  {option('TAKE', conflict.brought, conflict.broughtFrom, text.take)}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="confirm-foot">
        <span className="grow soft small">{open === 0 ? null : text.open(open)}</span>
        <Button onClick={() => void entry.resolve(null)}>{common.cancel}</Button>
        <Button type="primary" disabled={open > 0} onClick={() => void confirm()}>
          {text.confirm}
        </Button>
      </div>
    </Modal>
  )
}
