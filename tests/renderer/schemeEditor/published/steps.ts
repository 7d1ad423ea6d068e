import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import {
  appears,
  choose,
  chooseCell,
  chooseRow,
  dialog,
  findLabelled,
  openMenu,
  openSection,
  openTab,
  pane,
  press,
  setParams,
  type,
  writeCell,
  type Row
} from './clerk.ts'

/** The steps of building a scheme, in a clerk's words. */

/** Organisation of the scheme: an empty draft has none. */
export async function writeOrganisation(name: string): Promise<void> {
  await openMenu('更多', '方案信息', document.querySelector('.page-head')!)
  await type('单位全称', name)
  await press('关闭', dialog())
}

/** Names of the groups: the first is there already. */
export async function writeGroups(names: readonly string[]): Promise<void> {
  await openTab('单位与组别')
  await openSection('组别')
  const fields = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[aria-label="组别名称"]')]
  await findLabelled('组别名称')
  for (const [index, name] of names.entries()) {
    if (index > 0) {
      await press('加组别')
      await waitFor(() => expect(fields()).toHaveLength(index + 1))
    }
    fireEvent.change(fields()[index]!, { target: { value: name } })
  }
}

/** A list of units out of Excel, all of one kind; without `group` the list itself says it. */
export async function pasteUnits(list: string, kind: string, group: string | null): Promise<void> {
  await openTab('单位与组别')
  await openSection('单位')
  await press('粘贴名单…')
  await type('名单', list)
  if (kind !== '处室') await choose('没写性质的算作', kind, dialog())
  if (group !== null) await choose('没写组别的放到', group, dialog())
  const apply = await appears(
    () => [...dialog().querySelectorAll('button')].find((one) => /^加入 \d+ 个单位$/.test(one.textContent)),
    'button 加入'
  )
  fireEvent.click(apply)
  const first = list
    .split('\r\n')
    .at(group === null ? 1 : 0)!
    .split('\t')[0]!
  await findLabelled(`选 ${first}`)
  // Nobody is left over: the list of units says so of every unit.
  expect(screen.queryByText('没有组别')).toBeNull()
}

/** Race and first dimension of a blank draft get their names and full marks. */
export async function nameRace(race: string, mark: string): Promise<void> {
  await openTab('指标与规则')
  await writeCell(['race', '季度赛马'], 'name', race)
  if (mark !== '100') await writeCell(['race', race], 'fullMark', mark)
}

export async function nameDimension(old: string, name: string, mark: string): Promise<Row> {
  await writeCell(['dimension', old], 'name', name)
  await writeCell(['dimension', name], 'fullMark', mark)
  return ['dimension', name]
}

export async function addDimension(name: string, mark: string): Promise<Row> {
  await openMenu('更多', '加板块', document.querySelector('.se-split')!)
  return nameDimension('新板块', name, mark)
}

export interface IndicatorSpec {
  name: string
  mark: string
  unit?: string
  direction?: string
  kind: string
  /** Who reports the data and who answers for the indicator. */
  who: string
  params?: Readonly<Record<string, string>>
}

/** Adds an indicator below the chosen row and fills its cells, then the form of its rule on the right. */
export async function addIndicator(under: Row, spec: IndicatorSpec): Promise<Row> {
  await chooseRow(under)
  await press('加指标')
  await writeCell(['indicator', '新指标'], 'name', spec.name)
  const row: Row = ['indicator', spec.name]
  await writeCell(row, 'fullMark', spec.mark)
  if (spec.unit !== undefined) await writeCell(row, 'unit', spec.unit)
  if (spec.direction !== undefined) await chooseCell(row, 'direction', spec.direction)
  await chooseCell(row, 'provider', spec.who)
  await chooseCell(row, 'owner', spec.who)
  await chooseRow(row)
  await choose('计分方式', spec.kind, pane())
  await setParams(spec.params ?? {})
  return row
}

/** Another full mark of a group: of a race or a dimension, or, below 更多, of an indicator. */
export async function groupMark(row: Row, group: string, mark: string): Promise<void> {
  await chooseRow(row)
  const box = await appears(
    () =>
      pane().querySelector<HTMLElement>(
        `[role="group"][aria-label="${row[0] === 'indicator' ? '各组不同' : '各组满分不同'}"]`
      ),
    'group marks'
  )
  await press('加一个组', box)
  await choose('组别', group, box)
  await type('这个组的满分', mark, box)
}

/** One number for all units, typed into the first row of the grid. */
export async function commonTarget(indicator: string, column: string, value: string): Promise<void> {
  await openTargets(indicator)
  fireEvent.doubleClick(await findLabelled(`各单位相同 ${column}`))
  const field = await appears(() => document.querySelector('.se-targets-editing input'), `field of ${column}`)
  fireEvent.change(field, { target: { value } })
  fireEvent.keyDown(field, { key: 'Enter' })
}

/** Cells out of Excel, pasted into the dialog and taken after they were shown. */
export async function pasteTargets(indicator: string, block: string, changes: number): Promise<void> {
  await openTargets(indicator)
  await press('从 Excel 粘贴…')
  await type('贴到这里（Ctrl+V）', block)
  await screen.findByText(`将改动 ${changes} 格`)
  await press(`改这 ${changes} 格`)
  await screen.findByText(`已改 ${changes} 格目标`)
}

async function openTargets(indicator: string): Promise<void> {
  await openTab('目标')
  await choose('指标', indicator)
}

/** Classes of bonuses with the cap of each. */
export async function addBonuses(classes: readonly (readonly [name: string, cap: string])[]): Promise<void> {
  await openTab('赛项设置')
  await openSection('加减分')
  for (const [name, cap] of classes) {
    await press('加一类')
    const row = await appears(
      () =>
        [...document.querySelectorAll<HTMLElement>('.set-rows tbody tr')].find(
          (one) => one.querySelector<HTMLInputElement>('input[aria-label="类别"]')?.value === '新类别'
        ),
      'new class'
    )
    await type('类别', name, row)
    await type(`${name} 本类最多`, cap, row)
  }
}

/** Answers a question of 通用规则. */
export async function answer(section: string, question: string, value: string): Promise<void> {
  await openTab('通用规则')
  await openSection(section)
  const radio = await appears(
    () =>
      document.querySelector(
        `[role="radiogroup"][aria-label="${question}"] input[type="radio"][value="${value}"]`
      ),
    `answer ${value} to ${question}`
  )
  fireEvent.click(radio)
}

/** Ctrl+S, and everything is kept. */
export async function save(): Promise<void> {
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true })
  await screen.findByText('已保存')
}
