import { describe, expect, it } from 'vitest'
import { closeRound } from '#electron/services/evaluation/close.ts'
import { enterMarks } from '#electron/services/evaluation/marks.ts'
import { roundView } from '#electron/services/evaluation/roundView.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { giveMarks, judgedQuarter, JUDGED_PERIOD as period } from '../../helpers/judgedQuarter.ts'

const S29 = {
  kind: 'JUDGE_MEAN',
  params: { trim: 1, trimWhenMoreThan: 5, rejectAllEqual: true, rejectAllFull: true }
}
const S31 = {
  kind: 'JUDGE_MEAN',
  params: {
    outOf: '10',
    groups: [
      { name: '县领导', weight: '60' },
      { name: '与会人员', weight: '40' }
    ]
  }
}
const S27 = {
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '优秀', weight: '100' },
      { name: '良好', weight: '80' },
      { name: '一般', weight: '60' },
      { name: '较差', weight: '40' }
    ]
  }
}
const S28 = {
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '满意', weight: '100' },
      { name: '基本满意', weight: '70' },
      { name: '不满意', weight: '30' }
    ],
    invalid: [{ name: '不了解' }]
  }
}

type Opened = ReturnType<typeof judgedQuarter>

function scoreIn({ library, round }: Opened, unit = 'a'): string | null {
  return roundView(library, round).outcomes.find((outcome) => outcome.unit === unit)?.score?.printed ?? null
}

/** The indicator of a unit in the computed quarter. */
function computed({ library }: Opened, unit = 'a') {
  const [group] = computePeriod(library, period).races[0]!.groups
  return group!.units.find((entry) => entry.unit === unit)!.dimensions[0]!.indicators[0]!
}

describe('a round from its marks to the quarter', () => {
  it.each([
    [['95', '92', '90', '88', '85', '70'], '88.75'],
    [['95', '92', '90', '88', '70'], '87.00'],
    [['95', '95', '90', '88', '85', '70'], '89.50'],
    [['90', '90'], '90.00']
  ])('G11: %j give %s live, and after closing', (marks, printed) => {
    const office = judgedQuarter(S29, { '': 6 })
    giveMarks(office, 'a', marks)
    expect(scoreIn(office)).toBe(printed)
    expect(closeRound(office.library, office.round, 'ASK')).toMatchObject({
      closed: true,
      readings: marks.length
    })
    expect(computed(office).score?.printed).toBe(printed)
    expect(scoreIn(office)).toBe(printed)
  })

  it('shows the struck marks, and the trace goes down to the seat', () => {
    const office = judgedQuarter(S29, { '': 6 })
    giveMarks(office, 'a', ['95', '92', '90', '88', '85', '70'])
    const [outcome] = roundView(office.library, office.round).outcomes
    expect(outcome!.marks.map(({ name, value, leftOut }) => [name, value, leftOut])).toEqual([
      ['评委 1', '95', '去掉最高分'],
      ['评委 2', '92', null],
      ['评委 3', '90', null],
      ['评委 4', '88', null],
      ['评委 5', '85', null],
      ['评委 6', '70', '去掉最低分']
    ])
    closeRound(office.library, office.round, 'ASK')
    const inputs = computed(office).trace.inputs.filter(({ key }) => key === 'rating')
    expect(inputs[0]!.source).toMatchObject({
      kind: 'manual',
      reason: '「第三季度讲堂」（2026-09-25）评委 1评分'
    })
  })

  it('G11: an all-equal ballot is out before the count is tested', () => {
    const office = judgedQuarter(S29, { '': 6 })
    giveMarks(office, 'a', ['95', '92', '90', '88', '70', '80'])
    giveMarks(office, 'b', ['90', '91', '92', '93', '94', '80'])
    const [a] = roundView(office.library, office.round).outcomes
    expect(a!.score?.printed).toBe('87.00')
    expect(a!.marks.find(({ name }) => name === '评委 6')).toMatchObject({
      value: '80',
      leftOut: '无效票：全部打同一个分'
    })
  })

  it('S31: two groups at 60/40, out of 10', () => {
    const office = judgedQuarter(S31, { 县领导: 2, 与会人员: 2 })
    giveMarks(office, 'a', ['9.3', '9.1'], '县领导')
    giveMarks(office, 'a', ['8.7', '8.7'], '与会人员')
    expect(scoreIn(office)).toBe('90.00')
  })

  it('S27: totals per option', () => {
    const office = judgedQuarter(S27, { '': 50 }, 'TOTALS')
    const votes = { 优秀: '30', 良好: '12', 一般: '5', 较差: '3' }
    enterMarks(
      office.library,
      office.round,
      Object.entries(votes).map(([seat, mark]) => ({
        group: '',
        seat,
        unit: 'a',
        mark,
        seen: null,
        source: ''
      }))
    )
    expect(scoreIn(office)).toBe('87.60')
    closeRound(office.library, office.round, 'ASK')
    expect(computed(office).score?.printed).toBe('87.60')
  })

  it('S28: ballots one by one; 不了解 is no valid vote', () => {
    const office = judgedQuarter(S28, { '': 100 })
    const choices = [
      ...Array<string>(60).fill('满意'),
      ...Array<string>(25).fill('基本满意'),
      ...Array<string>(10).fill('不满意'),
      ...Array<string>(5).fill('不了解')
    ]
    giveMarks(office, 'a', choices)
    expect(scoreIn(office)).toBe('84.74')
  })

  it('leaves a recusal out, and a place for a unit that all recuse from', () => {
    const office = judgedQuarter(S29, { '': 3 })
    giveMarks(office, 'a', ['*', '80', '90'])
    giveMarks(office, 'b', ['*', '*', '*'])
    const [a, b] = roundView(office.library, office.round).outcomes
    expect(a!.score?.printed).toBe('85.00')
    expect(a!.marks[0]).toMatchObject({ state: 'NA', leftOut: '回避' })
    expect(b!.status).toBe('NA')
  })

  it('ranks 1-2-2-4', () => {
    const office = judgedQuarter(S29, { '': 1 })
    for (const [unit, mark] of [
      ['a', '90'],
      ['b', '80'],
      ['c', '80'],
      ['d', '70']
    ] as const)
      giveMarks(office, unit, [mark])
    expect(roundView(office.library, office.round).outcomes.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, false],
      [2, true],
      [2, true],
      [4, false]
    ])
  })
})

describe('a judge who voted twice', () => {
  const again = (mark: string, seen: string | null) => [
    { group: '', seat: '1', unit: 'a', mark, seen, source: '第二份.xlsx · 评分表 · C4' },
    { group: '', seat: '2', unit: 'a', mark: '70', seen: null, source: '' }
  ]

  it('is shown both marks, and nothing of the lot is written', () => {
    const office = judgedQuarter(S29, { '': 2 })
    giveMarks(office, 'a', ['95'])
    expect(enterMarks(office.library, office.round, again('90', null))).toEqual({
      written: 0,
      same: 0,
      conflicts: [expect.objectContaining({ seat: '1', unit: 'a', stands: '95', brought: '90' })]
    })
    expect(roundView(office.library, office.round).marks.map(({ mark }) => mark)).toEqual(['95'])
    expect(enterMarks(office.library, office.round, again('90', '95'))).toMatchObject({ written: 2 })
    expect(listAudit(office.library.db, 1)[0]).toMatchObject({
      what: '更正评分',
      before: '评委 1 甲处 95',
      after: '评委 1 甲处 90；评委 2 甲处 70'
    })
  })

  it('meets the first sheet also inside one lot; the same mark twice is none', () => {
    const office = judgedQuarter(S29, { '': 2 })
    const mark = (value: string) => ({ group: '', seat: '1', unit: 'a', mark: value, seen: null, source: '' })
    expect(enterMarks(office.library, office.round, [mark('95'), mark('90')]).conflicts).toHaveLength(1)
    expect(enterMarks(office.library, office.round, [mark('95'), mark('95')])).toEqual({
      written: 1,
      same: 1,
      conflicts: []
    })
  })
})
