import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PoliciesTab } from '../../../renderer/src/features/schemeEditor/settings/PoliciesTab.tsx'
import { emptyDraft, smallDraft } from './drafts.ts'
import { pick, renderTab } from './renderTab.tsx'

it('marks the default, takes an answer, and tells that it was given', async () => {
  const { user, draft } = renderTab(PoliciesTab, emptyDraft)
  await user.click(screen.getByRole('button', { name: /^加分封顶/ }))
  const question = screen.getByRole('region', { name: '加分封顶在减扣分之前还是之后？' })
  expect(within(question).getByText('没有回答，按默认')).toBeTruthy()
  expect(
    within(question).getByRole<HTMLInputElement>('radio', { name: /先封顶，再减扣分 ?默认/ }).checked
  ).toBe(true)
  expect(within(question).getByText('88.40 + 10 − 2 = 96.40')).toBeTruthy()
  await user.click(within(question).getByRole('radio', { name: /加减相抵后再封顶/ }))
  expect(draft().policies).toEqual({ capOrder: 'NET_THEN_CAP' })
  expect(within(question).getByText('已回答')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^加分封顶.*1\/2/ })).toBeTruthy()
  await user.click(within(question).getByRole('button', { name: '取消回答' }))
  expect(draft().policies).toEqual({})
})

it('accepts every default with one step', async () => {
  const { user, draft, steps } = renderTab(PoliciesTab, { ...emptyDraft, policies: { decimals: 3 } })
  await user.click(screen.getByRole('button', { name: '其余都按默认' }))
  expect(draft().policies).toMatchObject({ decimals: 3, judgeOn: 'PRINTED', missing: 'BLOCK_UNIT' })
  expect(steps()).toHaveLength(1)
  expect(screen.getByText('都回答了')).toBeTruthy()
})

it('asks for the share when a missing item counts by a share', async () => {
  const { user, draft } = renderTab(PoliciesTab, emptyDraft)
  await user.click(screen.getByRole('button', { name: /^不适用和缺报/ }))
  await user.click(screen.getByRole('radio', { name: /按满分的一定比例计/ }))
  const share = screen.getByRole('textbox', { name: '按满分的百分之几计' })
  await user.clear(share)
  await user.type(share, '60')
  expect(draft().policies).toEqual({ missing: 'FLOOR', missingFloor: '60' })
})

it('changes what a word in a cell means, adds one, and refuses the same word twice', async () => {
  const { user, draft } = renderTab(PoliciesTab, smallDraft)
  await user.click(screen.getByRole('button', { name: '格里的字' }))
  const word = screen.getByRole('textbox', { name: '写的字' })
  await user.type(word, '暂无')
  expect(screen.getByText('「暂无」已经有了')).toBeTruthy()
  await user.clear(word)
  await user.type(word, '未安排{Enter}')
  expect(draft().emptyWords).toMatchObject({ 未安排: 'NA', 暂无: 'MISSING' })
  await pick(user, '意思 未安排', '确实为 0')
  expect(draft().emptyWords).toMatchObject({ 未安排: 'ZERO' })
  await user.click(screen.getByRole('button', { name: '恢复默认' }))
  expect(draft().emptyWords).toBeUndefined()
})

it('shows the hole when a row of the progress table goes', async () => {
  const { user, draft } = renderTab(PoliciesTab, smallDraft)
  await user.click(screen.getByRole('button', { name: '进度和状态' }))
  expect(screen.getByText('每个数都正好落在一行里。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '删除 第 3 行' }))
  expect(screen.getByText('0（不含）到 10（不含） 没有规定是什么状态', { selector: 'b' })).toBeTruthy()
  expect(screen.getByRole('img', { name: /空档/ })).toBeTruthy()
  expect(draft().progress!.rows).toHaveLength(4)
  fireEvent.click(screen.getByRole('radio', { name: /红绿灯/ }))
  expect(draft().progress!.vocabulary).toBe('LIGHTS')
})
