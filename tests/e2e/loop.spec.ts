import type { Page } from '@playwright/test'
import { registerBook } from '../../resources/presets/build/registerBooks.ts'
import { SPORTS_BUREAU_ITEMS } from '../../resources/presets/build/registers/sportsBureau.ts'
import { toXlsx } from '../../resources/samples/build/toXlsx.ts'
import { expect, test } from './launch.ts'
import { fillSampleQuarter, goTo, PERIOD } from './sampleQuarter.ts'

/** A workbook of registers, dropped into the window and confirmed as the wizard does it. */
async function importRegisters(page: Page): Promise<void> {
  const bytes = [...(await toXlsx(registerBook('市体育局（示例）', SPORTS_BUREAU_ITEMS, PERIOD)))]
  const failed = await page.evaluate(
    async ([period, list]) => {
      interface Answer {
        ok: boolean
        data: { session: string }
      }
      const api = (window as unknown as { liangji: { invoke(r: string, i: unknown): Promise<Answer> } })
        .liangji
      const files = [{ name: '清单台账.xlsx', bytes: new Uint8Array(list) }]
      const read = await api.invoke('import.drop', { period, files })
      if (!read.ok) return JSON.stringify(read)
      const done = await api.invoke('import.commit', { session: read.data.session })
      return done.ok ? null : JSON.stringify(done)
    },
    [PERIOD, bytes] as const
  )
  expect(failed).toBeNull()
}

test('a register comes in, an overdue matter gets its slip, and the next quarter takes both over', async ({
  page
}) => {
  test.setTimeout(120_000)
  await fillSampleQuarter(page)
  await importRegisters(page)

  await goTo(page, '/registers')
  await expect(page.getByText(`全部 ${SPORTS_BUREAU_ITEMS.length}`).first()).toBeVisible()
  const overdue = page.getByRole('row').filter({ hasText: '水上中心码头护栏整改' })
  await expect(overdue).toContainText('逾期')

  await goTo(page, '/slips')
  await page.getByRole('button', { name: /^办理选中的 \d+ 件$/ }).click()
  const slip = page.getByRole('row').filter({ hasText: '水上中心码头护栏整改' })
  await expect(slip).toContainText(/督〔\d{4}〕\d+号/)
  await expect(slip).toContainText('红单')

  await goTo(page, '/registers?slips=1')
  await expect(page.getByRole('row').filter({ hasText: '水上中心码头护栏整改' })).toContainText('红单')

  await page.getByRole('button', { name: /^切换季度/ }).click()
  await page.getByText('新建季度：2026年第四季度').click()
  const carried = page.getByRole('dialog', { name: '翻篇归零：2026年第四季度' })
  await expect(carried).toContainText(`${SPORTS_BUREAU_ITEMS.length} 件没有销号的事项继续办`)
  await expect(carried).toContainText(/张没有办结的督办单继续督办/)
  await expect(carried).toContainText('本季度 0 个')
  await carried.getByRole('button', { name: '开始这个季度' }).click()
  await goTo(page, '/registers')
  await expect(page.getByText(`全部 ${SPORTS_BUREAU_ITEMS.length}`).first()).toBeVisible()
})
