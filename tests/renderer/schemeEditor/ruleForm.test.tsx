import { fireEvent, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { blankDefinition, draftWorld, type Definition } from './draftHandlers.ts'
import { appears, choose, findLabelled, pane, press } from './published/clerk.ts'
import { save } from './published/steps.ts'

/** The parameter form where a clerk meets what the program calls by code. */

const withRule = (kind: string, params: Record<string, unknown>): Definition => ({
  ...blankDefinition(),
  races: [
    {
      code: 'r1',
      name: '季度赛马',
      groups: ['g1'],
      dimensions: [
        {
          code: 'd1',
          name: '目标任务',
          fullMark: '100',
          indicators: [{ code: 'i1', name: '增速', fullMark: '100', rule: { kind, params } }]
        }
      ]
    }
  ]
})

async function open(kind: string, params: Record<string, unknown>): Promise<() => unknown> {
  const world = draftWorld(withRule(kind, params))
  renderApp('/scheme/edit/1', world.handlers)
  await pageTitle('编辑方案')
  await appears(() => document.querySelector('.se-pane .se-form'), 'form')
  return () => {
    const races = world.saved()['races'] as {
      dimensions: { indicators: { rule: { params: unknown } }[] }[]
    }[]
    return races[0]!.dimensions[0]!.indicators[0]!.rule.params
  }
}

it('says groups by their names, in the sentence and over the column', async () => {
  await open('RANK_POINTS', { decrement: '5', byGroup: [{ group: 'g1', decrement: '2' }] })
  const sentence = document.querySelector('.plain-words')!.textContent
  expect(sentence).toContain('机关处室')
  expect(sentence).not.toContain('g1')
  const heads = [...pane().querySelectorAll('.se-table th')].map((head) => head.textContent)
  expect(heads[0]).toBe('组别')
})

it('takes a choice back where nothing counts by default', async () => {
  const params = await open('RANK_POINTS', { decrement: '5' })
  await choose('并列时', '同名次同分', pane())
  await save()
  await waitFor(() => expect(params()).toEqual({ decrement: '5', tie: 'SAME_RANK' }))
  const box = (await findLabelled('并列时', pane())).closest('.ant-select')!
  fireEvent.click(box.querySelector('.ant-select-clear')!)
  await save()
  await waitFor(() => expect(params()).toEqual({ decrement: '5' }))
})

it('offers all units together where a table may speak of all', async () => {
  const params = await open('SASAC_GROWTH', {})
  await press('加一行', pane())
  await choose('各单位的基准值第 1 行单位', '*（全体单位）', pane())
  await save()
  await waitFor(() => expect(params()).toEqual({ baselines: [{ unit: '*' }] }))
})
