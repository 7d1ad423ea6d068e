import { createBackend } from '#electron/ipc/backend.ts'
import type { Desktop } from '#electron/ipc/desktop.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { CLEAR_Q3, openQuarter } from './smallQuarter.ts'
import { freshWorkspace } from './workspace.ts'

/** The window's requests on an open workspace (9 October 2026), every answer held against the contract. */
export function windowOn(workspace: Workspace, desktop: Partial<Desktop> = {}) {
  const events: AppEvent[] = []
  const backend = createBackend({
    holder: { library: () => workspace.library } as Parameters<typeof createBackend>[0]['holder'],
    reader: workspace.reader,
    desktop: {
      pickWorkbooks: () => Promise.resolve([]),
      pickFolder: () => Promise.resolve(null),
      pickScheme: () => Promise.resolve(null),
      pickTemplate: () => Promise.resolve(null),
      pickEvidence: () => Promise.resolve([]),
      saveAs: () => Promise.resolve(null),
      openFile: () => Promise.resolve(null),
      showInFolder: () => undefined,
      printPdf: () => Promise.resolve(new Uint8Array()),
      ...desktop
    },
    emit: (event) => events.push(event),
    onUnexpected: (route, error) => {
      throw new Error(`${route}: ${String(error)}`, { cause: error })
    },
    checkOutput: true
  })
  const send = async <R extends RouteName>(route: R, input: RouteInput<R>) =>
    (await backend.invoke(route, input)) as Envelope<RouteOutput<R>>
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const answer = await send(route, input)
    if (!answer.ok) throw new Error(`${route}: ${answer.error.message}`)
    return answer.data
  }
  const refused = async <R extends RouteName>(route: R, input: RouteInput<R>) => {
    const answer = await send(route, input)
    if (answer.ok) throw new Error(`${route} was not refused`)
    return answer.error
  }
  return { events, send, ask, refused }
}

/** The window of an office with four departments and a third quarter. */
export function officeWindow(desktop: Partial<Desktop> = {}) {
  const workspace = freshWorkspace()
  openQuarter(workspace, '2026Q3', CLEAR_Q3)
  return { workspace, ...windowOn(workspace, desktop) }
}
