import type { DecisionView } from '#shared/ipc/decision.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import type { Handlers } from '../fakeApi.ts'
import { schemeView } from '../fixtures/scheme.ts'
import { resultsView } from '../fixtures/views.ts'
import { reportHandlers } from '../report/reportHandlers.ts'
import { unitHandlers } from '../unit/unitHandlers.ts'
import { REVISIONS } from './revisionFixtures.ts'
import { YEAR } from './yearFixture.ts'

/** The bureau's third quarter with grades, a board, a streak and a total over races on top of its ranking. */
export function standingView(over: Partial<ResultsView> = {}): ResultsView {
  const view = resultsView('2026Q3', over)
  const results = structuredClone(view.results!)
  const race = results.races[0]!
  const group = race.groups[0]!
  const [first, second, third] = group.units as [
    (typeof group.units)[0],
    (typeof group.units)[0],
    (typeof group.units)[0]
  ]
  first.grade = { grade: '优秀', sentence: '第 1 名，优秀名额 1 个', ruleGrade: null }
  second.vetoes = [
    {
      decision: 4,
      kind: 'safety',
      name: '安全生产事故',
      effects: ['EXCLUDE_FROM_AWARD'],
      indicator: null,
      basis: '局党组会议纪要〔2026〕9号',
      decidedBy: '局党组'
    }
  ]
  third.streaks = [
    {
      code: 'warned',
      name: '连续警示',
      indicator: null,
      count: 2,
      times: 2,
      reached: true,
      outcome: '约谈',
      tone: 'BAD',
      sentence: '二季度、三季度连续警示，达到 2 次'
    }
  ]
  race.grades = [
    {
      group: group.group,
      units: group.units.length,
      levels: [
        { grade: '优秀', places: 1, sentence: '14 个单位 × 10% = 1.40，去尾 1 个', members: [first.unit] },
        { grade: '良好', places: 0, sentence: '14 个单位 × 5% = 0.70，去尾 0 个', members: [] },
        { grade: '合格', places: null, sentence: '其余单位', members: [second.unit] }
      ],
      undecided: [{ grade: '良好', places: 1, units: [second.unit, third.unit] }]
    }
  ]
  race.boards = [
    {
      code: 'red',
      name: '红黑榜',
      kind: 'RED_BLACK',
      group: group.group,
      entries: [
        {
          unit: first.unit,
          name: first.name,
          side: 'GOOD',
          topic: null,
          rank: 1,
          text: '104.20%',
          reason: '超额完成，且在前 5 名'
        },
        {
          unit: third.unit,
          name: third.name,
          side: 'BAD',
          topic: null,
          rank: 12,
          text: '81.00%',
          reason: '没有完成，且在后 4 名'
        }
      ],
      exempted: [{ unit: second.unit, name: second.name, basis: '场馆受台风影响停用' }]
    }
  ]
  race.sideRankings = [
    {
      code: 'ALL',
      name: '全局总榜',
      rows: [
        {
          unit: first.unit,
          name: first.name,
          group: group.group,
          rank: 1,
          tied: false,
          total: first.total,
          sentence: `总得分 ${first.total!.printed}`
        }
      ]
    }
  ]
  return { ...view, results }
}

export const DECISIONS: DecisionView[] = [
  {
    id: 7,
    period: '2026Q3',
    subject: {
      type: 'IMPUTATION',
      race: 'quarterly',
      unit: 'audit',
      indicator: 'c1',
      as: 'SCORE',
      value: '13.5'
    },
    basis: '经商议决定',
    decidedBy: '局长办公会',
    date: '2026-10-08',
    text: '补分：审计处「体育讲堂」得 13.50 分',
    recordedAt: '2026-10-08T09:00:00',
    recordedBy: '考核办',
    revoked: null,
    canRevoke: true
  },
  {
    id: 5,
    period: '2026Q3',
    subject: { type: 'EXEMPTION', race: 'quarterly', board: 'red', unit: 'venues' },
    basis: '台风停用',
    decidedBy: '局长办公会',
    date: '2026-10-07',
    text: '免上榜：场馆管理处「红黑榜」',
    recordedAt: '2026-10-07T09:00:00',
    recordedBy: '考核办',
    revoked: { at: '2026-10-08T10:00:00', by: '考核办', reason: '事实有误' },
    canRevoke: false
  }
]

export function standingHandlers(over: Handlers = {}): Handlers {
  return {
    ...unitHandlers(),
    ...reportHandlers(),
    'ranking.get': () => standingView(),
    'decision.list': () => DECISIONS,
    'decision.add': () => DECISIONS[0]!,
    'decision.revoke': () => DECISIONS[1]!,
    'revision.list': () => REVISIONS,
    'year.list': () => [2026],
    'year.get': () => YEAR,
    ...over
  }
}

/** The bureau's scheme with vetoes switched on and one kind in the catalogue. */
export function vetoScheme() {
  const view = schemeView('2026Q3')
  return {
    ...view,
    definition: {
      ...view.definition,
      policies: { ...view.definition.policies, vetoes: true },
      vetoKinds: [
        {
          code: 'safety',
          name: '安全生产事故',
          effects: ['EXCLUDE_FROM_AWARD' as const],
          awards: ['优秀'],
          basis: '考核办法第二十条'
        }
      ]
    }
  }
}

/** The bureau's scheme with 5 % of the year for the leadership (S33). */
export function yearScheme() {
  const view = schemeView('2026Q3')
  const { races } = view.definition
  return {
    ...view,
    definition: {
      ...view.definition,
      races: races.map((race) => ({ ...race, year: { ...race.year, leadership: '5' } }))
    }
  }
}
