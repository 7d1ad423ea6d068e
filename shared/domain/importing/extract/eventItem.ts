import { dec } from '../../number/decimal.ts'
import { emptyWordMeaning } from '../values/emptyWords.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { PartHit } from '../names/partIndex.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetScope } from './sheetScope.ts'

/** 无, / or 0 where an item or its number belongs. */
export function saysNone(cell: RawCell, { context }: SheetScope): boolean {
  if (cell.kind === 'number') return dec(cell.value).isZero()
  return emptyWordMeaning(cell.value, context.emptyWords) !== null
}

/** The item that a row names, of an indicator that applies to the unit; an unknown or ambiguous one is asked about. */
export function hitOf(item: RawCell, unit: string, scope: SheetScope): PartHit | null {
  const { context, sheetIndicator } = scope
  const hits = context.parts
    .hits(item.value)
    .filter(({ kind, indicator }) => kind === 'EVENTS' && (sheetIndicator ?? indicator) === indicator)
  const fit = hits.filter(({ indicator }) => context.indicatorOf.get(indicator)!.units.has(unit))
  if (fit.length === 1) return fit[0]!
  const text = tidy(item.value)
  if (hits.length > 0 && fit.length === 0) {
    scope.sink.add(item, {
      code: 'NOT_APPLICABLE_VALUE',
      level: 'confirm',
      message: `方案里「${context.indicators.index.nameOf(hits[0]!.indicator)}」不考核${context.units.index.nameOf(unit)}，这件事没有导入。`,
      suggestion: '如果应当考核，请先在方案里改适用范围。',
      group: `NOT_APPLICABLE_VALUE:${hits[0]!.indicator}`
    })
    return null
  }
  const items = context.catalogue.indicators.flatMap(({ code, parts }) =>
    parts?.kind === 'EVENTS' && (sheetIndicator ?? code) === code ? parts.parts.map(({ name }) => name) : []
  )
  scope.sink.add(item, {
    code: 'UNKNOWN_PART',
    level: 'error',
    message:
      fit.length > 1
        ? `「${text}」在几个指标里都是扣分项，看不出是哪一个指标的。`
        : `「${text}」不是方案里的扣分项。`,
    suggestion: fit.length > 1 ? '请选择这张表的指标。' : '请选择它是哪个扣分项，或不导入这一格。',
    group: `UNKNOWN_PART:${text}`,
    candidates: [...new Set(items)].map((name) => ({ code: name, name }))
  })
  return null
}
