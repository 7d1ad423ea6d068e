import { App, Button, Modal } from 'antd'
import { useDeferredValue, useState, type ReactElement } from 'react'
import type { LedgerView } from '#shared/ipc/incentive.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import { common } from '../../text/common.ts'
import { printDay } from '../../text/format.ts'
import { catalogueOf, changeForm, inputOf, recognisedOn, type EntryForm } from './entryForm.ts'
import { EffectPanel } from './EffectPanel.tsx'
import { EntryFields } from './EntryFields.tsx'

const text = adjustmentsText.form

type Step = 'DRAFT' | 'SUBMIT' | 'APPROVE'

interface Props {
  view: LedgerView
  /** Of the draft that is changed; null for a new entry. */
  id: number | null
  start: EntryForm
  onClose: () => void
  /** The entry was written. */
  onDone: (id: number, step: Step) => void
}

/** 登记加减分: what would count stands beside the fields before anything is written. */
export function EntryDialog({ view, id, start, onClose, onDone }: Props): ReactElement {
  const [form, setForm] = useState(() => changeForm(start, {}, view))
  const [asked, setAsked] = useState<Step | null>(null)
  const add = useCall('incentive.add')
  const edit = useCall('incentive.edit')
  const { message } = App.useApp()
  const built = inputOf(form, view, false)
  const settled = useDeferredValue('input' in built ? built.input : null)
  const effect = useRoute(
    'incentive.effect',
    settled === null ? null : { entry: settled, ...(id === null ? {} : { id }) }
  )
  const checked = inputOf(form, view, asked === 'APPROVE')
  const errors = asked !== null && 'errors' in checked ? checked.errors : {}
  const error = add.error ?? edit.error
  const needsFile = catalogueOf(form, view)?.evidence === 'FILE' && id === null && form.honour === null
  const frozen = effect.error?.code === 'PERIOD_FROZEN' || error?.code === 'PERIOD_FROZEN'

  function run(step: Step): void {
    setAsked(step)
    const ready = inputOf(form, view, step === 'APPROVE')
    if ('errors' in ready) return
    const onSuccess = (written: { id: number }): void => {
      void message.success(
        id !== null
          ? text.saved
          : { DRAFT: text.drafted, SUBMIT: text.submitted, APPROVE: text.approved }[step]
      )
      onDone(written.id, step)
    }
    if (id !== null) edit.mutate({ id, entry: ready.input }, { onSuccess })
    else {
      const then = step === 'APPROVE' ? { step, approver: form.approver.trim() } : { step }
      add.mutate({ entry: ready.input, then }, { onSuccess })
    }
  }

  const main: Step = id !== null || needsFile ? 'DRAFT' : view.review ? 'SUBMIT' : 'APPROVE'
  const busy = add.isPending || edit.isPending
  return (
    <Modal
      open
      title={id === null ? text.addTitle : text.editTitle(id)}
      width={920}
      style={{ top: 32 }}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <form
        className="adj-entry"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) run(main)
        }}
      >
        <div className="adj-entry-body">
          <div className="dec-form">
            <EntryFields
              view={view}
              form={form}
              errors={errors}
              onChange={(change) => setForm((now) => changeForm(now, change, view))}
            />
          </div>
          <div className="adj-entry-side">
            <EffectPanel effect={settled === null ? undefined : effect.data} error={effect.error} />
            {frozen && view.recognition !== null ? (
              <Button onClick={() => setForm(recognisedOn(form, view.recognition!))}>
                {text.recognise(printDay(view.recognition))}
              </Button>
            ) : null}
          </div>
        </div>
        {error === null || frozen ? null : <ErrorPanel error={error} />}
        <div className="confirm-foot">
          <span className="grow" />
          <Button onClick={onClose}>{common.cancel}</Button>
          {main === 'DRAFT' ? null : (
            <Button disabled={busy} onClick={() => run('DRAFT')}>
              {text.draft}
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={busy}>
            {id !== null
              ? text.save
              : { DRAFT: text.draft, SUBMIT: text.submit, APPROVE: text.approve }[main]}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
