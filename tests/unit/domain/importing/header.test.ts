import { describe, expect, it } from 'vitest'
import { composeHeader } from '#shared/domain/importing/header/composeHeader.ts'
import { findHeader } from '#shared/domain/importing/header/findHeader.ts'
import {
  fieldOf,
  keywordsOf,
  quarterInLabel,
  splitFieldSuffix
} from '#shared/domain/importing/header/headerKeywords.ts'
import { raterLabel } from '#shared/domain/importing/names/raterLabel.ts'
import { measureList, metaPairs, readMeta } from '#shared/domain/importing/header/readMeta.ts'
import { sheetGrid } from '#shared/domain/importing/grid/sheetGrid.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

const rows = (count: number, make: (row: number) => CellInput[]): CellInput[][] =>
  Array.from({ length: count }, (_, row) => make(row))
const find = (grid: CellInput[][], merges: string[] = []): number[] | null => {
  const found = findHeader(sheetGrid(rawSheet(grid, merges)), () => false)
  return found && [found.first, found.last]
}
const data = rows(4, (row) => [row + 1, `某处${row}`, row * 3, row * 2, null])

describe('findHeader', () => {
  it('takes row 1 of a machine export', () =>
    expect(find([['序号', '单位', '目标', '完成', '备注'], ...data])).toEqual([0, 0]))

  it('passes over title, meta line and measure line', () => {
    const grid: CellInput[][] = [
      ['2026年三季度任务完成情况表'],
      ['填报单位（盖章）：办公室', null, null, '填报时间：2026.10.8'],
      [null, null, null, null, '单位：万元'],
      ['序号', '单位', '目标', '完成', '备注'],
      ...data
    ]
    expect(find(grid, ['A1:E1'])).toEqual([3, 3])
  })

  it('grows over group merges and row spans', () => {
    const grid: CellInput[][] = [
      ['情况表'],
      ['序号', '单位', '重点项目', null, '备注'],
      [null, null, '目标', '完成', null],
      ...data
    ]
    expect(find(grid, ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'])).toEqual([1, 2])
  })

  it('grows up to a name with one sub-label, beside labels that span both rows', () => {
    const grid: CellInput[][] = [
      ['情况表'],
      ['序号', '单位', '论坛点评（分）'],
      [null, null, '得分'],
      ...rows(4, (row) => [row + 1, `某处${row}`, row * 3])
    ]
    expect(find(grid, ['A1:C1', 'A2:A3', 'B2:B3'])).toEqual([1, 2])
  })

  it('grows over three levels', () => {
    const grid: CellInput[][] = [
      ['单位', '目标任务', null, null, null],
      [null, '项目', null, '资金', null],
      [null, '目标', '完成', '目标', '完成'],
      ...rows(4, (row) => [`某处${row}`, 1, 2, 3, 4])
    ]
    expect(find(grid, ['A1:A3', 'B1:E1', 'B2:C2', 'D2:E2'])).toEqual([0, 2])
  })

  it('finds sub-labels without merges, as in CSV', () => {
    const grid: CellInput[][] = [
      ['序号', '单位', '项目数', null, '资金', null],
      [null, null, '目标', '完成', '目标', '完成'],
      ...rows(3, (row) => [row, `某处${row}`, 1, 2, 3, 4])
    ]
    expect(find(grid)).toEqual([0, 1])
  })

  it('does not take a body row whose unit spans rows for a header', () => {
    const grid: CellInput[][] = [
      ['单位', '指标', '完成'],
      ['某处', '项目', 3],
      [null, '资金', 4],
      ['另处', '项目', 5]
    ]
    expect(find(grid, ['A2:A3'])).toEqual([0, 0])
  })

  it('gives null for an empty sheet', () => expect(find([])).toBeNull())
})

describe('composeHeader', () => {
  const paths = (grid: CellInput[][], merges: string[], first: number, last: number): string[] =>
    composeHeader(sheetGrid(rawSheet(grid, merges)), { first, last }).map((column) => column.path.join('/'))

  it('fills merges and drops the repeats of row spans', () => {
    expect(
      paths(
        [
          ['序号', '项目数', null],
          [null, '目标', '完成']
        ],
        ['A1:A2', 'B1:C1'],
        0,
        1
      )
    ).toEqual(['序号', '项目数/目标', '项目数/完成'])
  })

  it('lets a group label reach right over empty cells, but not over a neighbour of its own', () => {
    expect(
      paths(
        [
          ['单位', '项目数', null, '资金', null, '备注'],
          [null, '目标', '完成', '目标', '完成', null]
        ],
        [],
        0,
        1
      )
    ).toEqual(['单位', '项目数/目标', '项目数/完成', '资金/目标', '资金/完成', '备注'])
  })

  it('takes measure and full mark from the labels', () => {
    const [first, second] = composeHeader(sheetGrid(rawSheet([['资金（万元）', '公开(77)']])), {
      first: 0,
      last: 0
    })
    expect([first!.unitText, second!.fullMark]).toEqual(['万元', '77'])
  })
})

describe('readMeta', () => {
  it('reads title, unit, time and measures', () => {
    const grid = sheetGrid(
      rawSheet([
        ['2026年第三季度目标任务完成情况汇总表'],
        ['填报单位（盖章）：规划财务处', null, '填报时间：2026.10.8　单位：个、万元'],
        ['单位', '完成']
      ])
    )
    expect(readMeta(grid, 2)).toMatchObject({
      title: { text: '2026年第三季度目标任务完成情况汇总表', address: 'A1' },
      unit: { text: '规划财务处', address: 'A2' },
      measures: ['个', '万元'],
      entries: { 填报单位: '规划财务处', 填报时间: '2026.10.8', 单位: '个、万元' }
    })
  })

  it('takes a value from the next cell', () => {
    const meta = readMeta(
      sheetGrid(
        rawSheet([
          ['填报单位：', '办公室', '填报时间：', '10月8日'],
          ['指标', '完成']
        ])
      ),
      1
    )
    expect(meta.unit).toMatchObject({ text: '办公室', address: 'B1' })
    expect(meta.entries).toEqual({ 填报单位: '办公室', 填报时间: '10月8日' })
  })

  it('tells 单位：万元 from 单位：办公室', () => {
    expect(measureList('万元')).toEqual(['万元'])
    expect(measureList('办公室')).toBeNull()
    expect(metaPairs('单位：办公室')).toEqual([{ key: '单位', value: '办公室' }])
    expect(metaPairs('到位资金完成情况')).toEqual([])
  })
})

describe('header keywords', () => {
  it.each([
    ['目标', 'target'],
    ['目标值', 'target'],
    ['三季度目标', 'target'],
    ['计划数', 'target'],
    ['任务', 'target'],
    ['完成', 'actual'],
    ['实际完成情况', 'actual'],
    ['累计到位（万元）', 'actual'],
    ['完成情况', 'actual'],
    ['自评分', 'self'],
    ['自评得分(100)', 'self'],
    ['单位自评', 'self'],
    ['考核分', 'score'],
    ['得 分', 'score'],
    ['最终得分', 'score'],
    ['完成率', null],
    ['奋斗目标', null],
    ['备注', null],
    ['权重', null],
    ['总分', null],
    ['排名', null]
  ] as const)('%s is %s', (label, field) => expect(fieldOf(label)).toBe(field))

  it.each([
    ['序号', 'serial'],
    ['责任单位', 'unit'],
    ['处室名称', 'unit'],
    ['配合单位', 'otherUnit'],
    ['计量单位', 'measure'],
    ['考核项目', 'indicator'],
    ['名次', 'rank'],
    ['合计', 'total'],
    ['平均分', 'mean'],
    ['加分', 'bonus'],
    ['扣分', 'deduction'],
    ['加减分事由', 'reason'],
    ['佐证材料', 'evidence'],
    ['审批人', 'approver']
  ] as const)('%s is %s', (label, keyword) => expect(keywordsOf(label)).toContain(keyword))

  it('splits a field word off a name', () => {
    expect(splitFieldSuffix('到位资金完成数')).toEqual({ rest: '到位资金', field: 'actual' })
    expect(splitFieldSuffix('到位资金-目标')).toEqual({ rest: '到位资金', field: 'target' })
    expect(splitFieldSuffix('到位资金')).toBeNull()
  })

  it('reads quarters in labels', () => {
    expect(['三季度目标', '第2季度', 'Q4', '本季度'].map(quarterInLabel)).toEqual([3, 2, 4, null])
  })
})

describe('raterLabel', () => {
  it.each([
    [['评委1'], '', '评委1'],
    [['专家十'], '', '专家十'],
    [['1号评委'], '', '1号评委'],
    [['局领导', '评委1'], '局领导', '评委1'],
    [['评委打分', '张三'], '', '张三'],
    [['局领导评分', '张三'], '局领导', '张三'],
    [['A票'], 'A票', 'A票'],
    [['A票', '3'], 'A票', '3'],
    [['局领导2'], '局领导', '局领导2'],
    [['评委1（局领导）'], '局领导', '评委1（局领导）']
  ])('%j', (path, group, name) => expect(raterLabel(path)).toEqual({ group, name }))

  it.each([[['平均分']], [['评委平均分']], [['办公室']], [['评委打分', '合计']], [['完成']], [[]]])(
    '%j is nobody',
    (path) => expect(raterLabel(path)).toBeNull()
  )
})
