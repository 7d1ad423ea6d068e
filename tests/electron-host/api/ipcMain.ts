import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

export type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown

/** The main process's end of IPC: any channel may be listened to, one handler a channel. */
export class IpcMain extends EventEmitter {
  _handlers = new Map<string, InvokeHandler>()

  constructor() {
    super()
    this.setMaxListeners(0)
    return strict(this, 'ipcMain')
  }

  handle(channel: string, handler: InvokeHandler): void {
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    if (this._handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this._handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }

  removeHandler(channel: string): void {
    this._handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()
