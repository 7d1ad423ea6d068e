import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { decimalString } from '../number/decimal.ts'
import { direction } from '../scheme/schemeDefinition.ts'

/**
 * What a gap is measured against. TARGET 本季目标, FIRST 组内第一, PREVIOUS 上季度, MEAN 组均, FULL_MARK 满分, SUBMISSION 按时报送
 * (a 缺报 is a gap too); EXTERNAL stands outside of the office: 省内第一, 全国第一, 兄弟单位 (domain.md §1.1, 「最中国」).
 */
export const benchmarkKind = z.enum([
  'TARGET',
  'FIRST',
  'PREVIOUS',
  'MEAN',
  'FULL_MARK',
  'SUBMISSION',
  'EXTERNAL'
])
export type BenchmarkKind = z.infer<typeof benchmarkKind>

/** What is compared: the indicator's measured value, its score, the total, or a number that only this sheet knows. */
export const gapAbout = z.enum(['VALUE', 'SCORE', 'TOTAL', 'OWN'])
export type GapAbout = z.infer<typeof gapAbout>

const words = (most: number) => z.string().trim().max(most).default('')

/**
 * One gap (差距) of a 六问对标 with its six answers. [I] The six questions are not published word for word; ours are in
 * `selfReviewSettings.ts`. Absent words are '', absent facts null: a row under way may lack anything.
 */
export const gapFields = z.strictObject({
  /** 差距事项. */
  topic: words(200),
  /** Indicator of the scheme, by code. */
  indicator: z.string().nullable().default(null),
  race: z.string().nullable().default(null),
  about: gapAbout.default('OWN'),
  kind: benchmarkKind.default('EXTERNAL'),
  direction: direction.default('UP'),
  /** 计量单位 of both numbers. */
  unitOfMeasure: words(20),
  /** 一问对标谁: who or what, its value, and where the value is from. */
  benchmark: words(200),
  benchmarkValue: decimalString.nullable().default(null),
  benchmarkSource: words(400),
  /** 二问差多少: where we stand, and where that is from. The gap itself is always reckoned (`gapOf`). */
  ownValue: decimalString.nullable().default(null),
  ownSource: words(400),
  /** The gap in words, where it has no number. */
  gapNote: words(1000),
  /** 三问为什么. */
  cause: words(2000),
  /** 四问怎么办. */
  measures: words(2000),
  /** 五问谁来办: the person, and the unit where it is another one. */
  person: words(60),
  owner: z.string().nullable().default(null),
  /** 六问何时成. */
  due: isoDate.nullable().default(null),
  /** Points lost by it when it was proposed; only for the order. */
  lost: decimalString.nullable().default(null),
  /** Row of the quarter before that it carries on. */
  carriedFrom: z.number().int().nullable().default(null)
})
export type GapFields = z.infer<typeof gapFields>
export type GapInput = z.input<typeof gapFields>

export const EMPTY_GAP: GapFields = gapFields.parse({})

/** Whether nobody has written anything into the row. */
export function isBlankGap(fields: GapFields): boolean {
  return (
    [
      fields.topic,
      fields.benchmark,
      fields.benchmarkSource,
      fields.ownSource,
      fields.gapNote,
      fields.cause,
      fields.measures,
      fields.person
    ].every((text) => text === '') &&
    fields.benchmarkValue === null &&
    fields.ownValue === null &&
    fields.due === null
  )
}

/** Whether a proposed row has been answered at all: 三问 to 六问. */
export function isAnswered({ cause, measures, person, due }: GapFields): boolean {
  return cause !== '' || measures !== '' || person !== '' || due !== null
}
