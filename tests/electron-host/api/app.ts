import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { appPath, setAppPath } from './appPaths.ts'
import { APP_EVENTS } from './eventNames.ts'
import { HostEmitter, makeEvent, type HostEvent } from './hostEmitter.ts'
import { hostState, note } from './hostState.ts'
import { SingleInstance } from './singleInstance.ts'
import { strict } from './strict.ts'

const electronVersion = (createRequire(import.meta.url)('electron/package.json') as { version: string })
  .version

export interface RelaunchOptions {
  args?: string[]
  execPath?: string
}

export class App extends HostEmitter {
  commandLine = strict(
    {
      appendSwitch(name: string, value = ''): void {
        const merged = /^(disable|enable)-features$/.test(name) ? hostState.switches.get(name) : undefined
        hostState.switches.set(name, merged ? `${merged},${value}` : String(value))
      },
      appendArgument: (value: string): void => void hostState.switches.set(value.replace(/^--/, ''), ''),
      hasSwitch: (name: string): boolean => hostState.switches.has(name),
      getSwitchValue: (name: string): string => hostState.switches.get(name) ?? '',
      removeSwitch: (name: string): void => void hostState.switches.delete(name)
    },
    'app.commandLine'
  )
  #name: string | undefined
  #resolveReady: (event: HostEvent) => void = () => {}
  #whenReady = new Promise<HostEvent>((resolve) => (this.#resolveReady = resolve))
  #lock: SingleInstance | null = null
  #relaunch: RelaunchOptions | null = null
  _exiting = false

  constructor() {
    super('app', APP_EVENTS)
  }

  get name(): string {
    return this.#name ?? hostState.manifest.productName ?? hostState.manifest.name ?? 'Electron'
  }

  set name(name: string) {
    this.#name = name
  }

  get isPackaged(): boolean {
    return hostState.isPackaged
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  /** Electron's own version where the app's package.json has none, as documented. */
  getVersion(): string {
    return hostState.manifest.version ?? electronVersion
  }

  getAppPath(): string {
    return hostState.appPath
  }

  getLocale(): string {
    return 'zh-CN'
  }

  getSystemLocale(): string {
    return 'zh-CN'
  }

  getPreferredSystemLanguages(): string[] {
    return ['zh-CN']
  }

  getPath(name: string): string {
    return appPath(name, this.name)
  }

  setPath(name: string, path: string): void {
    setAppPath(name, path, this.name)
  }

  setAppUserModelId(_id: string): void {}

  enableSandbox(): void {}

  disableHardwareAcceleration(): void {
    if (hostState.ready)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }

  focus(): void {}

  isReady(): boolean {
    return hostState.ready
  }

  whenReady(): Promise<HostEvent> {
    return this.#whenReady
  }

  /** Playwright replaces `emit` and `whenReady`: emit first, then resolve, as Electron does. */
  _becomeReady(): void {
    hostState.ready = true
    const event = makeEvent()
    this.emit('will-finish-launching')
    this.emit('ready', event, {})
    this.#resolveReady(event)
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    this.#lock ??= new SingleInstance(this.getPath('userData'))
    const start = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return this.#lock.acquire(start, (second) => {
      void this.#whenReady.then(() =>
        this.emit('second-instance', makeEvent(), second.argv, second.workingDirectory, second.additionalData)
      )
    })
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release()
  }

  /** Takes effect when this instance ends; it does not end it. */
  relaunch(options: RelaunchOptions = {}): void {
    this.#relaunch = options
  }

  /** Before-quit and will-quit are not sent, windows are not asked. */
  exit(code = 0): void {
    void this._end(code)
  }

  quit(): void {
    if (hostState.quitting || this._exiting) return
    hostState.quitting = true
    const before = makeEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) hostState.quitting = false
    else void this.#closeAllAndEnd()
  }

  async #closeAllAndEnd(): Promise<void> {
    for (const window of [...hostState.windows.values()]) {
      await window._closeAndWait()
      if (window.isDestroyed()) continue
      hostState.quitting = false
      return
    }
    const will = makeEvent()
    this.emit('will-quit', will)
    if (will.defaultPrevented) hostState.quitting = false
    else await this._end(0)
  }

  async _end(code: number): Promise<void> {
    if (this._exiting) return
    this._exiting = true
    this.emit('quit', makeEvent(), code)
    await hostState.stopBrowser?.()
    this.releaseSingleInstanceLock()
    if (this.#relaunch) this.#startAnew(this.#relaunch)
    process.exit(code)
  }

  #startAnew({ args, execPath }: RelaunchOptions): void {
    const command = execPath ?? process.argv[0] ?? ''
    note(`relaunching ${command}`)
    spawn(command, args ?? process.argv.slice(1), { detached: true, stdio: 'ignore' }).unref()
  }
}

export const app = new App()
