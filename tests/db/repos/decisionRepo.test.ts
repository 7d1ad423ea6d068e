import { describe, expect, it } from 'vitest'
import type { DecisionSubject } from '#shared/domain/decision/decision.ts'
import type { Database } from '#db/open.ts'
import {
  addDecision,
  decisionsInForce,
  decisionsOfPeriod,
  getDecision,
  revokeDecision
} from '#db/repos/decisionRepo.ts'
import { createPeriod } from '#db/repos/periodRepo.ts'
import { AT, filledDatabase } from '../fixture.ts'

const veto = (from: string, until: string | null): DecisionSubject => ({
  type: 'VETO',
  kind: 'safety',
  unit: 'finance',
  race: null,
  indicator: null,
  from,
  until
})
const GRADE: DecisionSubject = { type: 'GRADE', race: 'main', unit: 'finance', grade: '优秀' }

function add(db: Database, subject: DecisionSubject, period = '2026Q3'): number {
  return addDecision(db, {
    period,
    subject,
    basis: '会议纪要',
    decidedBy: '领导小组',
    date: '2026-10-08',
    at: AT,
    by: '张三'
  }).id
}

function database(): Database {
  const { db } = filledDatabase()
  createPeriod(db, '2026Q4', AT)
  return db
}

describe('the ledger of decisions', () => {
  it('gives back what was recorded', () => {
    const db = database()
    const id = add(db, GRADE)
    expect(getDecision(db, id)).toEqual({
      id,
      period: '2026Q3',
      subject: GRADE,
      basis: '会议纪要',
      decidedBy: '领导小组',
      date: '2026-10-08',
      recordedAt: AT.toISOString(),
      recordedBy: '张三',
      revoked: null
    })
    expect(getDecision(db, id + 1)).toBeNull()
  })

  it.each([
    ['open-ended', '2026Q3', null, [true, true]],
    ['of one quarter', '2026Q3', '2026Q3', [true, false]],
    ['of the next quarter only', '2026Q4', '2027Q1', [false, true]],
    ['retroactive and over', '2026Q1', '2026Q2', [false, false]]
  ])('a veto %s is in force where its span covers the quarter', (_what, from, until, [third, fourth]) => {
    const db = database()
    const id = add(db, veto(from, until))
    const ids = (period: string): number[] => decisionsInForce(db, period).map((entry) => entry.id)
    expect([ids('2026Q3'), ids('2026Q4')]).toEqual([third ? [id] : [], fourth ? [id] : []])
    expect(decisionsOfPeriod(db, '2026Q3').map((entry) => entry.id)).toEqual([id])
    expect(decisionsOfPeriod(db, '2026Q4').map((entry) => entry.id)).toEqual(fourth ? [id] : [])
  })

  it('lists the newest first, counts in the order of recording, and leaves out the revoked', () => {
    const db = database()
    const [first, second] = [add(db, veto('2026Q3', null)), add(db, GRADE)]
    add(db, GRADE, '2026Q4')
    expect(decisionsOfPeriod(db, '2026Q3').map((entry) => entry.id)).toEqual([second, first])
    expect(decisionsInForce(db, '2026Q3').map((entry) => entry.id)).toEqual([first, second])
    const revoked = revokeDecision(db, first, { at: AT, by: '李四', reason: '查无此事' })
    expect(revoked.revoked).toEqual({ at: AT.toISOString(), by: '李四', reason: '查无此事' })
    expect(decisionsInForce(db, '2026Q3').map((entry) => entry.id)).toEqual([second])
    expect(decisionsOfPeriod(db, '2026Q3')).toHaveLength(2)
  })

  it.each([
    ['a second revocation', "UPDATE decision SET revoked_at = '2027', revoked_by = 'x', revoke_reason = 'x'"],
    [
      'taking a revocation back',
      'UPDATE decision SET revoked_at = NULL, revoked_by = NULL, revoke_reason = NULL'
    ]
  ])('%s is refused by the database itself', (_what, sql) => {
    const db = database()
    revokeDecision(db, add(db, GRADE), { at: AT, by: '李四', reason: '查无此事' })
    expect(() => db.client.exec(sql)).toThrow(/append only/)
  })

  it.each([
    ['the basis', "basis = 'x'"],
    ['the subject', `payload = '{"type":"GRADE","unit":"sports"}'`],
    ['the decider', "decided_by = 'x'"],
    ['its entry', "recorded_at = 'x'"]
  ])('%s cannot be changed along with a revocation', (_what, change) => {
    const db = database()
    add(db, GRADE)
    const revocation = "revoked_at = '2027', revoked_by = 'x', revoke_reason = 'x'"
    expect(() => db.client.exec(`UPDATE decision SET ${revocation}, ${change}`)).toThrow(/append only/)
    expect(() => db.client.exec(`UPDATE decision SET ${revocation}`)).not.toThrow()
  })

  it.each([
    ['half a revocation', "UPDATE decision SET revoked_at = '2027'", /CHECK/],
    [
      'a payload of another type',
      `INSERT INTO decision (period_id, type, payload, basis, decided_by, decided_on, recorded_at, recorded_by) VALUES (1, 'VETO', '{"type":"TIE"}', '', '', '', '', '')`,
      /CHECK/
    ]
  ])('%s is refused', (_what, sql, message) => {
    const db = database()
    add(db, GRADE)
    expect(() => db.client.exec(sql)).toThrow(message)
  })
})
