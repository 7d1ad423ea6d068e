import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')
const APP_TIMEOUT_MS = 20_000

// The only difference between the two runtimes: where `electron` is. Where Electron's own runtime has been
// downloaded (path.txt says so), nothing is set and the same specs drive it.
if (!existsSync(join(root, 'node_modules/electron/path.txt')))
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(root, 'tests/electron-host')

export interface LaunchOptions {
  /** The folder that holds this run's data: the app's database, settings and browser profile. */
  userData: string
  /** Environment variables besides this process's. */
  env?: Record<string, string>
  /** The window's size, as `1366x768`. */
  windowSize?: string
}

export interface Launched {
  app: ElectronApplication
  /** The main window, once the app says that it is ready. */
  page: Page
}

/** Starts the built app (`npm run build` first) and waits until it works. The caller closes it with `app.close()`. */
export async function launch({
  userData,
  env = {},
  windowSize = '1366x768'
}: LaunchOptions): Promise<Launched> {
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`],
    cwd: root,
    env: { ...(process.env as Record<string, string>), LIANGJI_WINDOW: windowSize, ...env }
  })
  try {
    const page = await app.firstWindow()
    // firstWindow() may answer while the window still shows its empty first document: wait for the app's own word.
    await page.locator('html[data-app-ready]').waitFor({ state: 'attached', timeout: APP_TIMEOUT_MS })
    return { app, page }
  } catch (error) {
    await app.close()
    throw error
  }
}

/** The next open dialogs answer `paths`; an empty list is a cancelled dialog. */
export async function stubOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
    },
    [...paths]
  )
}

/** The next save dialogs answer `path`; null is a cancelled dialog. */
export async function stubSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

interface Fixtures {
  launchEnv: Record<string, string>
  windowSize: string
  userData: string
  launched: Launched
  app: ElectronApplication
  page: Page
}

/**
 * `test` with the app running on a data folder of its own: `{ app, page, userData }`.
 * Set by `test.use({ launchEnv, windowSize })`. Take only `userData` and call `launch` to start the app more than once.
 */
export const test = base.extend<Fixtures>({
  launchEnv: [{}, { option: true }],
  windowSize: ['1366x768', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that one needs from this very pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'liangji-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  launched: async ({ userData, launchEnv, windowSize }, use) => {
    const launched = await launch({ userData, env: launchEnv, windowSize })
    await use(launched)
    await launched.app.close()
  },
  app: async ({ launched }, use) => use(launched.app),
  page: async ({ launched }, use) => use(launched.page)
})
