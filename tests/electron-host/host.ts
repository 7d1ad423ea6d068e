import inspector from 'node:inspector'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startChromium, type RunningChromium } from './browser/startChromium.ts'
import { app } from './api/app.ts'
import { followTargets } from './api/browserWindow.ts'
import { hostState, note } from './api/hostState.ts'
import { dressProcess, redirectElectron } from './startup/actAsElectron.ts'
import { isCommonJs, openApp, requireOf, type OpenedApp } from './startup/openApp.ts'
import { parseCommandLine } from './startup/parseCommandLine.ts'

/** How long an entry script may load before the most likely reason is said. */
const SLOW_ENTRY_MS = 8000
/** How long a browser that was asked to close may take. */
const CLOSE_MS = 3000

const args = process.argv.slice(2)
const line = parseCommandLine(args)
let chromeVersion = ''

dressProcess(join(import.meta.dirname, 'electron'), args, () => chromeVersion)
if (line.wantsVersion) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
process.on('uncaughtException', (error) => {
  console.error('electron-host: uncaught exception in the main process:', error)
  app.exit(1)
})
// Electron warns and goes on.
process.on('unhandledRejection', (error) =>
  console.error('electron-host: unhandled rejection in the main process:', error)
)
process.on('SIGTERM', () => app.quit())
process.on('SIGINT', () => app.quit())
// Whoever read our output may be gone before us.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

async function run(): Promise<void> {
  if (line.entry === null)
    throw new Error('electron-host: no app given: electron <folder, script or app.asar>')
  redirectElectron()
  const opened = await openApp(line.entry)
  Object.assign(hostState, { ...opened, arguments: args, switches: line.switches })
  Object.assign(
    process,
    { resourcesPath: opened.resourcesPath },
    opened.isPackaged ? {} : { defaultApp: true }
  )
  // Prints "Debugger listening on ws://…".
  if (line.inspectPort !== null) inspector.open(line.inspectPort, '127.0.0.1')
  await loadEntry(opened)
  if (hostState.quitting || app._exiting) return
  const browser = await startChromium(
    join(app.getPath('sessionData'), 'electron-host-profile'),
    hostState.switches
  )
  await adopt(browser)
  // This line and the debugger's are what Playwright waits for on stderr.
  if (line.switches.has('remote-debugging-port'))
    process.stderr.write(`DevTools listening on ${browser.url}\n`)
  app._becomeReady()
}

/** Electron holds 'ready' back until the entry module, top-level await included, has run. */
async function loadEntry(opened: OpenedApp): Promise<void> {
  const require = requireOf(opened)
  for (const module of line.requires) require(module)
  const slow = setTimeout(
    () =>
      note(
        'the entry script has not finished loading. A top-level `await app.whenReady()` in an ES module never ends, in Electron either: use app.whenReady().then(…)'
      ),
    SLOW_ENTRY_MS
  )
  if (isCommonJs(opened)) require(opened.main)
  else await import(pathToFileURL(opened.main).href)
  clearTimeout(slow)
}

async function adopt({ process: child, cdp }: RunningChromium): Promise<void> {
  hostState.cdp = cdp
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  process.on('exit', () => child.kill('SIGKILL'))
  hostState.stopBrowser = async () => {
    const late = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
    await cdp.send('Browser.close').catch(() => undefined)
    await gone
    clearTimeout(late)
  }
  cdp.on('close', () => {
    if (!app._exiting && !hostState.quitting) app.exit(1)
  })
  chromeVersion = (await cdp.send('Browser.getVersion')).product.replace(/^\D*/, '')
  followTargets()
  await cdp.send('Target.setDiscoverTargets', { discover: true })
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  if (process.env['ELECTRON_HOST_DEBUG']) console.error(error)
  app.exit(1)
})
