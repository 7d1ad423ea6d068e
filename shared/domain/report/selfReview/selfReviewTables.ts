import type { GapFields } from '../../selfReview/gapFields.ts'
import { gapOf, valueText, type GapChange, type GapChangeCounts } from '../../selfReview/gapMath.ts'
import { CHANGE_WORDS, REVIEW_STATES, type ReviewState } from '../../selfReview/gapWords.ts'
import type { SelfReviewSettings } from '../../selfReview/selfReviewSettings.ts'
import { countCell } from '../ranking/columnSpec.ts'
import { emptyRow, NUMBER_COLUMN } from '../lists/listWorkbook.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportTable, TableCell } from '../reportTable.ts'

/** A gap as these tables print it. `task` is 「承-2026-007 在办」, '' without one. */
export interface PrintedGap {
  unitName: string
  /** Another unit that answers for it, '' where it is the unit itself. */
  ownerName: string
  fields: GapFields
  task: string
}

/** What became of a gap of the quarter before, as printed. */
export interface PrintedOutcome {
  unitName: string
  topic: string
  change: GapChange
  sentence: string
  task: string
}

export interface TableFrame {
  title: string
  left: string
  right: string
}

/** 六问对标表: one row a gap, the three headings over the six questions. */
export function gapTable(
  id: string,
  name: string,
  frame: TableFrame,
  gaps: readonly PrintedGap[],
  settings: SelfReviewSettings,
  withUnit: boolean
): ReportTable {
  const columns = gapColumns(settings, withUnit)
  return {
    id,
    name,
    ...frame,
    columns,
    rows:
      gaps.length === 0
        ? emptyRow(columns, '没有填写差距。')
        : gaps.map((gap, index) => ({
            cells: gapCells(gap, index + 1),
            opens: withUnit && index > 0 && gaps[index - 1]!.unitName !== gap.unitName
          })),
    foot: [],
    remarks: ['差距 = 现值与标杆值之差，越低越好的指标以高出标杆为差距；百分数之间相差用百分点。'],
    signatures: SIGNATURES,
    pinned: withUnit ? 3 : 2,
    filter: withUnit && gaps.length > 0,
    orientation: 'LANDSCAPE'
  }
}

function gapColumns({ questions, sections }: SelfReviewSettings, withUnit: boolean): ReportColumn[] {
  const [pain, cure, duty] = sections as [string, string, string]
  const ask = (at: number): string => questions[at]!.ask
  return [
    NUMBER_COLUMN,
    ...(withUnit ? [{ id: 'UNIT', head: '单位', align: 'left', min: 10, max: 18, bold: true } as const] : []),
    { id: 'TOPIC', head: '差距事项', align: 'left', min: 12, max: 20, bold: true },
    { id: 'BENCHMARK', head: ask(0), band: pain, align: 'left', min: 14, max: 22 },
    { id: 'GAP', head: ask(1), band: pain, align: 'left', min: 12, max: 18 },
    { id: 'CAUSE', head: ask(2), band: pain, align: 'left', min: 16, max: 28 },
    { id: 'MEASURES', head: ask(3), band: cure, align: 'left', min: 16, max: 30 },
    { id: 'PERSON', head: ask(4), band: duty, align: 'left', min: 9, max: 14 },
    { id: 'DUE', head: ask(5), band: duty, align: 'center', min: 11, max: 12 },
    { id: 'TASK', head: '转为任务', align: 'left', min: 12, max: 14 }
  ]
}

function gapCells({ unitName, ownerName, fields, task }: PrintedGap, no: number): Record<string, TableCell> {
  const { unitOfMeasure, benchmark, benchmarkValue, benchmarkSource, ownValue, gapNote } = fields
  const gap = gapOf(fields)
  return {
    NO: countCell(no),
    UNIT: unitName,
    TOPIC: fields.topic,
    BENCHMARK: [
      [benchmark, benchmarkValue === null ? '' : valueText(benchmarkValue, unitOfMeasure)]
        .filter(Boolean)
        .join(' '),
      benchmarkSource === '' ? '' : `来源：${benchmarkSource}`
    ]
      .filter(Boolean)
      .join('\n'),
    GAP: [
      ownValue === null ? '' : `现值 ${valueText(ownValue, unitOfMeasure)}`,
      gap === null ? '' : gap.words,
      gapNote
    ]
      .filter(Boolean)
      .join('\n'),
    CAUSE: fields.cause,
    MEASURES: fields.measures,
    PERSON: [ownerName, fields.person].filter(Boolean).join('\n'),
    DUE: fields.due ?? '',
    TASK: task === '' ? '/' : task
  }
}

/** 上季度差距整改情况. */
export function outcomeTable(
  id: string,
  name: string,
  frame: TableFrame,
  outcomes: readonly PrintedOutcome[],
  counts: GapChangeCounts,
  withUnit: boolean
): ReportTable {
  const columns: ReportColumn[] = [
    NUMBER_COLUMN,
    ...(withUnit ? [{ id: 'UNIT', head: '单位', align: 'left', min: 10, max: 18, bold: true } as const] : []),
    { id: 'TOPIC', head: '差距事项', align: 'left', min: 14, max: 26, bold: true },
    { id: 'CHANGE', head: '差距变化', align: 'center', min: 9, max: 10 },
    { id: 'SENTENCE', head: '当时与现在', align: 'left', min: 26, max: 46 },
    { id: 'TASK', head: '任务', align: 'left', min: 14, max: 20 }
  ]
  return {
    id,
    name,
    ...frame,
    columns,
    rows: outcomes.map(({ unitName, topic, change, sentence, task }, index) => ({
      cells: {
        NO: countCell(index + 1),
        UNIT: unitName,
        TOPIC: topic,
        CHANGE: CHANGE_WORDS[change],
        SENTENCE: sentence,
        TASK: task === '' ? '/' : task
      },
      opens: withUnit && index > 0 && outcomes[index - 1]!.unitName !== unitName
    })),
    foot: [],
    remarks: [narrowedSentence(counts)],
    signatures: [],
    pinned: withUnit ? 3 : 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** 「可比较的 4 条差距里，已补上 1 条、缩小 2 条，差距缩小率 75%；另有 1 条没有新的数。」 */
export function narrowedSentence(counts: GapChangeCounts): string {
  const { closed, smaller, same, larger, unknown, narrowedPercent } = counts
  const other = unknown === 0 ? '' : `另有 ${unknown} 条没有可比的数，不计在内。`
  if (narrowedPercent === null) return other === '' ? '上季度没有差距。' : other
  return `可比较的 ${closed + smaller + same + larger} 条差距里，已补上 ${closed} 条、缩小 ${smaller} 条、未变 ${same} 条、扩大 ${larger} 条，差距缩小率 ${narrowedPercent}%（已补上和缩小的条数 ÷ 可比较的条数）。${other}`
}

export interface OverviewLine {
  name: string
  state: ReviewState
  gaps: number
  tasks: number
  done: number
  overdue: number
  earlier: GapChangeCounts
}

/** 六问对标汇总: one row a unit. */
export function overviewTable(
  frame: TableFrame,
  units: readonly OverviewLine[],
  totals: Omit<OverviewLine, 'name' | 'state'> & { submitted: number }
): ReportTable {
  const number = { align: 'right', min: 7, max: 10 } as const
  const columns: ReportColumn[] = [
    NUMBER_COLUMN,
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 26, bold: true },
    { id: 'STATE', head: '填报', align: 'center', min: 9, max: 10 },
    { id: 'GAPS', head: '差距（条）', ...number, min: 9 },
    { id: 'TASKS', head: '转任务', band: '任务', ...number },
    { id: 'DONE', head: '已办结', band: '任务', ...number },
    { id: 'OVERDUE', head: '逾期', band: '任务', ...number },
    { id: 'CLOSED', head: '已补上', band: '上季度差距', ...number },
    { id: 'SMALLER', head: '缩小', band: '上季度差距', ...number },
    { id: 'SAME', head: '未变', band: '上季度差距', ...number },
    { id: 'LARGER', head: '扩大', band: '上季度差距', ...number },
    { id: 'NARROWED', head: '差距缩小率', ...number, min: 11, tint: true }
  ]
  const cellsOf = (line: Omit<OverviewLine, 'name' | 'state'>): Record<string, TableCell> => ({
    GAPS: countCell(line.gaps),
    TASKS: countCell(line.tasks),
    DONE: countCell(line.done),
    OVERDUE: countCell(line.overdue),
    CLOSED: countCell(line.earlier.closed),
    SMALLER: countCell(line.earlier.smaller),
    SAME: countCell(line.earlier.same),
    LARGER: countCell(line.earlier.larger),
    NARROWED:
      line.earlier.narrowedPercent === null
        ? '/'
        : { number: line.earlier.narrowedPercent, decimals: 2, suffix: '%' }
  })
  return {
    id: 'selfReview.overview',
    name: '汇总',
    ...frame,
    columns,
    rows:
      units.length === 0
        ? emptyRow(columns, '本季度没有参加的单位。')
        : units.map((line, index) => ({
            cells: {
              NO: countCell(index + 1),
              UNIT: line.name,
              STATE: REVIEW_STATES[line.state],
              ...cellsOf(line)
            }
          })),
    foot: [{ cells: { UNIT: '合计', STATE: `${totals.submitted} 家已提交`, ...cellsOf(totals) } }],
    remarks: [narrowedSentence(totals.earlier)],
    signatures: SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}
