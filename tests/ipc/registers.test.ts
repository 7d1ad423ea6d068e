import { describe, expect, it } from 'vitest'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import { officeWindow } from '../helpers/windowOn.ts'

const item = (change: Partial<ItemFields> = {}): ItemFields =>
  itemFields.parse({ type: 'COMMITMENT', title: '新建街道健身点', owner: 'a', due: '2026-12-31', ...change })

describe('a register item from entry to 销号', () => {
  it('goes the five steps, each with its line in the log, and is reopened', async () => {
    const { ask, events } = officeWindow()
    const { id, number } = await ask('register.add', { fields: item({ person: '张三' }) })
    expect(number).toBe('承-2026-001')
    expect(events).toEqual([{ event: 'changed', period: null }])
    await ask('register.act', {
      ids: [id],
      action: { action: 'PROGRESS', percent: '40', amount: null, text: '完成选址' }
    })
    await ask('register.act', { ids: [id], action: { action: 'DONE', text: '现场已验收，没有书面材料' } })
    await ask('register.act', { ids: [id], action: { action: 'VERIFY', verifier: '李四', text: '' } })
    const open = await ask('register.get', { id })
    expect(open.actions).toEqual(['NOTE', 'RETURN', 'CLOSE', 'VOID'])
    expect(open.closeNumber).toBe('销〔2026〕001号')
    const [closed] = await ask('register.act', {
      ids: [id],
      action: { action: 'CLOSE', verifier: '李四', opinion: '同意销号' }
    })
    expect(closed).toMatchObject({
      state: 'CLOSED',
      status: 'DONE',
      doneOn: '2026-10-09',
      closeOut: { number: '销〔2026〕001号', date: '2026-10-09', verifier: '李四', opinion: '同意销号' }
    })
    await ask('register.act', { ids: [id], action: { action: 'REOPEN', text: '群众反映器材损坏' } })
    const again = await ask('register.get', { id })
    expect(again.item).toMatchObject({ state: 'IN_PROGRESS', closeOut: null, doneOn: null, percent: '40' })
    expect(again.events.map(({ type }) => type)).toEqual([
      'CREATED',
      'STARTED',
      'PROGRESS',
      'DONE',
      'VERIFIED',
      'CLOSED',
      'REOPENED'
    ])
    expect(again.closeNumber).toBe('销〔2026〕002号')
  })

  it('refuses a step out of turn, self-verification and 报结 without evidence, saying what to do', async () => {
    const { ask, refused } = officeWindow()
    const { id } = await ask('register.add', { fields: item({ person: '张三、王五' }) })
    const early = await refused('register.act', {
      ids: [id],
      action: { action: 'CLOSE', verifier: '李四', opinion: '' }
    })
    expect(early.code).toBe('VALIDATION_FAILED')
    expect(early.message).toBe('「承-2026-001」没有销号：现在是「待办」，不能销号。')
    const bare = await refused('register.act', { ids: [id], action: { action: 'DONE', text: '' } })
    expect(bare.message).toContain('报结要有佐证材料')
    await ask('register.act', { ids: [id], action: { action: 'DONE', text: '只有口头通报' } })
    for (const verifier of ['王 五', '考核办']) {
      const own = await refused('register.act', {
        ids: [id],
        action: { action: 'VERIFY', verifier, text: '' }
      })
      expect(own.message).toContain(verifier)
    }
    expect((await ask('register.get', { id })).item.state).toBe('DONE')
  })

  it('does one action to many: all, or none with the reason for each', async () => {
    const { ask, refused } = officeWindow()
    const ids: number[] = []
    for (const title of ['甲', '乙', '丙']) {
      const added = await ask('register.add', { fields: item({ title }) })
      ids.push(added.id)
    }
    await ask('register.act', { ids: [ids[1]!], action: { action: 'VOID', text: '重复登记' } })
    const failed = await refused('register.act', { ids, action: { action: 'START' } })
    expect(failed.message).toBe('选中的 3 项里有 1 项不能开始办理，全部没有改动。')
    expect(failed.details?.problems).toMatchObject([
      { message: '「承-2026-002」乙：这一事项已作废。', group: `item:${ids[1]}` }
    ])
    expect((await ask('register.get', { id: ids[0]! })).item.state).toBe('OPEN')
    await ask('register.act', { ids: [ids[1]!], action: { action: 'RESTORE', text: '' } })
    const started = await ask('register.act', { ids, action: { action: 'START' } })
    expect(started.map(({ state }) => state)).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS'])
  })

  it('closes a tree at once, parts first, and numbers each', async () => {
    const { ask, refused } = officeWindow()
    const top = await ask('register.add', { fields: item({ title: '总' }) })
    const part = await ask('register.add', { fields: item({ title: '分', parent: top.id }) })
    const ids = [top.id, part.id]
    await ask('register.act', { ids, action: { action: 'DONE', text: '见会议纪要' } })
    await ask('register.act', { ids, action: { action: 'VERIFY', verifier: '李四', text: '' } })
    const close = { action: 'CLOSE' as const, verifier: '李四', opinion: '' }
    const alone = await refused('register.act', { ids: [top.id], action: close })
    expect(alone.message).toContain('下级事项「承-2026-002」还没有销号')
    const closed = await ask('register.act', { ids, action: close })
    expect(closed.map(({ closeOut }) => closeOut?.number)).toEqual(['销〔2026〕002号', '销〔2026〕001号'])
    const child = await refused('register.act', {
      ids: [part.id],
      action: { action: 'REOPEN', text: '返工' }
    })
    expect(child.message).toContain('上级事项「承-2026-001」已销号')
  })
})

describe('fields of an item', () => {
  it('refuses what contradicts itself at its field, and keeps nothing', async () => {
    const { ask, refused } = officeWindow()
    const wrong = await refused('register.add', {
      fields: item({ start: '2026-12-01', due: '2026-11-01', partners: [{ unit: 'a', share: null }] })
    })
    expect(wrong.details?.problems?.map(({ group }) => group)).toEqual(['due', 'partners'])
    expect((await ask('register.list', { filter: {} })).items).toEqual([])
  })

  it('keeps rows without owner or date and tells them', async () => {
    const { ask } = officeWindow()
    await ask('register.add', { fields: item({ owner: null, due: null }) })
    await ask('register.add', { fields: item() })
    const { items } = await ask('register.list', { filter: { incomplete: true } })
    expect(items).toMatchObject([{ incomplete: ['责任单位', '完成时限'], status: null }])
  })

  it('names the whole ring of parents', async () => {
    const { ask, refused } = officeWindow()
    const a = await ask('register.add', { fields: item({ title: '甲' }) })
    const b = await ask('register.add', { fields: item({ title: '乙', parent: a.id }) })
    const c = await ask('register.add', { fields: item({ title: '丙', parent: b.id }) })
    const ring = await refused('register.edit', {
      id: a.id,
      version: a.version,
      fields: item({ title: '甲', parent: c.id })
    })
    expect(ring.message).toContain('承-2026-001 → 承-2026-003 → 承-2026-002 → 承-2026-001')
  })

  it('logs an edit in words and refuses one against an older version', async () => {
    const { ask, refused } = officeWindow()
    const { id, version } = await ask('register.add', { fields: item() })
    const fields = item({ owner: 'b', due: '2026-11-30', partners: [{ unit: 'c', share: '20' }] })
    const edited = await ask('register.edit', { id, version, fields })
    expect(edited).toMatchObject({ ownerName: '乙处', partnerNames: ['丙处'], version: version + 1 })
    expect((await ask('register.get', { id })).events.at(-1)).toMatchObject({
      type: 'EDITED',
      changes: [
        { field: '责任单位', before: '甲处', after: '乙处' },
        { field: '配合单位', before: '', after: '丙处（20%）' },
        { field: '完成时限', before: '2026-12-31', after: '2026-11-30' }
      ]
    })
    expect(await refused('register.edit', { id, version, fields: item() })).toMatchObject({
      code: 'CONFLICT'
    })
  })

  it('changes many at once: what is not named stays, what is the same is not counted', async () => {
    const { ask, refused, workspace } = officeWindow()
    const rich = item({ measures: '逐月调度', tags: ['HARD'], remark: '市里督办' })
    const first = await ask('register.add', { fields: rich })
    const second = await ask('register.add', { fields: item({ title: '乙', person: '赵六' }) })
    const ids = [first.id, second.id]
    expect(await ask('register.bulkEdit', { ids, patch: { person: '赵六' } })).toEqual({
      changed: 1,
      same: 1
    })
    expect((await ask('register.get', { id: first.id })).item).toMatchObject({ ...rich, person: '赵六' })
    const wrong = await refused('register.bulkEdit', { ids, patch: { owner: 'nobody' } })
    expect(wrong.details?.problems).toHaveLength(2)
    const audit = await ask('settings.audit', { limit: 10 })
    expect(audit.filter(({ what }) => what === '批量修改事项')).toHaveLength(1)
    expect(workspace.library.db.client.prepare('SELECT count(*) AS n FROM register_item').get()).toEqual({
      n: 2
    })
  })

  it('gives a number once, also after its item was voided', async () => {
    const { ask } = officeWindow()
    const first = await ask('register.add', { fields: item() })
    await ask('register.act', { ids: [first.id], action: { action: 'VOID', text: '误录' } })
    expect((await ask('register.add', { fields: item() })).number).toBe('承-2026-002')
    expect((await ask('register.add', { fields: item({ type: 'PROJECT' }) })).number).toBe('项-2026-001')
  })
})

describe('clocks and the calendar', () => {
  it('gives 限时办 its day over the holiday and says how', async () => {
    const { ask } = officeWindow()
    const clock = await ask('register.clock', { urgency: 'TIMED', from: '2026-09-30' })
    expect(clock).toEqual({
      due: '2026-10-13',
      sentence: '限时办：2026-09-30 之后 5 个工作日，中间国庆节放假不算，时限 2026-10-13。'
    })
    const added = await ask('register.add', { fields: item({ due: null, urgency: 'IMMEDIATE' }) })
    // Friday the 9th: Saturday the 10th is worked.
    expect(added.due).toBe('2026-10-10')
    expect(await ask('register.setSettings', { timedDays: 3 })).toEqual({ immediateDays: 1, timedDays: 3 })
    expect(await ask('register.clock', { urgency: 'TIMED', from: '2026-09-30' })).toMatchObject({
      due: '2026-10-10'
    })
  })

  it('tells a due day on a holiday and a year whose arrangement is not known', async () => {
    const { ask } = officeWindow()
    await ask('register.add', { fields: item({ due: '2026-10-17' }) })
    await ask('register.add', { fields: item({ due: '2027-03-01' }) })
    const list = await ask('register.list', { filter: {} })
    expect(list.items[0]?.hints).toEqual(['时限 2026-10-17 是周末。'])
    expect(list.warnings.join('')).toContain('2027 年的放假安排')
  })
})

describe('lists', () => {
  it('puts overdue items first, filters, counts, and saves filters by name', async () => {
    const { ask } = officeWindow()
    await ask('register.add', { fields: item({ title: '后', due: '2026-11-01' }) })
    await ask('register.add', { fields: item({ title: '无期', due: null }) })
    await ask('register.add', { fields: item({ title: '逾期', due: '2026-10-01', owner: 'b' }) })
    const all = await ask('register.list', { filter: {} })
    expect(all.items.map(({ title }) => title)).toEqual(['逾期', '后', '无期'])
    expect(all.items[0]).toMatchObject({
      status: 'OVERDUE',
      daysLeft: -8,
      statusReason: '时限 2026-10-01，已逾期 8 天。'
    })
    const mine = await ask('register.list', { filter: { owners: ['b'] } })
    expect(mine.items.map(({ title }) => title)).toEqual(['逾期'])
    expect(mine.counts).toEqual({ total: 3, byType: { COMMITMENT: 3 }, byState: { OPEN: 3 } })
    const filter = { statuses: ['OVERDUE' as const] }
    const { id } = await ask('register.saveView', { page: 'registers', name: '逾期的', filter })
    expect(await ask('register.saveView', { page: 'registers', name: '逾期的', filter })).toEqual({ id })
    expect(await ask('register.views', { page: 'registers' })).toEqual([{ id, name: '逾期的', filter }])
    await ask('register.removeView', { id })
    expect(await ask('register.views', { page: 'registers' })).toEqual([])
  })

  it('looks at a past day: progress and state as they were then', async () => {
    const { ask } = officeWindow()
    const { id } = await ask('register.add', {
      fields: item({ start: '2026-07-01', due: '2026-12-31' })
    })
    const report = (on: string, percent: string) =>
      ask('register.act', {
        ids: [id],
        action: { action: 'PROGRESS', on, percent, amount: null, text: '' }
      })
    await report('2026-07-31', '10')
    await report('2026-09-30', '60')
    // Handed in late: the newer entry stays in force.
    await report('2026-08-31', '30')
    expect((await ask('register.list', { filter: {} })).items).toMatchObject([{ percent: '60' }])
    const on = async (day: string) => (await ask('register.list', { filter: {}, on: day })).items
    expect(await on('2026-08-31')).toMatchObject([{ percent: '30', state: 'IN_PROGRESS' }])
    expect(await on('2026-08-15')).toMatchObject([{ percent: '10' }])
    expect(await on('2026-06-30')).toEqual([])
  })

  it('points at progress that fell', async () => {
    const { ask } = officeWindow()
    const { id } = await ask('register.add', { fields: item() })
    for (const percent of ['60', '40'])
      await ask('register.act', {
        ids: [id],
        action: { action: 'PROGRESS', percent, amount: null, text: '' }
      })
    expect((await ask('register.get', { id })).item.hints).toEqual(['最近一次进展由 60% 降为 40%，请核实。'])
  })
})
