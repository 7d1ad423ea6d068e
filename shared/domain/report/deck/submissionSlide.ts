import { periodShort, periodTitle } from '../../period/periodKey.ts'
import type { ReportChart } from '../reportChart.ts'
import type { Slide, SlidePart } from './deckContent.ts'
import type { DeckScope } from './deckScope.ts'
import { unitList } from './deckWords.ts'

/** How the data came in: who is missing, incomplete or late, and how many were so in earlier quarters (S61). */
export function submissionSlide(scope: DeckScope): Slide {
  const { facts, mayName, origin } = scope
  const { submissions, submissionCounts, dueDate } = facts
  const missing = submissions.filter((each) => each.state === 'MISSING')
  const partly = submissions.filter((each) => each.state === 'PARTLY')
  const late = submissions.filter((each) => each.late)
  const counts = submissionCounts.map(({ period, missing: none, partly: some }) => ({
    period,
    count: none + some
  }))
  const incomplete = missing.length + partly.length
  const before = counts.at(-2)
  const items = [
    missing.length === 0 ? '没有一项数据都不报的单位。' : `${unitList(missing, mayName)}没有报送数据。`,
    partly.length === 0 ? '没有只报一部分的单位。' : `${unitList(partly, mayName)}数据没有报齐。`,
    ...(late.length === 0
      ? [dueDate === null ? '方案没有设报送期限。' : '没有迟报的单位。']
      : [`${unitList(late, mayName)}报送晚于规定时间。`]),
    ...(counts.length < 2
      ? []
      : [
          `没有报齐的单位：${counts.map(({ period, count }) => `${periodTitle(period)}${count}个`).join('，')}。`
        ])
  ]
  const chart: ReportChart = {
    kind: 'TREND',
    title: '数据没有报齐的单位数（个）',
    points: counts.map(({ period, count }) => ({
      label: periodShort(period),
      value: String(count),
      note: ''
    })),
    decimals: 0
  }
  const parts: SlidePart[] = [
    { type: 'bullets', items },
    ...(counts.length < 2 ? [] : [{ type: 'chart' as const, chart }])
  ]
  const change =
    before === undefined || before.count === incomplete
      ? ''
      : `，比上季度${incomplete < before.count ? '减少' : '增加'}${Math.abs(before.count - incomplete)}个`
  return {
    layout: 'CONTENT',
    title: incomplete === 0 ? `各单位数据全部报齐${change}` : `${incomplete}个单位数据没有报齐${change}`,
    subtitle: '',
    parts,
    notes: `没有报齐的，含没有报送和只报一部分的单位；期限${dueDate === null ? '未设' : `为${dueDate}`}。\n${origin}`
  }
}
