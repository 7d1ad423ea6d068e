import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromiumFromNpm } from './chromiumFromNpm.ts'

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge'
]

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installed(searchPath: string): string | null {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  for (const command of COMMANDS)
    for (const folder of folders) if (runnable(join(folder, command))) return join(folder, command)
  return null
}

/**
 * The browser to run pages in: the one that ELECTRON_HOST_CHROMIUM names, else an installed one, else the one from npm.
 * @throws one sentence that says what to do when there is none: tests fail then, they are not skipped.
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = environment['ELECTRON_HOST_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`electron-host: ELECTRON_HOST_CHROMIUM names ${named}, which does not exist`)
    return named
  }
  const own = installed(environment['PATH'] ?? '')
  if (own !== null) return own
  const npm = await chromiumFromNpm()
  if (npm !== null) return npm
  throw new Error(
    'electron-host: no browser found: install chromium, google-chrome or microsoft-edge, or run npm ci with optional packages (@sparticuz/chromium), or set ELECTRON_HOST_CHROMIUM'
  )
}
