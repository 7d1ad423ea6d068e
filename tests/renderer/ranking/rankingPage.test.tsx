import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ResultsView } from '#shared/ipc/results.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { periodView, resultsView } from '../fixtures/views.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { EXPORTED, OPTIONS, reportHandlers } from '../report/reportHandlers.ts'
import { standingView } from '../standings/standingHandlers.ts'
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

describe('表格', () => {
  it('prints ranks, totals, movements and full marks in the order of the results', async () => {
    await open()
    const rows = [...(await table()).querySelectorAll('tr[data-row-key]')]
    expect(rows.map((row) => row.getAttribute('data-row-key'))).toEqual(
      departments.units.map((unit) => unit.unit)
    )
    const first = departments.units[0]!
    expect(rows[0]!.textContent).toContain(first.total!.printed)
    expect(rows[0]!.textContent).toContain('↑')
    expect((await table()).querySelector('[data-column="DIM:tasks"]')!.textContent).toBe('目标任务(50)')
  })

  it('joins a tie by a bracket and says 并列', async () => {
    await open()
    await table()
    const tied = departments.units.filter((unit) => unit.tied)
    expect(tied).toHaveLength(2)
    expect(rowOf(tied[0]!.unit).querySelector('.rk-tie-first')).not.toBeNull()
    expect(rowOf(tied[1]!.unit).querySelector('.rk-tie-last')).not.toBeNull()
    for (const unit of tied) expect(rowOf(unit.unit).textContent).toContain(`并列第${unit.rank}`)
    const notice = screen.getByText('预览，未冻结').closest('.notice')!
    expect(notice.textContent).toContain(`第 ${tied[0]!.rank} 名并列 2 个`)
  })

  it('shows 缺报 as one merged reason, never as zeros, and 单列 apart', async () => {
    await open()
    await table()
    const missing = rowOf('audit')
    expect(missing.textContent).toContain('未报送，暂不计分；报齐后自动进入排名')
    expect(missing.textContent).toContain('缺报')
    expect(missing.textContent).not.toContain('0.00')
    expect(rowOf('office').className).toContain('rk-listed')
    expect(rowOf('office').textContent).toContain('单列不排名')
    const mean = (await table()).querySelector('tfoot')!
    expect(mean.textContent).toContain('组均（12 个单位）')
    expect(mean.textContent).toContain(departments.mean!.total)
  })

  it('draws the quarters as one cell beside the ranked rows', async () => {
    await open()
    const cells = (await table()).querySelectorAll('td.rk-bump')
    expect(cells).toHaveLength(1)
    expect(cells[0]!.getAttribute('rowspan')).toBe('13')
    expect(cells[0]!.querySelectorAll('g[data-unit]')).toHaveLength(13)
    expect(cells[0]!.querySelector('g[data-unit="audit"]')!.getAttribute('data-style')).toBe('open')
  })

  it('keeps hidden columns in the settings', async () => {
    const { api, user } = await open()
    await table()
    await user.click(screen.getByRole('button', { name: '列' }))
    await user.click(await screen.findByRole('checkbox', { name: '加分' }))
    await waitFor(() => expect(api.inputsOf('settings.set')).toEqual([{ hiddenRankingColumns: ['BONUS'] }]))
    expect((await table()).querySelector('[data-column="BONUS"]')).toBeNull()
    expect((await table()).querySelector('[data-column="DEDUCTION"]')).not.toBeNull()
  })

  it('draws only the rows near the window of a group of 200', async () => {
    const many: ResultsView = structuredClone(view)
    const unit = departments.units[0]!
    many.results!.races[0]!.groups[0]!.units = Array.from({ length: 200 }, (_, index) => ({
      ...unit,
      unit: `u${index}`,
      name: `名称很长的第 ${index + 1} 个街道办事处（含经济开发区管理委员会）`,
      rank: index + 1
    }))
    await open({ 'ranking.get': () => many })
    const rows = (await table()).querySelectorAll('tr[data-row-key]')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(80)
    expect((await table()).getAttribute('aria-rowcount')).toBe('200')
  })
})

describe('keyboard', () => {
  it('moves with the arrows, opens the trace with Space and keeps the focus in the table', async () => {
    const { user } = await open()
    await table()
    const [first, second] = departments.units
    act(() => rowOf(first!.unit).focus())
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(rowOf(second!.unit))
    await user.keyboard(' ')
    const drawer = await screen.findByRole('complementary', { name: '得分由来' })
    expect(await within(drawer).findByText(second!.totalSentence)).toBeTruthy()
    expect(document.activeElement).toBe(rowOf(second!.unit))
    // The drawer follows the selection.
    await user.keyboard('{ArrowUp}')
    expect(await within(drawer).findByText(first!.totalSentence)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary', { name: '得分由来' })).toBeNull()
  })

  it('opens the unit with Enter', async () => {
    const { user } = await open()
    await table()
    act(() => rowOf('industry').focus())
    await user.keyboard('{Enter}')
    expect(await pageTitle('体育产业处')).toBeTruthy()
  })

  it('goes to the indicator from the drawer', async () => {
    const { user } = await open()
    await table()
    await user.click(
      within(rowOf('industry')).getAllByText(
        departments.units.find((unit) => unit.unit === 'industry')!.dimensions[0]!.score!.printed
      )[0]!
    )
    const drawer = await screen.findByRole('complementary', { name: '得分由来' })
    await user.click(await within(drawer).findByRole('button', { name: '重点体育项目落地' }))
    expect(await within(drawer).findByText(/完成几成得几成分/)).toBeTruthy()
  })
})

describe('views and groups', () => {
  it('shows the other group, all groups, bars and the matrix', async () => {
    const { user } = await open()
    await table()
    await user.click(screen.getByText('直属单位组 9'))
    expect(await screen.findByRole('table', { name: '直属单位组' })).toBeTruthy()
    await user.click(screen.getByText('总表 23'))
    expect(await table()).toBeTruthy()
    expect(screen.getByRole('table', { name: '直属单位组' })).toBeTruthy()
    await user.click(screen.getByText('得分条'))
    expect(await screen.findByRole('table', { name: '机关处室组得分条' })).toBeTruthy()
    await user.click(screen.getByText('板块矩阵'))
    expect(await screen.findByRole('table', { name: '机关处室组板块矩阵' })).toBeTruthy()
  })
})

describe('state before result', () => {
  it('says preview and what can still change', async () => {
    await open()
    await table()
    const notice = screen.getByText('预览，未冻结').closest('.notice')!
    expect(notice.textContent).toContain('1 个单位缺报，报齐后名次可能变动')
    expect(notice.textContent).toContain('对比 2026年第二季度')
    expect(await screen.findByRole('button', { name: '冻结前检查 4 / 5' })).toBeTruthy()
  })

  it('offers to compute where nothing has been computed', async () => {
    const { api, user } = await open({
      'ranking.get': ({ period }) => resultsView(period, { results: null, computedAt: null, history: [] })
    })
    await user.click(await screen.findByRole('button', { name: '计算' }))
    await waitFor(() => expect(api.inputsOf('period.compute')).toEqual([{ period: '2026Q3' }]))
  })

  it('asks to compute again after changes and holds freezing back', async () => {
    const { api, user } = await open({ 'ranking.get': ({ period }) => resultsView(period, { stale: true }) })
    await table()
    expect(screen.getByText('数据有变动')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '冻结本季度…' }).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: '重新计算' }))
    await waitFor(() => expect(api.inputsOf('period.compute')).toHaveLength(1))
  })

  it('has no buttons that change a frozen quarter', async () => {
    await open({
      'period.list': () => [periodView('2026Q3', 'frozen')],
      'ranking.get': ({ period }) => resultsView(period, { period: periodView(period, 'frozen') })
    })
    await table()
    expect(screen.getByText('快照 2026Q3-r1-1f0c9a2b')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '冻结本季度…' })).toBeNull()
    expect(screen.queryByText('预览，未冻结')).toBeNull()
  })

  it('says what failed and tries again', async () => {
    const { api, user } = renderApp('/ranking', {
      ...reportHandlers(),
      'ranking.get': () => {
        throw new Refusal('INTERNAL', '读取成绩时出错。')
      }
    })
    expect((await screen.findByRole('alert')).textContent).toContain('读取成绩时出错。')
    api.set({ 'ranking.get': ({ period }) => resultsView(period) })
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await table()).toBeTruthy()
  })
})

describe('导出', () => {
  it('exports from the menu and offers the file and its folder', async () => {
    const { api, user } = await open()
    await table()
    await user.click(screen.getByRole('button', { name: '导出' }))
    await user.click(await screen.findByText('排名表'))
    await waitFor(() =>
      expect(api.inputsOf('report.export')).toEqual([
        { period: '2026Q3', report: 'ranking', format: 'xlsx', options: OPTIONS }
      ])
    )
    await user.click(await screen.findByRole('button', { name: '打开所在文件夹' }))
    expect(api.inputsOf('report.reveal')).toEqual([{ ticket: EXPORTED.ticket }])
  })

  it('says nothing when the save dialog is cancelled', async () => {
    const { api, user } = await open({ 'report.export': () => null })
    await table()
    await user.click(screen.getByRole('button', { name: '导出' }))
    await user.click(await screen.findByText('排名表'))
    await waitFor(() => expect(api.inputsOf('report.export')).toHaveLength(1))
    expect(screen.queryByText(/已导出/)).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('full marks and grades', () => {
  it('prints the group’s own full marks in its heads (S10)', async () => {
    const own: ResultsView = structuredClone(view)
    const group = own.results!.races[0]!.groups[0]!
    group.fullMark = '99'
    for (const unit of group.units) unit.dimensions[0]!.fullMark = '49'
    await open({ 'ranking.get': () => own })
    const head = (column: string): string => document.querySelector(`[data-column="${column}"]`)!.textContent
    await table()
    expect(head('BASE')).toContain('(99)')
    expect(head(`DIM:${own.results!.races[0]!.dimensions[0]!.code}`)).toContain('(49)')
  })

  it('says 待定 while a tie across the last place of a grade waits', async () => {
    await open({ 'ranking.get': () => standingView() })
    await table()
    const gradeOf = (index: number): string => rowOf(departments.units[index]!.unit).textContent
    expect(gradeOf(0)).toContain('优秀')
    expect(gradeOf(1)).toContain('待定')
  })
})
