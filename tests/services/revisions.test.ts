import { describe, expect, it } from 'vitest'
import { recordDecision, revoke } from '#electron/services/decisions.ts'
import { freezeChecks } from '#electron/services/freezeChecks.ts'
import { archivePeriod, freezePeriod, publishPeriod, reopenPeriod } from '#electron/services/freeze.ts'
import { periodView } from '#electron/services/periods.ts'
import { compare, listRevisions } from '#electron/services/revisions.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { changeTarget } from '#db/repos/targetRepo.ts'
import { refusal, refusalOf } from '../db/fixture.ts'
import {
  enter,
  EVERYTHING,
  freeze,
  officeScheme,
  officeWorkspace,
  openQuarter,
  CLEAR_Q3,
  TIED_Q3
} from '../helpers/smallQuarter.ts'
import { freshWorkspace } from '../helpers/workspace.ts'

const PERIOD = '2026Q3'
const decision = { period: PERIOD, basis: '会议纪要第 9 期', decidedBy: '领导小组', date: '2026-10-08' }

describe('revisions of a quarter', () => {
  it('are listed, and compared: which inputs, which scores, which ranks', async () => {
    const workspace = await officeWorkspace()
    const { library } = workspace
    recordDecision(library, {
      ...decision,
      subject: { type: 'TIE', race: 'main', group: 'g', order: ['a', 'b'] }
    })
    const first = await freeze(workspace, PERIOD, '第一次')
    reopenPeriod(library, PERIOD, '乙处数据有误')
    revoke(library, 1, '不再并列')
    enter(library, PERIOD, 'b', 'output', 'actual', '45')
    enter(library, PERIOD, 'd', 'mark', 'score', '40')
    changeTarget(library.db, {
      versionId: 1,
      indicator: 'output',
      unit: 'c',
      before: null,
      after: { unit: 'c', base: '80' },
      at: library.now(),
      by: '考核办',
      reason: '调整'
    })
    const second = await freeze(workspace, PERIOD, '更正')

    expect(listRevisions(library, PERIOD)).toMatchObject([
      {
        snapshot: first,
        revision: 1,
        reason: '第一次',
        by: '考核办',
        appVersion: '0.0.0-test',
        schemeVersion: 1
      },
      { snapshot: second, revision: 2, reason: '更正' }
    ])
    const diff = compare(library, { period: PERIOD, before: first, after: second })
    expect([diff.before, diff.after]).toEqual([first, second])
    expect(
      diff.inputs.map(({ kind, unitName, what, before, after }) => [kind, unitName, what, before, after])
    ).toEqual([
      ['READING', '乙处', '产出 完成值', '75万元', '45万元'],
      ['READING', '丁处', '综合评价 评分', '28', '40'],
      ['TARGET', '丙处', '产出 目标', null, '基本 80'],
      ['DECISION', null, '并列裁定：处室组 · 甲处 → 乙处', '领导小组，2026-10-08', null]
    ])
    expect(diff.inputs[0]).toMatchObject({ sourceBefore: '人工录入（考核办）' })
    // 乙: 45 ÷ 75 × 60 = 36; 丙: three quarters of 80 are 60, reached: 60 instead of 48.
    expect(
      diff.scores.map(({ unitName, name, before, after, difference }) => [
        unitName,
        name,
        before,
        after,
        difference
      ])
    ).toEqual([
      ['丙处', '产出', '48.00', '60.00', '+12.00'],
      ['丙处', '总得分', '78.00', '90.00', '+12.00'],
      ['丁处', '综合评价', '28.00', '40.00', '+12.00'],
      ['丁处', '总得分', '64.00', '76.00', '+12.00'],
      ['乙处', '产出', '60.00', '36.00', '−24.00'],
      ['乙处', '总得分', '96.00', '72.00', '−24.00']
    ])
    expect(
      diff.standings.map(({ unitName, rankBefore, rankAfter }) => [unitName, rankBefore, rankAfter])
    ).toEqual([
      ['丙处', 3, 2],
      ['丁处', 4, 3],
      ['乙处', 2, 4]
    ])
    expect(compare(library, { period: PERIOD, before: first, after: first })).toMatchObject({
      inputs: [],
      scores: [],
      standings: []
    })
  })

  it('compare with the live data too: another scheme version, an earlier quarter frozen anew', async () => {
    const workspace = await officeWorkspace(CLEAR_Q3)
    const { library } = workspace
    const frozen = await freeze(workspace, PERIOD)
    reopenPeriod(library, PERIOD, '方案改了')
    reopenPeriod(library, '2026Q2', '更正')
    enter(library, '2026Q2', 'a', 'output', 'actual', '10')
    await freeze(workspace, '2026Q2')
    const race = officeScheme().races[0]!
    const scheme = officeScheme({
      title: '季度赛马办法（修订）',
      races: [{ ...race, tieBreak: [{ by: 'BASE' }] }]
    })
    openQuarter(workspace, PERIOD, {}, { ...scheme, policies: { ...scheme.policies, decimals: 1 } })
    const diff = compare(library, { period: PERIOD, before: frozen, after: null })
    expect(diff.after).toBe('现在的数据')
    const schemeLines = diff.inputs.filter((entry) => entry.kind === 'SCHEME')
    expect(schemeLines.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['方案版本', '第 1 版', '第 2 版'],
      ['方案名称', '季度赛马办法', '季度赛马办法（修订）'],
      [expect.stringContaining('赛项「亮绩赛马」'), '[]', expect.stringContaining('BASE')],
      [expect.stringContaining('›'), '2', '1']
    ])
    const past = diff.inputs.filter((entry) => entry.kind === 'PREVIOUS')
    expect(past.map(({ unitName, what, before, after }) => [unitName, what, before, after])).toEqual(
      expect.arrayContaining([
        ['甲处', '上季度名次', '第 1 名，98.00 分', '第 4 名，50.00 分'],
        ['甲处', '产出 上季度累计值', '50', '10'],
        [null, '2026年第二季度的成绩', '已冻结', '重新冻结，有变动']
      ])
    )
  })

  it('of another quarter, or none at all, are not found', async () => {
    const workspace = await officeWorkspace(CLEAR_Q3)
    const frozen = await freeze(workspace, PERIOD)
    for (const before of ['2026Q3-r9-00000000', listRevisions(workspace.library, '2026Q2')[0]!.snapshot]) {
      const error = refusal(() => compare(workspace.library, { period: PERIOD, before, after: null }))
      expect([error.code, error.toSentence()]).toEqual(['NOT_FOUND', expect.stringContaining(frozen)])
    }
  })
})

describe('freezing', () => {
  const checkOf = (library: Parameters<typeof freezeChecks>[0], code: string) =>
    freezeChecks(library, PERIOD).find((check) => check.code === code)

  it('is blocked by a grade that a tie straddles, until the tie is decided', async () => {
    const workspace = await officeWorkspace()
    const { library } = workspace
    computePeriod(library, PERIOD)
    expect(checkOf(library, 'UNDECIDED_GRADES')).toMatchObject({
      ok: false,
      blocking: true,
      detail: '「优秀」还剩 1 个名额，甲处、乙处并列：请裁定先后。'
    })
    const refused = await refusalOf(
      freezePeriod(library, { period: PERIOD, accept: [...EVERYTHING, 'UNDECIDED_GRADES'], reason: '' })
    )
    expect(refused.details.checks).toEqual(['UNDECIDED_GRADES'])
    recordDecision(library, {
      ...decision,
      subject: { type: 'TIE', race: 'main', group: 'g', order: ['b', 'a'] }
    })
    expect(checkOf(library, 'COMPUTED')).toMatchObject({ ok: false })
    await freeze(workspace, PERIOD)
    expect(checkOf(library, 'DECISIONS')?.detail).toBe('1 个：并列裁定：处室组 · 乙处 → 甲处。')
  })

  it('names what was imputed, and asks to accept what the scheme leaves open; the log keeps what was accepted', async () => {
    const workspace = freshWorkspace()
    const { library } = workspace
    const scheme = officeScheme()
    const race = scheme.races[0]!
    const indicators = race.dimensions[0]!.indicators.map(
      ({ owner: _owner, provider: _provider, ...item }) => item
    )
    const dimensions = [{ ...race.dimensions[0]!, indicators }]
    openQuarter(
      workspace,
      PERIOD,
      { ...TIED_Q3, b: ['60', '30'], c: ['30', null] },
      { ...scheme, races: [{ ...race, dimensions }] }
    )
    recordDecision(library, {
      ...decision,
      subject: { type: 'IMPUTATION', unit: 'c', race: 'main', indicator: 'mark', as: 'SCORE', value: '35' }
    })
    computePeriod(library, PERIOD)
    expect(checkOf(library, 'SCHEME_CONFIRMS')).toMatchObject({ ok: false, blocking: false })
    expect(checkOf(library, 'ESTIMATED')?.detail).toBe(
      '含 1 个按决定补的数，报告中会列明：丙处「综合评价」。'
    )
    const refused = await refusalOf(
      freezePeriod(library, { period: PERIOD, accept: ['ESTIMATED'], reason: '' })
    )
    expect(refused.details.checks).toEqual(['SCHEME_CONFIRMS'])
    await freezePeriod(library, { period: PERIOD, accept: EVERYTHING, reason: '' })
    const [entry] = listAudit(library.db, 1, { what: '冻结' })
    expect(entry?.after).toMatch(/^接受：考核方案有 \d+ 处待确认：.*；含 1 个按决定补的数/)
    expect(entry?.after).not.toContain('缺报')
  })

  it('leads to publishing and to the archive, step by step, and the archive is the end', async () => {
    const workspace = await officeWorkspace({ ...TIED_Q3, b: ['60', '30'] })
    const { library } = workspace
    await freeze(workspace, PERIOD)
    const early = refusal(() => archivePeriod(library, PERIOD))
    expect([early.code, early.toSentence()]).toEqual([
      'PERIOD_STATE',
      expect.stringContaining('现在是「冻结」')
    ])
    publishPeriod(library, PERIOD)
    archivePeriod(library, PERIOD)
    expect(periodView(library, PERIOD).state).toBe('archived')
    expect(refusal(() => reopenPeriod(library, PERIOD, '反悔')).toSentence()).toContain('已归档，不能重开')
    expect(refusal(() => archivePeriod(library, PERIOD)).code).toBe('PERIOD_STATE')
    expect(listAudit(library.db, 2).map((row) => row.what)).toEqual(['归档', '发布'])
  })
})
