import type { Page } from '@playwright/test'
import { expect } from './launch.ts'

interface Answer {
  ok: boolean
  data: Record<string, unknown>
}

export const PERIOD = '2026Q3'

/** Asks main as the window does. */
export const ask = (page: Page, route: string, input: unknown): Promise<Answer> =>
  page.evaluate(
    ([name, value]) =>
      (window as unknown as { liangji: { invoke(r: string, i: unknown): Promise<Answer> } }).liangji.invoke(
        name,
        value
      ),
    [route, input] as const
  )

/** Goes to a screen of the app. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash
  }, path)

/** The quarter done through the window's own requests, so that every page has something to show. */
export async function fillSampleQuarter(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例季度' }).click()
  await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible({ timeout: 30_000 })
  const session = (await ask(page, 'import.sample', { period: PERIOD })).data as {
    session: string
    files: { id: string; name: string }[]
  }
  await ask(page, 'import.fixAll', {
    session: session.session,
    fixes: { units: { 体育产业科: { unit: 'industry', remember: true } } }
  })
  const first = session.files.find((file) => file.name === '青少年体育处三季度赛马考核表.xlsx')!
  await ask(page, 'import.skipFile', { session: session.session, file: first.id, skip: true })
  expect((await ask(page, 'import.commit', { session: session.session, leaveErrors: true })).ok).toBe(true)
  expect((await ask(page, 'period.compute', { period: PERIOD })).ok).toBe(true)
}
