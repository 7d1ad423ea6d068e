import { describe, expect, it } from 'vitest'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { ledgerEvents, ledgerOf } from '#db/repos/ledgerRepo.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { reopenPeriod } from '#electron/services/freeze.ts'
import { saveCatalogue } from '#electron/services/incentive/catalogue.ts'
import { effectOf } from '#electron/services/incentive/effect.ts'
import { addEntry, editEntry } from '#electron/services/incentive/entries.ts'
import { actOnEntries, addAndMove } from '#electron/services/incentive/entryActions.ts'
import { entryDetail, ledgerView } from '#electron/services/incentive/ledger.ts'
import { changeSettings } from '#electron/services/settings.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { dec, sum } from '#shared/domain/number/decimal.ts'
import type { LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import { refusal } from '../../db/fixture.ts'
import { awardItem, entry, incentiveOffice } from '../../helpers/incentiveOffice.ts'
import { freeze } from '../../helpers/smallQuarter.ts'

const PERIOD = '2026Q3'
const APPROVED = { step: 'APPROVE', approver: '李批准' } as const

function unitA({ library }: Workspace) {
  return computePeriod(library, PERIOD).races[0]!.groups[0]!.units.find((unit) => unit.unit === 'a')!
}

/** The entries of G13, in the order of their days. */
function g13({ library }: Workspace): void {
  const all: Partial<LedgerInput>[] = [
    { points: '3', date: '2026-07-01' },
    { points: '2', date: '2026-07-02' },
    { points: '1.5', date: '2026-07-03' },
    { classCode: 'other', points: '4', date: '2026-07-04' },
    { classCode: 'other', points: '3', date: '2026-07-05' },
    { classCode: 'minus', points: '2', date: '2026-07-06' }
  ]
  for (const one of all) addAndMove(library, entry(one), APPROVED)
}

describe('the ledger and what counts of it (G13)', () => {
  it('caps the class, then all bonuses, then takes the deductions off: 96.40', async () => {
    const workspace = await incentiveOffice()
    g13(workspace)
    const unit = unitA(workspace)
    expect(unit.base?.printed).toBe('88.40')
    expect(unit.total?.printed).toBe('96.40')

    const { entries, units } = ledgerView(workspace.library, PERIOD)
    const byDay = entries.toReversed().map(({ counts }) => counts)
    expect(byDay).toEqual(['3', '2', '0', '4', '1', '2'])
    expect(entries.find((row) => row.points === '1.5')!.countsWhy).toBe(
      '这 1.5 分不改变总得分：「表彰」此前已登记 5 分，封顶 5 分。'
    )
    expect(entries.find((row) => row.date === '2026-07-05')!.countsWhy).toBe(
      '这 3 分只计 1 分：各类加分合计封顶 10 分，已经到顶。'
    )
    expect(units).toEqual([
      expect.objectContaining({ unit: 'a', count: 6, bonus: '10.00', deduction: '2.00' })
    ])
  })

  it('nets first where the scheme says so: 98.40, and the shares still add up', async () => {
    const workspace = await incentiveOffice({ capOrder: 'NET_THEN_CAP' })
    g13(workspace)
    expect(unitA(workspace).total?.printed).toBe('98.40')
    const { entries } = ledgerView(workspace.library, PERIOD)
    const signed = entries.map(({ counts, sign }) => dec(counts!).times(sign === 'BONUS' ? 1 : -1))
    expect(sum(signed).toString()).toBe('10')
  })

  it('tells before approving what would count, without writing anything', async () => {
    const { library } = await incentiveOffice()
    addAndMove(library, entry({ points: '3.5' }), APPROVED)
    const before = ledgerOf(library.db, PERIOD)
    const effect = effectOf(library, entry({ points: '3' }), null)
    expect(effect.races[0]).toMatchObject({
      counts: '1.5',
      sentence: '这 3 分只计 1.5 分：「表彰」此前已登记 3.5 分，封顶 5 分。',
      totalBefore: '91.90',
      totalAfter: '93.40',
      rankBefore: 2,
      rankAfter: 2
    })
    expect(ledgerOf(library.db, PERIOD)).toEqual(before)
  })
})

describe('the way of an entry', () => {
  it('counts only when it is approved, and no longer once it is reversed; the log keeps every step', async () => {
    const { library } = await incentiveOffice()
    const { id } = addEntry(library, entry())
    expect(entriesOf(library.db, PERIOD)).toEqual([])
    editEntry(library, id, entry({ points: '2', reason: '改过的事由' }))
    actOnEntries(library, [id], { action: 'SUBMIT' })
    expect(entriesOf(library.db, PERIOD)).toEqual([])
    expect(refusal(() => editEntry(library, id, entry())).message).toContain('要改请先退回')
    actOnEntries(library, [id], { action: 'RETURN', by: '王某', reason: '缺文号' })
    actOnEntries(library, [id], { action: 'SUBMIT' })
    actOnEntries(library, [id], { action: 'APPROVE', approver: '李批准', note: '' })
    expect(entriesOf(library.db, PERIOD)).toEqual([
      expect.objectContaining({
        points: '2',
        approver: '李批准',
        source: expect.objectContaining({ kind: 'manual', by: '登记人' }) as unknown
      })
    ])
    actOnEntries(library, [id], { action: 'REVERSE', reason: '认定有误' })
    expect(entriesOf(library.db, PERIOD)).toEqual([])
    const { entry: view, events } = entryDetail(library, id)
    expect(view).toMatchObject({ state: 'reversed', said: { text: '认定有误' }, actions: [] })
    expect(events.map(({ type }) => type)).toEqual([
      'ENTERED',
      'EDITED',
      'SUBMITTED',
      'RETURNED',
      'SUBMITTED',
      'APPROVED',
      'REVERSED'
    ])
    expect(() => library.db.client.prepare('UPDATE adjustment_event SET text = ?').run('x')).toThrow(
      'append only'
    )
    expect(listAudit(library.db, 1, { what: '冲销加减分' })[0]).toMatchObject({ reason: '认定有误' })
  })

  it('refuses the same event twice, but not again after a reversal', async () => {
    const { library } = await incentiveOffice()
    const same = entry({ reason: '同一件事' })
    const { id } = addAndMove(library, same, APPROVED)
    expect(refusal(() => addEntry(library, same))).toMatchObject({ code: 'CONFLICT' })
    actOnEntries(library, [id], { action: 'REVERSE', reason: '记错分值' })
    addAndMove(library, { ...same, points: '2' }, APPROVED)
    expect(entriesOf(library.db, PERIOD).map(({ points }) => points)).toEqual(['2'])
  })

  it('needs another person where 复核 is on, whoever writes the name how', async () => {
    const { library } = await incentiveOffice()
    changeSettings(library, { reviewImports: true })
    expect(refusal(() => addAndMove(library, entry(), APPROVED)).message).toContain('请先提交')
    expect(ledgerOf(library.db, PERIOD)).toEqual([])
    const { id } = addAndMove(library, entry({ reporter: '张三' }), { step: 'SUBMIT' })
    const own = refusal(() =>
      actOnEntries(library, [id], { action: 'APPROVE', approver: ' 张 三', note: '' })
    )
    expect(own).toMatchObject({ code: 'CONFLICT' })
    actOnEntries(library, [id], { action: 'APPROVE', approver: '李四', note: '' })
    expect(entriesOf(library.db, PERIOD)).toHaveLength(1)
  })

  it('takes several together or none', async () => {
    const { library } = await incentiveOffice()
    const first = addEntry(library, entry())
    const second = addAndMove(library, entry(), APPROVED)
    const refused = refusal(() => actOnEntries(library, [first.id, second.id], { action: 'SUBMIT' }))
    expect(refused.details.problems).toHaveLength(1)
    expect(ledgerEvents(library.db, [first.id]).get(first.id)).toHaveLength(1)
  })
})

describe('which quarter an entry goes to', () => {
  it('is its day’s; a frozen one is refused with the way out', async () => {
    const workspace = await incentiveOffice({ frozenQ2: true })
    const { library } = workspace
    const refused = refusal(() => addEntry(library, entry({ date: '2026-06-20' })))
    expect(refused).toMatchObject({ code: 'PERIOD_FROZEN' })
    expect(refused.details.action).toContain('认定（发文）的日期')
    expect(refusal(() => addEntry(library, entry({ date: '2026-10-05' }))).message).toContain('第四季度')
    expect(refusal(() => addEntry(library, entry({ date: '2026-12-31' }))).message).toContain('还没有到')
    expect(ledgerOf(library.db, '2026Q2')).toEqual([])
    expect(addEntry(library, entry({ date: '2026-07-01' })).period).toBe(PERIOD)
  })

  it('keeps a frozen quarter as it was: no action, no edit, until it is reopened', async () => {
    const workspace = await incentiveOffice()
    const { library } = workspace
    const { id } = addAndMove(library, entry(), APPROVED)
    const draft = addEntry(library, entry())
    await freeze(workspace, PERIOD)
    const reverse = () => actOnEntries(library, [id], { action: 'REVERSE', reason: '更正' })
    expect(refusal(reverse)).toMatchObject({ code: 'PERIOD_FROZEN' })
    expect(refusal(() => editEntry(library, draft.id, entry()))).toMatchObject({ code: 'PERIOD_FROZEN' })
    expect(ledgerView(library, PERIOD).entries.flatMap(({ actions }) => actions)).toEqual([])
    reopenPeriod(library, PERIOD, '更正加分')
    reverse()
    expect(entriesOf(library.db, PERIOD)).toEqual([])
  })
})

describe('the catalogue behind an entry (S21, S22)', () => {
  it('asks for evidence, the level and its points', async () => {
    const { library } = await incentiveOffice()
    saveCatalogue(library, PERIOD, null, awardItem())
    const by = (change: Partial<LedgerInput>) =>
      entry({ catalogue: 'BZ', level: 'CITY', points: '1.5', ...change })
    expect(refusal(() => addEntry(library, by({ level: null }))).message).toContain('请选级别')
    expect(refusal(() => addEntry(library, by({ points: '3' }))).message).toContain('按目录是 1.5 分')
    expect(refusal(() => addAndMove(library, by({}), APPROVED)).message).toContain('文号或佐证文件')
    expect(ledgerOf(library.db, PERIOD)).toEqual([])
    addAndMove(library, by({ evidence: '市发〔2026〕8号' }), APPROVED)
    expect(entriesOf(library.db, PERIOD)).toHaveLength(1)
  })

  it('counts the same document once, at its highest level', async () => {
    const { library } = await incentiveOffice()
    saveCatalogue(library, PERIOD, null, awardItem())
    const of = (change: Partial<LedgerInput>) =>
      entry({ catalogue: 'BZ', evidence: '表彰〔2026〕8号', ...change })
    const low = addAndMove(library, of({ level: 'CITY', points: '1.5' }), APPROVED)
    const high = of({ level: 'PROVINCIAL', points: '3' })
    expect(effectOf(library, high, null)).toMatchObject({
      supersedes: [{ id: low.id, points: '1.5' }],
      races: [{ counts: '3', totalBefore: '89.90', totalAfter: '91.40' }]
    })
    addAndMove(library, high, APPROVED)
    expect(entriesOf(library.db, PERIOD).map(({ points }) => points)).toEqual(['3'])
    expect(entryDetail(library, low.id).entry.said?.text).toContain('取最高层次')
    const again = refusal(() => addAndMove(library, of({ level: 'CITY', points: '1.5' }), APPROVED))
    expect(again.message).toContain('只按最高层次计一次')
  })
})
