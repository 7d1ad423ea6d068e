import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { paperColumns } from '../../../renderer/src/features/report/paperColumns.ts'
import { namedUnits, paperPages, ROWS_A_PAGE } from '../../../renderer/src/features/report/paperPages.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { periodView, results, resultsView } from '../fixtures/views.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { standingView } from '../standings/standingHandlers.ts'
import { EXPORTED, reportHandlers } from './reportHandlers.ts'

async function open(handlers: Handlers = {}): Promise<Mounted> {
  const mounted = renderApp('/report', { ...reportHandlers(), ...handlers })
  await pageTitle('报告')
  await screen.findByRole('button', { name: '导出…' })
  return mounted
}

const set = results('2026Q3')
const race = set.races[0]!
const group = race.groups[0]!
const papers = (): Promise<HTMLElement[]> => screen.findAllByRole('article')

describe('preview on paper', () => {
  it('prints a page a group with the signatures and the preview mark', async () => {
    await open()
    const [first, ...rest] = await papers()
    expect(rest).toHaveLength(1)
    expect(within(first!).getByRole('heading').textContent).toBe(`2026年第三季度机关处室组${race.name}排名表`)
    expect(first!.textContent).toContain('预览，未定稿')
    expect(first!.textContent).toContain('分管领导审签：')
    expect(first!.textContent).toContain('填报单位：市体育局考核办')
    expect(first!.textContent).toContain('未报送，暂不计分')
  })

  it('carries the snapshot instead of the mark when frozen', async () => {
    await open({
      'period.list': () => [periodView('2026Q3', 'frozen')],
      'ranking.get': ({ period }) => resultsView(period, { period: periodView(period, 'frozen') })
    })
    const [first] = await papers()
    expect(first!.textContent).not.toContain('预览，未定稿')
    expect(first!.textContent).toContain('快照 2026Q3-r1-1f0c9a2b')
  })

  it('follows the options', async () => {
    const { user } = await open()
    await papers()
    await user.click(screen.getByRole('checkbox', { name: '各板块得分' }))
    await user.click(screen.getByRole('checkbox', { name: '只列前几名' }))
    await user.type(screen.getByRole('textbox', { name: '日期' }), '2026年10月15日')
    const [first] = await papers()
    expect(first!.textContent).not.toContain('承诺事项')
    expect(first!.querySelectorAll('tbody tr:not(.paper-mean)')).toHaveLength(3)
    expect(first!.textContent).toContain(`其余 ${group.units.length - 3} 个单位名次略。`)
    expect(first!.textContent).toContain('2026年10月15日')
  })
})

describe('export', () => {
  it('sends the options and shows the file with its folder', async () => {
    const { api, user } = await open()
    await user.click(screen.getByRole('checkbox', { name: '备注' }))
    await user.click(screen.getByRole('checkbox', { name: '附得分图' }))
    await user.click(screen.getByRole('button', { name: '导出…' }))
    await waitFor(() =>
      expect(api.inputsOf('report.export')).toEqual([
        {
          period: '2026Q3',
          report: 'ranking',
          options: { hide: ['REMARKS'], topOnly: null, charts: false, issuer: '市体育局考核办', issuedOn: '' }
        }
      ])
    )
    expect(await screen.findByText(`已导出《${EXPORTED.fileName}》`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '打开文件' }))
    await user.click(screen.getByRole('button', { name: '打开所在文件夹' }))
    expect(api.inputsOf('report.open')).toEqual([{ ticket: 't-1' }])
    expect(api.inputsOf('report.reveal')).toEqual([{ ticket: 't-1' }])
    // The record is read again.
    await waitFor(() => expect(api.inputsOf('report.history').length).toBeGreaterThan(1))
  })

  it('shows nothing when the dialog is cancelled', async () => {
    const { api, user } = await open({ 'report.export': () => null })
    await user.click(screen.getByRole('button', { name: '导出…' }))
    await waitFor(() => expect(api.inputsOf('report.export')).toHaveLength(1))
    expect(screen.queryByText(/已导出/)).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says why it failed, and that nothing was changed', async () => {
    const { user } = await open({
      'report.export': () => {
        throw new Refusal('FILE_NOT_WRITABLE', '文件正被 WPS 打开，写不进去。', {
          action: '请关掉它再导出。'
        })
      }
    })
    await user.click(screen.getByRole('button', { name: '导出…' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      '文件正被 WPS 打开，写不进去。请关掉它再导出。'
    )
  })

  it('says what a kind still lacks and holds its export back', async () => {
    const { user } = await open()
    await user.click(screen.getByText('季度通报'))
    expect(await screen.findByText('冻结以后才能出通报')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出…' }).disabled).toBe(true)
  })

  it('has nothing to preview before a computation', async () => {
    await open({ 'ranking.get': ({ period }) => resultsView(period, { results: null, history: [] }) })
    expect(await screen.findByText('还没有可以预览的成绩')).toBeTruthy()
  })
})

describe('pages', () => {
  it('break after twenty rows and sign only the last', () => {
    const long = {
      ...set,
      races: [{ ...race, groups: [{ ...group, units: Array.from({ length: 45 }, () => group.units[0]!) }] }]
    }
    const pages = paperPages(long, null)
    expect(pages.map((page) => page.units.length)).toEqual([ROWS_A_PAGE, ROWS_A_PAGE, 5])
    expect(pages.map((page) => [page.first, page.last])).toEqual([
      [true, false],
      [false, false],
      [false, true]
    ])
  })

  it('name all units tied at the last place', () => {
    const tied = group.units.find((unit) => unit.tied)!
    const names = namedUnits(group, tied.rank)
    expect(names.filter((unit) => unit.rank === tied.rank)).toHaveLength(2)
    expect(names.every((unit) => unit.rank !== null && unit.rank <= tied.rank!)).toBe(true)
  })

  it('leave out what is hidden, never rank, name or total', () => {
    const keys = paperColumns(race, group, [
      'DIMENSIONS',
      'PREVIOUS',
      'MOVEMENT',
      'GAP_FIRST',
      'GAP_MEAN',
      'REMARKS'
    ]).map((column) => column.key)
    expect(keys).toEqual(['rank', 'unit', 'base', 'bonus', 'deduction', 'total'])
  })

  it('have 等次 only where the race has grades, and the group’s own full marks (S10)', () => {
    const graded = standingView().results!.races[0]!
    const own = { ...graded.groups[0]!, fullMark: '99' }
    const columns = paperColumns(graded, own, [])
    expect(columns.find((column) => column.key === 'base')!.head).toBe('基础分\n(99)')
    const grade = columns.find((column) => column.key === 'grade')!
    expect(own.units.slice(0, 4).map((unit) => grade.text(unit))).toEqual(['优秀', '待定', '待定', '/'])
    expect(paperColumns(graded, own, ['GRADE']).some((column) => column.key === 'grade')).toBe(false)
    expect(paperColumns(race, group, []).some((column) => column.key === 'grade')).toBe(false)
  })
})

describe('the switch of 等次', () => {
  it('is there only where the race has grades, and hides the column', async () => {
    const { user } = await open({ 'ranking.get': () => standingView() })
    const [first] = await papers()
    expect(within(first!).getByText('等次')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: '等次' }))
    await waitFor(() => expect(within(first!).queryByText('等次')).toBeNull())
  })

  it('is absent without grades', async () => {
    await open()
    await papers()
    expect(screen.queryByRole('checkbox', { name: '等次' })).toBeNull()
  })
})
