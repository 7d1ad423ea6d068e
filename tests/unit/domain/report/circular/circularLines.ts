import { circularReport } from '#shared/domain/report/circular/circularReport.ts'
import type { PaperBlock } from '#shared/domain/report/reportContent.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { OPTIONS } from '../../../../helpers/reportFacts.ts'

function textOf(block: PaperBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')]
    case 'heading':
    case 'title':
    case 'recipients':
    case 'docNumber':
    case 'contact':
    case 'attachmentLabel':
      return [block.text]
    case 'attachments':
      return block.items.map((item, index) => `附件${index + 1}：${item}`)
    case 'closing':
      return [block.organisation, block.date]
    case 'table':
      return [block.table.title]
    default:
      return []
  }
}

/** Every line of the circular, tables by their titles. */
export function linesOf(facts: ReportFacts, options: Partial<ReportOptions> = {}): string[] {
  return circularReport.paper!(facts, { ...OPTIONS, ...options }).sections.flatMap(({ blocks }) =>
    blocks.flatMap(textOf)
  )
}

/** What is asked for in the end, by what the facts show. */
export const ASKS = {
  missing: '尽快补齐数据。缺项的单位要尽快补报，说明原因，并对数据的真实性、完整性负责。',
  below:
    '对照先进找差距。低于组平均分的单位要对照同组先进单位，逐项分析失分原因，制定整改措施，明确责任人和完成时限。',
  late: '按时规范报送。迟报的单位要落实专人负责，按规定时间和口径报送，避免迟报、漏报、错报。',
  quarter:
    '抓好下一季度工作。各单位要总结经验、查找不足，对照考核方案逐项落实任务，扎实做好2026年第四季度各项工作。'
}
