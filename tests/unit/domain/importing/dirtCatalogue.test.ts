import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { catalogue, INDICATORS } from './helpers/catalogue.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

/** One value of one unit, in a sheet of its own: what is staged, and everything that is told of its cell. */
function value(indicator: string, input: CellInput, header = '完成'): [staged: string, ...told: string[]] {
  const { readings, problems } = analyse(
    rawSheet([
      ['单位', '指标', header],
      ['审计处', indicator, input],
      ['办公室', indicator, 7]
    ])
  )
  const staged = readings.find((one) => one.address === 'C2')
  return [
    staged ? (staged.value ?? staged.state) : 'nothing',
    ...problems.filter((one) => one.place.cell === 'C2').map((one) => `${one.level} ${one.code}`)
  ]
}

const shown = (stored: string, format: string, text: string): CellInput => ({
  kind: 'number',
  value: stored,
  format,
  shown: text
})

describe('numbers as clerks write them (domain.md 4.2), one row of the catalogue each', () => {
  it.each<[string, string, CellInput, string[]]>([
    ['text numbers', '到位资金', '95', ['95', 'info TEXT_NUMBER']],
    ['full width', '到位资金', '９５．５', ['95.5', 'info FULL_WIDTH']],
    ['full width %', '体育产业增加值占比', '９５．５％', ['95.5', 'info FULL_WIDTH', 'info UNIT_SUFFIX']],
    ['thousands', '到位资金', '8,130.5', ['8130.5', 'info THOUSANDS']],
    ['thousands, full width', '到位资金', '８，１３０', ['8130', 'info FULL_WIDTH', 'info THOUSANDS']],
    ['the measure itself', '到位资金', '2000万元', ['2000', 'info UNIT_SUFFIX']],
    ['a bare 万', '到位资金', '2000万', ['2000', 'confirm UNIT_CONVERSION']],
    ['亿 for 万元', '到位资金', '3.2亿', ['32000', 'confirm UNIT_CONVERSION']],
    ['亿元 for 万元', '到位资金', '0.5亿元', ['5000', 'confirm UNIT_CONVERSION']],
    ['万元 for 亿元', '体育消费总额', '2000万元', ['0.2', 'confirm UNIT_CONVERSION']],
    ['百分点', '体育产业增加值占比', '1.5个百分点', ['1.5', 'confirm UNIT_WORD']],
    ['95分', '政务公开', '75分', ['75', 'info UNIT_SUFFIX']],
    ['leading quote', '到位资金', "'95", ['95', 'info TEXT_NUMBER']],
    ['a formula with its result', '到位资金', { value: '12', formula: 'A1*2' }, ['12']],
    ['float noise', '到位资金', { value: '0.30000000000000004' }, ['0.3', 'info FLOAT_NOISE']],
    [
      'leftovers of another system',
      '到位资金',
      { value: '0.0900000762939453' },
      ['0.0900000762939453', 'confirm EXPORT_TAIL']
    ],
    ['zero', '到位资金', 0, ['0']]
  ])('%s', (_what, indicator, input, expected) =>
    expect(value(indicator, input, indicator === '政务公开' ? '考核得分' : '完成')).toEqual(expected)
  )

  it.each([
    ['/', 'NA'],
    ['—', 'NA'],
    ['－', 'NA'],
    ['——', 'NA'],
    ['无', 'NA'],
    ['*', 'NA'],
    ['n/a', 'NA'],
    ['×', 'MISSING'],
    ['未报', 'MISSING'],
    ['未开展', '0']
  ])('%s is %s, to be confirmed', (word, meaning) =>
    expect(value('到位资金', word)).toEqual([meaning, 'confirm EMPTY_WORD'])
  )

  it("goes by the office's own table of words", () => {
    const own = catalogue({ emptyWords: { 停办: 'NA', 无: 'ZERO' } })
    const sheet = rawSheet([
      ['单位', '到位资金'],
      ['办公室', '停办'],
      ['审计处', '无'],
      ['产业处', '/']
    ])
    const { short, told } = analyse(sheet, { catalogue: own })
    expect(short).toEqual(['bgs/funds/actual=NA', 'sjc/funds/actual=0'])
    expect(told('error')).toEqual(['NOT_A_NUMBER B4'])
  })

  it.each([
    '约 30',
    '30-40',
    '30～40',
    '≥85%',
    '100（预计）',
    '完成 5 个',
    '1-2',
    '3/4',
    '12.5.6',
    '30余',
    '近100',
    '3项（其中1项跨年）',
    '1.2E+05',
    '10²'
  ])('「%s」 stays out, with an error at its cell', (text) =>
    expect(value('到位资金', text)).toEqual(['nothing', 'error NOT_A_NUMBER'])
  )

  it.each(['优秀', '已完成', '27.95亿元，同比增长3.5%', '3月份完成2场'])(
    '「%s」 stays out, and is told',
    (text) => {
      const [staged, ...told] = value('到位资金', text)
      expect(staged).toBe('nothing')
      expect(told).toEqual([expect.stringMatching(/^(?:error|confirm) /)])
    }
  )

  it.each<[string, CellInput, string]>([
    ['#DIV/0!', { kind: 'error', value: '#DIV/0!' }, 'ERROR_CELL'],
    ['#N/A as text', '#N/A', 'ERROR_CELL'],
    ['a formula without a result', { kind: 'formula-without-value', value: '' }, 'FORMULA_WITHOUT_VALUE'],
    ['3/4 turned into a day', { kind: 'date', value: '2026-03-04' }, 'DATE_AS_NUMBER'],
    ['a day as text', '2026.9.30', 'DATE_AS_NUMBER'],
    ['a measure that does not fit', '3场', 'UNIT_MISMATCH'],
    ['a scaled format', shown('15000', '0!.0,"万"', '1.5万'), 'SCALED_FORMAT']
  ])('%s stays out as well', (_what, input, code) =>
    expect(value('到位资金', input)).toEqual(['nothing', `error ${code}`])
  )

  it('takes 3项 for an indicator in 个 only when somebody confirms it', () =>
    expect(value('重点体育项目', '3项')).toEqual(['3', 'confirm UNIT_WORD']))
})

describe('shares of an indicator counted in %', () => {
  const gdp = '体育产业增加值占比'

  it.each<[string, CellInput, string[]]>([
    ['85% as text', '85%', ['85', 'info UNIT_SUFFIX']],
    ['0.85 that shows 85%', shown('0.85', '0%', '85%'), ['85']],
    ['0.8512 that shows 85%', shown('0.8512', '0%', '85%'), ['85.12']],
    ['85', 85, ['85']],
    ['0.85', 0.85, ['0.85', 'confirm MAYBE_SHARE']],
    ['0.85 as text', '0.85', ['0.85', 'info TEXT_NUMBER', 'confirm MAYBE_SHARE']],
    ['0.85%', '0.85%', ['0.85', 'info UNIT_SUFFIX']],
    ['0', 0, ['0']]
  ])('%s', (_what, input, expected) => expect(value(gdp, input)).toEqual(expected))

  it('asks about 1.05 where the target is 100, and about targets that nobody issued', () => {
    const indicators = INDICATORS.map((one) =>
      one.code === 'gdp' ? { ...one, targets: new Map([['sjc', '100']]) } : one
    )
    const { told } = analyse(
      rawSheet([
        ['单位', '指标', '目标', '完成'],
        ['审计处', gdp, 100, 1.05],
        ['办公室', gdp, 0.9, 97],
        ['产业处', gdp, 90, 1.05]
      ]),
      { catalogue: catalogue({ indicators }) }
    )
    expect(told('confirm')).toEqual(['MAYBE_SHARE D2', 'MAYBE_SHARE C3'])
  })
})
