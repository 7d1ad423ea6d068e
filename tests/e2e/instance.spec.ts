import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect, launch, test } from './launch.ts'

/** The path of the executable: Electron's own, or the stand-in's where the runtime is absent. */
const electron = createRequire(import.meta.url)('electron') as unknown as string

test('a second start on the same data ends at once, the first window goes on', async ({ userData }) => {
  const { app, page } = await launch({ userData })
  await page.getByRole('button', { name: '新建空白数据库' }).click()
  await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible()
  const code = await new Promise<number | null>((done) => {
    const second = spawn(electron, ['.', `--user-data-dir=${userData}`], { stdio: 'ignore' })
    second.on('exit', (status) => done(status))
  })
  expect(code).toBe(0)
  await page.getByRole('link', { name: '设置' }).click()
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()
  await app.close()
})
