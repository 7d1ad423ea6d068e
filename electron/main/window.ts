import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { APP_ORIGIN } from './appProtocol.ts'

const DESIGN_SIZE = { width: 1366, height: 768 }
const TITLE_BAR = { color: '#13273d', symbolColor: '#c5d2df', height: 40 }

/** `LIANGJI_WINDOW=1366x768` fixes the size, for screenshots. */
function wantedSize(): { width: number; height: number; fixed: boolean } {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(process.env['LIANGJI_WINDOW'] ?? '')
  if (match) return { width: Number(match[1]), height: Number(match[2]), fixed: true }
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(1600, width), height: Math.min(900, height), fixed: false }
}

let main: BrowserWindow | null = null

/** The window that people work in; null once it is closed. Pages are printed in hidden windows beside it. */
export function mainWindow(): BrowserWindow | null {
  return main
}

export function createWindow(): BrowserWindow {
  const { width, height, fixed } = wantedSize()
  const window = new BrowserWindow({
    width,
    height,
    useContentSize: fixed,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: '亮绩赛马',
    backgroundColor: '#f1f3f5',
    titleBarStyle: 'hidden',
    titleBarOverlay: TITLE_BAR,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false
    }
  })
  main = window
  window.once('closed', () => {
    main = null
  })
  window.once('ready-to-show', () => {
    // On the design's own screen size a window with borders would lose rows: fill it.
    if (!fixed && width <= DESIGN_SIZE.width) window.maximize()
    window.show()
  })
  void window.loadURL(process.env['ELECTRON_RENDERER_URL'] ?? `${APP_ORIGIN}/index.html`)
  return window
}
