import { describe, expect, it } from 'vitest'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { modelOfCase } from '../../../renderer/src/features/trial/modelOfCase.ts'
import { modelOfIndicator } from '../../../renderer/src/features/trial/modelOfIndicator.ts'
import { pasteRows } from '../../../renderer/src/features/trial/pasteRows.ts'
import { trialAsText } from '../../../renderer/src/features/trial/trialAsText.ts'
import { readTrialCell, splitMarks } from '../../../renderer/src/features/trial/trialCells.ts'
import { columnsOf } from '../../../renderer/src/features/trial/trialColumns.ts'
import {
  EMPTY_ROW,
  firstModel,
  readCase,
  trialColumns,
  type TrialModel
} from '../../../renderer/src/features/trial/trialModel.ts'
import { race, schemeView } from '../fixtures/scheme.ts'

const row = (unit: string, cells: Record<string, string> = {}) => ({ unit, ranked: true, cells })
const ratio = (rows: TrialModel['rows'], unit = ''): TrialModel => ({
  ...firstModel(),
  rows,
  indicator: { ...firstModel().indicator, unit, fullMark: '30' }
})

describe('every kind: its published example through the page and back', () => {
  it.each(RULE_KINDS.map((kind) => [kind.kind, kind] as const))('%s', (_, kind) => {
    const read = readCase(modelOfCase(kind.example.case), null)
    expect(read.case, JSON.stringify(read)).not.toBeNull()
    const mine = runTrial(parseTrialCase(JSON.parse(JSON.stringify(read.case))))
    const published = runTrial(parseTrialCase(kind.example.case))
    const numbers = (result: typeof mine) =>
      result.results.map(({ unit, status, score }) => [unit, status, score?.exact, score?.printed])
    expect(numbers(mine)).toEqual(numbers(published))
  })
})

describe('columns', () => {
  const labels = (kind: string, params: Record<string, unknown>): string[] =>
    columnsOf(
      RULE_KINDS.find((item) => item.kind === kind)!,
      params
    ).map((column) => column.label)
  it.each([
    ['RATIO_TO_TARGET', {}, ['目标', '实际']],
    ['JUDGE_MEAN', {}, ['各人评分']],
    [
      'JUDGE_MEAN',
      {
        groups: [
          { name: '主要领导', weight: '15' },
          { name: '机关正职', weight: '10' }
        ]
      },
      ['主要领导', '机关正职']
    ],
    [
      'BALLOT_SHARE',
      { options: [{ name: '优秀', weight: '100' }], invalid: [{ name: '不了解' }] },
      ['优秀', '不了解']
    ],
    [
      'BALLOT_SHARE',
      {
        options: [{ name: '优秀', weight: '100' }],
        groups: [
          { name: '甲票', weight: '60' },
          { name: '乙票', weight: '40' }
        ]
      },
      ['甲票 优秀', '乙票 优秀']
    ],
    ['RATIO_TO_BEST', { corrections: [{ name: 'GDP' }] }, ['实际', 'GDP', '对照 GDP']],
    ['EXTERNAL_RANK', { rows: [{ to: 0, points: '10' }] }, ['排位目标', '名次']],
    ['MANUAL_SCORE', { max: '10' }, ['评分', '给分人', '理由']],
    ['DEDUCT_LIST', {}, []]
  ])('%s %j', (kind, params, expected) => expect(labels(kind, params)).toEqual(expected))
  it('keeps columns that came with an example', () => {
    const model = modelOfCase({
      rule: {
        kind: 'DEDUCT_LIST',
        params: { items: [{ name: '缺席', points: '5' }], multipliers: [{ name: '通报', factor: '2' }] }
      },
      participants: [{ unit: '甲', ratings: [{ group: '通报', name: '缺席', value: '1' }] }]
    })
    expect(trialColumns(model).map((column) => column.label)).toEqual(['缺席', '通报 缺席'])
  })
})

describe('cells', () => {
  it.each([
    ['９５．５', '', '95.5'],
    ['1,200', '', '1200'],
    ['/', '', 'NA'],
    ['缺', '', 'MISSING'],
    ['未开展', '', '0'],
    ['2 亿元', '万元', '20000'],
    ['85%', '%', '85']
  ])('%s (%s) → %s', (text, unit, value) =>
    expect(readTrialCell(text, { unit })).toEqual({ kind: 'VALUE', value })
  )
  it.each(['约 10', '3-4', '10 左右'])('%s is refused with a reason', (text) => {
    const cell = readTrialCell(text, { unit: '' })
    expect(cell.kind).toBe('BAD')
  })
  it('takes several marks however they are set apart', () =>
    expect(splitMarks('95、92 90；88\t85\n')).toEqual(['95', '92', '90', '88', '85']))
})

describe('the case', () => {
  it('leaves empty rows and empty cells out', () => {
    const read = readCase(
      ratio([row('甲', { target: '4', actual: '3' }), EMPTY_ROW, row('乙', { target: '4' })]),
      null
    )
    expect(read.case!.participants).toEqual([
      { unit: '甲', target: '4', actual: '3' },
      { unit: '乙', target: '4' }
    ])
  })
  it.each([
    [[], '先写上单位和数，或填入示例。'],
    [[row('', { actual: '3' })], '有数的行要写单位名称。'],
    [[row('甲'), row(' 甲 ')], '单位「甲」写了两次，请改一个名称。'],
    [[row('甲', { actual: '约 3' })], '有 1 格要改']
  ])('says what is missing: %j', (rows, reason) =>
    expect(readCase(ratio(rows), null)).toMatchObject({ case: null, reason })
  )
  it('waits for parameters and for a full mark', () => {
    expect(readCase({ ...ratio([row('甲')]), kind: 'RANK_POINTS' }, null)).toMatchObject({
      reason: '参数还不完整，填完就算。'
    })
    const model = ratio([row('甲')])
    for (const fullMark of ['', '-5', '很多']) {
      expect(readCase({ ...model, indicator: { ...model.indicator, fullMark } }, null)).toMatchObject({
        reason: '满分要写一个数。'
      })
    }
  })
  it('does not phase a cumulative target again, even beside a stretch target', () => {
    const model: TrialModel = {
      ...ratio([row('甲', { target: '100', rankTarget: '3' })]),
      kind: 'RATIO_TO_TARGET',
      extra: [{ key: 'rankTarget', label: '排位目标', field: 'rankTarget' }]
    }
    const cumulative = { ...model, indicator: { ...model.indicator, nature: 'CUMULATIVE' as const } }
    expect(readCase(cumulative, null).case!.participants[0]!.target).toEqual({
      phased: { Q4: '100' },
      rankTarget: 3
    })
  })
})

describe('a block pasted out of Excel', () => {
  const columns = ['unit', 'target', 'actual']
  it('fills from the cell where it was pasted, and adds rows', () =>
    expect(
      pasteRows([row('甲', { target: '1' })], columns, { row: 0, column: 'target' }, '4\t3\r\n5\t6\r\n')
    ).toEqual([row('甲', { target: '4', actual: '3' }), row('', { target: '5', actual: '6' })]))
  it('drops what sticks out on the right', () =>
    expect(pasteRows([], columns, { row: 0, column: 'actual' }, '1\t2\n3\t4')).toEqual([
      row('', { actual: '1' }),
      row('', { actual: '3' })
    ]))
  it('leaves an ordinary paste alone', () =>
    expect(pasteRows([], columns, { row: 0, column: 'unit' }, '办公室\n')).toBeNull())
})

it('takes an indicator of the scheme with its units and the targets of the quarter', () => {
  const view = schemeView('2026Q3')
  const indicator = race.dimensions[0]!.indicators[0]!
  const { model, group } = modelOfIndicator(view, indicator)
  expect(group).toBeNull()
  expect(model.kind).toBe(indicator.rule.kind)
  const finance = model.rows.find((item) => item.unit === '规划财务处')!
  expect(finance.cells['target']).toBe(view.targets[indicator.code]!['finance']!.value)
  expect(model.rows.find((item) => item.unit === '办公室')!.ranked).toBe(false)
})

it('takes one group only where units are compared', () => {
  const view = schemeView('2026Q3')
  const indicator = race.dimensions[0]!.indicators[0]!
  const compared = { ...indicator, rule: { kind: 'MINMAX_60_100', params: {} } }
  const definition = {
    ...view.definition,
    races: [{ ...race, dimensions: [{ ...race.dimensions[0]!, indicators: [compared] }] }]
  }
  const { model, group } = modelOfIndicator({ ...view, definition }, compared)
  expect(group).toBe('机关处室组')
  expect(model.rows.map((item) => item.unit)).not.toContain('奥体中心')
  expect(model.rows.map((item) => item.unit)).toContain('规划财务处')
})

it('prints the result as text', () => {
  const read = readCase(
    ratio([
      row('甲', { target: '3', actual: '1' }),
      row('乙', { target: '7', actual: '1' }),
      row('丙', { target: '3' })
    ]),
    null
  )
  expect(trialAsText(runTrial(parseTrialCase(read.case)))).toBe(
    [
      '计分方式：按完成比例，满分 30',
      '完成几成得几成分：完成数除以目标数，再乘满分；超过目标按满分，不另加分。',
      '甲\t10.00\t完成 1 / 目标 3 = 33.33%，满分 30 → 10.00',
      '乙\t4.29（未取舍 4.285714285714285714285714285714）\t完成 1 / 目标 7 = 14.29%，满分 30 → 4.29',
      '丙\t缺报\t缺报，没有收到这一项的数'
    ].join('\n')
  )
})
