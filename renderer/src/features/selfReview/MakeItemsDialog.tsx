import { App, Button, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { registerType, type RegisterType } from '#shared/domain/register/registerItem.ts'
import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'

interface Props {
  rows: readonly number[]
  /** Of them without person or date. */
  incomplete: number
  type: RegisterType
  onClose: () => void
  onMade: () => void
}

/** Which register the gaps go to; everything else is filled in from the rows. */
export function MakeItemsDialog({ rows, incomplete, type: start, onClose, onMade }: Props): ReactElement {
  const [type, setType] = useState(start)
  const make = useCall('selfReview.makeItems')
  const { message } = App.useApp()
  return (
    <Modal
      open
      title={text.makeTitle(rows.length)}
      width={460}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate(
            { rows: [...rows], type },
            {
              onSuccess: (made) => {
                void message.success(text.made(made.length, made.map(({ number }) => number).join('、')))
                onMade()
                onClose()
              }
            }
          )
        }}
      >
        <label className="sr-field">
          <span className="field-label">{text.makeType}</span>
          <Select
            aria-label={text.makeType}
            autoFocus
            value={type}
            options={registerType.options.map((value) => ({ value, label: REGISTER_TYPES[value].name }))}
            onChange={setType}
          />
        </label>
        <p className="small soft">{text.makeHint}</p>
        {incomplete > 0 ? <p className="small check">{text.incomplete(incomplete)}</p> : null}
        {make.error === null ? null : <ErrorPanel error={make.error} />}
        <div className="confirm-foot">
          <span className="grow" />
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {text.makeVerb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
