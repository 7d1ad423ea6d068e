import { join } from 'node:path'
import { expect, test } from './launch.ts'
import { ask, fillSampleQuarter as fill, goTo, PERIOD } from './sampleQuarter.ts'

const PAGES = [
  ['overview', '/', '总览'],
  ['scheme', '/scheme', '考核方案'],
  ['gaps', '/gaps', '差距看板'],
  ['self-review', '/self-review', '六问对标'],
  ['registers', '/registers', '清单台账'],
  ['slips', '/slips', '督办单'],
  ['cadence', '/cadence', '日清周统筹'],
  ['statements', '/statements', '七大报表'],
  ['submissions', '/submissions', '报送进度'],
  ['adjustments', '/adjustments', '加减分'],
  ['evaluation', '/evaluation', '讲堂评分'],
  ['honours', '/honours', '荣誉典型'],
  ['decisions', '/decisions', '决定'],
  ['ranking', '/ranking', '排名'],
  ['races', '/races', '六比'],
  ['boards', '/boards', '榜单'],
  ['review', '/review', '讲评会'],
  ['year', '/year', '年度'],
  ['trial', '/trial', '试算'],
  ['units', '/units', '单位'],
  ['unit', '/unit/approval', '行政审批处'],
  ['import', '/import', '导入'],
  ['report', '/report', '报告'],
  ['settings', '/settings', '设置']
] as const

for (const windowSize of ['1366x768', '1920x1080', '1093x614']) {
  test.describe(windowSize, () => {
    test.use({ windowSize })

    test('every page shows the quarter, without an error and without spilling over', async ({ page }) => {
      test.setTimeout(120_000)
      const failures: string[] = []
      page.on('pageerror', (error) => failures.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') failures.push(message.text())
      })
      await fill(page)
      for (const [name, path, title] of PAGES) {
        await goTo(page, path)
        await expect(page.getByRole('heading', { name: title, level: 1 }), name).toBeVisible()
        await page.waitForTimeout(400)
        const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(spill, `${name} is wider than the window`).toBeLessThanOrEqual(0)
        await page.screenshot({ path: join('test-results/screens', `${windowSize}-${name}.png`) })
      }
      expect(failures).toEqual([])
    })
  })
}

test('the keyboard alone: find a unit, walk the ranking, ask for a score', async ({ page }) => {
  test.setTimeout(90_000)
  await fill(page)
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('科教')
  await expect(page.getByRole('option').first()).toContainText('科教宣传处')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '科教宣传处' })).toBeVisible()
  await page.keyboard.press('Alt+5')
  await expect(page.getByRole('heading', { name: '排名', level: 1 })).toBeVisible()
  await page.getByRole('row').filter({ hasText: '群众体育处' }).first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByText('得分由来').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('竞技体育处')
})

test('freeze with the open points accepted, publish, and nothing can be changed any more', async ({
  page
}) => {
  test.setTimeout(90_000)
  await fill(page)
  await goTo(page, '/')
  await page.getByRole('button', { name: '冻结第三季度…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await page.screenshot({ path: 'test-results/screens/30-freeze.png' })
  await expect(dialog.getByRole('button', { name: '冻结第三季度' })).toBeDisabled()
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: '冻结第三季度' }).click()
  await expect(page.getByText(/2026Q3-r1-[0-9a-f]{8}/).first()).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: '标记为已发布' }).click()
  await expect(page.getByRole('button', { name: '标记为已发布' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /计算/ })).toHaveCount(0)
  await page.screenshot({ path: 'test-results/screens/31-published.png' })
  await goTo(page, '/import')
  await expect(page.getByRole('button', { name: '选择文件夹' })).toHaveCount(0)
  expect(await ask(page, 'period.compute', { period: PERIOD })).toMatchObject({
    ok: false,
    error: { code: 'PERIOD_FROZEN' }
  })
})
