import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '#shared/problem.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { fakeFile, importWorld, type ImportWorld } from './importHandlers.ts'
import { giveElementsSize } from './layoutSize.ts'
import { manyFiles } from './manyFiles.ts'
import { cleanSheet, dirtyWorkbook, secondWorkbook, sheetOf, workbookOf } from './workbookFixture.ts'

beforeEach(() => giveElementsSize())

async function toStep(
  step: '认表头' | '检查' | '确认',
  world: ImportWorld = importWorld()
): Promise<Mounted> {
  const mounted = renderApp('/import', world.handlers)
  await pageTitle('导入')
  await mounted.user.click(await screen.findByRole('button', { name: step }))
  return mounted
}

describe('检查 of all files', () => {
  it('answers once for what is alike, and says how far that reaches', async () => {
    const { api, user } = await toStep('检查')
    await user.click(await screen.findByText('全部文件'))
    const card = await screen.findByRole('group', { name: /「体育产业科」不是已知单位/ })
    expect(within(card).getByText('2 个文件、2 处一起改')).toBeTruthy()
    await user.click(within(card).getByRole('button', { name: '就是它' }))
    await waitFor(() =>
      expect(api.inputsOf('import.fixAll')).toEqual([
        { session: 's1', fixes: { units: { 体育产业科: { unit: 'industry', remember: true } } } }
      ])
    )
    await waitFor(() => expect(screen.queryByRole('group', { name: /体育产业科/ })).toBeNull())
  })

  it('goes to a file and its cell by a click on its name', async () => {
    const { user } = await toStep('检查')
    await user.click(await screen.findByText('全部文件'))
    const card = await screen.findByRole('group', { name: /「体育产业科」不是已知单位/ })
    await user.click(within(card).getByRole('button', { name: '承诺事项办结情况.xlsx' }))
    const grid = await screen.findByRole('grid', { name: 'Sheet1' })
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-A3')
  })

  it('walks on into the next file with problems', async () => {
    const { user } = await toStep('检查')
    await user.click(await screen.findByText('全部文件'))
    await screen.findByRole('grid', { name: '表1 机关处室' })
    await user.keyboard('{Shift>}{F8}{/Shift}')
    expect((await screen.findByRole('grid')).getAttribute('aria-label')).not.toBe('Sheet1')
    await user.keyboard('{F8}')
    const grid = await screen.findByRole('grid', { name: 'Sheet1' })
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-A3')
  })

  it('confirms a kind everywhere and takes it back everywhere', async () => {
    // Main tells the file of a group by its id, which is a UUID.
    const files = [dirtyWorkbook(), secondWorkbook()].map((raw, index) =>
      fakeFile(`00000000-0000-4000-8000-00000000000${index}`, raw)
    )
    const { api, user } = await toStep('检查', importWorld({ files }))
    await user.click(await screen.findByText('全部文件'))
    const total = await screen.findByRole('group', { name: '合计与自算不一致' })
    await user.click(within(total).getByRole('button', { name: '确认' }))
    await waitFor(() => expect(api.inputsOf('import.fixAll')).toHaveLength(1))
    const key = Object.keys(api.inputsOf('import.fixAll')[0]!.fixes.confirmed!)[0]!
    await user.click(await screen.findByRole('button', { name: '展开' }))
    await user.click(await screen.findByRole('button', { name: '全部撤回确认' }))
    await waitFor(() =>
      expect(api.inputsOf('import.fixAll').at(-1)!.fixes).toEqual({ confirmed: { [key]: false } })
    )
  })
})

describe('检查 in the grid', () => {
  it('takes the answer for the chosen cell where it stands', async () => {
    const { api, user } = await toStep('检查')
    const grid = await screen.findByRole('grid', { name: '表1 机关处室' })
    await user.keyboard('nn')
    expect(grid.getAttribute('aria-activedescendant')).toBe('sg-F16')
    await user.keyboard('{Enter}')
    await user.type(await screen.findByRole('textbox', { name: '数值' }), '896.50')
    await user.type(screen.getByRole('textbox', { name: /依据/ }), '电话核实{Enter}')
    await waitFor(() => expect(api.inputsOf('import.fix')).toHaveLength(1))
    expect(api.inputsOf('import.fix')[0]!.fixes?.cells).toEqual({
      '表1 机关处室!F16': { as: 'VALUE', value: '896.5', basis: '电话核实' }
    })
    expect(await within(grid).findByText('→ 896.5')).toBeTruthy()
    expect(document.activeElement).toBe(grid)
    await user.click(screen.getByRole('button', { name: '还原这格' }))
    await waitFor(() => expect(api.inputsOf('import.fix').at(-1)!.fixes?.cells).toEqual({}))
  })

  it('leaves a cell out and marks it not applicable by key', async () => {
    const { api, user } = await toStep('检查')
    await screen.findByRole('grid', { name: '表1 机关处室' })
    await user.keyboard('nn/')
    await waitFor(() =>
      expect(api.inputsOf('import.fix')[0]!.fixes?.cells).toEqual({ '表1 机关处室!F16': { as: 'NA' } })
    )
    await screen.findByText(/已标不适用/)
    await user.keyboard('{Delete}')
    await waitFor(() =>
      expect(api.inputsOf('import.fix')[1]!.fixes?.cells).toEqual({ '表1 机关处室!F16': { as: 'SKIP' } })
    )
  })

  it('undoes the last repair with Ctrl+Z, as long as there is one', async () => {
    const { api, user } = await toStep('检查')
    await screen.findByRole('grid', { name: '表1 机关处室' })
    await user.keyboard('{Control>}z{/Control}')
    expect(api.inputsOf('import.undoFix')).toEqual([])
    await user.click(within(await screen.findByRole('group', { name: /公式出错/ })).getByText('标缺报'))
    await waitFor(() => expect(screen.queryByRole('group', { name: /公式出错/ })).toBeNull())
    await screen.findByRole('button', { name: '撤销上一步' })
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByRole('group', { name: /公式出错/ })).toBeTruthy()
    expect(api.inputsOf('import.undoFix')).toEqual([{ session: 's1' }])
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤销上一步' })).toBeNull())
  })

  it('shows only the header and rows with something open', async () => {
    const { user } = await toStep('检查')
    const grid = await screen.findByRole('grid', { name: '表1 机关处室' })
    expect(within(grid).getByText('场馆管理处')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: '只看问题行' }))
    await waitFor(() => expect(within(grid).queryByText('场馆管理处')).toBeNull())
    expect(within(grid).getByText('体育产业科')).toBeTruthy()
    expect(within(grid).getAllByText('单位').length).toBeGreaterThan(0)
  })

  it('stays quick with thousands of problems: only cards near the window exist', async () => {
    const problems = Array.from({ length: 3000 }, (_, index): Problem => ({
      code: 'ERROR_CELL',
      level: 'error',
      message: `第 ${index} 处出错`,
      place: { file: '目标任务完成情况汇总表.xlsx', sheet: '表1 机关处室', cell: `F${index + 5}` }
    }))
    const { user } = await toStep(
      '检查',
      importWorld({
        detail: (detail) => ({
          ...detail,
          groups: problems.map((problem, index) => ({
            group: `G${index}`,
            code: 'ERROR_CELL',
            level: 'error',
            title: problem.message,
            detail: '',
            accepted: false,
            problems: [problem]
          }))
        })
      })
    )
    expect(await screen.findByText('必须修 3000 类')).toBeTruthy()
    expect(screen.getAllByRole('group', { name: /处出错/ }).length).toBeLessThan(40)
    await user.type(screen.getByRole('textbox', { name: '查单位、指标、单元格' }), '2999 处')
    expect(await screen.findByRole('group', { name: '第 2999 处出错' })).toBeTruthy()
    expect(screen.getAllByRole('group', { name: /处出错/ })).toHaveLength(1)
  })
})

describe('认表头', () => {
  it('says which earlier quarter is used, what it lacks, and can do without it', async () => {
    const { api, user } = await toStep('认表头', manyFiles())
    const note = await screen.findByRole('group', { name: '沿用的对应关系' })
    expect(note.textContent).toContain('沿用2026年第二季度的对应关系')
    expect(note.textContent).toContain('上次有、这张表没有的列：同比、排位')
    await user.click(within(note).getByRole('button', { name: '不沿用' }))
    await waitFor(() =>
      expect(api.inputsOf('import.fix')[0]!.fixes?.sheets).toEqual({ '表1 机关处室': { forget: true } })
    )
    await user.click(await screen.findByRole('button', { name: '改为沿用' }))
    expect(await screen.findByRole('button', { name: '不沿用' })).toBeTruthy()
  })

  it('lists every sheet with the reason why it is left out, and brings one in', async () => {
    const world = importWorld({
      files: [
        fakeFile('f1', {
          ...dirtyWorkbook(),
          sheets: [
            ...dirtyWorkbook().sheets,
            sheetOf(
              '底稿',
              3,
              [
                ['单位', '资金到位'],
                ['审计处', 3]
              ],
              [],
              'hidden'
            )
          ]
        })
      ]
    })
    const { api, user } = await toStep('认表头', world)
    const hidden = await screen.findByRole<HTMLInputElement>('checkbox', { name: '导入「底稿」' })
    expect(hidden.checked).toBe(false)
    expect(hidden.closest('li')!.textContent).toContain('隐藏的工作表')
    await user.click(hidden)
    await waitFor(() =>
      expect(api.inputsOf('import.fix')[0]!.fixes?.sheets).toEqual({ 底稿: { skip: false, include: true } })
    )
  })

  it('changes a column of the second table of a sheet', async () => {
    const rows = [
      ['单位', '资金到位'],
      ['群众体育处', 1200],
      ['竞技体育处', 800],
      [null, null],
      ['单位', '承诺事项按期办结'],
      ['群众体育处', 4],
      ['竞技体育处', 2]
    ]
    const world = importWorld({ files: [fakeFile('f1', workbookOf('两块.xlsx', [sheetOf('表1', 0, rows)]))] })
    const { api, user } = await toStep('认表头', world)
    await user.click(await screen.findByText('承诺事项按期办结', { selector: '[role="gridcell"] span' }))
    expect(await screen.findByText('第 5 行')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '改 B 列的用途' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: '各列的用途' }))
    const options = await screen.findAllByTitle('不导入')
    await user.click(options.find((option) => option.closest('.ant-select-item') !== null)!)
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.inputsOf('import.fix')).toHaveLength(1))
    expect(api.inputsOf('import.fix')[0]!.fixes?.sheets?.['表1']).toEqual({
      tables: { 4: { columns: { B: { role: 'ignore', reason: '经办人选择不导入' } } } }
    })
  })
})

it('hands the import to a second person where that is the rule', async () => {
  const files = [fakeFile('f1', workbookOf('净表.xlsx', [cleanSheet()]))]
  const { api, user } = await toStep('确认', importWorld({ review: true, files }))
  expect(await screen.findByText(/提交后要由另一个人复核/)).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: '提交复核' }))
  await waitFor(() => expect(api.inputsOf('import.commit')).toEqual([{ session: 's1', leaveErrors: false }]))
})
