import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { resultsView } from '../fixtures/views.ts'
import { periodView } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { DIFF, REVISIONS } from './revisionFixtures.ts'
import { DECISIONS, standingHandlers, standingView, vetoScheme, yearScheme } from './standingHandlers.ts'
import { YEAR } from './yearFixture.ts'

/** Opens an antd select by its name and picks an option by its text. */
async function pick(user: UserEvent, name: string, option: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name }))
  await user.click(await screen.findByTitle(option))
}

describe('决定', () => {
  it('lists every decision with basis and decider, revoked ones too', async () => {
    renderApp('/decisions', standingHandlers())
    await pageTitle('决定')
    const row = (await screen.findByText(DECISIONS[0]!.text)).closest('tr')!
    expect(row.textContent).toContain('补分')
    expect(row.textContent).toContain('经商议决定')
    expect(row.textContent).toContain('局长办公会')
    const revoked = screen.getByText(DECISIONS[1]!.text).closest('tr')!
    expect(within(revoked).getByText('已撤销').getAttribute('title')).toContain('事实有误')
  })

  it('records a score settled by decision, and not before everything is filled in', async () => {
    const { api, user } = renderApp('/decisions?add=IMPUTATION&unit=audit&indicator=c1', standingHandlers())
    await screen.findByRole('dialog')
    await user.click(screen.getByRole('button', { name: /登\s*记$/ }))
    expect(api.inputsOf('decision.add')).toEqual([])
    expect((await screen.findAllByText('请填写')).length).toBe(3)
    await pick(user, '补什么', '直接补得分')
    await user.type(screen.getByRole('textbox', { name: '数值或得分' }), '１３．５')
    await user.type(screen.getByRole('textbox', { name: '依据' }), '经商议决定')
    await user.type(screen.getByRole('textbox', { name: '由谁决定' }), '局长办公会')
    await user.click(screen.getByRole('button', { name: /登\s*记$/ }))
    await waitFor(() => expect(api.inputsOf('decision.add')).toHaveLength(1))
    expect(api.inputsOf('decision.add')[0]).toMatchObject({
      period: '2026Q3',
      subject: {
        type: 'IMPUTATION',
        race: 'quarterly',
        unit: 'audit',
        indicator: 'c1',
        as: 'SCORE',
        value: '13.5'
      },
      basis: '经商议决定',
      decidedBy: '局长办公会'
    })
  })

  it('says where vetoes are switched on instead of offering one', async () => {
    renderApp('/decisions?add=VETO', standingHandlers())
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('2019 年以来中央要求清理规范')
    expect(within(dialog).queryByRole('button', { name: /登\s*记$/ })).toBeNull()
  })

  it('records a veto for all races from this quarter on', async () => {
    const { api, user } = renderApp('/decisions?add=VETO&unit=venues', {
      ...standingHandlers(),
      'scheme.get': () => vetoScheme()
    })
    await screen.findByRole('dialog')
    await pick(user, '否决事项', '安全生产事故')
    await user.type(screen.getByRole('textbox', { name: '依据' }), '会议纪要')
    await user.type(screen.getByRole('textbox', { name: '由谁决定' }), '局党组')
    await user.click(screen.getByRole('button', { name: /登\s*记$/ }))
    await waitFor(() =>
      expect(api.inputsOf('decision.add')[0]?.subject).toEqual({
        type: 'VETO',
        kind: 'safety',
        unit: 'venues',
        race: null,
        indicator: null,
        from: '2026Q3',
        until: null
      })
    )
  })

  it('revokes with a reason', async () => {
    const { api, user } = renderApp('/decisions', standingHandlers())
    await user.click(await screen.findByRole('button', { name: /撤\s*销$/ }))
    await user.type(await screen.findByRole('textbox', { name: /撤销的理由/ }), '事实有误')
    await user.click(screen.getByRole('button', { name: '撤销决定' }))
    await waitFor(() => expect(api.inputsOf('decision.revoke')).toEqual([{ id: 7, reason: '事实有误' }]))
  })

  it('takes only decisions on the year in a frozen quarter', async () => {
    const { api, user } = renderApp(
      '/decisions?add=IMPUTATION',
      standingHandlers({
        'period.list': () => [periodView('2026Q3', 'frozen')],
        'scheme.get': () => yearScheme()
      })
    )
    expect(await screen.findByText(/本季度的决定只能查看/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(await screen.findByRole('button', { name: '登记年度决定' }))
    await pick(user, '单位', '办公室')
    await user.type(screen.getByRole('textbox', { name: '得分' }), '4')
    await user.type(screen.getByRole('textbox', { name: '依据' }), '年终述职评价')
    await user.type(screen.getByRole('textbox', { name: '由谁决定' }), '局领导班子')
    await user.click(screen.getByRole('button', { name: /登\s*记$/ }))
    await waitFor(() =>
      expect(api.inputsOf('decision.add')[0]?.subject).toEqual({
        type: 'LEADERSHIP',
        race: 'quarterly',
        unit: 'office',
        span: 'YEAR',
        points: '4'
      })
    )
  })
})

describe('榜单', () => {
  it('shows both sides in words, with reasons, and who is kept off with its basis', async () => {
    renderApp('/boards', standingHandlers())
    const card = (await screen.findByRole('heading', { level: 2, name: '红黑榜' })).closest('section')!
    expect(within(card).getByText('红榜')).toBeTruthy()
    expect(within(card).getByText('黑榜')).toBeTruthy()
    expect(within(card).getByText('没有完成，且在后 4 名')).toBeTruthy()
    expect(card.textContent).toContain('场馆受台风影响停用')
    const streaks = screen.getByRole('heading', { level: 2, name: '连续情况' }).closest('section')!
    expect(within(streaks).getByText('约谈 · 已达到')).toBeTruthy()
  })

  it('sends an exemption to the ledger of decisions', async () => {
    const { user } = renderApp('/boards', standingHandlers())
    await user.click(await screen.findByText('免上榜…'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('免上榜')
  })

  it('says what to do where the scheme has no board', async () => {
    renderApp('/boards', standingHandlers({ 'ranking.get': ({ period }) => resultsView(period) }))
    expect(await screen.findByText('方案里没有榜单', { selector: '.blank-title' })).toBeTruthy()
  })
})

describe('等次与总榜', () => {
  it('shows places, members, an empty grade, and settles a tie across the line', async () => {
    const { api, user } = renderApp('/ranking', standingHandlers())
    await user.click(await screen.findByText('等次与总榜'))
    const table = screen.getByRole('heading', { level: 2, name: /等次名额/ }).closest('section')!
    const good = within(table).getByText('良好', { selector: 'td' }).closest('tr')!
    expect(good.textContent).toContain('没有单位')
    expect(good.textContent).toContain('去尾 0 个')
    await user.click(within(table).getByRole('button', { name: '裁定先后…' }))
    const dialog = await screen.findByRole('dialog')
    const names = (): string[] =>
      [...dialog.querySelectorAll('.dec-order li > .grow')].map((item) => item.textContent)
    const before = names()
    await user.click(within(dialog).getAllByRole('button', { name: /下移$/ })[0]!)
    expect(names()).toEqual([...before].reverse())
    await user.type(within(dialog).getByRole('textbox', { name: '依据' }), '任务较重者在前')
    await user.type(within(dialog).getByRole('textbox', { name: '由谁决定' }), '局长办公会')
    await user.click(within(dialog).getByRole('button', { name: '登记裁定' }))
    const units = standingView().results!.races[0]!.groups[0]!.units
    await waitFor(() =>
      expect(api.inputsOf('decision.add')[0]?.subject).toEqual({
        type: 'TIE',
        race: 'quarterly',
        group: units[1]!.group,
        order: [units[2]!.unit, units[1]!.unit]
      })
    )
  })
})

describe('年度', () => {
  it('prints quarters with their states, and opens a row to its sentence', async () => {
    const { user } = renderApp('/year', standingHandlers())
    await pageTitle('年度')
    const row = (await screen.findByText('办公室')).closest('tr')!
    expect(row.textContent).toContain('90.00补')
    expect(row.textContent).toContain('89.50')
    await user.dblClick(row)
    expect(await screen.findByText(YEAR.result.races[0]!.groups[0]!.units[0]!.sentence)).toBeTruthy()
  })

  it('does not freeze while something is open, and freezes when nothing is', async () => {
    const { api, user } = renderApp('/year', standingHandlers())
    await user.click(await screen.findByRole('button', { name: '冻结年度成绩…' }))
    expect((await screen.findByRole('dialog')).textContent).toContain('上面列出的事办完才能冻结')
    const closed = { ...YEAR, result: { ...YEAR.result, open: [] } }
    api.set({ 'year.get': () => closed, 'year.freeze': () => closed })
    api.emit({ event: 'changed', period: null })
    const verb = screen.getByRole('button', { name: /^冻\s*结$/ })
    await waitFor(() => expect(verb.hasAttribute('disabled')).toBe(false))
    await user.click(verb)
    await waitFor(() =>
      expect(api.inputsOf('year.freeze')).toEqual([{ year: 2026, span: 'YEAR', reason: '' }])
    )
  })

  it('says what is needed before the first frozen quarter', async () => {
    renderApp('/year', standingHandlers({ 'year.list': () => [] }))
    expect(await screen.findByText('还没有冻结的季度')).toBeTruthy()
  })
})

describe('冻结版本', () => {
  const frozen = standingHandlers({
    'period.list': () => [periodView('2026Q3', 'published')],
    'ranking.get': () => standingView({ period: periodView('2026Q3', 'published') }),
    'revision.compare': () => DIFF
  })

  it('compares the two newest, with source cells', async () => {
    const { api, user } = renderApp('/ranking', frozen)
    await user.click(await screen.findByRole('button', { name: '冻结版本' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText('第 4 名 → 第 3 名')).toBeTruthy()
    expect(within(dialog).getByText('+1.20')).toBeTruthy()
    expect(dialog.textContent).toContain('目标任务（更正）.xlsx · 表1 · D12')
    expect(api.inputsOf('revision.compare')[0]).toMatchObject({
      before: REVISIONS[0]!.snapshot,
      after: REVISIONS[1]!.snapshot
    })
  })

  it('recomputes on demand and says what differs', async () => {
    const { user } = renderApp('/ranking', {
      ...frozen,
      'revision.verify': ({ snapshot }) => ({
        snapshot,
        ok: false,
        inputs: { recorded: 'aa', found: 'aa' },
        results: { recorded: 'bb', found: 'cc' },
        differences: ['规划财务处的总得分：冻结时 88.10，复算 89.30'],
        notes: []
      })
    })
    await user.click(await screen.findByRole('button', { name: '冻结版本' }))
    await user.click((await screen.findAllByRole('button', { name: '复算核对' }))[0]!)
    expect(
      (await screen.findByText(/复算结果与冻结时不一致/)).closest('[role=alert]')!.textContent
    ).toContain('复算 89.30')
  })

  it('archives a published quarter after asking', async () => {
    const { api, user } = renderApp('/ranking', {
      ...frozen,
      'period.archive': ({ period }) => periodView(period, 'archived')
    })
    await user.click(await screen.findByRole('button', { name: '冻结版本' }))
    await user.click(await screen.findByRole('button', { name: '归档…' }))
    await user.click(await screen.findByRole('button', { name: /^归\s*档$/ }))
    await waitFor(() => expect(api.inputsOf('period.archive')).toEqual([{ period: '2026Q3' }]))
  })
})
