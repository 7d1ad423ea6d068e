import { describe, expect, it } from 'vitest'
import { parseDate } from '#shared/domain/importing/values/parseDate.ts'

describe('parseDate', () => {
  it.each([
    ['2026.7.15', '2026-07-15'],
    ['2026年7月15日', '2026-07-15'],
    ['2026 年 7 月 15 日', '2026-07-15'],
    ['２０２６／７／１５', '2026-07-15'],
    ['2026-07-15', '2026-07-15'],
    ['2026-07-15T00:00:00.000Z', '2026-07-15'],
    ['20260715', '2026-07-15'],
    ['7月15日', '2026-07-15'],
    ['7.15', '2026-07-15'],
    ['2026年2月30日', null],
    ['2026.13.1', null],
    ['2026.7', null],
    ['七月', null],
    ['46218', null]
  ])('%s', (text, expected) => expect(parseDate(text, 2026)).toBe(expected))
})
