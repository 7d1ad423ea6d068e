import { describe, expect, it } from 'vitest'
import { circularTitle } from '#shared/domain/report/circular/circularTitle.ts'
import { raceOf, resultsOf } from './handFacts.ts'

const title = (...names: string[]): string =>
  circularTitle(resultsOf(names.map((name, index) => raceOf([], { race: `r${index}`, name }))))
const width = (line: string): number =>
  [...line].reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? 0.5 : 1), 0)

describe('title', () => {
  it('breaks between words, the longer line first', () => {
    expect(title('亮绩赛马')).toBe('关于2026年第三季度“亮绩赛马”\n考核情况的通报')
  })

  it('stays on one line where it fits', () => {
    expect(title('甲', '乙')).toBe('关于2026年第三季度考核情况的通报')
  })

  it('does not say 考核 twice', () => {
    expect(title('处室季度考核').replaceAll('\n', '')).toBe('关于2026年第三季度“处室季度考核”情况的通报')
  })

  it.each([
    '全市经济社会发展综合评价与目标管理绩效考核工作领导小组',
    '“三比三看”',
    '科教宣传与国际交流合作（港澳台事务、外事服务）争先进位'
  ])('has no line wider than 17 characters and loses nothing: %s', (name) => {
    const lines = title(name).split('\n')
    expect(lines.every((line) => width(line) <= 17)).toBe(true)
    expect(lines.join('')).toContain(name.replaceAll('“', '‘').replaceAll('”', '’'))
    expect(lines.join('')).toMatch(/^关于2026年第三季度“.+”考核情况的通报$/)
    // No single word is left alone on the last line.
    expect(width(lines.at(-1)!)).toBeGreaterThan(3)
  })
})
