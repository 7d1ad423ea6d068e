import { Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ItemAction, ItemActionName } from '#shared/domain/register/itemAction.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import type { CallError } from '../../../ipc/client.ts'
import { common } from '../../../text/common.ts'
import { ACTION_TEXT, actText as text } from '../../../text/registers.ts'
import { EvidenceList } from '../../../components/EvidenceList.tsx'
import { Field } from '../../../components/Field.tsx'
import { readAct, splitByAction, startFields, type ActErrors, type ActFields } from './actForm.ts'

interface Props {
  action: ItemActionName
  items: readonly RegisterItemView[]
  today: string
  busy: boolean
  error: CallError | null
  onRun: (items: readonly RegisterItemView[], action: ItemAction) => void
  onClose: () => void
}

/** One small dialog for each step: only what that step needs, with what is likely filled in. */
export function ActDialog({ action, items, today, busy, error, onRun, onClose }: Props): ReactElement {
  const words = ACTION_TEXT[action]
  const { fit, rest } = splitByAction(items, action)
  const only = fit.length === 1 ? fit[0]! : null
  const detail = useRoute('register.get', only === null ? null : { id: only.id }).data
  const [fields, setFields] = useState<ActFields>(() => startFields(action, fit, today))
  const [asked, setAsked] = useState(false)
  const evidence = only === null ? null : (detail?.evidence.length ?? only.evidenceCount)
  const read = readAct(action, fields, evidence)
  const errors: ActErrors = asked && 'errors' in read ? read.errors : {}
  const put = (change: Partial<ActFields>): void => setFields((now) => ({ ...now, ...change }))

  function submit(): void {
    setAsked(true)
    if ('errors' in read || busy || fit.length === 0) return
    onRun(fit, read.action)
  }

  return (
    <Modal
      open
      title={only === null ? words.title : `${words.title} · ${only.number}`}
      width={520}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <form
        className="rg-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      >
        {fit.length === 0 ? (
          <p className="confirm-text">{text.noneFits(words.verb)}</p>
        ) : (
          <p className="rg-act-what">{only === null ? text.many(fit.length) : only.title}</p>
        )}
        {rest.length === 0 ? null : <Skipped items={rest} verb={words.verb} />}
        {fit.length === 0 ? null : (
          <>
            {action === 'PROGRESS' ? (
              <Progress only={only} fields={fields} errors={errors} put={put} />
            ) : null}
            {action === 'VERIFY' || action === 'CLOSE' ? (
              <Field
                label={action === 'VERIFY' ? text.verifier : text.closer}
                required
                error={errors.verifier}
                hint={text.verifierHint}
              >
                <Input
                  autoFocus
                  aria-label={action === 'VERIFY' ? text.verifier : text.closer}
                  maxLength={60}
                  value={fields.verifier}
                  onChange={(event) => put({ verifier: event.target.value })}
                />
              </Field>
            ) : null}
            {action === 'CLOSE' && only !== null ? (
              <Field label={text.number} hint={text.numberHint}>
                <Input
                  aria-label={text.number}
                  maxLength={60}
                  placeholder={detail?.closeNumber ?? ''}
                  value={fields.number}
                  onChange={(event) => put({ number: event.target.value })}
                />
              </Field>
            ) : null}
            <Field
              label={words.text}
              required={action === 'NOTE' || action === 'RETURN' || action === 'REOPEN' || action === 'VOID'}
              error={errors.text}
              hint={action === 'VOID' ? text.voidHint : action === 'DONE' ? text.doneHint : undefined}
            >
              <Input.TextArea
                autoFocus={action !== 'VERIFY' && action !== 'CLOSE' && action !== 'PROGRESS'}
                aria-label={words.text}
                rows={3}
                maxLength={4000}
                value={fields.text}
                onChange={(event) => put({ text: event.target.value })}
              />
            </Field>
            {action === 'DONE' && only !== null ? (
              <EvidenceList subject="ITEM" subjectId={only.id} evidence={detail?.evidence ?? []} framed />
            ) : null}
            {action === 'VOID' || action === 'RESTORE' ? null : (
              <Field label={text.day}>
                <Input
                  type="date"
                  aria-label={text.day}
                  max={today}
                  value={fields.on}
                  onChange={(event) => put({ on: event.target.value })}
                />
              </Field>
            )}
          </>
        )}
        {error === null ? null : <ErrorPanel error={error} />}
        <div className="confirm-foot">
          <span className="grow" />
          <Button onClick={onClose}>{fit.length === 0 ? common.close : common.cancel}</Button>
          {fit.length === 0 ? null : (
            <Button type="primary" htmlType="submit" loading={busy}>
              {only === null ? `${words.verb} ${fit.length} 件` : words.verb}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

function Skipped({ items, verb }: { items: readonly RegisterItemView[]; verb: string }): ReactElement {
  return (
    <div className="small check">
      <p>{text.skipped(items.length, verb)}</p>
      <ul className="rg-skipped">
        {items.map((item) => (
          <li key={item.id}>
            {item.number}（{item.voided === null ? ITEM_STATES[item.state].name : '已作废'}）{item.title}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Progress(props: {
  only: RegisterItemView | null
  fields: ActFields
  errors: ActErrors
  put: (change: Partial<ActFields>) => void
}): ReactElement {
  const { only, fields, errors, put } = props
  return (
    <div className="rg-pair">
      <Field label={text.percent} error={errors.percent}>
        <Input
          autoFocus
          aria-label={text.percent}
          inputMode="decimal"
          value={fields.percent}
          onChange={(event) => put({ percent: event.target.value })}
        />
      </Field>
      {only?.quantity == null ? null : (
        <Field label={text.amount(only.quantity.measure, only.quantity.target)} error={errors.amount}>
          <Input
            aria-label={text.amount(only.quantity.measure, only.quantity.target)}
            inputMode="decimal"
            value={fields.amount}
            onChange={(event) => put({ amount: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
