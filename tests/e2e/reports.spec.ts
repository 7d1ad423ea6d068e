import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { expect, stubSaveDialog, test } from './launch.ts'
import { wordsOf } from '../unit/reports/html/printHtml.ts'
import { ask, fillSampleQuarter, goTo, PERIOD } from './sampleQuarter.ts'

interface Exported {
  fileName: string
  preview: boolean
  snapshot: string | null
}

const textOf = (file: string): string[] =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)

/** Size and first letters of a preview: the bytes themselves are the window's. */
const preview = (page: Page, report: string): Promise<{ head: string; size: number }> =>
  page.evaluate(
    async ([period, id]) => {
      const { liangji } = window as unknown as {
        liangji: { invoke(r: string, i: unknown): Promise<{ data: { pdf: Uint8Array } }> }
      }
      const { data } = await liangji.invoke('report.preview', { period, report: id, options: {} })
      return { head: new TextDecoder().decode(data.pdf.subarray(0, 5)), size: data.pdf.byteLength }
    },
    [PERIOD, report] as const
  )

async function freeze(page: Page): Promise<void> {
  const checks = (await ask(page, 'period.checks', { period: PERIOD })).data as unknown as {
    code: string
    ok: boolean
  }[]
  const accept = checks.filter(({ ok }) => !ok).map(({ code }) => code)
  const answer = await ask(page, 'period.freeze', { period: PERIOD, accept, reason: '' })
  expect(answer.ok, JSON.stringify(answer)).toBe(true)
}

test('reports are shown as they will be printed, and printed from the snapshot', async ({
  page,
  app,
  userData
}) => {
  test.setTimeout(180_000)
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text())
  })
  await fillSampleQuarter(page)

  await test.step('the preview is drawn page by page', async () => {
    await goTo(page, '/report')
    const sheets = page.locator('.pdf-sheet canvas[data-drawn]')
    await expect(sheets.first()).toBeVisible({ timeout: 60_000 })
    // Something is on the paper, and it is not all black.
    const dark = await sheets.first().evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      let count = 0
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) count += 1
      return count / (data.length / 4)
    })
    expect(dark).toBeGreaterThan(0.002)
    expect(dark).toBeLessThan(0.3)
    // The PDF is read in a thread of its own, from the package.
    expect(page.workers()[0]?.url()).toMatch(/\/assets\/pdf\.worker[^/]*\.mjs$/)
  })

  const file = join(userData, '排名表.pdf')
  await test.step('before freezing every page says that it is a preview', async () => {
    await stubSaveDialog(app, null)
    expect(
      (await ask(page, 'report.export', { period: PERIOD, report: 'ranking', format: 'pdf' })).data
    ).toBeNull()
    expect(existsSync(file)).toBe(false)
    await stubSaveDialog(app, file)
    const { data } = await ask(page, 'report.export', { period: PERIOD, report: 'ranking', format: 'pdf' })
    expect(data as unknown as Exported).toMatchObject({
      fileName: '排名表.pdf',
      preview: true,
      snapshot: null
    })
    for (const text of textOf(file)) expect(text).toContain('预览，未定稿')
  })

  await test.step('after freezing every page names the snapshot, and every unit is there', async () => {
    await freeze(page)
    const { data } = await ask(page, 'report.export', { period: PERIOD, report: 'ranking', format: 'pdf' })
    const { snapshot, preview: isPreview } = data as unknown as Exported
    expect(isPreview).toBe(false)
    const pages = textOf(file)
    expect(pages.length).toBeGreaterThanOrEqual(2)
    pages.forEach((text, index) => {
      expect(text).toContain(snapshot!)
      expect(text).toMatch(new RegExp(`—\\s*${index + 1}\\s*—`))
      expect(text).not.toContain('未定稿')
    })
    const { results } = (await ask(page, 'ranking.get', { period: PERIOD })).data as { results: ResultSet }
    const units = results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
    expect(units.length).toBe(23)
    const words = wordsOf(new Uint8Array(readFileSync(file)))
    for (const { name, rank, total } of units) {
      const rows = words
        .filter(({ text }) => text === name)
        .map((unit) => words.filter(({ page: at, top }) => at === unit.page && Math.abs(top - unit.top) < 1))
        .map((row) => row.map(({ text }) => text))
      expect(rows.length, name).toBeGreaterThan(0)
      const expected = rank === null ? ['/'] : [String(rank), total!.printed]
      expect(rows, name).toContainEqual(expect.arrayContaining(expected))
    }
  })

  await test.step('slides and the board are pages of their own size', async () => {
    for (const id of ['deck', 'display']) {
      const { head, size } = await preview(page, id)
      expect(head, id).toBe('%PDF-')
      expect(size, id).toBeGreaterThan(5_000)
    }
    // The hidden windows are gone.
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
  expect(failures).toEqual([])
})

test('closing the window ends the program though a report is being printed', async ({
  launched: { app, page }
}) => {
  await fillSampleQuarter(page)
  const host = app.process()
  const ended = app.waitForEvent('close')
  await app.evaluate(({ app: program, BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows()
    program.once('browser-window-created', () => main!.close())
  })
  await page.evaluate((period) => {
    const { liangji } = window as unknown as { liangji: { invoke(r: string, i: unknown): Promise<unknown> } }
    void liangji.invoke('report.preview', { period, report: 'unitCard', options: {} })
  }, PERIOD)
  await ended
  expect(host.exitCode).toBe(0)
})
