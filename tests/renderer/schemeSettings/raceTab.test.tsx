import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Draft } from '../../../renderer/src/features/schemeEditor/editorTab.ts'
import { RaceTab } from '../../../renderer/src/features/schemeEditor/settings/RaceTab.tsx'
import { bureauDraft, emptyDraft, smallDraft } from './drafts.ts'
import { pick, renderTab, type MountedTab } from './renderTab.tsx'

const open = (name: RegExp): void => void fireEvent.click(screen.getByRole('button', { name }))
const race = ({ draft }: MountedTab): NonNullable<Draft['races']>[number] => draft().races![0]!

it('starts a race in an empty draft, and opens every part of it', async () => {
  const tab = renderTab(RaceTab, emptyDraft)
  await tab.user.click(screen.getByRole('button', { name: '加一个赛项' }))
  expect(tab.draft().races).toEqual([
    { code: 'race1', name: '季度赛马', groups: [], fullMark: '100', dimensions: [] }
  ])
  for (const name of [
    /^加减分/,
    /^同分先后/,
    /^等次/,
    /^个人优秀名额/,
    /^榜单/,
    /^连续情形/,
    /^季度合成/,
    /^多赛项/,
    /^否决/
  ]) {
    open(name)
  }
  expect(screen.getByText('没有否决事项')).toBeTruthy()
})

it('writes grades, and shows how many places they give', async () => {
  const tab = renderTab(RaceTab, smallDraft)
  open(/^等次/)
  await tab.user.click(screen.getByRole('button', { name: /按名额/ }))
  const table = screen.getByRole('table', { name: '能评几个' })
  expect(within(table).getByText('0（空缺）')).toBeTruthy()
  expect(within(table).getByText('15')).toBeTruthy()
  await pick(tab.user, '名额不是整数时', '进一')
  expect(within(table).getByText('16')).toBeTruthy()
  expect(race(tab).grades).toMatchObject({ rounding: 'CEIL' })
  await tab.user.click(screen.getByRole('switch', { name: '评定等次' }))
  expect(race(tab).grades).toBeUndefined()
})

it('says so when score lines do not fall', async () => {
  const tab = renderTab(RaceTab, smallDraft)
  open(/^等次/)
  await tab.user.click(screen.getByRole('button', { name: /按分数/ }))
  const line = screen.getByRole('textbox', { name: '良好 分数线' })
  await tab.user.clear(line)
  await tab.user.type(line, '95')
  expect(screen.getByText('「优秀」的分数线不高于「良好」，评不出「良好」。')).toBeTruthy()
})

it('orders what breaks a tie', async () => {
  const tab = renderTab(RaceTab, smallDraft)
  open(/^同分先后/)
  for (const title of ['基础分高的在前', '板块「目标任务」得分高的在前']) {
    await pick(tab.user, '加一条比较', title)
  }
  expect(race(tab).tieBreak).toEqual([{ by: 'BASE' }, { by: 'DIMENSION', dimension: 'd' }])
  await tab.user.click(screen.getByRole('button', { name: '第 2 条 上移' }))
  expect(race(tab).tieBreak).toEqual([{ by: 'DIMENSION', dimension: 'd' }, { by: 'BASE' }])
})

it('adds boards and streaks that a scheme can be read with', async () => {
  const tab = renderTab(RaceTab, { ...smallDraft, totals: [], vetoKinds: [] })
  open(/^榜单/)
  for (const name of ['红黑榜', '专题榜', '升降榜', '约谈榜']) {
    await tab.user.click(screen.getByRole('button', { name: '加榜单' }))
    await tab.user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) }))
  }
  open(/^连续情形/)
  await tab.user.click(screen.getByRole('button', { name: '加一条' }))
  expect(screen.getByText(/连续 2 个季度排在组内末 1 名，提出「约谈」/)).toBeTruthy()
  const read = schemeDefinition.safeParse(tab.draft())
  expect(read.error).toBeUndefined()
  expect(read.data!.races[0]!.boards.map((board) => board.kind)).toEqual([
    'RED_BLACK',
    'TOPICS',
    'MOVERS',
    'CALLED_IN'
  ])
})

it('works the published year through with the rules as they stand (G18)', async () => {
  const tab = renderTab(RaceTab, smallDraft)
  open(/^季度合成全年/)
  expect(screen.getByText('88、90、92、86 平均 = 89.00')).toBeTruthy()
  const share = screen.getByRole('textbox', { name: '领导评价占' })
  await tab.user.clear(share)
  await tab.user.type(share, '5')
  expect(screen.getByText(/88\.55/, { selector: '.set-says' })).toBeTruthy()
  expect(race(tab).year).toMatchObject({ leadership: '5' })
})

it('switches vetoes on only with a basis for each and after the note was read (S74a)', async () => {
  const tab = renderTab(RaceTab, smallDraft)
  open(/^否决事项/)
  const use = screen.getByRole<HTMLInputElement>('checkbox', { name: '启用否决事项' })
  expect(screen.getByText(/2019 年起，中央要求清理规范/)).toBeTruthy()
  expect(use.disabled).toBe(true)
  await tab.user.click(screen.getByRole('button', { name: '加一项' }))
  expect(screen.getByText('「新事项」还没有写依据，补上才能启用。')).toBeTruthy()
  await tab.user.type(screen.getByRole('textbox', { name: '依据' }), '某条例第五条')
  expect(use.disabled).toBe(true)
  await tab.user.click(screen.getByRole('checkbox', { name: '我已核对每一项的依据，仍要启用' }))
  await tab.user.click(use)
  expect(tab.draft().policies).toEqual({ vetoes: true })
})

it('warns about a class cap above the cap over all', async () => {
  const tab = renderTab(RaceTab, bureauDraft)
  open(/^加减分/)
  const cap = screen.getByRole('textbox', { name: '表彰奖励 本类最多' })
  await tab.user.clear(cap)
  await tab.user.type(cap, '12')
  expect(screen.getByText('「表彰奖励」本类最多 12 分，比合计 10 分还高，起不了作用。')).toBeTruthy()
  await tab.user.clear(cap)
  expect('cap' in race(tab).adjustments!.classes![0]!).toBe(false)
})

it('weighs races into a total, and says the shares', async () => {
  const tab = renderTab(RaceTab, {
    ...smallDraft,
    races: [...smallDraft.races!, { ...smallDraft.races![0]!, code: 's', name: '比服务' }]
  })
  open(/^多赛项总分/)
  await tab.user.click(screen.getByRole('button', { name: '加一个总分' }))
  const weight = screen.getByRole('textbox', { name: '季度赛马 权重' })
  await tab.user.clear(weight)
  await tab.user.type(weight, '3')
  expect(screen.getByText('各赛项得分先换成百分数，再按 季度赛马 75%、比服务 25% 相加。')).toBeTruthy()
  expect(tab.draft().totals![0]!.races).toEqual([
    { race: 'r', weight: '3' },
    { race: 's', weight: '1' }
  ])
})
