import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { periodView } from '../fixtures/views.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { BATCHES, importWorld } from './importHandlers.ts'
import { giveElementsSize } from './layoutSize.ts'

beforeEach(() => giveElementsSize())

async function open(over: Handlers = {}, running = true): Promise<Mounted> {
  const mounted = renderApp('/import', { ...importWorld({ running }).handlers, ...over })
  await pageTitle('导入')
  return mounted
}

async function toCheck(over: Handlers = {}): Promise<Mounted> {
  const mounted = await open(over)
  await mounted.user.click(await screen.findByRole('button', { name: '检查' }))
  await screen.findByRole('group', { name: '「体育产业科」不是已知单位' })
  return mounted
}

const card = (name: string): HTMLElement => screen.getByRole('group', { name })

describe('选文件', () => {
  it('resumes the running import and says of every file whether it counts', async () => {
    await open()
    const table = await screen.findByRole('table', { name: '本次的文件' })
    expect(within(table).getByText('与《目标任务完成情况汇总表.xlsx》内容完全相同')).toBeTruthy()
    expect(within(table).getByText(/有密码保护。请在 WPS 或 Excel 里去掉打开密码/)).toBeTruthy()
    expect(within(table).getAllByText('可以导入')).toHaveLength(2)
    expect(within(table).getByText('重复')).toBeTruthy()
  })

  it('sends dropped files as bytes', async () => {
    const { api } = await open({}, false)
    const zone = (await screen.findByText('把报送表格或整个文件夹拖到这里')).closest('.ip-drop')!
    fireEvent.drop(zone, { dataTransfer: { files: [new File(['abc'], '表.xlsx')] } })
    await waitFor(() => expect(api.inputsOf('import.drop')).toHaveLength(1))
    const [sent] = api.inputsOf('import.drop')[0]!.files
    expect(sent!.name).toBe('表.xlsx')
    expect([...sent!.bytes]).toEqual([97, 98, 99])
  })

  it('offers the sample only where the library is the sample', async () => {
    await open({}, false)
    expect(await screen.findByRole('button', { name: '示例季度的工作簿' })).toBeTruthy()
  })

  it('leaves a file out and takes it back', async () => {
    const { api, user } = await open()
    const table = await screen.findByRole('table', { name: '本次的文件' })
    await user.click(within(table).getAllByRole('button', { name: '不导入' })[0]!)
    await waitFor(() =>
      expect(api.inputsOf('import.skipFile')).toEqual([{ session: 's1', file: 'f1', skip: true }])
    )
    await user.click(await screen.findByRole('button', { name: '恢复导入' }))
    expect(api.inputsOf('import.skipFile').at(-1)).toEqual({ session: 's1', file: 'f1', skip: false })
  })

  it('stays when the file dialog is cancelled', async () => {
    const { api, user } = await open({ 'import.pick': () => null }, false)
    await user.click(await screen.findByRole('button', { name: '选择文件' }))
    await waitFor(() => expect(api.inputsOf('import.pick')).toEqual([{ period: '2026Q3', what: 'FILES' }]))
    expect(await screen.findByRole('button', { name: /选择文件$/ })).toBeTruthy()
    expect(screen.queryByRole('table', { name: '本次的文件' })).toBeNull()
  })
})

describe('导入记录', () => {
  it('asks before undoing, and says why a batch cannot be undone', async () => {
    const { api, user } = await open({}, false)
    expect(await screen.findByText(BATCHES[1]!.undoRefused!)).toBeTruthy()
    const buttons = screen.getAllByRole('button', { name: '撤销' })
    expect(buttons).toHaveLength(1)
    await user.click(buttons[0]!)
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('加减分台账.xlsx')
    expect(api.inputsOf('batch.undo')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '撤销导入' }))
    await waitFor(() => expect(api.inputsOf('batch.undo')).toEqual([{ batch: 5 }]))
  })

  it('shows the refusal in the dialog when later work depends on the batch', async () => {
    const { user } = await open(
      {
        'batch.undo': () => {
          throw new Refusal('CONFLICT', '第 6 批改过其中 2 格，不能撤销。')
        }
      },
      false
    )
    await user.click(await screen.findByRole('button', { name: '撤销' }))
    await user.click(await screen.findByRole('button', { name: '撤销导入' }))
    expect((await screen.findByRole('alert')).textContent).toContain('第 6 批改过其中 2 格')
  })
})

describe('检查', () => {
  it('draws the real sheet with its tints and counts', async () => {
    await toCheck()
    const grid = await screen.findByRole('grid', { name: '表1 机关处室' })
    const unknown = (await within(grid).findByText('体育产业科')).closest('[role="gridcell"]')!
    expect(unknown.className).toContain('sg-error')
    expect(within(grid).getByText('合计').closest('[role="gridcell"]')!.className).toContain('sg-skipped')
    expect(within(grid).getByText('2026年第三季度目标任务完成情况汇总表')).toBeTruthy()
    expect(screen.getByRole('tab', { name: /说明（不导入）/ })).toBeTruthy()
    expect(screen.getByRole('tab', { name: /表1 机关处室\s*2/ })).toBeTruthy()
  })

  it('settles an unknown unit in every file, with the likeliest answer chosen', async () => {
    const { api, user } = await toCheck()
    await user.click(within(card('「体育产业科」不是已知单位')).getByRole('button', { name: '就是它' }))
    await waitFor(() =>
      expect(api.inputsOf('import.fixAll')).toEqual([
        { session: 's1', fixes: { units: { 体育产业科: { unit: 'industry', remember: true } } } }
      ])
    )
    await waitFor(() =>
      expect(screen.queryByRole('group', { name: '「体育产业科」不是已知单位' })).toBeNull()
    )
    expect(await screen.findByText('还有 1 处必须修')).toBeTruthy()
  })

  it('does not remember the name when told not to, and can leave its rows out', async () => {
    const { api, user } = await toCheck()
    const unit = within(card('「体育产业科」不是已知单位'))
    await user.click(unit.getByRole('checkbox'))
    await user.click(unit.getByRole('button', { name: '就是它' }))
    await waitFor(() =>
      expect(api.inputsOf('import.fixAll')[0]?.fixes.units).toMatchObject({ 体育产业科: { remember: false } })
    )
    const again = await toCheckAgain()
    await again.user.click(
      within(card('「体育产业科」不是已知单位')).getByRole('button', { name: '这些行不导入' })
    )
    await waitFor(() =>
      expect(again.api.inputsOf('import.fixAll')[0]?.fixes.units).toEqual({ 体育产业科: 'SKIP' })
    )
  })

  async function toCheckAgain(): Promise<Mounted> {
    document.body.innerHTML = ''
    return toCheck()
  }

  it('fills a broken cell only with a number and a basis', async () => {
    const { api, user } = await toCheck()
    const broken = within(card('公式出错 #REF!，没有可用的值'))
    await user.click(broken.getByRole('button', { name: '填数' }))
    await user.type(broken.getByRole('textbox', { name: '数值' }), '约896')
    await user.click(broken.getByRole('button', { name: '用这个数' }))
    expect(broken.getByRole('alert').textContent).toBe('请填一个数，例如 12 或 3.5')
    await user.clear(broken.getByRole('textbox', { name: '数值' }))
    await user.type(broken.getByRole('textbox', { name: '数值' }), '896.50')
    await user.click(broken.getByRole('button', { name: '用这个数' }))
    expect(broken.getByRole('alert').textContent).toBe('请写明依据')
    expect(api.inputsOf('import.fix')).toEqual([])
    await user.type(broken.getByRole('textbox', { name: /依据/ }), '电话核实')
    await user.click(broken.getByRole('button', { name: '用这个数' }))
    await waitFor(() => expect(api.inputsOf('import.fix')).toHaveLength(1))
    expect(api.inputsOf('import.fix')[0]!.fixes?.cells).toEqual({
      '表1 机关处室!F16': { as: 'VALUE', value: '896.5', basis: '电话核实' }
    })
    await waitFor(() => expect(screen.queryByRole('group', { name: /公式出错/ })).toBeNull())
  })

  it('changes what a word means and confirms it', async () => {
    const { api, user } = await toCheck()
    const words = screen.getByRole('group', { name: /个单元格写「\/」/ })
    await user.click(within(words).getByText('缺报'))
    await waitFor(() => expect(api.inputsOf('import.fix')).toHaveLength(1))
    expect(api.inputsOf('import.fix')[0]!.fixes?.emptyWords).toMatchObject({ '/': 'MISSING', 无: 'MISSING' })
  })

  it('accepts a confirmation and can take it back', async () => {
    const { api, user } = await toCheck()
    await user.click(within(card('合计与自算不一致')).getByRole('button', { name: '确认' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '合计与自算不一致' })).toBeNull())
    expect(api.inputsOf('import.fix')[0]!.fixes?.confirmed).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: '展开' }))
    await user.click(screen.getByRole('button', { name: '撤回' }))
    expect(await screen.findByRole('group', { name: '合计与自算不一致' })).toBeTruthy()
  })

  it('walks from problem to problem with N and P and locates the cell', async () => {
    const { user } = await toCheck()
    const grid = await screen.findByRole('grid', { name: '表1 机关处室' })
    await user.keyboard('n')
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-B12')
    expect(document.activeElement).toBe(grid)
    await user.keyboard('n')
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-F16')
    await user.keyboard('p')
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-B12')
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-C13')
    expect(screen.getByText(/导入为 场馆管理处 · 重点体育项目落地 · 目标 5/)).toBeTruthy()
    await user.keyboard('{F6}')
    expect(document.activeElement).not.toBe(grid)
    await user.keyboard('{F6}')
    expect(document.activeElement).toBe(grid)
  })
})

describe('认表头', () => {
  it('moves the header by a click on a row number and changes a column', async () => {
    const { api, user } = await open()
    await user.click(await screen.findByRole('button', { name: '下一步：认表头' }))
    expect(await screen.findByText('第 3–4 行')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: '第 5 行' }))
    await user.click(await screen.findByText('表头到这一行为止'))
    await waitFor(() => expect(api.inputsOf('import.fix')).toHaveLength(1))
    expect(api.inputsOf('import.fix')[0]!.fixes?.sheets).toEqual({
      '表1 机关处室': { header: { first: 2, last: 4 } }
    })
  })

  it('sends the chosen role by column letter', async () => {
    const { api, user } = await open()
    await user.click(await screen.findByRole('button', { name: '下一步：认表头' }))
    await user.click(await screen.findByRole('button', { name: '改 G 列的用途' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: '各列的用途' }))
    const options = await screen.findAllByTitle('不导入')
    await user.click(options.find((option) => option.closest('.ant-select-item') !== null)!)
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.inputsOf('import.fix')).toHaveLength(1))
    expect(api.inputsOf('import.fix')[0]!.fixes?.sheets?.['表1 机关处室']?.columns).toEqual({
      G: { role: 'ignore', reason: '经办人选择不导入' }
    })
  })
})

describe('确认', () => {
  it('says what blocks, and commits without the broken cells only when told so', async () => {
    const { api, user } = await open()
    await user.click(await screen.findByRole('button', { name: '确认' }))
    const changes = (await screen.findAllByRole('table', { name: '会被改动的数' })).at(-1)!
    expect(within(changes).getByText('体育产业处')).toBeTruthy()
    expect(screen.getByRole('table', { name: '名次会怎么变' }).textContent).toContain('7 → 6')
    const commit = screen.getByRole<HTMLButtonElement>('button', { name: '确认导入' })
    expect(commit.disabled).toBe(true)
    expect(screen.getByText('还有 3 处必须修')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /有错的 3 处先不导入/ }))
    await user.click(commit)
    await waitFor(() => expect(api.inputsOf('import.commit')).toEqual([{ session: 's1', leaveErrors: true }]))
    expect(await screen.findByText(/新增 50 格，改动 1 格/)).toBeTruthy()
    expect(screen.getByText(/20261009-101200-导入前\.db/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '看排名' }))
    expect(await pageTitle('排名')).toBeTruthy()
  })

  it('keeps the import when committing is refused, and says that nothing was changed', async () => {
    const { user } = await open({
      'import.commit': () => {
        throw new Refusal('PERIOD_FROZEN', '2026年第三季度已冻结，不能再导入；没有任何改动。')
      }
    })
    await user.click(await screen.findByRole('button', { name: '确认' }))
    await user.click(await screen.findByRole('checkbox', { name: /先不导入/ }))
    await user.click(screen.getByRole('button', { name: '确认导入' }))
    expect((await screen.findByRole('alert')).textContent).toContain('已冻结，不能再导入')
    expect(await screen.findByRole('button', { name: /确认导入$/ })).toBeTruthy()
  })
})

it('offers nothing to change in a frozen quarter', async () => {
  await open({ 'period.list': () => [periodView('2026Q3', 'frozen')] }, false)
  expect(await screen.findByText('这一季度已冻结，不能再导入。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '选择文件' })).toBeNull()
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
})
