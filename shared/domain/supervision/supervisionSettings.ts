import { z } from 'zod'
import { slipKind } from './slip.ts'

const days = z.number().int().min(1).max(60)
const watched = z.enum(['SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND'])

/** A word in the outcome of a streak (结果运用), and the paper that follows from it: 约谈 → 约谈通知书. */
export const outcomeRule = z.strictObject({
  word: z.string().trim().min(1, '请写明结果运用里的字').max(20),
  kind: slipKind.exclude(['SUPERVISION'])
})

/**
 * How the office follows up (三色督办单, S45: near its day blue, behind or poorly done yellow, overdue red until closed;
 * S46: one matter, one slip). Days are working days. Kept under the setting `supervision`.
 */
export const supervisionSettings = z
  .strictObject({
    /** Blue so many working days before the due day; null: none. */
    warnWorkdays: z.number().int().min(0).max(60).nullable().default(3),
    /** Statuses that give yellow. */
    yellow: z.array(watched).default(['BEHIND', 'BADLY_BEHIND']),
    /** 核验退回 gives yellow: poor quality. */
    yellowWhenReturned: z.boolean().default(true),
    /** A slip that was not answered by its day goes up one colour; a red one is issued again. */
    escalateUnanswered: z.boolean().default(true),
    /** 约谈 after so many red slips that were not answered; null: never. */
    interviewAfterRed: z.number().int().min(1).max(9).nullable().default(2),
    /** Within how many working days a unit is to answer. */
    answerWithin: z
      .strictObject({
        BLUE: days.default(5),
        YELLOW: days.default(3),
        RED: days.default(2),
        NOTICE: days.default(5),
        YELLOW_CARD: days.default(5),
        INTERVIEW: days.default(3)
      })
      .prefault({}),
    outcomes: z.array(outcomeRule).default([
      { word: '约谈', kind: 'INTERVIEW' },
      { word: '黄牌', kind: 'YELLOW_CARD' }
    ]),
    /** Which ways of handing in (S61) bring a 告知书 once the quarter's due date is over. */
    notices: z
      .strictObject({
        missing: z.boolean().default(true),
        partly: z.boolean().default(false),
        late: z.boolean().default(true)
      })
      .prefault({}),
    /** What stands before the year of a number: 督〔2026〕7号. */
    prefixes: z
      .strictObject({
        SUPERVISION: z.string().trim().min(1, '请写明文号冠字').max(12).default('督'),
        NOTICE: z.string().trim().min(1, '请写明文号冠字').max(12).default('告'),
        YELLOW_CARD: z.string().trim().min(1, '请写明文号冠字').max(12).default('警'),
        INTERVIEW: z.string().trim().min(1, '请写明文号冠字').max(12).default('约')
      })
      .prefault({}),
    /** 签发人 and 抄送 that new slips begin with. */
    issuer: z.string().trim().max(60).default(''),
    copies: z.string().trim().max(200).default('')
  })
  .prefault({})
export type SupervisionSettings = z.infer<typeof supervisionSettings>
