import { app } from './app.ts'
import { makeEvent } from './hostEmitter.ts'
import { browserConnection, hostState } from './hostState.ts'
import { strict } from './strict.ts'
import { WebContents } from './webContents.ts'
import { WindowFrame, type Rectangle, type WindowOptions } from './windowFrame.ts'

/** How much larger a headless window is than its page, measured once: the same for every window. */
let frame: { width: number; height: number } | null = null

export class Window extends WindowFrame {
  readonly webContents: WebContents
  #destroyed = false
  #shownOnce = false

  constructor(options: WindowOptions = {}) {
    if (!hostState.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    super(options)
    this.webContents = new WebContents(this.#face(), options.webPreferences ?? {}, this.getContentBounds())
    hostState.windows.set(this.id, this)
    if (this.isVisible()) hostState.focusedWindow = this.id
    void this._resizePage()
    app.emit('web-contents-created', makeEvent(), this.webContents)
    app.emit('browser-window-created', makeEvent(), this)
  }

  #face() {
    return {
      close: () => this.close(),
      readyToShow: () => {
        if (!this.#shownOnce) this.emit('ready-to-show')
        this.#shownOnce = true
      },
      setTitle: (title: string) => {
        const event = makeEvent()
        this.emit('page-title-updated', event, title, true)
        if (!event.defaultPrevented) this.setTitle(title)
      },
      contentSize: () => this.getContentBounds(),
      openChild: (options: object, url: string) => {
        const child = new Window(options)
        child.loadURL(url).catch(() => undefined)
        return child
      }
    }
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  loadFile(path: string, options?: Parameters<WebContents['loadFile']>[1]): Promise<void> {
    return this.webContents.loadFile(path, options)
  }

  reload(): void {
    this.webContents.reload()
  }

  capturePage(rect?: Rectangle): ReturnType<WebContents['capturePage']> {
    return this.webContents.capturePage(rect)
  }

  /** Gives the page its size in Chromium: the headless window is as much larger as its own frame is. */
  override async _resizePage(): Promise<void> {
    try {
      await this.webContents._created
      const cdp = browserConnection()
      const { windowId } = await cdp.send('Browser.getWindowForTarget', {
        targetId: this.webContents._targetId
      })
      const { width, height } = this.getContentBounds()
      const set = (w: number, h: number): Promise<unknown> =>
        cdp.send('Browser.setWindowBounds', { windowId, bounds: { width: w, height: h } })
      await set(width + (frame?.width ?? 0), height + (frame?.height ?? 0))
      if (frame) return
      const page = await this.webContents._viewport()
      frame = { width: width - page.width, height: height - page.height }
      await set(width + frame.width, height + frame.height)
    } catch (error) {
      if (!this.#destroyed && !hostState.quitting && !app._exiting) throw error
    }
  }

  // ----- the end
  isDestroyed(): boolean {
    return this.#destroyed
  }

  close(): void {
    void this._closeAndWait()
  }

  async _closeAndWait(): Promise<void> {
    if (this.#destroyed) return
    const event = makeEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) await this.#end()
  }

  /** Without asking: 'close' is not sent, 'closed' is. */
  destroy(): void {
    void this.#end()
  }

  async #end(): Promise<void> {
    if (this.#destroyed) return
    this._gone()
    await this.webContents._closeTarget()
  }

  /** The page's target is gone, by our doing or by another's. */
  _gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    hostState.windows.delete(this.id)
    if (this.isFocused()) hostState.focusedWindow = 0
    this.webContents._markDestroyed()
    this.emit('closed')
    if (hostState.windows.size > 0 || hostState.quitting) return
    // Without a listener, Electron quits.
    if (!app.emit('window-all-closed')) app.quit()
  }

  static _all(): Window[] {
    return [...hostState.windows.values()].filter((w) => w instanceof Window)
  }

  static getAllWindows(): Window[] {
    return Window._all()
  }

  static getFocusedWindow(): Window | null {
    return Window.fromId(hostState.focusedWindow)
  }

  static fromWebContents(contents: WebContents | undefined): Window | null {
    return Window._all().find((w) => w.webContents === contents) ?? null
  }

  static fromId(id: number): Window | null {
    return Window._all().find((w) => w.id === id) ?? null
  }
}

export type BrowserWindow = Window
export const BrowserWindow = strict(Window, 'BrowserWindow')

/** Keeps windows and titles in step with what happens in the browser. */
export function followTargets(): void {
  const cdp = browserConnection()
  const windowOf = (id: string): Window | undefined =>
    Window._all().find((w) => w.webContents._targetId === id)
  cdp.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => windowOf(targetId)?._gone())
  cdp.on('Target.targetInfoChanged', ({ targetInfo }: { targetInfo: { targetId: string; title: string } }) =>
    windowOf(targetInfo.targetId)?.webContents._titleChanged(targetInfo.title)
  )
}
