import { canonical, D, dec, HUNDRED, type DecimalString } from '../../number/decimal.ts'
import type { EmptyWordMeaning } from '../../scheme/schemeDefinition.ts'
import { describeBadText } from './describeBadText.ts'
import { emptyWordMeaning, type EmptyWords } from './emptyWords.ts'
import { likelyExportTail, withoutFloatNoise } from './floatNoise.ts'
import { formatMeasure } from './formatMeasure.ts'
import { conversion, findMeasure, findMultiplier, isMeasureText } from './measures.ts'
import { readNumberText, type NumberText } from './numberText.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { isBlank } from '../grid/sheetGrid.ts'

export interface ValueContext {
  /** Measure that the value must end up in: the indicator's, or 分 for marks. Empty where none is declared. */
  measure: string
  /** Measure that the header, the row or the sheet states for bare numbers. */
  stated: string | null
  emptyWords: EmptyWords
  /** In CSV every number is text; that is nothing to tell. */
  textFormat: boolean
}

/** What was done to a value on the way: `group` joins cells that one answer settles. */
export interface ValueNote {
  code: string
  level: 'confirm' | 'info'
  group: string
  message: string
  suggestion?: string
}

export type ParsedValue =
  | { kind: 'BLANK' }
  | { kind: 'WORD'; word: string; meaning: EmptyWordMeaning; notes: ValueNote[] }
  | { kind: 'NUMBER'; value: DecimalString; notes: ValueNote[] }
  | { kind: 'BAD'; code: string; message: string; suggestion: string; group: string }

/**
 * Reads one value cell (domain.md §4.2). A number comes out only when the text is one whole number with at most a known
 * measure behind it; approximate, range and prose texts are BAD, never a guess. Blank, empty words and 0 stay apart.
 */
export function parseValue(cell: RawCell | null, context: ValueContext): ParsedValue {
  if (cell === null || isBlank(cell)) return { kind: 'BLANK' }
  switch (cell.kind) {
    case 'number':
      return numberCell(cell, context)
    case 'text':
      return textCell(cell.value, context)
    case 'error':
      return bad('ERROR_CELL', `公式出错 ${cell.value}，没有可用的值。`, '填入数值并写明依据，或标缺报。')
    case 'date':
      return bad(
        'DATE_AS_NUMBER',
        `这一格是日期（${cell.shown}），应当是数。`,
        '可能是输入 3-4、3/4 时被表格改成了日期，请填入数值。'
      )
    case 'boolean':
      return bad(
        'NOT_A_NUMBER',
        `这一格是「${cell.value}」，应当是数。`,
        '请填入数值，或标缺报。',
        `NOT_A_NUMBER:${cell.value}`
      )
    case 'formula-without-value':
      return bad(
        'FORMULA_WITHOUT_VALUE',
        '公式没有算出结果，文件里没有可用的值。',
        '请在表格软件里打开、保存后重新导入，或填入数值。',
        'FORMULA_WITHOUT_VALUE'
      )
  }
}

function bad(code: string, message: string, suggestion: string, group = ''): ParsedValue {
  return { kind: 'BAD', code, message, suggestion, group }
}

function numberCell(cell: RawCell, context: ValueContext): ParsedValue {
  const notes: ValueNote[] = []
  const value = tidyNoise(dec(cell.value), notes)
  const format = formatMeasure(cell.format)
  switch (format.kind) {
    case 'NONE':
      return measured(value, null, context, notes)
    case 'PERCENT':
      if (conversion('%', context.measure).kind === 'MISMATCH') return mismatch(cell.shown, '%', context)
      return { kind: 'NUMBER', value: canonical(value.times(HUNDRED)), notes }
    case 'MEASURE':
      return measured(value, format.measure, context, notes)
    case 'SCALED':
      return bad(
        'SCALED_FORMAT',
        `这一格显示为「${cell.shown}」，存的数却是 ${cell.value}，看不出以哪个为准。`,
        '请填入数值并写明依据。',
        `SCALED_FORMAT:${format.measure}`
      )
  }
}

function textCell(text: string, context: ValueContext): ParsedValue {
  const meaning = emptyWordMeaning(text, context.emptyWords)
  const word = text.trim()
  if (meaning !== null) return { kind: 'WORD', word, meaning, notes: [wordNote(word, meaning)] }
  if (/^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/i.test(word)) {
    return bad('ERROR_CELL', `公式出错 ${word}，没有可用的值。`, '填入数值并写明依据，或标缺报。')
  }
  const number = readNumberText(text)
  if (!number || (number.suffix !== '' && !isKnownSuffix(number.suffix, context.measure))) {
    const why = describeBadText(text)
    return bad(why.code, `「${word}」${why.message}`, why.suggestion, `${why.code}:${word}`)
  }
  const notes = tidyNotes(number, context)
  return measured(
    tidyNoise(new D(number.digits), notes),
    number.suffix === '' ? null : number.suffix,
    context,
    notes
  )
}

/** A measure of the table, or the indicator's own word for what it counts (面, 幅 …). */
function isKnownSuffix(suffix: string, measure: string): boolean {
  return (
    isMeasureText(suffix) || findMultiplier(suffix) !== null || conversion(suffix, measure).kind === 'SAME'
  )
}

function tidyNotes(number: NumberText, context: ValueContext): ValueNote[] {
  const notes: ValueNote[] = []
  const info = (code: string, message: string): number =>
    notes.push({ code, level: 'info', group: code, message })
  if (number.fullWidth) info('FULL_WIDTH', '全角数字，已按半角读。')
  if (number.thousands) info('THOUSANDS', '带千分位，已去掉分隔号。')
  if (
    !number.fullWidth &&
    !number.thousands &&
    !number.bracketed &&
    number.suffix === '' &&
    !context.textFormat
  ) {
    info('TEXT_NUMBER', '数是文本格式，已按数读。')
  }
  if (number.bracketed) {
    notes.push({
      code: 'NEGATIVE_IN_BRACKETS',
      level: 'confirm',
      group: 'NEGATIVE_IN_BRACKETS',
      message: `括号里的数按负数读成 ${number.digits}。`,
      suggestion: '如果括号只是标记，请填入正数。'
    })
  }
  return notes
}

function tidyNoise(value: D, notes: ValueNote[]): D {
  const clean = withoutFloatNoise(value)
  if (clean) {
    notes.push({
      code: 'FLOAT_NOISE',
      level: 'info',
      group: 'FLOAT_NOISE',
      message: `表格软件的计算尾数，${canonical(value)} 按 ${canonical(clean)} 计。`
    })
    return clean
  }
  const likely = likelyExportTail(value)
  if (likely) {
    notes.push({
      code: 'EXPORT_TAIL',
      level: 'confirm',
      group: 'EXPORT_TAIL',
      message: `${canonical(value)} 像是别的系统导出时带的尾数，现按原数计。`,
      suggestion: `如果应为 ${canonical(likely)}，请填入数值。`
    })
  }
  return value
}

function wordNote(word: string, meaning: EmptyWordMeaning): ValueNote {
  const as = { NA: '按不适用计，不进分母', MISSING: '按缺报计', ZERO: '按 0 计' }[meaning]
  return {
    code: 'EMPTY_WORD',
    level: 'confirm',
    group: `EMPTY_WORD:${meaning}`,
    message: `「${word}」${as}。`,
    suggestion: '可以改成不适用、缺报或 0。'
  }
}

function measured(value: D, suffix: string | null, context: ValueContext, notes: ValueNote[]): ParsedValue {
  const from = suffix ?? context.stated
  if (from === null || from === '') return { kind: 'NUMBER', value: canonical(value), notes }
  const { measure } = context
  if (measure === '') return withoutMeasure(value, suffix, context, notes)
  const step = conversion(from, measure)
  switch (step.kind) {
    case 'SAME':
      if (suffix !== null) {
        notes.push({
          code: 'UNIT_SUFFIX',
          level: 'info',
          group: `UNIT_SUFFIX:${from}`,
          message: `单位「${from}」与指标一致，不乘倍数。`
        })
      }
      return { kind: 'NUMBER', value: canonical(value), notes }
    case 'OTHER_WORD':
      notes.push(otherWord(from, measure))
      return { kind: 'NUMBER', value: canonical(value), notes }
    case 'FACTOR': {
      const result = canonical(value.times(step.factor))
      notes.push({
        code: 'UNIT_CONVERSION',
        level: 'confirm',
        group: `UNIT_CONVERSION:${from}→${measure}`,
        message: `${canonical(value)}${from} 换算为 ${result}${measure}。`,
        suggestion: `指标按「${measure}」计。不该换算时请填入数值。`
      })
      return { kind: 'NUMBER', value: result, notes }
    }
    case 'MISMATCH':
      return mismatch(`${canonical(value)}${from}`, from, context)
  }
}

/** The scheme does not say what the indicator is counted in: single things are taken as they stand, amounts are not. */
function withoutMeasure(
  value: D,
  suffix: string | null,
  context: ValueContext,
  notes: ValueNote[]
): ParsedValue {
  if (suffix !== null) {
    const known = findMeasure(suffix)
    if (!known || known.dimension === 'percent' || !known.factor.eq(1)) {
      return mismatch(`${canonical(value)}${suffix}`, suffix, context)
    }
    notes.push(otherWord(suffix, ''))
  }
  return { kind: 'NUMBER', value: canonical(value), notes }
}

function otherWord(from: string, measure: string): ValueNote {
  return {
    code: 'UNIT_WORD',
    level: 'confirm',
    group: `UNIT_WORD:${from}→${measure}`,
    message: `表里的单位是「${from}」，指标${measure === '' ? '没有写计量单位' : `按「${measure}」计`}，数不变。`,
    suggestion: '确认两者是一回事；不是的话请填入数值。'
  }
}

function mismatch(shown: string, from: string, { measure }: ValueContext): ParsedValue {
  const expected = measure === '' ? '没有写计量单位' : `按「${measure}」计`
  return bad(
    'UNIT_MISMATCH',
    `「${shown}」的单位是「${from}」，指标${expected}，换算不了。`,
    measure === ''
      ? '请填入数值，或在方案里写明指标的计量单位。'
      : `请按「${measure}」填入数值，或检查这一列对应的指标。`,
    `UNIT_MISMATCH:${from}→${measure}`
  )
}
