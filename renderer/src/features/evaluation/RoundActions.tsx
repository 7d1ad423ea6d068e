import { App, Button, Dropdown } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { ForeignReading, ReturnedSheet, RoundView } from '#shared/ipc/evaluation.ts'
import { paths } from '../../app/paths.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useCall } from '../../ipc/queries.ts'
import { evaluationText as text } from '../../text/evaluation.ts'
import { ForeignDialog } from './ForeignDialog.tsx'
import { ReturnedDialog } from './ReturnedDialog.tsx'
import type { MarkEntry } from './useMarkEntry.ts'

type Paper = 'SUMMARY' | 'COUNT' | 'FORMS'
type Format = 'xlsx' | 'docx' | 'pdf'
const FORMATS: readonly Format[] = ['xlsx', 'docx', 'pdf']
const FORMAT_WORDS: Record<Format, string> = { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' }

interface Props {
  view: RoundView
  entry: MarkEntry
  /** The page's filled button: closing, except where the tab has one of its own. */
  closeIsPrimary: boolean
  onError: (error: unknown) => void
}

/** What can be done with a round: papers, ballots out and back, the projector, closing, reopening, voiding. */
export function RoundActions({ view, entry, closeIsPrimary, onError }: Props): ReactElement {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { tell } = useSavedFile()
  const [sheets, setSheets] = useState<readonly ReturnedSheet[] | null>(null)
  const [foreign, setForeign] = useState<readonly ForeignReading[] | null>(null)
  const [asking, setAsking] = useState<'REOPEN' | 'VOID' | null>(null)
  const close = useCall('evaluation.close')
  const issue = useCall('evaluation.issue')
  const returned = useCall('evaluation.returned')
  const exported = useCall('evaluation.export')
  const open = view.state === 'OPEN' && view.canEdit
  const electronic = view.kind === 'JUDGES' || view.setup.entry === 'EACH'

  const finish = (how: 'ASK' | 'REPLACE'): void =>
    close.mutate(
      { id: view.id, foreign: how },
      {
        onError,
        onSuccess: (outcome) => {
          setForeign(outcome.closed ? null : outcome.foreign)
          if (outcome.closed) void message.success(text.closed(outcome.readings))
        }
      }
    )

  function save(what: Paper, format: Format): void {
    exported.mutate(
      { id: view.id, what, format },
      { onError, onSuccess: (file) => file !== null && tell(text.saved(file.fileName), file) }
    )
  }

  const items = [
    ...(open && electronic ? [{ key: 'issue', label: text.issue }] : []),
    ...(view.state === 'CLOSED' && view.canEdit ? [{ key: 'REOPEN', label: text.reopen }] : []),
    ...(open ? [{ key: 'VOID', label: text.void }] : [])
  ]
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (Object.keys(text.exports) as Paper[]).map((what) => ({
            key: what,
            label: text.exports[what],
            children: FORMATS.map((format) => ({ key: `${what}.${format}`, label: FORMAT_WORDS[format] }))
          })),
          onClick: ({ key }) => {
            const [what, format] = key.split('.') as [Paper, Format]
            save(what, format)
          }
        }}
      >
        <Button loading={exported.isPending}>
          {text.export}
          <Icon name="down" />
        </Button>
      </Dropdown>
      <Button onClick={() => void navigate(paths.evaluationShow(view.id))}>{text.show}</Button>
      {open && electronic ? (
        <Button
          loading={returned.isPending}
          onClick={() =>
            returned.mutate({ id: view.id }, { onError, onSuccess: (found) => setSheets(found) })
          }
        >
          {text.returned}
        </Button>
      ) : null}
      {items.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items,
            onClick: ({ key }) => {
              if (key !== 'issue') return setAsking(key as 'REOPEN' | 'VOID')
              issue.mutate(
                { id: view.id },
                {
                  onError,
                  onSuccess: (done) =>
                    done !== null && tell(text.issued(done.files), { ...done, fileName: '' })
                }
              )
            }
          }}
        >
          <Button loading={issue.isPending}>
            {text.more}
            <Icon name="down" />
          </Button>
        </Dropdown>
      )}
      {open ? (
        <Button
          type={closeIsPrimary ? 'primary' : 'default'}
          disabled={view.marks.length === 0}
          loading={close.isPending}
          onClick={() => finish('ASK')}
        >
          {text.close}
        </Button>
      ) : null}
      {sheets === null ? null : (
        <ReturnedDialog sheets={sheets} entry={entry} onClose={() => setSheets(null)} />
      )}
      {foreign === null ? null : (
        <ForeignDialog
          view={view}
          foreign={foreign}
          busy={close.isPending}
          onReplace={() => finish('REPLACE')}
          onClose={() => setForeign(null)}
        />
      )}
      <EndDialog view={view} asking={asking} onClose={() => setAsking(null)} />
    </>
  )
}

/** 重开 and 作废 want a reason. */
function EndDialog(props: {
  view: RoundView
  asking: 'REOPEN' | 'VOID' | null
  onClose: () => void
}): ReactElement {
  const { view, asking, onClose } = props
  const reopen = useCall('evaluation.reopen')
  const voiding = useCall('evaluation.void')
  const { message } = App.useApp()
  const isVoid = asking === 'VOID'
  const done = (sentence: string): void => {
    onClose()
    void message.success(sentence)
  }
  return (
    <ConfirmWithReason
      open={asking !== null}
      title={isVoid ? text.void : text.reopen}
      consequence={isVoid ? text.voidConsequence : text.reopenConsequence}
      verb={isVoid ? text.void : text.reopen}
      reason="required"
      reasonLabel={isVoid ? text.voidReason : text.reopenReason}
      busy={reopen.isPending || voiding.isPending}
      error={isVoid ? voiding.error : reopen.error}
      onCancel={onClose}
      onConfirm={(reason) => {
        const input = { id: view.id, reason }
        if (isVoid) voiding.mutate(input, { onSuccess: () => done(text.voided) })
        else reopen.mutate(input, { onSuccess: ({ back, gone }) => done(text.reopened(back, gone)) })
      }}
    />
  )
}
