import { z } from 'zod'
import { periodKey } from '../period/periodKey.ts'

/** Two cases that the speakers pick out of a review (S57). */
export const commentMark = z.enum(['LEARN_FROM', 'THINK_ABOUT'])
export type CommentMark = z.infer<typeof commentMark>

export const COMMENT_MARKS: Record<CommentMark, string> = {
  LEARN_FROM: '值得学习',
  THINK_ABOUT: '值得思考'
}

/** What is typed in: who spoke as written, never a person of the database. */
export const commentInput = z.strictObject({
  period: periodKey,
  unit: z.string().min(1),
  speaker: z.string().trim().min(1, '请写明讲评人').max(60),
  text: z.string().trim().min(1, '请写讲评内容').max(2000),
  mark: commentMark.nullable()
})
export type CommentInput = z.infer<typeof commentInput>

/** 讲评 of a unit in a quarter, in the words that count now or that were replaced. */
export const comment = commentInput.extend({
  id: z.number().int(),
  unitName: z.string(),
  /** When and by whom it was written down. */
  at: z.string(),
  who: z.string(),
  endedAt: z.string().nullable()
})
export type Comment = z.infer<typeof comment>

/** 「分管领导：……（值得学习）」. */
export function commentSentence({ speaker, text, mark }: Pick<Comment, 'speaker' | 'text' | 'mark'>): string {
  const end = mark === null ? '' : `（${COMMENT_MARKS[mark]}）`
  return `${speaker}：${text}${end}`
}
