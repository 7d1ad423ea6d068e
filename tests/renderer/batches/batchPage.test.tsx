import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { batchDetail, batchView, waiting } from './batchFixture.ts'

const PAGE = '/import/batch/5'
const saved = { ticket: 't', fileName: '表（退回）.xlsx', folder: 'D:\\考核', preview: false, snapshot: null }

it('shows every cell with what stood there before, and filters by what became of it', async () => {
  const { user } = renderApp(PAGE, { 'batch.detail': () => batchDetail() })
  await pageTitle('目标任务完成情况汇总表.xlsx')
  const changed = (await screen.findByText('20000000')).closest('tr')!
  expect(within(changed).getByText('2000')).toBeTruthy()
  expect(within(changed).getByText('2000万')).toBeTruthy()
  await user.click(screen.getByText('改动 1', { selector: '.ant-segmented-item-label' }))
  await waitFor(() => expect(screen.queryByText('体育产业处')).toBeNull())
  expect(screen.getByText('20000000')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /按单位/ }), '体育产业')
  expect(await screen.findByText('没有符合条件的数')).toBeTruthy()
})

it('lists what keeps a batch from being undone, and offers no undo', async () => {
  renderApp(PAGE, {
    'batch.detail': () =>
      batchDetail({
        undoBlockers: [
          { kind: 'LATER_IMPORT', text: '后来的《补报.xlsx》也含其中的 3 个数，请先撤销它。', batch: 9 },
          { kind: 'DECISION', text: '体育产业处已按它补分，请先撤销这个决定。', batch: null }
        ]
      })
  })
  expect(await screen.findByText(/也含其中的 3 个数/)).toBeTruthy()
  expect(screen.getByText(/请先撤销这个决定/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '去看那一批' }).getAttribute('href')).toBe('/import/batch/9')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '撤销' }).disabled).toBe(true)
})

it('asks before undoing', async () => {
  const { api, user } = renderApp(PAGE, {
    'batch.detail': () => batchDetail(),
    'batch.undo': () => batchView({ state: 'undone' })
  })
  await user.click(await screen.findByRole('button', { name: '撤销' }))
  expect(await screen.findByText(/恢复成导入前的样子/)).toBeTruthy()
  expect(api.inputsOf('batch.undo')).toEqual([])
  await user.click(screen.getByRole('button', { name: '撤销导入' }))
  await waitFor(() => expect(api.inputsOf('batch.undo')).toEqual([{ batch: 5 }]))
})

it('writes the workbook to send back and says where it is', async () => {
  const { api, user } = renderApp(PAGE, {
    'batch.detail': () => batchDetail(),
    'batch.rejected': () => saved
  })
  await user.click(await screen.findByRole('button', { name: '生成退回表' }))
  expect(await screen.findByText('退回表已保存')).toBeTruthy()
  expect(screen.getByText('D:\\考核')).toBeTruthy()
  expect(api.inputsOf('batch.rejected')).toEqual([{ batch: 5 }])
})

it('offers to send back only what was left out, and to take a layout only from a workbook', async () => {
  renderApp(PAGE, { 'batch.detail': () => batchDetail({ batch: batchView({ left: 0 }), format: 'xls' }) })
  expect(await screen.findByRole('button', { name: '另存原表' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '生成退回表' })).toBeNull()
  expect(screen.queryByRole('button', { name: '作为模板' })).toBeNull()
})

it('takes the layout of a workbook as a template under a name', async () => {
  const { api, user } = renderApp(PAGE, {
    'batch.detail': () => batchDetail(),
    'template.takeOwn': () => ({
      id: 1,
      name: '汇总',
      fileName: 'x.xlsx',
      format: 'xlsx',
      period: '2026Q3',
      places: 3,
      units: [],
      at: '2026-10-09T09:00:00',
      by: '考核办'
    })
  })
  await user.click(await screen.findByRole('button', { name: '作为模板' }))
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: '模板名称' })
  expect(name.value).toBe('目标任务完成情况汇总表')
  await user.clear(name)
  await user.type(name, '汇总')
  await user.click(screen.getByRole('button', { name: '保存为模板' }))
  await waitFor(() => expect(api.inputsOf('template.takeOwn')).toEqual([{ batch: 5, name: '汇总' }]))
})

it('lets only another person confirm, and asks why something is sent back', async () => {
  const { api, user } = renderApp(PAGE, {
    'batch.detail': () => batchDetail({ batch: waiting() }),
    'batch.review': () => batchView()
  })
  const approve = await screen.findByRole('button', { name: '确认无误' })
  await user.click(approve)
  expect((await screen.findByRole('alert')).textContent).toContain('写复核人的姓名')
  const who = screen.getByRole('textbox', { name: '复核人' })
  await user.type(who, '考核办')
  await user.click(approve)
  expect((await screen.findByRole('alert')).textContent).toBe('复核人不能和经办人是同一个人')
  await user.clear(who)
  await user.type(who, '李科长')
  await user.click(screen.getByRole('button', { name: '退回' }))
  expect((await screen.findByRole('alert')).textContent).toBe('退回要写明原因')
  expect(api.inputsOf('batch.review')).toEqual([])
  await user.click(approve)
  await waitFor(() =>
    expect(api.inputsOf('batch.review')).toEqual([
      { batch: 5, decision: 'APPROVED', by: '李科长', reason: '' }
    ])
  )
})

it('says what was wrong, errors first', async () => {
  const { user } = renderApp(PAGE, { 'batch.detail': () => batchDetail() })
  await user.click(await screen.findByRole('tab', { name: '发现的问题 1' }))
  expect(await screen.findByText('「体育产业科」不是已知单位。')).toBeTruthy()
  expect(screen.getByText('汇总表 · B9')).toBeTruthy()
})
