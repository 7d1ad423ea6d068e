import { FILES, RECEIVE, type HostMessage, type PageMessage } from '../page/pageRuntime.ts'
import { fromChromium } from './customSchemes.ts'
import { makeEvent } from './hostEmitter.ts'
import { codec, note } from './hostState.ts'
import { ipcMain, type IpcMain } from './ipcMain.ts'
import type { PageTarget } from './pageTarget.ts'

export interface OpenDetails {
  url: string
  frameName: string
  features: string
  disposition: string
  referrer: { url: string; policy: string }
}
export type OpenAnswer = { action: 'deny' } | { action: 'allow'; overrideBrowserWindowOptions?: object }

/** The page whose messages are answered. */
type MessagingPage = PageTarget & { readonly ipc: IpcMain }

/** The main process's half of what pageRuntime.ts does in the page: answers one page's messages. */
export class PageMessages {
  #contents: MessagingPage
  openHandler: ((details: OpenDetails) => OpenAnswer) | null = null

  constructor(contents: MessagingPage) {
    this.#contents = contents
  }

  async receive(message: PageMessage): Promise<void> {
    const contents = this.#contents
    switch (message.t) {
      case 'preload-error':
        note(`the preload script failed: ${message.message}`)
        contents.emit('preload-error', makeEvent(), contents._preload, new Error(message.message))
        break
      case 'open':
        this.#open(message)
        break
      case 'file-paths':
        await this.#tellPaths(message.id, message.count)
        break
      case 'send': {
        const args = codec.decode(message.args) as unknown[]
        const event = this.#event()
        contents.emit('ipc-message', event, message.channel, ...args)
        contents.ipc.emit(message.channel, event, ...args)
        ipcMain.emit(message.channel, event, ...args)
        break
      }
      case 'invoke':
        await this.deliver(await this.#answer(message))
    }
  }

  async deliver(message: HostMessage): Promise<void> {
    if (this.#contents.isDestroyed()) return
    // JSON is script, but for two line separators that older parsers end a line at.
    const text = JSON.stringify(message).replace(
      /[\u2028\u2029]/g,
      (c) => '\\u' + c.charCodeAt(0).toString(16)
    )
    const expression = `globalThis[Symbol.for('${RECEIVE}')]?.(${text})`
    await this.#contents._send('Runtime.evaluate', { expression, silent: true }).catch(() => undefined)
  }

  #event() {
    const contents = this.#contents
    const frame = contents.mainFrame
    const reply = (channel: string, ...args: unknown[]): void => contents.send(channel, ...args)
    const ids = { frameId: frame.routingId, processId: frame.processId }
    return makeEvent({ sender: contents, senderFrame: frame, ...ids, ports: [], reply })
  }

  async #answer({ id, channel, args }: { id: number; channel: string; args: string }): Promise<HostMessage> {
    const handler = this.#contents.ipc._handlers.get(channel) ?? ipcMain._handlers.get(channel)
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const { sender, senderFrame, frameId, processId } = this.#event()
      const event = makeEvent({ type: 'frame', sender, senderFrame, frameId, processId })
      const result = await handler(event, ...(codec.decode(args) as unknown[]))
      return { t: 'reply', id, result: codec.encode(result) }
    } catch (error) {
      if (handler) console.error(`Error occurred in handler for '${channel}':`, error)
      return { t: 'failure', id, error: `Error invoking remote method '${channel}': ${String(error)}` }
    }
  }

  #open({ url, frameName, features }: { url: string; frameName: string; features: string }): void {
    const details: OpenDetails = {
      url: fromChromium(url),
      frameName,
      features,
      disposition: 'foreground-tab',
      referrer: { url: this.#contents.getURL(), policy: 'strict-origin-when-cross-origin' }
    }
    const answer = this.openHandler?.(details) ?? { action: 'allow' }
    if (answer.action !== 'allow') return
    const child = this.#contents._window.openChild(answer.overrideBrowserWindowOptions ?? {}, details.url)
    this.#contents.emit('did-create-window', child, details)
  }

  /** Where the files of a file input lie on disk; '' for a file that was made in the page. */
  async #tellPaths(id: number, count: number): Promise<void> {
    const paths: string[] = []
    for (let index = 0; index < count; index++) {
      const expression = `globalThis[Symbol.for('${FILES}')](${id}, ${index})`
      const { result } = await this.#contents._send('Runtime.evaluate', { expression })
      const { objectId } = result
      const info = objectId
        ? await this.#contents._send('DOM.getFileInfo', { objectId }).catch(() => null)
        : null
      paths.push(info?.path ?? '')
    }
    await this.deliver({ t: 'file-paths', id, paths })
  }
}
