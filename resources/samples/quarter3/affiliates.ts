import { indicatorOf, unitName, unitShortName } from '../build/catalogue.ts'
import { bandRow, blanks, cell, headRow, metaRow, type Book, type Cell, type Sheet } from '../build/sheet.ts'
import { values2026Q3 } from '../data/values2026Q3.ts'

export const AFFILIATE_LIST = '直属单位三季度完成情况（部分）.csv'
export const AFFILIATE_MATRIX = '附件2：直属单位指标完成情况表.xlsx'

/** Reported about the affiliates by others. */
const BY_OTHERS = ['c2', 'd1', 'd2', 'd3']

const LIST_UNITS = ['fitness', 'school', 'lottery', 'testing'] as const
const MATRIX_UNITS = ['water', 'olympic', 'antidoping', 'events', 'research'] as const

const codesOf = (unit: string): string[] =>
  Object.keys(values2026Q3[unit]!).filter((code) => !BY_OTHERS.includes(code))

/** How the list's clerk typed single values; the school writes the year's goal of 8 instead of the 6 of the third quarter. */
const TYPED: Readonly<Record<string, string>> = {
  'fitness.fitness-events.actual': '６３',
  'fitness.a2.target': '2,600',
  'fitness.a2.actual': '2470万元',
  'school.a2.target': '2,200',
  'school.school-pass.actual': '93.1%',
  'school.sent-athletes.target': '8',
  'lottery.lottery-sales.actual': '6.984亿元',
  'testing.body-tests.target': '8,000',
  'testing.body-tests.actual': '7,200',
  'testing.a3.actual': '71.25%'
}

/** Long list 单位名称 | 指标名称 | …, as four affiliates send it together out of an old system. */
export function affiliateList(): string[][] {
  const rows = LIST_UNITS.flatMap((unit) =>
    codesOf(unit).map((code) => {
      const [target, actual] = values2026Q3[unit]![code]!
      const typed = (field: string, plain: string): string => TYPED[`${unit}.${code}.${field}`] ?? plain
      return [
        unit === 'lottery' ? '市体彩中心' : unitName(unit),
        indicatorOf(code).name,
        indicatorOf(code).unit,
        typed('target', target!),
        typed('actual', actual!),
        ''
      ]
    })
  )
  return [
    ['2026年第三季度直属单位目标任务完成情况', '', '', '', '', ''],
    ['填报时间：2026年10月8日', '', '', '', '', ''],
    ['单位名称', '指标名称', '计量单位', '目标值', '完成值', '备注'],
    ...rows,
    ['注：累计类指标为1—9月累计数。', '', '', '', '', '']
  ]
}

const MATRIX_TYPED: Readonly<Record<string, Partial<Cell>>> = {
  'water.a2': { value: '1,710' },
  'olympic.a2': { value: '3008万元' },
  'olympic.open-visits': { value: '40.5万人次' },
  'antidoping.doping-tests': { value: '１０８' },
  'antidoping.doping-lessons': { value: '94%' },
  'events.outdoor-events': { value: '25场' },
  'research.b2': { value: '5.2天' }
}

/** Wide matrix 指标×单位 for the other five; a unit without the indicator has 「/」. */
export function affiliateMatrixBook(): Book {
  const sheet: Sheet = {
    name: '三季度',
    rows: [],
    merges: [],
    widths: [6, 28, 10, 13, 13, 13, 13, 13, 18],
    repeat: [3, 3]
  }
  bandRow(sheet, '2026年第三季度直属单位指标完成情况表', 'title', 9)
  metaRow(sheet, '汇总单位：体育赛事中心', '截至：2026年9月30日', 9)
  headRow(sheet, ['序号', '指标', '计量单位', ...MATRIX_UNITS.map(unitShortName), '备注'])
  const codes = [...new Set(MATRIX_UNITS.flatMap(codesOf))].sort(byPlace)
  codes.forEach((code, index) => {
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(indicatorOf(code).name),
      cell(indicatorOf(code).unit, 'name'),
      ...MATRIX_UNITS.map((unit) => matrixCell(unit, code)),
      cell(code === 'outdoor-events' ? '全年目标30场' : null)
    ])
  })
  bandRow(sheet, '注：1.“/”表示无此项任务。2.资金到位为1—9月累计数，单位万元。', 'note', 9)
  sheet.rows.push([
    cell('审核人：', 'meta'),
    ...blanks(4, 'meta'),
    cell('制表人：', 'meta'),
    ...blanks(3, 'meta')
  ])
  return { sheets: [sheet], savedAt: '2026-10-09T01:00:00Z' }
}

function matrixCell(unit: string, code: string): Cell {
  const pair = values2026Q3[unit]![code]
  if (pair === undefined) return cell('/')
  return { ...cell(Number(pair[1])), ...MATRIX_TYPED[`${unit}.${code}`] }
}

/** Common items first, promises last, the units' own indicators between them in the order of the units. */
function byPlace(a: string, b: string): number {
  const place = (code: string): number => (/^a\d$/.test(code) ? 0 : /^b\d$/.test(code) ? 2 : 1)
  return place(a) - place(b) || (place(a) === 1 ? 0 : a < b ? -1 : 1)
}
