import { useEffect, useState } from 'react'
import type { PdfFile } from './pdfFile.ts'

interface Opened {
  /** Null until the first is open. */
  file: PdfFile | null
  failed: boolean
}

const NOTHING: Opened = { file: null, failed: false }

/** The opened PDF. An older one stays until the newer one is open; null closes it. The reader is loaded with the first. */
export function usePdfFile(pdf: Uint8Array | null): Opened {
  const [opened, setOpened] = useState<Opened>(NOTHING)

  useEffect(() => {
    if (pdf === null) return undefined
    let left = false
    void import('./pdfFile.ts')
      .then(({ openPdf }) => openPdf(pdf))
      .then(
        (file) => {
          if (left) file.close()
          else setOpened({ file, failed: false })
        },
        (error: unknown) => {
          console.error('[pdf]', error)
          if (!left) setOpened({ file: null, failed: true })
        }
      )
    return () => {
      left = true
    }
  }, [pdf])

  // Closed when another one has taken its place, or when the viewer goes.
  const { file } = opened
  useEffect(() => () => file?.close(), [file])

  return pdf === null ? NOTHING : opened
}
