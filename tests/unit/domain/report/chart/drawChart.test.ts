import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText } from '#shared/domain/report/cellText.ts'
import { chartHeight, drawChart } from '#shared/domain/report/chart/drawChart.ts'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import { outside, overlapping, readSvg, type Drawn } from './readSvg.ts'

type Bars = Extract<ReportChart, { kind: 'BARS' }>
type Profile = Extract<ReportChart, { kind: 'PROFILE' }>
type Trend = Extract<ReportChart, { kind: 'TREND' }>

const HOSTILE = '<b>政策法规处</b>&"审计"\u0001]]>'
const LONG = '全市经济社会发展综合评价与目标管理绩效考核工作领导小组办公室驻高新技术产业开发区联络处'

function bars(values: readonly string[], more: Partial<Bars> = {}): Bars {
  return {
    ...{ kind: 'BARS', title: '机关处室组总得分', mean: null, decimals: 2 },
    bars: values.map((value, index) => ({ label: `第${index + 1}单位`, value, tone: 'PLAIN' })),
    ...more
  }
}

function trend(points: readonly (string | null)[]): Trend {
  return {
    ...{ kind: 'TREND', title: '各季度总得分与名次', decimals: 2 },
    points: points.map((value, index) => ({
      label: `26Q${index + 1}`,
      value,
      note: value === null ? '未参加' : `第${index + 1}名`
    }))
  }
}

function drawn(chart: ReportChart, width = 680, height = chartHeight(chart, width)): Drawn {
  return readSvg(drawChart(chart, { width, height }))
}

const tidy = (drawing: Drawn): void => {
  expect(outside(drawing)).toEqual([])
  expect(overlapping(drawing)).toEqual([])
}

const hundredths = fc.integer({ min: -20_000, max: 200_000 }).map((number) => String(number / 100))
const name = fc.oneof(
  fc.constantFrom(HOSTILE, LONG, '=1+1处', '办公室', ''),
  fc.string({ unit: 'grapheme', maxLength: 30 })
)
const size = fc.record({
  width: fc.integer({ min: 120, max: 1300 }),
  height: fc.integer({ min: 60, max: 900 })
})
const anyBars = fc.record({
  kind: fc.constant('BARS' as const),
  title: name,
  bars: fc.array(
    fc.record({
      label: name,
      value: hundredths,
      tone: fc.constantFrom('PLAIN', 'SUBJECT', 'UP', 'DOWN', 'FIRST')
    }),
    { maxLength: 60 }
  ),
  mean: fc.option(hundredths),
  decimals: fc.constant(2)
})
const anyProfile = fc.record({
  kind: fc.constant('PROFILE' as const),
  title: name,
  rows: fc.array(
    fc.record({
      label: name,
      score: fc.constantFrom('47.20', '/', '缺报', '1,234.50'),
      mean: fc.option(fc.constant('44.10')),
      fullMark: fc.constantFrom('50', '100'),
      rate: fc.option(fc.constantFrom('0', '0.5', '1', '1.3', '-0.2')),
      meanRate: fc.option(fc.constantFrom('0', '0.88', '1.1'))
    }),
    { maxLength: 30 }
  )
})
const anyTrend = fc.record({
  kind: fc.constant('TREND' as const),
  title: name,
  points: fc.array(
    fc.record({
      label: fc.constantFrom('26Q1', '2026年第一季度'),
      value: fc.option(hundredths),
      note: fc.constantFrom('第2名', '第112名', '未参加', '')
    }),
    { maxLength: 9 }
  ),
  decimals: fc.constant(2)
})

describe('any chart', () => {
  it('is well-formed, keeps its texts inside and apart, whatever its names and however small', () => {
    fc.assert(
      fc.property(fc.oneof(anyBars, anyProfile, anyTrend), size, (chart, wanted) => {
        const drawing = readSvg(drawChart(chart, wanted))
        expect([drawing.width, drawing.height]).toEqual([wanted.width, wanted.height])
        tidy(drawing)
      }),
      { numRuns: 150 }
    )
  })

  it('needs nothing that not every program draws, and nothing that clashes inside a page', () => {
    const charts = [bars(['3', '-2'], { mean: '1' }), trend(['1', null, '3'])]
    for (const { elements } of charts.map((chart) => drawn(chart))) {
      const names = new Set(elements.map((element) => element.localName))
      const known = ['title', 'desc', 'g', 'text', 'line', 'rect', 'polyline', 'polygon', 'circle']
      expect([...names].filter((each) => !known.includes(each))).toEqual([])
      const attributes = elements.flatMap((element) => element.getAttributeNames())
      expect(
        attributes.filter((each) => ['id', 'class', 'style', 'href', 'textLength'].includes(each))
      ).toEqual([])
    }
  })

  it('is drawn at 12 px where its wanted height is given', () => {
    for (const chart of [bars(Array.from({ length: 200 }, (_, index) => String(index))), trend(['1', '2'])]) {
      const drawing = drawn(chart)
      expect(drawing.canvas.right).toBe(680)
      expect(Math.min(...drawing.texts.map((text) => text.size))).toBe(12)
    }
  })
})

describe('bars', () => {
  it.each([3, 23, 200])('shows every name and value once, %i bars', (count) => {
    const chart = bars(
      Array.from({ length: count }, (_, index) => String(96.15 - index / 10)),
      { mean: '80.5' }
    )
    const drawing = drawn(chart)
    tidy(drawing)
    const texts = drawing.texts.map(({ text }) => text)
    for (const { label, value } of chart.bars) {
      expect(texts.filter((text) => text === label)).toHaveLength(1)
      expect(texts).toContain(cellText({ number: value, decimals: 2 }))
      expect(drawing.description).toContain(`${label} ${cellText({ number: value, decimals: 2 })}`)
    }
    expect(texts).toContain('平均 80.50')
    expect(drawing.rects).toHaveLength(count)
  })

  it('begins every bar at 0, as long as its value', () => {
    const values = ['96.15', '40', '0', '-12.5', '-40']
    const { rects } = drawn(bars(values))
    const zero = rects[0]!.left
    const perPoint = (rects[0]!.right - zero) / 96.15
    values.forEach((value, index) => {
      const bar = rects[index]!
      const [from, to] = [Math.min(0, Number(value)), Math.max(0, Number(value))]
      expect(bar.left).toBeCloseTo(zero + from * perPoint, 0)
      expect(bar.right).toBeCloseTo(zero + to * perPoint, 0)
    })
  })

  it('writes values right of their bars with the true minus', () => {
    const drawing = drawn(bars(['1234.5', '-3.25']))
    const byText = new Map(drawing.texts.map((text) => [text.text, text]))
    expect(byText.get('1,234.50')!.left).toBeGreaterThan(drawing.rects[0]!.right)
    expect(byText.get('−3.25')!.left).toBeGreaterThan(drawing.rects[1]!.right)
  })

  it('shares a scale with other charts where it is told to', () => {
    const lengthOf = (chart: Bars): number => {
      const [bar] = drawn(chart).rects
      return bar!.right - bar!.left
    }
    const alone = lengthOf(bars(['40']))
    expect(lengthOf(bars(['40'], { scaleTo: '80' })) / alone).toBeCloseTo(0.5, 1)
  })

  it('tells tones apart without colour', () => {
    const shape = (tone: Bars['bars'][number]['tone']): string =>
      drawChart(bars(['5'], { bars: [{ label: '甲', value: '5', tone }] }), {
        width: 400,
        height: 60
      }).replace(/fill="#[^"]*"/g, '')
    const shapes = (['PLAIN', 'UP', 'DOWN', 'SUBJECT', 'FIRST'] as const).map(shape)
    expect(new Set(shapes).size).toBe(5)
    expect(shapes[2]).toContain('stroke-dasharray')
  })

  it('tells the whole of a name that is shortened', () => {
    const drawing = drawn(bars([], { bars: [{ label: LONG, value: '1', tone: 'PLAIN' }] }), 300)
    expect(drawing.texts.some(({ text }) => text.endsWith('…'))).toBe(true)
    expect(drawing.titles.some((title) => title.includes(LONG))).toBe(true)
  })

  it('stands where all are equal, all are 0, and there is none', () => {
    for (const values of [['5', '5'], ['0', '0'], []]) {
      const drawing = drawn(bars(values, { mean: values[0] ?? null }))
      expect(drawing.rects).toHaveLength(values.length)
      expect(new Set(drawing.rects.map(({ left, right }) => right - left)).size).toBeLessThan(2)
    }
  })
})

describe('profile', () => {
  const row = { label: '目标任务', score: '8.00', mean: '9.00', fullMark: '10', rate: '0.8', meanRate: '0.9' }
  const profile = (rows: Profile['rows']): Profile => ({ kind: 'PROFILE', title: '板块', rows })
  const lines = ({ elements }: Drawn): { x: number; width: number }[] =>
    elements
      .filter(({ localName }) => localName === 'line')
      .map((line) => ({
        x: Number(line.getAttribute('x1')),
        width: Number(line.getAttribute('stroke-width'))
      }))

  it('shows scores with their full marks, means, and the mean as a tick at its rate', () => {
    const drawing = drawn(profile([row]))
    expect(drawing.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['目标任务', '8.00/10', '9.00'])
    )
    const [bar] = drawing.rects
    const tick = lines(drawing).at(-1)!
    expect((tick.x - bar!.left) / (bar!.right - bar!.left)).toBeCloseTo(0.9 / 0.8, 2)
  })

  it('leaves out bar and full mark where there is no score, and everything of a mean that is not there', () => {
    const drawing = drawn(profile([{ ...row, score: '缺报', rate: null, mean: null, meanRate: null }]))
    const texts = drawing.texts.map(({ text }) => text)
    expect(texts).toContain('缺报')
    expect(texts.join()).not.toContain('/10')
    expect(texts).not.toContain('组平均')
    expect(drawing.rects).toEqual([])
    expect(lines(drawing).every(({ width }) => width === 1)).toBe(true)
  })

  it('holds 30 dimensions on the width of a page', () => {
    tidy(drawn(profile(Array.from({ length: 30 }, () => row))))
  })
})

describe('trend', () => {
  const polylines = ({ elements }: Drawn): number[][] =>
    elements
      .filter(({ localName }) => localName === 'polyline')
      .map((line) =>
        line
          .getAttribute('points')!
          .split(' ')
          .map((point) => Number(point.split(',')[1]))
      )

  it('goes up where totals go up, value and place at each point', () => {
    const drawing = drawn(trend(['90.1', '95.25', '93']))
    const [line] = polylines(drawing)
    expect(line![1]).toBeLessThan(line![2]!)
    expect(line![2]).toBeLessThan(line![0]!)
    const texts = drawing.texts.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['90.10', '95.25', '93.00', '第1名', '26Q3']))
  })

  it('has a gap where a quarter has no total, and says what was there instead', () => {
    const drawing = drawn(trend(['90', '91', null, '92', null, '93']))
    expect(polylines(drawing)).toHaveLength(1)
    expect(drawing.elements.filter(({ localName }) => localName === 'circle')).toHaveLength(4)
    expect(drawing.texts.filter(({ text }) => text === '未参加')).toHaveLength(2)
  })

  it('stands with one point, with equal ones and with none', () => {
    for (const points of [['90'], ['90', '90', '90'], []]) {
      const drawing = drawn(trend(points), 340, 170)
      tidy(drawing)
      expect(drawing.elements.filter(({ localName }) => localName === 'circle')).toHaveLength(points.length)
    }
  })
})
