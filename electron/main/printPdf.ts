import { BrowserWindow } from 'electron'
import { AppError } from '#shared/appError.ts'
import { offerPage } from './printedPages.ts'

/** Far beyond the largest report: what takes longer hangs. */
const LIMIT_MS = 120_000

const cancelled = (): AppError => new AppError('CANCELLED', '已取消，没有生成 PDF。')

/** Settles with the last print that was begun; prints wait for each other. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Prints a page without scripts to PDF, in a hidden window that is gone afterwards. Pages are printed one after another.
 * @param html a whole document that needs nothing from elsewhere; its style says the size of its pages
 * @throws AppError CANCELLED when the signal fires or the program ends, FILE_TIMEOUT, INTERNAL
 */
export async function printPdf(
  html: string,
  signal?: AbortSignal,
  limit = LIMIT_MS
): Promise<Uint8Array<ArrayBuffer>> {
  const before = last
  let done = (): void => {}
  last = new Promise<void>((resolve) => (done = resolve))
  try {
    await orCancelled(before, signal)
    return await printNow(html, signal, limit)
  } finally {
    // Cancelled while waiting, it must not let the next one overtake those before it.
    void before.then(done)
  }
}

function orCancelled(promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(cancelled())
    if (signal?.aborted === true) return cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    void promise.then(() => {
      signal?.removeEventListener('abort', cancel)
      resolve()
    })
  })
}

async function printNow(
  html: string,
  signal: AbortSignal | undefined,
  limit: number
): Promise<Uint8Array<ArrayBuffer>> {
  if (signal?.aborted === true) throw cancelled()
  const page = offerPage(html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false
    }
  })
  const broken = interruptionOf(window, signal, limit)
  try {
    return await Promise.race([load(window, page.url), broken.interrupted])
  } finally {
    broken.release()
    page.withdraw()
    if (!window.isDestroyed()) window.destroy()
  }
}

async function load(window: BrowserWindow, url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    await window.loadURL(url)
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true
    })
    return new Uint8Array(pdf)
  } catch (cause) {
    throw new AppError(
      'INTERNAL',
      '生成 PDF 时出错，没有写文件。',
      { action: '请再试一次；仍不行时请改为导出 Word 文件。', technical: String(cause) },
      { cause }
    )
  }
}

/** Rejects as soon as the print can or may not go on. Electron leaves the print of a closed window without an answer. */
function interruptionOf(
  window: BrowserWindow,
  signal: AbortSignal | undefined,
  limit: number
): { interrupted: Promise<never>; release(): void } {
  const release = new AbortController()
  const interrupted = new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true, signal: release.signal })
    window.once('closed', () => reject(cancelled()))
    window.webContents.once('render-process-gone', (_event, { reason }) =>
      reject(
        new AppError('INTERNAL', '排版 PDF 的进程意外结束，没有写文件。', {
          action: '请再试一次；仍不行时请减少一次导出的单位。',
          technical: reason
        })
      )
    )
    const timer = setTimeout(
      () =>
        reject(
          new AppError(
            'FILE_TIMEOUT',
            `生成 PDF 超过 ${Math.ceil(limit / 1000)} 秒还没有完成，没有写文件。`,
            {
              action: '请减少一次导出的单位，或改为导出 Word 文件。'
            }
          )
        ),
      limit
    )
    release.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  // Listened to only while the race runs; what comes later is nobody's error.
  interrupted.catch(() => undefined)
  return { interrupted, release: () => release.abort() }
}
