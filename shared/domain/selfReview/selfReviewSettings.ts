import { z } from 'zod'
import { registerType } from '../register/registerItem.ts'

const QUESTIONS = [
  { ask: '一问对标谁', hint: '标杆是谁、标杆值多少、数从哪里来' },
  { ask: '二问差多少', hint: '现在多少、差距多大' },
  { ask: '三问为什么', hint: '差距的原因' },
  { ask: '四问怎么办', hint: '补短的举措' },
  { ask: '五问谁来办', hint: '责任人' },
  { ask: '六问何时成', hint: '完成时限' }
]

const question = z.strictObject({
  ask: z.string().trim().min(1, '请写明问题').max(20),
  hint: z.string().trim().max(60)
})

/**
 * Words of the 六问对标, under the settings key `selfReview`. [I] The six questions are not published word for word, so an
 * office may put its own; three headings stand over them (party school: 发展之痛, 破解之策, 担当之力).
 */
export const selfReviewSettings = z.strictObject({
  questions: z.array(question).length(6).default(QUESTIONS),
  /** Over 一问 to 三问, over 四问, over 五问 and 六问. */
  sections: z.array(z.string().trim().min(1).max(20)).length(3).default(['发展之痛', '破解之策', '担当之力']),
  /** What a gap becomes on the register unless somebody chooses otherwise. */
  itemType: registerType.default('COMMITMENT')
})
export type SelfReviewSettings = z.infer<typeof selfReviewSettings>

export const SELF_REVIEW_KEY = 'selfReview'
