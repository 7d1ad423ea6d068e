import { HostEmitter } from './hostEmitter.ts'

type Source = 'system' | 'light' | 'dark'

export class NativeTheme extends HostEmitter {
  #source: Source = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): Source {
    return this.#source
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${String(source)}`)
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
  }

  /** The system of this stand-in is light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }

  get shouldUseHighContrastColors(): boolean {
    return false
  }
}

export const nativeTheme = new NativeTheme()
