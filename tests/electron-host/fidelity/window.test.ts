import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFixture, type RunningFixture } from './fixture.ts'

let run: RunningFixture
beforeAll(async () => {
  run = await startFixture()
})
afterAll(() => run.close())

const pageSize = (): Promise<number[]> => run.page.evaluate(() => [innerWidth, innerHeight])

it('gives the page the size of the window, also maximized and zoomed', async () => {
  await expect.poll(pageSize).toEqual([900, 500])
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize())
  await expect.poll(pageSize).toEqual([1920, 1040])
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.unmaximize())
  await expect.poll(pageSize).toEqual([900, 500])
  await run.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.25)
  )
  await expect.poll(pageSize).toEqual([720, 400])
  expect(await run.page.evaluate(() => devicePixelRatio)).toBe(1.25)
  await run.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1)
  )
  await expect.poll(pageSize).toEqual([900, 500])
})

it('prints and captures the page', async () => {
  const seen = await run.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const pdf = await contents?.printToPDF({ pageSize: 'A4', landscape: true })
    const picture = await contents?.capturePage()
    const title = (await contents?.executeJavaScript('document.title')) as string
    return {
      pdf: pdf?.subarray(0, 5).toString(),
      box: /MediaBox.*?]/.exec(pdf?.toString('latin1') ?? '')?.[0],
      size: picture?.getSize(),
      title
    }
  })
  expect(seen).toEqual({
    pdf: '%PDF-',
    box: expect.stringMatching(/84[12](\.\d+)? 59[45]/) as string,
    size: { width: 900, height: 500 },
    title: '替身样例'
  })
})

it('stays open when close is prevented', async () => {
  const open = await run.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.once('close', (event) => event.preventDefault())
    window?.close()
    return window?.isDestroyed()
  })
  expect(open).toBe(false)
  expect(await run.page.title()).toBe('替身样例')
})

it('keeps its minimum size, takes a title bar overlay only where one was asked for', async () => {
  const seen = await run.app.evaluate(({ BrowserWindow }) => {
    const first = BrowserWindow.getAllWindows()[0]
    first?.setTitleBarOverlay({ color: '#000000' })
    const second = new BrowserWindow({ width: 300, height: 200, minWidth: 250, minHeight: 150, show: false })
    second.setSize(10, 10)
    let refusal = ''
    try {
      second.setTitleBarOverlay({ color: '#000000' })
    } catch (error) {
      refusal = String(error)
    }
    const size = second.getSize()
    second.destroy()
    return { size, refusal, count: BrowserWindow.getAllWindows().length }
  })
  expect(seen).toEqual({ size: [250, 150], refusal: 'Error: Titlebar overlay is not enabled', count: 1 })
})

it('says that a renderer is gone, to the contents and to the app', async () => {
  const reasons = await run.app.evaluate(
    ({ app, BrowserWindow }) =>
      new Promise<string[]>((resolve) => {
        const got: string[] = []
        const window = new BrowserWindow({ show: false })
        window.webContents.on('render-process-gone', (_event, details) => got.push(details.reason))
        app.once('render-process-gone', (_event, _contents, details) => {
          window.destroy()
          resolve([...got, details.reason])
        })
        window.webContents.forcefullyCrashRenderer()
      })
  )
  expect(reasons).toEqual(['crashed', 'crashed'])
})

it('closes dialogs without a choice and does what a menu item says', async () => {
  const seen = await run.app.evaluate(async ({ dialog, Menu }) => ({
    open: await dialog.showOpenDialog({}),
    save: await dialog.showSaveDialog({}),
    box: (await dialog.showMessageBox({ message: '继续？', buttons: ['是', '取消'] })).response,
    item: Menu.getApplicationMenu()?.getMenuItemById('quit')?.label
  }))
  expect(seen).toEqual({
    open: { canceled: true, filePaths: [] },
    save: { canceled: true, filePath: '' },
    box: 1,
    item: '退出'
  })
})

it('throws the name of anything that it has not', async () => {
  const errors = await run.app.evaluate((electron) => {
    const { app, BrowserWindow, Tray, session } = electron
    const window = BrowserWindow.getAllWindows()[0] as unknown as Record<string, () => void>
    const attempts = [
      () => window['setOpacity'],
      () => new Tray('icon.png'),
      () => session.fromPartition('x'),
      () => app.on('did-become-active', () => {}),
      () => new BrowserWindow({ webPreferences: { nodeIntegration: true } })
    ]
    return attempts.map((attempt) => {
      try {
        attempt()
        return 'nothing thrown'
      } catch (error) {
        return (error as Error).message.replace(/ is not provided.*/, '')
      }
    })
  })
  expect(errors).toEqual([
    'electron-host: BrowserWindow.setOpacity',
    'electron-host: Tray',
    'electron-host: session.fromPartition',
    "electron-host: the event 'did-become-active' of app",
    'electron-host: webPreferences.nodeIntegration: true'
  ])
})

it('runs no script in a window without JavaScript, which prints all the same', async () => {
  const seen = await run.app.evaluate(async ({ BrowserWindow }) => {
    const pages = [
      '<p>字',
      '<p>字<script>document.body.style.breakBefore="page";document.body.append("长".repeat(9000))</script>'
    ]
    const counts: number[] = []
    for (const page of pages) {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
      const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true })
      counts.push(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0)
      window.destroy()
    }
    return counts
  })
  expect(seen).toEqual([1, 1])
})
