import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Handlers } from '../fakeApi.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { own, templateAnswers, unknown } from './templateAnswers.ts'

const open = (more: Handlers = {}, path = '/report/templates') =>
  renderApp(path, { ...templateAnswers(), ...more })

it('lists own templates and the gallery, and what to do without one', async () => {
  open({ 'reportTemplate.list': () => [] })
  await pageTitle('报告模板')
  expect(await screen.findByText('还没有自己的模板')).toBeTruthy()
  expect(await screen.findByRole('listitem', { name: '排名表' })).toBeTruthy()
})

it('shows what a template is filled with, and fills it with what was chosen', async () => {
  const { api, user } = open()
  await user.click(await screen.findByRole('button', { name: '填写导出…' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('表 第 5 行：排名，22 行')).toBeTruthy()
  expect(within(dialog).getByText('2026年第三季度')).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: '末位单位只列数量，不列名字' }))
  await user.click(within(dialog).getByRole('button', { name: '导出…' }))
  await waitFor(() =>
    expect(api.inputsOf('reportTemplate.fill')).toEqual([
      {
        source: { template: 7 },
        period: '2026Q3',
        options: {
          topOnly: null,
          bottom: 'COUNT',
          issuer: '',
          issuedOn: '',
          docNumber: '',
          recipients: '',
          contact: ''
        },
        unknown: 'REFUSE'
      }
    ])
  )
  expect(await screen.findByText('已写好《2026年第三季度我们的排名表.xlsx》')).toBeTruthy()
})

it('fills what nobody knows only with 「/」 and only when that is ticked', async () => {
  const { api, user } = open({ 'reportTemplate.check': () => unknown })
  await user.click(await screen.findByRole('button', { name: '直接用…' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(/表 · C5：占位符「\{\{总得份\}\}」/)).toBeTruthy()
  const button = within(dialog).getByRole('button', { name: '导出…' })
  expect(button).toHaveProperty('disabled', true)
  await user.click(within(dialog).getByRole('checkbox', { name: /填「\/」/ }))
  await user.click(button)
  await waitFor(() =>
    expect(api.inputsOf('reportTemplate.fill')[0]).toMatchObject({
      source: { preset: 'ranking' },
      unknown: 'SLASH'
    })
  )
})

it('shows a new template’s check at once', async () => {
  const { user } = open({ 'reportTemplate.add': () => own })
  await user.click(await screen.findByRole('button', { name: '添加模板…' }))
  expect(await screen.findByText('填写「我们的排名表」')).toBeTruthy()
})

it('tells notes of a fill before it closes', async () => {
  const { user } = open({
    'reportTemplate.fill': () => ({
      file: { ticket: 't', fileName: 'a.xlsx', folder: 'D:\\', preview: false, snapshot: 's' },
      notes: ['模板里没有「{{快照}}」。']
    })
  })
  await user.click(await screen.findByRole('button', { name: '填写导出…' }))
  const button = await screen.findByRole('button', { name: '导出…' })
  await waitFor(() => expect(button).toHaveProperty('disabled', false))
  await user.click(button)
  expect(await screen.findByText('模板里没有「{{快照}}」。')).toBeTruthy()
})

it('ends a template only after a question', async () => {
  const { api, user } = open()
  await user.click(await screen.findByRole('button', { name: '停用' }))
  expect(await screen.findByText(/已经导出的文件和它的原文件都留着/)).toBeTruthy()
  expect(api.inputsOf('reportTemplate.remove')).toEqual([])
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '停用' }))
  await waitFor(() => expect(api.inputsOf('reportTemplate.remove')).toEqual([{ id: 7 }]))
})

it('picks places by mouse and keys, repeats a row, saves and shows the result', async () => {
  const { api, user } = open({}, '/report/templates/7')
  await pageTitle('我们的排名表')
  await user.click(await screen.findByRole('gridcell', { name: 'A1' }))
  await user.type(screen.getByPlaceholderText(/找项目/), '期间{Enter}')
  expect(screen.getByRole('gridcell', { name: 'A1' }).textContent).toBe('{{期间}}')

  // D1 lies behind the merge A1:C1, B1 and C1 are no cells of their own.
  screen.getByRole('grid').focus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('gridcell', { name: 'D1' }).getAttribute('aria-selected')).toBe('true')

  await user.click(screen.getByRole('gridcell', { name: 'A4' }))
  expect(screen.queryByText('竞技体育处')).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: '第 4 行按清单重复' }))
  await user.click(screen.getByRole('button', { name: /^单位/ }))
  await user.click(screen.getByRole('gridcell', { name: 'B4' }))
  await user.click(screen.getByRole('button', { name: /^总得分/ }))
  await user.click(screen.getByRole('gridcell', { name: 'C4' }))
  await user.click(screen.getByRole('button', { name: /^名次/ }))
  screen.getByRole('grid').focus()
  await user.keyboard('{Delete}')
  expect(screen.getByText('3 处，有改动没有保存')).toBeTruthy()

  await user.click(screen.getByRole('button', { name: '保存位置' }))
  await waitFor(() =>
    expect(api.inputsOf('reportTemplate.setPlaces')).toEqual([
      {
        id: 7,
        places: {
          cells: [{ sheet: '表', address: 'A1', field: '期间' }],
          rows: [
            {
              sheet: '表',
              row: 4,
              list: '排名',
              columns: [
                { column: 'A', field: '单位' },
                { column: 'B', field: '总得分' }
              ]
            }
          ]
        }
      }
    ])
  )
  await screen.findByText('已点选 3 处')
  await user.click(screen.getByText('填好的样子'))
  expect((await screen.findByRole('gridcell', { name: 'A4' })).textContent).toBe('竞技体育处')
})

it('asks before picked places are thrown away', async () => {
  const { user } = open({}, '/report/templates/7')
  await user.click(await screen.findByRole('gridcell', { name: 'B3' }))
  await user.click(screen.getByRole('button', { name: /^落款/ }))
  await user.click(screen.getByRole('button', { name: '返回报告模板' }))
  expect(await screen.findAllByText('位置还没有保存，离开就不要了？')).not.toEqual([])
  await user.click(screen.getByRole('button', { name: '不要了' }))
  await pageTitle('报告模板')
})
