import { expect, test } from 'vitest'
import { computePeriod } from '#electron/services/compute.ts'
import { actOnItems, itemDetail } from '#electron/services/register/items.ts'
import { carryGaps } from '#electron/services/selfReview/followUpOf.ts'
import { makeItems } from '#electron/services/selfReview/gapItems.ts'
import { reviewOf, reviewOverview } from '#electron/services/selfReview/reviewView.ts'
import { saveReview, submitReview, takeBackReview } from '#electron/services/selfReview/saveReview.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { gapFields } from '#shared/domain/selfReview/gapFields.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { freeze, officeWorkspace, openQuarter, CLEAR_Q3 } from '../../helpers/smallQuarter.ts'

const ANSWERS = {
  cause: '到账晚',
  measures: '每周调度一次',
  person: '张主任',
  due: '2026-12-20'
}

/** 丁处 reviews the frozen third quarter: two gaps of the data, one of its own. */
async function reviewed(): Promise<Workspace> {
  const workspace = await officeWorkspace(CLEAR_Q3)
  await freeze(workspace, '2026Q3')
  const { library } = workspace
  const { proposals } = reviewOf(library, '2026Q3', 'd')
  const take = (key: string) => {
    const fields = proposals.find((proposal) => proposal.key === key)!.fields
    return { id: null, fields: { ...fields, ...ANSWERS } }
  }
  saveReview(library, {
    period: '2026Q3',
    unit: 'd',
    version: 0,
    rows: [
      take('main|output|TARGET'),
      take('main|mark|FIRST'),
      {
        id: null,
        fields: gapFields.parse({
          topic: '服务对象满意度',
          unitOfMeasure: '%',
          benchmark: '省内第一',
          benchmarkValue: '98.5',
          benchmarkSource: '省局2026年第3期通报',
          ownValue: '91',
          ownSource: '满意度测评',
          ...ANSWERS
        })
      }
    ]
  })
  return workspace
}

test('gaps of a frozen quarter become tasks; the next quarter shows what became of each and carries on the rest', async () => {
  const workspace = await reviewed()
  const { library } = workspace
  const before = reviewOf(library, '2026Q3', 'd')
  expect(before).toMatchObject({ state: 'DRAFT', results: 'FROZEN', lacks: [], followUp: null })
  const [output, mark, own] = before.rows.map((row) => row.id) as [number, number, number]

  const made = makeItems(library, [output, own], 'COMMITMENT')
  expect(made.map(({ row }) => row)).toEqual([output, own])
  expect(itemDetail(library, made[0]!.item).item).toMatchObject({
    title: '补短：产出',
    owner: 'd',
    person: '张主任',
    due: '2026-12-20',
    indicator: 'output',
    tags: ['SHORTFALL'],
    measures: '每周调度一次',
    origin: '2026年第三季度六问对标',
    source: { from: 'GAP', selfReviewRow: output }
  })
  expect(reviewOf(library, '2026Q3', 'd').rows[0]!.item).toMatchObject({
    id: made[0]!.item,
    number: made[0]!.number,
    state: 'OPEN'
  })
  actOnItems(library, [made[0]!.item], { action: 'DONE', text: '佐证在局里，已当面核对。' })

  // Fourth quarter: 100 of 100 done; the mark is as far behind as before, and 满意度 is not known yet.
  openQuarter(workspace, '2026Q4', { a: ['100', '40'], b: ['100', '36'], c: ['90', '34'], d: ['100', '32'] })
  computePeriod(library, '2026Q4')
  const { followUp } = reviewOf(library, '2026Q4', 'd')
  expect(
    followUp!.rows.map(({ row, outcome, unfinished }) => [row.fields.topic, outcome.change, unfinished])
  ).toEqual([
    ['产出', 'CLOSED', false],
    ['综合评价得分', 'SAME', true],
    ['服务对象满意度', 'UNKNOWN', true]
  ])
  expect(followUp!.rows[0]!.outcome.sentence).toBe('45 万元 → 100 万元，差距已补上。')
  expect(followUp!.rows[1]!.outcome).toMatchObject({
    ownThen: '28',
    shortfallThen: '8',
    ownNow: '32',
    benchmarkNow: '40',
    shortfallNow: '8',
    sentence: '28 分 → 32 分，差距仍是 8 分。'
  })
  expect(followUp!.counts).toMatchObject({ closed: 1, same: 1, unknown: 1, narrowedPercent: '50' })

  expect(carryGaps(library, { period: '2026Q4', unit: 'd', rows: [mark, own] })).toEqual({ carried: 2 })
  expect(carryGaps(library, { period: '2026Q4', unit: 'd', rows: [mark, own] })).toEqual({ carried: 0 })
  const next = reviewOf(library, '2026Q4', 'd')
  expect(next.rows.map(({ fields }) => [fields.topic, fields.ownValue, fields.benchmarkValue])).toEqual([
    ['综合评价得分', '32', '40'],
    ['服务对象满意度', null, '98.5']
  ])
  // The task goes along: no second one is made of the same gap.
  expect(next.rows[1]!.item!.id).toBe(made[1]!.item)
  expect(() => makeItems(library, [next.rows[1]!.id], 'COMMITMENT')).toThrow(made[1]!.number)

  // The new value of the gap that only the unit knows closes it a little.
  saveReview(library, {
    period: '2026Q4',
    unit: 'd',
    version: next.version,
    rows: next.rows.map(({ id, fields }) => ({
      id,
      fields: fields.ownValue === null ? { ...fields, ownValue: '95', ownSource: '第四季度测评' } : fields
    }))
  })
  const closed = reviewOf(library, '2026Q4', 'd').followUp!
  expect(closed.rows[2]!.outcome.sentence).toBe('91% → 95%，差距由 7.5 个百分点缩小到 3.5 个百分点。')
  expect(closed.counts.narrowedPercent).toBe('66.67')
  expect(reviewOverview(library, '2026Q4').totals).toMatchObject({ gaps: 2, tasks: 1, done: 0 })
})

test('a submitted review is read-only until it is taken back with a reason; the log says so', async () => {
  const { library } = await reviewed()
  const { version, rows } = reviewOf(library, '2026Q3', 'd')
  submitReview(library, { period: '2026Q3', unit: 'd', version })
  const submitted = reviewOf(library, '2026Q3', 'd')
  expect(submitted).toMatchObject({ state: 'SUBMITTED', readOnly: 'SUBMITTED' })
  const save = () =>
    saveReview(library, {
      period: '2026Q3',
      unit: 'd',
      version: submitted.version,
      rows: rows.map(({ id, fields }) => ({ id, fields }))
    })
  expect(save).toThrow('丁处的六问对标已经提交，没有任何改动。')
  takeBackReview(library, { period: '2026Q3', unit: 'd', reason: '措施太空' })
  expect(reviewOf(library, '2026Q3', 'd').readOnly).toBeNull()
  expect(listAudit(library.db, 1)[0]).toMatchObject({ what: '退回六问对标', reason: '措施太空' })
})

test('what is not answered keeps a review from being submitted, by row and question', async () => {
  const { library } = await reviewed()
  const { version, rows } = reviewOf(library, '2026Q3', 'd')
  const saved = saveReview(library, {
    period: '2026Q3',
    unit: 'd',
    version,
    rows: rows.map(({ id, fields }, index) => ({
      id,
      fields: index === 1 ? { ...fields, person: '', due: null } : fields
    }))
  })
  expect(() => submitReview(library, { period: '2026Q3', unit: 'd', version: saved.version })).toThrow(
    expect.objectContaining({
      message: '有 1 条差距没有答全，没有提交。',
      details: {
        problems: [
          expect.objectContaining({ message: '第 2 条「综合评价得分」还缺：五问谁来办、六问何时成。' })
        ]
      }
    })
  )
  expect(reviewOf(library, '2026Q3', 'd').state).toBe('DRAFT')
})

test('an older version is refused whole; a gap taken out can be brought back; one with a task cannot be taken out', async () => {
  const { library } = await reviewed()
  const { version, rows } = reviewOf(library, '2026Q3', 'd')
  const as = (list: typeof rows) => list.map(({ id, fields }) => ({ id, fields }))
  const at = { period: '2026Q3', unit: 'd' }
  expect(() => saveReview(library, { ...at, version: version - 1, rows: [] })).toThrow('在别处改过')
  const first = saveReview(library, { ...at, version, rows: as(rows.slice(0, 2)) })
  expect(reviewOf(library, '2026Q3', 'd').rows).toHaveLength(2)
  expect(listAudit(library.db, 1)[0]).toMatchObject({ what: '删除差距' })
  const second = saveReview(library, { ...at, version: first.version, rows: as(rows) })
  expect(reviewOf(library, '2026Q3', 'd').rows).toEqual(rows)
  makeItems(library, [rows[2]!.id], 'KEY_PROBLEM')
  expect(() => saveReview(library, { ...at, version: second.version, rows: as(rows.slice(0, 2)) })).toThrow(
    '「服务对象满意度」已转为任务，不能从六问对标里删掉。'
  )
  expect(reviewOf(library, '2026Q3', 'd').rows).toHaveLength(3)
})

test('several gaps become tasks together or not at all', async () => {
  const { library } = await reviewed()
  const { rows } = reviewOf(library, '2026Q3', 'd')
  const [made] = makeItems(library, [rows[0]!.id], 'COMMITMENT')
  expect(() =>
    makeItems(
      library,
      rows.map(({ id }) => id),
      'COMMITMENT'
    )
  ).toThrow(`已经是任务 ${made!.number}`)
  expect(reviewOf(library, '2026Q3', 'd').rows.filter(({ item }) => item !== null)).toHaveLength(1)
  actOnItems(library, [made!.item], { action: 'VOID', text: '重复' })
  expect(makeItems(library, [rows[0]!.id], 'COMMITMENT')).toHaveLength(1)
})

test('a gap that stands in this quarter anyway is tied to the earlier one, not written twice; its task goes along', async () => {
  const workspace = await reviewed()
  const { library } = workspace
  const earlier = reviewOf(library, '2026Q3', 'd').rows[1]!
  const [made] = makeItems(library, [earlier.id], 'COMMITMENT')
  openQuarter(workspace, '2026Q4', { a: ['100', '40'], b: ['100', '36'], c: ['90', '34'], d: ['80', '32'] })
  computePeriod(library, '2026Q4')
  const { fields } = reviewOf(library, '2026Q4', 'd').proposals.find(({ key }) => key === 'main|mark|FIRST')!
  saveReview(library, { period: '2026Q4', unit: 'd', version: 0, rows: [{ id: null, fields }] })
  carryGaps(library, { period: '2026Q4', unit: 'd', rows: [earlier.id] })
  const { rows, followUp } = reviewOf(library, '2026Q4', 'd')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ fields: { carriedFrom: earlier.id }, item: { id: made!.item } })
  expect(followUp!.rows[1]!.carriedTo).toBe(rows[0]!.id)
})
