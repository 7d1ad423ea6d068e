import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { printedDifference } from '../../../renderer/src/features/unit/DimensionBars.tsx'
import { mainInputs } from '../../../renderer/src/features/unit/mainInputs.ts'
import { indicatorAsText, totalAsText } from '../../../renderer/src/features/unit/traceText.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { periodView } from '../fixtures/views.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { unitHandlers, unitView } from './unitHandlers.ts'

async function open(path: string, title: string, handlers: Handlers = {}): Promise<Mounted> {
  const mounted = renderApp(path, { ...unitHandlers(), ...handlers })
  await pageTitle(title)
  return mounted
}

const industry = unitView('2026Q3', 'industry')
const a1 = industry.result.dimensions[0]!.indicators.find((one) => one.indicator === 'a1')!
const drawer = (): Promise<HTMLElement> => screen.findByRole('complementary', { name: '得分由来' })

describe('unit', () => {
  it('prints rank, total and gaps as they stand in the results', async () => {
    await open('/unit/industry', '体育产业处')
    const { result, first, above } = industry
    const figures = document.querySelector('.unit-figures')!.textContent
    expect(figures).toContain(`${result.rank}`)
    expect(figures).toContain(result.total!.printed)
    expect(figures).toContain(`−${result.gapToFirst!.slice(1)}`)
    expect(figures).toContain(`${first!.name} ${first!.total}`)
    expect(figures).toContain(`${above!.name} ${above!.total}`)
    expect(screen.getByText('预览')).toBeTruthy()
  })

  it('lists applying indicators and the others on demand', async () => {
    const { user } = await open('/unit/industry', '体育产业处')
    const count = (): number => document.querySelectorAll('.unit-indicators [data-row-key]').length
    const all = industry.result.dimensions.flatMap((dimension) => dimension.indicators)
    expect(count()).toBe(all.filter((one) => one.status !== 'NA').length)
    await user.click(screen.getByRole('checkbox', { name: '显示不适用的指标' }))
    expect(count()).toBe(all.length)
  })

  it('walks to the neighbours in display order', async () => {
    const { user } = await open('/unit/industry', '体育产业处')
    await user.click(screen.getByRole('button', { name: '下一个' }))
    expect(await pageTitle(unitView('2026Q3', industry.nextUnit!).result.name)).toBeTruthy()
  })

  it('says what a blocked unit lacks and where to bring it', async () => {
    const { user } = await open('/unit/audit', '审计处')
    const panel = screen.getByText('暂时不能计总分').closest('section')!
    const lacking = unitView('2026Q3', 'audit')
      .result.dimensions.flatMap((dimension) => dimension.indicators)
      .filter((one) => one.status === 'MISSING')
    expect(within(panel).getAllByRole('listitem')).toHaveLength(lacking.length)
    expect(panel.textContent).toContain(lacking[0]!.name)
    await user.click(within(panel).getByRole('button', { name: '看报送进度' }))
    expect(await pageTitle('报送进度')).toBeTruthy()
  })

  it('offers no import in a frozen quarter', async () => {
    await open('/unit/audit', '审计处', { 'period.list': () => [periodView('2026Q3', 'frozen')] })
    expect(screen.getByText('暂时不能计总分')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '去导入' })).toBeNull()
  })

  it('leads to the computation where there is none', async () => {
    renderApp('/unit/industry', {
      'unit.get': () => {
        throw new Refusal('NOT_COMPUTED', '这一季度还没有计算成绩。', { action: '请到「总览」点「计算」。' })
      }
    })
    expect(await screen.findByText('这一季度还没有计算成绩。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '去排名页计算' })).toBeTruthy()
  })
})

describe('trace drawer', () => {
  it('reads rule → calculation → inputs → source cell → past quarters → changes → adjustments', async () => {
    const { api } = await open('/unit/industry?indicator=a1', '体育产业处')
    const trace = await drawer()
    await within(trace).findByText(/单位名「体育产业科」记为别名/)
    const heads = within(trace)
      .getAllByRole('heading', { level: 3 })
      .map((head) => head.firstChild!.textContent)
    expect(heads).toEqual(['规则', '怎么算的', '用到的数', '来源', '近四季', '变动', '调整'])
    expect(trace.textContent).toContain(a1.trace.ruleInWords)
    expect(trace.querySelector('.trace-calc')!.textContent).toBe(a1.trace.sentence)
    const [actual] = a1.trace.inputs
    const source = actual!.source as { sheet: string; address: string; batchId: number }
    expect(api.inputsOf('unit.source')).toEqual([
      { batch: source.batchId, sheet: source.sheet, address: source.address }
    ])
    const here = await within(trace).findByRole('table', { name: `${source.sheet} ${source.address}` })
    expect(here.querySelector('[aria-current]')!.textContent).toBe('3')
    expect(here.querySelector('thead .trace-grid-on')!.textContent).toBe('D')
  })

  it('shows another input’s cell', async () => {
    const { api, user } = await open('/unit/industry?indicator=a1', '体育产业处')
    const trace = await drawer()
    const target = a1.trace.inputs[1]!.source as { sheet: string; address: string }
    await user.click(
      await within(trace).findByRole('button', { name: `${target.sheet} · ${target.address}` })
    )
    await waitFor(() => expect(api.inputsOf('unit.source').at(-1)).toMatchObject({ address: target.address }))
  })

  it('says when the source can no longer be read, with the text that it had', async () => {
    await open('/unit/industry?indicator=a1', '体育产业处', {
      'unit.source': () => {
        throw new Refusal('NOT_FOUND', '原件已经不在。')
      }
    })
    expect((await drawer()).textContent).toContain('用到的数')
    expect(await screen.findByText(/原件已经不在/)).toBeTruthy()
  })

  it('copies the way of the score as text', async () => {
    const { user } = await open('/unit/industry?indicator=a1', '体育产业处')
    await user.click(await within(await drawer()).findByRole('button', { name: '复制说明' }))
    expect(await navigator.clipboard.readText()).toBe(indicatorAsText('2026年第三季度', industry.result, a1))
    expect(await screen.findByText('说明已复制，可以粘贴到答复里。')).toBeTruthy()
  })

  it('goes from the total to an indicator and back, and closes with Esc', async () => {
    const { user } = await open('/unit/industry', '体育产业处')
    await user.click(document.querySelector('.unit-figure-ask')!)
    const trace = await drawer()
    expect(await within(trace).findByText(industry.result.totalSentence)).toBeTruthy()
    await user.click(within(trace).getByRole('button', { name: a1.name }))
    expect(await within(trace).findByText(a1.trace.ruleInWords)).toBeTruthy()
    await user.click(within(trace).getByRole('button', { name: '返回总得分' }))
    expect(await within(trace).findByText(industry.result.totalSentence)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary', { name: '得分由来' })).toBeNull()
  })

  it('opens from a row of the table', async () => {
    const { user } = await open('/unit/industry', '体育产业处')
    await user.click(screen.getByText('资金到位'))
    expect((await within(await drawer()).findByText('怎么算的')).textContent).toBe('怎么算的')
    expect((await drawer()).textContent).toContain('资金到位 · 得分由来')
  })
})

describe('words of a trace', () => {
  it('name every number with its place', () => {
    const text = indicatorAsText('2026年第三季度', industry.result, a1)
    expect(text.split('\n')[0]).toBe('2026年第三季度 体育产业处')
    expect(text).toContain('目标任务完成情况汇总表.xlsx · 表1 机关处室 · ')
    expect(text).toContain(a1.trace.sentence)
  })

  it('keep 缺报 and 不适用 apart from zero', () => {
    const blocked = unitView('2026Q3', 'audit').result
    const text = totalAsText('2026年第三季度', blocked)
    expect(text).toContain('目标任务（50）：缺报')
    expect(text).not.toContain('：0')
  })

  it('take what a person calls 目标 and 完成 from the inputs', () => {
    expect(mainInputs(a1).target).toContain(a1.unitOfMeasure)
    const rating = {
      key: 'rating',
      label: '',
      value: '90',
      unit: '分',
      state: 'VALUE' as const,
      source: null
    }
    const judged = {
      ...a1,
      trace: { ...a1.trace, inputs: [rating, { ...rating, leftOut: '最高分' }, rating] }
    }
    expect(mainInputs(judged)).toEqual({ target: null, actual: '2 / 3' })
    expect(mainInputs({ ...a1, trace: { ...a1.trace, inputs: [] } })).toEqual({ target: null, actual: null })
  })

  it.each([
    ['39.17', '43.21', '-4.04'],
    ['13.40', '13.32', '0.08'],
    ['15', '13.32', '1.68']
  ])('%s against a mean of %s is %s', (mine, mean, gap) => expect(printedDifference(mine, mean)).toBe(gap))
})

it('lists every unit with a link', async () => {
  const { user } = await open('/units', '单位')
  expect(await screen.findAllByRole('link', { name: /处$|中心$|所$|学校$|办公室$/ })).not.toHaveLength(0)
  await user.type(screen.getByRole('textbox', { name: '按名称找' }), '产业')
  expect(screen.getAllByRole('link', { name: /产业/ })).toHaveLength(1)
  await user.click(screen.getByRole('link', { name: '体育产业处' }))
  expect(await pageTitle('体育产业处')).toBeTruthy()
})
