import { describe, expect, it } from 'vitest'
import { missingReport } from '#shared/domain/report/lists/missingReport.ts'
import type { ReportFacts, SubmissionFact } from '#shared/domain/report/reportFacts.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { dataRows, tableNamed } from './reportText.ts'

const listOf = (facts: ReportFacts) => tableNamed(missingReport.workbook!(facts, OPTIONS), '未报送名单')

/** The office with these submissions changed, by place in 机构顺序. */
function withSubmissions(
  changes: Record<number, Partial<SubmissionFact>>,
  more: Partial<ReportFacts> = {}
): ReportFacts {
  const facts = officeFacts({ units: 23 })
  const plain = { state: 'COMPLETE', filled: 8, missing: [], late: false } as const
  return {
    ...facts,
    submissions: facts.submissions.map((fact, index) => ({ ...fact, ...plain, ...changes[index] })),
    ...more
  }
}

const missing = (...counts: [number, number, number][]): ReportFacts['submissionCounts'] =>
  counts.map(([nothing, partly, late], index) => ({
    period: `2026Q${index + 1}`,
    missing: nothing,
    partly,
    late
  }))

describe('未报送名单', () => {
  it('lists who handed in nothing, then not everything, then late', () => {
    const facts = withSubmissions({
      2: { late: true },
      4: { state: 'PARTLY', filled: 6, missing: ['指标 1', '指标 2'], late: true },
      6: {
        state: 'MISSING',
        filled: 0,
        missing: Array.from({ length: 8 }, (_, i) => `指标 ${i + 1}`),
        lastAt: null
      }
    })
    const rows = dataRows(listOf(facts))
    expect(rows.map((row) => [row.UNIT, row.STATE, row.EXPECTED, row.FILLED, row.MISSING])).toEqual([
      ['第 7 单位', '零报送', '8', '0', '全部 8 项'],
      ['第 5 单位', '缺项、迟报', '8', '6', '指标 1、指标 2'],
      ['第 3 单位', '迟报', '8', '8', '']
    ])
    expect(rows[0]!.LAST).toBe('/')
    expect(rows[2]!.LAST).toMatch(/^10月9日 \d\d:00$/)
    expect(listOf(facts).right).toContain('应报 23 家，零报送 1 家，缺项 1 家，迟报 2 家')
  })

  it('is glad when everything came in time', () => {
    const table = listOf(withSubmissions({}))
    expect(table.rows).toHaveLength(1)
    expect(table.rows[0]!.merged?.text).toBe('全部单位按时报齐，没有未报送单位。')
    expect(table.filter).toBe(false)
  })

  it.each([
    [
      missing([15, 0, 0], [10, 0, 0], [6, 0, 0]),
      '零报送单位从第一季度的15家、第二季度的10家减少到第三季度的6家。'
    ],
    [missing([2, 0, 0], [6, 0, 0]), '零报送单位从第一季度的2家增加到第二季度的6家。'],
    [missing([2, 0, 0], [0, 0, 0]), '第二季度没有零报送单位（第一季度2家）。'],
    [missing([3, 0, 0], [3, 0, 0]), '零报送单位从第一季度到第二季度都是3家。'],
    [
      missing([5, 0, 0], [3, 0, 0], [3, 0, 0]),
      '零报送单位从第一季度的5家、第二季度的3家到第三季度的3家，与上一个季度持平。'
    ],
    [missing([0, 1, 0], [0, 2, 0]), '缺项单位从第一季度的1家增加到第二季度的2家。'],
    [missing([0, 0, 4], [0, 0, 2]), '迟报单位从第一季度的4家减少到第二季度的2家。']
  ])('tells the counts over the quarters (S61): %#', (submissionCounts, sentence) => {
    const told = listOf(withSubmissions({}, { submissionCounts })).remarks.filter((line) =>
      line.includes('家')
    )
    expect(told).toEqual([sentence])
  })

  it('compares nothing in the first quarter, and speaks of years where there are two', () => {
    const first = withSubmissions({}, { submissionCounts: missing([2, 1, 1]) })
    expect(listOf(first).remarks.filter((line) => line.includes('家'))).toEqual([])
    expect(missingReport.workbook!(first, OPTIONS).sheets).toHaveLength(1)
    const over = withSubmissions(
      {},
      {
        submissionCounts: [
          { period: '2025Q4', missing: 3, partly: 0, late: 0 },
          { period: '2026Q1', missing: 1, partly: 0, late: 0 }
        ]
      }
    )
    expect(listOf(over).remarks[0]).toBe('零报送单位从2025年第四季度的3家减少到2026年第一季度的1家。')
  })

  it('says by when, or that no date was set', () => {
    expect(listOf(withSubmissions({})).remarks.join('')).toContain('报送截止日期：2026年10月8日。')
    expect(listOf(withSubmissions({}, { dueDate: null })).remarks.join('')).toContain('没有设报送截止日期')
  })

  it('keeps the counters of each quarter', () => {
    const facts = officeFacts({ units: 23 })
    const rows = dataRows(tableNamed(missingReport.workbook!(facts, OPTIONS), '各季度报送情况'))
    expect(rows.map((row) => [row.MISSING, row.PARTLY, row.LATE].map(Number))).toEqual(
      facts.submissionCounts.map((count) => [count.missing, count.partly, count.late])
    )
  })
})
