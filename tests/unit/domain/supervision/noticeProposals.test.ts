import { describe, expect, it } from 'vitest'
import { PLAIN_WEEK } from '#shared/domain/calendar/workCalendar.ts'
import type { ResultSet, StreakState } from '#shared/domain/ranking/resultSet.ts'
import {
  streakProposals,
  submissionProposals,
  type HandedIn
} from '#shared/domain/supervision/noticeProposals.ts'
import { supervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'

const settings = supervisionSettings.parse(undefined)
const context = { on: '2026-10-14', settings, calendar: PLAIN_WEEK, settled: new Set<string>() }

const warned: StreakState = {
  code: 'warn',
  name: '连续警示',
  indicator: null,
  count: 2,
  times: 2,
  reached: true,
  outcome: '主要负责人约谈',
  tone: 'BAD',
  sentence: '连续 2 个季度等次为警示（2026年第二季度、2026年第三季度），达到 2 个季度：主要负责人约谈'
}

/** Only what the proposals look at. */
function results(streaks: StreakState[]): ResultSet {
  return {
    period: '2026Q3',
    scheme: { title: '季度赛马办法' },
    races: [
      {
        race: 'main',
        groups: [{ units: [{ unit: 'd', total: { exact: '60.5', printed: '60.50' }, rank: 4, streaks }] }]
      }
    ]
  } as unknown as ResultSet
}

describe('papers from streaks (S50, S51)', () => {
  it('asks for an interview with the quarters that made it and the standing', () => {
    const [made, ...others] = streakProposals(results([warned]), context)
    expect(others).toEqual([])
    expect(made).toMatchObject({
      kind: 'INTERVIEW',
      level: null,
      unit: 'd',
      period: '2026Q3',
      answerBy: '2026-10-19'
    })
    expect(made!.reason).toBe(
      '连续 2 个季度等次为警示（2026年第二季度、2026年第三季度），达到 2 个季度：主要负责人约谈。本季度总得分 60.50，列第 4 名。'
    )
  })

  it('leaves out what is not reached, what is praise, what no paper answers and what was settled', () => {
    const streaks = [
      { ...warned, reached: false },
      { ...warned, tone: 'GOOD' as const },
      { ...warned, outcome: '取消评优' }
    ]
    expect(streakProposals(results(streaks), context)).toEqual([])
    const [made] = streakProposals(results([warned]), context)
    expect(streakProposals(results([warned]), { ...context, settled: new Set([made!.key]) })).toEqual([])
  })

  it('gives a yellow card where the outcome says so', () => {
    expect(streakProposals(results([{ ...warned, outcome: '黄牌警告' }]), context)).toMatchObject([
      { kind: 'YELLOW_CARD' }
    ])
  })
})

describe('papers from handing in (S61)', () => {
  const row = (over: Partial<HandedIn>): HandedIn => ({
    unit: 'a',
    state: 'COMPLETE',
    filled: 3,
    expected: 3,
    missing: [],
    firstOn: '2026-10-05',
    late: false,
    ...over
  })
  const quarter = { period: '2026Q3', dueDate: '2026-10-08' }
  const rows = [
    row({}),
    row({ unit: 'b', state: 'MISSING', filled: 0, firstOn: null, missing: ['产出', '评价', '信访'] }),
    row({ unit: 'c', late: true, firstOn: '2026-10-12' }),
    row({ unit: 'd', state: 'PARTLY', filled: 2, missing: ['信访'] }),
    row({ unit: 'e', state: 'MISSING', filled: 0, expected: 0, firstOn: null })
  ]

  it('tells those who handed in nothing or late, with their numbers', () => {
    const made = submissionProposals(rows, quarter, context)
    expect(made.map(({ unit, reason }) => [unit, reason])).toEqual([
      ['b', '2026年第三季度考核数据应于2026年10月8日前报送，应报 3 项，至今一项也没有报。'],
      ['c', '2026年第三季度考核数据应于2026年10月8日前报送，你单位于2026年10月12日才报送。']
    ])
    expect(made.every(({ kind, level }) => kind === 'NOTICE' && level === null)).toBe(true)
  })

  it('tells those with gaps only where the office wants it', () => {
    const partly = { ...settings, notices: { ...settings.notices, partly: true } }
    const made = submissionProposals(rows, quarter, { ...context, settings: partly })
    expect(made.find(({ unit }) => unit === 'd')?.reason).toContain('已报 2 项，尚缺：信访')
  })

  it('waits for the due date, and for one to be set', () => {
    expect(submissionProposals(rows, quarter, { ...context, on: '2026-10-08' })).toEqual([])
    expect(submissionProposals(rows, { ...quarter, dueDate: null }, context)).toEqual([])
  })

  it('sends one a unit and quarter: what came late after a notice brings no second one', () => {
    const [made] = submissionProposals([rows[1]!], quarter, context)
    const later = row({ unit: 'b', late: true, firstOn: '2026-10-20' })
    expect(submissionProposals([later], quarter, { ...context, settled: new Set([made!.key]) })).toEqual([])
  })
})
