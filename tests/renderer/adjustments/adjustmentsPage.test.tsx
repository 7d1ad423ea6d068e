import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { effectFixture, ledgerFixture } from '../fixtures/incentive.ts'
import { results, unitsIn } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

/** A dialog or drawer by its title: jsdom computes no name for them. */
async function dialogOf(title: string): Promise<HTMLElement> {
  const head = await screen.findByText(title, { selector: '.ant-modal-title, .ant-drawer-title' })
  return head.closest<HTMLElement>('[role="dialog"]')!
}

const ledgerPanel = async (): Promise<HTMLElement> =>
  (await screen.findByRole('heading', { level: 2, name: '台账' })).closest('section')!

const { entries } = ledgerFixture('2026Q3')

describe('the ledger', () => {
  it('lists every entry, and of one unit what its caps let count', async () => {
    const { user } = renderApp('/adjustments')
    const counted = entries.filter((row) => row.state === 'effective')
    const units = new Set(counted.map((row) => row.unit)).size
    await screen.findByText(`已计入 ${counted.length} 笔，涉及 ${units} 个单位；待审批 2 笔`)
    const capped = unitsIn(results('2026Q3')).find((unit) =>
      unit.adjustments.classes.some((line) => line.sum === '6' && line.counted === '5')
    )!
    const totals = screen.getByRole('heading', { level: 2, name: '各单位合计' }).closest('section')!
    await user.click(within(totals).getByText(capped.name))
    const classes = (
      await screen.findByRole('heading', { level: 2, name: `${capped.name} · 按类别计算` })
    ).closest('section')!
    const line = within(classes).getByText('表彰奖励').closest('tr')!
    expect([...line.children].map((cell) => cell.textContent)).toEqual([
      '表彰奖励',
      '+6.00',
      '5.00',
      '+5.00',
      '已封顶'
    ])
    // The entry itself says what a cap took of it.
    const ledger = await ledgerPanel()
    const entry = within(ledger).getByText('获省级表彰：全省群众体育先进单位').closest('tr')!
    expect(entry.textContent).toContain('已封顶+5.00')
  })

  it('filters by sign and state, and strikes reversed entries through with the reason', async () => {
    const { user } = renderApp('/adjustments')
    const ledger = await ledgerPanel()
    await user.click(within(ledger).getByText('减分'))
    const deductions = entries.filter((row) => row.sign === 'DEDUCTION')
    expect(await within(ledger).findByText(`全部单位 · ${deductions.length} 笔`)).toBeTruthy()
    await user.click(within(ledger).getByText('全部'))
    const reversed = (await within(ledger).findByText('承办国家级赛事（重复登记）')).closest('tr')!
    expect(reversed.className).toContain('adj-reversed')
    expect(within(reversed).getByText('已冲销').title).toBe('考核办：与产业处台账第 3 行是同一件事')
  })

  it('opens an entry with its log and reverses it only with a reason', async () => {
    const { user, api } = renderApp('/adjustments?entry=903')
    const drawer = await dialogOf('第 903 号')
    expect(await within(drawer).findByText(/周敏（示例） 登记/)).toBeTruthy()
    await user.click(within(drawer).getByRole('button', { name: '冲销' }))
    const verb = screen.getAllByRole('button', { name: '冲销' }).at(-1)!
    expect(verb.hasAttribute('disabled')).toBe(true)
    await user.type(screen.getByLabelText(/冲销的理由/), '重复')
    await user.click(verb)
    await waitFor(() =>
      expect(api.inputsOf('incentive.act')).toEqual([
        { ids: [903], action: { action: 'REVERSE', reason: '重复' } }
      ])
    )
  })

  it('of a frozen quarter can only be looked at', async () => {
    localStorage.setItem('liangji.period', '2026Q2')
    renderApp('/adjustments?add=1')
    await screen.findByText(/台账只能查看/)
    expect(screen.queryByRole('button', { name: '登记加减分' })).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('entering', () => {
  it('starts from a unit’s page with the unit, the day and 即时激励 filled in, and says what would count', async () => {
    const { user, api } = renderApp('/adjustments?add=1&unit=mass&instant=1&reason=办结提前')
    const dialog = await dialogOf('登记加减分')
    expect(within(dialog).getByLabelText<HTMLInputElement>('日期').value).toBe('2026-09-30')
    expect(within(dialog).getByText('记入2026年第三季度')).toBeTruthy()
    await user.click(within(dialog).getByLabelText('目录'))
    await user.click(await screen.findByText('即时激励', { selector: '.ant-select-item-option-content' }))
    expect(await within(dialog).findByText(/这 3 分只计 1.5 分/)).toBeTruthy()
    expect(within(dialog).getByText('目录规定 0.5 到 2 分')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: '提交审批' }))
    await waitFor(() =>
      expect(api.inputsOf('incentive.add')).toEqual([
        {
          entry: expect.objectContaining({
            ...{ unit: 'mass', catalogue: 'JL-1', points: '0.5', date: '2026-09-30', reason: '办结提前' },
            ...{ instant: true, reporter: '考核办' }
          }) as unknown,
          then: { step: 'SUBMIT' }
        }
      ])
    )
  })

  it('names what is wanting beside the fields and asks nothing of main', async () => {
    const { user, api } = renderApp('/adjustments?add=1', {
      'incentive.ledger': ({ period }) => ledgerFixture(period, { review: false })
    })
    const dialog = await dialogOf('登记加减分')
    await user.type(within(dialog).getByLabelText('分值'), '-1')
    await user.click(within(dialog).getByRole('button', { name: '登记并计入' }))
    expect(within(dialog).getByText('应填大于 0 的数，如 3 或 1.5')).toBeTruthy()
    expect(within(dialog).getAllByText('请填写')).toHaveLength(4)
    expect(api.inputsOf('incentive.add')).toEqual([])
  })

  it('offers recognition in the open quarter where the day’s is frozen', async () => {
    const { user } = renderApp('/adjustments?add=1&unit=mass&reason=表彰', {
      'incentive.effect': ({ entry }) => {
        if (entry!.date < '2026-07-01')
          throw new Refusal('PERIOD_FROZEN', '2026-05-01 在2026年第二季度，这一季度已冻结。')
        return effectFixture()
      }
    })
    const dialog = await dialogOf('登记加减分')
    const date = within(dialog).getByLabelText<HTMLInputElement>('日期')
    await user.clear(date)
    await user.type(date, '2026-05-01')
    await user.click(within(dialog).getByLabelText('目录'))
    await user.click(await screen.findByText('即时激励', { selector: '.ant-select-item-option-content' }))
    await user.click(await within(dialog).findByRole('button', { name: '按本季度认定，记在 9月30日' }))
    expect(date.value).toBe('2026-09-30')
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('事由').value).toBe('表彰（原日期 2026-05-01）')
  })

  it('takes class, level and points from the catalogue', async () => {
    const { user } = renderApp('/adjustments?add=1&unit=mass')
    const dialog = await dialogOf('登记加减分')
    await user.click(within(dialog).getByLabelText('目录'))
    await user.click(
      await screen.findByText('获上级党委政府表彰', { selector: '.ant-select-item-option-content' })
    )
    await user.click(within(dialog).getByLabelText('级别'))
    await user.click(await screen.findByText('省级 3 分'))
    const points = within(dialog).getByLabelText<HTMLInputElement>('分值')
    expect(points.value).toBe('3')
    expect(points.disabled).toBe(true)
  })
})

describe('the queue', () => {
  it('shows what approving would do and approves several by one name', async () => {
    const { user, api } = renderApp('/adjustments?view=WAITING')
    await screen.findByText(/这 3 分只计 1.5 分/)
    await user.click(screen.getByLabelText('选第 901 号'))
    await user.click(screen.getByLabelText('选第 902 号'))
    await user.click(screen.getByRole('button', { name: '批准所选 2 笔' }))
    await user.type(await screen.findByLabelText('批准人'), '李强')
    await user.click(screen.getByRole('button', { name: '批准计入' }))
    await waitFor(() =>
      expect(api.inputsOf('incentive.act')).toEqual([
        {
          ids: expect.arrayContaining([901, 902]) as unknown,
          action: { action: 'APPROVE', approver: '李强', note: '' }
        }
      ])
    )
  })

  it('shows why main refuses, and stays open', async () => {
    const { user } = renderApp('/adjustments?view=WAITING', {
      'incentive.act': () => {
        throw new Refusal('CONFLICT', '第 901 号是「周敏」本人登记的，批准要由另一个人做；没有改动。')
      }
    })
    await user.click(await screen.findByLabelText('选第 901 号'))
    await user.click(screen.getByRole('button', { name: '批准所选 1 笔' }))
    await user.type(await screen.findByLabelText('批准人'), '周敏')
    await user.click(screen.getByRole('button', { name: '批准计入' }))
    expect((await screen.findByRole('alert')).textContent).toContain('另一个人')
  })
})

describe('the other views', () => {
  it('list the instant rewards and the catalogue', async () => {
    const { user } = renderApp('/adjustments?view=INSTANT')
    expect(await screen.findByText('1 个单位，2 笔')).toBeTruthy()
    await user.click(screen.getByText('目录'))
    expect(await screen.findByText('国家级 6，省级 3，市级 1.5')).toBeTruthy()
    expect(screen.getByText('原即时激励').closest('tr')!.className).toContain('adj-ended')
  })

  it('save a catalogue entry with its level table', async () => {
    const { user, api } = renderApp('/adjustments?view=CATALOGUE')
    await user.click(await screen.findByRole('button', { name: '加一条' }))
    const dialog = await dialogOf('加一条目录')
    await user.type(within(dialog).getByLabelText('代码'), 'XX')
    await user.type(within(dialog).getByLabelText('名称'), '新的一条')
    await user.type(within(dialog).getByLabelText('通常分值'), '１')
    await user.type(within(dialog).getByLabelText('按级别取分 省级'), '3')
    await user.click(within(dialog).getByLabelText('类别'))
    await user.click(await screen.findByText(/^表彰奖励（加分，封顶 5）/))
    await user.click(within(dialog).getByRole('button', { name: /保\s?存/ }))
    await waitFor(() =>
      expect(api.inputsOf('incentive.saveCatalogue')[0]).toMatchObject({
        id: null,
        entry: { code: 'XX', points: '1', levels: [{ level: 'PROVINCIAL', points: '3' }], least: null }
      })
    )
  })

  it('say what to do where nothing is entered', async () => {
    renderApp('/adjustments', {
      'incentive.ledger': ({ period }) =>
        ledgerFixture(period, { entries: [], units: [], waiting: 0, proposals: 0 })
    })
    await pageTitle('加减分')
    expect(await screen.findByText('本季度没有登记加减分')).toBeTruthy()
  })
})
