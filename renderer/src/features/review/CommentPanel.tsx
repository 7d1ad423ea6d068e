import { App, Button, Input, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { COMMENT_MARKS, type Comment, type CommentMark } from '#shared/domain/cadence/comment.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { printStamp } from '../../text/format.ts'
import { reviewText as text } from '../../text/review.ts'

interface Props {
  period: PeriodKey
  unit: string
  /** Those that count, in the order in which they were said. */
  comments: readonly Comment[]
  /** Who spoke last: usually who speaks next. */
  lastSpeaker: string
  autoFocus?: boolean
  onSaved?: () => void
}

const NONE = 'NONE'

/** 讲评 of a unit: what was said, and a form that takes the next one. Ctrl+Enter saves. */
export function CommentPanel(props: Props): ReactElement {
  const { comments } = props
  const [edited, setEdited] = useState<Comment | null>(null)
  const end = useCall('comment.end')
  const { message } = App.useApp()
  return (
    <div className="rv-panel">
      {comments.length === 0 ? <p className="quiet">{text.none}</p> : null}
      {comments.map((comment) => (
        <article key={comment.id} className="rv-said">
          <p>{comment.text}</p>
          <p className="small soft">
            {comment.speaker}
            {comment.mark === null ? null : <span className="tag">{COMMENT_MARKS[comment.mark]}</span>}
            {printStamp(comment.at)} {comment.who}
            <button type="button" className="link" onClick={() => setEdited(comment)}>
              {text.edit}
            </button>
            <button
              type="button"
              className="link"
              onClick={() =>
                end.mutate({ id: comment.id }, { onSuccess: () => void message.success(text.withdrawn) })
              }
            >
              {text.withdraw}
            </button>
          </p>
        </article>
      ))}
      {end.error === null ? null : <ErrorPanel error={end.error} />}
      <CommentForm
        key={edited?.id ?? 'new'}
        {...props}
        edited={edited}
        onDone={() => {
          setEdited(null)
          props.onSaved?.()
        }}
      />
    </div>
  )
}

function CommentForm(props: Props & { edited: Comment | null; onDone: () => void }): ReactElement {
  const { edited } = props
  const [speaker, setSpeaker] = useState(edited?.speaker ?? props.lastSpeaker)
  const [words, setWords] = useState(edited?.text ?? '')
  const [mark, setMark] = useState<CommentMark | typeof NONE>(edited?.mark ?? NONE)
  const save = useCall('comment.save')
  const { message } = App.useApp()
  const ready = speaker.trim() !== '' && words.trim() !== ''
  function submit(): void {
    if (!ready || save.isPending) return
    const { period, unit } = props
    save.mutate(
      { period, unit, speaker, text: words, mark: mark === NONE ? null : mark, replaces: edited?.id ?? null },
      {
        onSuccess: () => {
          setWords('')
          setMark(NONE)
          void message.success(text.saved)
          props.onDone()
        }
      }
    )
  }
  return (
    <form
      className="rv-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) submit()
      }}
    >
      <label>
        <span className="field-label">{text.speaker}</span>
        <Input
          value={speaker}
          maxLength={60}
          placeholder={text.speakerHint}
          onChange={(event) => setSpeaker(event.target.value)}
        />
      </label>
      <label>
        <span className="field-label">{text.text}</span>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          autoFocus={props.autoFocus === true}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {save.error === null ? null : <ErrorPanel error={save.error} />}
      <div className="row">
        <Segmented
          aria-label={text.mark}
          value={mark}
          options={[{ value: NONE, label: text.noMark }, ...text.marks]}
          onChange={setMark}
        />
        <span className="grow small soft">{ready ? '' : text.needed}</span>
        <Button htmlType="submit" disabled={!ready} loading={save.isPending}>
          {edited === null ? text.save : text.replace}
        </Button>
      </div>
    </form>
  )
}
