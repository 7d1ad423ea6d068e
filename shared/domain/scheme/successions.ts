import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { code } from './schemeNames.ts'

/**
 * 沿革: units renamed, merged, split or abolished. `from` units take part in the quarters before `effective`, `to`
 * units from it on (G20). RENAME keeps history. After MERGE and SPLIT the new unit starts anew, unless `inherit` says
 * which percent of whose earlier quarters it takes over in the year (§2.13).
 */
export const succession = z
  .strictObject({
    kind: z.enum(['RENAME', 'MERGE', 'SPLIT', 'ABOLISH']),
    from: z.array(code).min(1),
    to: z.array(code).default([]),
    effective: periodKey,
    inherit: z.array(z.strictObject({ from: code, to: code, percent: decimalString })).default([]),
    /** Document that ordered it. */
    basis: z.string().default('')
  })
  .refine((entry) => (entry.kind === 'ABOLISH') === (entry.to.length === 0), {
    message: '撤销不写新单位，其他沿革要写新单位'
  })
export type Succession = z.infer<typeof succession>
