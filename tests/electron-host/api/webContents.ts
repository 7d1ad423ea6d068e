import type { HostMessage, PageMessage } from '../page/pageRuntime.ts'
import { codec, note } from './hostState.ts'
import { IpcMain } from './ipcMain.ts'
import { NativeImage } from './nativeImage.ts'
import { PageMessages, type OpenAnswer, type OpenDetails } from './pageMessages.ts'
import { PageTarget, type WindowOfContents } from './pageTarget.ts'
import { devToolsPrintOptions, type PrintToPdfOptions } from './printOptions.ts'
import { defaultSession } from './session.ts'
import { strict } from './strict.ts'
import type { WebPreferences } from './webPreferences.ts'

/** The factor of one zoom level, as Chromium counts them. */
const ZOOM_STEP = 1.2

const all = new Map<number, WebContents>()

/** A page with the API that the app knows it by. */
export class WebContents extends PageTarget {
  readonly session = defaultSession
  readonly ipc = new IpcMain()
  readonly navigationHistory = strict(
    { canGoBack: () => false, canGoForward: () => false, clear: () => {} },
    'webContents.navigationHistory'
  )
  #messages = new PageMessages(this)
  #zoom: number

  constructor(
    window: WindowOfContents,
    preferences: WebPreferences,
    size: { width: number; height: number }
  ) {
    super(window, preferences, size)
    this.#zoom = preferences.zoomFactor ?? 1
    all.set(this.id, this)
    this.once('destroyed', () => all.delete(this.id))
  }

  _onPageMessage(message: PageMessage): Promise<void> {
    return this.#messages.receive(message)
  }

  async _onCreated(): Promise<void> {
    if (this.#zoom !== 1) await this.#applyZoom()
  }

  send(channel: string, ...args: unknown[]): void {
    const message: HostMessage = { t: 'event', channel, args: codec.encode(args) }
    void this._created.then(() => this.#messages.deliver(message)).catch(() => undefined)
  }

  isCrashed(): boolean {
    return false
  }

  isFocused(): boolean {
    return !this.isDestroyed()
  }

  getType(): string {
    return 'window'
  }

  focus(): void {}

  close(_options?: { waitForBeforeUnload?: boolean }): void {
    this._window.close()
  }

  setWindowOpenHandler(handler: (details: OpenDetails) => OpenAnswer): void {
    this.#messages.openHandler = handler
  }

  isDevToolsOpened(): boolean {
    return false
  }

  openDevTools(): void {
    note('developer tools are not shown')
  }

  toggleDevTools(): void {
    this.openDevTools()
  }

  closeDevTools(): void {}

  getZoomFactor(): number {
    return this.#zoom
  }

  get zoomFactor(): number {
    return this.#zoom
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error('zoomFactor must be greater than 0.0')
    this.#zoom = factor
    void this._created.then(() => this.#applyZoom()).catch(() => undefined)
  }

  getZoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(ZOOM_STEP)
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(ZOOM_STEP ** level)
  }

  /** Zoom is fewer CSS pixels, each of them larger: that is what emulated metrics are. */
  async #applyZoom(): Promise<void> {
    if (this.#zoom === 1) return void (await this._send('Emulation.clearDeviceMetricsOverride'))
    const { width, height } = this._window.contentSize()
    await this._send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / this.#zoom),
      height: Math.round(height / this.#zoom),
      deviceScaleFactor: this.#zoom,
      mobile: false
    })
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this._created
    const params = { expression: code, awaitPromise: true, returnByValue: true, userGesture, replMode: false }
    const { result, exceptionDetails } = await this._send('Runtime.evaluate', params)
    if (!exceptionDetails) return result.value as unknown
    throw new Error(
      `Script failed to execute: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`
    )
  }

  async printToPDF(options: PrintToPdfOptions = {}): Promise<Buffer> {
    const params = devToolsPrintOptions(options)
    await this._created
    const { data } = await this._send('Page.printToPDF', params)
    return Buffer.from(data, 'base64')
  }

  async capturePage(rect?: { x: number; y: number; width: number; height: number }): Promise<NativeImage> {
    await this._created
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {}
    const { data } = await this._send('Page.captureScreenshot', { format: 'png', ...clip })
    return new NativeImage(Buffer.from(data, 'base64'))
  }

  forcefullyCrashRenderer(): void {
    void this._created.then(() => this._send('Page.crash')).catch(() => undefined)
  }
}

export const webContents = strict(
  {
    getAllWebContents: (): WebContents[] => [...all.values()],
    getFocusedWebContents: (): WebContents | null => [...all.values()].at(-1) ?? null,
    fromId: (id: number): WebContents | undefined => all.get(id),
    fromDevToolsTargetId: (id: string): WebContents | undefined =>
      [...all.values()].find((c) => c._targetId === id)
  },
  'webContents'
)
