import { describe, expect, it } from 'vitest'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import { validate } from '../../helpers/officeFiles.ts'
import { AT } from './fixture.ts'
import { contentOf, opened, tableOf } from './madeTables.ts'
import { at, definedName, parse, sheetOf, type Opened } from './openPackage.ts'

describe('native charts', () => {
  const bar = (label: string, value: string, tone: 'PLAIN' | 'SUBJECT' = 'PLAIN') => ({ label, value, tone })
  const texts = (part: Document, tag: string): string[] =>
    [...part.getElementsByTagName(tag)].map((element) => element.textContent)

  async function chartsOf(...charts: ReportChart[]): Promise<{ book: Opened; parts: Document[] }> {
    const book = await opened({ table: tableOf(), charts })
    expect(await validate(book.bytes, 'xlsx')).toEqual([])
    const parts = charts.map((_, index) => parse(book.parts.get(`xl/charts/chart${index + 1}.xml`)!))
    return { book, parts }
  }

  it('have cells of their own beside the page where no table shows their numbers', async () => {
    const { book, parts } = await chartsOf({
      ...{ kind: 'BARS', title: '=图', mean: '1.5', decimals: 2 },
      bars: [bar('<甲>', '1'), bar('乙', '2', 'SUBJECT')]
    })
    expect(texts(parts[0]!, 'c:f')).toEqual(["'表图'!$N$2:$N$3", "'表图'!$O$2:$O$3"])
    const sheet = sheetOf(book, '表图')
    expect(['N2', 'N3', 'O2', 'O3'].map((address) => at(sheet, address))).toEqual(['<甲>', '乙', 1, 2])
    expect(definedName(book, '表图', '_xlnm.Print_Area')).toMatch(/\$A\$1:\$L\$/)
    expect(texts(parts[0]!, 'a:t')).toEqual(['=图，平均 1.50'])
    expect(parts[0]!.getElementsByTagName('c:dPt')).toHaveLength(1)
  })

  it('show a profile beside the group, and a trend with gaps and the place at each point', async () => {
    const { parts } = await chartsOf(
      {
        ...{ kind: 'PROFILE', title: '板块' },
        rows: [
          { label: '任务', score: '45', mean: '40', fullMark: '50', rate: '0.9', meanRate: '0.8' },
          { label: '讲堂', score: '/', mean: '9', fullMark: '10', rate: null, meanRate: '0.9' }
        ]
      },
      {
        ...{ kind: 'TREND', title: '走势', decimals: 2 },
        points: [
          { label: '一季度', value: '90.5', note: '第2名' },
          { label: '二季度', value: null, note: '' }
        ]
      }
    )
    const [profile, trend] = parts as [Document, Document]
    const [own, group] = [...profile.getElementsByTagName('c:ser')] as [Element, Element]
    const values = (series: Element): string[] =>
      [...series.getElementsByTagName('c:val')[0]!.getElementsByTagName('c:v')].map((v) => v.textContent)
    expect([values(own), values(group)]).toEqual([['0.9'], ['0.8', '0.9']])
    expect(profile.getElementsByTagName('c:legend')).toHaveLength(1)
    const [line] = [...trend.getElementsByTagName('c:ser')] as [Element]
    expect(values(line)).toEqual(['90.5'])
    expect(texts(trend, 'a:t')).toEqual(['走势', '90.50　第2名'])
    expect(trend.getElementsByTagName('c:lineChart')).toHaveLength(1)
  })

  it('of several tables stand each behind its own', async () => {
    const chart: ReportChart = { kind: 'BARS', title: 'a', bars: [bar('x', '1')], mean: null, decimals: 0 }
    const book = await opened(
      { table: tableOf(), charts: [chart] },
      { table: tableOf({ id: 'u', name: '表图' }), charts: [chart, chart], chartsName: '图二' }
    )
    expect(book.book.SheetNames).toEqual(['表', '表图', '表图(2)', '图二'])
    expect([...book.parts.keys()].filter((path) => path.includes('charts/'))).toHaveLength(3)
    expect([...book.parts.keys()].filter((path) => path.includes('drawings/drawing'))).toHaveLength(2)
  })

  it('refuse cells of a table that is not there', async () => {
    const cells = { table: 'x', label: 'NAME', value: 'A', from: 0 }
    const chart: ReportChart = {
      kind: 'BARS',
      title: 'a',
      bars: [bar('甲', '1')],
      mean: null,
      decimals: 0,
      cells
    }
    await expect(writeWorkbook(contentOf({ table: tableOf(), charts: [chart] }), AT)).rejects.toThrow(
      RangeError
    )
  })
})
