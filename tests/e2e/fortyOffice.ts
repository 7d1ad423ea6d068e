import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { officeOfForty } from '../fixtures/forty/office.ts'
import { writeForty, type FortyFolder } from '../fixtures/forty/workbooks.ts'
import { expect, stubOpenDialog } from './launch.ts'
import { ask, goTo } from './sampleQuarter.ts'

export const FORTY_PERIOD = '2026Q3'

/** An empty database with the scheme of thirty-five departments, and their forty workbooks in a folder. */
export async function openFortyOffice(
  page: Page,
  app: ElectronApplication,
  userData: string
): Promise<FortyFolder & { path: string }> {
  await page.getByRole('button', { name: '新建空白数据库' }).click()
  await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible({ timeout: 30_000 })
  const scheme = join(userData, 'forty.json')
  writeFileSync(scheme, JSON.stringify(officeOfForty()))
  await stubOpenDialog(app, [scheme])
  expect((await ask(page, 'scheme.pick', { period: FORTY_PERIOD })).ok).toBe(true)
  const path = join(userData, '报送')
  const folder = writeForty(path)
  await goTo(page, '/import')
  await stubOpenDialog(app, [path])
  return { ...folder, path }
}
