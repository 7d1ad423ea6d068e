import { describe, expect, it } from 'vitest'
import { sourceKey } from '#shared/domain/importing/memory/fingerprint.ts'
import { labelColumns, labelsOf } from '#shared/domain/importing/memory/headerLabels.ts'
import { withoutTime } from '#shared/domain/importing/memory/relativePeriod.ts'
import { normaliseLabel } from '#shared/domain/importing/names/normaliseLabel.ts'

const key = (text: string, period = '2026Q3'): string => withoutTime(normaliseLabel(text).key, period).key

describe('time in a header label', () => {
  it.each([
    ['2026年三季度完成', '完成'],
    ['2026年第三季度完成（万元）', '完成'],
    ['第三季度得分(20分)', '得分'],
    ['完成（三季度）', '完成'],
    ['Q3', '[季]'],
    ['2026Q3', '[季]'],
    ['7-9月完成', '完成'],
    ['1-9月', '[累计]'],
    ['１－９月份完成', '完成[累计]'],
    ['截至9月底完成', '完成[累计]'],
    ['前三季度', '[累计]'],
    ['一至三季度', '[累计]'],
    ['上半年完成', '完成[累计][前1季]'],
    ['二季度', '[季][前1季]'],
    ['4季度', '[季][后1季]'],
    ['2025年三季度', '[季][前4季]'],
    ['2025年度', '[年][前1年]'],
    ['2026', '[年]'],
    ['9月', '[月][第3月]'],
    ['202605', '[月][前1季][第2月]'],
    ['2026.9', '[月][第3月]'],
    // No time, or none that means the same next quarter.
    ['到位资金', '到位资金'],
    ['12.5公里', '12.5公里'],
    ['5-8月', '5-8月'],
    ['编号12020', '编号12020'],
    ['年度目标', '年度目标'],
    ['13月', '13月']
  ])('%s → %s', (text, expected) => expect(key(text)).toBe(expected))

  it.each([
    ['2026Q1', '一季度完成|1-3月|上季度|2025年'],
    ['2026Q2', '二季度完成|1-6月|上季度|2025年'],
    ['2026Q4', '2026年4季度完成|1-12月|上季度|2025年'],
    ['2027Q1', '第一季度完成|2027年1—3月|上季度|2026年']
  ])('reads the same in %s', (period, labels) =>
    expect(labels.split('|').map((text) => key(text, period))).toEqual([
      '完成',
      '[累计]',
      '上季度',
      '[年][前1年]'
    ])
  )
})

describe('labels of a header', () => {
  const columns = (...paths: string[]) =>
    paths.map((path, at) => ({ letter: 'ABCDEFGH'[at]!, path: path === '' ? [] : path.split('|') }))

  it('joins levels, numbers repeats, passes over columns without a header', () => {
    const labelled = labelColumns(
      columns('单位', '到位 资金|完成（万元）', '', '到位资金|完成', '备注：', ''),
      '2026Q3'
    )
    expect(labelsOf(labelled)).toEqual(['单位', '到位资金/完成', '到位资金/完成#2', '备注'])
    expect(labelled.map((column) => column.key)).toEqual([
      '单位',
      '到位资金/完成',
      '[无表头]',
      '到位资金/完成#2',
      '备注',
      '[无表头]#2'
    ])
  })

  it('keeps the quarters of a year apart by their distance, while the fingerprint stays', () => {
    const year = columns('单位', '一季度', '二季度', '三季度', '四季度')
    const [second, third] = ['2026Q2', '2026Q3'].map((period) => labelColumns(year, period))
    expect(labelsOf(second!)).toEqual(labelsOf(third!))
    expect(second!.find((column) => column.key === '[季]')!.letter).toBe('C')
    expect(third!.find((column) => column.key === '[季]')!.letter).toBe('D')
  })
})

describe('the source of a sheet', () => {
  const same = (a: [string, string], b: [string, string]): boolean =>
    sourceKey(...a, '2026Q2') === sourceKey(...b, '2026Q3')

  it.each<[[string, string], [string, string], boolean]>([
    [['二季度报送表.xlsx', '表1'], ['三季度报送表.xls', '表1'], true],
    [['产业处2026年二季度.xlsx', '二季度'], ['产业处 2026年三季度（1）.xlsx', '三季度'], true],
    [['报送表20260708.xlsx', '表1'], ['报送表20261009-副本.xlsx', '表1'], true],
    [['报送表.xlsx', '表1'], ['报送表.xlsx', '表2'], false],
    [['产业处.xlsx', '表1'], ['群体处.xlsx', '表1'], false],
    [['1.xlsx', '表1'], ['2.xlsx', '表1'], false]
  ])('%j and %j', (a, b, expected) => expect(same(a, b)).toBe(expected))
})
