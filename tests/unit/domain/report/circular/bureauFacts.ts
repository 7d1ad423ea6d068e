import type { Movement } from '#shared/domain/ranking/resultSet.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { factsOf, groupOf, raceOf, resultsOf, submission } from './handFacts.ts'

const up = (by: number): Movement => ({ kind: 'UP', by })
const down = (by: number): Movement => ({ kind: 'DOWN', by })

/** Two groups as a bureau has them: ties, a unit that is only listed, one that waits for data, bonuses, deductions. */
export function bureauFacts(more: Partial<ReportFacts> = {}): ReportFacts {
  const departments = groupOf(
    'departments',
    '机关处室组',
    ['88.90', '52.90', '36.00'],
    [
      {
        code: 'mass',
        name: '群众体育处',
        dimensions: ['57.20', '37.00'],
        total: '96.15',
        rank: 1,
        movement: up(1),
        toMean: '+7.25',
        bonus: ['2.00', '获省级表彰。']
      },
      {
        code: 'youth',
        name: '青少年体育处',
        dimensions: ['56.50', '38.60'],
        total: '95.10',
        rank: 2,
        tied: true,
        movement: up(2),
        toMean: '+6.20'
      },
      {
        code: 'elite',
        name: '竞技体育处',
        dimensions: ['55.80', '39.30'],
        total: '95.10',
        rank: 2,
        tied: true,
        movement: down(1),
        toMean: '+6.20'
      },
      {
        code: 'plan',
        name: '规划财务处',
        dimensions: ['50.10', '33.20'],
        total: '83.30',
        rank: 4,
        movement: { kind: 'SAME' },
        toMean: '−5.60'
      },
      {
        code: 'audit',
        name: '审计处',
        dimensions: ['44.90', '31.90'],
        total: '74.85',
        rank: 5,
        movement: down(2),
        toMean: '−14.05',
        deduction: ['1.00', '材料迟报']
      },
      {
        code: 'office',
        name: '办公室',
        dimensions: ['50.00', '40.00'],
        total: '90.00',
        rank: null,
        movement: { kind: 'NA' },
        more: { rankMode: 'LISTED_NOT_RANKED' }
      }
    ]
  )
  const affiliates = groupOf(
    'affiliates',
    '直属单位组',
    ['88.00', '50.00', '38.00'],
    [
      {
        code: 'fitness',
        name: '全民健身指导中心',
        dimensions: ['55.00', '38.00'],
        total: '93.00',
        rank: 1,
        movement: up(2),
        toMean: '+5.00'
      },
      {
        code: 'school',
        name: '体育运动学校',
        dimensions: ['45.00', '38.00'],
        total: '83.00',
        rank: 2,
        movement: { kind: 'NEW' },
        toMean: '−5.00'
      },
      {
        code: 'water',
        name: '水上运动中心',
        dimensions: ['0.00', '0.00'],
        total: '0.00',
        rank: null,
        movement: { kind: 'NA' },
        more: { state: 'BLOCKED', total: null }
      }
    ]
  )
  const before = groupOf('departments', '机关处室组', ['86.20', '51.00', '35.20'], [])
  return factsOf(resultsOf([raceOf([departments, affiliates])], { previousPeriod: '2026Q2' }), {
    earlier: [resultsOf([raceOf([before])], { period: '2026Q2' })],
    submissions: [
      submission('mass', '群众体育处'),
      submission('audit', '审计处', { late: true }),
      submission('water', '水上运动中心', {
        state: 'PARTLY',
        filled: 1,
        missing: ['金牌数', '参赛人数', '训练课时', '达标率']
      })
    ],
    submissionCounts: [
      { period: '2026Q1', missing: 15, partly: 0, late: 4 },
      { period: '2026Q2', missing: 10, partly: 0, late: 1 },
      { period: '2026Q3', missing: 6, partly: 1, late: 1 }
    ],
    dueDate: '2026-10-08',
    ...more
  })
}
