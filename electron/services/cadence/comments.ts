import { AppError } from '#shared/appError.ts'
import { commentSentence, type Comment, type CommentInput } from '#shared/domain/cadence/comment.ts'
import { reviewPlan, type ReviewPlan } from '#shared/domain/cadence/reviewPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { append } from '#db/repos/auditRepo.ts'
import { endComment, getComment, insertComment, listComments } from '#db/repos/commentRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { unitNames } from '../register/registerContext.ts'

/** 讲评 of a quarter; with `ended` the wordings that were replaced or taken back too. */
export function commentsOf(library: Library, period: PeriodKey, ended = false): Comment[] {
  requirePeriod(library, period)
  return listComments(library.db, period, { ended })
}

/**
 * Writes down what a speaker said of a unit. `replaces` is the wording that it takes the place of: that one is ended, never
 * changed. A frozen quarter takes comments too: they are no numbers. Throws NOT_FOUND, CONFLICT.
 */
export function saveComment(library: Library, input: CommentInput & { replaces: number | null }): Comment {
  return tx(library.db, () => {
    const { replaces, ...said } = input
    requirePeriod(library, said.period)
    const name = unitNames(library).get(said.unit)
    if (name === undefined)
      throw new AppError('NOT_FOUND', `没有代码为「${said.unit}」的单位，讲评没有保存。`, {
        action: '请从单位列表里选。'
      })
    const at = library.now()
    const by = library.operator()
    const before = replaces === null ? null : requireLive(library, replaces)
    if (before !== null && (before.unit !== said.unit || before.period !== said.period))
      throw new AppError('CONFLICT', '要替换的讲评属于别的单位或季度，没有保存。', {
        action: '请刷新后再试。'
      })
    if (before !== null) endComment(library.db, before.id, at)
    const id = insertComment(library.db, said, at, by)
    append(library.db, {
      at,
      who: by,
      what: before === null ? '记录讲评' : '修改讲评',
      subject: `${said.period} · ${name}`,
      before: before === null ? null : commentSentence(before),
      after: commentSentence(said)
    })
    return getComment(library.db, id)!
  })
}

/** Takes a comment back; it stays on record. Throws NOT_FOUND, CONFLICT where it was ended already. */
export function withdrawComment(library: Library, id: number): Comment {
  return tx(library.db, () => {
    const before = requireLive(library, id)
    const at = library.now()
    endComment(library.db, id, at)
    append(library.db, {
      at,
      who: library.operator(),
      what: '撤下讲评',
      subject: `${before.period} · ${before.unitName}`,
      before: commentSentence(before)
    })
    return getComment(library.db, id)!
  })
}

function requireLive(library: Library, id: number): Comment {
  const found = getComment(library.db, id)
  if (found === null) throw new AppError('NOT_FOUND', '没有这条讲评。', { action: '请刷新后再看。' })
  if (found.endedAt !== null)
    throw new AppError('CONFLICT', `对${found.unitName}的这条讲评已经改过或撤下，没有改动。`, {
      action: '请刷新后再看。'
    })
  return found
}

const planKey = (period: PeriodKey): string => `review.${period}`
const LAST_PLAN = 'review'

/** 出场顺序 and minutes of a quarter's review; a new quarter begins as the last one was set, without its own order. */
export function reviewPlanOf(library: Library, period: PeriodKey): ReviewPlan {
  const own = getSetting(library.db, planKey(period), reviewPlan.optional())
  if (own !== undefined) return own
  return { ...getSetting(library.db, LAST_PLAN, reviewPlan.prefault({})), custom: [] }
}

export function saveReviewPlan(library: Library, period: PeriodKey, plan: ReviewPlan): ReviewPlan {
  requirePeriod(library, period)
  setSetting(library.db, planKey(period), plan)
  setSetting(library.db, LAST_PLAN, {
    ...plan,
    order: plan.order === 'CUSTOM' ? 'RANK' : plan.order,
    custom: []
  })
  return plan
}
