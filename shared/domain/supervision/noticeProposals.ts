import type { IsoDate } from '../calendar/isoDate.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { periodTitle, type PeriodKey } from '../period/periodKey.ts'
import type { ResultSet, StreakState, UnitResult } from '../ranking/resultSet.ts'
import { outcomeKind } from './checkSettings.ts'
import type { SlipProposal } from './proposal.ts'
import type { SlipKind } from './slip.ts'
import { answerDay } from './slipMachine.ts'
import { dayWords } from './slipWords.ts'
import type { SupervisionSettings } from './supervisionSettings.ts'

export interface NoticeContext {
  on: IsoDate
  settings: SupervisionSettings
  calendar: WorkCalendar
  /** Keys that were issued or declined before. */
  settled: ReadonlySet<string>
}

/**
 * 约谈, 黄牌 … of the units whose bad streak was reached in a frozen quarter (S50, S51), with the quarters that made it; in
 * the order of the results. An outcome that no word of the settings catches gives none.
 */
export function streakProposals(results: ResultSet, context: NoticeContext): SlipProposal[] {
  return results.races.flatMap((race) =>
    race.groups.flatMap((group) =>
      group.units.flatMap((unit) =>
        unit.streaks.flatMap((streak) => {
          if (!streak.reached || streak.tone !== 'BAD') return []
          const kind = outcomeKind(streak.outcome, context.settings)
          if (kind === null) return []
          const key = `streak:${race.race}:${streak.code}:${streak.indicator ?? ''}:${unit.unit}:${results.period}`
          return context.settled.has(key)
            ? []
            : [streakProposal(key, kind, { race: race.race, unit, streak, results }, context)]
        })
      )
    )
  )
}

function streakProposal(
  key: string,
  kind: SlipKind,
  of: { race: string; unit: UnitResult; streak: StreakState; results: ResultSet },
  context: NoticeContext
): SlipProposal {
  const { unit, streak, results } = of
  const answerBy = answerDay(kind, null, context.on, context)
  const total = unit.total === null ? '' : `本季度总得分 ${unit.total.printed}`
  const rank = unit.rank === null ? '' : `，列第 ${unit.rank} 名`
  return {
    key,
    action: 'ISSUE',
    kind,
    level: null,
    unit: unit.unit,
    item: null,
    slip: null,
    period: results.period,
    times: 1,
    subject: `${results.scheme.title}${streak.name}`,
    reason: `${streak.sentence}。${total}${total === '' ? '' : `${rank}。`}`,
    demand:
      kind === 'INTERVIEW'
        ? `请主要负责人按时参加约谈，并于${dayWords(answerBy)}前书面提交原因分析、整改措施和完成时间。`
        : `请查找原因、制定措施、限期改进，并于${dayWords(answerBy)}前书面报送整改情况。`,
    answerBy,
    basis: {
      from: 'STREAK',
      period: results.period,
      race: of.race,
      streak: streak.code,
      indicator: streak.indicator
    }
  }
}

/** How a unit handed in for a quarter, as far as a 告知书 is about it. */
export interface HandedIn {
  unit: string
  state: 'COMPLETE' | 'PARTLY' | 'MISSING'
  filled: number
  expected: number
  missing: readonly string[]
  /** Day of its first file, null when nothing came. */
  firstOn: IsoDate | null
  late: boolean
}

/** 告知书 to units that handed in nothing, not everything or late, once the due date is over (S61): one a unit and quarter. */
export function submissionProposals(
  rows: readonly HandedIn[],
  { period, dueDate }: { period: PeriodKey; dueDate: IsoDate | null },
  context: NoticeContext
): SlipProposal[] {
  const { on, settings, settled } = context
  if (dueDate === null || on <= dueDate) return []
  return rows.flatMap((row): SlipProposal[] => {
    const state = fault(row, settings)
    const key = `submission:${period}:${row.unit}`
    // Units of which nothing is expected cannot be late.
    if (state === null || row.expected === 0 || settled.has(key)) return []
    const answerBy = answerDay('NOTICE', null, on, context)
    return [
      {
        key,
        action: 'ISSUE',
        kind: 'NOTICE',
        level: null,
        unit: row.unit,
        item: null,
        slip: null,
        period,
        times: 1,
        subject: `${periodTitle(period)}考核数据${FAULTS[state]}`,
        reason: faultSentence(row, state, { period, dueDate }),
        demand:
          state === 'LATE'
            ? `请说明迟报原因，今后按时报送，并于${dayWords(answerBy)}前书面反馈。`
            : `请于${dayWords(answerBy)}前补报；逾期不报的，按考核方案关于缺报的规定处理。`,
        answerBy,
        basis: { from: 'SUBMISSION', period, state }
      }
    ]
  })
}

type Fault = 'MISSING' | 'PARTLY' | 'LATE'

const FAULTS: Record<Fault, string> = { MISSING: '未报送', PARTLY: '报送不全', LATE: '迟报' }

function fault({ state, late }: HandedIn, { notices }: SupervisionSettings): Fault | null {
  if (state === 'MISSING') return notices.missing ? 'MISSING' : null
  if (state === 'PARTLY' && notices.partly) return 'PARTLY'
  return late && notices.late ? 'LATE' : null
}

function faultSentence(
  { missing, filled, expected, firstOn }: HandedIn,
  state: Fault,
  { period, dueDate }: { period: PeriodKey; dueDate: IsoDate }
): string {
  const until = `${periodTitle(period)}考核数据应于${dayWords(dueDate)}前报送`
  if (state === 'MISSING') return `${until}，应报 ${expected} 项，至今一项也没有报。`
  if (state === 'LATE')
    return `${until}，你单位${firstOn === null ? '逾期' : `于${dayWords(firstOn)}`}才报送。`
  return `${until}，应报 ${expected} 项，已报 ${filled} 项，尚缺：${missing.join('、')}。`
}
