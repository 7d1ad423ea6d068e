import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const POLL_MS = 100
/** Unpacking takes a few seconds; whoever holds the lock longer than this has died. */
const PATIENCE_MS = 60_000

interface Package {
  default: { executablePath(): Promise<string> }
}

/**
 * The browser that tests/browser brings out of npm (@sparticuz/chromium), unpacked into the temp folder; null where npm
 * has not installed it.
 *
 * The package unpacks to a fixed place and takes whatever file is there for complete, so of several processes one
 * unpacks and the others wait for its word.
 */
export async function chromiumFromNpm(): Promise<string | null> {
  const require = createRequire(import.meta.url)
  let entry: string
  try {
    entry = require.resolve('@sparticuz/chromium')
  } catch {
    return null
  }
  const { default: chromium } = (await import(pathToFileURL(entry).href)) as Package
  const lock = join(tmpdir(), 'electron-host-chromium.lock')
  const done = join(tmpdir(), 'electron-host-chromium.done')
  const executable = join(tmpdir(), 'chromium')
  for (let waited = 0; !(existsSync(done) && existsSync(executable)); waited += POLL_MS) {
    if (waited >= PATIENCE_MS) rmSync(lock, { recursive: true, force: true })
    if (!takeLock(lock)) {
      await sleep(POLL_MS)
      continue
    }
    rmSync(executable, { force: true })
    await chromium.executablePath()
    writeFileSync(done, entry)
    rmSync(lock, { recursive: true })
  }
  return chromium.executablePath()
}

function takeLock(path: string): boolean {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}
