import { AFFILIATES, DEPARTMENTS, indicatorOf, unitName } from '../build/catalogue.ts'
import { forumScoreSheet, judgeSheet } from '../build/judgeSheets.ts'
import { ledgerSheet } from '../build/ledgerSheet.ts'
import { bandRow, cell, headRow, metaRow, type Book, type Sheet } from '../build/sheet.ts'
import { adjustments2026Q2 } from '../data/adjustments.ts'
import { judges2026Q2 } from '../data/judges2026Q2.ts'
import { values2026Q2 } from '../data/values2026Q2.ts'

export const QUARTER2_MEASURES = '2026年第二季度赛马指标完成情况.xlsx'
export const QUARTER2_FORUM = '2026年第二季度体育讲堂评分和加减分.xlsx'

/** All measured values of the clean quarter as two long lists. */
export function quarter2MeasuresBook(): Book {
  return {
    sheets: [list('机关处室', DEPARTMENTS), list('直属单位', AFFILIATES)],
    savedAt: '2026-07-10T02:00:00Z'
  }
}

function list(name: string, units: readonly string[]): Sheet {
  const sheet: Sheet = {
    name,
    rows: [],
    merges: [],
    widths: [6, 24, 30, 10, 13, 13],
    portrait: true,
    repeat: [3, 3]
  }
  bandRow(sheet, `2026年第二季度赛马指标完成情况（${name}）`, 'title', 6)
  metaRow(sheet, '汇总单位：考核办', '填报时间：2026年7月10日', 6)
  headRow(sheet, ['序号', '单位名称', '指标名称', '计量单位', '目标值', '完成值'])
  const rows = units.flatMap((unit) =>
    Object.entries(values2026Q2[unit]!)
      .filter(([code]) => code !== 'c2')
      .map(([code, pair]) => ({ unit, code, pair }))
  )
  rows.forEach(({ unit, code, pair: [target, actual] }, index) => {
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(unitName(unit)),
      cell(indicatorOf(code).name),
      cell(indicatorOf(code).unit, 'name'),
      cell(target === null ? null : Number(target)),
      cell(Number(actual))
    ])
  })
  return sheet
}

/** Judges' marks, the forum's direct scores and the ledger of the clean quarter. */
export function quarter2ForumBook(): Book {
  const half = (sheetName: string, units: readonly string[]): Sheet =>
    judgeSheet({
      sheetName,
      title: `2026年第二季度“体育讲堂”评委评分表（${sheetName}）`,
      meta: ['汇总单位：科教宣传处', '单位：分    时间：2026年6月24日'],
      units,
      marks: judges2026Q2,
      notes: []
    })
  const units = [...DEPARTMENTS, ...AFFILIATES]
  const scores = Object.fromEntries(units.map((unit) => [unit, values2026Q2[unit]!['c2']![1]!]))
  return {
    sheets: [
      half('机关处室', DEPARTMENTS),
      half('直属单位', AFFILIATES),
      forumScoreSheet('2026年第二季度“体育讲堂”组织与课件评分', units, scores),
      ledgerSheet({
        title: '2026年二季度加减分台账',
        meta: ['登记单位：考核办', '截止日期：2026年6月30日'],
        entries: adjustments2026Q2,
        notes: []
      })
    ],
    savedAt: '2026-07-10T03:00:00Z'
  }
}
