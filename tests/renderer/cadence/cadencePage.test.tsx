import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { cadenceHandlers, dayFixture } from './cadenceFixture.ts'

const open = async (path = '/cadence', day = dayFixture()) => {
  const app = renderApp(path, cadenceHandlers(day))
  await pageTitle('日清周统筹')
  return app
}

describe('日清盘', () => {
  it('closes the day only when every item has its reason; the last one is taken over by a click', async () => {
    const { user, api } = await open()
    const close = await screen.findByRole<HTMLButtonElement>('button', { name: '日清' })
    expect(close.disabled).toBe(true)
    expect(screen.getByText('还有 2 项没有报结，也没有写原因')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '沿用' }))
    await user.type(screen.getByRole('textbox', { name: '承-2026-002 未办结原因' }), '等批复')
    expect(close.disabled).toBe(false)
    await user.click(close)
    expect(api.inputsOf('cadence.closeDay')).toEqual([
      {
        date: '2026-11-25',
        note: '',
        left: [
          { item: 1, reason: '等采购结果' },
          { item: 2, reason: '等批复' }
        ]
      }
    ])
  })

  it('takes 记进展 and 报结 by one key on the selected row, dated on the day', async () => {
    const { user, api } = await open()
    const row = (await screen.findByText('品牌赛事申报', { selector: 'b' })).closest('tr')!
    row.focus()
    await user.keyboard('b')
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox'), '已申报')
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    await waitFor(() =>
      expect(api.inputsOf('register.act')).toEqual([
        { ids: [2], action: { action: 'DONE', on: '2026-11-25', text: '已申报' } }
      ])
    )
  })

  it('is read-only once closed, says why each stays, and opens again with a reason', async () => {
    const left = dayFixture().lists.OVERDUE.map(({ id, number, title, ownerName, due }) => ({
      ...{ item: id, number, title, ownerName, due },
      list: 'OVERDUE' as const,
      reason: '等采购结果'
    }))
    const counts = { overdue: 1, today: 1, started: 0, progress: 1, done: 0, closed: 0, slips: 0, imports: 0 }
    const closed = { at: '2026-11-25T09:00:00Z', by: '考核办', note: '', content: { counts, done: [], left } }
    const { user, api } = await open('/cadence', dayFixture({ closed }))
    expect(await screen.findByText('等采购结果')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '日清' })).toBeNull()
    expect(screen.queryByRole('button', { name: '报结' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '重新打开' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox'), '漏了一项')
    await user.click(within(dialog).getByRole('button', { name: '重新打开' }))
    await waitFor(() =>
      expect(api.inputsOf('cadence.reopenDay')).toEqual([{ date: '2026-11-25', reason: '漏了一项' }])
    )
  })

  it('leads to the first day that was left open', async () => {
    const { user, api } = await open('/cadence', dayFixture({ unclosed: ['2026-11-23', '2026-11-24'] }))
    await user.click(await screen.findByRole('button', { name: '去补清' }))
    await waitFor(() => expect(api.inputsOf('cadence.day').at(-1)).toEqual({ date: '2026-11-23' }))
  })

  it('says what to do in a library without items', async () => {
    const none = { OVERDUE: [], TODAY: [], SOON: [], CHECK: [], LATER: [], UNDATED: [] }
    await open('/cadence', dayFixture({ lists: none, toSettle: [] }))
    expect(await screen.findByText('清单里还没有事项')).toBeTruthy()
  })
})

describe('the six views', () => {
  it('are turned to by 1–6, and on to the next by the arrows', async () => {
    const { user, api } = await open()
    await user.keyboard('2')
    expect(await screen.findByRole('heading', { name: '2026年第48周（11月23日—11月29日）' })).toBeTruthy()
    await user.keyboard('{ArrowRight}')
    await waitFor(() =>
      expect(api.inputsOf('cadence.get').at(-1)).toEqual({ cadence: 'WEEK', at: '2026-11-30' })
    )
    await user.keyboard('6')
    await waitFor(() => expect(api.inputsOf('cadence.get').at(-1)).toEqual({ cadence: 'YEAR', at: '2026' }))
  })

  it('show the tables of the export, without columns that are filled in by hand; a row leads to its item', async () => {
    const { user, api } = await open('/cadence?view=week')
    const table = await screen.findByRole('table', { name: '逾期和落后事项' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent)
    ).toEqual(['编号', '事项', '完成进度'])
    expect(within(table).getByText('−12.5%')).toBeTruthy()
    await user.click(within(table).getByRole('button', { name: '健身步道维修' }))
    await waitFor(() => expect(api.calls.map(({ route }) => route)).toContain('register.list'))
  })

  it('fall back to today where the address cannot be read', async () => {
    const { api } = await open('/cadence?view=month&date=2026-13')
    await waitFor(() => expect(api.inputsOf('cadence.get')).toEqual([{ cadence: 'MONTH', at: '2026-11' }]))
  })
})
