import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { ImportSessionView, TextEncoding } from '#shared/ipc/importViews.ts'
import { call, toCallError, type CallError } from '../../ipc/client.ts'
import { routeKey, useRoute } from '../../ipc/queries.ts'
import type { PastedTable } from './pick/pastedTable.ts'

export type CommitResult = RouteOutput<'import.commit'>
export type DroppedFile = RouteInput<'import.drop'>['files'][number]
/** Answers that hold for every file of the import. */
export type AnswersForAll = RouteInput<'import.fixAll'>['fixes']

/** The import under way for a quarter and everything that the clerk can do to it. */
export interface ImportWork {
  session: ImportSessionView | null
  loading: boolean
  /** A request of this page is running; repairs wait for each other. */
  busy: boolean
  error: CallError | null
  dismiss: () => void
  /** These four answer whether files were read: false when a dialog or the reading was cancelled. */
  pick: (what: 'FILES' | 'FOLDER') => Promise<boolean>
  drop: (files: DroppedFile[]) => Promise<boolean>
  paste: (table: PastedTable) => Promise<boolean>
  sample: () => Promise<boolean>
  /** True when the file could be opened. The password goes to main once and is kept nowhere. */
  password: (file: string, password: string) => Promise<boolean>
  encoding: (file: string, encoding: TextEncoding) => void
  reread: (file: string) => void
  skipFile: (file: string, skip: boolean) => void
  fix: (file: string, fixes: ImportFixes) => void
  fixAll: (answers: AnswersForAll) => void
  /** Takes the last repair back. */
  undo: () => void
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
    for (const route of ['import.file', 'import.problems', 'import.preview'])
      void client.invalidateQueries({ queryKey: [route] })
    return true
  }

  /** Asks something about the running import; the answer is the whole session. */
  async function change<R extends SessionRoute>(
    route: R,
    input: Omit<RouteInput<R>, 'session'>
  ): Promise<ImportSessionView | null> {
    if (session === null) return null
    const next = (await ask(route, {
      ...input,
      session: session.session
    } as RouteInput<R>)) as ImportSessionView | null
    keep(next)
    return next
  }

  /** A file that is read again has other cells under the same id. */
  async function readAgain<R extends 'import.password' | 'import.encoding' | 'import.reread'>(
    route: R,
    input: Omit<RouteInput<R>, 'session'>
  ): Promise<ImportSessionView | null> {
    const next = await change(route, input)
    if (next !== null) client.removeQueries({ queryKey: ['import.grid'] })
    return next
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
        route === 'import.problems' ||
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

  async function discard(): Promise<void> {
    if (session === null) return
    const done = await ask('import.discard', { session: session.session })
    if (done !== null) client.setQueryData(routeKey('import.current', { period }), null)
  }

  return {
    session,
    loading: current.isPending,
    busy: running > 0,
    error: error ?? current.error,
    dismiss: () => setError(null),
    pick: async (what) => keep(await ask('import.pick', { ...open, what })),
    drop: async (files) => keep(await ask('import.drop', { ...open, files })),
    paste: async (table) => keep(await ask('import.paste', { ...open, ...table })),
    sample: async () => keep(await ask('import.sample', { period })),
    password: async (file, password) => {
      const next = await readAgain('import.password', { file, password })
      return next?.files.find((one) => one.id === file)?.needsPassword === false
    },
    encoding: (file, encoding) => void readAgain('import.encoding', { file, encoding }),
    reread: (file) => void readAgain('import.reread', { file }),
    skipFile: (file, skip) => void change('import.skipFile', { file, skip }),
    fix: (file, fixes) => void fix(file, fixes),
    fixAll: (fixes) => void change('import.fixAll', { fixes }),
    undo: () => void change('import.undoFix', {}),
    discard: () => void discard(),
    commit
  }
}

/** Routes about the running import that answer with the whole of it. */
type SessionRoute = Extract<
  RouteName,
  | 'import.password'
  | 'import.encoding'
  | 'import.reread'
  | 'import.skipFile'
  | 'import.fixAll'
  | 'import.undoFix'
>
