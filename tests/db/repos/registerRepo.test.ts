import { describe, expect, it } from 'vitest'
import type { Database } from '#db/open.ts'
import { evidenceCounts, endEvidence, evidenceOfSubject, linkEvidence } from '#db/repos/evidenceRepo.ts'
import { openSlipsByItem } from '#db/repos/itemSlipRepo.ts'
import { markUndone } from '#db/repos/batchRepo.ts'
import {
  addEvent,
  closeNumbers,
  eventsByItem,
  eventsOf,
  lastProgressByItem
} from '#db/repos/registerLogRepo.ts'
import {
  getItem,
  highestNumber,
  insertItem,
  listItemRows,
  updateItemCondition,
  updateItemFields
} from '#db/repos/registerRepo.ts'
import type { EventDraft } from '#shared/domain/register/itemCondition.ts'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import { AT, filledDatabase } from '../fixture.ts'

const FULL: ItemFields = itemFields.parse({
  type: 'PROJECT',
  title: '体育公园',
  content: '新建一座',
  owner: 'sports',
  ownerShare: '60',
  partners: [{ unit: 'finance', share: '40' }],
  person: '张三',
  leader: '李四',
  rankTarget: '全省前 3',
  measures: '逐月调度',
  quantity: { target: '7.5', measure: '亿元' },
  plan: [{ month: '2026-09', percent: '50', amount: '3.75' }],
  indicator: 'events',
  start: '2026-07-01',
  due: '2026-12-31',
  urgency: 'TIMED',
  tags: ['HARD', 'NEW'],
  channel: 'TRACKING',
  problemSource: 'AUDIT',
  origin: '局长办公会',
  remark: '市里督办'
})

function add(db: Database, number = '项-2026-001', fields = FULL): number {
  return insertItem(db, { number, fields, source: { from: 'HAND' }, openedOn: '2026-10-09', at: AT })
}

const draft = (change: Partial<EventDraft> = {}): EventDraft => ({
  type: 'PROGRESS',
  on: '2026-10-09',
  at: AT.toISOString(),
  who: '考核办',
  text: '开工',
  percent: '10',
  amount: null,
  changes: [],
  ...change
})

describe('items', () => {
  it('come back as they were stored, with the cell that they were read from', () => {
    const { db, batchId } = filledDatabase()
    const id = insertItem(db, {
      number: '项-2026-001',
      fields: FULL,
      source: { from: 'CELL', batch: batchId, file: '', sheet: '表1', address: 'B4' },
      openedOn: '2026-10-09',
      at: AT
    })
    expect(getItem(db, id)).toEqual({
      ...FULL,
      id,
      number: '项-2026-001',
      state: 'OPEN',
      percent: null,
      amount: null,
      closeOut: null,
      voided: null,
      source: { from: 'CELL', batch: batchId, file: '群体处.xlsx', sheet: '表1', address: 'B4' },
      openedOn: '2026-10-09',
      doneOn: null,
      version: 1
    })
  })

  it('go up by a version with each change', () => {
    const { db } = filledDatabase()
    const id = add(db)
    updateItemFields(db, id, { ...FULL, title: '体育公园二期', owner: null }, AT)
    const closeOut = { number: '销〔2026〕001号', date: '2026-10-09', verifier: '李四', opinion: '' }
    updateItemCondition(
      db,
      id,
      { state: 'CLOSED', percent: '100', amount: '7.5', doneOn: '2026-10-09', closeOut, voided: null },
      AT
    )
    expect(getItem(db, id)).toMatchObject({ title: '体育公园二期', owner: null, closeOut, version: 3 })
  })

  it('count their numbers by what was given, whatever else begins alike', () => {
    const { db } = filledDatabase()
    for (const number of ['项-2026-002', '项-2026-010', '项-2026-011a', '项-2025-099', '改-2026-050'])
      add(db, number)
    expect(highestNumber(db, '项-2026-')).toBe(10)
    expect(highestNumber(db, '承-2026-')).toBe(0)
    expect(() => add(db, '项-2026-010')).toThrow(/UNIQUE/)
  })

  it.each([
    ['removing one', 'DELETE FROM register_item', 'voided, not removed'],
    ['a close-out of an open one', `UPDATE register_item SET close_out = '{}'`, 'register_item_closed'],
    ['itself as parent', 'UPDATE register_item SET parent_id = id', 'register_item_own_parent'],
    ['a percent that is no number', `UPDATE register_item SET percent = '１０'`, 'register_item_percent']
  ])('SQLite refuses %s', (_what, sql, words) => {
    const { db } = filledDatabase()
    add(db)
    expect(() => db.client.exec(sql)).toThrow(words)
  })
})

describe('the log', () => {
  it('is only added to', () => {
    const { db } = filledDatabase()
    const id = add(db)
    const event = addEvent(db, id, draft())
    const row = `SELECT ${event}, item_id, 'NOTE', "on", at, who, text, percent, amount, changes, NULL, NULL, NULL`
    for (const sql of [
      `UPDATE register_event SET text = ''`,
      'DELETE FROM register_event',
      `INSERT OR REPLACE INTO register_event ${row} FROM register_event`
    ])
      expect(() => db.client.exec(sql)).toThrow('append only')
    expect(eventsOf(db, id)).toMatchObject([{ id: event, type: 'PROGRESS', text: '开工', source: null }])
  })

  it('tells the last progress of each item up to a day, by its own day', () => {
    const { db } = filledDatabase()
    const [a, b] = [add(db), add(db, '项-2026-002')]
    addEvent(db, a, draft({ on: '2026-09-30', text: '九月' }))
    addEvent(db, a, draft({ on: '2026-08-31', text: '八月，后补' }))
    addEvent(db, a, draft({ type: 'NOTE', text: '督导' }))
    addEvent(db, b, draft({ changes: [{ field: '进度（%）', before: '30', after: '10' }] }))
    const last = lastProgressByItem(db, '2026-10-09')
    expect(last.get(a)).toEqual({ on: '2026-09-30', text: '九月', fell: null })
    expect(last.get(b)).toMatchObject({ fell: { before: '30', after: '10' } })
    expect(lastProgressByItem(db, '2026-09-01').get(a)?.text).toBe('八月，后补')
  })

  it('does not count what an undone import said', () => {
    const { db, batchId } = filledDatabase()
    const id = add(db)
    addEvent(db, id, draft({ on: '2026-09-01', text: '手工' }))
    addEvent(db, id, draft({ text: '导入' }), { batch: batchId, sheet: '表1', address: 'B4' })
    const texts = () => (eventsByItem(db, { until: '2026-10-09' }).get(id) ?? []).map(({ text }) => text)
    expect(lastProgressByItem(db, '2026-10-09').get(id)?.text).toBe('导入')
    expect(texts()).toEqual(['手工', '导入'])
    markUndone(db, batchId, AT)
    expect(lastProgressByItem(db, '2026-10-09').get(id)?.text).toBe('手工')
    expect(texts()).toEqual(['手工'])
    // The log itself still shows everything.
    expect(eventsOf(db, id)).toHaveLength(2)
  })

  it('keeps 销号 numbers of items that were reopened', () => {
    const { db } = filledDatabase()
    const id = add(db)
    addEvent(
      db,
      id,
      draft({ type: 'CLOSED', changes: [{ field: '销号编号', before: '', after: '销〔2026〕004号' }] })
    )
    addEvent(db, id, draft({ type: 'REOPENED' }))
    expect(closeNumbers(db)).toEqual([{ closeNumber: '销〔2026〕004号', item: id, number: '项-2026-001' }])
  })
})

describe('slips of items', () => {
  it('shows the open one and how often its colour was issued on the item', () => {
    const { db } = filledDatabase()
    const id = add(db)
    const slip = (number: string, state: string): number =>
      Number(
        db.client
          .prepare(
            `INSERT INTO slip (number, kind, level, unit_id, item_id, state, issued_on, fields, created_at, created_by)
             VALUES (?, 'SUPERVISION', 'RED', 1, ?, ?, '2026-10-01', '{}', '', '')`
          )
          .run(number, id, state).lastInsertRowid
      )
    const issue = (slipId: number, type: string, level: string): void =>
      void db.client
        .prepare(
          `INSERT INTO slip_event (slip_id, type, "on", at, who, level, text) VALUES (?, ?, '2026-10-01', '', '', ?, '')`
        )
        .run(slipId, type, level)
    issue(slip('督〔2026〕1号', 'CLOSED'), 'ISSUED', 'RED')
    issue(slip('督〔2026〕2号', 'WITHDRAWN'), 'ISSUED', 'RED')
    const open = slip('督〔2026〕3号', 'ISSUED')
    issue(open, 'ISSUED', 'YELLOW')
    issue(open, 'ESCALATED', 'RED')
    expect(openSlipsByItem(db).get(id)).toEqual({ id: open, number: '督〔2026〕3号', level: 'RED', times: 2 })
  })
})

describe('evidence', () => {
  it('is one file however often it is linked; a link is ended, never removed', () => {
    const { db } = filledDatabase()
    const id = add(db)
    const entry = { subject: 'ITEM' as const, sha256: 'a'.repeat(64), bytes: 3, at: AT, by: '考核办' }
    const first = linkEvidence(db, { ...entry, subjectId: id, fileName: '甲.pdf' })
    linkEvidence(db, { ...entry, subjectId: 99, fileName: '乙.pdf' })
    expect(db.client.prepare('SELECT count(*) AS n FROM evidence').get()).toEqual({ n: 1 })
    expect(evidenceCounts(db, 'ITEM')).toEqual(
      new Map([
        [id, 1],
        [99, 1]
      ])
    )
    endEvidence(db, first, AT, '考核办')
    expect(evidenceOfSubject(db, 'ITEM', id)).toEqual([])
    for (const table of ['evidence', 'evidence_link'])
      expect(() => db.client.exec(`DELETE FROM ${table}`)).toThrow(/record|not removed/)
  })
})

it('reads a thousand items with one query', () => {
  const { db } = filledDatabase()
  for (let index = 0; index < 50; index += 1) add(db, `项-2026-${index + 100}`)
  const queries: string[] = []
  const prepare = db.client.prepare.bind(db.client)
  db.client.prepare = (sql: string) => {
    queries.push(sql)
    return prepare(sql)
  }
  expect(listItemRows(db)).toHaveLength(50)
  expect(queries).toHaveLength(1)
})
