import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, net, protocol, session, shell } from 'electron'

const here = import.meta.dirname
const seen = (globalThis.fixtureEvents = [])
const useFile = process.env.FIXTURE_LOAD === 'file'
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' app:; img-src 'self' data:; frame-src 'self'"

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }
])

async function serve(request) {
  const { host, pathname } = new URL(request.url)
  if (host !== 'fixture') return new Response('no such host', { status: 404 })
  if (pathname === '/echo') {
    const body = `${request.method} ${await request.text()}`
    return new Response(body, { headers: { 'content-type': 'text/plain', 'x-url': request.url } })
  }
  if (pathname === '/by-net') return net.fetch(new URL('page.css', import.meta.url).href)
  const body = await readFile(join(here, pathname)).catch(() => null)
  if (body === null) return new Response('not found', { status: 404 })
  const type = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' }[
    pathname.split('.').at(-1)
  ]
  return new Response(body, { headers: { 'content-type': type, 'content-security-policy': CSP } })
}

function createWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 500,
    show: false,
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#13273d', symbolColor: '#ffffff', height: 40 },
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true }
  })
  window.once('ready-to-show', () => window.show())
  if (useFile) void window.loadFile('page.html')
  else void window.loadURL('app://fixture/page.html')
}

function answerCalls() {
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('describe', (_event, value) => `${Object.prototype.toString.call(value)} ${String(value)}`)
  ipcMain.handle('fail', () => {
    throw new TypeError('故意失败')
  })
  ipcMain.handle('unclonable', () => () => {})
  ipcMain.handle('sender', (event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isTop: event.senderFrame.parent === null,
    isMainFrame: event.senderFrame === event.sender.mainFrame,
    isWindow: BrowserWindow.fromWebContents(event.sender) === BrowserWindow.getAllWindows()[0]
  }))
  ipcMain.on('say', (event, text) => event.sender.send('heard', text, new Date(0)))
}

for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed', 'web-contents-created'])
  app.on(name, () => {
    seen.push(name)
    if (process.env.FIXTURE_PRINT_EVENTS) console.log(`event ${name}`)
  })

if (!app.requestSingleInstanceLock({ from: process.pid })) {
  console.log('second instance')
  app.quit()
} else {
  app.on('second-instance', (_event, argv, cwd, data) => seen.push({ argv, cwd, data }))
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      void shell.openExternal(url)
      return { action: 'deny' }
    })
    for (const name of ['will-frame-navigate', 'will-navigate'])
      contents.on(name, (event) => {
        seen.push(`${name} ${event.url}`)
        if (name === 'will-navigate') event.preventDefault()
      })
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    protocol.handle('app', serve)
    session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
      answer(permission === 'clipboard-sanitized-write')
    )
    session.defaultSession.setPermissionCheckHandler(
      (_contents, permission) => permission === 'clipboard-sanitized-write'
    )
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([{ label: '文件', submenu: [{ id: 'quit', label: '退出', role: 'quit' }] }])
    )
    answerCalls()
    createWindow()
  })
}
