import type { Workbook } from 'exceljs'
import type { ReportInput } from '../reportWriter.ts'
import { addSheet } from './addSheet.ts'
import { chineseDate, pageOf } from './pageOf.ts'
import { framePage } from './pageSetup.ts'
import { columnLetter } from './sheetText.ts'
import { CELL_PADDING, writeNote, writeTitle } from './table.ts'

/** One column as wide as the page would be cut by LibreOffice, which scales only whole columns. */
const COLUMNS = 10
const WIDTH = 13
const SPAN = [1, COLUMNS] as const

function localTime(iso: string): string {
  const at = new Date(iso)
  return `${chineseDate(at)} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** 说明: chosen rules, scheme, snapshot, legend. */
export function writeNotesSheet(workbook: Workbook, input: ReportInput): void {
  const { results, snapshot } = input
  const sheet = addSheet(workbook, '说明')
  for (let column = 1; column <= COLUMNS; column += 1) sheet.getColumn(column).width = WIDTH + CELL_PADDING
  const page = pageOf(input, '排名表说明', '')
  writeTitle(sheet, page, SPAN)
  const lines = [
    `考核方案：${results.scheme.title}（第 ${results.scheme.version} 版）`,
    snapshot === null
      ? '本表为预览，未定稿；数据或名次可能变动。'
      : `成绩已冻结，快照编号 ${snapshot.id}，冻结时间 ${localTime(snapshot.frozenAt)}。`,
    ...results.footer.map((sentence, index) => `${index + 1}. ${sentence}`),
    '升降：↑ 名次上升，↓ 名次下降，— 与上季度相同，新 上季度没有名次，/ 不适用。',
    '得分：0 是得零分；/ 是不适用；缺报是没有报送；得分后带「补」的，是按依据核定的数。',
    ...(results.races.some((race) => race.grades.length > 0)
      ? ['等次：待定 是并列跨过名额线、等待裁定先后；/ 是不定等次。']
      : []),
    `由亮绩赛马 ${input.appVersion} 生成。输入校验值：${results.inputsHash}`
  ]
  lines.forEach((line, index) => writeNote(sheet, index + 3, SPAN, line))
  sheet.views = [{ state: 'normal', showGridLines: false }]
  sheet.pageSetup = {
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A$1:${columnLetter(COLUMNS)}$${lines.length + 2}`,
    printTitlesRow: '1:2'
  }
  framePage(sheet, page)
}
