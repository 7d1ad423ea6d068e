import { note } from './hostState.ts'
import { strict } from './strict.ts'

/** There is no desktop to hand things to: what would have been opened is said on stderr. */
export const shell = strict(
  {
    openExternal(url: string): Promise<void> {
      note(`not opened in a browser: ${url}`)
      return Promise.resolve()
    },
    openPath(path: string): Promise<string> {
      note(`not opened: ${path}`)
      return Promise.resolve('')
    },
    showItemInFolder(path: string): void {
      note(`not shown in a folder: ${path}`)
    },
    beep(): void {}
  },
  'shell'
)
