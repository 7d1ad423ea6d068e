import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RaceDeskView, ShowBoardsView } from '#shared/ipc/race.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

type Place = RaceDeskView['races'][number]['groups'][number]['rows'][number]['place']

function place(rank: number | null, total: string | null, some: Partial<Place> = {}): Place {
  return { group: 'g', groupName: '部室', rank, tied: false, of: 6, total, note: '', ...some }
}

const UNITS = ['工程部', '财务部', '投资部', '安全部', '党群部', '运营部', '审计部']

const DESK: RaceDeskView = {
  preview: true,
  snapshot: null,
  stale: false,
  races: [
    {
      race: 'act',
      name: '部室比行动',
      participants: ['DEPARTMENT'],
      units: 7,
      ranked: 6,
      blocked: 1,
      groups: [
        {
          group: 'g',
          name: '部室',
          mean: '88.20',
          rows: UNITS.map((name, index) => ({
            unit: `u${index}`,
            name,
            place:
              index === 6 ? place(null, null, { note: '缺报：行动' }) : place(index + 1, `${95 - index}.00`)
          }))
        }
      ]
    },
    {
      race: 'say',
      name: '服务比口碑',
      participants: [],
      units: 0,
      ranked: 0,
      blocked: 0,
      groups: []
    }
  ],
  across: [
    {
      code: 't',
      name: '六比总分',
      races: [
        { race: 'act', name: '部室比行动' },
        { race: 'say', name: '服务比口碑' }
      ],
      rows: [
        {
          unit: 'u0',
          name: '工程部',
          places: { act: place(1, '95.00') },
          total: { rank: 1, tied: false, sentence: '部室比行动 95.00 × 100%', printed: '95.00' }
        }
      ]
    }
  ]
}

const SHOW: ShowBoardsView = {
  preview: true,
  snapshot: null,
  stale: false,
  on: '2026-09-30',
  compare: [],
  shine: [
    {
      race: 'act',
      raceName: '部室比行动',
      dimension: 'd',
      dimensionName: '行动',
      indicator: 'i',
      name: '重点任务完成率',
      unitOfMeasure: '%',
      fullMark: '100',
      met: 1,
      scored: 2,
      missing: 1,
      units: [
        {
          unit: 'u0',
          name: '工程部',
          group: '部室',
          value: '100',
          target: '95',
          score: '100.00',
          status: 'MET',
          sentence: '完成 100 / 目标 95'
        },
        {
          unit: 'u6',
          name: '审计部',
          group: '部室',
          value: null,
          target: '95',
          score: null,
          status: 'MISSING',
          sentence: '缺报'
        }
      ]
    }
  ],
  expose: [
    {
      kind: 'OVERDUE',
      unit: 'u1',
      unitName: '财务部',
      matter: '问-2026-003 往来款清理',
      reason: '时限 2026-09-10，已逾期 20 天。',
      item: 3,
      indicator: null
    }
  ]
}

const HANDLERS = { 'race.desk': () => DESK, 'race.show': () => SHOW }

describe('六比', () => {
  it('puts the races side by side, says that they are a preview, and unfolds a long group', async () => {
    const { user } = renderApp('/races', HANDLERS)
    await pageTitle('六比')
    expect(await screen.findByText('预览，未冻结')).toBeTruthy()
    const group = await screen.findByRole('region', { name: '部室' })
    expect(within(group).queryByText('审计部')).toBeNull()
    await user.click(within(group).getByRole('button', { name: '还有 2 个' }))
    expect(within(group).getByText('审计部')).toBeTruthy()
    // 缺报 is told where the score would stand, and no score is made up.
    expect(within(group).getByText('缺报：行动')).toBeTruthy()
    expect(screen.getByText('1 个缺报')).toBeTruthy()
  })

  it('shows the total over the races, and 「/」 where a unit does not take part', async () => {
    renderApp('/races?tab=across', HANDLERS)
    const row = await screen.findByRole('row', { name: /工程部/ })
    const cells = within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    expect(cells).toEqual(['1', '工程部', '95.00', '95.001', '/'])
    expect(screen.getByText(/部室比行动 95.00 × 100%/)).toBeTruthy()
  })

  it('has the three boards; a matter leads to its register', async () => {
    const { user } = renderApp('/races?tab=expose', HANDLERS)
    const link = await screen.findByRole('link', { name: '问-2026-003 往来款清理' })
    expect(link.getAttribute('href')).toBe('/registers?item=3')
    await user.click(screen.getByText('亮晒'))
    expect(await screen.findByText('1 / 2 家达标，缺报 1 家')).toBeTruthy()
    await user.click(screen.getByText('比看'))
    expect(await screen.findByText('本季度没有创新项目')).toBeTruthy()
  })

  it('says what is missing before anything was computed', async () => {
    renderApp('/races', { 'race.desk': () => ({ ...DESK, races: [], across: [] }) })
    expect(await screen.findByText('这一季度还没有成绩')).toBeTruthy()
    expect(screen.getByRole('button', { name: /导出/ }).hasAttribute('disabled')).toBe(true)
  })

  it('exports what the clerk chooses', async () => {
    const { user, api } = renderApp('/races', { ...HANDLERS, 'race.export': () => null })
    await screen.findByRole('region', { name: '部室' })
    await user.click(screen.getByRole('button', { name: /导出/ }))
    await user.hover(await screen.findByText('比看·亮晒·曝光'))
    await user.click(await screen.findByText('Word'))
    expect(api.inputsOf('race.export')).toMatchObject([{ what: 'SHOW', format: 'docx' }])
  })
})
