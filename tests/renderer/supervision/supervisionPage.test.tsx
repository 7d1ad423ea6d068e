import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { supervisionText as text } from '../../../renderer/src/text/supervision.ts'
import { periodView } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { PROPOSALS, slipHandlers } from './slipHandlers.ts'

const open = async (path = '/slips', over = {}) => {
  const mounted = renderApp(path, { ...slipHandlers(), ...over })
  await pageTitle(text.title)
  return mounted
}

describe('督办单', () => {
  it('proposes what today asks for, and issues what is still checked, as edited', async () => {
    const { api, user } = await open()
    await screen.findByText(text.proposals.title(3, '10月14日'))
    await user.click(screen.getByRole('checkbox', { name: /水上运动中心/ }))
    await user.click(screen.getAllByRole('button', { name: /修.?改/ })[0]!)
    const dialog = await screen.findByRole('dialog')
    const demand = within(dialog).getByRole('textbox', { name: text.form.demand })
    await user.clear(demand)
    await user.type(demand, '本周五前书面说明')
    await user.click(within(dialog).getByRole('button', { name: /改.?好/ }))
    await user.click(screen.getByRole('button', { name: text.proposals.issue(2) }))
    const [issued] = api.inputsOf('slip.issue')
    expect(issued!.requests.map(({ key, action }) => [key, action])).toEqual([
      [PROPOSALS.proposals[0]!.key, 'ISSUE'],
      [PROPOSALS.proposals[2]!.key, 'CLOSE']
    ])
    expect(issued!.requests[0]).toMatchObject({ demand: '本周五前书面说明', level: 'RED' })
  })

  it('tells items that cannot get a slip, and asks why one is not issued', async () => {
    const { api, user } = await open()
    expect(await screen.findByText('应发红单，但没有责任单位，请先补上。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: text.proposals.decline }))
    const dialog = await screen.findByRole('dialog')
    const verb = within(dialog).getByRole<HTMLButtonElement>('button', { name: text.proposals.declineVerb })
    expect(verb.disabled).toBe(true)
    await user.type(within(dialog).getByRole('textbox'), '已当面交办')
    await user.click(verb)
    expect(api.inputsOf('slip.decline')[0]).toMatchObject({ reason: '已当面交办' })
    expect(api.inputsOf('slip.decline')[0]!.proposals).toHaveLength(3)
  })

  it('asks main about the items that the register sent', async () => {
    const { api } = await open('/slips?propose=21,11,x')
    await screen.findByText(text.proposals.asked(3))
    expect(api.inputsOf('slip.proposals')).toEqual([{ items: [21, 11] }])
  })

  it('shows one slip with its log, and records an answer', async () => {
    const { api, user } = await open('/slips?slip=1')
    const drawer = await screen.findByText('红色督办单 督〔2026〕7号')
    expect(drawer).toBeTruthy()
    expect(await screen.findByText(/材料到货晚 10 天/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '登记反馈' }))
    const words = await screen.findByRole('textbox', { name: text.act.text })
    const form = words.closest('form')!
    await user.click(within(form).getByRole('button', { name: '登记反馈' }))
    expect(api.inputsOf('slip.act')).toEqual([])
    expect(within(form).getByText('请写明反馈的内容')).toBeTruthy()
    await user.type(words, '已更换 72 米')
    await user.click(within(form).getByRole('button', { name: '登记反馈' }))
    expect(api.inputsOf('slip.act')).toEqual([
      { ids: [1], action: { action: 'ANSWER', text: '已更换 72 米', by: '' } }
    ])
  })

  it('filters by state, and offers to clear a filter that leaves nothing', async () => {
    const { api, user } = await open()
    await user.click(await screen.findByText('已撤回 0'))
    expect(await screen.findByText(text.table.none)).toBeTruthy()
    expect(api.inputsOf('slip.list').at(-1)!.filter).toEqual({ states: ['WITHDRAWN'] })
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    expect(await screen.findByText('督〔2026〕8号')).toBeTruthy()
  })

  it('only shows a frozen quarter', async () => {
    await open('/slips', {
      'period.list': () => [periodView('2026Q3', 'frozen')]
    })
    expect(await screen.findByText(text.past)).toBeTruthy()
    expect(screen.queryByRole('button', { name: text.create })).toBeNull()
  })

  it('counts units by status, each number leading to its items', async () => {
    await open('/slips?view=matrix')
    const row = (await screen.findByRole('rowheader', { name: '群众体育处' })).closest('tr')!
    const links = within(row)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'))
    expect(links).toContain('/registers?status=BADLY_BEHIND&unit=mass')
  })

  it('says gaps of the lights and keeps contradicting rules from being saved', async () => {
    const { user } = await open('/slips?view=rules', {
      'slip.checkSettings': ({ settings }: { settings: never }) => ({
        settings,
        problems: [{ level: 'error', field: 'yellow', message: '自相矛盾。' }],
        progressGaps: ['落后计划 0（不含）到 10（不含）个百分点没有规定状态。']
      })
    })
    expect(await screen.findByText(/没有规定状态/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: '落后' }))
    expect(await screen.findByText(/自相矛盾/)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: text.rules.save }).disabled).toBe(true)
  })
})
