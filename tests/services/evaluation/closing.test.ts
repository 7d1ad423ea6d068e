import { describe, expect, it } from 'vitest'
import { closeRound, reopenRound } from '#electron/services/evaluation/close.ts'
import {
  createRound,
  drawOrder,
  listRounds,
  setupRound,
  voidRound
} from '#electron/services/evaluation/rounds.ts'
import { roundView } from '#electron/services/evaluation/roundView.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { freezePeriod } from '#electron/services/freeze.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { readingsOf, upsertReading } from '#db/repos/measurementRepo.ts'
import { EVERYTHING } from '../../helpers/smallQuarter.ts'
import { giveMarks, judgedQuarter, JUDGED_PERIOD as period } from '../../helpers/judgedQuarter.ts'

const S29 = {
  kind: 'JUDGE_MEAN',
  params: { trim: 1, trimWhenMoreThan: 5, rejectAllEqual: true, rejectAllFull: true }
}
type Opened = ReturnType<typeof judgedQuarter>

describe('closing and reopening', () => {
  function imported({ library }: Opened, unit: string, name: string, value: string): void {
    upsertReading(library.db, {
      period,
      reading: {
        ...{ unit, indicator: 'judge', field: 'rating', rater: { group: '', name } },
        ...{ state: 'VALUE', value, note: null }
      },
      source: { kind: 'manual', by: '考核办', at: '2026-09-20', reason: '纸质评分表' },
      at: library.now()
    })
  }
  const values = ({ library }: Opened) =>
    readingsOf(library.db, period).map(({ unit, rater, value }) => [unit, rater?.name, value])

  it('asks about readings from elsewhere, puts them aside, and gives them back', () => {
    const office = judgedQuarter(S29, { '': 1 })
    imported(office, 'a', '王某', '60')
    imported(office, 'a', '评委 1', '61')
    giveMarks(office, 'a', ['90'])
    const before = values(office)
    expect(closeRound(office.library, office.round, 'ASK')).toMatchObject({
      closed: false,
      foreign: [{ name: '王某' }, { name: '评委 1' }]
    })
    expect(values(office)).toEqual(before)
    expect(closeRound(office.library, office.round, 'REPLACE').closed).toBe(true)
    expect(values(office)).toEqual([['a', '评委 1', '90']])
    expect(reopenRound(office.library, office.round, '漏了一席')).toEqual({ back: 1, gone: 0 })
    expect(values(office)).toEqual(before)
    expect(roundView(office.library, office.round).marks).toHaveLength(1)
  })

  it('refuses to reopen over what came later, and tells it before', () => {
    const office = judgedQuarter(S29, { '': 2 })
    giveMarks(office, 'a', ['90', '80'])
    closeRound(office.library, office.round, 'ASK')
    expect(roundView(office.library, office.round).drift).toEqual([])
    imported(office, 'a', '评委 1', '61')
    expect(roundView(office.library, office.round).drift[0]).toContain('甲处 评委 1')
    expect(() => reopenRound(office.library, office.round, '更正')).toThrow(/收不回来/)
    expect(values(office)).toContainEqual(['a', '评委 1', '61'])
  })

  it('keeps two rounds of one indicator from overwriting each other', () => {
    const office = judgedQuarter(S29, { '': 1 })
    giveMarks(office, 'a', ['90'])
    closeRound(office.library, office.round, 'ASK')
    const second = createRound(office.library, {
      ...{ period, indicator: 'judge', title: '补评', heldOn: null, counts: { '': 1 }, entry: 'EACH' }
    })
    giveMarks({ ...office, round: second }, 'a', ['70'])
    expect(closeRound(office.library, second, 'ASK')).toMatchObject({ closed: false })
    closeRound(office.library, second, 'REPLACE')
    expect(() => reopenRound(office.library, office.round, '更正')).toThrow(/补评/)
    reopenRound(office.library, second, '更正')
    expect(values(office)).toEqual([['a', '评委 1', '90']])
    reopenRound(office.library, office.round, '更正')
    expect(values(office)).toEqual([])
  })

  it('touches nothing in a frozen quarter', async () => {
    const office = judgedQuarter(S29, { '': 1 })
    ;[...'abcd'].forEach((unit, index) => giveMarks(office, unit, [String(90 - index)]))
    const { library, round } = office
    closeRound(library, round, 'ASK')
    computePeriod(library, period)
    await freezePeriod(library, { period, accept: EVERYTHING, reason: '' })
    expect(roundView(library, round).canEdit).toBe(false)
    for (const act of [
      () => reopenRound(library, round, '更正'),
      () => giveMarks(office, 'a', ['80']),
      () => voidRound(library, round, '重来'),
      () =>
        createRound(library, {
          period,
          indicator: 'judge',
          title: '又一次',
          heldOn: null,
          counts: { '': 1 },
          entry: 'EACH' as const
        })
    ])
      expect(act).toThrow(expect.objectContaining({ code: 'PERIOD_FROZEN' }))
  })
})

describe('setting a round up', () => {
  it('keeps whatever marks hang on, and refuses two judges of one name', () => {
    const { library, round } = judgedQuarter(S29, { '': 3 })
    giveMarks({ library, round }, 'a', [null, '90'])
    const { title, heldOn, setup, version } = roundView(library, round)
    const change =
      (groups: typeof setup.groups, order = setup.order) =>
      () =>
        setupRound(library, { id: round, version, title, heldOn, setup: { ...setup, groups, order } })
    const seats = setup.groups[0]!.seats
    const withSeats = (list: typeof seats) => [{ ...setup.groups[0]!, seats: list }]
    expect(change(withSeats(seats.filter(({ key }) => key !== '2')))).toThrow(/评委 2 已经录了评分/)
    expect(change(setup.groups, ['b', 'c', 'd'])).toThrow(/「甲处」已经录了评分/)
    expect(change(withSeats(seats.map((seat) => ({ ...seat, name: '专家' }))))).toThrow(/都叫「专家」/)
    expect(
      change(withSeats(seats.map((seat) => (seat.key === '2' ? { ...seat, name: '专家甲' } : seat))))()
    ).toEqual({
      version: version + 1
    })
    expect(roundView(library, round).outcomes[0]!.marks[0]!.name).toBe('专家甲')
    expect(change(setup.groups)).toThrow(/刚在别处改过/)
  })

  it('draws an order by lot and logs it', () => {
    const { library, round } = judgedQuarter(S29, { '': 3 })
    const { order } = drawOrder(library, round, 1)
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(roundView(library, round).setup).toMatchObject({ order, orderedBy: 'LOT' })
    expect(listAudit(library.db, 1)[0]!.what).toBe('抽签定出场顺序')
  })

  it('voids with a reason and keeps the marks', () => {
    const { library, round } = judgedQuarter(S29, { '': 3 })
    giveMarks({ library, round }, 'a', ['90'])
    voidRound(library, round, '设错了')
    expect(listRounds(library, period).rounds[0]).toMatchObject({
      state: 'VOIDED',
      voided: { reason: '设错了' }
    })
    expect(roundView(library, round).marks).toHaveLength(1)
  })
})
