import type { Page } from '@playwright/test'
import { FIRST_VERSION, LOCKED, PASSWORD } from '../fixtures/forty/workbooks.ts'
import { FORTY_PERIOD, openFortyOffice } from './fortyOffice.ts'
import { expect, stubOpenDialog, test } from './launch.ts'
import { ask } from './sampleQuarter.ts'

const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/screens/${name}.png` })
const batches = async (page: Page): Promise<unknown[]> =>
  (await ask(page, 'batch.list', { period: FORTY_PERIOD })).data as unknown as unknown[]
const card = (page: Page, words: string) =>
  page.locator('.rp-card, .ip-list-item').filter({ hasText: words }).first()

/** What the clerk of a real office does: a folder with forty workbooks, and everything that is wrong with them. */
test('forty workbooks with twenty-five problems are repaired in the wizard, imported and undone', async ({
  page,
  app,
  userData
}) => {
  test.setTimeout(240_000)
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  const { answers } = await openFortyOffice(page, app, userData)

  await test.step('read the folder; open the locked workbook; leave the first version out', async () => {
    await page.getByRole('button', { name: '选择文件夹' }).click()
    await expect(page.getByText('40 个文件：可以导入 38，读不出来 1，重复 1')).toBeVisible({
      timeout: 60_000
    })
    await shot(page, '50-forty-files')
    await page.getByLabel(`《${LOCKED}》的打开密码`).fill('不对')
    await page
      .getByRole('row', { name: new RegExp(LOCKED) })
      .getByRole('button', { name: '打开' })
      .click()
    await expect(page.getByText('密码不对').first()).toBeVisible()
    await page.getByLabel(`《${LOCKED}》的打开密码`).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByText('40 个文件：可以导入 39，重复 1')).toBeVisible()
    await page
      .getByRole('row', { name: new RegExp(FIRST_VERSION) })
      .getByRole('button', { name: '不导入' })
      .click()
  })

  await test.step('answer once for everything alike, over all files', async () => {
    await page.getByRole('button', { name: '检查', exact: true }).click()
    await page.getByText('全部文件', { exact: true }).click()
    const unit = card(page, '「数据科」不是已知单位')
    await unit.getByRole('combobox').fill('信息处')
    await page.keyboard.press('Enter')
    await shot(page, '51-forty-check')
    await unit.getByRole('button', { name: '就是它' }).click()
    await expect(page.getByText('「数据科」不是已知单位')).toHaveCount(0)
    const indicator = card(page, '「资金落实情况」不是方案里的指标')
    await indicator.getByRole('combobox').fill('到位资金')
    await page.keyboard.press('Enter')
    await indicator.getByRole('button', { name: '就是它' }).click()
    await expect(page.getByText('「资金落实情况」不是方案里的指标')).toHaveCount(0)
    await card(page, '待核实').getByRole('button', { name: '标缺报' }).click()
    await expect(page.getByText('还有 7 处必须修')).toBeVisible()
  })

  await test.step('the last repair can be taken back and made again', async () => {
    await page.getByRole('button', { name: '撤销上一步' }).click()
    await expect(page.getByText('还有 11 处必须修')).toBeVisible()
    await card(page, '待核实').getByRole('button', { name: '标缺报' }).click()
    await expect(page.getByText('还有 7 处必须修')).toBeVisible()
  })

  await test.step('fill in what only the department knows', async () => {
    for (const [file, cells] of Object.entries(answers)) {
      for (const value of Object.values(cells)) {
        await page.getByRole('button', { name: '选文件' }).click()
        await page.getByRole('button', { name: file, exact: true }).click()
        await page.getByText('这个文件', { exact: true }).click()
        await page.getByRole('button', { name: '填数', exact: true }).first().click()
        await page.getByRole('textbox', { name: '数值' }).fill(value)
        await page.getByRole('textbox', { name: /^依据/ }).fill('已电话核实')
        await page.getByRole('button', { name: '用这个数' }).click()
        await expect(page.getByRole('button', { name: '用这个数' })).toHaveCount(0)
      }
    }
    await expect(page.getByText(/还有 \d+ 处必须修/)).toHaveCount(0)
  })

  await test.step('leaving and coming back keeps it; the dry run writes nothing', async () => {
    await page.getByRole('link', { name: '总览' }).click()
    await page.getByRole('link', { name: '导入', exact: true }).click()
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await expect(page.getByRole('button', { name: '确认导入' })).toBeEnabled({ timeout: 30_000 })
    await shot(page, '52-forty-confirm')
    expect(await batches(page)).toEqual([])
  })

  await test.step('import, and undo one of the batches', async () => {
    await page.getByRole('button', { name: '确认导入' }).click()
    await expect(page.getByText(/38 个文件，新增 \d+ 格/)).toBeVisible({ timeout: 60_000 })
    await shot(page, '53-forty-result')
    expect(await batches(page)).toHaveLength(38)
    await page.getByRole('link', { name: '附件3：加减分台账.xlsx' }).click()
    await expect(page.getByRole('heading', { name: '附件3：加减分台账.xlsx', level: 1 })).toBeVisible()
    await shot(page, '54-forty-batch')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByRole('button', { name: '撤销导入' }).click()
    await expect(page.getByText('已撤销', { exact: true }).first()).toBeVisible()
  })
  expect(failures).toEqual([])
})

/** Leaves the import at its first step. */
async function giveUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await page.getByRole('button', { name: '放弃导入' }).click()
  await expect(page.getByText(/^40 个文件/)).toHaveCount(0)
}

test('cancelling at each step leaves nothing behind', async ({ page, app, userData }) => {
  test.setTimeout(180_000)
  await openFortyOffice(page, app, userData)
  const path = `${userData}/报送`

  await test.step('the dialog', async () => {
    await stubOpenDialog(app, [])
    await page.getByRole('button', { name: '选择文件夹' }).click()
    await expect(page.getByText('本季度还没有导入过。')).toBeVisible()
    await stubOpenDialog(app, [path])
  })

  await test.step('while files are read', async () => {
    const cancel = page.getByRole('button', { name: '取消' })
    // On a busy machine the last file may be read before the click comes: then it cancelled nothing, and is tried again.
    for (let late = true, tries = 0; late && tries < 5; tries += 1) {
      await page.getByRole('button', { name: '选择文件夹' }).click()
      await cancel.click({ timeout: 20_000 })
      await expect(cancel).toHaveCount(0)
      await expect(page.getByText(/^40 个文件|^本季度还没有导入过。/).first()).toBeVisible()
      late = await page.getByText(/^40 个文件/).isVisible()
      if (late) await giveUp(page)
    }
    await expect(page.getByText(/^40 个文件/)).toHaveCount(0)
    expect((await ask(page, 'import.current', { period: FORTY_PERIOD })).data).toBeNull()
  })

  for (const step of ['认表头', '检查', '确认'] as const) {
    await test.step(`at ${step}`, async () => {
      await page.getByRole('button', { name: '选择文件夹' }).click()
      await expect(page.getByText(/^40 个文件/)).toBeVisible({ timeout: 60_000 })
      await page.getByRole('button', { name: step, exact: true }).click()
      await page.getByRole('button', { name: '选文件' }).click()
      await giveUp(page)
      expect((await ask(page, 'import.current', { period: FORTY_PERIOD })).data).toBeNull()
      expect(await batches(page)).toEqual([])
    })
  }
})
