import { app } from './app.ts'
import { WINDOW_EVENTS } from './eventNames.ts'
import { HostEmitter, makeEvent } from './hostEmitter.ts'
import { hostState } from './hostState.ts'
import { primaryDisplay } from './screen.ts'
import type { WebPreferences } from './webPreferences.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** Electron's options; those without a meaning in a browser without a desktop are accepted and left aside. */
export interface WindowOptions extends Partial<Rectangle> {
  title?: string
  show?: boolean
  minWidth?: number
  minHeight?: number
  parent?: object
  modal?: boolean
  fullscreen?: boolean
  resizable?: boolean
  titleBarStyle?: string
  titleBarOverlay?: boolean | object
  webPreferences?: WebPreferences
}

type Mode = 'normal' | 'maximized' | 'minimized' | 'fullscreen'

/** The window without its page: shown or hidden, focused, maximized, its size and place. */
export abstract class WindowFrame extends HostEmitter {
  readonly id = hostState.nextId++
  #options: WindowOptions
  #bounds: Rectangle
  #minimum: [number, number]
  #title: string
  #visible: boolean
  #mode: Mode
  #resizable: boolean

  constructor(options: WindowOptions) {
    super('BrowserWindow', WINDOW_EVENTS)
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#options = options
    this.#bounds = { x, y, width, height }
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.#title = options.title ?? app.name
    this.#visible = options.show !== false
    this.#mode = options.fullscreen ? 'fullscreen' : 'normal'
    this.#resizable = options.resizable !== false
  }

  /** Gives the page the size that the window has now. */
  abstract _resizePage(): Promise<void>

  // ----- shown, focused
  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.#visible) return
    this.#visible = true
    this.emit('show')
  }

  hide(): void {
    if (!this.#visible) return
    this.#visible = false
    if (this.isFocused()) this.blur()
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.#visible && this.#mode !== 'minimized'
  }

  focus(): void {
    if (this.isFocused() || !this.#visible) return
    const before = hostState.windows.get(hostState.focusedWindow)
    if (before instanceof WindowFrame) before.blur()
    hostState.focusedWindow = this.id
    this.emit('focus')
    app.emit('browser-window-focus', makeEvent(), this)
  }

  blur(): void {
    if (!this.isFocused()) return
    hostState.focusedWindow = 0
    this.emit('blur')
    app.emit('browser-window-blur', makeEvent(), this)
  }

  isFocused(): boolean {
    return hostState.focusedWindow === this.id
  }

  // ----- maximized, minimized, full screen
  maximize(): void {
    this.showInactive()
    this.#enter('maximized', 'maximize')
  }

  unmaximize(): void {
    if (this.#mode === 'maximized') this.#enter('normal', 'unmaximize')
  }

  isMaximized(): boolean {
    return this.#mode === 'maximized'
  }

  minimize(): void {
    if (this.isFocused()) this.blur()
    this.#enter('minimized', 'minimize')
  }

  restore(): void {
    if (this.#mode === 'minimized') this.#enter('normal', 'restore')
  }

  isMinimized(): boolean {
    return this.#mode === 'minimized'
  }

  setFullScreen(flag: boolean): void {
    if (flag) this.#enter('fullscreen', 'enter-full-screen')
    else if (this.#mode === 'fullscreen') this.#enter('normal', 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.#mode === 'fullscreen'
  }

  isNormal(): boolean {
    return this.#mode === 'normal'
  }

  #enter(mode: Mode, event: string): void {
    if (this.#mode === mode) return
    this.#mode = mode
    void this._resizePage()
    this.emit(event)
    if (mode !== 'minimized') this.emit('resize')
  }

  // ----- size and place. A window's frame is taken to be nothing: content and bounds are one.
  getBounds(): Rectangle {
    if (this.#mode === 'maximized') return { ...primaryDisplay.workArea }
    if (this.#mode === 'fullscreen') return { ...primaryDisplay.bounds }
    return { ...this.#bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  getSize(): number[] {
    const { width, height } = this.getBounds()
    return [width, height]
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  getPosition(): number[] {
    const { x, y } = this.getBounds()
    return [x, y]
  }

  getMinimumSize(): number[] {
    return [...this.#minimum]
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height]
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds
    const next = { ...before, ...bounds }
    next.width = Math.max(next.width, this.#minimum[0])
    next.height = Math.max(next.height, this.#minimum[1])
    this.#bounds = next
    if (this.#mode === 'maximized' || this.#mode === 'fullscreen') this.#mode = 'normal'
    if (next.width !== before.width || next.height !== before.height) {
      void this._resizePage()
      this.emit('resize')
    }
    if (next.x !== before.x || next.y !== before.y) this.emit('move')
  }

  setContentBounds(bounds: Partial<Rectangle>): void {
    this.setBounds(bounds)
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  center(): void {
    const { workArea } = primaryDisplay
    const { width, height } = this.#bounds
    this.setPosition(Math.round((workArea.width - width) / 2), Math.round((workArea.height - height) / 2))
  }

  isResizable(): boolean {
    return this.#resizable
  }

  setResizable(resizable: boolean): void {
    this.#resizable = resizable
  }

  // ----- what the frame of a window shows
  getTitle(): string {
    return this.#title
  }

  setTitle(title: string): void {
    this.#title = title
  }

  setTitleBarOverlay(_options: object): void {
    if (!this.#options.titleBarOverlay) throw new Error('Titlebar overlay is not enabled')
  }

  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  setAutoHideMenuBar(): void {}

  setIcon(): void {}

  setProgressBar(): void {}

  setBackgroundColor(): void {}

  flashFrame(): void {}

  moveTop(): void {}

  getParentWindow(): object | null {
    return this.#options.parent ?? null
  }

  isModal(): boolean {
    return Boolean(this.#options.modal)
  }
}
