import { addDays, monthDays, type IsoMonth } from '../../calendar/isoDate.ts'
import { cadenceTitle } from '../../cadence/cadenceKey.ts'
import { activityIn, standingsOf } from '../../cadence/registerCounts.ts'
import type { ResultSet } from '../../ranking/resultSet.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { CadenceContent, CadenceFrame } from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import { boardFindings, boardSections } from './monthBoards.ts'
import { matrixSection, paceSection, planSection } from './monthItems.ts'

export const MONTH_MARK = '预览，未冻结'

/** The engine's preview of the month; null with the reason where there is none. */
export type MonthPreview = { results: ResultSet; options: ReportOptions } | { results: null; reason: string }

/** 月比拼: the month's board by the engine's preview, plan against actual, and each unit's standing month by month. */
export function monthContent(
  month: IsoMonth,
  registers: CadenceRegisters,
  preview: MonthPreview
): CadenceContent {
  const days = monthDays(month)
  const until = days.last < registers.on ? days.last : registers.on
  const title = cadenceTitle({ cadence: 'MONTH', at: month })
  const frame: CadenceFrame = {
    title: `${title}（${MONTH_MARK}）`,
    issuer: registers.issuer,
    date: registers.date
  }
  const items = registers.itemsOn(until)
  const before = registers.itemsOn(addDays(days.first, -1))
  const stand = standingsOf(items)
  const did = activityIn(registers.events, { first: days.first, last: until })
  return {
    cadence: 'MONTH',
    at: month,
    title: `${title}比拼（${MONTH_MARK}）`,
    mark: MONTH_MARK,
    provenance: `${MONTH_MARK} · 数据截至 ${until}`,
    on: until,
    figures: [
      { label: '未办结事项', value: `${stand.open} 项`, note: '' },
      { label: '达标', value: `${stand.onTrack} 项`, note: `稍缓 ${stand.slightly} 项` },
      { label: '落后', value: `${stand.behind} 项`, note: '' },
      { label: '逾期', value: `${stand.overdue} 项`, note: `上月末 ${standingsOf(before).overdue} 项` },
      { label: '本月报结', value: `${did.done} 项`, note: '' },
      { label: '本月销号', value: `${did.closed} 项`, note: '' }
    ],
    findings: preview.results === null ? [preview.reason] : boardFindings(preview.results),
    sections: [
      ...(preview.results === null ? [] : boardSections(frame, preview.results, preview.options)),
      planSection(frame, registers, { until, before, items, first: days.first }),
      paceSection(frame, registers, items, before),
      matrixSection(frame, registers, month)
    ]
  }
}
