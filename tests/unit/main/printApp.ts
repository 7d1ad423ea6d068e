import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startFixture, temporaryFolder, type RunningFixture } from '../../electron-host/fidelity/fixture.ts'

const source = (name: string): string => pathToFileURL(resolve('electron/main', name)).href

/** The program's own printing, behind its scheme and its walls, in an app of one empty window. */
const MAIN = `
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { registerAppScheme, serveApp } from '${source('appProtocol.ts')}'
import { offerPage } from '${source('printedPages.ts')}'
import { printPdf } from '${source('printPdf.ts')}'
import { denyPermissions, hardenApp } from '${source('security.ts')}'

registerAppScheme()
hardenApp()
const count = () => BrowserWindow.getAllWindows().length
globalThis.printing = {
  most: 0,
  count,
  offerPage,
  async print(html, { cancelAfter, limit } = {}) {
    const stop = new AbortController()
    if (cancelAfter !== undefined) setTimeout(() => stop.abort(), cancelAfter)
    try {
      const pdf = await printPdf(html, stop.signal, limit)
      return { base64: Buffer.from(pdf).toString('base64'), left: count() }
    } catch (error) {
      return { code: error.code, sentence: error.message, left: count() }
    }
  }
}
app.on('browser-window-created', () => {
  globalThis.printing.most = Math.max(globalThis.printing.most, count())
})
void app.whenReady().then(() => {
  denyPermissions()
  serveApp(join(import.meta.dirname, 'page'))
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  window.once('closed', () => app.quit())
  void window.loadURL('app://liangji/index.html')
})
`

export interface Printed {
  base64?: string
  code?: string
  sentence?: string
  /** Windows that were there afterwards. */
  left: number
}

export interface Printing {
  most: number
  count(): number
  offerPage(html: string): { url: string; withdraw(): void }
  print(html: string, options?: { cancelAfter?: number; limit?: number }): Promise<Printed>
}

declare global {
  var printing: Printing
}

export async function startPrintApp(): Promise<RunningFixture> {
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'page'))
  writeFileSync(join(folder.path, 'page/index.html'), '<!doctype html><html data-app-ready><body>主窗口')
  writeFileSync(join(folder.path, 'main.mjs'), MAIN)
  writeFileSync(
    join(folder.path, 'package.json'),
    JSON.stringify({ name: 'printing', type: 'module', main: 'main.mjs' })
  )
  const run = await startFixture({}, folder.path)
  return {
    ...run,
    close: async () => {
      await run.close()
      folder.remove()
    }
  }
}
