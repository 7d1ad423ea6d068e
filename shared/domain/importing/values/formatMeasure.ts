import { findMultiplier, isMeasureText } from './measures.ts'

/** What a number format tells about the measure of the stored number. */
export type FormatMeasure =
  | { kind: 'NONE' }
  | { kind: 'PERCENT' }
  /** `0"万元"`: shown with a measure, stored as shown. */
  | { kind: 'MEASURE'; measure: string }
  /** `0!.0,"万"`: shown in 万, stored in full. Both readings happen, so neither is taken. */
  | { kind: 'SCALED'; measure: string }

export function formatMeasure(format: string | undefined): FormatMeasure {
  if (format === undefined) return { kind: 'NONE' }
  const positive = format.split(';')[0]!
  const bare = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (bare.includes('%')) return { kind: 'PERCENT' }
  const literal =
    /"([^"]+)"\s*_?\s*$/.exec(positive)?.[1] ?? /[#0?]([\u4e00-\u9fff]{1,4})\s*$/.exec(positive)?.[1]
  if (literal === undefined || !(isMeasureText(literal) || findMultiplier(literal))) return { kind: 'NONE' }
  const scaled = /[0#?],+\s*$/.test(bare) || /[!\\]\./.test(positive)
  return { kind: scaled ? 'SCALED' : 'MEASURE', measure: literal.trim() }
}
