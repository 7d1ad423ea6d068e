import { createBackend } from '#electron/ipc/backend.ts'
import type { Desktop } from '#electron/ipc/desktop.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { createLibraryHolder } from '#electron/services/start.ts'
import { startReader } from '#electron/services/workspace.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { PROJECT, temporaryFolder } from './workspace.ts'

const ignore = (): void => undefined

/**
 * Everything behind the window on a folder (an empty one), with answers checked against the contract; dialogs that are not
 * given are cancelled.
 */
export function openBackend(desktop: Partial<Desktop> = {}, folder = temporaryFolder()) {
  const reader = startReader()
  const holder = createLibraryHolder({
    paths: libraryPaths(folder, PROJECT),
    appVersion: '0.0.0-test',
    reader
  })
  const events: AppEvent[] = []
  const backend = createBackend({
    holder,
    reader,
    desktop: {
      pickWorkbooks: () => Promise.resolve([]),
      pickFolder: () => Promise.resolve(null),
      pickScheme: () => Promise.resolve(null),
      pickTemplate: () => Promise.resolve(null),
      pickEvidence: () => Promise.resolve([]),
      saveAs: () => Promise.resolve(null),
      openFile: () => Promise.resolve(null),
      showInFolder: ignore,
      printPdf: () => Promise.resolve(new Uint8Array()),
      ...desktop
    },
    emit: (event) => events.push(event),
    onUnexpected: ignore,
    checkOutput: true
  })
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>) =>
    (await backend.invoke(route, input)) as Envelope<RouteOutput<R>>
  return { holder, reader, events, ask, backend }
}
