import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CDPSession } from 'playwright-core'
import type { PageMessage } from '../page/pageRuntime.ts'
import { app } from './app.ts'
import { fromChromium, toChromium } from './customSchemes.ts'
import { CONTENTS_EVENTS } from './eventNames.ts'
import { HostEmitter, makeEvent } from './hostEmitter.ts'
import { browserConnection, hostState, note } from './hostState.ts'
import { tellPermissions } from './permissions.ts'
import { decideRequest, type PausedRequest } from './requestGate.ts'
import { mainFrameOf, type WebFrameMain } from './webFrameMain.ts'
import { BINDING, checkPreferences, startScript, type WebPreferences } from './webPreferences.ts'

const CONSOLE_LEVELS: Record<string, string> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug'
}

interface Size {
  width: number
  height: number
}

/** What web contents ask of the window around them. */
export interface WindowOfContents {
  close(): void
  /** The document has loaded for the first time. */
  readyToShow(): void
  setTitle(title: string): void
  contentSize(): { width: number; height: number }
  openChild(options: object, url: string): unknown
}

/** A page in the browser: its Chromium target, its loads and navigations, and what happens to it. */
export abstract class PageTarget extends HostEmitter {
  readonly id = hostState.nextId++
  readonly mainFrame: WebFrameMain
  readonly _window: WindowOfContents
  readonly _preload: string | undefined
  _targetId = ''
  _created: Promise<void>
  #session: CDPSession['send'] | null = null
  #url = ''
  #title = ''
  #started = false
  #loading = false
  #destroyed = false
  /** The URL that the main process is loading, until its request is seen: such a navigation is not asked about. */
  #ownNavigation: string | null = null

  constructor(window: WindowOfContents, preferences: WebPreferences, size: Size) {
    super('webContents', CONTENTS_EVENTS)
    checkPreferences(preferences)
    this._window = window
    this._preload = preferences.preload
    this.mainFrame = mainFrameOf(this)
    this._created = this.#create(preferences, size)
    this._created.catch((error: unknown) => {
      if (!hostState.quitting && !this.#destroyed) note(`a window could not be made: ${String(error)}`)
    })
  }

  /** Sends a command to the page, which exists once `_created` has resolved. */
  _send = ((method: string, params?: object) => {
    if (!this.#session) return Promise.reject(new Error('electron-host: the page is not there yet'))
    return this.#session(method as 'Page.enable', params)
  }) as CDPSession['send']

  abstract send(channel: string, ...args: unknown[]): void
  abstract executeJavaScript(code: string): Promise<unknown>
  abstract _onPageMessage(message: PageMessage): Promise<void>
  abstract _onCreated(): Promise<void>

  async #create(preferences: WebPreferences, size: Size): Promise<void> {
    const cdp = browserConnection()
    const { targetId } = await cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size
    })
    this._targetId = targetId
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
    this.#session = cdp.session(sessionId)
    cdp.on('session:' + sessionId, (method: string, params: unknown) => {
      this.#onPageEvent(method, params).catch((error: unknown) => {
        if (!this.#destroyed && !cdp.closed) note(`${method}: ${String(error)}`)
      })
    })
    await Promise.all([
      this._send('Page.enable'),
      this._send('Runtime.enable'),
      this._send('DOM.enable'),
      this._send('Runtime.addBinding', { name: BINDING }),
      this._send('Page.addScriptToEvaluateOnNewDocument', { source: startScript(preferences) }),
      this._send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this._send('Emulation.setScriptExecutionDisabled', { value: preferences.javascript === false })
    ])
    await this._onCreated()
  }

  async #onPageEvent(method: string, params: unknown): Promise<void> {
    switch (method) {
      case 'Runtime.bindingCalled': {
        const { name, payload } = params as { name: string; payload: string }
        if (name === BINDING) await this._onPageMessage(JSON.parse(payload) as PageMessage)
        break
      }
      case 'Fetch.requestPaused': {
        const page = { id: this.id, send: this._send, mayNavigate: this.#mayNavigate.bind(this) }
        await decideRequest(page, params as PausedRequest)
        break
      }
      case 'Page.frameNavigated': {
        const { frame } = params as { frame: { url: string; parentId?: string } }
        if (frame.parentId === undefined) await this.#onCommitted(frame.url)
        break
      }
      case 'Page.navigatedWithinDocument': {
        const { frameId, url } = params as { frameId: string; url: string }
        if (frameId !== this._targetId) break
        this.#url = url
        this.emit('did-navigate-in-page', makeEvent(), this.getURL(), true)
        break
      }
      case 'Page.domContentEventFired':
        if (this.#started) this.emit('dom-ready', makeEvent())
        break
      case 'Page.loadEventFired':
        if (this.#started) this.#onLoaded()
        break
      case 'Runtime.consoleAPICalled': {
        const { type, args } = params as { type: string; args: { value?: unknown; description?: string }[] }
        const message = args
          .map((a) => (a.value === undefined ? (a.description ?? '') : String(a.value as unknown)))
          .join(' ')
        this.emit(
          'console-message',
          makeEvent({ level: CONSOLE_LEVELS[type] ?? 'info', message, frame: this.mainFrame })
        )
        break
      }
      case 'Inspector.targetCrashed': {
        const details = { reason: 'crashed', exitCode: 1 }
        this.emit('render-process-gone', makeEvent(), details)
        app.emit('render-process-gone', makeEvent(), this, details)
      }
    }
  }

  async #onCommitted(url: string): Promise<void> {
    if (!this.#started) return
    this.#url = url
    this.emit('did-navigate', makeEvent(), this.getURL(), 200, 'OK')
    await tellPermissions(this, this.getURL(), url)
  }

  #onLoaded(): void {
    this.#loading = false
    this._window.readyToShow()
    this.emit('did-finish-load', makeEvent())
    this.emit('did-stop-loading', makeEvent())
  }

  /** Electron asks will-frame-navigate first, then, for the main frame, will-navigate; never for its own loads. */
  #mayNavigate(paused: PausedRequest, url: string): boolean {
    const isMainFrame = paused.frameId === this._targetId
    if (paused.redirectedRequestId !== undefined) return true
    if (isMainFrame && this.#ownNavigation === paused.request.url) {
      this.#ownNavigation = null
      return true
    }
    const details = {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame
    }
    const frameEvent = makeEvent(details)
    this.emit('will-frame-navigate', frameEvent)
    if (frameEvent.defaultPrevented) return false
    if (!isMainFrame) return true
    const event = makeEvent(details)
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  async loadURL(url: string): Promise<void> {
    await this._created
    const target = new URL(toChromium(url)).href
    this.#ownNavigation = target.replace(/#.*$/s, '')
    this.#started = this.#loading = true
    this.emit('did-start-loading', makeEvent())
    const ended = new Promise<void>((done) => {
      this.once('did-finish-load', () => done())
      this.once('destroyed', () => done())
    })
    const { errorText } = await this._send('Page.navigate', { url: target })
    if (errorText !== undefined) {
      this.#loading = false
      const code = errorText.replace(/^net::/, '')
      this.emit('did-fail-load', makeEvent(), -2, code, url, true)
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url })
    }
    await ended
  }

  loadFile(
    path: string,
    options: { query?: Record<string, string>; search?: string; hash?: string } = {}
  ): Promise<void> {
    const url = pathToFileURL(resolve(hostState.appPath, path))
    if (options.query) url.search = new URLSearchParams(options.query).toString()
    if (options.search !== undefined) url.search = options.search
    if (options.hash !== undefined) url.hash = options.hash
    return this.loadURL(url.href)
  }

  reload(): void {
    void this._created.then(() => {
      this.#ownNavigation = this.#url.replace(/#.*$/s, '')
      return this._send('Page.reload')
    })
  }

  getURL(): string {
    return this.#url === '' ? '' : fromChromium(this.#url)
  }

  getTitle(): string {
    return this.#title
  }

  isLoading(): boolean {
    return this.#loading
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  _titleChanged(title: string): void {
    if (!this.#started || title === this.#title) return
    this.#title = title
    this._window.setTitle(title)
    this.emit('page-title-updated', makeEvent(), title, true)
  }

  /** Measures the page and the window around it, for sizes in the page's own pixels. */
  async _viewport(): Promise<{ width: number; height: number }> {
    const { cssLayoutViewport } = await this._send('Page.getLayoutMetrics')
    return { width: cssLayoutViewport.clientWidth, height: cssLayoutViewport.clientHeight }
  }

  async _closeTarget(): Promise<void> {
    await this._created.catch(() => undefined)
    await browserConnection()
      .send('Target.closeTarget', { targetId: this._targetId })
      .catch(() => undefined)
  }

  _markDestroyed(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }
}
