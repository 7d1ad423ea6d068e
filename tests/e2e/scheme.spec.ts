import { expect, test } from './launch.ts'
import { ask, fillSampleQuarter, goTo, PERIOD } from './sampleQuarter.ts'

test('a version in use is copied, edited with undo, and comes into force as the next one', async ({
  page
}) => {
  test.setTimeout(90_000)
  await fillSampleQuarter(page)
  await goTo(page, '/scheme')
  await page.getByRole('button', { name: '修改方案' }).click()
  await expect(page.getByRole('heading', { name: '编辑方案', level: 1 })).toBeVisible()

  // The first rule's cap: the sentence follows, undo brings it back, redo changes it again; the draft is kept.
  await page.getByText('重点体育项目落地').first().click()
  const cap = page.getByRole('textbox', { name: /最多得满分的/ })
  await cap.fill('120')
  await cap.press('Tab')
  await expect(page.getByText('最多得满分的 120%').first()).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('最多得满分的 120%')).toHaveCount(0)
  await page.getByRole('button', { name: '重做' }).click()
  await expect(page.getByText('最多得满分的 120%').first()).toBeVisible()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.screenshot({ path: 'test-results/screens/40-editor.png' })

  await page.getByRole('button', { name: '生效…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: /起生效$/ }).click()
  await expect(page.getByRole('heading', { name: '考核方案', level: 1 })).toBeVisible()
  const view = (await ask(page, 'scheme.get', { period: PERIOD })).data as {
    version: number
    rules: Record<string, { words: string }>
  }
  expect(view.version).toBe(2)
  expect(view.rules['a1']!.words).toContain('最多得满分的 120%')
})

test('a score settled by decision ranks its unit, is frozen with it, and can be verified and compared', async ({
  page
}) => {
  test.setTimeout(120_000)
  await fillSampleQuarter(page)
  await goTo(page, '/unit/audit')
  await expect(page.getByText('暂时不能计总分')).toBeVisible()
  const view = (await ask(page, 'unit.get', { period: PERIOD, unit: 'audit' })).data as {
    result: { dimensions: { indicators: { indicator: string; status: string }[] }[] }
  }
  const missing = view.result.dimensions
    .flatMap((dimension) => dimension.indicators)
    .filter((indicator) => indicator.status === 'MISSING')
  expect(missing.length).toBeGreaterThan(0)
  for (const { indicator } of missing) {
    await goTo(page, `/decisions?add=IMPUTATION&unit=audit&indicator=${indicator}`)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '补什么' }).click()
    await page.getByTitle('直接补得分').click()
    await dialog.getByRole('textbox', { name: '数值或得分' }).fill('5')
    await dialog.getByRole('textbox', { name: '依据' }).fill('经商议决定')
    await dialog.getByRole('textbox', { name: '由谁决定' }).fill('局长办公会')
    await dialog.getByRole('button', { name: /登\s*记$/ }).click()
    await expect(dialog).toHaveCount(0)
  }
  await page.screenshot({ path: 'test-results/screens/41-decisions.png' })
  expect((await ask(page, 'period.compute', { period: PERIOD })).ok).toBe(true)
  await goTo(page, '/unit/audit')
  await expect(page.getByText('暂时不能计总分')).toHaveCount(0)

  const checks = (await ask(page, 'period.checks', { period: PERIOD })).data as unknown as {
    code: string
    ok: boolean
  }[]
  const accept = checks.filter((check) => !check.ok).map((check) => check.code)
  expect((await ask(page, 'period.freeze', { period: PERIOD, accept, reason: '' })).ok).toBe(true)
  await goTo(page, '/ranking')
  await page.getByRole('button', { name: '冻结版本' }).click()
  const revisions = page.getByRole('dialog')
  await revisions.getByRole('button', { name: '复算核对' }).click()
  await expect(revisions.getByText('复算结果与冻结时逐字一致。')).toBeVisible({ timeout: 30_000 })
  await page.screenshot({ path: 'test-results/screens/42-revisions.png' })
})
