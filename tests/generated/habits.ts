import { canonical, D, dec } from '#shared/domain/number/decimal.ts'
import { conversion } from '#shared/domain/importing/values/measures.ts'
import type { CellInput } from '../unit/domain/importing/helpers/rawSheet.ts'
import type { Fact } from './facts.ts'
import type { Tape } from './tape.ts'

/** A cell that stands for a fact, and what an importer has to make of it. */
export interface Habit {
  input: CellInput
  /** READ: the fact, exactly. PROBLEM: nothing staged, and a problem at this address. */
  outcome: 'READ' | 'PROBLEM'
  /** Somebody must confirm it: a problem of this code at this address. */
  confirm?: string
}

const read = (input: CellInput, confirm?: string): Habit =>
  confirm === undefined ? { input, outcome: 'READ' } : { input, outcome: 'READ', confirm }

export const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

export const grouped = (text: string): string => {
  const [whole, fraction] = text.split('.')
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}

const cellOf = (value: string, format?: string): CellInput => ({
  kind: 'number',
  value,
  ...(format === undefined ? {} : { format })
})

/** Other measures in which people give the same amount. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  万元: ['亿元', '元', '亿', '万', '千元', '百万元'],
  亿元: ['万元', '亿', '元'],
  万人次: ['人次', '万', '亿人次'],
  平方米: ['万平方米', '㎡', '万', '公顷'],
  个: ['场', '项', '件'],
  '%': ['个百分点', '‰'],
  分: []
}

/** `value` is in `measure`; `stated` is what bare numbers of this column are counted in. */
export function writeNumber(tape: Tape, value: string, measure: string, stated: string): Habit {
  const bare = inMeasure(value, measure, stated)
  const converted = stated === measure ? undefined : 'UNIT_CONVERSION'
  switch (tape.below(16)) {
    case 1:
      return read(bare, converted)
    case 2:
      return read(` ${bare}\u3000`, converted)
    case 3:
      return read(wide(bare), converted)
    case 4:
      return read(grouped(bare), converted)
    case 5:
      return read(wide(grouped(bare)), converted)
    case 6:
      return read(`'${bare}`, converted)
    case 7:
      return read({ kind: 'number', value: bare, formula: 'SUM(X1:X3)' }, converted)
    case 8:
      return read(cellOf(noisy(bare)), converted)
    case 9:
      return read(`${grouped(value)}${tape.chance(30) ? ' ' : ''}${measure}`)
    case 10:
      return measure === '%' ? read(wide(`${value}%`)) : read(wide(bare), converted)
    case 11:
      return inOther(tape, value, measure) ?? read(cellOf(bare), converted)
    case 12:
      return measure === '%'
        ? read(cellOf(canonical(dec(value).div(100)), '0.00%'))
        : read(cellOf(bare, '#,##0.00_ '), converted)
    case 13:
      return measure === '%' ? read(cellOf(value, '0.00"%"')) : read(cellOf(value, `0.00"${measure}"`))
    case 14:
      return read(`+${bare}`, converted)
    case 15:
      return read(`${bare}\n`, converted)
    default:
      return read(cellOf(bare), converted)
  }
}

function inMeasure(value: string, measure: string, stated: string): string {
  const step = conversion(stated, measure)
  return step.kind === 'FACTOR' ? canonical(dec(value).div(step.factor)) : value
}

function inOther(tape: Tape, value: string, measure: string): Habit | null {
  const also = ALSO[measure]!
  if (also.length === 0) return null
  const other = tape.pick(also)
  const step = conversion(other, measure)
  if (step.kind === 'SAME') return read(`${value}${other}`)
  return step.kind === 'FACTOR'
    ? read(`${canonical(dec(value).div(step.factor))}${other}`, 'UNIT_CONVERSION')
    : read(`${value}${other}`, 'UNIT_WORD')
}

/** As a sum of doubles leaves it: far below any digit that people write. */
function noisy(text: string): string {
  const value = new D(text)
  if (value.isZero()) return text
  // Two steps of a double, the way 0.1 + 0.2 comes out.
  const double = value.toNumber()
  const ulp = 2 ** (Math.floor(Math.log2(Math.abs(double))) - 52)
  return canonical(new D(double + 2 * ulp))
}

const ABOUT: readonly ((value: string) => CellInput)[] = [
  (value) => `约${value}`,
  (value) => `约 ${value}`,
  (value) => `${value}余`,
  (value) => `${value}-${canonical(dec(value).plus(10))}`,
  (value) => `≥${value}%`,
  (value) => `${value}（预计）`,
  (value) => `完成${value}个`,
  (value) => `完成 ${value} 个`,
  (value) => `${value}/20`,
  (value) => `已达${value}`,
  (value) => `${value}，同比增长3.5%`,
  (value) => `${value}左右`,
  () => '1-2',
  () => '12.5.6',
  () => '3/4',
  () => '2026.9.30',
  () => '优秀',
  () => '已完成',
  () => '3项（其中1项跨年）',
  () => ({ kind: 'error', value: '#DIV/0!' }),
  () => ({ kind: 'error', value: '#REF!', formula: 'A1+#REF!' }),
  () => ({ kind: 'formula-without-value', value: '', formula: 'B2*2' }),
  () => ({ kind: 'date', value: '2026-03-04', shown: '3月4日' }),
  () => ({ kind: 'boolean', value: 'TRUE' })
]

/** Texts that only look like the value. */
export function writeDoubtful(tape: Tape, value: string): Habit {
  return { input: tape.pick(ABOUT)(value), outcome: 'PROBLEM' }
}

const NA_WORDS = ['/', '—', '－', '无', '不适用', '*', '／', '——', '——————', ' 无 ', 'N/A', 'n/a', '不 适 用']
const MISSING_WORDS = [null, '未报', '未报送', '待定', '×', '　', '缺报']

function writeNothing(tape: Tape, state: 'NA' | 'MISSING'): Habit {
  if (state === 'NA') return read(tape.pick(NA_WORDS), 'EMPTY_WORD')
  const word = tape.pick(MISSING_WORDS)
  return word === null || word.trim() === '' ? read(word) : read(word, 'EMPTY_WORD')
}

/** Any fact, and sometimes a text that is no fact. */
export function writeFact(tape: Tape, given: Fact, measure: string, stated = measure): Habit {
  if (given.state !== 'VALUE') return writeNothing(tape, given.state)
  if (given.value === '0' && tape.chance(30)) return read(tape.pick(['未开展', '未 开 展']), 'EMPTY_WORD')
  if (tape.chance(8)) return writeDoubtful(tape, given.value)
  return writeNumber(tape, given.value, measure, stated)
}
