import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { DraftView } from '#shared/ipc/draft.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import { paths } from '../../../app/paths.ts'
import type { CallError } from '../../../ipc/client.ts'
import { routeKey, useCall } from '../../../ipc/queries.ts'

export interface StartDraft {
  start: (from: RouteInput<'draft.create'>) => void
  /** Asks for a file; nothing happens when the dialog is cancelled. */
  importFile: () => void
  busy: boolean
  error: CallError | null
}

/** Makes a draft and opens it. */
export function useStartDraft(): StartDraft {
  const client = useQueryClient()
  const navigate = useNavigate()
  const create = useCall('draft.create')
  const load = useCall('draft.import')
  function open(view: DraftView | null): void {
    if (view === null) return
    client.setQueryData(routeKey('draft.get', { id: view.id }), view)
    void navigate(paths.schemeEdit(view.id))
  }
  return {
    start: (from) => {
      load.reset()
      create.mutate(from, { onSuccess: open })
    },
    importFile: () => {
      create.reset()
      load.mutate({}, { onSuccess: open })
    },
    busy: create.isPending || load.isPending,
    error: create.error ?? load.error
  }
}
