import { makeCodec } from '../codec.ts'
import type { Cdp } from '../browser/cdp.ts'

/** What windows and app need to know of each other, without importing each other. */
export interface OpenWindow {
  readonly id: number
  isDestroyed(): boolean
  /** Asks the window to close; resolves once it is gone or has refused. */
  _closeAndWait(): Promise<void>
}

/** The one record of a running host. */
export const hostState = {
  /** The connection to the browser, from just before 'ready'. */
  cdp: null as Cdp | null,
  /** Stops the browser; resolves when it is gone. */
  stopBrowser: null as (() => Promise<void>) | null,
  appPath: process.cwd(),
  isPackaged: false,
  manifest: {} as { name?: string; productName?: string; version?: string; main?: string; type?: string },
  /** Arguments of this process as given, without the executable. */
  arguments: [] as string[],
  /** Chromium's command line switches by name, without the dashes. */
  switches: new Map<string, string>(),
  windows: new Map<number, OpenWindow>(),
  focusedWindow: 0,
  ready: false,
  quitting: false,
  nextId: 1
}

export const codec = makeCodec()

/** The browser's connection, or an error that says what was forgotten. */
export function browserConnection(): Cdp {
  if (!hostState.cdp) throw new Error('electron-host: the browser is not running yet')
  return hostState.cdp
}

/** Says on stderr what a desktop would have done, since nothing visible happens here. */
export function note(text: string): void {
  process.stderr.write(`electron-host: ${text}\n`)
}
