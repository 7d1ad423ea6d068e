import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import type { DraftView } from '#shared/ipc/draft.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { schemeEditorText as text } from '../../text/schemeEditor.ts'
import { draftStoreOf, forgetDraft, useDraftStore, type Unsaved } from './draft/useDraftStore.ts'
import { Editor } from './Editor.tsx'
import '../scheme/scheme.css'
import './editor.css'

/** 编辑方案: one draft, at `/scheme/edit/:id`. */
export function EditorPage(): ReactElement {
  const id = Number(useParams()['id'])
  const draft = useRoute('draft.get', Number.isInteger(id) ? { id } : null)
  if (draft.data !== undefined) return <OpenDraft key={id} view={draft.data} />
  const gone = !Number.isInteger(id) || draft.error?.code === 'NOT_FOUND'
  return (
    <div className="page">
      <PageHead title={text.title} />
      <Panel>
        {gone ? (
          <EmptyState title={text.notFound} hint={text.notFoundHint}>
            <Link to={paths.scheme}>{text.toScheme}</Link>
          </EmptyState>
        ) : draft.error !== null ? (
          <ErrorPanel error={draft.error} unchanged={null} onRetry={() => void draft.refetch()} />
        ) : (
          <Skeleton rows={14} />
        )}
      </Panel>
    </div>
  )
}

function OpenDraft({ view }: { view: DraftView }): ReactElement {
  const client = useQueryClient()
  const { message } = App.useApp()
  // What main says later comes through the store's own answers; another reading of the query changes nothing here.
  const [opened, setOpened] = useState(() => draftStoreOf(client, view))
  const tell = useCallback((unsaved: Unsaved) => void message.warning(text.unsaved[unsaved], 8), [message])
  const state = useDraftStore(opened, tell)
  return (
    <Editor
      store={opened}
      state={state}
      onReplace={(next) => {
        forgetDraft(client, view.id)
        setOpened(draftStoreOf(client, next))
      }}
    />
  )
}
