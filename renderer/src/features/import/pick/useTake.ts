import { useRef, useState, type DragEvent } from 'react'
import { pickText, refusalText } from '../../../text/importPick.ts'
import type { ImportWork } from '../useImportSession.ts'
import { droppedFiles, refuseDrop, type DroppedFiles } from './droppedFiles.ts'
import { readClipboard, type Pasted } from './pastedTable.ts'

export interface Take {
  /** Files hang over the page. */
  over: boolean
  /** Why nothing was taken, or what to do instead, as a sentence. */
  refused: string | null
  /** Files of dropped folders that were no sheets. */
  ignored: number
  paste: (pasted: Pasted) => Promise<void>
  /** For the button: reads the clipboard, or says to press Ctrl+V. */
  pasteNow: () => Promise<void>
  /** Runs a dialog or the sample; `read` follows when files came. */
  ask: (reading: Promise<boolean>) => Promise<void>
  /** Handlers for the element that files can be dropped on. */
  target: {
    onDragEnter: (event: DragEvent) => void
    onDragOver: (event: DragEvent) => void
    onDragLeave: () => void
    onDrop: (event: DragEvent) => void
  }
}

/** Everything that brings files in: drop (as bytes: the window never knows a path), paste, dialogs. */
export function useTake(work: ImportWork, onRead: () => void): Take {
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [ignored, setIgnored] = useState(0)
  // Every child of the target fires its own enter and leave.
  const depth = useRef(0)

  async function ask(reading: Promise<boolean>): Promise<void> {
    setRefused(null)
    setIgnored(0)
    if (await reading) onRead()
  }

  async function takeFiles(coming: Promise<DroppedFiles>): Promise<void> {
    try {
      const dropped = await coming
      const refusal = refuseDrop(dropped)
      if (refusal !== null) return setRefused(refusalText(refusal))
      const files = await Promise.all(
        dropped.files.map(async ({ file, folder }) => ({
          name: file.name,
          folder,
          bytes: new Uint8Array(await file.arrayBuffer())
        }))
      )
      await ask(work.drop(files))
      setIgnored(dropped.ignored)
    } catch {
      // A folder that is no entry looks like a file until its bytes are asked for; so does a file that was just deleted.
      setRefused(pickText.unreadable)
    }
  }

  async function paste(pasted: Pasted): Promise<void> {
    if (work.busy) return
    if (pasted.kind === 'NOTHING') return setRefused(pickText.pasteNothing)
    if (pasted.kind === 'FILES')
      return takeFiles(
        Promise.resolve({ files: pasted.files.map((file) => ({ file, folder: '' })), ignored: 0 })
      )
    return ask(work.paste({ text: pasted.text, html: pasted.html }))
  }

  return {
    over,
    refused,
    ignored,
    paste,
    pasteNow: async () => {
      const pasted = await readClipboard()
      if (pasted === null) setRefused(pickText.pasteByKey)
      else await paste(pasted)
    },
    ask,
    target: {
      onDragEnter: (event) => {
        event.preventDefault()
        depth.current += 1
        setOver(true)
      },
      onDragOver: (event) => event.preventDefault(),
      onDragLeave: () => {
        depth.current -= 1
        if (depth.current <= 0) setOver(false)
      },
      onDrop: (event) => {
        event.preventDefault()
        depth.current = 0
        setOver(false)
        if (!work.busy) void takeFiles(droppedFiles(event.dataTransfer))
      }
    }
  }
}
