import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { Cdp } from './cdp.ts'
import { findChromium } from './findChromium.ts'

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
  // Electron lets file:// pages load their own ES modules; plain Chromium does not without this.
  '--allow-file-access-from-files',
  '--no-startup-window',
  '--force-color-profile=srgb',
  '--lang=zh-CN',
  '--remote-debugging-pipe',
  // The pipe is ours; the port is for Playwright, which attaches to the same browser.
  '--remote-debugging-port=0'
]

/** Electron's own switches, and those that the host sets itself. */
const NOT_PASSED_ON = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'user-data-dir',
  'headless',
  'lang'
])

export interface RunningChromium {
  process: ChildProcess
  cdp: Cdp
  /** The DevTools address that Playwright waits for on stderr. */
  url: string
}

/** Starts Chromium on its own profile folder with the switches that the app appended. */
export async function startChromium(
  profile: string,
  switches: ReadonlyMap<string, string>
): Promise<RunningChromium> {
  const path = await findChromium()
  mkdirSync(profile, { recursive: true })
  const passed = [...switches].filter(([name]) => !NOT_PASSED_ON.has(name))
  const args = [
    ...FLAGS,
    ...passed.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    `--user-data-dir=${profile}`
  ]
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable)
  return { process: child, cdp, url: await addressOf(child, path) }
}

function addressOf(child: ChildProcess, path: string): Promise<string> {
  let log = ''
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-20_000)
      if (process.env['ELECTRON_HOST_DEBUG']) process.stderr.write('[chromium] ' + text)
      const match = /DevTools listening on (ws:\/\/\S+)/.exec(log)
      if (match?.[1] !== undefined) resolve(match[1])
    })
    child.once('error', (error) => reject(new Error(`electron-host: cannot start ${path}: ${error.message}`)))
    child.once('exit', (code, signal) =>
      reject(new Error(`electron-host: ${path} ended (${code ?? signal}) before it was ready\n${log}`))
    )
  })
}
