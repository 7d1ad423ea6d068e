import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StagedAdjustment } from '#shared/domain/importing/importPlan.ts'
import { adjustmentEntry } from '#shared/domain/scoring/reading.ts'
import { entriesOf, restoreAdjustment, upsertAdjustment } from '#db/repos/adjustmentRepo.ts'
import { append, listAudit } from '#db/repos/auditRepo.ts'
import {
  findMergedBySha,
  finishBatch,
  getBatch,
  listBatches,
  markUndone,
  problemsOfPeriod
} from '#db/repos/batchRepo.ts'
import { sourceOfBatch } from '#db/repos/batchSourceRepo.ts'
import { addAlias, endAlias, listAliases } from '#db/repos/organisationRepo.ts'
import {
  bumpRevision,
  createPeriod,
  getPeriod,
  listPeriods,
  movePeriod,
  transitionsOf
} from '#db/repos/periodRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { AT, filledDatabase, freshDatabase, newBatch, refusal } from '../fixture.ts'
import type { Database } from '#db/open.ts'

describe('adjustments', () => {
  const entry: StagedAdjustment = {
    kind: 'adjustment',
    sheet: '台账',
    address: 'E3',
    row: 2,
    col: 4,
    raw: '1.5',
    unit: 'sports',
    classCode: 'award',
    date: '2026-08-08',
    points: '1.5',
    reason: '承办省赛',
    evidence: null,
    approver: '李局'
  }
  const put = (db: Database, batchId: number, change: Partial<StagedAdjustment> = {}, ordinal = 1) =>
    upsertAdjustment(db, {
      period: '2026Q3',
      entry: { ...entry, ...change },
      ordinal,
      source: { batchId, sheet: '台账', address: 'E3', raw: '1.5' },
      at: AT
    })

  it('carry their source, and a ledger handed in again does not count twice', () => {
    const { db, batchId } = filledDatabase()
    expect(put(db, batchId).outcome).toBe('NEW')
    expect(put(db, newBatch(db, '再报.xlsx')).outcome).toBe('SAME')
    const [only, ...more] = entriesOf(db, '2026Q3')
    expect(more).toEqual([])
    expect(adjustmentEntry.parse(only)).toEqual({
      id: 1,
      unit: 'sports',
      classCode: 'award',
      date: '2026-08-08',
      points: '1.5',
      reason: '承办省赛',
      evidence: null,
      approver: '李局',
      source: { kind: 'cell', batchId, file: '群体处.xlsx', sheet: '台账', address: 'E3', raw: '1.5' }
    })
  })

  it('tell events apart by unit, class, date, reason and repetition, dated or not', () => {
    const { db, batchId } = filledDatabase()
    for (const change of [
      {},
      { unit: 'finance' },
      { date: '2026-08-09' },
      { date: null },
      { reason: '其他' },
      { classCode: 'other' }
    ]) {
      expect(put(db, batchId, change).outcome).toBe('NEW')
      expect(put(db, batchId, change, 2).outcome).toBe('NEW')
      expect(put(db, batchId, change).outcome).toBe('SAME')
    }
    expect(entriesOf(db, '2026Q3')).toHaveLength(12)
    expect(entriesOf(db, '2026Q3').filter((item) => item.date === null)).toHaveLength(2)
  })

  it.each([{ points: '2' }, { evidence: '文件.pdf' }, { approver: null }])(
    'are CHANGED by %j, and an undo restores them',
    (change) => {
      const { db, batchId } = filledDatabase()
      put(db, batchId)
      const before = entriesOf(db, '2026Q3')
      const changed = put(db, newBatch(db, '更正.xlsx'), change)
      expect(changed.outcome).toBe('CHANGED')
      expect(entriesOf(db, '2026Q3')[0]).toMatchObject(change)
      restoreAdjustment(db, { period: '2026Q3', entry: { ...entry, ordinal: 1 }, previous: changed.previous })
      expect(entriesOf(db, '2026Q3')).toEqual(before)
      restoreAdjustment(db, { period: '2026Q3', entry: { ...entry, ordinal: 1 }, previous: null })
      expect(entriesOf(db, '2026Q3')).toEqual([])
    }
  )
})

describe('batches', () => {
  it('are found by their bytes while they count', () => {
    const { db, batchId } = filledDatabase()
    const { sha256 } = getBatch(db, batchId)!
    expect(findMergedBySha(db, '2026Q3', sha256)).toBeNull()
    finishBatch(db, batchId, {
      counts: { created: 1, changed: 2, same: 3, left: 1, adjustments: 4 },
      problems: [{ code: 'UNKNOWN_UNIT', level: 'error', message: '不认识的单位', place: { cell: 'A9' } }]
    })
    expect(findMergedBySha(db, '2026Q3', sha256)).toMatchObject({
      id: batchId,
      fileName: '群体处.xlsx',
      by: '张三',
      counts: { left: 1 }
    })
    expect(problemsOfPeriod(db, '2026Q3').map((item) => item.code)).toEqual(['UNKNOWN_UNIT'])
    markUndone(db, batchId, AT)
    expect([
      findMergedBySha(db, '2026Q3', sha256),
      problemsOfPeriod(db, '2026Q3'),
      getBatch(db, batchId)?.state
    ]).toEqual([null, [], 'undone'])
    expect([getBatch(db, 99), sourceOfBatch(db, 99)]).toEqual([null, null])
  })

  it('are listed newest first and keep the file as it was read', () => {
    const { db, batchId } = filledDatabase()
    const second = newBatch(db, '二.xlsx')
    expect(listBatches(db, '2026Q3').map((row) => row.id)).toEqual([second, batchId])
    expect(sourceOfBatch(db, second)).toMatchObject({ fileName: '二.xlsx', sheets: [] })
  })
})

describe('aliases', () => {
  const add = (db: Database, text: string, unit: string) =>
    addAlias(db, { text, unit, source: 'import', at: AT })

  it('lead to one unit however they are written, and the last answer counts', () => {
    const { db } = filledDatabase()
    add(db, '群体科（筹）', 'sports')
    add(db, '群体科(筹)', 'sports')
    add(db, ' 群体科（筹） ', 'finance')
    expect(listAliases(db)).toEqual([
      { text: ' 群体科（筹） ', unit: 'finance', name: '规划财务处', source: 'import' }
    ])
    expect(
      db.client.prepare('SELECT count(*) FROM unit_alias WHERE ended_at IS NOT NULL').pluck().get()
    ).toBe(1)
  })

  it('can be forgotten and learned again', () => {
    const { db } = filledDatabase()
    add(db, '馆里', 'stadium')
    expect(endAlias(db, '馆 里', AT)).toBe(true)
    expect(endAlias(db, '馆里', AT)).toBe(false)
    expect(listAliases(db)).toEqual([])
    add(db, '馆里', 'stadium')
    expect(listAliases(db)).toHaveLength(1)
    expect(() => add(db, '谁', 'nobody')).toThrow(/nobody/)
  })
})

describe('periods', () => {
  it('move only as the state machine says, and log who and why', () => {
    const db = freshDatabase()
    createPeriod(db, '2026Q4', AT)
    createPeriod(db, '2026Q3', AT)
    expect(listPeriods(db).map((row) => row.key)).toEqual(['2026Q3', '2026Q4'])
    movePeriod(db, '2026Q3', 'computed', '张三', AT, '计算成绩')
    movePeriod(db, '2026Q3', 'frozen', '李四', AT, '冻结')
    const error = refusal(() => movePeriod(db, '2026Q3', 'collecting', '张三', AT, '想改'))
    expect([error.code, error.message]).toEqual(['PERIOD_STATE', expect.stringMatching(/冻结.*收集/)])
    bumpRevision(db, '2026Q3')
    movePeriod(db, '2026Q3', 'checking', '李四', AT, '更正')
    expect(getPeriod(db, '2026Q3')).toMatchObject({ state: 'checking', revision: 2 })
    expect(transitionsOf(db, '2026Q3').map(({ from, to, by, reason }) => [from, to, by, reason])).toEqual([
      ['collecting', 'computed', '张三', '计算成绩'],
      ['computed', 'frozen', '李四', '冻结'],
      ['frozen', 'checking', '李四', '更正']
    ])
    expect(getPeriod(db, '2027Q1')).toBeNull()
  })
})

describe('settings and the log', () => {
  it('read settings through their schema', () => {
    const db = freshDatabase()
    const schema = z.object({ operator: z.string().default('考核办') }).prefault({})
    expect(getSetting(db, 'settings', schema)).toEqual({ operator: '考核办' })
    setSetting(db, 'settings', { operator: '张三' })
    setSetting(db, 'settings', { operator: '李四' })
    expect(getSetting(db, 'settings', schema)).toEqual({ operator: '李四' })
    setSetting(db, 'settings', { operator: 7 })
    expect(() => getSetting(db, 'settings', schema)).toThrow()
  })

  it('list the log newest first, filtered before it is cut', () => {
    const db = freshDatabase()
    for (const [index, what] of ['导入', '冻结', '导入', '撤销导入'].entries()) {
      append(db, { at: AT, who: '张三', what, subject: `2026Q${index + 1} · a_b%.xlsx`, reason: null })
    }
    expect(listAudit(db, 9).map((row) => row.what)).toEqual(['撤销导入', '导入', '冻结', '导入'])
    expect(listAudit(db, 1, { what: '冻结' }).map((row) => row.subject)).toEqual(['2026Q2 · a_b%.xlsx'])
    expect(listAudit(db, 9, { subject: '2026Q3 · a_b%' })).toHaveLength(1)
    expect(listAudit(db, 9, { subject: '2026Q_' })).toEqual([])
    expect(listAudit(db, 1)[0]).toMatchObject({
      at: AT.toISOString(),
      who: '张三',
      before: null,
      reason: null
    })
  })
})
