import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { openState, overview, periodView, results } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

const region = (title: string): HTMLElement =>
  screen.getByRole('heading', { level: 2, name: title }).closest('section')!

describe('overview', () => {
  it('shows where the quarter stands, who leads and who is missing', async () => {
    renderApp('/')
    await screen.findByRole('heading', { level: 2, name: '机关处室组' })
    expect(screen.getByText('7月1日—9月30日 · 报送截止 10月8日 · 今天 10月9日（星期五）')).toBeTruthy()
    const first = results('2026Q3').races[0]!.groups[0]!.units[0]!
    const group = region('机关处室组')
    expect(within(group).getByRole('link', { name: first.name })).toBeTruthy()
    expect(within(group).getByText(first.total!.printed)).toBeTruthy()
    expect(within(group).getByText('审计处')).toBeTruthy()
    expect(await within(region('报送')).findByText('反兴奋剂中心')).toBeTruthy()
  })

  it('has one filled button: what stands in the way of freezing', async () => {
    const { container } = renderApp('/')
    await screen.findByRole('button', { name: '催 2 个单位报送' })
    const filled = container.querySelectorAll('main .ant-btn-primary')
    expect([...filled].map((button) => button.textContent)).toEqual(['催 2 个单位报送'])
  })

  it('offers freezing when nothing is open', async () => {
    const { container } = renderApp('/', {
      'overview.get': ({ period }) =>
        overview(period, { todo: [], units: { expected: 23, complete: 23, partly: 0, missing: [] } })
    })
    await screen.findByText('没有要做的事')
    expect(container.querySelector('main .ant-btn-primary')?.textContent).toBe('冻结第三季度…')
  })

  it('computes and says how many units got a rank', async () => {
    const { api, user } = renderApp('/')
    await user.click(await screen.findByRole('button', { name: '重新计算' }))
    expect(await screen.findByText('已算出 20 个单位的名次，2 个单位数据不全、暂不排名')).toBeTruthy()
    expect(api.inputsOf('period.compute')).toEqual([{ period: '2026Q3' }])
  })

  it('keeps the page and says what was not changed when computing fails', async () => {
    const { user } = renderApp('/', {
      'period.compute': () => {
        throw new Refusal('SCHEME_INVALID', '方案有 1 处要改，不能计算。', { action: '请到考核方案修改。' })
      }
    })
    await user.click(await screen.findByRole('button', { name: '重新计算' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('方案有 1 处要改，不能计算。')
    expect(alert.textContent).toContain('原来的成绩没有改动。')
    expect(screen.getByRole('heading', { level: 2, name: '机关处室组' })).toBeTruthy()
  })

  it('says what to do when it cannot be read, and reads again', async () => {
    const { api, user } = renderApp('/', {
      'overview.get': () => {
        throw new Refusal('DB_LOCKED', '数据库正被另一个程序使用。', { action: '请关掉另一个窗口。' })
      }
    })
    expect((await screen.findByRole('alert')).textContent).toContain('数据库正被另一个程序使用。')
    api.set({ 'overview.get': ({ period }) => overview(period) })
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByRole('heading', { level: 2, name: '机关处室组' })).toBeTruthy()
  })

  it('before the first computation names the step that fills it', async () => {
    renderApp('/', {
      'overview.get': ({ period }) =>
        overview(period, { period: periodView(period, 'collecting'), computed: null, groups: [], gaps: [] })
    })
    expect((await screen.findAllByText('还没有成绩')).length).toBe(2)
    expect(screen.getByRole('button', { name: '计算成绩' })).toBeTruthy()
    expect(screen.getByText('未计算')).toBeTruthy()
  })

  it('leads an empty database to the scheme', async () => {
    const { user } = renderApp('/', {
      'app.state': () => ({
        ...openState,
        library: { ...openState.library, latestPeriod: null, hasScheme: false } as typeof openState.library
      }),
      'period.list': () => []
    })
    await user.click(await screen.findByRole('button', { name: '选择考核方案' }))
    expect(await screen.findByText('先载入考核方案')).toBeTruthy()
  })

  it('leaves out indicators of a single unit: they are no gap between units', async () => {
    renderApp('/')
    await screen.findByRole('heading', { level: 2, name: '差距最大的指标' })
    const lone = overview('2026Q3').gaps.filter((gap) => gap.scoredUnits === 1)
    expect(lone.length).toBeGreaterThan(0)
    for (const gap of lone) expect(within(region('差距最大的指标')).queryByText(gap.name)).toBeNull()
  })
})

describe('freezing', () => {
  it('wants every non-blocking check ticked and sends the accepted codes', async () => {
    const { api, user } = renderApp('/?freeze')
    const dialog = await screen.findByRole('dialog')
    const button = await within(dialog).findByRole('button', { name: '冻结第三季度' })
    expect(button.hasAttribute('disabled')).toBe(true)
    expect(await within(dialog).findByText('还有 1 项要勾选确认')).toBeTruthy()
    await user.click(within(dialog).getByRole('checkbox'))
    await user.click(button)
    await waitFor(() =>
      expect(api.inputsOf('period.freeze')).toEqual([
        { period: '2026Q3', accept: ['MISSING_UNITS'], reason: '' }
      ])
    )
    expect(await screen.findByText('2026年第三季度已冻结')).toBeTruthy()
  })

  it('a blocking check cannot be accepted, only put right', async () => {
    renderApp('/?freeze', {
      'period.checks': () => [
        {
          code: 'COMPUTED',
          ok: false,
          blocking: true,
          title: '成绩是最新的',
          detail: '计算后数据有变动，请重新计算。',
          href: '/ranking'
        }
      ]
    })
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText('还有 1 项必须先处理')).toBeTruthy()
    expect(within(dialog).queryByRole('checkbox')).toBeNull()
    expect(within(dialog).getByRole('link', { name: '去处理' })).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: '冻结第三季度' }).hasAttribute('disabled')).toBe(true)
  })

  it('reopens only with a reason', async () => {
    localStorage.setItem('liangji.period', '2026Q2')
    const { api, user } = renderApp('/')
    await user.click(await screen.findByRole('button', { name: '重开本季度…' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button', { name: '重开第二季度' }).hasAttribute('disabled')).toBe(true)
    await user.type(within(dialog).getByRole('textbox'), '体育产业处数据更正')
    await user.click(within(dialog).getByRole('button', { name: '重开第二季度' }))
    await waitFor(() =>
      expect(api.inputsOf('period.reopen')).toEqual([{ period: '2026Q2', reason: '体育产业处数据更正' }])
    )
  })

  it('does not open over a frozen quarter', async () => {
    localStorage.setItem('liangji.period', '2026Q2')
    renderApp('/?freeze')
    await screen.findByText('本季度已冻结')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('first start', () => {
  it('offers the sample quarter or an empty database', async () => {
    const { api, user } = renderApp('/', {
      'app.state': () => ({ version: '0.1.0', library: { status: 'NONE' } }),
      'app.create': () => openState
    })
    await pageTitle('从哪里开始？')
    expect(document.documentElement.dataset['appReady']).toBe('true')
    expect(screen.getByRole('button', { name: '新建空白数据库' })).toBeTruthy()
    api.set({ 'app.state': () => openState })
    await user.click(screen.getByRole('button', { name: '打开示例季度' }))
    expect(await pageTitle('总览')).toBeTruthy()
    expect(api.inputsOf('app.create')).toEqual([{ with: 'SAMPLE' }])
  })

  it('shows a database that cannot be opened, untouched, with its backups', async () => {
    const { api, user } = renderApp('/', {
      'app.state': () => ({
        version: '0.1.0',
        library: {
          status: 'FAILED',
          path: 'C:\\liangji.db',
          error: {
            code: 'DB_NEWER',
            message: '数据库由更新的版本建立。',
            details: { action: '请安装新版。' }
          },
          backups: [{ name: 'a.db', at: '2026-10-08T17:30:01', bytes: 1000, reason: '自动备份' }]
        }
      }),
      'app.restore': () => openState
    })
    await pageTitle('数据库打不开')
    expect(screen.getByRole('alert').textContent).toContain('数据库由更新的版本建立。')
    expect(screen.getByRole('alert').textContent).toContain('数据库文件没有任何改动。')
    await user.click(screen.getByRole('button', { name: '恢复到 2026-10-08 17:30' }))
    expect(api.inputsOf('app.restore')).toEqual([])
    await user.click(await screen.findByRole('button', { name: '恢复这份备份' }))
    await waitFor(() => expect(api.inputsOf('app.restore')).toEqual([{ name: 'a.db' }]))
  })
})
