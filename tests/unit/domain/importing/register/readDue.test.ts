import { describe, expect, it } from 'vitest'
import { readDue } from '#shared/domain/importing/register/readDue.ts'

const day = (text: string): unknown => {
  const read = readDue(text, 2026)
  return read.kind === 'DAY' ? [read.start, read.day] : read.kind
}

describe('days by which something shall be done', () => {
  it.each([
    ['2026-06-30', [null, '2026-06-30']],
    ['２０２６年６月３０日前', [null, '2026-06-30']],
    ['6月30日', [null, '2026-06-30']],
    ['6月底', [null, '2026-06-30']],
    ['6月底前', [null, '2026-06-30']],
    ['6月份', [null, '2026-06-30']],
    ['2月末', [null, '2026-02-28']],
    ['2026年底', [null, '2026-12-31']],
    ['年底前', [null, '2026-12-31']],
    ['2026年', [null, '2026-12-31']],
    ['全年', [null, '2026-12-31']],
    ['2027年底', [null, '2027-12-31']],
    ['明年6月', [null, '2027-06-30']],
    ['三季度', [null, '2026-09-30']],
    ['第三季度末', [null, '2026-09-30']],
    ['2026年二季度', [null, '2026-06-30']],
    ['上半年', [null, '2026-06-30']],
    ['9月上旬', [null, '2026-09-10']],
    ['9月中旬', [null, '2026-09-20']],
    ['9月下旬', [null, '2026-09-30']],
    ['2026.6', [null, '2026-06-30']],
    ['2026-06', [null, '2026-06-30']],
    ['2026年3月—6月', ['2026-03-01', '2026-06-30']],
    ['1-6月', ['2026-01-01', '2026-06-30']],
    ['3月1日至6月15日', ['2026-03-01', '2026-06-15']],
    ['2026年3月1日-2027年6月30日', ['2026-03-01', '2027-06-30']],
    ['6月1日-30日', ['2026-06-01', '2026-06-30']]
  ])('%s', (text, expected) => {
    expect(day(text)).toEqual(expected)
  })

  it.each(['长期', '长期坚持', '持续推进', '常态化推进'])('%s has no day on purpose', (text) => {
    expect(day(text)).toBe('OPEN')
  })

  it.each(['立即', '立行立改'])('%s has the clock of 立即办', (text) => {
    expect(day(text)).toBe('AT_ONCE')
  })

  it.each(['2月30日', '2026-02-30', '2026年13月', '6月31日前'])('%s does not exist', (text) => {
    expect(day(text)).toBe('IMPOSSIBLE')
  })

  // 6月前 may mean the end of May or of June; several days are no day.
  it.each(['6月前', '4月底完成方案，10月底完成', '接件后5个工作日', '待定', '已完成'])(
    '%s is not guessed',
    (text) => {
      expect(day(text)).toBe('UNREAD')
    }
  )
})
