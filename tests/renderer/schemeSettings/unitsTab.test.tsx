import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { UnitsTab } from '../../../renderer/src/features/schemeEditor/settings/UnitsTab.tsx'
import { bureauDraft, emptyDraft, smallDraft } from './drafts.ts'
import { pick, renderTab } from './renderTab.tsx'

it('shows what to do in an empty draft, and takes a pasted list', async () => {
  const { user, draft } = renderTab(UnitsTab, emptyDraft)
  expect(screen.getByText('还没有单位')).toBeTruthy()
  await user.click(screen.getAllByRole('button', { name: '粘贴名单…' })[0]!)
  const box = await screen.findByRole('textbox', { name: '名单' })
  fireEvent.change(box, { target: { value: '办公室\n人事处\n办公室' } })
  expect(screen.getByText('名单里重复，跳过')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '加入 2 个单位' }))
  expect(draft().units!.map(({ code, name }) => `${code} ${name}`)).toEqual(['unit1 办公室', 'unit2 人事处'])
})

it('renames a unit, and shows the old name again after undo', async () => {
  const { user, draft, undo, steps } = renderTab(UnitsTab, smallDraft)
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: '名称' })
  expect(name.value).toBe('办公室')
  await user.type(name, '甲')
  expect(draft().units![0]!.name).toBe('办公室甲')
  expect(steps()).toEqual(['改单位资料'])
  act(undo)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe('办公室')
})

it('moves a unit with Alt and an arrow, and deletes what is ticked', async () => {
  const { user, draft } = renderTab(UnitsTab, smallDraft)
  const row = screen.getByText('财务处').closest('tr')!
  await user.click(row)
  act(() => row.focus())
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(draft().units!.map((unit) => unit.code)).toEqual(['finance', 'office'])
  await user.click(screen.getByRole('checkbox', { name: '选 财务处' }))
  await user.click(screen.getByRole('button', { name: '删除所选' }))
  expect(draft().units!.map((unit) => unit.code)).toEqual(['office'])
  expect(await screen.findByText(/已删除「财务处」，连同 1 条目标/)).toBeTruthy()
})

it('reads a staff number with full-width digits, and changes nothing for what is none', async () => {
  const { user, draft } = renderTab(UnitsTab, smallDraft)
  const staff = screen.getByRole<HTMLInputElement>('textbox', { name: '在编人数' })
  await user.type(staff, '４３')
  expect(draft().units![0]!.staff).toBe(43)
  await user.type(staff, '.5')
  expect(draft().units![0]!.staff).toBe(43)
  expect(staff.getAttribute('aria-invalid')).toBe('true')
  await user.clear(staff)
  expect('staff' in draft().units![0]!).toBe(false)
})

it('marks units without a group, and moves ticked ones into one', async () => {
  const { user, draft } = renderTab(UnitsTab, {
    ...smallDraft,
    units: [...smallDraft.units!, { code: 'new', name: '新设单位', kind: 'AFFILIATE' }]
  })
  await user.click(screen.getByRole('button', { name: /组别.*1 个单位还没有分组/ }))
  const rest = screen.getByRole('region', { name: '还没有分组' })
  await user.click(within(rest).getByRole('checkbox', { name: '新设单位' }))
  await pick(user, '移到', '机关组')
  expect(draft().groups![0]!.members!.map((member) => member.unit)).toEqual(['office', 'finance', 'new'])
  expect(within(rest).getByText('都分好了。')).toBeTruthy()
})

it('takes a unit dropped on a group', () => {
  const { draft, container } = renderTab(UnitsTab, {
    ...smallDraft,
    groups: [...smallDraft.groups!, { code: 'h', name: '直属组', members: [] }],
    races: [{ ...smallDraft.races![0], groups: ['g', 'h'] }]
  })
  fireEvent.click(screen.getByRole('button', { name: /^组别/ }))
  const data = new Map<string, string>()
  const dataTransfer = {
    setData: (type: string, value: string) => void data.set(type, value),
    getData: (type: string) => data.get(type) ?? '',
    get types() {
      return [...data.keys()]
    },
    effectAllowed: ''
  }
  const chip = [...container.querySelectorAll('li.board-unit')].find((item) =>
    item.textContent?.includes('财务处')
  )!
  fireEvent.dragStart(chip, { dataTransfer })
  const target = screen.getByRole('region', { name: '直属组' })
  fireEvent.dragOver(target, { dataTransfer })
  fireEvent.drop(target, { dataTransfer })
  expect(draft().groups!.map((group) => group.members!.map((member) => member.unit))).toEqual([
    ['office'],
    ['finance']
  ])
})

it('says what an entry of 沿革 does', async () => {
  const { user, draft } = renderTab(UnitsTab, smallDraft)
  await user.click(screen.getByRole('button', { name: /^沿革/ }))
  await user.click(screen.getByRole('button', { name: '加一条沿革' }))
  expect(screen.getByText('选好单位和季度，这里说明怎么算。')).toBeTruthy()
  await pick(user, '发生了什么', '撤销')
  expect(draft().successions![0]).toMatchObject({ kind: 'ABOLISH', to: [] })
  expect(screen.queryByRole('combobox', { name: '新单位' })).toBeNull()
})

it('opens every part over the whole bureau', () => {
  renderTab(UnitsTab, bureauDraft)
  for (const name of [/^组别/, /^战线/, /^沿革/, /^单位/]) {
    fireEvent.click(screen.getByRole('button', { name }))
  }
  expect(screen.getAllByText('群众体育处').length).toBeGreaterThan(0)
})
