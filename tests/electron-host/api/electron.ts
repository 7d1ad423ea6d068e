import { app } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { clipboard } from './clipboard.ts'
import { protocol } from './customSchemes.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipcMain.ts'
import { MenuItem, StrictMenu as Menu } from './menu.ts'
import { nativeImage } from './nativeImage.ts'
import { nativeTheme } from './nativeTheme.ts'
import { net } from './net.ts'
import { Notification } from './notification.ts'
import { powerMonitor } from './powerMonitor.ts'
import { safeStorage } from './safeStorage.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { absent, strict } from './strict.ts'
import { webContents } from './webContents.ts'

/** Crash reports are not collected; starting the collection is no mistake. */
const crashReporter = strict({ start: (): void => {} }, 'crashReporter')

// Named one by one, so that `import { Tray } from 'electron'` links and only its use fails, by name.
const autoUpdater = absent('autoUpdater')
const BaseWindow = absent('BaseWindow')
const BrowserView = absent('BrowserView')
const ClipboardItem = absent('ClipboardItem')
const contentTracing = absent('contentTracing')
const desktopCapturer = absent('desktopCapturer')
const globalShortcut = absent('globalShortcut')
const ImageView = absent('ImageView')
const inAppPurchase = absent('inAppPurchase')
const MessageChannelMain = absent('MessageChannelMain')
const netLog = absent('netLog')
const powerSaveBlocker = absent('powerSaveBlocker')
const pushNotifications = absent('pushNotifications')
const ShareMenu = absent('ShareMenu')
const systemPreferences = absent('systemPreferences')
const TouchBar = absent('TouchBar')
const Tray = absent('Tray')
const utilityProcess = absent('utilityProcess')
const View = absent('View')
const WebContentsView = absent('WebContentsView')
const webFrameMain = absent('webFrameMain')

/** What the main process gets for 'electron'. */
const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain
}

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain
}
export default electron
// require('electron') answers the object itself, as Electron's CommonJS module does.
export { electron as 'module.exports' }
