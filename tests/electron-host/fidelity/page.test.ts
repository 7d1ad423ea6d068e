import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixture, type RunningFixture } from './fixture.ts'

describe.each(['app', 'file'])('a page loaded by %s:', (load) => {
  let run: RunningFixture
  beforeAll(async () => {
    run = await startFixture({ FIXTURE_LOAD: load })
  })
  afterAll(() => run.close())

  it('tells its address as Electron would', async () => {
    const url = await run.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL()
    )
    expect(url).toMatch(
      load === 'app' ? /^app:\/\/fixture\/page\.html$/ : /^file:\/\/\/.*fixture-app\/page\.html$/
    )
  })

  it('has neither Node nor the host in sight', async () => {
    const seen = await run.page.evaluate(() => [
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
      typeof Reflect.get(window, '__electronHostPost'),
      typeof Reflect.get(window, 'leak')
    ])
    expect(seen).toEqual(['undefined', 'undefined', 'undefined', 'undefined'])
  })

  it('gets what the preload exposes, copied and frozen, without methods of a prototype', async () => {
    const seen = await run.page.evaluate(() => ({
      frozen: Object.isFrozen(fixture) && Object.isFrozen(fixture.world),
      counter: fixture.counter,
      world: fixture.world,
      same: fixture.invoke === fixture.invoke
    }))
    expect(seen).toEqual({
      frozen: true,
      counter: { count: 1 },
      world: {
        leak: 'written by the preload',
        platform: process.platform,
        electron: expect.stringMatching(/^45\.\d+\.\d+$/) as string,
        sandboxed: true
      },
      same: true
    })
  })

  it('gives its preload no module but electron, and names what it has not', async () => {
    expect(await run.page.evaluate(() => fixture.refusals)).toEqual([
      'module not found: node:fs',
      'module not found: ./main.js'
    ])
    await expect(run.page.evaluate(() => fixture.missing())).rejects.toThrow(
      'electron-host: electron.webFrame is not provided'
    )
  })

  it.each([
    ['a date', () => fixture.invoke('describe', new Date(0)), '[object Date] Thu Jan 01 1970'],
    ['bytes', () => fixture.invoke('describe', new Uint8Array([1, 255])), '[object Uint8Array] 1,255'],
    ['a map', () => fixture.invoke('describe', new Map([[1, 2]])), '[object Map]'],
    ['-0', async () => `${Object.is(await fixture.invoke('echo', -0), -0)}`, 'true'],
    ['undefined', async () => `${typeof (await fixture.invoke('echo', undefined))}`, 'undefined'],
    ['a big integer', async () => `${typeof (await fixture.invoke('echo', 10n))}`, 'bigint'],
    ['a line separator', async () => `${String(await fixture.invoke('echo', 'a\u2028b')).length}`, '3']
  ])('sends %s over IPC as itself', async (_name, send, expected) => {
    expect(await run.page.evaluate(send)).toContain(expected)
  })

  it('keeps cycles and shared objects over IPC', async () => {
    const same = await run.page.evaluate(async () => {
      const a: { self?: unknown } = {}
      a.self = a
      const back = (await fixture.invoke('echo', { first: a, second: a })) as {
        first: { self: unknown }
        second: unknown
      }
      return back.first === back.second && back.first.self === back.first
    })
    expect(same).toBe(true)
  })

  it('refuses what structured clone refuses, both ways', async () => {
    await expect(run.page.evaluate(() => fixture.invoke('echo', Symbol('x')))).rejects.toThrow(
      'An object could not be cloned'
    )
    await expect(run.page.evaluate(() => fixture.invoke('unclonable'))).rejects.toThrow(
      'An object could not be cloned'
    )
  })

  it('hears of a failed handler in the words of Electron', async () => {
    await expect(run.page.evaluate(() => fixture.invoke('fail'))).rejects.toThrow(
      "Error invoking remote method 'fail': TypeError: 故意失败"
    )
    await expect(run.page.evaluate(() => fixture.invoke('nothing'))).rejects.toThrow(
      "No handler registered for 'nothing'"
    )
  })

  it('is told to handlers as the sending frame', async () => {
    expect(await run.page.evaluate(() => fixture.invoke('sender'))).toEqual({
      url: load === 'app' ? 'app://fixture/page.html' : (expect.stringMatching(/^file:\/\/\//) as string),
      origin: load === 'app' ? 'app://fixture' : 'file://',
      isTop: true,
      isMainFrame: true,
      isWindow: true
    })
  })

  it('hears messages until it stops listening', async () => {
    const heard = await run.page.evaluate(async () => {
      const got: unknown[] = []
      const stop = fixture.onHeard((...args) => got.push(...args))
      fixture.say('一')
      await fixture.invoke('echo')
      stop()
      fixture.say('二')
      await fixture.invoke('echo')
      return got.map((x) => (x instanceof Date ? x.getTime() : x))
    })
    expect(heard).toEqual(['一', 0])
  })

  it('knows the paths of picked files before it hears of them, and none of files made in the page', async () => {
    const paths = ['甲.txt', 'b.txt'].map((name) => join(run.userData, name))
    for (const path of paths) writeFileSync(path, 'x')
    await run.page.getByLabel('文件').setInputFiles(paths)
    await run.page.waitForFunction(() => document.querySelector('#paths')?.textContent !== '')
    expect(await run.page.locator('#paths').textContent()).toBe(paths.join('\n'))
    expect(await run.page.evaluate(() => fixture.pathOf(new File(['x'], 'c.txt')))).toBe('')
  })
})
