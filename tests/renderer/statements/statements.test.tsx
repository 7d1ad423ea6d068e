import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RedMatrixView, StatementsView } from '#shared/ipc/race.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

const STATEMENTS: StatementsView = {
  dueDate: '2026-10-08',
  statements: [
    {
      race: 'quarterly',
      raceName: '季度赛马',
      dimension: 'eco',
      name: '经济报表',
      fullMark: '30',
      expected: 12,
      filled: 8,
      parts: [
        {
          provider: 'finance',
          providerName: '规划财务处',
          indicators: [{ indicator: 'a', name: '营业收入', expected: 8, filled: 8 }],
          expected: 8,
          filled: 8,
          state: 'COMPLETE',
          files: ['经济报表.xlsx'],
          firstAt: '2026-10-06T01:00:00.000Z',
          lastAt: '2026-10-09T01:00:00.000Z',
          late: true
        },
        {
          provider: null,
          providerName: '各单位自报',
          indicators: [{ indicator: 'b', name: '安全自查', expected: 4, filled: 0 }],
          expected: 4,
          filled: 0,
          state: 'MISSING',
          files: [],
          firstAt: null,
          lastAt: null,
          late: true
        }
      ]
    }
  ]
}

const MATRIX: RedMatrixView = {
  year: 2026,
  periods: [
    { period: '2026Q2', preview: false },
    { period: '2026Q3', preview: true }
  ],
  rows: [
    {
      dimension: 'eco',
      dimensionName: '经济报表',
      indicator: 'a',
      name: '营业收入',
      cells: [
        { period: '2026Q2', state: 'RED', met: 8, of: 8 },
        { period: '2026Q3', state: 'PARTLY', met: 5, of: 8 }
      ],
      red: 1,
      counted: 2,
      allYear: false
    }
  ],
  allRed: [
    { period: '2026Q2', red: 1, of: 1, all: true },
    { period: '2026Q3', red: 0, of: 1, all: false }
  ],
  months: ['2026-07', '2026-08'],
  tasks: [
    {
      item: 4,
      number: '项-2026-004',
      title: '污水处理厂提标',
      owner: 'a',
      ownerName: '水务公司',
      cells: [
        { month: '2026-07', state: 'RED', planned: '40', done: '45' },
        { month: '2026-08', state: 'SILENT', planned: '50', done: null }
      ],
      red: 1,
      counted: 2,
      all: false
    }
  ]
}

const HANDLERS = { 'race.statements': () => STATEMENTS, 'race.matrix': () => MATRIX }

describe('七大报表', () => {
  it('says which department has handed in what, and what came late', async () => {
    renderApp('/statements', HANDLERS)
    await pageTitle('七大报表')
    const row = await screen.findByRole('row', { name: /规划财务处/ })
    expect(within(row).getByText('已报齐')).toBeTruthy()
    expect(within(row).getByText('迟')).toBeTruthy()
    expect(within(row).getByText('经济报表.xlsx')).toBeTruthy()
    expect(screen.getByRole('row', { name: /各单位自报/ }).textContent).toContain('未报')
    expect(screen.getByText('应报 12，已报 8，10月8日 截止')).toBeTruthy()
  })

  it('shows the year by quarter with words beside the red', async () => {
    const { api } = renderApp('/statements?tab=red', HANDLERS)
    const row = await screen.findByRole('row', { name: /营业收入/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    ).toEqual(['8/8', '5/8', '1/2', ''])
    expect(screen.getByText('全线红')).toBeTruthy()
    expect(api.inputsOf('race.matrix')).toMatchObject([{ year: 2026, unit: null }])
  })

  it('shows matters by month, silence apart from being behind', async () => {
    renderApp('/statements?tab=tasks', HANDLERS)
    const row = await screen.findByRole('row', { name: /污水处理厂提标/ })
    expect(within(row).getByText('未报')).toBeTruthy()
    expect(within(row).getByTitle('红：计划 40%，完成 45%')).toBeTruthy()
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/registers?item=4')
  })

  it('exports the unit that is shown', async () => {
    const { user, api } = renderApp('/statements?tab=red&unit=finance', {
      ...HANDLERS,
      'race.export': () => null
    })
    await screen.findByRole('row', { name: /营业收入/ })
    await user.click(screen.getByRole('button', { name: /导出/ }))
    await user.hover(await screen.findByText('全年红对照表'))
    await user.click(await screen.findByText('Excel'))
    expect(api.inputsOf('race.export')).toMatchObject([{ what: 'MATRIX', format: 'xlsx', unit: 'finance' }])
  })
})
