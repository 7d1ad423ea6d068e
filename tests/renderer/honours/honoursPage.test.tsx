import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { honourListFixture, honours } from '../fixtures/honours.ts'
import { renderApp } from '../renderApp.tsx'

/** A dialog or drawer by its title: jsdom computes no name for them. */
async function dialogOf(title: string): Promise<HTMLElement> {
  const head = await screen.findByText(title, { selector: '.ant-modal-title, .ant-drawer-title' })
  return head.closest<HTMLElement>('[role="dialog"]')!
}

describe('the register of honours', () => {
  it('lists them with what became of their bonus, and narrows by what main is asked for', async () => {
    const { user, api } = renderApp('/honours')
    await screen.findByText('在册 5 项，3 项可以加分')
    expect(screen.getByText('1.5 分 · 已计入')).toBeTruthy()
    expect(screen.getByText('吴某（示例）（体育产业处）')).toBeTruthy()
    await user.type(screen.getByLabelText('名称、获奖人、文号'), '先进')
    await waitFor(() => expect(api.inputsOf('honour.list').at(-1)).toEqual({ filter: { text: '先进' } }))
    await user.click(screen.getByLabelText('含已作废'))
    await waitFor(() =>
      expect(api.inputsOf('honour.list').at(-1)).toEqual({ filter: { text: '先进', voided: true } })
    )
  })

  it('asks for the person only where the kind has one', async () => {
    const { user, api } = renderApp('/honours')
    await user.click(await screen.findByRole('button', { name: '登记荣誉' }))
    const form = await dialogOf('登记荣誉')
    await user.type(within(form).getByLabelText('荣誉名称'), '优秀共产党员')
    await user.click(within(form).getByRole('button', { name: /保\s?存/ }))
    // The unit and the person are wanting.
    expect(within(form).getAllByText('请填写')).toHaveLength(2)
    expect(api.inputsOf('honour.add')).toEqual([])
    await user.click(within(form).getByLabelText('种类'))
    await user.click(await screen.findByText('创新工作室', { selector: '.ant-select-item-option-content' }))
    expect(within(form).queryByLabelText('获奖人')).toBeNull()
  })

  it('voids with a reason only', async () => {
    const { user, api } = renderApp('/honours?honour=4')
    const drawer = await dialogOf('第 4 号荣誉')
    await user.click(await within(drawer).findByRole('button', { name: /作\s?废/ }))
    await user.type(await screen.findByLabelText(/作废的理由/), '文件撤回')
    await user.click(screen.getAllByRole('button', { name: /作\s?废/ }).at(-1)!)
    await waitFor(() => expect(api.inputsOf('honour.void')).toEqual([{ id: 4, reason: '文件撤回' }]))
  })

  it('says what to do where there is none', async () => {
    renderApp('/honours', {
      'honour.list': () => honourListFixture({ honours: [], total: 0, proposals: 0, years: [] })
    })
    expect(await screen.findByText('还没有登记荣誉', { selector: '.blank-title' })).toBeTruthy()
  })
})

describe('bonuses', () => {
  it('are taken together by one name, but not those that something stands in the way of', async () => {
    const { user, api } = renderApp('/honours?view=BONUS')
    const accept = await screen.findByRole('button', { name: '采纳所选 2 项' })
    expect(screen.getByText(/不能采纳：2026年第四季度还没有建立/)).toBeTruthy()
    await user.click(accept)
    await user.type(await screen.findByLabelText('批准人'), '李强')
    await user.click(screen.getByRole('button', { name: '记入台账' }))
    await waitFor(() => expect(api.inputsOf('honour.accept')).toEqual([{ ids: [1, 2], approver: '李强' }]))
  })

  it('leave out what the clerk takes out, and need no name where another person approves', async () => {
    const { user, api } = renderApp('/honours?view=BONUS', {
      'honour.list': () => honourListFixture({ review: true })
    })
    await user.click(await screen.findByLabelText(`选「${honours[1]!.title}」`))
    await user.click(screen.getByRole('button', { name: '采纳所选 1 项' }))
    await user.click(await screen.findByRole('button', { name: '记入台账' }))
    await waitFor(() => expect(api.inputsOf('honour.accept')).toEqual([{ ids: [1], approver: null }]))
  })

  it('lead to the rules where there are none', async () => {
    const { user } = renderApp('/honours?view=BONUS', {
      'honour.list': () =>
        honourListFixture({
          honours: honours.map((entry) => ({ ...entry, bonus: { state: 'NONE' } })),
          settings: { ...honourListFixture().settings, rules: [] }
        })
    })
    await user.click(await screen.findByRole('button', { name: '去写规则' }))
    expect(await screen.findByRole('heading', { level: 2, name: '加分规则' })).toBeTruthy()
  })
})

describe('models and rules', () => {
  it('show distances as words: 0, 「/」 and 缺报 stay three things', async () => {
    renderApp('/honours?view=MODELS')
    expect(await screen.findAllByText('缺报')).not.toHaveLength(0)
    expect(screen.getAllByText('差 7.5')).not.toHaveLength(0)
  })

  it('save a model of an honour with an indicator and its direction', async () => {
    const { user, api } = renderApp('/honours?view=MODELS&model=1')
    const form = await dialogOf('设看齐标准')
    await user.type(within(form).getByLabelText('名称'), '看齐先进')
    await user.type(within(form).getByLabelText('第 1 项写什么'), '志愿服务')
    await user.click(within(form).getByRole('button', { name: /保\s?存/ }))
    expect(within(form).getByText('应填一个数')).toBeTruthy()
    await user.type(within(form).getByLabelText('第 1 项标准值'), '100')
    await user.click(within(form).getByRole('button', { name: /保\s?存/ }))
    await waitFor(() =>
      expect(api.inputsOf('honour.saveModel')[0]).toMatchObject({
        id: null,
        model: { title: '看齐先进', honour: 1, unit: null, metrics: [{ text: '志愿服务', value: '100' }] }
      })
    )
  })

  it('save kinds and rules together, and only when something changed', async () => {
    const { user, api } = renderApp('/honours?view=SETTINGS')
    const save = await screen.findByRole('button', { name: /保\s?存/ })
    expect(save.hasAttribute('disabled')).toBe(true)
    await user.click(screen.getByRole('button', { name: '加一种' }))
    await user.type(screen.getByLabelText('名称 8'), '最美志愿者')
    await user.click(save)
    await waitFor(() => {
      const [saved] = api.inputsOf('honour.saveSettings')
      expect(saved!.settings.kinds!.at(-1)).toMatchObject({ name: '最美志愿者' })
    })
  })
})
