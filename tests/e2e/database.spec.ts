import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, launch, test } from './launch.ts'

/** A database that cannot be opened: said, located, unchanged, and the window stays usable. */
function dataFile(userData: string): string {
  mkdirSync(join(userData, 'data'), { recursive: true })
  return join(userData, 'data', 'liangji.db')
}

test('a damaged database is refused unchanged and said so', async ({ userData }) => {
  const path = dataFile(userData)
  writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 3)]))
  const before = readFileSync(path)
  const { app, page } = await launch({ userData })
  await expect(page.getByText(/没有改动/).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/screens/20-database-damaged.png' })
  await app.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a database of a newer version is refused unchanged', async ({ userData }) => {
  const first = await launch({ userData })
  await first.page.getByRole('button', { name: '新建空白数据库' }).click()
  await expect(first.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await first.app.close()
  const path = dataFile(userData)
  const client = new BetterSqlite(path)
  client.pragma('journal_mode = DELETE')
  client.pragma('user_version = 9999')
  client.close()
  const before = readFileSync(path)
  const second = await launch({ userData })
  await expect(second.page.getByText(/更新版本|新版本/).first()).toBeVisible()
  await second.app.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('an empty database leads to a scheme', async ({ page }) => {
  await page.getByRole('button', { name: '新建空白数据库' }).click()
  await expect(page.getByText(/考核方案/).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/screens/21-empty-database.png' })
})
