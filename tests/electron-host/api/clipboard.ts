import { strict } from './strict.ts'

let text = ''

/** A clipboard of this process only. Promises, as in Electron 45. */
export const clipboard = strict(
  {
    readText: (): Promise<string> => Promise.resolve(text),
    writeText(value: string): Promise<void> {
      text = value
      return Promise.resolve()
    },
    clear(): void {
      text = ''
    }
  },
  'clipboard'
)
