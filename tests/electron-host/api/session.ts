import { protocol } from './customSchemes.ts'
import { HostEmitter } from './hostEmitter.ts'
import { net } from './net.ts'
import { missing, strict } from './strict.ts'
import { webRequest } from './webRequest.ts'

export type RequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: object
) => void
export type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean

export class Session extends HostEmitter {
  protocol = protocol
  webRequest = webRequest
  #request: RequestHandler | null = null
  #check: CheckHandler | null = null

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler
  }

  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(): void {}

  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    return net.fetch(input, init)
  }

  isPersistent(): boolean {
    return true
  }

  /** What the app's handlers say of a permission. Without handlers Electron grants everything. */
  async _mayUse(contents: unknown, permission: string, url: string, origin: string): Promise<boolean> {
    const details = { requestingUrl: url, isMainFrame: true }
    if (this.#check && !this.#check(contents, permission, origin, details)) return false
    const handler = this.#request
    return handler ? new Promise((resolve) => handler(contents, permission, resolve, details)) : true
  }
}

export const defaultSession = new Session()

export const session = strict(
  { defaultSession, fromPartition: () => missing('session.fromPartition') },
  'session'
)
