import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'

/** What a decision on standings is about: the quarter's where it is absent, or those of the year or half-year. */
const span = z.enum(['YEAR', 'H1', 'H2'])

/**
 * 决定: what people decided where no formula answers, always with basis and decider. Append only; a wrong one is revoked,
 * never edited. `subject` says what about.
 */
export const decisionSubject = z.discriminatedUnion('type', [
  /** 否决: an event of the scheme's catalogue, for the quarters `from` to `until` (S26: also the next year's; retroactive). */
  z.strictObject({
    type: z.literal('VETO'),
    kind: z.string(),
    unit: z.string(),
    /** Null: every race. */
    race: z.string().nullable(),
    /** Only with SCORE_ZERO: the one indicator that it strikes. */
    indicator: z.string().nullable(),
    from: periodKey,
    until: periodKey.nullable()
  }),
  /**
   * 并列裁定: the order among units that the whole tie-break chain leaves equal (S34), best first. `group` `*`: units of
   * several groups that tie in the ranking over all of them (grades of all groups).
   */
  z.strictObject({
    type: z.literal('TIE'),
    race: z.string(),
    group: z.string(),
    order: z.array(z.string()).min(2),
    span: span.optional()
  }),
  /**
   * 补分: a value or a score settled by decision (S37). `indicator` null: the unit's total for the quarter. `unit`
   * `*`: everybody (a round that was not held). `as` VALUE goes through the rule, SCORE is the points.
   */
  z.strictObject({
    type: z.literal('IMPUTATION'),
    unit: z.string(),
    race: z.string(),
    indicator: z.string().nullable(),
    as: z.enum(['VALUE', 'SCORE']),
    value: decimalString
  }),
  /** 免上榜: not on the bad side of a board (S55: 不可抗力). */
  z.strictObject({ type: z.literal('EXEMPTION'), race: z.string(), board: z.string(), unit: z.string() }),
  /** 等次裁定: another grade than the rule's. */
  z.strictObject({
    type: z.literal('GRADE'),
    race: z.string(),
    unit: z.string(),
    grade: z.string(),
    span: span.optional()
  }),
  /** 领导评价: points of the year (S33), 0 to the scheme's share. Belongs to the period of the year's last quarter. */
  z.strictObject({
    type: z.literal('LEADERSHIP'),
    race: z.string(),
    unit: z.string(),
    span,
    points: decimalString
  })
])
export type DecisionSubject = z.infer<typeof decisionSubject>

export const decision = z.strictObject({
  id: z.number().int(),
  /** Quarter that it belongs to. */
  period: periodKey,
  subject: decisionSubject,
  /** 依据: 「经商议决定」, document number … */
  basis: z.string(),
  decidedBy: z.string(),
  /** ISO date of the decision. */
  date: z.string()
})
export type Decision = z.infer<typeof decision>

export type DecisionOf<T extends DecisionSubject['type']> = Decision & {
  subject: Extract<DecisionSubject, { type: T }>
}

/** The decisions of one type, in the order in which they were recorded. */
export function decisionsOf<T extends DecisionSubject['type']>(
  all: readonly Decision[],
  type: T
): DecisionOf<T>[] {
  return all
    .filter((entry): entry is DecisionOf<T> => entry.subject.type === type)
    .sort((a, b) => a.id - b.id)
}
