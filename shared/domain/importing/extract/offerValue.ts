import type { CatalogueIndicator } from '../catalogue.ts'
import { numberInProse } from '../values/numberInProse.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { Reported } from '../problems/problemSink.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { Coordinates, SheetScope } from './sheetScope.ts'

export interface Offer {
  problem: Reported
  /** Set once the clerk has confirmed what was read. */
  value: string | null
}

const GRADE =
  /^(?:[a-e][+-]?|[优良中差](?:秀|好|等)?|一般|较[好差]|好|(?:不|基本)?合格|(?:不|未|基本)?达标|[一二三四]等|[甲乙丙丁]等?)(?:级|等|档)?(?:[(（:：\s]*\d+(?:\.\d+)?\s*[-~—～至]\s*\d+(?:\.\d+)?(?:分)?[)）]?)?$/i

/**
 * What can be done with words where a number belongs: a grade needs somebody to say what it is worth, and the one number of a
 * sentence is offered, to count when the clerk confirms it. Null: nothing better to say than that it is no number.
 */
export function offerValue(
  cell: RawCell,
  at: Coordinates,
  indicator: CatalogueIndicator,
  { context, sheet }: SheetScope
): Offer | null {
  if (cell.kind !== 'text' || at.field === 'target' || !indicator.fields.includes(at.field)) return null
  const text = tidy(cell.value)
  if (GRADE.test(text)) {
    return {
      value: null,
      problem: {
        code: 'GRADE_WORD',
        level: 'error',
        message: `「${text}」是等次，不是数；方案里「${indicator.name}」没有写这个等次算多少。`,
        suggestion: '请填入数值并写明依据，或标缺报。',
        group: `GRADE_WORD:${indicator.code}:${text}`
      }
    }
  }
  const found = at.field === 'actual' ? numberInProse(cell.value, indicator.unit) : null
  if (found === null) return null
  const key = `${sheet}!${cell.address}`
  const group = `NUMBER_IN_PROSE:${key}`
  const isConfirmed =
    (Object.hasOwn(context.fixes.cells, key) && context.fixes.cells[key]?.as === 'CONFIRMED') ||
    context.fixes.confirmed.includes(group)
  const converted = found.isConverted ? `，即 ${found.value} ${indicator.unit}` : ''
  return {
    value: isConfirmed ? found.value : null,
    problem: {
      code: 'NUMBER_IN_PROSE',
      level: 'confirm',
      message: `从文字里读出 ${found.shown}${converted}；确认后才计入「${indicator.name}」。`,
      suggestion: '请对照原文核对；读得不对的请填入数值，或不导入这一格。',
      group
    }
  }
}
