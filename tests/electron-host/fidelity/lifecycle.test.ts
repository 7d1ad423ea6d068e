import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { FIXTURE_APP, HOST, startFixture, temporaryFolder } from './fixture.ts'

const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function folder(): string {
  const { path, remove } = temporaryFolder()
  undo.push(remove)
  return path
}

interface Started {
  process: ChildProcess
  /** Everything on stdout so far. */
  output: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

function start(args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(HOST, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  undo.push(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { process: child, output: () => text, ended }
}

/** A throwaway app whose main script is `script`. */
function appOf(script: string, manifest: object = {}): string {
  const path = folder()
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name: 'small', main: 'main.cjs', ...manifest }))
  writeFileSync(join(path, 'main.cjs'), script)
  return path
}

describe('quitting', () => {
  it('closes windows between before-quit and will-quit, without window-all-closed', async () => {
    const run = start([FIXTURE_APP, `--user-data-dir=${folder()}`], { FIXTURE_PRINT_EVENTS: '1' })
    await expect.poll(run.output, { timeout: 15_000 }).toContain('web-contents-created')
    run.process.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.output().match(/event [\w-]*quit|event window-all-closed/g)).toEqual([
      'event before-quit',
      'event will-quit',
      'event quit'
    ])
  })

  it('follows the last window', async () => {
    const run = await startFixture()
    const host = run.app.process()
    const gone = run.app.waitForEvent('close')
    await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await gone
    expect(host.exitCode).toBe(0)
    await run.close()
  })

  it('is called off by before-quit', async () => {
    const run = await startFixture()
    const open = await run.app.evaluate(({ app, BrowserWindow }) => {
      app.once('before-quit', (event) => event.preventDefault())
      app.quit()
      return BrowserWindow.getAllWindows().length
    })
    expect(open).toBe(1)
    await run.close()
  })

  it('by exit(code) asks nobody and sends quit alone', async () => {
    const app = appOf(`
      const { app } = require('electron')
      for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, (_e, code) => console.log('event', name, code))
      app.whenReady().then(() => app.exit(7))`)
    const run = start([app, `--user-data-dir=${folder()}`])
    expect(await run.ended).toBe(7)
    expect(run.output().match(/event .*/g)).toEqual(['event quit 7'])
  })

  it('with relaunch starts the app again with the arguments given', async () => {
    const mark = join(folder(), 'mark')
    const app = appOf(`
      const { app } = require('electron')
      const fs = require('node:fs')
      const again = process.argv.includes('--again')
      if (again) fs.writeFileSync(${JSON.stringify(mark)}, JSON.stringify(process.argv.slice(1)))
      else app.relaunch({ args: [...process.argv.slice(1), '--again'] })
      app.exit(0)`)
    const run = start([app, 'x'])
    expect(await run.ended).toBe(0)
    await expect
      .poll(() => existsSync(mark) && readFileSync(mark, 'utf8'), { timeout: 15_000 })
      .toBe(JSON.stringify([app, 'x', '--again']))
  })

  it('leaves no browser behind when the host is killed', async () => {
    const data = folder()
    const run = start([FIXTURE_APP, `--user-data-dir=${data}`], { FIXTURE_PRINT_EVENTS: '1' })
    await expect.poll(run.output, { timeout: 15_000 }).toContain('web-contents-created')
    const browsers = (): string[] =>
      readdirSync('/proc').filter((pid) => {
        try {
          return (
            /^\d+$/.test(pid) &&
            readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${data}/electron-host`)
          )
        } catch {
          return false
        }
      })
    expect(browsers().length).toBeGreaterThan(0)
    run.process.kill('SIGKILL')
    await expect.poll(browsers, { timeout: 15_000 }).toEqual([])
  })
})

describe('a single instance', () => {
  it('hears of a second start: arguments, folder and data; the second ends', async () => {
    const run = await startFixture()
    const second = start([FIXTURE_APP, `--user-data-dir=${run.userData}`, '/tmp/甲.xlsx'])
    expect(await second.ended).toBe(0)
    expect(second.output()).toContain('second instance')
    const heard = (): Promise<unknown[]> =>
      run.app.evaluate(() => fixtureEvents.filter((e) => typeof e === 'object'))
    await expect.poll(heard).toEqual([
      {
        argv: [HOST, FIXTURE_APP, `--user-data-dir=${run.userData}`, '/tmp/甲.xlsx'],
        cwd: process.cwd(),
        data: { from: expect.any(Number) as number }
      }
    ])
    await run.close()
  })

  it('is free again after the first was killed', async () => {
    const data = folder()
    const args = [FIXTURE_APP, `--user-data-dir=${data}`]
    const first = start(args, { FIXTURE_PRINT_EVENTS: '1' })
    await expect.poll(first.output, { timeout: 15_000 }).toContain('web-contents-created')
    first.process.kill('SIGKILL')
    await first.ended
    const next = start(args, { FIXTURE_PRINT_EVENTS: '1' })
    await expect.poll(next.output, { timeout: 15_000 }).toContain('web-contents-created')
    expect(next.output()).not.toContain('second instance')
  })
})

describe('starting', () => {
  it('says its version, and what is wrong with a missing app', async () => {
    const version = start(['--version'])
    expect(await version.ended).toBe(0)
    expect(version.output()).toMatch(/^v45\.\d+\.\d+\n$/)
    const none = start([join(folder(), 'none')])
    expect(await none.ended).toBe(1)
    expect(none.output()).toMatch(/electron-host: no app at/)
  })

  it('fails in one sentence without a browser', async () => {
    const run = start([FIXTURE_APP, `--user-data-dir=${folder()}`], {
      ELECTRON_HOST_CHROMIUM: '/nowhere/chromium'
    })
    expect(await run.ended).toBe(1)
    expect(run.output().trim()).toBe(
      'electron-host: ELECTRON_HOST_CHROMIUM names /nowhere/chromium, which does not exist'
    )
  })

  it('ends with 1 on an uncaught exception and goes on after an unhandled rejection', async () => {
    const thrown = start([
      appOf(`setTimeout(() => { throw new Error('坏了') })`),
      `--user-data-dir=${folder()}`
    ])
    expect(await thrown.ended).toBe(1)
    expect(thrown.output()).toContain('坏了')
    const app = appOf(`
      const { app } = require('electron')
      void Promise.reject(new Error('没人管'))
      app.whenReady().then(() => app.quit())`)
    const rejected = start([app, `--user-data-dir=${folder()}`])
    expect(await rejected.ended).toBe(0)
    expect(rejected.output()).toContain('没人管')
  })

  it('tells the app what Electron tells it', async () => {
    const app = appOf(
      `
      const { app } = require('electron')
      const before = app.isReady()
      let refused = ''
      try { app.setPath('userData', '/nowhere/at/all') } catch (error) { refused = error.message }
      app.whenReady().then(() => {
        console.log(JSON.stringify({
          before, after: app.isReady(), refused, name: app.getName(), version: app.getVersion(), packaged: app.isPackaged,
          userData: app.getPath('userData'), same: require('electron') === require('electron/main'),
          chrome: /^\\d+\\./.test(process.versions.chrome), type: process.type, flag: app.commandLine.getSwitchValue('my-flag')
        }))
        app.quit()
      })`,
      { productName: '小样', version: '4.5.6' }
    )
    const data = folder()
    const run = start([app, `--user-data-dir=${data}`, '--my-flag=7'])
    expect(await run.ended).toBe(0)
    expect(JSON.parse(/^\{.*\}$/m.exec(run.output())?.[0] ?? '{}')).toEqual({
      before: false,
      after: true,
      refused: 'Failed to set path: /nowhere/at/all does not exist',
      name: '小样',
      version: '4.5.6',
      packaged: false,
      userData: data,
      same: true,
      chrome: true,
      type: 'browser',
      flag: '7'
    })
  })

  it('runs a packed app: paths inside the archive, unpacked files, isPackaged, resourcesPath', async () => {
    const { createPackageWithOptions } = await import('@electron/asar')
    const source = appOf(
      `
      const { app } = require('electron')
      const fs = require('node:fs')
      console.log(JSON.stringify({
        packaged: app.isPackaged, resources: process.resourcesPath, path: app.getAppPath().split('/').at(-1),
        inside: fs.readFileSync(app.getAppPath() + '/db/a.sql', 'utf8'), unpacked: fs.readFileSync(__dirname + '/native/b.node', 'utf8'),
        beside: fs.readFileSync(__dirname + '/native/linux.node', 'utf8'), defaultApp: process.defaultApp ?? null
      }))
      app.quit()`
    )
    mkdirSync(join(source, 'db'))
    mkdirSync(join(source, 'native'))
    writeFileSync(join(source, 'db/a.sql'), 'select 1')
    writeFileSync(join(source, 'native/b.node'), 'native')
    const resources = folder()
    const archive = join(resources, 'app.asar')
    await createPackageWithOptions(source, archive, { unpack: '**/*.node' })
    writeFileSync(`${archive}.unpacked/native/linux.node`, 'put beside')
    const run = start([archive])
    expect(await run.ended).toBe(0)
    expect(JSON.parse(run.output())).toEqual({
      packaged: true,
      resources,
      path: 'app.asar',
      inside: 'select 1',
      unpacked: 'native',
      beside: 'put beside',
      defaultApp: null
    })
  })
})
