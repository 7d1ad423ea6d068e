import { expect, test } from './launch.ts'

test('the page has no Node, one frozen api of three functions, and no way out', async ({ page, app }) => {
  expect(
    await page.evaluate(() => {
      const scope = window as unknown as Record<string, unknown>
      const api = scope['liangji'] as Record<string, unknown>
      return [
        typeof scope['require'],
        typeof scope['process'],
        Object.isFrozen(api),
        Object.keys(api).sort().join()
      ]
    })
  ).toEqual(['undefined', 'undefined', true, 'cancel,invoke,on'])
  expect(page.url()).toMatch(/^(app:\/\/liangji|http:\/\/liangji\.app\.localhost)\//)

  await page.evaluate(() => void window.open('https://example.invalid/'))
  await expect.poll(() => app.windows().length).toBe(1)
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.invalid/'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
})

test('scripts that are not the package’s own do not run', async ({ page }) => {
  await page.evaluate(() => {
    const scope = window as unknown as Record<string, unknown>
    const script = document.createElement('script')
    script.textContent = 'window.intruder = 1'
    document.head.append(script)
    // In a task of the page's own: what the debugger runs itself is exempt from the policy.
    setTimeout(() => {
      try {
        scope['evaluated'] = String(window.eval('1'))
      } catch (error) {
        scope['evaluated'] = (error as Error).name
      }
    })
  })
  const read = (name: string) =>
    page.evaluate((key) => (window as unknown as Record<string, unknown>)[key] ?? null, name)
  await expect.poll(() => read('evaluated')).toBe('EvalError')
  expect(await read('intruder')).toBeNull()
})

test('main answers known routes with parsed input only', async ({ page }) => {
  const ask = (route: string, input: unknown) =>
    page.evaluate(
      ([name, value]) =>
        (window as never as { liangji: { invoke(r: string, i: unknown): Promise<unknown> } }).liangji.invoke(
          name,
          value
        ),
      [route, input] as const
    )
  expect(await ask('app.state', {})).toMatchObject({ ok: true, data: { library: { status: 'NONE' } } })
  expect(await ask('fs.readFile', { path: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'ROUTE_NOT_FOUND' }
  })
  expect(await ask('app.create', { with: 'SAMPLE', path: '/tmp/x' })).toMatchObject({
    ok: false,
    error: { code: 'VALIDATION_FAILED' }
  })
})
