import { describe, expect, it } from 'vitest'
import { listAudit } from '#db/repos/auditRepo.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { freezeChecks } from '#electron/services/freezeChecks.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { batchDetail } from '#electron/services/importing/batchDetail.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { importHistory, undoImport } from '#electron/services/importing/history.ts'
import { previewSession } from '#electron/services/importing/preview.ts'
import { reviewBatch } from '#electron/services/importing/review.ts'
import { overviewView } from '#electron/services/overview.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { aliasesOf, changeSettings } from '#electron/services/settings.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { CSV_PERIOD as PERIOD, emptyOffice, importCsv, officeCsv, sessionOf } from '../helpers/csvImport.ts'
import { enter, freeze, officeScheme } from '../helpers/smallQuarter.ts'

const FULL = officeCsv({ a: ['75', '36'], b: ['70', '34'], c: ['60', '30'], d: ['45', '28'] })

function reviewedOffice(): Workspace {
  const workspace = emptyOffice()
  changeSettings(workspace.library, { reviewImports: true, operator: '张三' })
  return workspace
}

/** What everybody reads of a quarter's numbers, sources and all. */
const numbers = ({ library }: Workspace) =>
  readingsOf(library.db, PERIOD).map(({ unit, indicator, value }) => `${unit} ${indicator} ${value}`)

async function waitingBatch(workspace: Workspace, text = FULL, name = '汇总.csv'): Promise<number> {
  return (await importCsv(workspace, { [name]: text }))[0]!.batchId
}

describe('an import that a second person has to confirm', () => {
  it('counts for nothing until then, and then exactly as a direct import would', async () => {
    const direct = emptyOffice()
    await importCsv(direct, { '汇总.csv': FULL })

    const workspace = reviewedOffice()
    const { library } = workspace
    const [outcome] = await importCsv(workspace, { '汇总.csv': FULL })
    expect(outcome).toMatchObject({ waiting: true, created: 8, same: 0 })
    expect(numbers(workspace)).toEqual([])
    expect(getPeriod(library.db, PERIOD)!.state).toBe('collecting')
    expect(importHistory(library, PERIOD)).toMatchObject([
      { state: 'waiting', created: 8, review: { requestedBy: '张三', decision: null } }
    ])

    const approved = reviewBatch(library, { batch: outcome!.batchId, decision: 'APPROVED', by: '李四' })
    expect(approved.state).toBe('merged')
    expect(numbers(workspace)).toEqual(numbers(direct))
    expect(readingsOf(library.db, PERIOD).map((reading) => reading.source)).toEqual(
      readingsOf(direct.library.db, PERIOD).map((reading) => reading.source)
    )
    expect(getPeriod(library.db, PERIOD)!.state).toBe('checking')
    expect(importHistory(library, PERIOD)).toMatchObject([
      { state: 'merged', undoRefused: null, review: { decision: 'APPROVED', decidedBy: '李四' } }
    ])
    expect(listAudit(library.db, 2).map(({ who, what }) => `${who} ${what}`)).toEqual([
      '李四 复核通过',
      '张三 提交复核'
    ])
    undoImport(library, outcome!.batchId)
    expect(numbers(workspace)).toEqual([])
  })

  it('leaves a computed quarter as computed while it waits', async () => {
    const workspace = reviewedOffice()
    enter(workspace.library, PERIOD, 'a', 'mark', 'score', '36')
    const before = computePeriod(workspace.library, PERIOD)
    await waitingBatch(workspace)
    expect(getPeriod(workspace.library.db, PERIOD)!.state).toBe('computed')
    expect(computePeriod(workspace.library, PERIOD).inputsHash).toBe(before.inputsHash)
  })

  it('is previewed as what it will do once it is confirmed', async () => {
    const workspace = reviewedOffice()
    const session = await sessionOf(workspace, { '汇总.csv': FULL })
    const preview = previewSession(workspace.library, session)
    expect([preview.created, preview.rankChanges.map((change) => change.after)]).toEqual([8, [1, 2, 3, 4]])
    expect(importHistory(workspace.library, PERIOD)).toEqual([])
  })

  it('shows the second person what approving does now, not when it was sent in', async () => {
    const workspace = reviewedOffice()
    const batch = await waitingBatch(workspace)
    enter(workspace.library, PERIOD, 'a', 'mark', 'score', '30')
    const cells = batchDetail(workspace.library, batch).cells
    expect(cells.filter((cell) => cell.outcome === 'CHANGED')).toMatchObject([
      { unitName: '甲处', subjectName: '综合评价', before: '30', after: '36' }
    ])
    expect(numbers(workspace)).toEqual(['a mark 30'])
  })

  it('applies what was stored, not what the file would mean by now', async () => {
    const workspace = reviewedOffice()
    const session = await sessionOf(workspace, { '汇总.csv': `${FULL}\n甲甲,1,1` })
    await workspace.imports.fixUnit(session.id, '甲甲', null, false)
    const [outcome] = commitSession(workspace.library, session, false)
    // The file of the session changes under the stored request.
    session.files[0]!.analysis!.sheets[0]!.readings[0]!.value = '1'
    reviewBatch(workspace.library, { batch: outcome!.batchId, decision: 'APPROVED', by: '李四' })
    expect(numbers(workspace)).toContain('a output 75')
  })

  it('remembers a name only when it is confirmed', async () => {
    const workspace = reviewedOffice()
    const { library, imports } = workspace
    const session = await sessionOf(workspace, { '汇总.csv': officeCsv({ 甲甲处室: ['75', '36'] }) })
    await imports.fixUnit(session.id, '甲甲处室', 'a', true)
    const [outcome] = commitSession(library, session, false)
    expect(aliasesOf(library)).toEqual([])
    reviewBatch(library, { batch: outcome!.batchId, decision: 'APPROVED', by: '李四' })
    expect(aliasesOf(library)).toMatchObject([{ text: '甲甲处室', unit: 'a' }])
  })
})

describe('who may decide', () => {
  it.each(['张三', ' 张三 ', '张 三'])('not the one who imported, however written: %j', async (by) => {
    const workspace = reviewedOffice()
    const batch = await waitingBatch(workspace)
    for (const decision of ['APPROVED', 'REJECTED'] as const) {
      expect(() => reviewBatch(workspace.library, { batch, decision, by, reason: '不对' })).toThrow(
        expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('另一个人') as unknown })
      )
    }
    expect(numbers(workspace)).toEqual([])
  })

  it('names in Latin letters are compared without case and width', async () => {
    const workspace = reviewedOffice()
    changeSettings(workspace.library, { operator: 'Wang Wu' })
    const batch = await waitingBatch(workspace)
    expect(() =>
      reviewBatch(workspace.library, { batch, decision: 'APPROVED', by: 'ＷＡＮＧ ＷＵ' })
    ).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
  })

  it('a refusal needs a reason; a refused import stays visible, counts for nothing and may come again', async () => {
    const workspace = reviewedOffice()
    const { library } = workspace
    const batch = await waitingBatch(workspace)
    expect(() => reviewBatch(library, { batch, decision: 'REJECTED', by: '李四', reason: ' ' })).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' })
    )
    reviewBatch(library, { batch, decision: 'REJECTED', by: '李四', reason: '第 2 行与原件不符' })
    expect(numbers(workspace)).toEqual([])
    expect(importHistory(library, PERIOD)).toMatchObject([
      { state: 'rejected', review: { decision: 'REJECTED', reason: '第 2 行与原件不符' } }
    ])
    expect(batchDetail(library, batch).cells.map((cell) => cell.outcome)).toEqual(Array(8).fill('REJECTED'))
    expect(listAudit(library.db, 1)).toMatchObject([
      { who: '李四', what: '复核退回', reason: '第 2 行与原件不符' }
    ])
    expect(() => reviewBatch(library, { batch, decision: 'APPROVED', by: '李四' })).toThrow(
      expect.objectContaining({ code: 'CONFLICT' })
    )
    expect(() => undoImport(library, batch)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
    expect((await sessionOf(workspace, { '汇总.csv': FULL })).files[0]!.duplicateOf).toBeNull()
  })

  it('only the one who imported takes a request back', async () => {
    const workspace = reviewedOffice()
    const { library } = workspace
    const batch = await waitingBatch(workspace)
    expect(() => reviewBatch(library, { batch, decision: 'WITHDRAWN', by: '李四' })).toThrow(
      expect.objectContaining({ code: 'CONFLICT' })
    )
    expect(reviewBatch(library, { batch, decision: 'WITHDRAWN' }).state).toBe('rejected')
    expect(listAudit(library.db, 1)).toMatchObject([{ who: '张三', what: '收回导入' }])
  })

  it('an import without a name cannot ask for a second one', async () => {
    const workspace = reviewedOffice()
    changeSettings(workspace.library, { operator: '' })
    await expect(importCsv(workspace, { '汇总.csv': FULL })).rejects.toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' })
    )
    expect(importHistory(workspace.library, PERIOD)).toEqual([])
  })

  it('what was imported without 复核 has nothing to decide', async () => {
    const workspace = emptyOffice()
    const [outcome] = await importCsv(workspace, { '汇总.csv': FULL })
    expect(() =>
      reviewBatch(workspace.library, { batch: outcome!.batchId, decision: 'APPROVED', by: '李四' })
    ).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
  })
})

describe('while an import waits', () => {
  it('the same bytes are told to wait already', async () => {
    const workspace = reviewedOffice()
    await waitingBatch(workspace)
    const again = await sessionOf(workspace, { '副本.csv': FULL })
    expect(again.files[0]!.duplicateOf).toContain('等待复核')
  })

  it('the quarter cannot be frozen, and the overview says what to do', async () => {
    const workspace = reviewedOffice()
    const { library } = workspace
    const batch = await waitingBatch(workspace)
    const check = () => freezeChecks(library, PERIOD).find((entry) => entry.code === 'WAITING_REVIEW')!
    expect(check()).toMatchObject({
      ok: false,
      blocking: true,
      detail: expect.stringContaining('《汇总.csv》') as unknown
    })
    expect(overviewView(library, PERIOD).todo.map((entry) => entry.code)).toContain('WAITING_REVIEW')
    await expect(freeze(workspace, PERIOD)).rejects.toThrow(
      expect.objectContaining({ code: 'FREEZE_BLOCKED' })
    )
    reviewBatch(library, { batch, decision: 'APPROVED', by: '李四' })
    expect(check().ok).toBe(true)
    await freeze(workspace, PERIOD)
  })

  it('the order of writing decides what rests on what, not the order of asking', async () => {
    const workspace = reviewedOffice()
    const { library } = workspace
    const early = await waitingBatch(workspace, FULL, '先交.csv')
    const late = await waitingBatch(workspace, officeCsv({ a: ['75', '20'] }), '后交.csv')
    reviewBatch(library, { batch: late, decision: 'APPROVED', by: '李四' })
    reviewBatch(library, { batch: early, decision: 'APPROVED', by: '李四' })
    const refused = new Map(importHistory(library, PERIOD).map((batch) => [batch.id, batch.undoRefused]))
    expect([refused.get(early), refused.get(late)]).toEqual([null, expect.stringContaining('《先交.csv》')])
    undoImport(library, early)
    expect(numbers(workspace)).toEqual(['a mark 20', 'a output 75'])
  })

  it('a scheme that measures an indicator otherwise by then keeps the old understanding out', async () => {
    const workspace = reviewedOffice()
    const { library } = workspace
    const batch = await waitingBatch(workspace)
    const scheme = officeScheme()
    const renamed = schemeDefinition.parse({ ...scheme, title: '季度赛马办法（修订）' })
    loadScheme(library, renamed, PERIOD)
    expect(batchDetail(library, batch).problems).toEqual([])

    const other = structuredClone(renamed)
    other.races[0]!.dimensions[0]!.indicators[0]!.unit = '亿元'
    loadScheme(library, other, PERIOD)
    expect(() => reviewBatch(library, { batch, decision: 'APPROVED', by: '李四' })).toThrow(
      expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('「产出」') as unknown })
    )
    expect(batchDetail(library, batch).problems).toMatchObject([{ level: 'error' }])
    expect(numbers(workspace)).toEqual([])
    reviewBatch(library, { batch, decision: 'REJECTED', by: '李四', reason: '方案改了' })
  })
})
