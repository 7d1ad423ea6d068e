import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { plainNumber } from './plainNumber.ts'
import { xmlAttribute } from './xmlTokens.ts'

export type OdsValue = Omit<RawCell, 'row' | 'col' | 'address'>

type Typed = Pick<RawCell, 'kind' | 'value' | 'format'>

/** `of:=SUM([.A1:.B2])` → `SUM(A1:B2)`. */
function formulaText(formula: string): string {
  return formula
    .replace(/^\w+:/, '')
    .replace(/^=/, '')
    .replace(/\[([^\]]*)\]/g, (_whole, range: string) => range.replace(/(^|:)\./g, '$1'))
}

/** `2026-09-30T14:05:00.000000000` → seconds, milliseconds only where there are any. */
function dateText(text: string): string {
  const [date = '', clock = ''] = text.split('T')
  const time = clock
    .replace(/\.(\d+)$/, (_dot, digits: string) => `.${digits.padEnd(3, '0').slice(0, 3)}`)
    .replace(/\.000$/, '')
  return time === '' || time === '00:00:00' ? date : `${date}T${time}`
}

/** `PT14H05M00S`: a time of day, or a duration that stays a number of days. */
function timeValue(text: string): Typed {
  const parts = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text)
  if (!parts) return { kind: 'text', value: text }
  const [, sign, h = '0', m = '0', s = '0'] = parts
  const seconds = Number(h) * 3600 + Number(m) * 60 + Number(s)
  if (sign === '-' || seconds >= 86_400) {
    return {
      kind: 'number',
      value: plainNumber((sign === '-' ? -seconds : seconds) / 86_400),
      format: '[h]:mm:ss'
    }
  }
  const iso = new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
  return { kind: 'date', value: iso.endsWith('.000') ? iso.slice(0, 8) : iso }
}

function typedValue(attributes: string, text: string): Typed | null {
  const value = (name: string): string => xmlAttribute(attributes, name) ?? ''
  switch (xmlAttribute(attributes, 'value-type')) {
    case 'float':
    case 'currency':
      return { kind: 'number', value: plainNumber(Number(value('value'))) }
    case 'percentage':
      return { kind: 'number', value: plainNumber(Number(value('value'))), format: '0.00%' }
    case 'date':
      return { kind: 'date', value: dateText(value('date-value')) }
    case 'time':
      return timeValue(value('time-value'))
    case 'boolean':
      return { kind: 'boolean', value: value('boolean-value') === 'true' ? 'TRUE' : 'FALSE' }
    case 'string':
      return { kind: 'text', value: xmlAttribute(attributes, 'string-value') ?? text }
    default:
      return text === '' ? null : { kind: 'text', value: text }
  }
}

const ERROR_TEXT = /^(#[A-Z0-9/!?]+[!?A]?|Err:\d+)$/

/** Value of a cell from its attributes and the lines of its text; null for a blank one. */
export function odsValue(attributes: string, lines: readonly string[]): OdsValue | null {
  const text = lines.join('\n')
  const formula = xmlAttribute(attributes, 'formula')
  const typed = typedValue(attributes, text)
  if (typed === null && formula === undefined) return null
  if (typed?.kind === 'text' && typed.value === '' && formula === undefined) return null
  const found: OdsValue = {
    ...(typed ?? { kind: 'formula-without-value' as const, value: '' }),
    shown: text
  }
  // The value type of an error is a plain string; the calculating program marks it in an attribute of its own.
  if (formula !== undefined && ERROR_TEXT.test(text)) {
    found.kind = 'error'
    found.value = text.startsWith('#') ? text : '#VALUE!'
  }
  if (found.shown === '') found.shown = found.value
  if (formula !== undefined) found.formula = formulaText(formula)
  return found
}
