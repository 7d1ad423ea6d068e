import { note } from './hostState.ts'
import { strict } from './strict.ts'

interface MessageOptions {
  message: string
  buttons?: string[]
  cancelId?: number
}

/** The options of a dialog call: Electron takes (window, options) and (options). */
function optionsOf(args: unknown[]): object {
  return args.at(-1) as object
}

/** The button that closing a box without choosing means: cancelId, else one labelled so, else the first. */
function closingButton({ cancelId, buttons = [] }: MessageOptions): number {
  return (
    cancelId ??
    Math.max(
      0,
      buttons.findIndex((label) => /^(cancel|no|取消|否)$/i.test(label.replace('&', '')))
    )
  )
}

/** Nobody sits before the screen: every dialog is closed without a choice. Tests replace these, as they must under Electron. */
export const dialog = strict(
  {
    showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
      note(`open dialog cancelled: ${JSON.stringify(optionsOf(args))}`)
      return Promise.resolve({ canceled: true, filePaths: [] })
    },
    showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
      note(`save dialog cancelled: ${JSON.stringify(optionsOf(args))}`)
      return Promise.resolve({ canceled: true, filePath: '' })
    },
    showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
      const options = optionsOf(args) as MessageOptions
      note(`message box closed: ${options.message}`)
      return Promise.resolve({ response: closingButton(options), checkboxChecked: false })
    },
    showMessageBoxSync(...args: unknown[]): number {
      const options = optionsOf(args) as MessageOptions
      note(`message box closed: ${options.message}`)
      return closingButton(options)
    },
    showErrorBox(title: string, content: string): void {
      note(`error box: ${title}: ${content}`)
    }
  },
  'dialog'
)
