import { EventEmitter } from 'node:events'
import { missing, strict } from './strict.ts'

type Listener = (...args: unknown[]) => void

/** An event as main-process listeners get it. */
export interface HostEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

export function makeEvent<T extends object>(extra?: T): HostEvent & T {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
    ...(extra as T)
  }
}

/**
 * An emitter that throws by name twice over: for members that the host has not, and for listening to an event that
 * it would never send and that Electron does not document as rare. The constructor answers the guarded object, so
 * `this` is the same identity everywhere.
 */
export class HostEmitter extends EventEmitter {
  _name: string
  _events_known: ReadonlySet<string>

  constructor(name: string, known: readonly string[]) {
    super()
    this._name = name
    this._events_known = new Set(known)
    this.setMaxListeners(0)
    return strict(this, name)
  }

  _check(event: string | symbol): void {
    if (typeof event === 'string' && !this._events_known.has(event) && !NODE_EVENTS.has(event))
      missing(`the event '${event}' of ${this._name}`)
  }

  override on(event: string | symbol, listener: Listener): this {
    this._check(event)
    return super.on(event, listener)
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener)
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this._check(event)
    return super.prependListener(event, listener)
  }
}

const NODE_EVENTS = new Set(['error', 'newListener', 'removeListener'])
