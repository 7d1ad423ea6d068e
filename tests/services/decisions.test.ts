import { describe, expect, it } from 'vitest'
import type { DecisionSubject } from '#shared/domain/decision/decision.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { computePeriod } from '#electron/services/compute.ts'
import {
  listDecisions,
  recordDecision,
  recordDecisions,
  revoke,
  type DecisionRequest
} from '#electron/services/decisions.ts'
import { reopenPeriod } from '#electron/services/freeze.ts'
import { standingResults } from '#electron/services/results.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { freeze, officeScheme, officeWorkspace, openQuarter, TIED_Q3 } from '../helpers/smallQuarter.ts'
import { freshWorkspace } from '../helpers/workspace.ts'
import { refusal } from '../db/fixture.ts'

const PERIOD = '2026Q3'
const TIE: DecisionSubject = { type: 'TIE', race: 'main', group: 'g', order: ['b', 'a'] }
const VETO: DecisionSubject = {
  type: 'VETO',
  kind: 'safety',
  unit: 'a',
  race: null,
  indicator: null,
  from: PERIOD,
  until: null
}
const IMPUTATION: DecisionSubject = {
  type: 'IMPUTATION',
  unit: 'c',
  race: 'main',
  indicator: 'mark',
  as: 'SCORE',
  value: '35'
}

const request = (subject: DecisionSubject, period = PERIOD): DecisionRequest => ({
  period,
  subject,
  basis: '局长办公会〔2026〕9号',
  decidedBy: '局长办公会',
  date: '2026-10-08'
})
const unitIn = (workspace: Workspace, unit: string) =>
  computePeriod(workspace.library, PERIOD).races[0]!.groups[0]!.units.find((entry) => entry.unit === unit)!

function open(scheme: Partial<SchemeDefinition> = {}): Workspace {
  const workspace = freshWorkspace()
  openQuarter(workspace, PERIOD, TIED_Q3, officeScheme(scheme))
  return workspace
}

describe('a recorded decision', () => {
  it('settles a tie, makes the preview stale, and is undone by revoking it', async () => {
    const workspace = await officeWorkspace()
    const { library } = workspace
    expect(unitIn(workspace, 'a')).toMatchObject({ rank: 1, tied: true })
    const view = recordDecision(library, request(TIE))
    expect(view).toMatchObject({
      id: 1,
      text: '并列裁定：处室组 · 乙处 → 甲处',
      recordedBy: '考核办',
      revoked: null,
      canRevoke: true
    })
    expect(standingResults(library, PERIOD)?.stale).toBe(true)
    expect(unitIn(workspace, 'b')).toMatchObject({ rank: 1, tied: false })
    expect(unitIn(workspace, 'a')).toMatchObject({ rank: 2, deciding: { label: '人工裁定' } })
    expect(revoke(library, 1, '记错了会议').revoked).toMatchObject({ by: '考核办', reason: '记错了会议' })
    expect(unitIn(workspace, 'a')).toMatchObject({ rank: 1, tied: true })
    expect(listDecisions(library, PERIOD)).toMatchObject([{ id: 1, canRevoke: false }])
    expect(listAudit(library.db, 9, { subject: PERIOD }).map((row) => [row.what, row.reason])).toEqual(
      expect.arrayContaining([
        ['撤销决定', '记错了会议'],
        ['登记决定', '局长办公会〔2026〕9号']
      ])
    )
    expect(refusal(() => revoke(library, 1, '再来')).code).toBe('CONFLICT')
    expect(refusal(() => revoke(library, 99, '没有')).code).toBe('NOT_FOUND')
  })

  it('of a veto holds over its span, and comes off the list of quarters that it does not reach', async () => {
    const workspace = await officeWorkspace()
    const { library } = workspace
    recordDecision(library, request({ ...VETO, until: '2026Q4' }))
    expect(unitIn(workspace, 'a')).toMatchObject({ rank: 4, vetoes: [{ name: '安全生产事故' }] })
    openQuarter(workspace, '2026Q4', TIED_Q3)
    openQuarter(workspace, '2027Q1', TIED_Q3, officeScheme({ year: 2027 }))
    expect(listDecisions(library, '2026Q4').map((entry) => entry.text)).toEqual([
      '否决：安全生产事故 · 甲处 · 2026年第三季度至2026年第四季度'
    ])
    expect(listDecisions(library, '2027Q1')).toEqual([])
    expect(listDecisions(library, '2026Q2')).toEqual([])
  })

  it('settles a missing mark with its basis in the trace', async () => {
    const workspace = await officeWorkspace({ ...TIED_Q3, c: ['60', null] })
    expect(unitIn(workspace, 'c').state).toBe('BLOCKED')
    recordDecision(workspace.library, request(IMPUTATION))
    const unit = unitIn(workspace, 'c')
    const mark = unit.dimensions[0]!.indicators[1]!
    expect([unit.state, mark.score?.printed, mark.estimated]).toEqual(['SCORED', '35.00', true])
    expect(JSON.stringify(mark.trace)).toContain('局长办公会〔2026〕9号')
  })
})

describe('what is refused, with nothing recorded', () => {
  const cases: [string, DecisionSubject, RegExp][] = [
    ['an unknown veto', { ...VETO, kind: 'noise' }, /没有否决事项「noise」.*安全生产事故（safety）/],
    ['a veto on nobody', { ...VETO, unit: 'x' }, /没有单位「x」/],
    ['a veto on everybody', { ...VETO, unit: '*' }, /哪个单位/],
    ['a span that runs backward', { ...VETO, from: '2026Q4', until: '2026Q3' }, /写反了/],
    ['one indicator without 计零分', { ...VETO, indicator: 'mark' }, /没有「计零分」/],
    ['an unknown indicator', { ...VETO, kind: 'fraud', indicator: 'x' }, /没有指标「x」/],
    ['an unknown race', { ...TIE, race: 'x' }, /没有赛项「x」.*亮绩赛马（main）/],
    ['an unknown group', { ...TIE, group: 'x' }, /没有组别「x」/],
    ['a tie of units that differ', { ...TIE, order: ['c', 'd'] }, /丙处、丁处现在没有并列/],
    ['a tie with one too many', { ...TIE, order: ['a', 'b', 'c'] }, /现在没有并列/],
    ['a tie with a unit twice', { ...TIE, order: ['a', 'a'] }, /只能写一次/],
    ['points above the full mark', { ...IMPUTATION, value: '40.01' }, /0 到 40 分/],
    ['negative points', { ...IMPUTATION, value: '-1' }, /0 到 40 分/],
    ['an unknown indicator of 补分', { ...IMPUTATION, indicator: 'x' }, /没有指标「x」/],
    ['a total above the full mark', { ...IMPUTATION, indicator: null, value: '100.5' }, /最高 100 分/],
    ['a total as a value', { ...IMPUTATION, indicator: null, as: 'VALUE', value: '90' }, /只能直接补分数/],
    ['an unknown board', { type: 'EXEMPTION', race: 'main', board: 'x', unit: 'a' }, /没有榜单「x」/],
    ['an unknown grade', { type: 'GRADE', race: 'main', unit: 'a', grade: '及格' }, /可选：优秀、良好/],
    ['a grade for everybody', { type: 'GRADE', race: 'main', unit: '*', grade: '优秀' }, /逐个单位/],
    [
      'leadership points above the share',
      { type: 'LEADERSHIP', race: 'main', unit: 'a', span: 'YEAR', points: '5.5' },
      /0 到 5 分/
    ],
    [
      'leadership points in the wrong quarter',
      { type: 'LEADERSHIP', race: 'main', unit: 'a', span: 'YEAR', points: '5' },
      /登记在2026年第四季度/
    ]
  ]
  it.each(cases)('%s', (_what, subject, message) => {
    const { library } = open()
    const error = refusal(() => recordDecision(library, request(subject)))
    expect([error.code, error.toSentence()]).toEqual(['DECISION_INVALID', expect.stringMatching(message)])
    expect(listDecisions(library, PERIOD)).toEqual([])
  })

  it('names the units that a tie leaves out', () => {
    const workspace = open()
    const three = { ...TIED_Q3, c: ['75', '36'] as const }
    openQuarter(workspace, PERIOD, three)
    expect(refusal(() => recordDecision(workspace.library, request(TIE))).toSentence()).toMatch(
      /写全并列的单位，还有丙处/
    )
  })

  it('a veto while the scheme leaves vetoes off: says where to switch them on, and the line of 2019', () => {
    const { library } = open({
      policies: { ...officeScheme().policies, vetoes: false }
    })
    const error = refusal(() => recordDecision(library, request(VETO)))
    expect(error.toSentence()).toMatch(/2019 年以来中央要求清理规范.*考核方案.*启用一票否决/)
  })

  it('the same again, and a veto that overlaps one in force', () => {
    const { library } = open()
    recordDecision(library, request(TIE))
    recordDecision(library, request(VETO))
    const later = { ...VETO, from: '2026Q4' } as DecisionSubject
    for (const subject of [later, { ...TIE, order: ['a', 'b'] } as DecisionSubject]) {
      expect(refusal(() => recordDecision(library, request(subject))).code).toBe('CONFLICT')
    }
    expect(listDecisions(library, PERIOD)).toHaveLength(2)
    recordDecision(library, request({ ...VETO, kind: 'fraud' }))
    revoke(library, 2, '撤回')
    expect(recordDecision(library, request(VETO)).id).toBe(4)
  })

  it('anything on a frozen quarter, until it is reopened; decisions on the year may still come', async () => {
    const workspace = open()
    const { library } = workspace
    recordDecision(library, request(TIE))
    await freeze(workspace, PERIOD)
    expect(refusal(() => recordDecision(library, request(VETO))).code).toBe('PERIOD_FROZEN')
    expect(refusal(() => revoke(library, 1, '反悔')).code).toBe('PERIOD_FROZEN')
    expect(listDecisions(library, PERIOD)).toMatchObject([{ canRevoke: false }])
    reopenPeriod(library, PERIOD, '更正')
    expect(listDecisions(library, PERIOD)).toMatchObject([{ canRevoke: true }])
    openQuarter(workspace, '2026Q4', TIED_Q3)
    recordDecision(library, request({ ...TIE }, '2026Q4'))
    await freeze(workspace, '2026Q4')
    const points = request(
      { type: 'LEADERSHIP', race: 'main', unit: 'a', span: 'YEAR', points: '4' },
      '2026Q4'
    )
    const view = recordDecision(library, points)
    expect(view).toMatchObject({ text: '领导评价：甲处 · 全年 · 4 分', canRevoke: true })
    expect(refusal(() => recordDecision(library, points)).code).toBe('CONFLICT')
    expect(standingResults(library, '2026Q4')?.stale).toBe(false)
  })

  it('several at once: all or none, each with its place', () => {
    const { library } = open()
    const error = refusal(() =>
      recordDecisions(library, [
        request(TIE),
        request({ ...VETO, unit: 'x' }),
        request({ ...VETO, kind: 'x' })
      ])
    )
    expect(error.code).toBe('DECISION_INVALID')
    expect(error.details.problems?.map((problem) => problem.message.slice(0, 7))).toEqual([
      '第 2 个决定',
      '第 3 个决定'
    ])
    expect(listDecisions(library, PERIOD)).toEqual([])
    expect(listAudit(library.db, 9, { what: '登记决定' })).toEqual([])
    expect(recordDecisions(library, [request(TIE), request(VETO)]).map((view) => view.id)).toEqual([1, 2])
  })
})
