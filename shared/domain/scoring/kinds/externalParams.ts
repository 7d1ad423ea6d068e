import { z } from 'zod'
import { dec, decimalString, type D } from '../../number/decimal.ts'
import type { ParamField } from '../ruleKind.ts'

/** Parameters of 按上级排名给分 (seed 排位目标, S83a). */
const place = z.number().int().min(-9999).max(9999)
const row = z.strictObject({
  /** Places from … to, both included; without one the row has no end on that side. */
  from: place.optional(),
  to: place.optional(),
  /** May be negative (S83a: −1 … −4). */
  points: decimalString,
  /** Added for each place after `from`, no further than `limit` (S83a: below 10th −1 … −4: −1 at 11, then −1 each). */
  perPlace: decimalString.optional(),
  limit: decimalString.optional()
})
export type ExternalRow = z.infer<typeof row>

export const externalParams = z.strictObject({
  /** BEHIND_TARGET: places behind the 排位目标 (0 reached, −2 two places better). PLACE: the place itself. */
  by: z.enum(['BEHIND_TARGET', 'PLACE']).default('BEHIND_TARGET'),
  rows: z.array(row).min(1)
})
export type ExternalRankParams = z.infer<typeof externalParams>

export const externalForm: readonly ParamField[] = [
  {
    key: 'by',
    label: '按什么给分',
    input: {
      type: 'choice',
      options: [
        { value: 'BEHIND_TARGET', label: '比排位目标落后几位（0 是达到目标，负数是超过目标）' },
        { value: 'PLACE', label: '实际名次' }
      ]
    }
  },
  {
    key: 'rows',
    label: '给分表',
    help: '从或到不填就是没有限制',
    input: {
      type: 'table',
      columns: [
        { key: 'from', label: '从', input: { type: 'integer' } },
        { key: 'to', label: '到', input: { type: 'integer' } },
        { key: 'points', label: '得分', input: { type: 'decimal', suffix: '分' } },
        {
          key: 'perPlace',
          label: '之后每位再加（减写负数）',
          input: { type: 'decimal', suffix: '分', optional: true }
        },
        { key: 'limit', label: '加到或减到为止', input: { type: 'decimal', suffix: '分', optional: true } }
      ]
    }
  }
]

export function behindWords(behind: number): string {
  return behind === 0 ? '达到目标' : behind < 0 ? `超过目标 ${-behind} 位` : `落后目标 ${behind} 位`
}

export function placeWords(
  { from, to }: Pick<ExternalRow, 'from' | 'to'>,
  by: ExternalRankParams['by']
): string {
  const word = (value: number): string => (by === 'PLACE' ? `第 ${value} 名` : behindWords(value))
  if (from !== undefined && from === to) return word(from)
  if (from === undefined) return to === undefined ? '任何名次' : `${word(to)}及更好`
  return to === undefined ? `${word(from)}及更差` : `${word(from)}到${word(to)}`
}

export function describeExternal(rule: ExternalRankParams): string {
  const rows = rule.rows.map((entry) => `${placeWords(entry, rule.by)}${rowPointsWords(entry)}`)
  const by = rule.by === 'PLACE' ? '按上级排名的实际名次' : '上级排名的实际名次与排位目标比'
  return `${by}：${rows.join('，')}。`
}

/** What a row gives, in words. */
export function rowPointsWords({ points, perPlace, limit }: ExternalRow): string {
  const each =
    perPlace === undefined
      ? ''
      : `，之后每位${perPlace.startsWith('-') ? '减' : '加'} ${perPlace.replace('-', '')} 分`
  return `得 ${points} 分${each}${limit === undefined ? '' : `，到 ${limit} 分为止`}`
}

/** Points of a place that the row holds. */
export function pointsAt({ from, points, perPlace, limit }: ExternalRow, place: number): D {
  if (perPlace === undefined || from === undefined) return dec(points)
  const raw = dec(points).plus(dec(perPlace).times(place - from))
  if (limit === undefined) return raw
  const beyond = perPlace.startsWith('-') ? raw.lessThan(dec(limit)) : raw.greaterThan(dec(limit))
  return beyond ? dec(limit) : raw
}
