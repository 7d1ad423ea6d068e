import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { ImportSessionView } from '#shared/ipc/import.ts'
import { call, toCallError, type CallError } from '../../ipc/client.ts'
import { routeKey, useRoute } from '../../ipc/queries.ts'

export type CommitResult = RouteOutput<'import.commit'>

/** The import under way for a quarter and everything that the clerk can do to it. */
export interface ImportWork {
  session: ImportSessionView | null
  loading: boolean
  /** A request of this page is running; repairs wait for each other. */
  busy: boolean
  error: CallError | null
  dismiss: () => void
  pick: (what: 'FILES' | 'FOLDER') => Promise<boolean>
  drop: (files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => Promise<boolean>
  sample: () => Promise<boolean>
  skipFile: (file: string, skip: boolean) => void
  fix: (file: string, fixes: ImportFixes) => void
  fixUnit: (text: string, unit: string | null, remember: boolean) => void
  discard: () => void
  commit: (leaveErrors: boolean) => Promise<CommitResult | null>
}

export function useImportSession(period: PeriodKey): ImportWork {
  const client = useQueryClient()
  const current = useRoute('import.current', { period })
  const [running, setRunning] = useState(0)
  const [error, setError] = useState<CallError | null>(null)
  const session = current.data ?? null
  const open = { period, ...(session === null ? {} : { session: session.session }) }

  async function ask<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R> | null> {
    setRunning((count) => count + 1)
    setError(null)
    try {
      return await call(route, input)
    } catch (reason) {
      const failure = toCallError(reason)
      // Stopping a read is the clerk's own doing, not a failure.
      if (failure.code !== 'CANCELLED') setError(failure)
      return null
    } finally {
      setRunning((count) => count - 1)
    }
  }

  function keep(next: ImportSessionView | null): boolean {
    if (next === null) return false
    client.setQueryData(routeKey('import.current', { period }), next)
    void client.invalidateQueries({ queryKey: ['import.file'] })
    void client.invalidateQueries({ queryKey: ['import.preview'] })
    return true
  }

  async function fix(file: string, fixes: ImportFixes): Promise<void> {
    if (session === null) return
    const detail = await ask('import.fix', { session: session.session, file, fixes })
    if (detail === null) return
    client.setQueryData(routeKey('import.file', { session: session.session, file }), detail)
    // Counts of the session, and conflicts in its other files, follow from the repair.
    await client.invalidateQueries({ queryKey: ['import.current'] })
    void client.invalidateQueries({
      predicate: ({ queryKey: [route, input] }) =>
        route === 'import.preview' ||
        (route === 'import.file' && (input as { file?: string } | null)?.file !== file)
    })
  }

  async function commit(leaveErrors: boolean): Promise<CommitResult | null> {
    if (session === null) return null
    const done = await ask('import.commit', { session: session.session, leaveErrors })
    if (done !== null) {
      client.setQueryData(routeKey('import.current', { period }), null)
      await client.invalidateQueries()
    }
    return done
  }

  return {
    session,
    loading: current.isPending,
    busy: running > 0,
    error: error ?? current.error,
    dismiss: () => setError(null),
    pick: async (what) => keep(await ask('import.pick', { ...open, what })),
    drop: async (files) => keep(await ask('import.drop', { ...open, files })),
    sample: async () => keep(await ask('import.sample', { period })),
    skipFile: (file, skip) => {
      if (session !== null) void ask('import.skipFile', { session: session.session, file, skip }).then(keep)
    },
    fix: (file, fixes) => void fix(file, fixes),
    fixUnit: (text, unit, remember) => {
      if (session !== null)
        void ask('import.fixUnit', { session: session.session, text, unit, remember }).then(keep)
    },
    discard: () => {
      if (session === null) return
      void ask('import.discard', { session: session.session }).then((done) => {
        if (done !== null) client.setQueryData(routeKey('import.current', { period }), null)
      })
    },
    commit
  }
}
