import { App, Button } from 'antd'
import { useState } from 'react'
import { call, toCallError, type CallError } from '../ipc/client.ts'
import { common } from '../text/common.ts'

/** A file that main wrote; the window knows it by its ticket only. */
export interface SavedFile {
  ticket: string
  fileName: string
  folder: string
}

export interface SavedFiles {
  /** Why opening or showing failed, or what the caller reported. */
  error: CallError | null
  fail: (reason: unknown) => void
  dismiss: () => void
  open: (file: SavedFile) => void
  reveal: (file: SavedFile) => void
  /** Says where a file was written, with 打开 and 打开文件夹. */
  tell: (title: string, file: SavedFile) => void
}

/** What every export ends with: a message that opens the file or its folder. */
export function useSavedFile(): SavedFiles {
  const { notification } = App.useApp()
  const [error, setError] = useState<CallError | null>(null)
  const fail = (reason: unknown): void => setError(toCallError(reason))

  const act = (route: 'report.open' | 'report.reveal') => (file: SavedFile) => {
    call(route, { ticket: file.ticket }).catch(fail)
  }
  const open = act('report.open')
  const reveal = act('report.reveal')

  return {
    error,
    fail,
    dismiss: () => setError(null),
    open,
    reveal,
    tell: (title, file) =>
      notification.success({
        title,
        description: file.folder,
        placement: 'bottomRight',
        actions: (
          <span className="row">
            {file.fileName === '' ? null : (
              <Button size="small" onClick={() => open(file)}>
                {common.openFile}
              </Button>
            )}
            <Button size="small" onClick={() => reveal(file)}>
              {common.openFolder}
            </Button>
          </span>
        )
      })
  }
}
