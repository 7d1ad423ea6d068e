import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFixture, type RunningFixture } from './fixture.ts'

let run: RunningFixture
beforeAll(async () => {
  run = await startFixture()
})
afterAll(() => run.close())

const events = (): Promise<unknown[]> => run.app.evaluate(() => fixtureEvents)

it('answers requests of a custom scheme with its handler: method, body, address, status, net.fetch of a file', async () => {
  const seen = await run.page.evaluate(async () => {
    const echo = await fetch('/echo?a=1', { method: 'POST', body: '正文' })
    const byNet = await fetch('/by-net')
    return [
      await echo.text(),
      echo.headers.get('x-url'),
      byNet.headers.get('content-type'),
      (await fetch('/none')).status
    ]
  })
  expect(seen).toEqual(['POST 正文', 'app://fixture/echo?a=1', 'text/css', 404])
  expect(await run.page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).color)).toBe(
    'rgb(191, 26, 32)'
  )
})

it("enforces the policy of the handler's response", async () => {
  const ran = await run.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ranInline = true'
    document.head.append(script)
    return [Reflect.get(globalThis, 'ranInline') as unknown, typeof globalThis.fixture]
  })
  expect(ran).toEqual([undefined, 'object'])
  await expect(run.page.evaluate(() => fetch('https://example.invalid/'))).rejects.toThrow('Failed to fetch')
})

it('lets the main process refuse a navigation: will-frame-navigate, then will-navigate', async () => {
  await run.page.evaluate(() => {
    location.href = 'https://example.invalid/away'
  })
  await expect.poll(events).toContain('will-navigate https://example.invalid/away')
  const names = (await events()).filter((e) => String(e).includes('/away'))
  expect(names).toEqual([
    'will-frame-navigate https://example.invalid/away',
    'will-navigate https://example.invalid/away'
  ])
  expect(await run.page.evaluate(() => document.title)).toBe('替身样例')
})

it("does not ask about the main process's own loads, but about the page's reload", async () => {
  expect((await events()).filter((e) => String(e).includes('page.html'))).toEqual([])
  await run.page.evaluate(() => location.reload())
  await expect.poll(events).toContain('will-navigate app://fixture/page.html')
})

it('asks will-frame-navigate alone about a frame', async () => {
  await run.page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = '/echo?frame'
    document.body.append(frame)
  })
  await expect.poll(events).toContain('will-frame-navigate app://fixture/echo?frame')
  expect(await events()).not.toContain('will-navigate app://fixture/echo?frame')
})

it('leaves new windows to the handler, from window.open and from links', async () => {
  await run.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const opened = (): Promise<string[]> =>
    run.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])
  expect(await run.page.evaluate(() => window.open('https://example.invalid/open'))).toBeNull()
  await run.page.getByRole('link', { name: '帮助' }).click()
  await expect.poll(opened).toEqual(['https://example.invalid/open', 'https://example.invalid/help'])
  expect(run.app.windows()).toHaveLength(1)
})

it('gives permissions as the handlers say', async () => {
  const states = await run.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'clipboard-read', 'clipboard-write'] as PermissionName[]
    const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return answers.map((a) => a.state)
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'granted'])
})
