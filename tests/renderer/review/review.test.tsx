import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { reviewPlan } from '#shared/domain/cadence/reviewPlan.ts'
import type { Handlers } from '../fakeApi.ts'
import { resultsView } from '../fixtures/views.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

const handlers = (): Handlers => ({
  'review.plan': () => reviewPlan.parse({}),
  'review.savePlan': ({ plan }) => reviewPlan.parse(plan),
  'comment.list': () => [],
  'comment.save': (input) => ({
    ...{ id: 1, period: input.period, unit: input.unit, unitName: '某处', speaker: input.speaker },
    ...{ text: input.text, mark: input.mark, at: '2026-10-15T01:00:00Z', who: '考核办', endedAt: null }
  })
})

const show = async () => {
  const app = renderApp('/show/review', handlers())
  await screen.findByText('亮绩排名榜')
  return app
}

const hidden = (): number => screen.queryAllByText('揭晓前').length

describe('the wall', () => {
  it('uncovers the last place first, takes it back, and shows all', async () => {
    const { user } = await show()
    const all = hidden()
    expect(all).toBeGreaterThan(3)
    await user.keyboard(' ')
    expect(hidden()).toBeLessThan(all)
    await user.keyboard('{ArrowLeft}')
    expect(hidden()).toBe(all)
    await user.keyboard('a')
    expect(hidden()).toBe(0)
  })

  it('writes a comment on a unit by G; letters typed there turn no page', async () => {
    const app = renderApp('/show/review?from=units', handlers())
    await screen.findByRole('timer')
    const name = screen.getByRole('heading', { level: 1 }).textContent
    await app.user.keyboard('g')
    const dialog = await screen.findByRole('dialog')
    const [speaker, words] = within(dialog).getAllByRole('textbox')
    await app.user.type(speaker!, '局领导')
    await app.user.type(words!, '抓得紧 a t')
    await app.user.click(within(dialog).getByText('值得学习'))
    await app.user.click(within(dialog).getByRole('button', { name: '记下' }))
    await waitFor(() =>
      expect(app.api.inputsOf('comment.save')).toMatchObject([
        { speaker: '局领导', text: '抓得紧 a t', mark: 'LEARN_FROM', replaces: null }
      ])
    )
    expect(screen.getByRole('heading', { level: 1, name: name })).toBeTruthy()
  })

  it('says on its pages that an unfrozen quarter is a preview, and leaves by Esc', async () => {
    const { user } = await show()
    expect(screen.getAllByText('预览，未冻结').length).toBeGreaterThan(0)
    await user.keyboard('{Escape}')
    expect(await pageTitle('讲评会')).toBeTruthy()
  })
})

describe('讲评会', () => {
  it('keeps the order that units were moved to', async () => {
    const { user, api } = renderApp('/review', handlers())
    await pageTitle('讲评会')
    const [down] = await screen.findAllByRole('button', { name: /下移$/ })
    await user.click(down!)
    await waitFor(() => expect(api.inputsOf('review.savePlan')).toHaveLength(1))
    const { plan } = api.inputsOf('review.savePlan')[0]!
    expect(plan.order).toBe('CUSTOM')
    expect(new Set(plan.custom).size).toBe(plan.custom?.length)
  })

  it('says what to do before anything was computed', async () => {
    renderApp('/review', {
      ...handlers(),
      'ranking.get': ({ period }) => resultsView(period, { results: null, computedAt: null, history: [] })
    })
    expect(await screen.findByText('这一季度还没有成绩')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '开始揭榜' })).toBeNull()
  })
})
