import { canonical, dec } from '../../number/decimal.ts'
import { halfWidth } from '../values/numberText.ts'
import { parseValue } from '../values/parseValue.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { SheetScope } from './sheetScope.ts'

export type PointSign = 'BONUS' | 'DEDUCTION' | 'SIGNED'

export type Points =
  | {
      kind: 'POINTS'
      cell: RawCell
      /** Always positive. */
      points: string
      /** What the column or the sign says; UNSIGNED leaves it to the class. */
      sign: 'BONUS' | 'DEDUCTION' | 'UNSIGNED'
    }
  | { kind: 'NONE' }

const WORDED = /^(加|奖|减|扣)\s*(?=[\d.])/

/** Reads a points cell: 2, +2, -1, 加2分, 扣0.5. Null when it is no number (reported). */
export function readPoints(cell: RawCell, column: PointSign, scope: SheetScope): Points | null {
  const fix = scope.context.fixes.cells[`${scope.sheet}!${cell.address}`]
  if (fix?.as === 'SKIP' || fix?.as === 'NA' || fix?.as === 'MISSING') return { kind: 'NONE' }
  const word = cell.kind === 'text' ? WORDED.exec(halfWidth(cell.value)) : null
  const bare = word ? { ...cell, value: halfWidth(cell.value).slice(word[0].length) } : cell
  const parsed = fix?.as === 'VALUE' ? fix.value : read(bare, cell, scope)
  if (parsed === null) return null
  const number = dec(parsed)
  if (number.isZero()) return { kind: 'NONE' }
  const written = word
    ? /[加奖]/.test(word[1]!)
      ? 'BONUS'
      : 'DEDUCTION'
    : number.isNegative()
      ? 'DEDUCTION'
      : hasPlus(cell)
        ? 'BONUS'
        : 'UNSIGNED'
  const sign = column === 'SIGNED' ? written : column
  if (column === 'BONUS' && written === 'DEDUCTION') {
    scope.sink.add(cell, {
      code: 'SIGN_MISMATCH',
      level: 'error',
      message: `加分列里写的是「${tidy(cell.value)}」。`,
      suggestion: '请改到减分列，或填入正数。'
    })
    return null
  }
  return { kind: 'POINTS', cell, points: canonical(number.abs()), sign }
}

function hasPlus(cell: RawCell): boolean {
  return /^\+/.test(halfWidth(cell.value)) || /^\+/.test(halfWidth(cell.shown))
}

function read(bare: RawCell, cell: RawCell, scope: SheetScope): string | null {
  const { emptyWords, textFormat } = scope.context
  const parsed = parseValue(bare, { measure: '分', stated: null, emptyWords, textFormat })
  switch (parsed.kind) {
    case 'BLANK':
    case 'WORD':
      return '0'
    case 'NUMBER':
      for (const note of parsed.notes) scope.sink.add(cell, note)
      return parsed.value
    case 'BAD':
      scope.sink.add(cell, {
        code: parsed.code,
        level: 'error',
        message: parsed.message,
        suggestion: parsed.suggestion,
        group: parsed.group
      })
      return null
  }
}
