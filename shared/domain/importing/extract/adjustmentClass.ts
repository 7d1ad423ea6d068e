import type { CatalogueAdjustmentClass } from '../catalogue.ts'
import { nameKey, tidy } from '../names/normaliseLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { Points } from './readPoints.ts'
import type { SheetScope } from './sheetScope.ts'

type Counted = Extract<Points, { kind: 'POINTS' }>

const SIGN_WORDS: Readonly<Record<string, 'BONUS' | 'DEDUCTION'>> = {
  加分: 'BONUS',
  奖励: 'BONUS',
  减分: 'DEDUCTION',
  扣分: 'DEDUCTION'
}

/** The class of an event; null when it is unknown or contradicts the sign of the points (reported). */
export function classOf(cell: RawCell | null, points: Counted, scope: SheetScope): string | null {
  const { context } = scope
  const text = cell ? tidy(cell.value) : ''
  const fixed = Object.hasOwn(context.fixes.classes, text) ? context.fixes.classes[text] : undefined
  const match = context.classes.lookup(text)
  const code = fixed ?? (match.status === 'FOUND' ? match.code : null)
  const known = context.catalogue.adjustmentClasses.find((entry) => entry.code === code)
  if (known) return agree(known, points, scope)
  const only = onlyClass(SIGN_WORDS[nameKey(text)] ?? null, text, points, scope)
  if (only) return agree(only, points, scope)
  scope.sink.add(cell ?? points.cell, {
    code: 'UNKNOWN_CLASS',
    level: 'error',
    message: text === '' ? '没有写加减分类别。' : `「${text}」不是方案里的加减分类别。`,
    suggestion: '请选择类别。',
    group: `UNKNOWN_CLASS:${text}`,
    candidates:
      context.classes.candidates(text).length > 0
        ? context.classes.candidates(text)
        : context.catalogue.adjustmentClasses.map(({ code: own, name }) => ({ code: own, name }))
  })
  return null
}

/** Without a class, or with only 加分 or 减分 as one, a scheme with a single class of that sign leaves no choice. */
function onlyClass(
  worded: 'BONUS' | 'DEDUCTION' | null,
  text: string,
  points: Counted,
  scope: SheetScope
): CatalogueAdjustmentClass | null {
  if (text !== '' && worded === null) return null
  const sign = worded ?? (points.sign === 'UNSIGNED' ? null : points.sign)
  const fit = scope.context.catalogue.adjustmentClasses.filter((entry) => entry.sign === sign)
  return fit.length === 1 ? fit[0]! : null
}

function agree(entry: CatalogueAdjustmentClass, points: Counted, scope: SheetScope): string | null {
  if (points.sign === 'UNSIGNED' && entry.sign === 'DEDUCTION') {
    scope.sink.add(points.cell, {
      code: 'SIGN_BY_CLASS',
      level: 'confirm',
      message: `分值没有写正负，「${entry.name}」是减分，按减 ${points.points} 分计。`,
      suggestion: '请核对。',
      group: `SIGN_BY_CLASS:${entry.code}`
    })
  }
  if (points.sign === 'UNSIGNED' || points.sign === entry.sign) return entry.code
  scope.sink.add(points.cell, {
    code: 'SIGN_MISMATCH',
    level: 'error',
    message: `「${entry.name}」是${entry.sign === 'BONUS' ? '加分' : '减分'}类别，这里写的却是${points.sign === 'BONUS' ? '加分' : '减分'}。`,
    suggestion: '请改正类别或分值。'
  })
  return null
}
