import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

it('saves a field when it is left, and only when it changed', async () => {
  const { api, user } = renderApp('/settings')
  const field = await screen.findByRole('textbox', { name: /经办人/ })
  await user.click(field)
  await user.tab()
  expect(api.inputsOf('settings.set')).toEqual([])
  await user.clear(field)
  await user.type(field, '王处长')
  await user.tab()
  await waitFor(() => expect(api.inputsOf('settings.set')).toEqual([{ operator: '王处长' }]))
  expect(await screen.findByText('已保存')).toBeTruthy()
})

it('never saves an empty operator', async () => {
  const { api, user } = renderApp('/settings')
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /经办人/ })
  await user.clear(field)
  await user.tab()
  expect(field.value).toBe('考核办')
  expect(api.inputsOf('settings.set')).toEqual([])
})

it('changes the row height of the whole window', async () => {
  const { user } = renderApp('/settings')
  await user.click(await screen.findByText('宽松 36'))
  await waitFor(() => expect(document.documentElement.dataset['density']).toBe('loose'))
})

it('makes a backup', async () => {
  const { api, user } = renderApp('/settings')
  await user.click(await screen.findByRole('button', { name: '立即备份' }))
  expect(await screen.findByText('已备份并通过完整性检查')).toBeTruthy()
  expect(api.inputsOf('app.backupNow')).toEqual([{}])
})

it('restores only after the consequence has been read, and can be left', async () => {
  const { api, user } = renderApp('/settings')
  await user.click(await screen.findByRole('button', { name: '恢复到 2026-10-09 08:55' }))
  expect(await screen.findByText(/恢复前会先把现在的数据另存一份/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '取消' }))
  expect(api.inputsOf('app.restore')).toEqual([])
})

it('keeps the question open when a restore fails', async () => {
  const { user } = renderApp('/settings', {
    'app.restore': () => {
      throw new Refusal('DB_CORRUPT', '这份备份没有通过完整性检查。', { action: '请选另一份。' })
    }
  })
  await user.click(await screen.findByRole('button', { name: '恢复到 2026-10-09 08:55' }))
  await user.click(await screen.findByRole('button', { name: '恢复这份备份' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    '这份备份没有通过完整性检查。请选另一份。数据没有任何改动。'
  )
})

it('removes an alias and says what that means', async () => {
  const { user } = renderApp('/settings')
  await pageTitle('设置')
  await user.click(await screen.findByRole('button', { name: '删除 体育产业科' }))
  expect(await screen.findByText('已删除别名「体育产业科」，下次导入会重新询问')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: '删除 体育产业科' })).toBeNull())
})

it('shows who did what and why', async () => {
  renderApp('/settings')
  expect(await screen.findByText('体育产业科 → 体育产业处')).toBeTruthy()
})

it('switches the confirmation of imports by a second person', async () => {
  const { api, user } = renderApp('/settings')
  await user.click(await screen.findByRole('switch', { name: /导入复核/ }))
  await waitFor(() => expect(api.inputsOf('settings.set')).toEqual([{ reviewImports: true }]))
})

it('lists remembered mappings and forgets one', async () => {
  const { api, user } = renderApp('/settings', {
    'memory.list': () => [
      {
        id: 3,
        period: '2026Q2',
        fileName: '汇总表.xlsx',
        sheet: '二季度',
        labels: ['单位', '到位资金', '备注'],
        mapping: {
          layout: 'UNIT_BY_INDICATOR',
          headerRows: null,
          columns: { 到位资金: { role: 'ignore', reason: '' } },
          unit: null,
          indicator: null,
          indicators: {},
          classes: {},
          emptyWords: {}
        },
        at: '2026-07-09T09:00:00',
        by: '考核办'
      }
    ],
    'memory.forget': () => ({})
  })
  expect(await screen.findByText('单位 | 到位资金 | 备注')).toBeTruthy()
  expect(screen.getByText('2 项')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '忘掉' }))
  await waitFor(() => expect(api.inputsOf('memory.forget')).toEqual([{ id: 3 }]))
})
