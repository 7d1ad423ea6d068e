import { getDocument, PDFWorker, type PDFPageProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** A page that can be drawn; its size in pt. */
export interface PdfPage {
  width: number
  height: number
  /**
   * Draws the page onto `canvas`, which shows what it showed until the drawing is complete.
   * @param scale device pixels per pt
   * @returns whether it was drawn; false when `signal` came first
   */
  draw(canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<boolean>
}

export interface PdfFile {
  pages: readonly PdfPage[]
  close(): void
}

let reader: Promise<PDFWorker> | null = null

/**
 * The one thread that reads PDFs, started with the first. pdf.js would start it from a blob where it does not know the
 * scheme of the page, which the content security policy forbids.
 */
function startReader(): Promise<PDFWorker> {
  reader ??= new Promise<PDFWorker>((resolve, reject) => {
    const port = new Worker(workerUrl, { type: 'module', name: 'pdf' })
    // The library takes a port; its types say null.
    port.addEventListener('message', () => resolve(new PDFWorker({ port: port as unknown as null })), {
      once: true
    })
    port.addEventListener('error', (event) => {
      reader = null
      port.terminate()
      reject(new Error(`the PDF reader did not start: ${event.message}`))
    })
  })
  return reader
}

/** Opens a PDF. Nothing is fetched: fonts are in the file, and the program's PDFs need no decoder besides. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const worker = await startReader()
  const task = getDocument({
    // The bytes move to the other thread: the caller keeps its own.
    data: bytes.slice(),
    worker,
    useWasm: false,
    useSystemFonts: false,
    disableWorkerRendering: true
  })
  const close = (): void => void task.destroy().catch(() => undefined)
  try {
    const file = await task.promise
    const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1)
    const pages = await Promise.all(numbers.map((number) => file.getPage(number)))
    return { pages: pages.map(pdfPage), close }
  } catch (error) {
    close()
    throw error
  }
}

function pdfPage(page: PDFPageProxy): PdfPage {
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    width,
    height,
    async draw(canvas, scale, signal) {
      const viewport = page.getViewport({ scale })
      const sheet = document.createElement('canvas')
      sheet.width = Math.round(viewport.width)
      sheet.height = Math.round(viewport.height)
      const task = page.render({ canvas: sheet, viewport })
      signal.addEventListener('abort', () => task.cancel(), { once: true })
      try {
        await task.promise
      } catch (error) {
        if (signal.aborted) return false
        throw error
      }
      if (signal.aborted) return false
      canvas.width = sheet.width
      canvas.height = sheet.height
      canvas.getContext('2d')?.drawImage(sheet, 0, 0)
      return true
    }
  }
}
