import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { periodView, resultsView } from '../fixtures/views.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { reportHandlers } from '../report/reportHandlers.ts'
import { unitHandlers } from '../unit/unitHandlers.ts'

async function open(handlers: Handlers = {}, path = '/ranking'): Promise<Mounted> {
  // The design size; jsdom's own window is narrow enough to fold columns away.
  window.innerWidth = 1366
  const mounted = renderApp(path, { ...unitHandlers(), ...reportHandlers(), ...handlers })
  await pageTitle('排名')
  return mounted
}

const view = resultsView('2026Q3')
const departments = view.results!.races[0]!.groups[0]!
const table = (): Promise<HTMLElement> => screen.findByRole('table', { name: '机关处室组' })
const rowOf = (unit: string): HTMLElement =>
  document.querySelector<HTMLElement>(`tr[data-row-key="${unit}"]`)!

describe('月度预览', () => {
  const monthly = (month: number): ResultSet => {
    const results = structuredClone(view.results!)
    results.races[0]!.groups[0]!.units[0]!.totalSentence = `${month}月：90.00 + 2.00 = 92.00`
    return { ...results, month }
  }
  const months: Handlers = { 'ranking.month': ({ month }) => monthly(month) }

  it('shows a month with its notice, and nothing that settles, freezes or takes out', async () => {
    const { api, user } = await open(months)
    await table()
    await user.click(screen.getByText('8月'))
    const notice = (await screen.findByText('月度预览，不冻结，目标按月折算')).closest('.notice')!
    expect(notice.textContent).toContain('到8月的目标')
    expect(api.inputsOf('ranking.month')).toEqual([{ period: '2026Q3', month: 8 }])
    expect((await table()).querySelector('.rk-quarter-names')!.lastElementChild!.textContent).toBe('8月')
    for (const name of ['导出', '冻结本季度…', '冻结版本'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByText(/裁定第/)).toBeNull()
    await user.click(screen.getByText('季度'))
    expect(await screen.findByRole('button', { name: '导出' })).toBeTruthy()
    expect(screen.queryByText(/月度预览/)).toBeNull()
  })

  it('explains the month’s own numbers in the drawer, never the quarter’s', async () => {
    const { api, user } = await open(months, '/ranking?month=7')
    await table()
    act(() => rowOf(departments.units[0]!.unit).focus())
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('complementary', { name: '得分由来' })
    expect(within(drawer).getByText('7月：90.00 + 2.00 = 92.00')).toBeTruthy()
    expect(within(drawer).queryByRole('link')).toBeNull()
    expect(api.inputsOf('unit.get')).toEqual([])
  })

  it('keeps group and view when the month changes', async () => {
    const { user } = await open(months)
    await table()
    await user.click(screen.getByText('直属单位组 9'))
    await user.click(screen.getByText('得分条'))
    await user.click(screen.getByText('9月'))
    expect(await screen.findByText(/月度预览/)).toBeTruthy()
    expect(screen.getByRole('table', { name: '直属单位组得分条' })).toBeTruthy()
  })

  it('can be looked at before the quarter is computed', async () => {
    const { user } = await open({
      ...months,
      'ranking.get': ({ period }) => resultsView(period, { results: null, computedAt: null, history: [] })
    })
    await user.click(await screen.findByText('7月'))
    expect(await table()).toBeTruthy()
  })

  it('says why a month cannot be shown and leads back to the quarter', async () => {
    const { user } = await open({
      'ranking.month': () => {
        throw new Refusal('SCHEME_MISSING', '这一季度还没有考核方案。')
      }
    })
    await user.click(await screen.findByText('7月'))
    expect((await screen.findByRole('alert')).textContent).toContain('这一季度还没有考核方案。')
    await user.click(screen.getByText('季度'))
    expect(await table()).toBeTruthy()
  })

  it.each(['12', '0', 'x'])('a month %s that is not of the quarter shows the quarter', async (month) => {
    const { api } = await open(months, `/ranking?month=${month}`)
    await table()
    expect(api.inputsOf('ranking.month')).toEqual([])
  })

  it('has no months once the quarter is frozen', async () => {
    const { api } = await open(
      {
        ...months,
        'period.list': () => [periodView('2026Q3', 'frozen')],
        'ranking.get': ({ period }) => resultsView(period, { period: periodView(period, 'frozen') })
      },
      '/ranking?month=8'
    )
    await table()
    expect(screen.queryByText('8月')).toBeNull()
    expect(api.inputsOf('ranking.month')).toEqual([])
  })
})
