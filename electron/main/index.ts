import { join } from 'node:path'
import { app, ipcMain } from 'electron'
import { CANCEL_CHANNEL, EVENT_CHANNEL, INVOKE_CHANNEL } from '#shared/ipc/channels.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { AppError } from '#shared/appError.ts'
import { createBackend } from '../ipc/backend.ts'
import { toEnvelopeError } from '../ipc/envelope.ts'
import { isTrustedSender } from '../ipc/senderGate.ts'
import { libraryPaths } from '../services/library.ts'
import { createLibraryHolder } from '../services/start.ts'
import { startReader } from '../services/workspace.ts'
import { APP_ORIGIN, registerAppScheme, serveApp } from './appProtocol.ts'
import { startBackupSchedule } from './backupSchedule.ts'
import { desktop } from './dialogs.ts'
import { buildMenu } from './menu.ts'
import { denyPermissions, hardenApp } from './security.ts'
import { createWindow, mainWindow } from './window.ts'

app.setAppUserModelId('cn.liangji.saima')
registerAppScheme()
hardenApp()

function emit(event: AppEvent): void {
  mainWindow()?.webContents.send(EVENT_CHANNEL, event)
}

/** Origins whose top frame may call; the dev server's only while developing. */
function trustedOrigins(): string[] {
  const dev = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  return dev === undefined ? [APP_ORIGIN] : [APP_ORIGIN, new URL(dev).origin]
}

function start(): void {
  denyPermissions()
  serveApp(join(import.meta.dirname, '../renderer'))
  buildMenu()

  const reader = startReader()
  const holder = createLibraryHolder({
    paths: libraryPaths(join(app.getPath('userData'), 'data'), app.getAppPath()),
    appVersion: app.getVersion(),
    reader
  })
  const backend = createBackend({
    holder,
    reader,
    desktop,
    emit,
    onUnexpected: (route, error) => console.error(`[${route}]`, error)
  })
  const origins = trustedOrigins()
  const trusted = (event: Electron.IpcMainEvent | Electron.IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame
    return frame !== null && isTrustedSender({ url: frame.url, isTopFrame: frame.parent === null }, origins)
  }
  ipcMain.handle(INVOKE_CHANNEL, (event, route: unknown, input: unknown) => {
    // The gate comes before anything is parsed.
    if (!trusted(event))
      return { ok: false, error: toEnvelopeError(new AppError('FORBIDDEN_SENDER', '请求来源不可信。')) }
    return backend.invoke(route, input)
  })
  ipcMain.on(CANCEL_CHANNEL, (event, job: unknown) => {
    if (trusted(event)) backend.cancel(String(job))
  })

  const stopBackups = startBackupSchedule(holder)
  app.on('second-instance', () => {
    const window = mainWindow()
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('will-quit', () => {
    stopBackups()
    void reader.close()
    holder.close()
  })
  // Not 'window-all-closed': a hidden window in which a page is being printed must not keep the program alive.
  createWindow().once('closed', () => app.quit())
}

if (app.requestSingleInstanceLock()) {
  // Not a top-level await: Electron would wait for this module before it becomes ready (electron#40719).
  void app.whenReady().then(start)
} else {
  app.quit()
}
