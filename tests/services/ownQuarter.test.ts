import { describe, expect, it } from 'vitest'
import { redate } from '#electron/services/templates/ownQuarter.ts'

describe('changing the quarter that a text states', () => {
  it.each([
    ['2026年第二季度目标任务完成情况汇总表', '2026Q3', '2026年第三季度目标任务完成情况汇总表'],
    ['2026 年 2 季度', '2026Q3', '2026 年 3 季度'],
    ['２０２６年２季度', '2026Q4', '２０２６年４季度'],
    ['二季度目标（万元）', '2026Q3', '三季度目标（万元）'],
    ['考核表2026Q2', '2026Q4', '考核表2026Q4'],
    ['26Q2', '2027Q1', '27Q1'],
    ['Q2完成', '2026Q3', 'Q3完成'],
    ['2026年1-6月累计', '2026Q3', '2026年1-9月累计'],
    ['4至6月', '2026Q3', '7至9月'],
    ['1—6月', '2026Q3', '1—9月'],
    ['截至2026年6月30日', '2026Q4', '截至2026年12月31日'],
    ['截至6月底', '2026Q3', '截至9月底'],
    ['2026-06-30', '2026Q3', '2026-09-30'],
    ['2026年度第二季度（截至6月30日）', '2027Q1', '2027年度第一季度（截至3月31日）'],
    ['1.2 二季度', '2026Q3', '1.2 三季度']
  ])('%s → %s', (before, to, after) => {
    expect(redate(before, '2026Q2', to)).toEqual({ text: after, doubtful: false })
    expect(redate(after, to, '2026Q2')?.text).toBe(before)
  })

  it.each([
    '2025年二季度与2026年二季度对比',
    '一、二季度',
    '一季度、二季度',
    '上半年',
    '填报时间：2026年7月5日',
    '填报时间：2026.7.5',
    '附表二季度完成情况'
  ])('leaves %s and tells it', (text) => {
    expect(redate(text, '2026Q2', '2026Q3')).toEqual({ text, doubtful: true })
  })

  it('changes what is sure and tells the rest', () => {
    expect(redate('2026年二季度（填报时间：2026年7月5日）', '2026Q2', '2026Q3')).toEqual({
      text: '2026年三季度（填报时间：2026年7月5日）',
      doubtful: true
    })
  })

  it.each([
    '一季度',
    '本季度完成',
    '2025年二季度',
    '表2 季度考核',
    '附件2：季度表',
    '二级指标',
    '2024—2030年行动计划',
    '2026年度目标',
    '依据2024年3月5日文件',
    '电话 2026-3'
  ])('has nothing to do with %s', (text) => {
    expect(redate(text, '2026Q2', '2026Q3')).toBeNull()
  })

  it('cannot tell the first quarter’s 1-3月 from the year so far, nor a year that ends', () => {
    expect(redate('1—6月', '2026Q2', '2027Q1')).toEqual({ text: '1—3月', doubtful: false })
    expect(redate('1-3月', '2026Q1', '2026Q2')).toEqual({ text: '1-3月', doubtful: true })
    expect(redate('2026年度考核表', '2026Q4', '2027Q1')).toEqual({ text: '2026年度考核表', doubtful: true })
    expect(redate('前三季度', '2026Q3', '2026Q4')).toEqual({ text: '前三季度', doubtful: true })
  })
})
