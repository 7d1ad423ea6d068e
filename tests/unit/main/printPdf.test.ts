import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningFixture } from '../../electron-host/fidelity/fixture.ts'
import { pagesOf } from '../reports/html/printHtml.ts'
import { startPrintApp, type Printed } from './printApp.ts'

let run: RunningFixture
beforeAll(async () => {
  run = await startPrintApp()
})
afterAll(() => run.close())

const print = (html: string, options?: { cancelAfter?: number; limit?: number }): Promise<Printed> =>
  run.app.evaluate((_electron, [page, how]) => printing.print(page, how), [html, options] as const)

const textOf = ({ base64 }: Printed): string[] =>
  pagesOf(new Uint8Array(Buffer.from(base64!, 'base64'))).map((page) => page.trim())

const page = (body: string, style = ''): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><body>${body}`

/** Long enough to be still under way when something else happens. */
const LONG = page(Array.from({ length: 3000 }, (_, index) => `<p>第${index}行</p>`).join(''))

describe('printing a page', () => {
  it('gives a PDF whose pages are those of the style, and closes its window', async () => {
    const printed = await print(
      page('<p>第一页</p><p style="break-before:page">第二页</p>', '@page{size:A4 landscape}')
    )
    expect(textOf(printed)).toEqual(['第一页', '第二页'])
    expect(Buffer.from(printed.base64!, 'base64').toString('latin1')).toMatch(
      /MediaBox \[0 0 84[12][.\d]* 59[45]/
    )
    expect(printed.left).toBe(1)
  })

  it('runs no script of the page and fetches nothing for it', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const printed = await print(
      page(
        `正文<script>document.body.append('脚本')</script><img src="${from}/a.png" onerror="document.body.append('脚本')">` +
          `<link rel="stylesheet" href="${from}/a.css"><iframe src="${from}/frame"></iframe>`
      )
    )
    server.close()
    expect(textOf(printed).join('')).toBe('正文')
    expect(asked).toEqual([])
  })

  it('is served only while it is being printed', async () => {
    const answers = await run.app.evaluate(async ({ net }) => {
      const offered = printing.offerPage('<p>秘密')
      const seen = [offered.url, (await net.fetch(offered.url)).status]
      offered.withdraw()
      return [...seen, (await net.fetch(offered.url)).status]
    })
    expect(answers).toEqual([expect.stringMatching(/^app:\/\/print\/[\da-f-]{36}$/), 200, 404])
  })
})

describe('several at a time', () => {
  it('are printed one after another, in one hidden window', async () => {
    const [first, second, third] = await Promise.all([print(LONG), print(page('二')), print(page('三'))])
    expect(textOf(first)[0]).toMatch(/^第0行/)
    expect([textOf(second), textOf(third)]).toEqual([['二'], ['三']])
    expect(await run.app.evaluate(() => [printing.most, printing.count()])).toEqual([2, 1])
  })
})

describe('a print that is cancelled', () => {
  it('ends at once with its window, and the next one goes on', async () => {
    const [stopped, next] = await Promise.all([print(LONG, { cancelAfter: 1 }), print(page('下一份'))])
    expect(stopped).toMatchObject({ code: 'CANCELLED', sentence: '已取消，没有生成 PDF。' })
    expect(next.left).toBe(1)
    expect(textOf(next)).toEqual(['下一份'])
  })

  it('while it waits, is never begun and lets nobody overtake', async () => {
    const order: string[] = []
    const told = async (name: string, printed: Promise<Printed>): Promise<Printed> => {
      const answer = await printed
      order.push(name)
      return answer
    }
    const [long, waiting, after] = await Promise.all([
      told('long', print(LONG)),
      told('waiting', print(page('不印'), { cancelAfter: 0 })),
      told('after', print(page('之后')))
    ])
    expect(order).toEqual(['waiting', 'long', 'after'])
    expect([waiting.code, long.code, after.code]).toEqual(['CANCELLED', undefined, undefined])
  })
})

describe('a print that does not end', () => {
  it('is given up after the time limit, with what to do', async () => {
    const late = await print(LONG, { limit: 1 })
    expect(late).toMatchObject({
      code: 'FILE_TIMEOUT',
      sentence: '生成 PDF 超过 1 秒还没有完成，没有写文件。',
      left: 1
    })
    expect(textOf(await print(page('又能印')))).toEqual(['又能印'])
  })

  it('is told when the page’s process ends', async () => {
    const answer = await run.app.evaluate(async ({ BrowserWindow }, html) => {
      const printed = printing.print(html)
      while (printing.count() < 2) await new Promise((resolve) => setTimeout(resolve, 1))
      const { webContents } = BrowserWindow.getAllWindows().at(-1)!
      // Before the page is there, its process is another one.
      webContents.once('did-navigate', () => webContents.forcefullyCrashRenderer())
      return printed
    }, LONG)
    expect(answer).toMatchObject({
      code: 'INTERNAL',
      sentence: '排版 PDF 的进程意外结束，没有写文件。',
      left: 1
    })
  })
})

it('does not keep the program alive when its window is closed', async () => {
  const other = await startPrintApp()
  const host = other.app.process()
  const ended = other.app.waitForEvent('close')
  await other.app.evaluate(({ BrowserWindow }, html) => {
    void printing.print(html)
    BrowserWindow.getAllWindows()[0]!.close()
  }, LONG)
  await ended
  expect(host.exitCode).toBe(0)
  await other.close()
})
