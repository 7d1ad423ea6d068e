import { App, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { LEVELS, type SlipLevel } from '#shared/domain/supervision/slip.ts'
import { levelAbove, slipAction, type SlipActionName } from '#shared/domain/supervision/slipMachine.ts'
import { SLIP_LEVELS } from '#shared/domain/supervision/slipWords.ts'
import type { SlipView } from '#shared/ipc/slip.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useCall } from '../../ipc/queries.ts'
import { ACT_WORDS, supervisionText } from '../../text/supervision.ts'
import { Field } from '../../components/Field.tsx'

const text = supervisionText.act
/** Actions by somebody at the unit or the office. */
const BY: readonly SlipActionName[] = ['RECEIVE', 'ANSWER', 'CLOSE']
const DAY: readonly SlipActionName[] = ['RETURN', 'ESCALATE', 'REOPEN']

interface Props {
  slip: SlipView
  action: SlipActionName
  onClose: () => void
}

/** One step of a slip: words, who, which day; a new day to answer where the step sets one. */
export function ActionDialog({ slip, action, onClose }: Props): ReactElement {
  const [words, setWords] = useState('')
  const [by, setBy] = useState('')
  const [on, setOn] = useState('')
  const [answerBy, setAnswerBy] = useState('')
  const [level, setLevel] = useState<SlipLevel>(levelAbove(slip.level))
  const [asked, setAsked] = useState(false)
  const act = useCall('slip.act')
  const { message } = App.useApp()
  const parsed = slipAction.safeParse({
    action,
    text: words,
    ...(on === '' ? {} : { on }),
    ...(BY.includes(action) ? { by } : {}),
    ...(action === 'ESCALATE' ? { level } : {}),
    ...(DAY.includes(action) && answerBy !== '' ? { answerBy } : {})
  })
  const missing = parsed.error?.issues.find(({ path }) => path[0] === 'text')?.message

  function submit(): void {
    setAsked(true)
    if (!parsed.success) return
    act.mutate(
      { ids: [slip.id], action: parsed.data },
      {
        onSuccess: () => {
          onClose()
          void message.success(text.done)
        }
      }
    )
  }

  return (
    <FormDialog
      title={`${ACT_WORDS[action].verb} ${slip.number}`}
      width={520}
      className="sup-form"
      verb={ACT_WORDS[action].verb}
      busy={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="confirm-text">{ACT_WORDS[action].consequence}</p>
      {action === 'ESCALATE' ? (
        <Field label={text.level}>
          <Select<SlipLevel>
            aria-label={text.level}
            value={level}
            options={LEVELS.slice(LEVELS.indexOf(slip.level ?? 'BLUE')).map((value) => ({
              value,
              label: SLIP_LEVELS[value].name
            }))}
            onChange={setLevel}
          />
        </Field>
      ) : null}
      <Field label={text.text} error={asked ? missing : undefined}>
        <Input.TextArea
          autoFocus
          aria-label={text.text}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={2000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Field>
      <div className="sup-pair">
        {BY.includes(action) ? (
          <Field label={text.by}>
            <Input
              aria-label={text.by}
              maxLength={60}
              value={by}
              onChange={({ target }) => setBy(target.value)}
            />
          </Field>
        ) : null}
        <Field label={text.on}>
          <Input type="date" aria-label={text.on} value={on} onChange={({ target }) => setOn(target.value)} />
        </Field>
        {DAY.includes(action) ? (
          <Field label={`${text.answerBy}（${text.auto}）`}>
            <Input
              type="date"
              aria-label={text.answerBy}
              value={answerBy}
              onChange={({ target }) => setAnswerBy(target.value)}
            />
          </Field>
        ) : null}
      </div>
    </FormDialog>
  )
}
