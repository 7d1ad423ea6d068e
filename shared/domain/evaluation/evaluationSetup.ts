import { z } from 'zod'

/** JUDGES: marks or places given by seats (S29–S31, S33). BALLOTS: votes for options (S27, S28, S32). */
export const roundKind = z.enum(['JUDGES', 'BALLOTS'])
export type RoundKind = z.infer<typeof roundKind>

export const roundState = z.enum(['OPEN', 'CLOSED', 'VOIDED'])
export type RoundState = z.infer<typeof roundState>

/** Most seats, or ballots keyed in one by one, of one evaluator group. */
export const MOST_SEATS = 300

/** A place at the judges' table. Marks hang on `key`, so that a name can be corrected; without a name it is 「评委 3」. */
export const seat = z.strictObject({
  key: z.string().regex(/^[1-9]\d{0,3}$/),
  name: z.string().trim().max(20, '评委姓名最多 20 个字')
})
export type Seat = z.infer<typeof seat>

/**
 * One evaluator group (评价主体) of the rule in this round; `name` is '' where the rule has none. A group without seats
 * (handed out: null) is not collected here: its marks come by another way, an imported sheet for instance.
 */
export const setupGroup = z.strictObject({
  name: z.string(),
  /** JUDGES only. */
  seats: z.array(seat).max(MOST_SEATS, `一个评价主体最多 ${MOST_SEATS} 个席位`),
  /** BALLOTS only: how many were handed out. */
  handedOut: z.number().int().min(1, '发出票数至少 1 张').max(99_999).nullable(),
  /** BALLOTS only: how many came back, where somebody counted them. */
  returned: z.number().int().min(0).max(99_999).nullable()
})
export type SetupGroup = z.infer<typeof setupGroup>

export const evaluationSetup = z.strictObject({
  /** Codes of the units in order of appearance. */
  order: z.array(z.string()).min(1, '至少要有一个参评单位'),
  /** How the order came about: 机构顺序, drawn by lot, or arranged by hand. */
  orderedBy: z.enum(['ORGANISATION', 'LOT', 'HAND']),
  groups: z.array(setupGroup).min(1),
  /** BALLOTS only: each ballot keyed in, or the totals per option (唱票). */
  entry: z.enum(['EACH', 'TOTALS']),
  /** The projector and the exports show judges' names; else 「评委 3」 only. */
  showNames: z.boolean()
})
export type EvaluationSetup = z.infer<typeof evaluationSetup>

/** What a seat is called wherever its mark is read: the given name, or its number. */
export function seatLabel({ key, name }: Seat, word = '评委'): string {
  return name === '' ? `${word} ${key}` : name
}

/** Whether marks of a group are collected in this round. */
export function isCollected(group: SetupGroup): boolean {
  return group.seats.length > 0 || group.handedOut !== null
}

export function collectedGroups(setup: EvaluationSetup): SetupGroup[] {
  return setup.groups.filter(isCollected)
}

/** Seats `1 … count`, keeping those that are there already. */
export function seatsUpTo(seats: readonly Seat[], count: number): Seat[] {
  const kept = seats.slice(0, count)
  let next = Math.max(0, ...kept.map(({ key }) => Number(key)))
  return [
    ...kept,
    ...Array.from({ length: Math.max(0, count - kept.length) }, () => ({ key: String(++next), name: '' }))
  ]
}
