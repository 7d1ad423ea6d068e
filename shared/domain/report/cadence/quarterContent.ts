import { cadenceDays, cadenceTitle } from '../../cadence/cadenceKey.ts'
import { isSlipOpen, isWithin, type CadenceItem } from '../../cadence/cadenceItem.ts'
import { COMMENT_MARKS, type Comment } from '../../cadence/comment.ts'
import { speakersOf, type ReviewPlan, type Speaker } from '../../cadence/reviewPlan.ts'
import { activityIn } from '../../cadence/registerCounts.ts'
import type { IndicatorRate } from '../../cadence/indicatorRates.ts'
import type { PeriodKey } from '../../period/periodKey.ts'
import { movementText } from '../../ranking/movementText.ts'
import type { BoardResult, ResultSet } from '../../ranking/resultSet.ts'
import { sideWords } from '../../status/vocabulary.ts'
import { listedUnits } from '../namedUnits.ts'
import { countCell, rankCell, scoreCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { sectionOf, type CadenceContent, type CadenceFrame, type CadenceSection } from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import { strongAndWeak } from './strongAndWeak.ts'
import { DUE, itemLink, number, NUMBER, OWNER, slipLink, SLIP_COLUMNS, TITLE, TYPE } from './itemColumns.ts'
import { rateSection } from './rateSection.ts'

/** What became of a unit's 六问对标. */
export interface SelfReviewFact {
  unit: string
  name: string
  state: 'DRAFT' | 'SUBMITTED' | 'NONE'
  gaps: number
  /** Gaps that became a register item. */
  items: number
}

export interface QuarterInput {
  /** Null: nothing was computed. */
  results: ResultSet | null
  /** Null: a preview. */
  snapshot: string | null
  plan: ReviewPlan
  comments: readonly Comment[]
  selfReviews: readonly SelfReviewFact[]
  rates: readonly IndicatorRate[]
}

export const QUARTER_MARK = '预览，未冻结'

interface Context extends CadenceRegisters, QuarterInput {
  period: PeriodKey
  frame: CadenceFrame
}

/** 季交流: the agenda of the review, with what is said of the quarter behind it. */
export function quarterContent(
  period: PeriodKey,
  registers: CadenceRegisters,
  input: QuarterInput
): CadenceContent {
  const days = cadenceDays({ cadence: 'QUARTER', at: period })
  const until = days.last < registers.on ? days.last : registers.on
  const name = cadenceTitle({ cadence: 'QUARTER', at: period })
  const mark = input.results === null || input.snapshot !== null ? '' : QUARTER_MARK
  const frame: CadenceFrame = {
    title: mark === '' ? name : `${name}（${mark}）`,
    issuer: registers.issuer,
    date: registers.date
  }
  const context: Context = { ...registers, ...input, period, frame }
  const items = registers.itemsOn(until)
  const open = registers.slips.filter((slip) => isSlipOpen(slip, until))
  const did = activityIn(registers.events, { first: days.first, last: until })
  const submitted = input.selfReviews.filter(({ state }) => state === 'SUBMITTED').length
  const ranked = input.results?.counts.ranked ?? 0
  return {
    cadence: 'QUARTER',
    at: period,
    title: `${frame.title}交流`,
    mark,
    provenance:
      input.snapshot === null
        ? `${mark === '' ? '' : `${mark} · `}数据截至 ${until}`
        : `快照 ${input.snapshot} · 清单数据截至 ${until}`,
    on: until,
    figures: [
      { label: '参加排名', value: `${ranked} 个单位`, note: '' },
      { label: '发言', value: `${input.plan.minutes} 分钟`, note: '每个单位' },
      { label: '六问对标', value: `${submitted} / ${input.selfReviews.length}`, note: '已提交' },
      { label: '本季销号', value: `${did.closed} 项`, note: `报结 ${did.done} 项` },
      { label: '未办结督办单', value: `${open.length} 张`, note: '' },
      { label: '讲评', value: `${new Set(input.comments.map(({ unit }) => unit)).size} 个单位`, note: '' }
    ],
    findings:
      input.results === null ? ['这一季度还没有计算成绩，议程里没有名次。'] : headlines(input.results),
    sections: [
      ...(input.results === null ? [] : [agendaSection(context, input.results)]),
      ...(input.rates.length === 0 ? [] : [rateSection(frame, input.rates, '上季度')]),
      ...(input.results === null ? [] : boardSections(context, input.results)),
      sectionOf(frame, {
        ...{ id: 'quarter.slips', title: '未办结督办单', rows: open, columns: SLIP_COLUMNS, link: slipLink },
        empty: '没有未办结的督办单。'
      }),
      closedSection(
        frame,
        items.filter(({ state, doneOn }) => state === 'CLOSED' && isWithin(doneOn, days))
      ),
      reviewSection(context),
      commentSection(context)
    ]
  }
}

function headlines({ races }: ResultSet): string[] {
  return races.flatMap(({ groups }) =>
    groups.flatMap(({ name, units, mean }) => {
      const first = units.filter(({ rank }) => rank === 1)
      if (first.length === 0 || mean === null) return []
      const tied = first.length > 1 ? '（并列）' : ''
      const names = first.map((unit) => unit.name).join('、')
      return [
        `${name}第一名${names}${tied}，${first[0]!.total?.printed ?? '/'} 分；组平均 ${mean.total} 分。`
      ]
    })
  )
}

interface AgendaRow extends Speaker {
  no: number
  named: boolean
}

function agendaSection(context: Context, results: ResultSet): CadenceSection {
  const { frame, plan, comments, unitOrder } = context
  const marks = new Map(comments.flatMap(({ unit, mark }) => (mark === null ? [] : [[unit, mark] as const])))
  const rows = speakersOf(results, unitOrder, plan).map((speaker, index): AgendaRow => ({
    ...speaker,
    no: index + 1,
    named: listedUnits(speaker.group, { topOnly: null, bottom: plan.bottom }).includes(speaker.unit)
  }))
  const { decimals } = results
  const told = <T>(row: AgendaRow, cell: T): T | string => (row.named ? cell : '略')
  const columns: ColumnSpec<AgendaRow>[] = [
    { id: 'NO', head: '出场', align: 'center', min: 6, max: 7, cell: ({ no }) => countCell(no) },
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 28, bold: true, cell: ({ unit }) => unit.name },
    { id: 'GROUP', head: '组别', align: 'left', min: 12, max: 20, cell: ({ group }) => group.name },
    {
      ...{ id: 'RANK', head: '名次', align: 'center', min: 6, max: 8 },
      cell: (row) => told(row, rankCell(row.unit.rank)),
      red: ({ unit, named }) => named && unit.rank === 1
    },
    {
      ...{ id: 'TOTAL', head: '总得分', ...number, max: 12, tint: true },
      cell: (row) => told(row, row.unit.total === null ? '未计分' : scoreCell(row.unit.total, decimals))
    },
    {
      ...{ id: 'MOVEMENT', head: '升降', align: 'center', min: 6, max: 8 },
      cell: (row) => told(row, movementText(row.unit.movement)),
      red: ({ unit, named }) => named && unit.movement.kind === 'UP'
    },
    {
      ...{ id: 'STRONG', head: '强项', align: 'left', min: 14, max: 24 },
      cell: ({ unit, group }) => strongAndWeak(unit, group).strong
    },
    {
      ...{ id: 'WEAK', head: '短板', align: 'left', min: 14, max: 24 },
      cell: ({ unit, group }) => strongAndWeak(unit, group).weak
    },
    { id: 'MINUTES', head: '分钟', ...number, cell: () => countCell(plan.minutes) },
    {
      ...{ id: 'MARK', head: '讲评', align: 'left', min: 10, max: 14 },
      cell: ({ unit }) => {
        const mark = marks.get(unit.unit)
        return mark === undefined ? null : COMMENT_MARKS[mark]
      }
    }
  ]
  return sectionOf(frame, {
    ...{ id: 'quarter.agenda', title: '讲评会议程', rows, columns },
    link: ({ unit }) => ({ unit: unit.unit }),
    hint: `${rows.length} 个单位，共约 ${rows.length * plan.minutes} 分钟`,
    empty: '没有单位参加考核。',
    remarks: ['强项和短板：板块得分与组平均相比，高出最多和低得最多的板块。']
  })
}

interface BoardRow {
  board: BoardResult
  entry: BoardResult['entries'][number]
}

function boardSections({ frame, vocabulary, plan }: Context, { races }: ResultSet): CadenceSection[] {
  const rows = races.flatMap(({ boards }) =>
    boards.flatMap((board) =>
      board.entries
        .filter(({ side }) => side === 'GOOD' || plan.bottom === 'NAMES')
        .map((entry): BoardRow => ({ board, entry }))
    )
  )
  if (rows.length === 0) return []
  const columns: ColumnSpec<BoardRow>[] = [
    {
      ...{ id: 'SIDE', head: '榜', align: 'center', min: 8, max: 12, bold: true },
      cell: ({ board, entry }) => sideWords(board.kind, vocabulary)[entry.side]
    },
    {
      ...{ id: 'UNIT', head: '单位', align: 'left', min: 16, max: 28, bold: true },
      cell: ({ entry }) => entry.name
    },
    { id: 'TEXT', head: '数据', align: 'left', min: 14, max: 28, cell: ({ entry }) => entry.text },
    { id: 'REASON', head: '上榜理由', align: 'left', min: 24, max: 56, cell: ({ entry }) => entry.reason }
  ]
  return [
    sectionOf(frame, {
      ...{ id: 'quarter.boards', title: '榜单', rows, columns },
      link: ({ entry }) => ({ unit: entry.unit }),
      band: ({ board }) => board.name,
      empty: ''
    })
  ]
}

function closedSection(frame: CadenceFrame, rows: readonly CadenceItem[]): CadenceSection {
  return sectionOf(frame, {
    ...{ id: 'quarter.closed', title: '本季办结并已销号事项', rows, link: itemLink },
    columns: [
      NUMBER,
      TYPE,
      TITLE,
      OWNER,
      DUE,
      { id: 'ON', head: '报结', align: 'center', min: 11, max: 12, cell: ({ doneOn }) => doneOn }
    ],
    empty: '本季度没有报结并销号的事项。'
  })
}

const REVIEW_STATES: Record<SelfReviewFact['state'], string> = {
  SUBMITTED: '已提交',
  DRAFT: '填写中',
  NONE: '未填'
}

function reviewSection({ frame, selfReviews }: Context): CadenceSection {
  return sectionOf(frame, {
    ...{ id: 'quarter.reviews', title: '六问对标', rows: selfReviews },
    link: ({ unit }) => ({ unit }),
    columns: [
      { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true, cell: ({ name }) => name },
      {
        id: 'STATE',
        head: '状态',
        align: 'center',
        min: 9,
        max: 12,
        cell: ({ state }) => REVIEW_STATES[state]
      },
      { id: 'GAPS', head: '差距', ...number, cell: ({ gaps }) => countCell(gaps) },
      { id: 'ITEMS', head: '已转为\n清单事项', ...number, min: 10, cell: ({ items }) => countCell(items) }
    ],
    empty: '没有单位参加考核。'
  })
}

function commentSection({ frame, comments }: Context): CadenceSection {
  return sectionOf(frame, {
    ...{ id: 'quarter.comments', title: '讲评', rows: comments },
    link: ({ unit }) => ({ unit }),
    columns: [
      {
        id: 'UNIT',
        head: '单位',
        align: 'left',
        min: 16,
        max: 28,
        bold: true,
        cell: ({ unitName }) => unitName
      },
      {
        ...{ id: 'MARK', head: '评价', align: 'center', min: 10, max: 12 },
        cell: ({ mark }) => (mark === null ? '/' : COMMENT_MARKS[mark])
      },
      { id: 'SPEAKER', head: '讲评人', align: 'left', min: 10, max: 18, cell: ({ speaker }) => speaker },
      { id: 'TEXT', head: '内容', align: 'left', min: 30, max: 70, cell: ({ text }) => text }
    ],
    empty: '还没有记录讲评。'
  })
}
