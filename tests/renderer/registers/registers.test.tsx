import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { COUNT, small, open, rows, rowOf, valueOf, button } from './openRegister.ts'
import { registerItems } from './registerItems.ts'
import { registerWorld } from './registerWorld.ts'

describe('the list', () => {
  it('follows its address: other pages link to any list', async () => {
    await open('/registers?status=OVERDUE')
    expect(rows()).toHaveLength(3)
    expect(rowOf('问-2026-007').textContent).toContain('逾期 6 天')
  })

  it('narrows by state and by words, and lets go of all of it', async () => {
    const { user } = await open()
    expect(rows()).toHaveLength(COUNT)
    await user.click(screen.getByText('待核验 1'))
    expect(rows()).toHaveLength(1)
    await user.type(screen.getByRole('searchbox'), '没有这样的事')
    expect(await screen.findByText('没有符合条件的事项')).toBeTruthy()
    await user.click(button('清除筛选'))
    await waitFor(() => expect(rows()).toHaveLength(COUNT))
  })

  it('waits for the word that an IME is still composing', async () => {
    await open()
    const field = screen.getByRole('searchbox')
    fireEvent.compositionStart(field)
    fireEvent.change(field, { target: { value: 'hulan' } })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(rows()).toHaveLength(COUNT)
    fireEvent.change(field, { target: { value: '护栏' } })
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(rows()).toHaveLength(1))
  })

  it('says what is missing in a row and why', async () => {
    await open()
    const row = rowOf('年-2026-041')
    expect(row.textContent).toContain('未定单位')
    expect(row.textContent).toContain('未定时限')
  })

  it('draws only what is near in a register of a thousand', async () => {
    await open('/registers', registerWorld(registerItems(1000)))
    expect(rows().length).toBeLessThan(200)
    expect(screen.getByText(/共 1000 件/)).toBeTruthy()
  })

  it('an empty register offers both ways in; a warning links to the holidays', async () => {
    const { user } = await open('/registers', registerWorld([], ['节假日文件里没有 2027 年的安排。']))
    expect(screen.getByText('还没有登记事项')).toBeTruthy()
    expect(screen.getByRole('link', { name: '去设置节假日' }).getAttribute('href')).toBe('/settings')
    await user.click(screen.getAllByRole('button', { name: '登记事项' })[0]!)
    expect(await screen.findByRole('textbox', { name: '事项' })).toBeTruthy()
  })

  it('keeps a filter under a name and brings it back', async () => {
    const { user, api } = await open('/registers?status=OVERDUE')
    await user.click(button('常用筛选'))
    await user.click(await screen.findByText('存为常用筛选…'))
    await user.click(button('保存'))
    expect(await screen.findByText('请写一个名称')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: '名称' }), '逾期的')
    await user.click(button('保存'))
    await waitFor(() =>
      expect(api.inputsOf('register.saveView')).toEqual([
        { page: 'registers', name: '逾期的', filter: { statuses: ['OVERDUE'] } }
      ])
    )
    await user.click(screen.getByText('已销号 0'))
    await user.click(button('常用筛选'))
    await user.click(await screen.findByText('逾期的', { selector: '.rg-view *' }))
    await waitFor(() => expect(rows()).toHaveLength(3))
  })
})

describe('the keyboard', () => {
  it('walks the rows, checks on the way with Shift, checks with Space, opens with Enter', async () => {
    const { user } = await open()
    rows()[0]!.focus()
    await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(screen.getByText('选中 3 件')).toBeTruthy()
    await user.keyboard(' ')
    expect(screen.getByText('选中 2 件')).toBeTruthy()
    await user.keyboard('{Control>}a{/Control}')
    expect(screen.getByText(`选中 ${COUNT} 件`)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByText(/选中/)).toBeNull()
    await user.keyboard('{Home}{Enter}')
    expect((await screen.findByRole('dialog')).textContent).toContain('问-2026-007')
  })
})

describe('actions', () => {
  it('progress is written by its dialog with the day and what stood there', async () => {
    const { user, api } = await open('/registers?item=1')
    await user.click(button('记进展'))
    const percent = await screen.findByRole('textbox', { name: '进度（%）' })
    expect(valueOf(percent)).toBe('60')
    await user.clear(percent)
    await user.type(percent, '七成')
    await user.click(button('记下进展'))
    expect(await screen.findByText('请填数字')).toBeTruthy()
    expect(api.inputsOf('register.act')).toEqual([])
    await user.clear(percent)
    await user.type(percent, '70')
    await user.click(button('记下进展'))
    await waitFor(() =>
      expect(api.inputsOf('register.act')).toEqual([
        {
          ids: [1],
          action: { action: 'PROGRESS', on: '2026-10-09', percent: '70', amount: '72', text: '' }
        }
      ])
    )
    await waitFor(() => expect(rowOf('问-2026-007').textContent).toContain('70%'))
  })

  it('acts on the chosen that allow it and names the others', async () => {
    const { user, api } = await open()
    for (const number of ['问-2026-007', '问-2026-022']) {
      await user.click(within(rowOf(number)).getByRole('checkbox'))
    }
    await user.click(button('核验通过'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('另有 1 件现在不能核验通过')
    expect(dialog.textContent).toContain('问-2026-007（在办）')
    await user.type(within(dialog).getByRole('textbox', { name: '核验人' }), '核验员乙')
    await user.click(within(dialog).getByRole('button', { name: '核验通过' }))
    await waitFor(() => expect(api.inputsOf('register.act')).toMatchObject([{ ids: [6] }]))
    await waitFor(() => expect(rowOf('问-2026-022').textContent).toContain('待销号'))
  })

  it('a refusal stays in the dialog with what to do', async () => {
    const world = small()
    world.handlers['register.act'] = () => {
      throw new Refusal('VALIDATION_FAILED', '核验人「甲」就是责任人。', { action: '请换一位核验人。' })
    }
    const { user } = await open('/registers?item=6', world)
    await user.click(button('核验通过'))
    await user.type(await screen.findByRole('textbox', { name: '核验人' }), '甲')
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '核验通过' }))
    expect(await screen.findByText('核验人「甲」就是责任人。')).toBeTruthy()
    expect(screen.getByText(/请换一位核验人/)).toBeTruthy()
  })

  it('voiding can be taken back at once', async () => {
    const world = small()
    const { user } = await open('/registers?item=3', world)
    await user.click(button('更多'))
    await user.click(await screen.findByText('作废'))
    await user.type(await screen.findByRole('textbox', { name: '作废的理由' }), '登记重了')
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '作废' }))
    await waitFor(() => expect(world.item(3).voided).not.toBeNull())
    await user.click(await screen.findByRole('button', { name: '撤销' }))
    await waitFor(() => expect(world.item(3).voided).toBeNull())
  })

  it('changes many at once: only ticked fields, closed ones left out', async () => {
    const { user, api } = await open()
    for (const number of ['问-2026-007', '年-2026-019', '承-2026-001']) {
      await user.click(within(rowOf(number)).getByRole('checkbox'))
    }
    await user.click(button('批量修改'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('其中 1 件已销号或已作废')
    await user.click(within(dialog).getByRole('button', { name: '修改' }))
    expect(await screen.findByText('请先勾选要改的栏目')).toBeTruthy()
    await user.click(within(dialog).getByRole('checkbox', { name: '责任人' }))
    await user.type(within(dialog).getByRole('textbox', { name: '责任人' }), '经办人丙')
    await user.click(within(dialog).getByRole('button', { name: '修改' }))
    await waitFor(() =>
      expect(api.inputsOf('register.bulkEdit')).toEqual([{ ids: [1, 2], patch: { person: '经办人丙' } }])
    )
    expect(await screen.findByText('已修改 1 件，另有 1 件原来就是这样')).toBeTruthy()
  })

  it('says which copies of evidence are gone', async () => {
    await open('/registers?item=1')
    expect(await screen.findByText('文件不在了')).toBeTruthy()
  })

  it('exports what the filter shows', async () => {
    const { user, api } = await open('/registers?type=PROBLEM')
    await user.click(button('导出'))
    await user.hover(await screen.findByText('季度工作推进表'))
    await user.click(await screen.findByText('Word'))
    await waitFor(() =>
      expect(api.inputsOf('registerFile.export')).toEqual([
        { list: 'PROGRESS', period: '2026Q3', filter: { types: ['PROBLEM'] }, format: 'docx' }
      ])
    )
  })
})

describe('the other views', () => {
  it('the board moves a card with the same dialog, also by keyboard, and says why it cannot', async () => {
    const { user, api } = await open('/registers?view=board')
    const card = screen.getByRole('group', { name: /^问-2026-007/ })
    card.focus()
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    expect((await screen.findByRole('dialog')).textContent).toContain('报结 · 问-2026-007')
    await user.click(button('取消'))
    const transfer = { setData: () => undefined, effectAllowed: '' }
    fireEvent.dragStart(card, { dataTransfer: transfer })
    fireEvent.drop(screen.getByRole('region', { name: '已销号' }), { dataTransfer: transfer })
    expect(await screen.findByText(/「办理」不能直接到「销号」/)).toBeTruthy()
    screen.getByRole('group', { name: /^年-2026-041/ }).focus()
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    await waitFor(() =>
      expect(api.inputsOf('register.act')).toEqual([{ ids: [5], action: { action: 'START' } }])
    )
  })

  it('the calendar marks holidays and worked weekends, and leads to what has no date', async () => {
    const { user } = await open('/registers?view=calendar')
    const day = (date: string): HTMLElement => screen.getByRole('gridcell', { name: new RegExp(`^${date} `) })
    expect(await within(day('10月1日')).findByText(/休/)).toBeTruthy()
    expect(within(day('10月10日')).getByText(/班/)).toBeTruthy()
    expect(day('10月3日').textContent).toContain('水上中心码头护栏整改')
    await user.click(button('看这些'))
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(rowOf('年-2026-041')).toBeTruthy()
  })
})
