import { strict } from './strict.ts'

export interface Filter {
  urls: string[]
}
export type Listener<Answer> = (details: Record<string, unknown>, callback: (answer: Answer) => void) => void
export interface BeforeRequestAnswer {
  cancel?: boolean
  redirectURL?: string
}
export interface HeadersAnswer {
  cancel?: boolean
  responseHeaders?: Record<string, string | string[]>
}

/** One registered listener and the URL patterns that it listens to. */
class Slot<Answer> {
  #listener: Listener<Answer> | null = null
  #patterns: RegExp[] | null = null

  /** Electron's two forms: (filter, listener) and (listener); null takes the listener away. */
  set(...args: [Filter, Listener<Answer> | null] | [Listener<Answer> | null]): void {
    const [filter, listener] = args.length === 2 ? args : [null, args[0]]
    this.#listener = listener
    this.#patterns = filter?.urls.map(patternOf) ?? null
  }

  ask(url: string, details: Record<string, unknown>): Promise<Answer | null> {
    const listener = this.#listener
    if (!listener || (this.#patterns && !this.#patterns.some((p) => p.test(url))))
      return Promise.resolve(null)
    return new Promise((resolve) => listener({ url, ...details }, resolve))
  }
}

function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  return new RegExp('^' + pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*') + '$')
}

export const beforeRequest = new Slot<BeforeRequestAnswer>()
export const headersReceived = new Slot<HeadersAnswer>()

export const webRequest = strict(
  {
    onBeforeRequest: beforeRequest.set.bind(beforeRequest),
    onHeadersReceived: headersReceived.set.bind(headersReceived)
  },
  'session.webRequest'
)
