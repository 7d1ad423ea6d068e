import { describe, expect, it } from 'vitest'
import { actOnItems, addItem, itemDetail } from '#electron/services/register/items.ts'
import { auditOf } from '#electron/services/settings.ts'
import { actOnSlips, issueSlips } from '#electron/services/supervision/issue.ts'
import { slipProposals } from '#electron/services/supervision/proposals.ts'
import {
  declineProposals,
  getSupervisionSettings,
  saveSupervisionSettings,
  undeclineProposal
} from '#electron/services/supervision/settings.ts'
import { slipDetail, slipList, slipMatrix } from '#electron/services/supervision/slips.ts'
import { isAppError } from '#shared/appError.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import type { ProposalView, SlipRequest } from '#shared/ipc/slip.ts'
import {
  CLEAR_Q3,
  freeze,
  officeScheme,
  officeWorkspace,
  openQuarter,
  Q2
} from '../../helpers/smallQuarter.ts'
import { freshWorkspace } from '../../helpers/workspace.ts'
import type { Workspace } from '#electron/services/workspace.ts'

/** An office with items on a day that the test moves on. */
async function office(day = '2026-09-28') {
  const workspace = await officeWorkspace()
  const clock = { now: new Date(`${day}T02:00:00Z`) }
  const library = { ...workspace.library, now: () => clock.now }
  const go = (to: string): void => {
    clock.now = new Date(`${to}T02:00:00Z`)
  }
  return { library, go }
}

type Office = Awaited<ReturnType<typeof office>>
type Library = Workspace['library']

function item(library: Library, title: string, due: string, owner: string | null = 'a'): number {
  return addItem(library, itemFields.parse({ type: 'COMMITMENT', title, due, owner, start: '2026-07-01' })).id
}

function progress(library: Library, id: number, percent: string): void {
  actOnItems(library, [id], { action: 'PROGRESS', percent, amount: null, text: '进展' })
}

function requests(proposals: readonly ProposalView[]): SlipRequest[] {
  return proposals.map(({ times: _t, unitName: _u, itemNumber: _i, slipNumber: _s, ...rest }) => ({
    ...rest,
    issuer: '',
    copies: ''
  }))
}

const ofItems = ({ library }: Office): ProposalView[] =>
  slipProposals(library).proposals.filter(({ item: id }) => id !== null)

describe('slips of items', () => {
  it('follows one item from blue over red to its end, with one slip', async () => {
    const world = await office('2026-09-28')
    const { library, go } = world
    const id = item(library, '码头护栏整改', '2026-09-30')
    progress(library, id, '95')

    const [blue] = ofItems(world)
    expect(blue).toMatchObject({ action: 'ISSUE', level: 'BLUE', unit: 'a', unitName: '甲处', times: 1 })
    const [slip] = issueSlips(library, requests([blue!]))
    expect(slip).toMatchObject({ number: '督〔2026〕1号', state: 'ISSUED', nth: 1 })
    expect(ofItems(world)).toEqual([])

    // 30 September is over: red, on the same slip.
    go('2026-10-09')
    const [red] = ofItems(world)
    expect(red).toMatchObject({ action: 'ESCALATE', level: 'RED', slip: slip!.id, times: 1 })
    expect(red!.reason).toContain('已逾期 9 天')
    issueSlips(library, requests([red!]))
    expect(slipList(library, '2026Q3').slips).toMatchObject([{ id: slip!.id, level: 'RED', nth: 1 }])

    // Nobody answers: red again, the second time.
    go('2026-10-20')
    const [again] = ofItems(world)
    expect(again).toMatchObject({ action: 'ESCALATE', level: 'RED', times: 2 })
    issueSlips(library, requests([again!]))
    expect(slipDetail(library, slip!.id).slip.nth).toBe(2)

    actOnItems(library, [id], { action: 'DONE', text: '护栏已更换' })
    const [end] = ofItems(world)
    expect(end).toMatchObject({ action: 'CLOSE', slip: slip!.id })
    issueSlips(library, requests([end!]))
    expect(slipDetail(library, slip!.id).slip.state).toBe('CLOSED')
    expect(ofItems(world)).toEqual([])

    const log = itemDetail(library, id).events.filter(({ type }) => type === 'SLIP')
    expect(log.map(({ text }) => text.slice(0, 18))).toHaveLength(4)
    expect(log[0]!.text).toContain('蓝色督办单 督〔2026〕1号 发出')
    expect(auditOf(library, 3)[0]).toMatchObject({ what: '督办办结' })
  })

  it('issues all or none, and says which one cannot', async () => {
    const { library } = await office('2026-10-12')
    item(library, '第一件', '2026-09-30')
    item(library, '第二件', '2026-09-30', 'b')
    const made = requests(slipProposals(library).proposals.filter(({ item: id }) => id !== null))
    const broken = made.map((request, index) =>
      index === 1 ? { ...request, answerBy: '2026-10-01' } : request
    )
    try {
      issueSlips(library, broken)
      expect.unreachable()
    } catch (error) {
      if (!isAppError(error)) throw error
      expect(error.message).toBe('2 件里有 1 件不能办，全部没有办。')
      expect(error.details.problems?.[0]?.message).toContain('反馈期限 2026年10月1日 已经过去')
    }
    expect(slipList(library, '2026Q4').counts.total).toBe(0)
    expect(issueSlips(library, made).map(({ number }) => number)).toEqual(['督〔2026〕1号', '督〔2026〕2号'])
    // The same proposals from a window that was left open.
    expect(() => issueSlips(library, [made[0]!])).toThrow(/已经办过/)
  })

  it('keeps one open slip a matter, and lets a withdrawn one be taken up only when it is free', async () => {
    const { library } = await office('2026-10-12')
    const id = item(library, '第一件', '2026-09-30')
    const asked = () => slipProposals(library, [id]).proposals
    const [first] = issueSlips(library, requests(asked()))
    expect(asked()).toMatchObject([{ action: 'ESCALATE', level: 'RED' }])
    const byHand: SlipRequest = { ...requests(asked())[0]!, key: null, action: 'ISSUE', slip: null }
    expect(() => issueSlips(library, [byHand])).toThrow(/一事一单/)
    actOnSlips(library, [first!.id], { action: 'WITHDRAW', text: '发错单位' })
    const [second] = issueSlips(library, [byHand])
    expect(second!.number).toBe('督〔2026〕2号')
    expect(second!.nth).toBe(1)
    expect(() => actOnSlips(library, [first!.id], { action: 'REOPEN', text: '没有错' })).toThrow(
      /已有 督〔2026〕2号 没有办结/
    )
  })

  it('tells items that cannot get a slip, and does not ask again about what was declined until that is taken back', async () => {
    const world = await office('2026-10-12')
    const { library } = world
    item(library, '没有单位', '2026-09-30', null)
    item(library, '第二件', '2026-09-30')
    expect(slipProposals(library).blocked).toMatchObject([{ title: '没有单位' }])
    const [proposal] = ofItems(world)
    declineProposals(library, [{ key: proposal!.key, subject: '甲处 · 第二件' }], '已当面交办')
    expect(ofItems(world)).toEqual([])
    expect(slipProposals(library).declined).toMatchObject([{ reason: '已当面交办' }])
    undeclineProposal(library, proposal!.key)
    expect(ofItems(world)).toHaveLength(1)
  })

  it('issues a yellow slip for what was sent back', async () => {
    const world = await office('2026-08-03')
    const { library } = world
    const id = item(library, '审计整改', '2026-12-31')
    progress(library, id, '100')
    actOnItems(library, [id], { action: 'DONE', text: '已完成' })
    actOnItems(library, [id], { action: 'RETURN', text: '缺少收据' })
    expect(ofItems(world)).toMatchObject([{ level: 'YELLOW', basis: { cause: 'RETURNED' } }])
    expect(ofItems(world)[0]!.reason).toContain('缺少收据')
  })

  it('counts units by status', async () => {
    const { library } = await office('2026-10-12')
    item(library, '逾期的', '2026-09-30')
    item(library, '还早的', '2027-12-31')
    const matrix = slipMatrix(library)
    expect(matrix.rows).toEqual([
      { unit: 'a', name: '甲处', counts: { OVERDUE: 1, NONE: 1 }, total: 2, openSlips: 0 }
    ])
  })
})

describe('settings', () => {
  it('refuses what contradicts itself and keeps the rest', async () => {
    const { library } = await office()
    const settings = getSupervisionSettings(library)
    expect(() =>
      saveSupervisionSettings(library, {
        ...settings,
        answerWithin: { ...settings.answerWithin, RED: 9 }
      })
    ).toThrow(/1 处矛盾/)
    expect(getSupervisionSettings(library)).toEqual(settings)
    saveSupervisionSettings(library, { ...settings, warnWorkdays: 1 })
    expect(getSupervisionSettings(library).warnWorkdays).toBe(1)
  })
})

describe('papers of a quarter', () => {
  it('tells units that handed in nothing once the due date is over, one paper a unit', async () => {
    const world = await office('2026-10-14')
    const { library } = world
    library.db.client.exec(`UPDATE period SET due_date = '2026-10-08' WHERE key = '2026Q3'`)
    library.db.client.exec(
      `DELETE FROM measurement WHERE unit_id = (SELECT id FROM unit WHERE code = 'd') AND period_id = (SELECT id FROM period WHERE key = '2026Q3')`
    )
    const notices = slipProposals(library).proposals
    expect(notices).toMatchObject([{ kind: 'NOTICE', unit: 'd', period: '2026Q3' }])
    const [notice] = issueSlips(library, requests(notices))
    expect(notice).toMatchObject({ number: '告〔2026〕1号', level: null, nth: 1 })
    expect(slipProposals(library).proposals).toEqual([])
  })
})

describe('a streak of a frozen quarter', () => {
  it('brings an interview, which belongs to that quarter and stays in sight while it is open', async () => {
    const workspace = freshWorkspace()
    const scheme = officeScheme()
    scheme.races[0]!.streaks = [
      {
        code: 'last',
        name: '连续末位',
        when: { on: 'LAST', places: 1 },
        times: 2,
        reset: 'CLEAN_QUARTER',
        outcome: '主要负责人约谈',
        tone: 'BAD'
      }
    ]
    openQuarter(workspace, '2026Q2', Q2, scheme)
    await freeze(workspace, '2026Q2')
    openQuarter(workspace, '2026Q3', CLEAR_Q3, scheme)
    await freeze(workspace, '2026Q3')
    const { library } = workspace
    const proposals = slipProposals(library).proposals
    expect(proposals).toMatchObject([{ kind: 'INTERVIEW', unit: 'd', unitName: '丁处', period: '2026Q3' }])
    expect(proposals[0]!.reason).toContain('2026年第二季度、2026年第三季度')
    const [slip] = issueSlips(library, requests(proposals))
    expect(slipProposals(library).proposals).toEqual([])
    expect(slipList(library, '2026Q3').slips.map(({ id }) => id)).toEqual([slip!.id])
    expect(slipList(library, '2026Q4').slips.map(({ id }) => id)).toEqual([slip!.id])
    actOnSlips(library, [slip!.id], { action: 'CLOSE', by: '', text: '已约谈' })
    expect(slipList(library, '2026Q4').slips).toEqual([])
    expect(slipList(library, '2026Q3').counts).toMatchObject({ total: 1, open: 0 })
  })
})
