import { App } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { DraftHead } from '#shared/ipc/draft.ts'
import { paths } from '../../../app/paths.ts'
import { ConfirmWithReason } from '../../../components/ConfirmWithReason.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { IssueMark } from '../../../components/IssueMark.tsx'
import { Loaded } from '../../../components/Loaded.tsx'
import { useCall, useRoute } from '../../../ipc/queries.ts'
import { printStamp } from '../../../text/format.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { schemeStartText } from '../../../text/schemeStart.ts'

const text = schemeStartText

const titleOf = (draft: DraftHead): string =>
  draft.title.trim() === '' ? schemeEditorText.untitled : draft.title

/** Drafts under way, the one that was changed last first: go on with it, or delete it. */
export function DraftList(): ReactElement {
  const drafts = useRoute('draft.list', {})
  const remove = useCall('draft.delete')
  const { message } = App.useApp()
  const [leaving, setLeaving] = useState<DraftHead | null>(null)
  return (
    <Loaded query={drafts} rows={3}>
      {(list) => (
        <>
          {list.length === 0 ? (
            <EmptyState title={text.noDrafts} hint={text.noDraftsHint} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{text.draftHead.title}</th>
                  <th>{text.draftHead.origin}</th>
                  <th>{text.draftHead.at}</th>
                  <th>{text.draftHead.state}</th>
                  <th>{text.draftHead.action}</th>
                </tr>
              </thead>
              <tbody>
                {newestFirst(list).map((draft) => (
                  <tr key={draft.id}>
                    <td>
                      <Link to={paths.schemeEdit(draft.id)}>{titleOf(draft)}</Link>
                      {draft.year === null ? null : <span className="quiet small"> {draft.year}</span>}
                    </td>
                    <td className="soft">{draft.origin ?? text.blank}</td>
                    <td className="soft nowrap">{printStamp(draft.updatedAt)}</td>
                    <td className="nowrap">
                      <DraftState draft={draft} />
                    </td>
                    <td className="nowrap num">
                      <Link to={paths.schemeEdit(draft.id)}>{text.goOn}</Link>{' '}
                      <button type="button" className="link" onClick={() => setLeaving(draft)}>
                        {text.remove}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <ConfirmWithReason
            open={leaving !== null}
            title={text.removeTitle}
            consequence={text.removeBody(leaving === null ? '' : titleOf(leaving))}
            verb={text.removeTitle}
            busy={remove.isPending}
            error={remove.error}
            onCancel={() => setLeaving(null)}
            onConfirm={() => {
              if (leaving === null) return
              remove.mutate(
                { id: leaving.id },
                {
                  onSuccess: () => {
                    void message.success(text.removed(titleOf(leaving)))
                    setLeaving(null)
                  }
                }
              )
            }}
          />
        </>
      )}
    </Loaded>
  )
}

export function newestFirst(list: readonly DraftHead[]): DraftHead[] {
  return [...list].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
}

function DraftState({ draft }: { draft: DraftHead }): ReactElement {
  const { errors, confirms } = draft
  if (errors > 0) return <IssueMark level="error" word={schemeEditorText.checks.button(errors, 0)} />
  if (confirms > 0) return <IssueMark level="confirm" word={schemeEditorText.checks.button(0, confirms)} />
  return <IssueMark level="info" word={schemeEditorText.checks.button(0, 0)} />
}
