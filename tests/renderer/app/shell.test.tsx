import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { periodView } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { matchMedia } from '../setup.ts'

describe('rail', () => {
  it('has the pages of today in the order of the loop and nothing else', async () => {
    renderApp('/ranking')
    await pageTitle('排名')
    const rail = screen.getByRole('navigation', { name: '主导航' })
    const links = within(rail)
      .getAllByRole('link')
      .map((link) => link.querySelector('.rail-label')?.textContent ?? link.textContent)
    expect(links).toEqual([
      '总览',
      '目标引领',
      '差距管理',
      '过程控制',
      '考核激励',
      '以实绩论英雄',
      '排名',
      '榜单',
      '单位',
      '讲评会',
      '年度',
      '导入',
      '报告',
      '试算',
      '设置'
    ])
  })

  it('unfolds only the open stage and tells how many units are missing', async () => {
    renderApp('/gaps')
    await pageTitle('差距看板')
    const rail = screen.getByRole('navigation', { name: '主导航' })
    expect(within(rail).getByRole('link', { name: '差距看板' })).toBeTruthy()
    expect(within(rail).queryByRole('link', { name: '报送进度' })).toBeNull()
    expect(await within(rail).findByText('缺 2')).toBeTruthy()
  })

  it('keeps 单位 marked on the page of one unit', async () => {
    renderApp('/unit/industry')
    const rail = await screen.findByRole('navigation', { name: '主导航' })
    expect(within(rail).getByRole('link', { name: '单位' }).className).toContain('rail-on')
    expect(within(rail).getByRole('link', { name: '排名' }).className).not.toContain('rail-on')
  })

  it('says the state of a stage in words beside its shape', async () => {
    renderApp('/')
    await pageTitle('总览')
    const rail = screen.getByRole('navigation', { name: '主导航' })
    expect(await within(rail).findByRole('link', { name: '目标引领，本季度已完成' })).toBeTruthy()
    expect(await within(rail).findByRole('link', { name: '过程控制，正在进行' })).toBeTruthy()
  })

  it('folds to icons: no sub pages, every link keeps its name', async () => {
    matchMedia((query) => query.includes('1199px'))
    renderApp('/ranking')
    await pageTitle('排名')
    const rail = screen.getByRole('navigation', { name: '主导航' })
    expect(within(rail).queryByRole('link', { name: '单位' })).toBeNull()
    expect(within(rail).getByRole('link', { name: '设置' })).toBeTruthy()
  })
})

describe('keyboard', () => {
  it.each([
    ['{Alt>}1{/Alt}', '考核方案'],
    ['{Alt>}2{/Alt}', '差距看板'],
    ['{Alt>}3{/Alt}', '清单台账'],
    ['{Alt>}4{/Alt}', '加减分'],
    ['{Alt>}5{/Alt}', '排名']
  ])('%s opens %s', async (keys, title) => {
    const { user } = renderApp('/')
    await pageTitle('总览')
    await user.keyboard(keys)
    expect(await pageTitle(title)).toBeTruthy()
  })

  it('Ctrl+K finds a unit by a part of its name and Enter opens it', async () => {
    const { user } = renderApp('/settings')
    await pageTitle('设置')
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox', { name: '找单位、指标、页面' })
    expect(document.activeElement).toBe(field)
    await user.type(field, '报送')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    await user.keyboard('{Enter}')
    expect(await pageTitle('报送进度')).toBeTruthy()
  })

  it('Ctrl+K moves with the arrows and says when nothing fits', async () => {
    const { user } = renderApp('/settings')
    await pageTitle('设置')
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox'), '体育')
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(3))
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    const options = screen.getAllByRole('option')
    expect(options.map((option) => option.getAttribute('aria-selected')).indexOf('true')).toBe(1)
    await user.type(screen.getByRole('combobox'), '没有这个')
    expect(await screen.findByText('没有找到「体育没有这个」')).toBeTruthy()
  })
})

describe('quarter', () => {
  it('is switched for every page and remembered', async () => {
    const { user, api, unmount } = renderApp('/')
    await pageTitle('总览')
    await user.click(screen.getByRole('button', { name: /切换季度/ }))
    await user.click(await screen.findByText('2026年第二季度'))
    await waitFor(() => expect(api.inputsOf('overview.get')).toContainEqual({ period: '2026Q2' }))
    unmount()
    const again = renderApp('/')
    await pageTitle('总览')
    await waitFor(() => expect(again.api.inputsOf('overview.get')).toContainEqual({ period: '2026Q2' }))
  })

  it('shows 已冻结 and no edit buttons for a frozen quarter', async () => {
    localStorage.setItem('liangji.period', '2026Q2')
    renderApp('/')
    await screen.findByText('本季度已冻结')
    expect(screen.getByRole('button', { name: /2026年第二季度/ }).textContent).toContain('已冻结')
    expect(screen.queryByRole('button', { name: /重新计算|冻结第二季度/ })).toBeNull()
    expect(screen.getByRole('button', { name: '重开本季度…' })).toBeTruthy()
  })

  it.each([
    ['/scheme', '考核方案', /载入方案文件/],
    ['/submissions', '报送进度', /导入表格|复制催报名单/],
    ['/adjustments', '加减分', /导入台账/]
  ])('%s of a frozen quarter is read-only', async (path, title, buttons) => {
    localStorage.setItem('liangji.period', '2026Q2')
    const { api } = renderApp(path)
    await pageTitle(title)
    await waitFor(() =>
      expect(api.calls.some((call) => JSON.stringify(call.input).includes('2026Q2'))).toBe(true)
    )
    expect(screen.queryByRole('button', { name: buttons })).toBeNull()
  })

  it('goes on into the next one: 翻篇归零', async () => {
    const { user, api } = renderApp('/')
    await pageTitle('总览')
    await user.click(screen.getByRole('button', { name: /切换季度/ }))
    await user.click(await screen.findByText('新建季度：2026年第四季度'))
    await waitFor(() => expect(api.inputsOf('period.create')).toEqual([{ period: '2026Q4' }]))
  })
})

describe('events from main', () => {
  it('reads everything again when data changed', async () => {
    const { api } = renderApp('/')
    await screen.findByText('缺报 2')
    api.set({ 'period.list': () => [periodView('2026Q3', 'computed')] })
    const before = api.inputsOf('period.list').length
    api.emit({ event: 'changed', period: '2026Q3' })
    await waitFor(() => expect(api.inputsOf('period.list').length).toBeGreaterThan(before))
  })

  it('shows long work with counts and can cancel it', async () => {
    const { api, user } = renderApp('/settings')
    await pageTitle('设置')
    api.emit({ event: 'progress', job: 'job-1', label: '正在读取表格', done: 12, total: 80 })
    expect(await screen.findByText('正在读取表格 · 第 12 / 80 个')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '取消' }))
    expect(api.cancelled).toEqual(['job-1'])
    api.emit({ event: 'progressEnd', job: 'job-1' })
    await waitFor(() => expect(screen.queryByText(/正在读取表格/)).toBeNull())
  })

  it('opens the screen that a menu asks for', async () => {
    const { api } = renderApp('/')
    await pageTitle('总览')
    api.emit({ event: 'navigate', to: '/settings' })
    expect(await pageTitle('设置')).toBeTruthy()
  })
})

it('says so when an address has no page', async () => {
  renderApp('/nowhere')
  expect(await screen.findByText('没有这一页')).toBeTruthy()
})
