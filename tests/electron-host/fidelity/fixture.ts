import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

export const HOST = join(import.meta.dirname, '..', 'electron')
export const FIXTURE_APP = join(import.meta.dirname, '..', 'fixture-app')

/** A new folder and the way to be rid of it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'electron-host-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}

export interface RunningFixture {
  app: ElectronApplication
  page: Page
  userData: string
  close(): Promise<void>
}

/** Starts the fixture app, or another one, under the host and waits for its page. */
export async function startFixture(
  env: Record<string, string> = {},
  entry = FIXTURE_APP
): Promise<RunningFixture> {
  const folder = temporaryFolder()
  const app = await _electron.launch({
    executablePath: HOST,
    args: [entry, `--user-data-dir=${folder.path}`],
    env: { ...(process.env as Record<string, string>), ...env }
  })
  const page = await app.firstWindow()
  await page.locator('html[data-app-ready]').waitFor({ state: 'attached' })
  const close = async (): Promise<void> => {
    await app.close()
    folder.remove()
  }
  return { app, page, userData: folder.path, close }
}

/** What the fixture app's page sees of its preload. */
export interface FixtureApi {
  invoke(channel: string, value?: unknown): Promise<unknown>
  say(text: string): void
  onHeard(listener: (...args: unknown[]) => void): () => void
  pathOf(file: File): string
  counter: object
  refusals: string[]
  world: Record<string, unknown>
  missing(): unknown
}

declare global {
  // The names that the fixture app's preload and main script make.
  var fixture: FixtureApi
  var fixtureEvents: unknown[]
}
