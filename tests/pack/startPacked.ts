import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { _electron } from 'playwright-core'
import { failed, passed } from './report.ts'

const READY_MS = 30_000

/**
 * Starts the packed app.asar under tests/electron-host and waits for the app's own word that it works.
 *
 * The package holds Windows' database binary only, so this machine's binary of the same package is put beside it, in a
 * copy: everything else runs exactly as packed.
 */
export async function startPacked(root: string, program: string, workFolder: string): Promise<void> {
  const resources = join(workFolder, 'resources')
  cpSync(join(program, 'resources'), resources, { recursive: true })
  const require = createRequire(join(root, 'package.json'))
  const binary = `prebuilds/${process.platform}-${process.arch}.node`
  const source = join(dirname(require.resolve('better-sqlite3/package.json')), binary)
  const target = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3', binary)
  mkdirSync(dirname(target), { recursive: true })
  if (!existsSync(target)) cpSync(source, target)

  const app = await _electron.launch({
    executablePath: join(root, 'tests/electron-host/electron'),
    args: [join(resources, 'app.asar'), `--user-data-dir=${join(workFolder, 'user-data')}`],
    env: process.env as Record<string, string>
  })
  const problems: string[] = []
  app.process().stderr?.on('data', (chunk: Buffer) => problems.push(chunk.toString()))
  try {
    const page = await app.firstWindow()
    page.on('pageerror', (error) => problems.push(error.message))
    await page.locator('html[data-app-ready]').waitFor({ state: 'attached', timeout: READY_MS })
    const packaged = await app.evaluate((electron) => electron.app.isPackaged)
    if (packaged) passed(`the packed app starts: ${await page.title()}`)
    else failed('the packed app does not know that it is packed')
  } catch (error) {
    failed(`the packed app does not start: ${String(error)}\n${problems.join('')}`)
  } finally {
    await app.close()
  }
}
