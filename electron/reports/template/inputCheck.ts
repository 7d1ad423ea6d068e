import type { DataValidation } from 'exceljs'
import type { AskedCell } from './templateSheet.ts'

/** Excel's limits for the texts of an input check. */
const LONGEST_TITLE = 32
const LONGEST_TEXT = 255

/** Lets in a number (in its range) or 「/」, and says so when the cell is chosen. Pasting goes past it: the import checks again. */
export function inputCheck(address: string, { prompt, range, isWhole, name }: AskedCell): DataValidation {
  const rules = [
    `ISNUMBER(${address})`,
    ...(isWhole ? [`${address}=INT(${address})`] : []),
    ...(range === null ? [] : [`${address}>=${isWhole ? range.min : '0'}`]),
    ...(range?.max == null ? [] : [`${address}<=${range.max}`])
  ]
  const number = rules.length === 1 ? rules[0]! : `AND(${rules.join(',')})`
  return {
    type: 'custom',
    allowBlank: true,
    formulae: [`OR(${address}="/",${number})`],
    showInputMessage: true,
    promptTitle: cut(name, LONGEST_TITLE),
    prompt: cut(prompt, LONGEST_TEXT),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '请填数',
    error: cut(prompt, LONGEST_TEXT)
  }
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
