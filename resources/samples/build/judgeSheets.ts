import { indicatorOf, unitName } from './catalogue.ts'
import { bandRow, cell, headRow, headRows, metaRow, type Sheet } from './sheet.ts'
import type { JudgeMarks } from '../data/judges2026Q3.ts'
import { EVALUATOR_GROUPS } from '../data/judges2026Q3.ts'

export interface JudgeSheetOptions {
  sheetName: string
  title: string
  meta: readonly [string, string]
  units: readonly string[]
  marks: JudgeMarks
  notes: readonly string[]
}

/** 评委 matrix: units down, judges across under their evaluator groups, the office's own plain mean at the end. */
export function judgeSheet(options: JudgeSheetOptions): Sheet {
  const judges = EVALUATOR_GROUPS.reduce((count, group) => count + group.raters.length, 0)
  const columns = judges + 3
  const sheet: Sheet = {
    name: options.sheetName,
    rows: [],
    merges: [],
    widths: [6, 18, ...Array.from({ length: judges }, () => 9), 9],
    repeat: [3, 4]
  }
  bandRow(sheet, options.title, 'title', columns)
  metaRow(sheet, ...options.meta, columns)
  headRows(sheet, [
    '序号',
    '单位',
    ...EVALUATOR_GROUPS.map((group) => [group.name, group.raters] as const),
    '平均分'
  ])
  options.units.forEach((unit, index) => {
    const marks = options.marks[unit]!.flat()
    const given = marks.filter((mark) => mark !== '*').map(Number)
    const mean = Math.round((given.reduce((sum, mark) => sum + mark, 0) / given.length) * 100) / 100
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(unitName(unit)),
      ...marks.map((mark) => cell(mark === '*' ? '*' : Number(mark), 'name')),
      cell(mean, 'name', { format: '0.00' })
    ])
  })
  for (const note of options.notes) bandRow(sheet, note, 'note', columns)
  return sheet
}

/** 讲堂组织与课件: one direct score a unit. */
export function forumScoreSheet(
  title: string,
  units: readonly string[],
  scores: Readonly<Record<string, string>>
): Sheet {
  const sheet: Sheet = { name: '讲堂组织', rows: [], merges: [], widths: [6, 24, 24, 30], portrait: true }
  bandRow(sheet, title, 'title', 4)
  metaRow(sheet, '评分单位：科教宣传处', '单位：分', 4)
  headRow(sheet, ['序号', '单位', `${indicatorOf('c2').name}（满分20）`, '备注'])
  units.forEach((unit, index) => {
    sheet.rows.push([cell(index + 1, 'name'), cell(unitName(unit)), cell(Number(scores[unit])), cell(null)])
  })
  return sheet
}
