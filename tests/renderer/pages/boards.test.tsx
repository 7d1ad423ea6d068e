import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { results, resultsView, submissions } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

const bodyRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main tr[data-row-key]')]
const keys = (): (string | null)[] => bodyRows().map((row) => row.getAttribute('data-row-key'))

describe('submissions', () => {
  it('lists those who owe something first and filters them', async () => {
    const { user } = renderApp('/submissions')
    await screen.findByText('反兴奋剂中心')
    expect(keys().slice(0, 4)).toEqual(['audit', 'antidoping', 'venues', 'olympic'])
    expect(keys()).toHaveLength(23)
    await user.click(screen.getByText('未报齐 2'))
    await waitFor(() => expect(keys()).toEqual(['venues', 'olympic']))
    expect(bodyRows()[0]!.textContent).toContain('重点体育项目落地、资金到位')
  })

  it('copies names and what each still owes', async () => {
    const { user } = renderApp('/submissions')
    await screen.findByText('反兴奋剂中心')
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(screen.getByRole('button', { name: '复制催报名单' }))
    expect(await screen.findByText('催报名单已复制，可以直接粘贴到工作群')).toBeTruthy()
    const lines = write.mock.calls[0]![0].split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '【2026年第三季度考核报送提醒】',
      '报送截止日为 10月8日，请以下单位尽快补报：',
      '一、尚未报送（2 个）：审计处、反兴奋剂中心',
      '二、未报齐（2 个）：',
      '\u3000场馆管理处：缺 重点体育项目落地、资金到位'
    ])
    expect(lines).toHaveLength(6)
  })

  it('says that nothing is owed instead of an empty table', async () => {
    const { user } = renderApp('/submissions', {
      'period.submissions': ({ period }) =>
        submissions(period).map((row) => ({ ...row, state: 'COMPLETE', filled: row.expected, missing: [] }))
    })
    await screen.findByText('各单位都已报齐，没有要催的。')
    expect(screen.queryByRole('button', { name: '复制催报名单' })).toBeNull()
    await user.click(screen.getByText('缺报 0'))
    expect(await screen.findByText('没有「缺报」的单位。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    await waitFor(() => expect(keys()).toHaveLength(23))
  })
})

describe('gaps', () => {
  it('compares the units of a group and points to where each lost most', async () => {
    renderApp('/gaps')
    await waitFor(() => expect(keys()).toHaveLength(14))
    const group = results('2026Q3').races[0]!.groups[0]!
    expect(keys()).toEqual(group.units.map((unit) => unit.unit))
    expect(bodyRows()[1]!.textContent).toContain(group.units[1]!.gapToFirst!.replace('-', '−'))
    expect(screen.getByText('预览，未冻结')).toBeTruthy()
    const audit = bodyRows().find((row) => row.dataset['rowKey'] === 'audit')!
    expect(audit.textContent).toContain('缺报')
  })

  it('sorts the indicators by rate from low to high, units without one last', async () => {
    const { user } = renderApp('/gaps')
    await user.click(await screen.findByText('指标得分率'))
    await user.click(await screen.findByRole('button', { name: /资金到位/ }))
    const rates = [...document.querySelectorAll('.heat tbody tr')].map((row) => row.children[2]!.textContent)
    const numbers = rates.flatMap((text) => /([\d.]+)%/.exec(text)?.[1] ?? []).map(Number)
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(rates.slice(numbers.length).every((text) => text === '/' || text.includes('缺报'))).toBe(true)
  })

  it('says how far each value is from its target, in words', async () => {
    const view = resultsView('2026Q3')
    const unit = view.results!.races[0]!.groups[0]!.units[0]!
    const [first] = unit.dimensions.flatMap((dimension) =>
      dimension.indicators.filter((indicator) => indicator.status === 'SCORED')
    )
    Object.assign(first!, { value: '3', target: '4', gapToTarget: '−1', againstTarget: 'UNMET' })
    const { user } = renderApp('/gaps', { 'ranking.get': () => view })
    await user.click(await screen.findByText('指标得分率'))
    const [cell, ...more] = await screen.findAllByTitle(/与目标差/)
    expect(more).toEqual([])
    const amount = (number: string): string => `${number} ${first!.unitOfMeasure}`.trim()
    expect(cell!.title.split('\n')).toEqual([
      `${unit.name} · ${first!.name}：${first!.trace.sentence}`,
      `完成 ${amount('3')}，目标 ${amount('4')}，与目标差 ${amount('−1')}，未达目标`
    ])
  })

  it('names the words of its colours on the page', async () => {
    const { user } = renderApp('/gaps')
    await user.click(await screen.findByText('指标得分率'))
    expect(await screen.findByText(/得分率 100% 及以上 达标/)).toBeTruthy()
  })

  it('tells what to do before anything is computed', async () => {
    renderApp('/gaps', { 'ranking.get': ({ period }) => resultsView(period, { results: null, history: [] }) })
    expect(await screen.findByText('还没有成绩')).toBeTruthy()
  })

  it('shows a failure in place', async () => {
    renderApp('/gaps', {
      'ranking.get': () => {
        throw new Refusal('INTERNAL', '读取成绩时出错。')
      }
    })
    expect((await screen.findByRole('alert')).textContent).toContain('读取成绩时出错。')
  })
})

describe('scheme', () => {
  it('tells the rule in words before its parameters, with the target in force', async () => {
    renderApp('/scheme?indicator=b2')
    await pageTitle('考核方案')
    const pane = (await screen.findByRole('heading', { level: 2, name: '承诺事项平均办理时长' })).closest(
      '.indicator'
    )!
    expect(pane.textContent.indexOf('读出来是这样')).toBeLessThan(pane.textContent.indexOf('参数'))
    expect(pane.textContent).toContain('越低越好')
    expect(pane.textContent).toContain('目标 ÷ 实际')
    expect(pane.textContent).toContain('第十条（二）')
    expect(pane.textContent).toContain('各单位相同5')
  })

  it('walks the tree with the keyboard', async () => {
    const { user } = renderApp('/scheme?indicator=b1')
    await screen.findByRole('heading', { level: 2, name: '承诺事项按期办结' })
    document.querySelector<HTMLElement>('[data-row-key="b1"]')!.focus()
    await user.keyboard('{ArrowDown}')
    expect(await screen.findByRole('heading', { level: 2, name: '承诺事项平均办理时长' })).toBeTruthy()
  })

  it('explains every switch in words', async () => {
    const { user } = renderApp('/scheme')
    await user.click(await screen.findByRole('tab', { name: '计算口径' }))
    expect(await screen.findByText('先封顶，再减扣分')).toBeTruthy()
    expect(screen.getByText('2 位')).toBeTruthy()
    expect(screen.getByText('四舍五入')).toBeTruthy()
    expect(screen.getByText('红为达标')).toBeTruthy()
    expect(screen.getByText('各季度平均')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/[A-Z]{2,}_|RESCALE|DECLARED|KEEP|MEAN/)
  })

  it('marks what must be put right', async () => {
    const { api } = renderApp('/scheme', {})
    await pageTitle('考核方案')
    const view = await api.invoke('scheme.get', { period: '2026Q3' })
    const data = (view as { data: object }).data
    api.set({
      'scheme.get': () =>
        ({
          ...data,
          problems: [{ code: 'GAP', level: 'error', message: '「群众满意度」规则有空档', place: {} }]
        }) as never
    })
    api.emit({ event: 'changed', period: null })
    expect(await screen.findByText('方案有 1 处要改')).toBeTruthy()
    const row = await waitFor(() => document.querySelector<HTMLElement>('[data-row-key="d3"]')!)
    expect(within(row).getByText('要改')).toBeTruthy()
  })

  it('an empty database loads a preset from a chosen quarter', async () => {
    const { api, user } = renderApp('/scheme', { 'scheme.get': () => null })
    await screen.findByText('先载入考核方案')
    await user.click(await screen.findByRole('button', { name: '用这个方案' }))
    await waitFor(() =>
      expect(api.inputsOf('scheme.loadPreset')).toEqual([{ id: 'sports-bureau', period: '2026Q3' }])
    )
    expect((await screen.findByRole('alert')).textContent).toContain('数据没有任何改动。')
  })
})
