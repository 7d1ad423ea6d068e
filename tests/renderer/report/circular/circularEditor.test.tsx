import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { bureauFacts } from '../../../unit/domain/report/circular/bureauFacts.ts'
import { Refusal, type Handlers } from '../../fakeApi.ts'
import { circularWorld, type CircularWorld } from './circularWorld.ts'
import { bureau, caret, COMPUTED, mount, openTies, read, savedText, TIES, type } from './mountCircular.tsx'

describe('the parts', () => {
  it('say how much is computed, and what there is nothing of', async () => {
    mount()
    const rows = await screen.findAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      '依据与范围自动 3 句',
      '总体情况自动 8 句',
      '工作亮点自动 10 句',
      '存在问题自动 14 句',
      '下一步要求自动 10 句',
      '附件 1 排名表',
      '附件 2 未报送名单',
      '附件 3 加减分明细',
      '红黑榜没有可附的',
      '荣誉名册没有可附的'
    ])
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '红黑榜' }).disabled).toBe(true)
  })

  it('are left out and put back; attachments close up', async () => {
    const { user, options } = mount()
    await user.click(await screen.findByRole('checkbox', { name: '附件 1 排名表' }))
    await user.click(screen.getByRole('checkbox', { name: '工作亮点' }))
    expect(options().omit).toEqual(['RANKING', 'HIGHLIGHTS'])
    expect(screen.getByRole('checkbox', { name: '附件 1 未报送名单' })).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: '工作亮点' }))
    expect(options().omit).toEqual(['RANKING'])
  })
})

describe('going back to the computed text', () => {
  const edits = (): CircularWorld => {
    const { computed } = bureau(TIES)
    return circularWorld({ [TIES]: { text: '改过的一段。', basis: computed } })
  }

  it('one paragraph; Ctrl+Z there brings the wording back', async () => {
    const mounted = mount(edits())
    const element = await openTies(mounted)
    expect(read('总体情况 第 3 段')).toBe('改过的一段。')
    await mounted.user.click(screen.getByRole('button', { name: '恢复自动生成' }))
    expect(read('总体情况 第 3 段')).toBe(COMPUTED)
    await savedText(mounted, undefined)
    fireEvent.keyDown(element, { key: 'z', ctrlKey: true })
    expect(read('总体情况 第 3 段')).toBe('改过的一段。')
    await savedText(mounted, '改过的一段。')
  })

  it('all of them, with a way back', async () => {
    const mounted = mount(edits())
    await mounted.user.click(await screen.findByRole('button', { name: '全部恢复自动生成' }))
    await waitFor(() => expect(mounted.world.saved()).toEqual({}), { timeout: 5000 })
    expect(screen.getByText(/已恢复 1 段自动生成的文字/)).toBeTruthy()
    await mounted.user.click(screen.getByRole('button', { name: '撤销' }))
    await savedText(mounted, '改过的一段。')
  })
})

describe('a wording whose facts are others now', () => {
  const world = (): CircularWorld => {
    const { computed } = bureau(TIES)
    return circularWorld(
      { [TIES]: { text: '两家并列：⟦tie.race.departments.youth.youth⟧。', basis: computed } },
      (circularEdits) => {
        const facts = bureauFacts({ circularEdits })
        Object.assign(facts.results.races[0]!.groups[0]!.units[3]!, { rank: 2, tied: true })
        return facts
      }
    )
  }

  it('is shown beside the computed paragraph and can be used again', async () => {
    const mounted = mount(world())
    expect(await screen.findByText('待定稿')).toBeTruthy()
    expect(screen.getByText(/有 1 段改过的文字因数据变动没有用上/)).toBeTruthy()
    await openTies(mounted)
    expect(read('总体情况 第 3 段')).toContain('规划财务处')
    expect(screen.getByRole('note').textContent).toContain('两家并列：青少年体育处。')
    await mounted.user.click(screen.getByRole('button', { name: '用回改过的文字' }))
    expect(read('总体情况 第 3 段')).toBe('两家并列：青少年体育处。')
    await waitFor(
      () => expect(mounted.world.saved()[TIES]?.basis.some(({ text }) => text === '规划财务处')).toBe(true),
      { timeout: 5000 }
    )
    expect(screen.queryByText('待定稿')).toBeNull()
  })

  it('can be given up', async () => {
    const mounted = mount(world())
    await openTies(mounted)
    await mounted.user.click(screen.getByRole('button', { name: '不要了' }))
    await savedText(mounted, undefined)
    expect(screen.queryByRole('note')).toBeNull()
  })

  it('one that has no paragraph any more is told of', async () => {
    const mounted = mount(circularWorld({ gone: { text: '从前写的。', basis: [] } }))
    expect((await screen.findByRole('note')).textContent).toContain('从前写的。')
    const element = await openTies(mounted)
    caret(element, 3)
    type(element, '两家')
    await waitFor(() => expect(Object.keys(mounted.world.saved())).toEqual(['gone', TIES]), { timeout: 5000 })
    await mounted.user.click(screen.getByRole('button', { name: '不要了' }))
    await waitFor(() => expect(Object.keys(mounted.world.saved())).toEqual([TIES]), { timeout: 5000 })
  })
})

describe('saving', () => {
  it('a refusal is told where it happened, and nothing that was typed is lost', async () => {
    const refusing: Handlers = {
      'report.saveText': () => {
        throw new Refusal('DATABASE_BUSY', '正在备份，现在不能保存。', { action: '请稍候再试。' })
      }
    }
    const mounted = mount(circularWorld(), refusing)
    const element = await openTies(mounted)
    caret(element, 3)
    type(element, '两家')
    expect((await screen.findByRole('alert')).textContent).toContain('正在备份，现在不能保存。请稍候再试。')
    expect(read('总体情况 第 3 段')).toContain('两家得分')
    // Left and opened again: the words are still there, and can be saved now.
    mounted.close()
    await screen.findByText('closed')
    mounted.reopen()
    await openTies(mounted)
    expect(read('总体情况 第 3 段')).toContain('两家得分')
    mounted.api.set(mounted.world.handlers)
    await mounted.user.click(screen.getByRole('button', { name: '再试一次' }))
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text).toContain('两家得分'))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('closing the editor saves at once, and opening it again shows it', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    caret(element, 3)
    type(element, '两家')
    mounted.close()
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text).toContain('两家得分'))
    mounted.reopen()
    await openTies(mounted)
    expect(read('总体情况 第 3 段')).toContain('两家得分')
  })

  it('what is typed while a saving is under way is saved after it', async () => {
    let answer: () => void = () => undefined
    const world = circularWorld()
    const mounted = mount(world, {
      'report.saveText': async (input) => {
        await new Promise<void>((resolve) => (answer = resolve))
        return world.handlers['report.saveText']!(input)
      }
    })
    const element = await openTies(mounted)
    caret(element, 3)
    type(element, '两')
    await waitFor(() => expect(mounted.api.inputsOf('report.saveText')).toHaveLength(1), { timeout: 5000 })
    type(element, '家')
    answer()
    await waitFor(() => expect(mounted.api.inputsOf('report.saveText')).toHaveLength(2), { timeout: 5000 })
    answer()
    await waitFor(() => expect(world.saved()[TIES]?.text).toContain('两家得分'))
    expect(read('总体情况 第 3 段')).toContain('两家得分')
  })
})

describe('the wide window', () => {
  it('has all parts open, and what is written there is the same text', async () => {
    const mounted = mount()
    await screen.findByText('自动 3 句')
    await mounted.user.click(screen.getByRole('button', { name: '放大编辑' }))
    const dialog = await screen.findByRole('dialog')
    const element = within(dialog).getByRole('textbox', { name: '总体情况 第 3 段' })
    caret(element, 3)
    type(element, '两家')
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text).toContain('两家得分'), { timeout: 5000 })
    await mounted.user.click(within(dialog).getByRole('button', { name: /关闭|Close/ }))
    await openTies(mounted)
    expect(read('总体情况 第 3 段')).toContain('两家得分')
  })
})
