import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium } from '../../../electron-host/browser/startChromium.ts'

/** A Chromium that prints pages as the program's hidden window does. */
export interface Printer {
  print(html: string): Promise<Uint8Array>
  close(): Promise<void>
}

export async function startPrinter(): Promise<Printer> {
  const folder = mkdtempSync(join(tmpdir(), 'liangji-print-'))
  const { cdp, process } = await startChromium(join(folder, 'profile'), new Map())
  return {
    async print(html) {
      const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank' })
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
      const page = cdp.session(sessionId)
      await page('Page.enable')
      const { frameTree } = await page('Page.getFrameTree')
      await page('Emulation.setScriptExecutionDisabled', { value: true })
      await page('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
      const { data } = await page('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
      await cdp.send('Target.closeTarget', { targetId })
      return new Uint8Array(Buffer.from(data, 'base64'))
    },
    async close() {
      const ended = new Promise((resolve) => process.once('exit', resolve))
      await cdp.send('Browser.close').catch(() => undefined)
      await ended
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** Text of each page as it lies on the page, by poppler: a second reader. */
export function pagesOf(pdf: Uint8Array): string[] {
  return pdftotext(pdf, '-layout').split('\f').slice(0, -1)
}

/** A word with its place on its page, in mm from the upper left corner. */
export interface Word {
  page: number
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

const MM_PER_PT = 25.4 / 72

export function wordsOf(pdf: Uint8Array): Word[] {
  const words: Word[] = []
  let page = 0
  for (const line of pdftotext(pdf, '-bbox').split('\n')) {
    if (line.includes('<page ')) page += 1
    const match = /<word xMin="(.*)" yMin="(.*)" xMax="(.*)" yMax="(.*)">(.*)<\/word>/.exec(line)
    if (match === null) continue
    const [left, top, right, bottom] = match.slice(1, 5).map((pt) => Number(pt) * MM_PER_PT)
    words.push({ page, text: match[5]!, left: left!, right: right!, top: top!, bottom: bottom! })
  }
  return words
}

function pdftotext(pdf: Uint8Array, option: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'liangji-pdf-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    return execFileSync('pdftotext', [option, join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 1e8
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
