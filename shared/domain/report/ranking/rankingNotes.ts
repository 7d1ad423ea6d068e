import { chineseDate, tableFrame } from '../reportFrame.ts'
import type { WorkbookNotes } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'

function localTime(iso: string): string {
  const at = new Date(iso)
  return `${chineseDate(at)} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** 说明 of a workbook of scores: scheme, snapshot, chosen rules, legend, checksum. */
export function scoreNotes(facts: ReportFacts, options: ReportOptions, subject: string): WorkbookNotes {
  const { results, snapshot, appVersion } = facts
  return {
    name: '说明',
    ...tableFrame(facts, options, subject),
    lines: [
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
      `由亮绩赛马 ${appVersion} 生成。输入校验值：${results.inputsHash}`
    ]
  }
}
