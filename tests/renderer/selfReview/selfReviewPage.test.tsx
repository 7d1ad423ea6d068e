import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { gapFields } from '#shared/domain/selfReview/gapFields.ts'
import { countChanges } from '#shared/domain/selfReview/gapMath.ts'
import { selfReviewSettings } from '#shared/domain/selfReview/selfReviewSettings.ts'
import type { GapRowView, SelfReviewOverview, SelfReviewView } from '#shared/ipc/selfReview.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { pageTitle, renderApp } from '../renderApp.tsx'

const none = countChanges([])
const valueOf = (field: HTMLElement): string => (field as HTMLInputElement).value
const row = (id: number, fields: object, item: GapRowView['item'] = null): GapRowView => ({
  id,
  item,
  source: null,
  fields: gapFields.parse({
    topic: `差距${id}`,
    unitOfMeasure: '%',
    benchmark: '省内第一',
    benchmarkValue: '98',
    benchmarkSource: '通报',
    ownValue: '95',
    cause: '到账晚',
    measures: '调度',
    person: '张主任',
    due: '2026-12-20',
    ...fields
  })
})
const TASK = {
  id: 7,
  number: '承-2026-007',
  type: 'COMMITMENT',
  state: 'OPEN',
  status: null,
  due: '2026-12-20'
} as const

function world(over: Partial<SelfReviewView> = {}) {
  const rows = over.rows ?? [row(1, {}), row(2, {}, TASK)]
  let view: SelfReviewView = {
    period: '2026Q3',
    unit: 'office',
    unitName: '办公室',
    state: 'DRAFT',
    version: 3,
    submitted: null,
    readOnly: null,
    rows,
    lacks: [],
    results: 'PREVIEW',
    proposals: [
      {
        key: 'main|a1|TARGET',
        taken: false,
        sentence: '现值 33 篇，本季目标 36 篇，差 3 篇。失 0.83 分。',
        fields: gapFields.parse({
          topic: '信息篇数',
          indicator: 'a1',
          race: 'main',
          about: 'VALUE',
          kind: 'TARGET',
          lost: '0.83'
        })
      }
    ],
    followUp: null,
    ...over
  }
  const overview = (): SelfReviewOverview => ({
    period: '2026Q3',
    units: [
      {
        unit: 'office',
        name: '办公室',
        state: view.state,
        gaps: 2,
        tasks: 1,
        done: 0,
        overdue: 0,
        earlier: none
      },
      { unit: 'audit', name: '审计处', state: 'NONE', gaps: 0, tasks: 0, done: 0, overdue: 0, earlier: none }
    ],
    totals: { units: 2, submitted: 0, gaps: 2, tasks: 1, done: 0, overdue: 0, earlier: none }
  })
  const handlers: Handlers = {
    'selfReview.overview': overview,
    'selfReview.get': () => view,
    'selfReview.settings': () => selfReviewSettings.parse({}),
    'selfReview.benchmarks': () => [],
    'selfReview.save': ({ rows: sent, version }) => {
      const ids = sent.map(({ id }, index) => id ?? 100 + index)
      view = {
        ...view,
        version: version + 1,
        rows: sent.map(({ fields }, index) => ({
          id: ids[index]!,
          fields: gapFields.parse(fields),
          source: null,
          item: view.rows.find(({ id }) => id === ids[index])?.item ?? null
        }))
      }
      return { version: version + 1, ids }
    },
    'selfReview.submit': () => ({}),
    'selfReview.makeItems': ({ rows: made }) =>
      made.map((id) => ({ row: id, item: 9, number: '承-2026-009' }))
  }
  return handlers
}

const open = (over: Partial<SelfReviewView> = {}, more: Handlers = {}) =>
  renderApp('/self-review?unit=office', { ...world(over), ...more })

describe('六问对标', () => {
  test('the overview leads to a unit, and an unknown unit in the address to the overview', async () => {
    const { user } = renderApp('/self-review?unit=gone', world())
    await pageTitle('六问对标')
    await user.click(await screen.findByRole('button', { name: '办公室' }))
    expect(valueOf(await screen.findByRole('textbox', { name: '第 1 条 为什么' }))).toBe('到账晚')
    screen.getByText('发展之痛')
    expect(screen.getAllByText('差 3 个百分点')).toHaveLength(2)
  })

  test('a number typed as people type it is saved by itself; what is no number stays marked and unsaved', async () => {
    const { api, user } = open()
    const own = await screen.findByRole('textbox', { name: '第 1 条 现值' })
    await user.clear(own)
    await user.type(own, '９７％')
    await waitFor(() => expect(api.inputsOf('selfReview.save').at(-1)?.rows[0]!.fields.ownValue).toBe('97'), {
      timeout: 3000
    })
    screen.getByText('差 1 个百分点')
    await user.clear(own)
    await user.type(own, '约97')
    expect(own.getAttribute('aria-invalid')).toBe('true')
    await waitFor(() => expect(api.inputsOf('selfReview.save').at(-1)?.rows[0]!.fields.ownValue).toBeNull(), {
      timeout: 3000
    })
  })

  test('a row taken out comes back with Ctrl+Z; one that is a task cannot be taken out and shows its task', async () => {
    const { user } = open()
    await screen.findByRole('textbox', { name: '第 2 条 为什么' })
    expect(screen.getByRole('link', { name: '承-2026-007' }).getAttribute('href')).toBe('/registers?item=7')
    await user.click(screen.getByRole('button', { name: '删除' }))
    expect(screen.queryByRole('textbox', { name: '第 2 条 为什么' })).toBeNull()
    await user.keyboard('{Control>}z{/Control}')
    expect(valueOf(await screen.findByRole('textbox', { name: '第 2 条 为什么' }))).toBe('到账晚')
  })

  test('a proposal becomes a row with one click', async () => {
    const { api, user } = open()
    await user.click(await screen.findByText('数据提示 1'))
    await user.click(await screen.findByRole('button', { name: '加入' }))
    await screen.findByText('已加入')
    await waitFor(
      () =>
        expect(api.inputsOf('selfReview.save').at(-1)?.rows[2]).toMatchObject({
          id: null,
          fields: { topic: '信息篇数' }
        }),
      { timeout: 3000 }
    )
  })

  test('a gap becomes a task of the chosen register', async () => {
    const { api, user } = open()
    await user.click(await screen.findByRole('button', { name: '转任务' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '转为任务' }))
    await waitFor(() =>
      expect(api.inputsOf('selfReview.makeItems')).toEqual([{ rows: [1], type: 'COMMITMENT' }])
    )
    await screen.findByText('已转为任务 1 条：承-2026-009')
  })

  test('what is not answered is said beside 提交, which waits', async () => {
    open({ lacks: [{ row: 1, topic: '差距1', lacks: ['五问谁来办'] }] })
    expect((await screen.findByText('还有 1 条没有答全')).title).toContain('五问谁来办')
    expect(screen.getByRole('button', { name: '提交' })).toHaveProperty('disabled', true)
  })

  test('a submitted review is text to read, and goes back with a reason', async () => {
    const { api, user } = open(
      { state: 'SUBMITTED', readOnly: 'SUBMITTED', submitted: { at: '2026-10-09T10:00:00', by: '考核办' } },
      { 'selfReview.takeBack': () => ({}) }
    )
    await user.click(await screen.findByRole('button', { name: '退回修改' }))
    expect(screen.queryByRole('textbox', { name: '第 1 条 为什么' })).toBeNull()
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox'), '措施太空')
    await user.click(within(dialog).getByRole('button', { name: '退回修改' }))
    await waitFor(() => expect(api.inputsOf('selfReview.takeBack')[0]).toMatchObject({ reason: '措施太空' }))
  })

  test('a refused save says so and keeps what was typed', async () => {
    const { user } = open(
      {},
      {
        'selfReview.save': () => {
          throw new Refusal('PERIOD_FROZEN', '2026年第三季度已归档，六问对标不能再改；没有任何改动。')
        }
      }
    )
    const cause = await screen.findByRole('textbox', { name: '第 1 条 为什么' })
    await user.type(cause, '，排片少')
    await screen.findByText(/已归档，六问对标不能再改/, {}, { timeout: 3000 })
    expect(valueOf(cause)).toBe('到账晚，排片少')
  })

  test('without gaps the two ways to begin are offered', async () => {
    const { user } = open({ rows: [], state: 'NONE' })
    await user.click(await screen.findByRole('button', { name: '加一条' }))
    expect(valueOf(await screen.findByRole('textbox', { name: '第 1 条 差距事项' }))).toBe('')
  })
})
