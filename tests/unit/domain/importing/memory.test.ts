import { describe, expect, it } from 'vitest'
import type { RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import { catalogue, INDICATORS } from './helpers/catalogue.ts'
import { type Fixes, learn, now, strange, STRANGE, value } from './helpers/memories.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

describe("an earlier quarter's answers", () => {
  it('are used for the same header in the next quarter, and said to be', () => {
    const memory = learn(strange('二季度'), STRANGE)
    expect(memory.labels).toEqual(['甲', '乙数', '丙数', '丁'])
    expect(now(strange('三季度'), []).short).toEqual([])
    const { short, sheet, told, problems } = now(
      strange('三季度', [
        ['办公室', 20, 4, null],
        ['审计处', 5, 1, '']
      ]),
      [memory]
    )
    expect(short).toEqual([
      'bgs/funds/actual=20',
      'bgs/events/actual=4',
      'sjc/funds/actual=5',
      'sjc/events/actual=1'
    ])
    expect(sheet.columns.map((column) => column.by)).toEqual(Array(4).fill('remembered'))
    expect(sheet.memory).toMatchObject({ id: memory.id, period: '2026Q2', exact: true, absent: [] })
    expect(sheet.memory!.filled).toBeGreaterThanOrEqual(5)
    expect(told('info')).toContain('MEMORY_USED -')
    expect(problems.find((one) => one.code === 'MEMORY_USED')!.message).toContain(
      '2026年第二季度《二季度报送表.xlsx》'
    )
    expect(told('error')).toEqual([])
  })

  it('keep only what the clerk said', () => {
    const sheet = rawSheet([
      ['单位', '到位资金', '重点体育项目'],
      ['办公室', 1, 2]
    ])
    expect(() => learn(sheet, {})).toThrow('nothing to remember')
    expect(() => learn(sheet, { units: { 某科: 'SKIP' }, cells: { '表1!B2': { as: 'NA' } } })).toThrow()
    expect(() => learn(sheet, { indicators: { 别的表里的: 'SKIP' } })).toThrow()
    expect(learn(sheet, { sheets: { 表1: { columns: { C: { role: 'remark' } } } } }).mapping).toEqual({
      layout: null,
      headerRows: null,
      columns: { 重点体育项目: { role: 'remark' } },
      unit: null,
      indicator: null,
      indicators: {},
      classes: {},
      emptyWords: {}
    })
  })

  it('stand below the answers of today and can be switched off', () => {
    const memory = learn(strange('二季度'), STRANGE)
    const today = { header: { first: 1, last: 1 }, columns: { B: value('amount') } }
    const { short, sheet } = now(strange('三季度'), [memory], { fixes: { sheets: { 表1: today } } })
    expect(short).toEqual(['bgs/amount/actual=12', 'bgs/events/actual=3'])
    expect(sheet.columns.map((column) => column.by)).toEqual([
      'remembered',
      'clerk',
      'remembered',
      'remembered'
    ])
    const off = now(strange('三季度'), [memory], { fixes: { sheets: { 表1: { forget: true } } } })
    expect([off.short, off.sheet.memory]).toEqual([[], null])
    expect(off.problems.filter((one) => one.code.startsWith('MEMORY'))).toEqual([])
  })

  it('give a role up when the clerk gives it to another column', () => {
    const memory = learn(strange('二季度'), STRANGE)
    const { sheet } = now(strange('三季度', [['说明', 1, 2, '办公室']]), [memory], {
      fixes: { sheets: { 表1: { columns: { D: { role: 'unit' } } } } }
    })
    expect(
      sheet.columns.filter((column) => column.role.role === 'unit').map((column) => column.letter)
    ).toEqual(['D'])
  })

  it('go on beside new answers when they are kept again', () => {
    const memory = learn(strange('二季度'), STRANGE)
    const again = learn(
      strange('二季度'),
      { sheets: { 表1: { columns: { C: value('amount') } } } },
      { memories: [memory] }
    )
    expect(again.fingerprint).toBe(memory.fingerprint)
    expect(again.mapping.columns).toEqual({ ...memory.mapping.columns, 丙数: value('amount') })
    expect([again.mapping.layout, again.mapping.headerRows]).toEqual(['UNIT_BY_INDICATOR', 1])
  })

  it('choose the column of this quarter in a sheet of the whole year', () => {
    const year = rawSheet([
      ['单位', '一季度', '二季度', '三季度', '四季度'],
      ['办公室', 1, 2, 3, 4],
      ['审计处', 5, 6, 7, 8]
    ])
    const fixes: Fixes = {
      sheets: { 表1: { layout: 'UNIT_BY_INDICATOR', indicator: 'funds', columns: { C: value('funds') } } }
    }
    const memory = learn(year, fixes)
    const { short, sheet } = now(year, [memory])
    expect(short).toEqual(['bgs/funds/actual=3', 'sjc/funds/actual=7'])
    expect(sheet.columns.find((column) => column.by === 'remembered')!.letter).toBe('D')
  })
})

describe('a header that has changed', () => {
  const memory = learn(strange('二季度'), STRANGE)

  it('takes over what fits, to be confirmed', () => {
    const changed = rawSheet([['三季度情况表'], ['甲', '新列', '三季度乙数', '丙数'], ['办公室', '', 20, 4]])
    const { short, sheet, problems } = now(changed, [memory])
    expect(short).toEqual(['bgs/funds/actual=20', 'bgs/events/actual=4'])
    expect(sheet.memory).toMatchObject({ exact: false, absent: ['丁'] })
    expect(problems.find((one) => one.code === 'MEMORY_USED')).toMatchObject({
      level: 'confirm',
      message: expect.stringContaining('「丁」') as string
    })
  })

  it.each([
    ['fewer than three labels in common', ['甲', '乙数', '其一', '其二', '其三']],
    ['too small a share', ['甲', '丙数', '其一', '其二']],
    ['a short header', ['甲', '乙数', '丙数']]
  ])('takes nothing over with %s', (_why, labels) => {
    const { sheet } = now(
      rawSheet([['三季度情况表'], labels, ['办公室', 1, 2, 3, 4].slice(0, labels.length)]),
      [memory]
    )
    expect(sheet.memory).toBeNull()
  })

  it('takes nothing over when two memories fit equally well and differ, and says so', () => {
    const other = learn(rawSheet([['二季度情况表'], ['甲', '乙数', '丙数', '戊'], ['办公室', 12, 3, '好']]), {
      sheets: { 表1: { ...STRANGE.sheets!['表1'], columns: { A: { role: 'unit' }, B: value('amount') } } }
    })
    const changed = rawSheet([['三季度情况表'], ['甲', '乙数', '丙数', '己'], ['办公室', 20, 4, '']])
    const tie = now(changed, [memory, other])
    expect([tie.short, tie.sheet.memory]).toEqual([[], null])
    expect(tie.told('confirm')).toEqual(['MEMORY_TIE -'])
    // The same answers twice are no contradiction.
    const twin = { ...other, id: other.id + 1000, mapping: { ...memory.mapping } }
    expect(now(changed, [memory, twin]).short).toEqual(['bgs/funds/actual=20', 'bgs/events/actual=4'])
  })

  it('does not guess among repeated columns', () => {
    const twice = (...labels: string[]) =>
      rawSheet([['情况表'], ['甲', ...labels], ['办公室', 1, 2, 3, 4, 5]])
    const kept = learn(twice('乙数', '乙数', '丙数', '丁'), {
      sheets: {
        表1: {
          header: { first: 1, last: 1 },
          layout: 'UNIT_BY_INDICATOR',
          columns: {
            A: { role: 'unit' },
            B: { role: 'ignore', reason: '旧' },
            C: value('funds'),
            D: value('events')
          }
        }
      }
    })
    // One of the two is gone: which one nobody can tell.
    const { short, sheet } = now(twice('乙数', '丙数', '丁', '戊'), [kept])
    expect(short).toEqual(['bgs/events/actual=2'])
    expect(sheet.columns.find((column) => column.letter === 'B')!.by).not.toBe('remembered')
    expect(now(twice('乙数', '乙数', '丙数', '丁'), [kept]).short).toEqual([
      'bgs/funds/actual=2',
      'bgs/events/actual=3'
    ])
  })
})

describe('names and words', () => {
  const list = (name: string, empty: CellInput = 3) =>
    rawSheet([
      ['单位', '指标', '完成值'],
      ['办公室', name, 5],
      ['审计处', '到位资金', empty]
    ])

  it('come after exact names and aliases, before the question', () => {
    const memory = learn(list('资金落实'), {
      indicators: { 资金落实: { indicator: 'funds' }, 到位资金: { indicator: 'events' } }
    })
    const { short, told } = now(list('资金落实'), [memory])
    expect(short).toEqual(['bgs/funds/actual=5', 'sjc/funds/actual=3'])
    expect(told('info')).toContain('MEMORY_NAME -')
    expect(now(list('资金落实'), []).told('error')).toContain('UNKNOWN_INDICATOR B2')
    const renamed = INDICATORS.map((one) => (one.code === 'amount' ? { ...one, name: '资金落实' } : one))
    expect(now(list('资金落实'), [memory], { catalogue: catalogue({ indicators: renamed }) }).short[0]).toBe(
      'bgs/amount/actual=5'
    )
  })

  it('leave rows out again that were left out, and say so', () => {
    const memory = learn(list('其他工作'), { indicators: { 其他工作: 'SKIP' } })
    const { short, problems } = now(list('其他工作'), [memory])
    expect(short).toEqual(['sjc/funds/actual=3'])
    expect(problems.find((one) => one.code === 'MEMORY_NAME')!.message).toContain('「其他工作」')
  })

  it('remember what a word means', () => {
    const memory = learn(list('重点体育项目', '待定'), { emptyWords: { 待定: 'MISSING' } })
    expect(now(list('重点体育项目', '待 定'), [memory]).short).toEqual([
      'bgs/events/actual=5',
      'sjc/funds/actual=MISSING'
    ])
    expect(
      now(list('重点体育项目', '待定'), [memory], { fixes: { emptyWords: { 待定: 'ZERO' } } }).short[1]
    ).toBe('sjc/funds/actual=0')
  })

  it('remember classes of adjustments', () => {
    const ledger = rawSheet([
      ['单位', '加减分类别', '事由', '分值'],
      ['办公室', '市级荣誉', '获奖', '+2']
    ])
    const memory = learn(ledger, { classes: { 市级荣誉: 'award' } })
    const adjustments = (memories: RememberedSheet[]) =>
      now(ledger, memories).analysis.sheets[0]!.adjustments.map((entry) => entry.classCode)
    expect([adjustments([]), adjustments([memory])]).toEqual([[], ['award']])
  })
})

describe('a scheme that has changed', () => {
  it('leaves out what means nothing any more, and tells it', () => {
    const memory = learn(strange('二季度'), STRANGE)
    const without = catalogue({ indicators: INDICATORS.filter((one) => one.code !== 'events') })
    const { short, problems, sheet } = now(strange('三季度'), [memory], { catalogue: without })
    expect(short).toEqual(['bgs/funds/actual=12'])
    expect(problems.find((one) => one.code === 'MEMORY_GONE')).toMatchObject({
      level: 'confirm',
      message: expect.stringContaining('events') as string
    })
    expect(sheet.columns.find((column) => column.letter === 'C')!.by).not.toBe('remembered')
  })

  it('follows a name that has become the name of another indicator', () => {
    const memory = learn(strange('二季度'), STRANGE)
    const renamed = INDICATORS.map((one) => (one.code === 'amount' ? { ...one, name: '乙数' } : one))
    const { short, told } = now(strange(''), [memory], {
      catalogue: catalogue({ indicators: renamed })
    })
    expect(short).toEqual(['bgs/amount/actual=12', 'bgs/events/actual=3'])
    expect(told('confirm')).toContain('MEMORY_GONE -')
  })

  it('does not read a number that the rule no longer reads', () => {
    const memory = learn(strange('二季度'), STRANGE)
    const judged = INDICATORS.map((one) => (one.code === 'events' ? { ...one, fields: ['score'] } : one))
    const { short, told } = now(strange('三季度'), [memory], { catalogue: catalogue({ indicators: judged }) })
    expect(short).toEqual(['bgs/funds/actual=12'])
    expect(told('confirm')).toContain('MEMORY_GONE -')
  })
})
