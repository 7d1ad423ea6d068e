import { describe, expect, it } from 'vitest'
import { cadenceContent } from '#electron/services/cadence/cadenceContent.ts'
import {
  commentsOf,
  reviewPlanOf,
  saveComment,
  saveReviewPlan,
  withdrawComment
} from '#electron/services/cadence/comments.ts'
import { closeDay, dayView, reopenDay } from '#electron/services/cadence/days.ts'
import { actOnItems, addItem } from '#electron/services/register/items.ts'
import { reportFacts } from '#electron/services/reports/reportFacts.ts'
import { contentBytes } from '#electron/services/reports/exportContent.ts'
import { addDays, localDay } from '#shared/domain/calendar/isoDate.ts'
import { cadenceOn, CADENCES, quarterOfDay } from '#shared/domain/cadence/cadenceKey.ts'
import { cadencePaper, cadenceWorkbook } from '#shared/domain/report/cadence/cadenceDocument.ts'
import { unitCardReport } from '#shared/domain/report/card/unitCardReport.ts'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { CLEAR_Q3, freeze, officeWorkspace } from '../../helpers/smallQuarter.ts'
import { freshWorkspace } from '../../helpers/workspace.ts'
import type { Workspace } from '#electron/services/workspace.ts'

const fields = (change: Partial<ItemFields> & { title: string }): ItemFields =>
  itemFields.parse({ type: 'COMMITMENT', owner: 'a', ...change })

/** Three items of today's list: one overdue, one due today, one for later; the other without a day. */
async function withItems() {
  const workspace = await officeWorkspace()
  const { library } = workspace
  const today = localDay(library.now())
  const add = (change: Parameters<typeof fields>[0]): number => addItem(library, fields(change)).id
  return {
    ...workspace,
    today,
    late: add({ title: '逾期事项', due: addDays(today, -3), start: addDays(today, -30) }),
    due: add({
      title: '当天事项',
      due: today,
      start: addDays(today, -10),
      partners: [{ unit: 'b', share: null }]
    }),
    later: add({ title: '以后事项', due: addDays(today, 60), owner: 'b' }),
    undated: add({ title: '没有时限', due: null })
  }
}

const cells = (workspace: Workspace, kind: (typeof CADENCES)[number], at?: string) => {
  const { library } = workspace
  const asked = cadenceOn(kind, localDay(library.now()))
  return cadenceContent(library, at === undefined ? asked : { cadence: kind, at })
}

describe('closing a day', () => {
  it('asks for a reason for each item that stays, and writes nothing without', async () => {
    const { library, today, late, due } = await withItems()
    expect(dayView(library).toSettle).toEqual([late, due])
    expect(() =>
      closeDay(library, { date: today, note: '', left: [{ item: late, reason: '等批复' }] })
    ).toThrow('还有 1 项没有办结，也没有写原因，没有日清。')
    expect(dayView(library).closed).toBeNull()
    actOnItems(library, [due], { action: 'DONE', text: '已办完，材料在办公室' })
    const view = closeDay(library, { date: today, note: '小结', left: [{ item: late, reason: '等批复' }] })
    expect(view.closed).toMatchObject({
      note: '小结',
      content: { left: [{ item: late, list: 'OVERDUE', reason: '等批复' }], counts: { done: 1 } }
    })
    expect(listAudit(library.db, 1)[0]).toMatchObject({ what: '日清', subject: today })
  })

  it('is refused twice and for a day to come; reopening keeps both entries', async () => {
    const { library, today, late, due } = await withItems()
    const left = [late, due].map((item) => ({ item, reason: '等批复' }))
    expect(() => closeDay(library, { date: addDays(today, 1), note: '', left })).toThrow('还没有到')
    closeDay(library, { date: today, note: '', left })
    expect(() => closeDay(library, { date: today, note: '', left })).toThrow('已经日清过')
    const open = reopenDay(library, today, '漏了一项')
    expect(open.closed).toBeNull()
    expect(open.history).toMatchObject([{ reopened: { reason: '漏了一项' } }])
    expect(() => reopenDay(library, today, '再来')).toThrow('没有日清')
    expect(closeDay(library, { date: today, note: '', left }).history).toHaveLength(1)
  })

  it('hands the last reason on to the next day', async () => {
    const { library, today, late, due } = await withItems()
    closeDay(library, { date: addDays(today, -1), note: '', left: [{ item: late, reason: '等批复' }] })
    expect(dayView(library).lastReasons).toEqual([{ item: late, reason: '等批复' }])
    expect(dayView(library).toSettle).toEqual([late, due])
  })
})

describe('the six cadences', () => {
  it('can all be made and written, with items and without', async () => {
    const full = await withItems()
    for (const workspace of [full, freshWorkspace()]) {
      for (const kind of CADENCES) {
        const content = cells(workspace, kind)
        expect(content.sections.every(({ table, links }) => table.rows.length === links.length)).toBe(true)
        const bytes = await contentBytes(
          { title: content.title, workbook: cadenceWorkbook(content), paper: cadencePaper(content) },
          'xlsx',
          workspace.library.now(),
          { print: () => Promise.resolve(new Uint8Array()) }
        )
        expect(bytes.length).toBeGreaterThan(1000)
      }
    }
  })

  it('put matters of several units on the week, and count what is late by unit', async () => {
    const week = cells(await withItems(), 'WEEK')
    const rows = (id: string) => week.sections.find((section) => section.id === id)!.table.rows
    expect(rows('week.together')).toMatchObject([{ cells: { TITLE: '当天事项', PARTNERS: '乙处' } }])
    expect(rows('week.units')[0]!.cells).toMatchObject({
      UNIT: '甲处',
      OPEN: { number: '3' },
      OVERDUE: { number: '1' }
    })
  })

  it('say on every table of the month that it is a preview', async () => {
    const workspace = await officeWorkspace()
    const month = cells(workspace, 'MONTH', '2026-08')
    expect(month.mark).toBe('预览，未冻结')
    expect(month.provenance).toContain('预览，未冻结')
    expect(month.sections[0]!.id).toBe('month.board.main.g')
    for (const { table } of month.sections) expect(table.title).toContain('（预览，未冻结）')
  })

  it('print the quarter from its snapshot once it is frozen', async () => {
    const workspace = await officeWorkspace(CLEAR_Q3)
    expect(cells(workspace, 'QUARTER', '2026Q3').findings).toEqual([
      '这一季度还没有计算成绩，议程里没有名次。'
    ])
    const id = await freeze(workspace, '2026Q3')
    const quarter = cells(workspace, 'QUARTER', '2026Q3')
    expect(quarter.mark).toBe('')
    expect(quarter.provenance).toContain(`快照 ${id}`)
    const agenda = quarter.sections.find(({ id: section }) => section === 'quarter.agenda')!
    expect(agenda.table.rows.map(({ cells: row }) => row.UNIT)).toEqual(['丁处', '丙处', '乙处', '甲处'])
  })

  it('name the snapshots of the quarters that a year is made of', async () => {
    const workspace = await officeWorkspace()
    const year = cells(workspace, 'YEAR', '2026')
    expect(year.provenance).toMatch(/由已冻结的季度合成：2026Q2-/)
    expect(cells(workspace, 'HALF', '2026H1').sections.map(({ id }) => id)).toContain('half:main:g')
  })
})

describe('comments', () => {
  it('may be written for a frozen quarter, are replaced and never changed', async () => {
    const workspace = await officeWorkspace()
    const { library } = workspace
    const said = { period: '2026Q2', unit: 'a', speaker: '分管领导', mark: null, replaces: null }
    const first = saveComment(library, { ...said, text: '抓得紧' })
    const second = saveComment(library, { ...said, text: '抓得很紧', mark: 'LEARN_FROM', replaces: first.id })
    expect(commentsOf(library, '2026Q2')).toEqual([second])
    expect(commentsOf(library, '2026Q2', true).map(({ text }) => text)).toEqual(['抓得紧', '抓得很紧'])
    expect(() => saveComment(library, { ...said, text: '又改', replaces: first.id })).toThrow(
      '已经改过或撤下'
    )
    const paper = unitCardReport.paper!(reportFacts(library, '2026Q2'), reportOptions.parse({ units: ['a'] }))
    expect(JSON.stringify(paper)).toContain('分管领导：抓得很紧（值得学习）')
    const other = unitCardReport.paper!(reportFacts(library, '2026Q2'), reportOptions.parse({ units: ['b'] }))
    expect(JSON.stringify(other)).not.toContain('抓得很紧')
    withdrawComment(library, second.id)
    expect(commentsOf(library, '2026Q2')).toEqual([])
    expect(() => withdrawComment(library, second.id)).toThrow('已经改过或撤下')
  })

  it('refuse a unit and a quarter that nobody knows', async () => {
    const { library } = await officeWorkspace()
    const said = { speaker: '领导', text: '好', mark: null, replaces: null }
    expect(() => saveComment(library, { ...said, period: '2026Q2', unit: 'x' })).toThrow('没有代码为「x」')
    expect(() => saveComment(library, { ...said, period: '2030Q1', unit: 'a' })).toThrow('还没有建立')
  })
})

it('hands the way of a review on to the next quarter, but not its own order', async () => {
  const { library } = await officeWorkspace()
  saveReviewPlan(library, '2026Q2', { order: 'CUSTOM', custom: ['d', 'a'], minutes: 8, bottom: 'COUNT' })
  expect(reviewPlanOf(library, '2026Q2').custom).toEqual(['d', 'a'])
  expect(reviewPlanOf(library, '2026Q3')).toEqual({ order: 'RANK', custom: [], minutes: 8, bottom: 'COUNT' })
  expect(quarterOfDay('2026-09-30')).toBe('2026Q3')
})
