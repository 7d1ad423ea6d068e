import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Movement } from '#shared/domain/ranking/resultSet.ts'
import { MovementMark } from '../../../renderer/src/components/MovementMark.tsx'
import { RankBadge } from '../../../renderer/src/components/RankBadge.tsx'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { rateMarksOf } from '../../../renderer/src/app/useRateMarks.ts'
import { ScoreText } from '../../../renderer/src/components/ScoreText.tsx'
import { StatusMark } from '../../../renderer/src/components/StatusMark.tsx'
import { STATUS_WORDS, type Status } from '../../../renderer/src/text/status.ts'
import '../setup.ts'

describe('movement', () => {
  it.each<[Movement, string, string]>([
    [{ kind: 'UP', by: 2 }, '↑2', '上升 2 名'],
    [{ kind: 'DOWN', by: 1 }, '↓1', '下降 1 名'],
    [{ kind: 'SAME' }, '—', '名次不变'],
    [{ kind: 'NEW' }, '新', '上季度没有名次'],
    [{ kind: 'NA' }, '/', '不适用']
  ])('%o', (movement, sign, words) => {
    const { container } = render(<MovementMark movement={movement} />)
    expect(container.querySelector('[aria-hidden]')?.textContent).toBe(sign)
    expect(container.querySelector('.visually-hidden')?.textContent).toBe(words)
  })
})

describe('status', () => {
  it.each(Object.keys(STATUS_WORDS) as Status[])('%s has a word', (status) => {
    const { container } = render(<StatusMark status={status} />)
    expect(container.textContent).toBe(STATUS_WORDS[status])
  })

  it('has a shape of its own for every status that shares a colour', () => {
    const drawing = (status: Status): string =>
      render(<StatusMark status={status} />).container.querySelector('svg')?.innerHTML ?? ''
    const shapes = (
      [
        'ahead',
        'on_track',
        'slightly_behind',
        'behind',
        'partly',
        'missing',
        'done',
        'na',
        'refused'
      ] as const
    ).map(drawing)
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('keeps the word for screen readers when only the shape is drawn', () => {
    const { container } = render(<StatusMark status="behind" shapeOnly />)
    expect(container.querySelector('.visually-hidden')?.textContent).toBe('落后')
  })
})

describe('score', () => {
  it.each([
    ['85.4', { places: 2 }, '85.40'],
    ['-0.5', { places: 2, signed: true }, '−0.50'],
    ['2', { places: 2, signed: true }, '+2.00'],
    ['1234.5', {}, '1,234.5'],
    [null, {}, '/']
  ])('%s', (value, props, printed) => {
    expect(render(<ScoreText value={value} {...props} />).container.textContent).toBe(printed)
  })

  it('greys a zero that means no entry, and prints it', () => {
    const { container } = render(<ScoreText value="0.00" muteZero />)
    expect(container.textContent).toBe('0.00')
    expect(container.querySelector('.score-muted')).not.toBeNull()
  })
})

it('a unit without a rank shows / and never an empty cell', () => {
  expect(render(<RankBadge rank={null} />).container.textContent).toBe('/')
  expect(render(<RankBadge rank={2} tied />).container.querySelector('[title="并列第 2"]')).not.toBeNull()
})

describe('words for a score rate', () => {
  const usual = rateMarksOf(progressRules.parse(undefined))

  it.each([
    ['1', 'on_track'],
    ['1.2', 'on_track'],
    ['0.9999', 'slightly_behind'],
    ['0.85', 'slightly_behind'],
    ['0.8499', 'behind'],
    ['0', 'behind']
  ])('%s is %s', (rate, status) => expect(usual.ofRate(rate).status).toBe(status))

  it('keeps NA, MISSING and REFUSED apart', () => {
    expect(usual.ofIndicator({ status: 'NA', rate: null })).toEqual({ status: 'na' })
    expect(usual.ofIndicator({ status: 'MISSING', rate: null })).toEqual({ status: 'missing' })
    expect(usual.ofIndicator({ status: 'REFUSED', rate: null })).toEqual({ status: 'refused' })
  })

  it('takes lines and words from the scheme', () => {
    const lights = rateMarksOf(progressRules.parse({ slightlyBehind: '60', vocabulary: 'LIGHTS' }))
    expect(lights.ofRate('0.7')).toEqual({ status: 'slightly_behind', word: '黄灯' })
    expect(lights.legend).toBe('得分率 100% 及以上 绿灯，60% 起 黄灯，低于 60% 红灯')
  })
})
