import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../renderApp.tsx'
import { roundWorld } from './roundFixture.ts'

const JUDGES = { kind: 'JUDGE_MEAN', params: { trim: 1, trimWhenMoreThan: 2 } }
const BALLOTS = {
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '优秀', weight: '100' },
      { name: '良好', weight: '80' }
    ]
  }
}
const seats = (count: number) => [
  {
    name: '',
    seats: Array.from({ length: count }, (_, index) => ({ key: String(index + 1), name: '' })),
    handedOut: null,
    returned: null
  }
]
const ballots = [{ name: '', seats: [], handedOut: 5, returned: null }]

function openEntry(world: ReturnType<typeof roundWorld>) {
  return renderApp('/evaluation/1?tab=entry', world.handlers)
}

describe('entry by keyboard', () => {
  it('goes on with Enter to the next unit and the next judge; * is 回避', async () => {
    const world = roundWorld(JUDGES, { groups: seats(2), entry: 'EACH' })
    const { user } = openEntry(world)
    const first = await screen.findByRole('textbox', { name: '评委 1 甲处' })
    expect(document.activeElement).toBe(first)
    await user.keyboard('95{Enter}90.5{Enter}*88{Enter}70{Enter}')
    await waitFor(() => expect(world.marks()).toEqual(['1a=95', '1b=90.5', '1c=*', '1d=88', '2a=70']))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '评委 2 乙处' }))
    await user.keyboard('{ArrowUp}{ArrowLeft}')
    const cell = screen.getByRole('textbox', { name: '评委 1 甲处' })
    expect((cell as HTMLInputElement).value).toBe('95')
    await user.keyboard('{Delete}')
    await waitFor(() => expect(world.marks()).not.toContain('1a=95'))
  })

  it('keeps what is no mark as typed and says so; a mark out of range is written and told', async () => {
    const world = roundWorld(JUDGES, { groups: seats(1), entry: 'EACH' })
    const { user } = openEntry(world)
    await screen.findByRole('textbox', { name: '评委 1 甲处' })
    await user.keyboard('九十{Enter}105{Enter}{ArrowLeft}{ArrowLeft}')
    const [cell] = await screen.findAllByRole('textbox', { name: '评委 1 甲处' })
    expect((cell as HTMLInputElement).value).toBe('九十')
    expect(cell!.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(/「九十」不是数，没有录上/)).toBeTruthy()
    await user.keyboard('{ArrowRight}')
    expect(await screen.findByText(/105 不在 0 到 100 之间，按规则只去掉这一个分/)).toBeTruthy()
    expect(world.marks()).toEqual(['1b=105'])
  })

  it('undoes, and pastes a block out of Excel', async () => {
    const world = roundWorld(JUDGES, { groups: seats(2), entry: 'EACH' })
    const { user } = openEntry(world)
    await screen.findByRole('textbox', { name: '评委 1 甲处' })
    await user.paste('90\t91\t92\t93\r\n80\t81\t82\t83\r\n')
    await waitFor(() => expect(world.marks()).toHaveLength(8))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(world.marks()).toEqual([]))
  })

  it('holds a judge’s second sheet until each mark is decided', async () => {
    const world = roundWorld(JUDGES, { groups: seats(1), entry: 'EACH' })
    const { user } = openEntry(world)
    await screen.findByRole('textbox', { name: '评委 1 甲处' })
    await user.keyboard('90{Enter}80{Enter}{ArrowLeft}{ArrowLeft}')
    await waitFor(() => expect(world.marks()).toHaveLength(2))
    await user.paste('91\t81\t70')
    const dialog = await screen.findByRole('dialog', { name: '同一席位收到两个不同的分' })
    expect(world.marks()).toEqual(['1a=90', '1b=80'])
    const confirm = within(dialog).getByRole('button', { name: '按所选录入' })
    expect(confirm.hasAttribute('disabled')).toBe(true)
    await user.click(within(dialog).getByRole('radio', { name: '评委 1 甲处 用新收到的' }))
    await user.click(within(dialog).getByRole('radio', { name: '评委 1 乙处 留已录的' }))
    await user.click(confirm)
    await waitFor(() => expect([...world.marks()].sort()).toEqual(['1a=91', '1b=80', '1c=70']))
  })

  it('takes options by number, a ballot a row', async () => {
    const world = roundWorld(BALLOTS, { groups: ballots, entry: 'EACH' })
    const { user } = openEntry(world)
    await screen.findByRole('textbox', { name: '1 甲处' })
    await user.keyboard('1212')
    await waitFor(() => expect(world.marks()).toEqual(['1a=优秀', '1b=良好', '1c=优秀', '1d=良好']))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '2 甲处' }))
  })

  it('counts with + and −, against the ballots that were handed out', async () => {
    const world = roundWorld(BALLOTS, { groups: ballots, entry: 'TOTALS' })
    const { user } = openEntry(world)
    await screen.findByRole('textbox', { name: '甲处 优秀' })
    await user.keyboard('+')
    await user.keyboard('+')
    await user.keyboard('+')
    await user.keyboard('-')
    await waitFor(() => expect(world.marks()).toEqual(['优秀a=2']))
    expect(await screen.findByText('2 / 5')).toBeTruthy()
  })

  it('offers no cell of a closed round', async () => {
    const world = roundWorld(JUDGES, { groups: seats(1), entry: 'EACH' }, { state: 'CLOSED' })
    openEntry(world)
    expect(await screen.findByText(/要改请先「重开评分」/)).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: '评委 1 甲处' })).toBeNull()
  })
})

describe('the projector', () => {
  it('hides the marks until 空格, strikes the ends with the score, and gives the place so far', async () => {
    const world = roundWorld(JUDGES, { groups: seats(3), entry: 'EACH' })
    const { user, api } = openEntry(world)
    await screen.findByRole('textbox', { name: '评委 1 甲处' })
    await user.keyboard('71{Enter}95{Enter}{Enter}{Enter}82{Enter}91{Enter}{Enter}{Enter}93{Enter}90{Enter}')
    await waitFor(() => expect(world.marks()).toHaveLength(6))
    expect(api.inputsOf('evaluation.enter').length).toBe(6)
    await user.click(screen.getByRole('button', { name: '投影' }))
    const wall = await screen.findByRole('region', { name: '第三季度讲堂' })
    expect(within(wall).getByRole('heading', { name: '甲处' })).toBeTruthy()
    expect(within(wall).queryByText('93')).toBeNull()
    await user.keyboard(' ')
    expect(within(wall).getByText('93')).toBeTruthy()
    expect(within(wall).queryByText('最高')).toBeNull()
    await user.keyboard(' ')
    expect(within(wall).getByText('最高')).toBeTruthy()
    expect(within(wall).getByText('82.00')).toBeTruthy()
    expect(within(wall).getByText('第 1 名（已亮 1 个单位）')).toBeTruthy()
    await user.keyboard('{ArrowLeft}')
    expect(within(wall).queryByText('82.00')).toBeNull()
    await user.keyboard('h')
    expect(within(wall).getByText('评分进行中')).toBeTruthy()
    await user.keyboard('a')
    const rows = within(wall)
      .getAllByRole('listitem')
      .map((row) => row.textContent)
    expect(rows).toEqual(['1乙处91.00', '2甲处82.00', '/丙处未评', '/丁处未评'])
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('heading', { level: 1, name: '第三季度讲堂' })).toBeTruthy()
  })
})

describe('the list', () => {
  it('says where rounds come from when the scheme has none', async () => {
    renderApp('/evaluation', { 'evaluation.list': () => ({ judged: [], rounds: [], canEdit: true }) })
    expect(await screen.findByText('方案里没有由评委打分或投票得出的指标')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '新建评分' })).toBeNull()
  })
})
