import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { expected2026Q3 } from '../fixtures/sample/expected-2026Q3.ts'
import { expect, stubOpenDialog, stubSaveDialog, test } from './launch.ts'

const SAMPLE = resolve('resources/samples/2026Q3')
const SUMMARY = '附件1：2026年第三季度目标任务完成情况汇总表.xlsx'
const FIRST_VERSION = '青少年体育处三季度赛马考核表.xlsx'

const shot = (page: Page, name: string) =>
  page.screenshot({ path: join('test-results/screens', `${name}.png`) })

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例季度' }).click()
  await expect(page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible({ timeout: 30_000 })
}

/** The whole way of a quarter in the window, on the files that the sample departments sent. */
test('first start → import → repair → compute → ranking → unit → cell → export', async ({
  page,
  app,
  userData
}) => {
  test.setTimeout(120_000)
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text())
  })

  await test.step('first start offers the sample or an empty database', async () => {
    await expect(page.getByRole('button', { name: '新建空白数据库' })).toBeVisible()
    await shot(page, '01-welcome')
    await openSample(page)
    await shot(page, '02-overview-empty')
  })

  await test.step('import the folder', async () => {
    await page.getByRole('link', { name: '导入 缺' }).click()
    await stubOpenDialog(app, [SAMPLE])
    await page.getByRole('button', { name: '选择文件夹' }).click()
    await expect(page.getByText('内容完全相同')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('还有 3 处必须修')).toBeVisible()
    await shot(page, '03-import-files')
  })

  await test.step('settle the unknown unit and the broken formula on the real sheet', async () => {
    await page.getByRole('button', { name: SUMMARY }).click()
    await expect(page.getByText('「体育产业科」不是已知单位').first()).toBeVisible()
    await shot(page, '04-import-check')
    await page.getByRole('button', { name: '就是它' }).click()
    await expect(page.getByText('还有 2 处必须修')).toBeVisible()
    await page.getByRole('button', { name: '填数', exact: true }).click()
    await page.getByPlaceholder('数值').fill('898')
    await page.getByPlaceholder(/^依据/).fill('已与规划财务处电话核实')
    await page.getByRole('button', { name: '用这个数' }).click()
    await expect(page.getByText('还有 1 处必须修')).toBeVisible()
  })

  await test.step('two versions of one sheet: leave the first one out', async () => {
    await page.getByRole('button', { name: '选文件' }).click()
    await page
      .getByRole('row', { name: new RegExp(FIRST_VERSION) })
      .getByRole('button', { name: '不导入' })
      .click()
    await expect(page.getByText(/还有 \d+ 处必须修/)).toHaveCount(0)
  })

  await test.step('dry run and confirm', async () => {
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await expect(page.getByRole('button', { name: '确认导入' })).toBeEnabled()
    await shot(page, '05-import-confirm')
    await page.getByRole('button', { name: '确认导入' }).click()
    await expect(
      page.getByRole('link', { name: '看排名' }).or(page.getByRole('button', { name: '看排名' }))
    ).toBeVisible({
      timeout: 30_000
    })
    await shot(page, '06-import-result')
  })

  await test.step('compute: the ranking is the one worked out by hand', async () => {
    await page.getByRole('link', { name: '总览' }).click()
    await page.getByRole('button', { name: /计算/ }).first().click()
    await expect(page.getByText('96.49').first()).toBeVisible()
    await shot(page, '07-overview')
    await page.getByRole('link', { name: '以实绩论英雄' }).click()
    await expect(page.getByRole('heading', { name: '排名', level: 1 })).toBeVisible()
    await shot(page, '08-ranking')
    const departments = expected2026Q3.filter((row) => row.group === 'departments' && row.rank !== null)
    const rows = page.getByRole('row')
    for (const row of departments) await expect(rows.filter({ hasText: row.total! }).first()).toBeVisible()
  })

  await test.step('open a unit and follow a score to its cell', async () => {
    await page.getByRole('row').filter({ hasText: '体育产业处' }).first().click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '体育产业处' })).toBeVisible()
    await shot(page, '09-unit')
    await page.getByRole('row').filter({ hasText: '体育产业总产出' }).first().click()
    await expect(page.getByText('产业处-三季度赛马自评.xlsx').first()).toBeVisible()
    await expect(page.getByText('208.8亿元').first()).toBeVisible()
    await shot(page, '10-trace')
  })

  await test.step('export the ranking workbook', async () => {
    const file = join(userData, '排名表.xlsx')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '报告' }).click()
    await expect(page.getByRole('heading', { name: '报告', level: 1 })).toBeVisible()
    await page.getByRole('button', { name: '排名表' }).click()
    await stubSaveDialog(app, null)
    await page.getByRole('button', { name: '导出 Excel' }).click()
    expect(existsSync(file)).toBe(false)
    await stubSaveDialog(app, file)
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await expect(page.getByRole('button', { name: '打开文件' }).first()).toBeVisible()
    await shot(page, '11-report')
    const workbook = read(readFileSync(file))
    const rows = utils.sheet_to_json<unknown[]>(workbook.Sheets['机关处室组']!, { header: 1 })
    expect(rows.flat()).toContain('群众体育处')
    expect(rows.flat()).toContain(96.49)
    expect(String(rows[0]![0])).toContain('预览，未定稿')
  })

  expect(failures).toEqual([])
})

test('what was imported is there after a restart', async ({ userData }) => {
  const { launch } = await import('./launch.ts')
  const first = await launch({ userData })
  await openSample(first.page)
  await first.app.close()
  const second = await launch({ userData })
  await expect(second.page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible()
  await second.app.close()
})
