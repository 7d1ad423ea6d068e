import { describe, expect, it } from 'vitest'
import type { RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import { type Fixes, learn, learnAll, now, strange, STRANGE, value } from './helpers/memories.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

describe('answers about one source', () => {
  const form = rawSheet([
    ['考核指标', '目标值', '完成值', '自评分', '备注'],
    ['到位资金', 10, 12, '', '']
  ])
  const OF: Fixes = { sheets: { 表1: { unit: 'tycy' } } }

  it('give the unit of the same file only, to be confirmed', () => {
    const memory = learn(form, OF, { fileName: '二季度附件一.xlsx' })
    const same = now(form, [memory], { workbook: { fileName: '三季度附件一.xlsx' } })
    expect(same.sheet.unit).toEqual({ code: 'tycy', by: 'remembered' })
    expect(same.short).toContain('tycy/funds/actual=12')
    expect(same.told('confirm')).toContain('MEMORY_UNIT -')
    const other = now(form, [memory], { workbook: { fileName: '三季度附件二.xlsx' } })
    expect([other.short, other.sheet.unit, other.sheet.memory]).toEqual([[], null, null])
    expect(other.told('error')).toContain('NO_UNIT -')
  })

  it('are kept side by side for departments that send the same form', () => {
    const one = learnAll(form, OF, { fileName: '附件一.xlsx' })
    const both = learnAll(
      form,
      { sheets: { 表1: { unit: 'qzty' } } },
      { fileName: '附件二.xlsx', memories: one }
    )
    expect(both).toHaveLength(2)
    const units = ['附件一.xlsx', '附件二.xlsx'].map(
      (fileName) => now(form, both, { workbook: { fileName } }).sheet.unit?.code
    )
    expect(units).toEqual(['tycy', 'qzty'])
  })

  it('say so where the sheet itself names another unit', () => {
    const memory = learn(form, OF, { fileName: '附件一.xlsx' })
    const named = rawSheet([
      ['填报单位：群众体育处'],
      ...[
        ['考核指标', '目标值', '完成值', '自评分', '备注'],
        ['到位资金', 10, 12, '', '']
      ]
    ])
    const { problems } = now(named, [memory], { workbook: { fileName: '附件一.xlsx' } })
    expect(problems.find((one) => one.code === 'MEMORY_UNIT')).toMatchObject({
      level: 'confirm',
      message: expect.stringContaining('「群众体育处」') as string
    })
    const agrees = rawSheet([
      ['填报单位：体育产业处'],
      ...[
        ['考核指标', '目标值', '完成值', '自评分', '备注'],
        ['到位资金', 10, 12, '', '']
      ]
    ])
    const quiet = now(agrees, [memory], { workbook: { fileName: '附件一.xlsx' } })
    expect([quiet.sheet.unit?.by, quiet.told().includes('MEMORY_UNIT -')]).toEqual(['header line', false])
  })

  it('give the indicator of the same sheet, and say so where it names another one', () => {
    const judged = (title: string) => rawSheet([[title], ['单位', '甲', '乙'], ['办公室', 9, 8]])
    const fixes: Fixes = {
      sheets: {
        表1: {
          layout: 'UNIT_BY_INDICATOR',
          indicator: 'funds',
          columns: { B: value('funds'), C: { role: 'remark' } }
        }
      }
    }
    const memory = learn(judged('二季度附表'), fixes)
    expect(now(judged('三季度附表'), [memory]).told('confirm')).toContain('MEMORY_INDICATOR -')
    const { problems } = now(judged('三季度重点体育项目'), [memory])
    expect(problems.find((one) => one.code === 'MEMORY_INDICATOR')!.message).toContain('「重点体育项目」')
    expect(now(judged('三季度到位资金'), [memory]).told()).not.toContain('MEMORY_INDICATOR -')
  })

  it('do not carry the meaning of a mere 完成 to another file', () => {
    const sheet = rawSheet([
      ['单位', '完成数', '说明', '联系人'],
      ['办公室', 7, '', '']
    ])
    const memory = learn(
      sheet,
      { sheets: { 表1: { layout: 'UNIT_BY_INDICATOR', columns: { B: value('funds') } } } },
      { fileName: '资金.xlsx' }
    )
    expect(now(sheet, [memory], { workbook: { fileName: '资金.xlsx' } }).short).toEqual([
      'bgs/funds/actual=7'
    ])
    const other = now(sheet, [memory], { workbook: { fileName: '项目.xlsx' } })
    expect(other.short).toEqual([])
    expect(other.told('error')).not.toEqual([])
  })
})

describe('one header that two departments mean differently', () => {
  const meaning = (indicator: string): Fixes => ({
    sheets: { 表1: { ...STRANGE.sheets!['表1'], columns: { A: { role: 'unit' }, B: value(indicator) } } }
  })
  const quarter = strange('三季度', [['办公室', 12, '', '']])
  const of = (fileName: string, memories: readonly RememberedSheet[]) =>
    now(quarter, [...memories], { workbook: { fileName } })

  it('keeps one meaning each, and asks everybody else', () => {
    const one = learnAll(strange('二季度'), meaning('funds'), { fileName: '一处二季度.xlsx' })
    expect(of('三处.xlsx', one).short).toEqual(['bgs/funds/actual=12'])
    const both = learnAll(
      strange('二季度'),
      { sheets: { 表1: { ...meaning('amount').sheets!['表1'], forget: true } } },
      { fileName: '二处二季度.xlsx', memories: one }
    )
    expect(both).toHaveLength(2)
    expect(of('一处三季度.xlsx', both).short).toEqual(['bgs/funds/actual=12'])
    expect(of('二处三季度.xlsx', both).short).toEqual(['bgs/amount/actual=12'])
    const third = of('三处.xlsx', both)
    expect([third.short, third.told('confirm')]).toEqual([[], ['MEMORY_TIE -']])
  })

  it('lets the same department change its mind', () => {
    const one = learnAll(strange('二季度'), meaning('funds'))
    const changed = learnAll(strange('二季度'), meaning('amount'), { memories: one })
    expect(changed).toHaveLength(1)
    expect(now(quarter, changed).short).toEqual(['bgs/amount/actual=12'])
  })
})

describe('the place of a remembered header', () => {
  it('is not taken from a further table of a sheet whose first one is understood', () => {
    const alone = rawSheet([
      ['单位', '甲量', '乙量', '政务公开得分'],
      ['审计处', 2, 3, 70]
    ])
    const fixes: Fixes = {
      sheets: { 表1: { header: { first: 0, last: 0 }, columns: { B: value('funds') } } }
    }
    const memory = learn(alone, fixes)
    const both = rawSheet([
      ['单位', '到位资金', '重点体育项目'],
      ['办公室', 1, 4],
      [],
      ['单位', '甲量', '乙量', '政务公开得分'],
      ['审计处', 20, 3, 70]
    ])
    const { short, sheet } = now(both, [memory])
    expect(sheet.header).toEqual({ first: 0, last: 0 })
    expect(short).toEqual([
      'bgs/funds/actual=1',
      'bgs/events/actual=4',
      'sjc/funds/actual=20',
      'sjc/open/score=70'
    ])
  })

  it('is found again where only the clerk saw it', () => {
    const rows = (quarter: string): CellInput[][] => [
      [`${quarter}报送`],
      ['1', '2', '3', '4'],
      ['甲', '乙数', '丙数', '丁'],
      ['办公室', 12, 3, '好']
    ]
    const fixes: Fixes = {
      sheets: { 表1: { ...STRANGE.sheets!['表1'], header: { first: 2, last: 2 } } }
    }
    const memory = learn(rawSheet(rows('二季度')), fixes)
    const lower = rawSheet([['填报说明：按实填写'], ...rows('三季度')])
    const { short, sheet } = now(lower, [memory])
    expect(short).toEqual(['bgs/funds/actual=12', 'bgs/events/actual=3'])
    expect(sheet.header).toEqual({ first: 3, last: 3 })
  })
})

describe('further tables of a sheet', () => {
  const stacked = (quarter: string, a: number, b: number) =>
    rawSheet([
      ['单位', '到位资金', '重点体育项目'],
      ['办公室', a, 1],
      [],
      ['单位', `${quarter}乙数`, '丙数', '政务公开得分'],
      ['审计处', b, 3, 70]
    ])

  it('are remembered by their own headers', () => {
    const fixes: Fixes = { sheets: { 表1: { tables: { 3: { columns: { B: value('funds') } } } } } }
    const memory = learn(stacked('二季度', 1, 2), fixes)
    expect(memory.labels).toEqual(['单位', '乙数', '丙数', '政务公开得分'])
    const { short, analysis } = now(stacked('三季度', 10, 20), [memory])
    expect(short).toContain('sjc/funds/actual=20')
    expect(short).toContain('bgs/funds/actual=10')
    expect(analysis.sheets[0]!.tables[0]!.columns.find(({ letter }) => letter === 'B')!.by).toBe('remembered')
    expect(analysis.sheets[0]!.columns.some(({ by }) => by === 'remembered')).toBe(false)
    expect(analysis.sheets[0]!.memory).toMatchObject({ id: memory.id, filled: 1 })
  })
})
