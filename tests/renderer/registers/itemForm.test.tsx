import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { small, open, valueOf, button } from './openRegister.ts'

describe('the form', () => {
  it('asks for the title, takes the day of the clock, saves with Ctrl+S', async () => {
    const { user, api } = await open('/registers?type=COMMITMENT')
    await user.click(button('登记事项'))
    const title = await screen.findByRole('textbox', { name: '事项' })
    await user.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText('请写明事项')).toBeTruthy()
    await user.type(title, '新建街道健身点')
    await user.click(screen.getByText('限时办'))
    await user.click(await screen.findByRole('button', { name: '用这个时限' }))
    expect(valueOf(screen.getByLabelText('完成时限'))).toBe('2026-10-16')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() =>
      expect(api.inputsOf('register.add')).toMatchObject([
        { fields: { type: 'COMMITMENT', title: '新建街道健身点', urgency: 'TIMED', due: '2026-10-16' } }
      ])
    )
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '事项' })).toBeNull())
  })

  it('asks before typed words are lost, and Esc keeps them', async () => {
    const { user } = await open()
    await user.click(button('登记事项'))
    await user.type(await screen.findByRole('textbox', { name: '事项' }), '甲')
    await user.keyboard('{Escape}')
    expect(await screen.findByText('改过的内容还没有保存，关闭后就没有了。')).toBeTruthy()
    await user.click(button('继续填写'))
    expect(valueOf(screen.getByRole('textbox', { name: '事项' }))).toBe('甲')
  })

  it('adds up shares while they are typed', async () => {
    const { user } = await open('/registers?item=1')
    await user.click(button('修改'))
    await user.type(await screen.findByRole('textbox', { name: '责任单位 分担 %' }), '70')
    await user.type(screen.getByRole('textbox', { name: '配合单位 1 分担 %' }), '40')
    expect(await screen.findByText('合计 110%，超过 100%')).toBeTruthy()
    await user.click(button('保存'))
    expect(await screen.findByText('分担比例合计 110%，超过 100%，请改正。')).toBeTruthy()
  })

  it('changed elsewhere meanwhile: what both changed is chosen, nothing is lost', async () => {
    const world = small()
    const { user, api } = await open('/registers?item=1', world)
    await user.click(button('修改'))
    const person = await screen.findByRole('textbox', { name: '责任人' })
    await user.clear(person)
    await user.type(person, '经办人乙')
    world.change(1, { person: '经办人丙', leader: '分管甲', version: 2 })
    await user.click(button('保存'))
    const dialog = (await screen.findByText('这件事项别处也改过')).closest<HTMLElement>('[role=dialog]')!
    expect(dialog.textContent).toContain('经办人丙')
    expect(dialog.textContent).toContain('分管甲')
    await user.click(within(dialog).getByRole('button', { name: '合并后保存' }))
    await waitFor(() =>
      expect(api.inputsOf('register.edit').at(-1)).toMatchObject({
        version: 2,
        fields: { person: '经办人乙', leader: '分管甲' }
      })
    )
  })
})
