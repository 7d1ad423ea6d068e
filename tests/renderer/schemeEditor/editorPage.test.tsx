import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { Refusal } from '../fakeApi.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { blankDefinition, draftWorld, type DraftWorld } from './draftHandlers.ts'

let world: DraftWorld
beforeEach(() => {
  world = draftWorld(blankDefinition())
})

async function openEditor(): Promise<Mounted> {
  const mounted = renderApp('/scheme/edit/1', world.handlers)
  await pageTitle('编辑方案')
  await screen.findByRole('treegrid')
  return mounted
}

interface SavedIndicator {
  code: string
  name: string
  fullMark?: string
  rule?: { kind: string; params: Record<string, unknown> }
}

function savedIndicators(): SavedIndicator[] {
  const races = world.saved()['races'] as { dimensions: { indicators: SavedIndicator[] }[] }[]
  return races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
}

const cellsOf = (name: RegExp): HTMLElement[] =>
  within(screen.getByRole('row', { name })).getAllByRole('gridcell')

async function addIndicator({ user }: Mounted, name: string, mark: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: '加指标' }))
  await user.click(await screen.findByRole('gridcell', { name: /新指标/ }))
  await user.keyboard('{Enter}')
  const field = await screen.findByRole('textbox', { name: '名称' })
  await user.clear(field)
  await user.type(field, `${name}{Tab}`)
  await waitFor(() => expect(document.activeElement?.className).toContain('se-fullMark'))
  await user.keyboard(`${mark}{Enter}`)
}

const sentence = (): string => document.querySelector('.plain-words')?.textContent ?? ''

async function chooseKind({ user }: Mounted, name: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: '计分方式' }))
  await user.click(await screen.findByTitle(name))
}

it('builds an indicator, changes its rule, shows the sentence and the example, undoes and saves', async () => {
  const mounted = await openEditor()
  const { user } = mounted
  await addIndicator(mounted, '资金到位', '60')
  expect(cellsOf(/资金到位/)[1]!.textContent).toBe('60')

  await chooseKind(mounted, '按完成比例')
  await waitFor(() => expect(sentence()).toContain('完成几成得几成分'))
  const example = screen.getByRole('region', { name: '算一遍看看' })
  const scores = (): (string | null)[] =>
    [...example.querySelectorAll('tbody tr')].map((row) => row.lastElementChild!.textContent)
  await waitFor(() => expect(scores().every((score) => score !== '')).toBe(true))
  const before = scores()

  const cap = screen.getByRole('textbox', { name: '最多得满分的' })
  await user.type(cap, '20')
  await waitFor(() => expect(sentence()).toContain('最多得满分的 20%'))
  await waitFor(() => expect(scores()).not.toEqual(before))

  await user.tab()
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(sentence()).not.toContain('20%'))
  expect(scores()).toEqual(before)

  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已保存')).toBeTruthy()
  await waitFor(() =>
    expect(savedIndicators()).toEqual([
      { code: 'i1', name: '资金到位', fullMark: '60', rule: { kind: 'RATIO_TO_TARGET', params: {} } }
    ])
  )
})

it('says when the full marks do not add up, and when they do', async () => {
  const mounted = await openEditor()
  await addIndicator(mounted, '资金到位', '60')
  const sum = (): HTMLElement => cellsOf(/目标任务/)[2]!
  await waitFor(() => expect(sum().getAttribute('title')).toContain('合计 60，满分 100'))
  await addIndicator(mounted, '项目开工', '40')
  await waitFor(() => expect(sum().getAttribute('title')).toBe('合计等于满分'))
})

it('saves by itself and keeps what a newer program wrote', async () => {
  world = draftWorld({ ...blankDefinition(), futureField: { kept: true } })
  const mounted = await openEditor()
  await addIndicator(mounted, '资金到位', '60')
  await waitFor(() => expect(savedIndicators()[0]?.fullMark).toBe('60'), { timeout: 5000 })
  expect(world.saved()['futureField']).toEqual({ kept: true })
})

it('asks which of two versions stays when the draft was changed elsewhere', async () => {
  const mounted = await openEditor()
  world.touch(1, { ...blankDefinition(), title: '别处改过的名称' })
  await addIndicator(mounted, '资金到位', '60')
  await mounted.user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('草稿在别处改过')).toBeTruthy()
  expect(world.saved()['title']).toBe('别处改过的名称')
  await mounted.user.click(screen.getByRole('button', { name: '仍用我这一份' }))
  await waitFor(() => expect(savedIndicators()).toHaveLength(1))
  expect(await screen.findByText('已保存')).toBeTruthy()
})

it('keeps changes that main refused, says so, and tries again', async () => {
  const mounted = await openEditor()
  const { api, user } = mounted
  api.set({
    'draft.save': () => {
      throw new Refusal('BUSY', '正在备份，请稍候。')
    }
  })
  await addIndicator(mounted, '资金到位', '60')
  expect(await screen.findByText('没有存上')).toBeTruthy()
  api.set({ 'draft.save': world.handlers['draft.save']! })
  await user.click(screen.getByRole('button', { name: '再存一次' }))
  await waitFor(() => expect(savedIndicators()).toHaveLength(1))
})

it('deletes without asking and takes it back with Ctrl+Z', async () => {
  const mounted = await openEditor()
  const { user } = mounted
  await addIndicator(mounted, '资金到位', '60')
  await user.click(screen.getByRole('gridcell', { name: /目标任务/ }))
  await user.keyboard('{Control>}{Delete}{/Control}')
  await waitFor(() => expect(screen.queryByRole('row', { name: /资金到位/ })).toBeNull())
  await user.keyboard('{Control>}z{/Control}')
  expect(await screen.findByRole('row', { name: /资金到位/ })).toBeTruthy()
})

it('leads from a check to the cell that must be put right', async () => {
  const mounted = await openEditor()
  const { user } = mounted
  await addIndicator(mounted, '资金到位', '60')
  await user.keyboard('{Control>}s{/Control}')
  await user.click(await screen.findByRole('button', { name: /检查：\d+ 处必须修/ }))
  const drawer = await screen.findByRole('dialog')
  await user.click(within(drawer).getByRole('button', { name: /计分方式/ }))
  await waitFor(() => expect(document.activeElement?.getAttribute('data-spot')).toBe('0/0/0:kind'))
})

it('shows a draft that is gone as such', async () => {
  renderApp('/scheme/edit/77', world.handlers)
  expect(await screen.findByText('这份草稿已经不在了')).toBeTruthy()
})

it('comes into force only without errors, with what it changes and what is accepted', async () => {
  world = draftWorld()
  const { api, user } = await openEditor()
  await user.click(screen.getByRole('button', { name: /生效/ }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('没有任何不同。')).toBeTruthy()
  const go = within(dialog).getByRole<HTMLButtonElement>('button', { name: /从2026年第三季度起生效/ })
  expect(go.disabled).toBe(true)
  await user.click(within(dialog).getByRole('checkbox'))
  await user.click(go)
  expect(await pageTitle('考核方案')).toBeTruthy()
  expect(api.inputsOf('draft.activate')).toEqual([{ id: 1, period: '2026Q3' }])
})

it('lists drafts and versions beside the scheme, and makes a copy to edit', async () => {
  world = draftWorld()
  const { api, user } = renderApp('/scheme', world.handlers)
  await user.click(await screen.findByRole('button', { name: '修改方案' }))
  expect(await pageTitle('编辑方案')).toBeTruthy()
  expect(api.inputsOf('draft.create')).toEqual([{ from: 'PERIOD', period: '2026Q3' }])
})

it('deletes a draft only after its name has been read', async () => {
  world = draftWorld()
  const { api, user } = renderApp('/scheme', world.handlers)
  await user.click(await screen.findByRole('tab', { name: '版本与草稿' }))
  await user.click(await screen.findByRole('button', { name: '删除' }))
  expect(await screen.findByText(/会被删掉，找不回来/)).toBeTruthy()
  expect(api.inputsOf('draft.delete')).toEqual([])
  await user.click(screen.getByRole('button', { name: '删除草稿' }))
  await waitFor(() => expect(api.inputsOf('draft.delete')).toEqual([{ id: 1 }]))
  expect(await screen.findByText('没有草稿')).toBeTruthy()
})

it('pastes targets after showing what they change', async () => {
  world = draftWorld()
  const { user } = await openEditor()
  await user.click(screen.getByRole('tab', { name: '目标' }))
  await user.click(await screen.findByRole('button', { name: /从 Excel 粘贴/ }))
  await user.click(await screen.findByRole('textbox', { name: /贴到这里/ }))
  await user.paste('单位\t一季度\n办公室\t９\n宣传部\t1')
  expect(await screen.findByText('将改动 1 格')).toBeTruthy()
  expect(screen.getByText(/1 行的名称不是这里的单位.*宣传部/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '改这 1 格' }))
  await waitFor(() =>
    expect(screen.getByRole('gridcell', { name: '办公室 一季度（个）' }).textContent).toBe('9')
  )
})

it('begins an empty scheme from 新建方案, and asks for its name first', async () => {
  world = draftWorld()
  const { api, user } = renderApp('/scheme', world.handlers)
  await user.click(await screen.findByRole('button', { name: '新建方案' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('radio', { name: '空白' }))
  const go = within(dialog).getByRole<HTMLButtonElement>('button', { name: '开始编辑' })
  expect(go.disabled).toBe(true)
  await user.type(within(dialog).getByRole('textbox', { name: '方案名称' }), '明年的办法')
  await user.click(go)
  expect(await pageTitle('编辑方案')).toBeTruthy()
  expect(api.inputsOf('draft.create')).toMatchObject([{ from: 'BLANK', title: '明年的办法' }])
})

it('loses nothing when the page is left before the draft could be saved', async () => {
  const mounted = await openEditor()
  const { api, user } = mounted
  api.set({
    'draft.save': () => {
      throw new Refusal('BUSY', '正在备份，请稍候。')
    }
  })
  await addIndicator(mounted, '资金到位', '60')
  await user.click(screen.getByRole('link', { name: /总览/ }))
  expect(await screen.findByText(/改动留在这个窗口里/)).toBeTruthy()
  api.set({ 'draft.save': world.handlers['draft.save']! })
  await user.click(screen.getByRole('link', { name: /目标引领|考核方案/ }))
  await user.click(await screen.findByRole('link', { name: '继续编辑' }))
  expect(await screen.findByRole('row', { name: /资金到位/ })).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(savedIndicators()).toHaveLength(1))
})
