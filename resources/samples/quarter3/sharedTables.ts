import { AFFILIATES, DEPARTMENTS, unitName } from '../build/catalogue.ts'
import { forumScoreSheet, judgeSheet } from '../build/judgeSheets.ts'
import { ledgerSheet } from '../build/ledgerSheet.ts'
import {
  bandRow,
  cell,
  headRow,
  headRows,
  metaRow,
  type Book,
  type Cell,
  type Sheet
} from '../build/sheet.ts'
import { adjustments2026Q3 } from '../data/adjustments.ts'
import { judges2026Q3 } from '../data/judges2026Q3.ts'
import { values2026Q3 } from '../data/values2026Q3.ts'

export const JUDGES = '附件3：体育讲堂评委评分表.xlsx'
export const RECTIFICATION = '附件4：七张问题清单整改和督办反馈情况.xlsx'
export const LEDGER = '附件5：2026年三季度加减分台账.xlsx'
export const SATISFACTION = '2026年三季度群众满意度测评结果.xlsx'

const UNITS = [...DEPARTMENTS, ...AFFILIATES]
const actualOf = (unit: string, code: string): string => values2026Q3[unit]![code]![1]!

export function judgesBook(): Book {
  const half = (sheetName: string, units: readonly string[]): Sheet =>
    judgeSheet({
      sheetName,
      title: `2026年第三季度“体育讲堂”评委评分表（${sheetName}）`,
      meta: ['汇总单位：科教宣传处', '单位：分    时间：2026年9月25日'],
      units,
      marks: judges2026Q3,
      notes: ['注：“*”为评委所在处室回避，不评分。']
    })
  const scores = Object.fromEntries(UNITS.map((unit) => [unit, actualOf(unit, 'c2')]))
  return {
    sheets: [
      half('机关处室', DEPARTMENTS),
      half('直属单位', AFFILIATES),
      forumScoreSheet('2026年第三季度“体育讲堂”组织与课件评分', UNITS, scores)
    ],
    savedAt: '2026-09-28T06:00:00Z'
  }
}

const RECTIFIED: Readonly<Record<string, Partial<Cell>>> = {
  'mass.d2.target': { value: '20次' },
  'mass.d2.actual': { value: '20次' },
  'finance.d1.target': { value: '４' },
  'finance.d1.actual': { value: '４' },
  'research.d2.actual': { value: '5' }
}

/** Everybody's open items: 七张问题清单 and 督办, targets known only from this sheet. */
export function rectificationBook(): Book {
  const sheet: Sheet = {
    name: 'Sheet1',
    rows: [],
    merges: [],
    widths: [6, 24, 11, 11, 11, 11, 24],
    repeat: [3, 4]
  }
  bandRow(sheet, '七张问题清单整改和督办反馈情况（2026年三季度）', 'title', 7)
  metaRow(sheet, '填报单位（盖章）：政策法规处、办公室', '填报时间：2026年10月9日', 7)
  headRows(sheet, [
    '序号',
    '单位',
    ['七张问题清单整改（件）', ['目标', '完成']],
    ['督办事项按时反馈（次）', ['目标', '完成']],
    '备注'
  ])
  UNITS.forEach((unit, index) => {
    const numbers = ['d1', 'd2'].flatMap((code) =>
      (['target', 'actual'] as const).map((field) => rectified(unit, code, field))
    )
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(unitName(unit)),
      ...numbers,
      cell(unit === 'audit' ? '未报送台账' : null)
    ])
  })
  bandRow(sheet, '注：完成率低于60%（含）的不得分。', 'note', 7)
  return { sheets: [sheet], savedAt: '2026-10-09T03:00:00Z' }
}

function rectified(unit: string, code: string, field: 'target' | 'actual'): Cell {
  const pair = values2026Q3[unit]![code]
  if (pair === undefined) return cell('未报')
  return { ...cell(Number(pair[field === 'target' ? 0 : 1])), ...RECTIFIED[`${unit}.${code}.${field}`] }
}

/** Ranking list with a heading row for each group; the percentages are a mixture of numbers and texts. */
export function satisfactionBook(): Book {
  const sheet: Sheet = {
    name: '测评结果',
    rows: [],
    merges: [],
    widths: [8, 26, 18, 20],
    portrait: true,
    repeat: [3, 3]
  }
  bandRow(sheet, '2026年三季度基层与群众满意度测评结果', 'title', 4)
  metaRow(sheet, '测评单位：组织人事处', '回收问卷1,286份', 4)
  headRow(sheet, ['名次', '单位', '群众满意度（%）', '备注'])
  for (const units of [DEPARTMENTS.filter((unit) => unit !== 'office'), AFFILIATES]) {
    for (const unit of [...units].sort((a, b) => Number(actualOf(b, 'd3')) - Number(actualOf(a, 'd3')))) {
      const value = actualOf(unit, 'd3')
      const rank = 1 + units.filter((other) => Number(actualOf(other, 'd3')) > Number(value)).length
      const typed = ['approval', 'school', 'venues'].includes(unit)
        ? `${value}%`
        : unit === 'water'
          ? '９４．０'
          : Number(value)
      sheet.rows.push([cell(rank, 'name'), cell(unitName(unit)), cell(typed), cell(null)])
    }
  }
  sheet.rows.push([
    cell('/', 'name'),
    cell(unitName('office')),
    cell(Number(actualOf('office', 'd3'))),
    cell('单列，不参加排名')
  ])
  bandRow(sheet, '注：机关处室和直属单位分别排名。', 'note', 4)
  return { sheets: [sheet], savedAt: '2026-09-30T08:00:00Z' }
}

export function ledgerBook(): Book {
  const sheet = ledgerSheet({
    title: '2026年三季度加减分台账',
    meta: ['登记单位：考核办', '截止日期：2026年9月30日'],
    entries: adjustments2026Q3,
    typedDates: { 1: '2026年8月20日', 4: '2026.8.18', 9: '２０２６年９月１日' },
    typedPoints: { 3: '３' },
    typedUnits: { 2: '青少处', 14: '体彩中心' },
    notes: ['注：各类加分单项封顶，加分合计不超过10分。']
  })
  return { sheets: [sheet], savedAt: '2026-10-08T07:00:00Z' }
}
