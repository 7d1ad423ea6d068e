import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { templateHandlers } from './templateHandlers.ts'

const open = (more = {}) => renderApp('/templates', { ...templateHandlers(), ...more })

/** The line of a unit in the list, not in the record beside it. */
const unitRow = (name: string): HTMLElement => screen.getByRole('checkbox', { name }).closest('tr')!

it('says what each unit is asked for, and which workbooks are out or back', async () => {
  open()
  await pageTitle('下发模板')
  expect(await screen.findByText('12 个单位要报数 · 已下发 2 · 已交回 1')).toBeTruthy()
  const office = unitRow('办公室')
  expect(within(office).getByText('100 格')).toBeTruthy()
  expect(within(office).getByText('已交回')).toBeTruthy()
  expect(within(unitRow('规划财务处')).getByText('未交回')).toBeTruthy()
  expect(within(unitRow('政策法规处')).getByText('未下发')).toBeTruthy()
})

it('issues to the units that are ticked, as chosen', async () => {
  const { api, user } = open()
  await user.click(await screen.findByRole('checkbox', { name: '全选' }))
  expect(screen.getByRole('button', { name: '下发…' })).toHaveProperty('disabled', true)
  await user.click(screen.getByRole('checkbox', { name: '竞技体育处' }))
  await user.click(screen.getByRole('checkbox', { name: '要各单位填自评分' }))
  await user.click(screen.getByRole('checkbox', { name: '印上季度的数，供对照' }))
  await user.click(screen.getByRole('button', { name: '下发给 1 个单位…' }))
  expect(await screen.findByText('已写好 1 份填报表')).toBeTruthy()
  expect(api.inputsOf('template.issue')).toEqual([
    { period: '2026Q3', units: ['elite'], how: 'ONE_EACH', lastQuarter: false, selfScore: true }
  ])
  await user.click(screen.getByRole('button', { name: '打开所在文件夹' }))
  await waitFor(() => expect(api.inputsOf('report.reveal')).toEqual([{ ticket: 'ticket-folder' }]))
  expect(await screen.findByText('12 个单位要报数 · 已下发 3 · 已交回 1')).toBeTruthy()
})

it('ticks only those that have nothing yet', async () => {
  const { user } = open()
  await user.click(await screen.findByRole('button', { name: '只选未下发的' }))
  expect(screen.getByRole('button', { name: '下发给 10 个单位…' })).toBeTruthy()
})

it('issues one workbook for all', async () => {
  const { api, user } = open()
  await user.click(await screen.findByRole('radio', { name: '全部单位一份' }))
  await user.click(screen.getByRole('button', { name: '下发汇总表…' }))
  await waitFor(() => expect(api.inputsOf('template.issue')[0]?.how).toBe('ONE_FOR_ALL'))
})

it('says why nothing could be written', async () => {
  const { user } = open({
    'template.issue': () => {
      throw new Refusal('FILE_UNWRITABLE', '这个文件夹不能写入。', { action: '请换一个文件夹。' })
    }
  })
  await user.click(await screen.findByRole('button', { name: '下发给 12 个单位…' }))
  expect((await screen.findByRole('alert')).textContent).toContain('这个文件夹不能写入。请换一个文件夹。')
})

it('says where numbers come from when nobody is asked', async () => {
  open({ 'template.targets': () => [], 'template.issued': () => [] })
  expect(await screen.findByText('没有单位要报数')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^下发/ })).toBeNull()
})

it('fills a department’s own workbook after showing what changes', async () => {
  const { api, user } = open()
  await user.click(await screen.findByText('自有模板'))
  await user.click(await screen.findByRole('button', { name: '填到本季度…' }))
  expect(await screen.findByText('换上本季度的目标 6 格')).toBeTruthy()
  expect(screen.getByText(/自评表 E12/)).toBeTruthy()
  expect(screen.getByText('「自评表」F20 是公式，会按新填的数重算。')).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: /保留原来填的数/ }))
  expect(screen.getByText('保留原来的数 10 格')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '另存为…' }))
  await waitFor(() =>
    expect(api.inputsOf('template.fillOwn')).toEqual([{ id: 3, period: '2026Q3', keepValues: true }])
  )
  expect(await screen.findByText('已写好《规财处自评表（2026年三季度）.xlsx》')).toBeTruthy()
})

it('removes an own template only after a question', async () => {
  const { api, user } = open()
  await user.click(await screen.findByText('自有模板'))
  await user.click(await screen.findByRole('button', { name: '删除' }))
  expect(await screen.findByText(/导入过的数都不受影响/)).toBeTruthy()
  const dialog = screen.getByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '删除' }))
  expect(await screen.findByText('还没有自有模板')).toBeTruthy()
  expect(api.inputsOf('template.removeOwn')).toEqual([{ id: 3 }])
})
