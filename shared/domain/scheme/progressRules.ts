import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'

/** 状态 as stored; colours and plates are only ever its display (domain.md §1.5). */
export const progressStatus = z.enum(['AHEAD', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND'])
export type ProgressStatus = z.infer<typeof progressStatus>

/** A row: so many points behind plan give this status. Without `from` (`to`) it runs to −∞ (+∞). */
export const progressRow = z.strictObject({
  from: decimalString.optional(),
  fromInclusive: z.boolean().default(true),
  to: decimalString.optional(),
  toInclusive: z.boolean().default(false),
  status: progressStatus
})
export type ProgressRow = z.infer<typeof progressRow>

/**
 * Plan against actual (S43): 10–30 points behind is yellow, more is red. The published rule leaves 0–10 open (G16); the
 * recommended reading is 略滞后. Above plan is AHEAD.
 */
export const progressRules = z
  .strictObject({
    rows: z.array(progressRow).prefault([
      { to: '0', status: 'AHEAD' },
      { from: '0', to: '0', toInclusive: true, status: 'ON_TRACK' },
      { from: '0', fromInclusive: false, to: '10', status: 'SLIGHTLY_BEHIND' },
      { from: '10', to: '30', toInclusive: true, status: 'BEHIND' },
      { from: '30', fromInclusive: false, status: 'BADLY_BEHIND' }
    ]),
    /** Completion of an indicator, %: met from here, slightly behind from there, behind below. */
    met: decimalString.default('100'),
    slightlyBehind: decimalString.default('85'),
    /** Words and colours of the display: 红为达标, 红绿灯, 红黄牌, 红黄旗, 红黑榜 (domain.md §1.5). Never two in one table. */
    vocabulary: z.enum(['RED_IS_GOOD', 'LIGHTS', 'PLATES', 'FLAGS', 'BOARDS']).default('RED_IS_GOOD')
  })
  .prefault({})
export type ProgressRules = z.infer<typeof progressRules>
