import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright-core'

interface Waiting {
  method: string
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

interface Message {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
  sessionId?: string
}

/**
 * The DevTools protocol over Chromium's pipe (`--remote-debugging-pipe`): NUL-separated JSON. A pipe rather than the
 * WebSocket because Chromium ends by itself when its other end dies, so a killed host leaves no browser behind.
 *
 * Emits the protocol's events by name, `close`, and `session:<id>` with (method, params) for a page's events.
 */
export class Cdp extends EventEmitter {
  closed = false
  #input: Writable
  #nextId = 1
  #waiting = new Map<number, Waiting>()

  constructor(input: Writable, output: Readable) {
    super()
    this.setMaxListeners(0)
    this.#input = input
    let rest = ''
    output.setEncoding('utf8')
    output.on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0')
      rest = parts.pop() ?? ''
      for (const part of parts) this.#receive(JSON.parse(part) as Message)
    })
    output.on('close', () => this.#end())
    input.on('error', () => this.#end())
  }

  /** Sends a command to the browser itself. */
  send: CDPSession['send'] = ((method: string, params?: object) =>
    this.#send(method, params)) as CDPSession['send']

  /** A `send` for one attached page. */
  session(id: string): CDPSession['send'] {
    return ((method: string, params?: object) => this.#send(method, params, id)) as CDPSession['send']
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser has closed`))
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject })
      this.#input.write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    })
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
      else waiting?.resolve(message.result)
    } else if (message.method !== undefined) {
      this.emit(message.method, message.params, message.sessionId)
      if (message.sessionId !== undefined)
        this.emit('session:' + message.sessionId, message.method, message.params)
    }
  }

  #end(): void {
    if (this.closed) return
    this.closed = true
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: the browser has closed`))
    this.#waiting.clear()
    this.emit('close')
  }
}
