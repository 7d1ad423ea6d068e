import { describe, expect, it } from 'vitest'
import { emptyWords } from '#shared/domain/importing/values/emptyWords.ts'
import {
  parseValue,
  type ParsedValue,
  type ValueContext
} from '#shared/domain/importing/values/parseValue.ts'
import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { DEFAULT_EMPTY_WORDS } from '#shared/domain/scheme/schemeDefinition.ts'

const context = (over: Partial<ValueContext> = {}): ValueContext => ({
  measure: '',
  stated: null,
  emptyWords: emptyWords(DEFAULT_EMPTY_WORDS),
  textFormat: false,
  ...over
})
const cell = (over: Partial<RawCell>): RawCell => ({
  row: 0,
  col: 0,
  address: 'A1',
  kind: 'text',
  value: '',
  shown: over.value ?? '',
  ...over
})
const text = (value: string, over: Partial<ValueContext> = {}): ParsedValue =>
  parseValue(cell({ value }), context(over))
const brief = (parsed: ParsedValue): string => {
  if (parsed.kind === 'NUMBER') return parsed.value
  if (parsed.kind === 'BAD') return parsed.code
  return parsed.kind === 'WORD' ? parsed.meaning : 'BLANK'
}
const notes = (parsed: ParsedValue): string[] =>
  'notes' in parsed ? parsed.notes.map((note) => `${note.level} ${note.group}`) : []

describe('numbers in dirt', () => {
  it.each([
    ['95', '', '95', ['info TEXT_NUMBER']],
    [' 95.50 ', '', '95.5', ['info TEXT_NUMBER']],
    ["'95", '', '95', ['info TEXT_NUMBER']],
    ['９５．５', '', '95.5', ['info FULL_WIDTH']],
    ['－３', '', '-3', ['info FULL_WIDTH']],
    ['−3', '', '-3', ['info TEXT_NUMBER']],
    ['+3', '', '3', ['info TEXT_NUMBER']],
    ['1,234,567.8', '', '1234567.8', ['info THOUSANDS']],
    ['１，２３４', '', '1234', ['info FULL_WIDTH', 'info THOUSANDS']],
    ['¥3,200', '万元', '3200', ['info THOUSANDS']],
    ['￥100元', '元', '100', ['info UNIT_SUFFIX:元']],
    ['7200万元', '万元', '7200', ['info UNIT_SUFFIX:万元']],
    ['7200 万元', '万元', '7200', ['info UNIT_SUFFIX:万元']],
    ['2000万元', '亿元', '0.2', ['confirm UNIT_CONVERSION:万元→亿元']],
    ['3.2亿', '亿元', '3.2', ['confirm UNIT_CONVERSION:亿→亿元']],
    ['2000万', '万元', '2000', ['confirm UNIT_CONVERSION:万→万元']],
    ['2万人', '人', '20000', ['confirm UNIT_CONVERSION:万人→人']],
    ['95%', '%', '95', ['info UNIT_SUFFIX:%']],
    ['95％', '%', '95', ['info UNIT_SUFFIX:%']],
    ['1.5个百分点', '%', '1.5', ['confirm UNIT_WORD:个百分点→%']],
    ['96分', '分', '96', ['info UNIT_SUFFIX:分']],
    ['5场', '个', '5', ['confirm UNIT_WORD:场→个']],
    ['500㎡', '平方米', '500', ['info UNIT_SUFFIX:㎡']],
    ['3面', '面', '3', ['info UNIT_SUFFIX:面']],
    ['（100）', '', '-100', ['confirm NEGATIVE_IN_BRACKETS']],
    ['(1,000.5)', '', '-1000.5', ['info THOUSANDS', 'confirm NEGATIVE_IN_BRACKETS']],
    ['0', '', '0', ['info TEXT_NUMBER']],
    ['12分', '', '12', ['confirm UNIT_WORD:分→']]
  ])('%s for %s', (written, measure, value, expected) => {
    const parsed = text(written, { measure })
    expect(brief(parsed)).toBe(value)
    expect(notes(parsed)).toEqual(expected)
  })

  it('says nothing of text numbers in CSV', () => expect(notes(text('95', { textFormat: true }))).toEqual([]))
})

describe('texts that are no number', () => {
  it.each([
    '约30',
    '30余',
    '30多场',
    '近100',
    '3/4',
    '3-4',
    '30~40',
    '27.95亿元，同比增长3%',
    '≥85%',
    '30以上',
    '不少于3场',
    '完成',
    'A',
    '优秀',
    '三场',
    '1 2',
    '95,5',
    '1,23,456',
    '1.2.3',
    '1.2E+05',
    '10²',
    '②',
    '½',
    '3。5',
    '95分左右',
    '100%以上',
    '2026年',
    '第3名',
    '3项（其中1项…）',
    '--3',
    '12台班'
  ])('%s', (written) => {
    const parsed = text(written, { measure: '个' })
    expect(parsed).toMatchObject({ kind: 'BAD', code: 'NOT_A_NUMBER' })
    expect(parsed).toHaveProperty('group', `NOT_A_NUMBER:${written}`)
  })

  it.each([
    ['约30', '约数'],
    ['30~40', '范围'],
    ['3/4', '分数'],
    ['≥85', '界限'],
    ['1.2E+05', '科学计数'],
    ['95,5', '分隔号'],
    ['优秀', '不是数'],
    ['27.95亿元，同比增长', '27.95亿元']
  ])('explains %s', (written, word) => {
    const parsed = text(written)
    expect(parsed.kind === 'BAD' ? parsed.message + parsed.suggestion : '').toContain(word)
  })

  it.each([
    ['2026.10.8', 'DATE_AS_NUMBER'],
    ['2026年7月15日', 'DATE_AS_NUMBER'],
    ['#REF!', 'ERROR_CELL'],
    ['#DIV/0!', 'ERROR_CELL']
  ])('%s is %s', (written, code) => expect(brief(text(written))).toBe(code))

  it.each([
    ['95%', '分'],
    ['95%', ''],
    ['2000万', ''],
    ['3万元', '场'],
    ['5人', '万元']
  ])('%s for an indicator in %s does not convert', (written, measure) =>
    expect(brief(text(written, { measure }))).toBe('UNIT_MISMATCH')
  )
})

describe('empty words, blanks and zero stay apart', () => {
  it.each([
    ['/', 'NA'],
    ['／', 'NA'],
    ['—', 'NA'],
    ['——', 'NA'],
    ['---', 'NA'],
    ['－', 'NA'],
    ['*', 'NA'],
    [' 无 ', 'NA'],
    ['未 报', 'MISSING'],
    ['×', 'MISSING'],
    ['未开展', 'ZERO'],
    ['', 'BLANK'],
    ['　', 'BLANK'],
    ['0', '0'],
    ['0.00', '0']
  ])('%j is %s', (written, expected) => expect(brief(text(written))).toBe(expected))

  it("takes the clerk's word over the scheme's", () => {
    const words = emptyWords(DEFAULT_EMPTY_WORDS, { 无: 'ZERO', 停办: 'NA' })
    expect(brief(text('无', { emptyWords: words }))).toBe('ZERO')
    expect(brief(text('停办', { emptyWords: words }))).toBe('NA')
  })

  it('is BLANK where there is no cell', () => expect(parseValue(null, context())).toEqual({ kind: 'BLANK' }))
})

describe('typed cells', () => {
  const number = (value: string, over: Partial<RawCell> = {}, ctx: Partial<ValueContext> = {}): ParsedValue =>
    parseValue(cell({ kind: 'number', value, ...over }), context(ctx))

  it('reads a percent cell as what it shows, for a %-indicator only', () => {
    expect(brief(number('0.95', { format: '0%' }, { measure: '%' }))).toBe('95')
    expect(brief(number('0.955', { format: '0.00%' }, { measure: '%' }))).toBe('95.5')
    expect(brief(number('0.95', { format: '0%' }, { measure: '个' }))).toBe('UNIT_MISMATCH')
    expect(brief(number('0.95', {}, { measure: '%' }))).toBe('0.95')
    expect(brief(number('5', { format: '0"%"' }, { measure: '%' }))).toBe('5')
  })

  it("converts by the measure that the header states, and the cell's own over it", () => {
    expect(brief(number('2', {}, { measure: '万元', stated: '亿元' }))).toBe('20000')
    expect(brief(text('300万元', { measure: '万元', stated: '亿元' }))).toBe('300')
    expect(notes(number('2', {}, { measure: '万元', stated: '万元' }))).toEqual([])
    expect(brief(number('2', {}, { measure: '', stated: '场' }))).toBe('2')
  })

  it('reads the measure of a number format, and refuses scaled ones', () => {
    expect(brief(number('1500', { format: '0"万元"' }, { measure: '亿元' }))).toBe('0.15')
    expect(brief(number('15000', { format: '0!.0,"万"', shown: '1.5万' }, { measure: '元' }))).toBe(
      'SCALED_FORMAT'
    )
  })

  it.each([
    [{ kind: 'error', value: '#REF!' }, 'ERROR_CELL'],
    [{ kind: 'date', value: '2026-03-04', shown: '3月4日' }, 'DATE_AS_NUMBER'],
    [{ kind: 'boolean', value: 'TRUE' }, 'NOT_A_NUMBER'],
    [{ kind: 'formula-without-value', value: '', formula: 'A1+1' }, 'FORMULA_WITHOUT_VALUE']
  ] as [Partial<RawCell>, string][])('%o is %s', (over, code) =>
    expect(brief(parseValue(cell(over), context()))).toBe(code)
  )
})

describe('float noise (ambiguities 19)', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['0.09999999997671694', '0.1'],
    ['86.00499999999998', '86.005'],
    ['12345678.900000001', '12345678.9'],
    ['-2.9999999999999996', '-3']
  ])('%s is %s', (stored, clean) => {
    const parsed = parseValue(cell({ kind: 'number', value: stored }), context())
    expect(brief(parsed)).toBe(clean)
    expect(notes(parsed)).toEqual(['info FLOAT_NOISE'])
  })

  it.each([
    '0.3333333333333333',
    '0.6666666666666666',
    '1234567890.12',
    '123456789012345',
    '0.2857142857142857',
    '0.1234567890123'
  ])('%s is a real value and kept', (stored) => {
    const parsed = parseValue(cell({ kind: 'number', value: stored }), context())
    expect(brief(parsed)).toBe(stored)
    expect(notes(parsed)).toEqual([])
  })

  it('keeps leftovers of other systems but shows them (S78)', () => {
    const parsed = parseValue(cell({ kind: 'number', value: '0.0900000762939453' }), context())
    expect(brief(parsed)).toBe('0.0900000762939453')
    expect(notes(parsed)).toEqual(['confirm EXPORT_TAIL'])
  })
})
