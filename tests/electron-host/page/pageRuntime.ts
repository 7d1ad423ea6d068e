import type { Codec } from '../codec.ts'

/** What the main process tells the page's side at its start. */
export interface PageOptions {
  /** The name of the function that posts to the main process; taken off the window before the page sees it. */
  binding: string
  platform: string
  arch: string
  versions: Record<string, string | undefined>
  /** `webPreferences.additionalArguments`. */
  argv: string[]
}

/** From the page to the main process. */
export type PageMessage =
  | { t: 'invoke'; id: number; channel: string; args: string }
  | { t: 'send'; channel: string; args: string }
  | { t: 'open'; url: string; frameName: string; features: string }
  | { t: 'file-paths'; id: number; count: number }
  | { t: 'preload-error'; message: string }

/** From the main process to the page. */
export type HostMessage =
  | { t: 'reply'; id: number; result: string }
  | { t: 'failure'; id: number; error: string }
  | { t: 'event'; channel: string; args: string }
  | { t: 'file-paths'; id: number; paths: string[] }

/** A preload script, wrapped as a function of the names that a sandboxed preload has. */
export type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  window: unknown,
  self: unknown,
  globalThis: unknown,
  Buffer: undefined
) => void

/** Keys under which the host reaches the page's side. Symbols, so that no page script meets them by chance. */
export const RECEIVE = 'electron-host.receive'
export const FILES = 'electron-host.files'

/**
 * The page's half of Electron: runs before any script of a document and gives the preload `contextBridge`,
 * `ipcRenderer` and `webUtils`. Self-contained, because its source text is injected.
 *
 * The preload shares the page's world here (in Electron it has its own): what crosses contextBridge is therefore
 * copied and frozen by hand, and what a preload writes to `window` is kept from the page.
 */
export function pageRuntime(makeCodec: () => Codec, options: PageOptions, preload: Preload | null): void {
  if (window !== window.top) return
  type Listener = (event: unknown, ...args: unknown[]) => void
  const own = globalThis as unknown as Record<string | symbol, unknown>
  const post = own[options.binding] as (text: string) => void
  delete own[options.binding]
  const { encode, decode } = makeCodec()
  const send = (message: PageMessage): void => post(JSON.stringify(message))
  let nextId = 1

  // ----- ipcRenderer
  const listeners = new Map<string, Listener[]>()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const originals = new WeakMap<Listener, Listener>()
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const message: PageMessage = { t: 'invoke', id: nextId++, channel, args: encode(args) }
        waiting.set(message.id, { resolve, reject })
        send(message)
      })
    },
    send(channel: string, ...args: unknown[]): void {
      send({ t: 'send', channel, args: encode(args) })
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const wrapped: Listener = (...args) => {
        ipcRenderer.removeListener(channel, listener)
        listener(...args)
      }
      originals.set(wrapped, listener)
      return ipcRenderer.on(channel, wrapped)
    },
    removeListener(channel: string, listener: Listener) {
      const list = listeners.get(channel) ?? []
      const at = list.findLastIndex((l) => l === listener || originals.get(l) === listener)
      listeners.set(
        channel,
        list.filter((_, i) => i !== at)
      )
      return ipcRenderer
    },
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string): number => listeners.get(channel)?.length ?? 0,
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener)
  }

  // ----- files: a file input speaks to the page only when the paths of its files are known, since
  // webUtils.getPathForFile answers at once and the browser tells paths only afterwards.
  const paths = new WeakMap<File, string>()
  const held = new Map<number, { input: HTMLInputElement; files: File[]; events: string[] }>()
  const hold = (event: Event): void => {
    const input = event.composedPath()[0]
    if (!(input instanceof HTMLInputElement) || input.type !== 'file') return
    const files = [...(input.files ?? [])]
    if (files.every((file) => paths.has(file))) return
    event.stopImmediatePropagation()
    const same = [...held.values()].find((h) => h.input === input)
    if (same) return void same.events.push(event.type)
    const id = nextId++
    held.set(id, { input, files, events: [event.type] })
    send({ t: 'file-paths', id, count: files.length })
  }
  window.addEventListener('input', hold, true)
  window.addEventListener('change', hold, true)
  const release = (id: number, found: string[]): void => {
    const { input, files, events } = held.get(id) ?? { files: [], events: [] }
    held.delete(id)
    files.forEach((file, i) => paths.set(file, found[i] ?? ''))
    for (const type of events)
      input?.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }))
  }
  const webUtils = {
    getPathForFile(file: unknown): string {
      if (!(file instanceof File))
        throw new TypeError('getPathForFile expected to receive a File object but one was not provided')
      return paths.get(file) ?? ''
    }
  }

  const receive = (message: HostMessage): void => {
    switch (message.t) {
      case 'reply':
      case 'failure': {
        const call = waiting.get(message.id)
        waiting.delete(message.id)
        if (message.t === 'failure') call?.reject(new Error(message.error))
        else call?.resolve(decode(message.result))
        break
      }
      case 'event': {
        const args = decode(message.args) as unknown[]
        for (const listener of listeners.get(message.channel) ?? [])
          listener({ sender: ipcRenderer, ports: [] }, ...args)
        break
      }
      case 'file-paths':
        release(message.id, message.paths)
    }
  }
  Object.defineProperty(own, Symbol.for('electron-host.receive'), { value: receive })
  Object.defineProperty(own, Symbol.for('electron-host.files'), {
    value: (id: number, index: number): File | undefined => held.get(id)?.files[index]
  })

  // ----- contextBridge
  const bridged = new WeakMap<object, unknown>()
  const cross = (value: unknown, seen = new Map<object, unknown>()): unknown => {
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value === 'function') return bridge(value as (...args: unknown[]) => unknown)
    if (value === null || typeof value !== 'object') return value
    if (seen.has(value)) return seen.get(value)
    if (value instanceof Promise)
      return value.then(
        (x) => cross(x),
        (error: unknown) => {
          throw cross(error)
        }
      )
    if (value instanceof Error) return Object.assign(new Error(value.message), { stack: value.stack })
    if (value instanceof Node || value instanceof Blob) return value
    if (Array.isArray(value)) {
      const array: unknown[] = []
      seen.set(value, array)
      for (const entry of value) array.push(cross(entry, seen))
      return array
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value)
    const object: Record<string, unknown> = {}
    seen.set(value, object)
    // Own enumerable members only: a class's methods do not cross, as in Electron.
    for (const [key, entry] of Object.entries(value)) object[key] = cross(entry, seen)
    return object
  }
  const bridge = (f: (...args: unknown[]) => unknown): unknown => {
    const known = bridged.get(f)
    if (known !== undefined) return known
    const bridgedCall = (...args: unknown[]): unknown => {
      try {
        return cross(f(...args.map((a) => cross(a))))
      } catch (error) {
        throw cross(error)
      }
    }
    bridged.set(f, bridgedCall)
    return bridgedCall
  }
  const freeze = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
    Object.freeze(value)
    Object.values(value).forEach(freeze)
    return value
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (Object.hasOwn(window, key))
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true })
    }
  }

  // ----- new windows: Chromium never makes one itself, the main process's handler decides
  const ask = (url?: string | URL, frameName = '', features = ''): null => {
    send({ t: 'open', url: new URL(url ?? 'about:blank', document.baseURI).href, frameName, features })
    return null
  }
  window.open = ask
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((n) => n instanceof HTMLAnchorElement && n.href !== '')
    if (!(link instanceof HTMLAnchorElement) || link.target !== '_blank' || event.defaultPrevented) return
    event.preventDefault()
    ask(link.href, '_blank')
  })

  if (preload === null) return

  // ----- the preload
  const guard = <T extends object>(object: T, name: string): T =>
    new Proxy(object, {
      get(target, key) {
        if (typeof key === 'string' && !(key in target) && !['__esModule', 'then', 'default'].includes(key))
          throw new Error(
            `electron-host: ${name}.${key} is not provided by this stand-in (see tests/electron-host/README.md)`
          )
        return Reflect.get(target, key) as unknown
      }
    })
  const electron = guard(
    {
      contextBridge: guard(contextBridge, 'contextBridge'),
      ipcRenderer: guard(ipcRenderer, 'ipcRenderer'),
      webUtils: guard(webUtils, 'webUtils')
    },
    'electron'
  )
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer' || id === 'electron/common') return electron
    throw new Error(`module not found: ${id}`)
  }
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: options.platform,
    arch: options.arch,
    versions: Object.freeze({ ...options.versions }),
    env: Object.freeze({}),
    argv: options.argv
  }
  const written = new Map<string | symbol, unknown>()
  const isolated: unknown = new Proxy(window, {
    get(target, key) {
      if (key === 'window' || key === 'self' || key === 'globalThis') return isolated
      if (written.has(key)) return written.get(key)
      const value = Reflect.get(target, key) as unknown
      const isMethod = typeof value === 'function' && !('prototype' in value && value.prototype)
      return isMethod ? (value.bind(target) as unknown) : value
    },
    set(_target, key, value) {
      written.set(key, value)
      return true
    },
    has: (target, key) => written.has(key) || key in target
  })
  const module = { exports: {} }
  try {
    preload(require, module, module.exports, process, isolated, isolated, isolated, undefined)
  } catch (error) {
    send({
      t: 'preload-error',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error)
    })
    console.error('Unable to load preload script', error)
  }
}
