import type { IsoDate } from '../calendar/isoDate.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { ITEM_STATES } from '../register/registerWords.ts'
import type { ItemStanding } from '../register/itemStanding.ts'
import type { RegisterItem } from '../register/registerItem.ts'
import { causeOf, demandOf, progress, sentence, type Cause, type CauseContext } from './itemCause.ts'
import type { BlockedItem, SlipProposal } from './proposal.ts'
import { LEVELS, type ItemCause, type Slip, type SlipLevel } from './slip.ts'
import { answerDay, levelAbove } from './slipMachine.ts'
import { dayWords, SLIP_LEVELS } from './slipWords.ts'

export interface ItemProposalInput extends CauseContext {
  on: IsoDate
  items: readonly { item: RegisterItem; standing: ItemStanding }[]
  /** Slips that are not closed or withdrawn. */
  open: readonly Slip[]
  /** How often a colour was issued about an item so far. */
  times: (item: number, level: SlipLevel) => number
  calendar: WorkCalendar
  /** Keys that were issued or declined before. */
  settled: ReadonlySet<string>
}

/**
 * What the items of a day ask for (S45, S46): near the due day blue, behind or sent back yellow, overdue red. An item with an
 * open slip is escalated, never slipped twice; a slip that was not answered goes up one; a done item ends its slip. The
 * most pressing first, inside it by item.
 */
export function itemProposals(input: ItemProposalInput): {
  proposals: SlipProposal[]
  blocked: BlockedItem[]
} {
  const slips = new Map(
    input.open.flatMap((slip) =>
      slip.kind === 'SUPERVISION' && slip.item !== null ? [[slip.item, slip] as const] : []
    )
  )
  const blocked: BlockedItem[] = []
  const proposals = input.items.flatMap((entry): SlipProposal[] => {
    const { item, standing } = entry
    const slip = slips.get(item.id) ?? null
    if (standing.status === 'DONE') return slip === null ? [] : fresh([closing(entry, slip, input)], input)
    const due = causeOf(entry, input)
    if (slip !== null) return fresh(rising(entry, slip, due, input), input)
    if (due === null || input.settled.has(due.key)) return []
    if (item.owner === null) {
      blocked.push({
        item: item.id,
        reason: `应发${SLIP_LEVELS[due.level].short}，但没有责任单位，请先补上。`
      })
      return []
    }
    return [issuing(entry, item.owner, due, input)]
  })
  return { proposals: proposals.sort((a, b) => pressing(a) - pressing(b)), blocked }
}

type Entry = ItemProposalInput['items'][number]

function issuing({ item }: Entry, unit: string, due: Cause, input: ItemProposalInput): SlipProposal {
  const answerBy = answerDay('SUPERVISION', due.level, input.on, input)
  return {
    key: due.key,
    action: 'ISSUE',
    kind: 'SUPERVISION',
    level: due.level,
    unit,
    item: item.id,
    slip: null,
    period: input.period,
    times: input.times(item.id, due.level) + 1,
    subject: item.title,
    reason: due.reason,
    demand: demandOf(due.cause, item.due, answerBy),
    answerBy,
    basis: { from: 'ITEM', cause: due.cause }
  }
}

/**
 * Slips that a person asks for about chosen items, whatever was issued or declined before: by the item's own cause where it
 * gives one, else yellow. An open slip goes up; items that are done are told.
 */
export function askedProposals(input: ItemProposalInput): {
  proposals: SlipProposal[]
  blocked: BlockedItem[]
} {
  const blocked: BlockedItem[] = []
  const proposals = input.items.flatMap((entry): SlipProposal[] => {
    const { item, standing } = entry
    if (standing.status === 'DONE') {
      blocked.push({ item: item.id, reason: `${standing.reason}不用再发督办单。` })
      return []
    }
    const own = causeOf(entry, input)
    const slip = input.open.find((one) => one.kind === 'SUPERVISION' && one.item === item.id)
    const key = `item:${item.id}:ASKED:${input.on}`
    const reason = own?.reason ?? sentence(standing.reason, progress(standing))
    const cause = own?.cause ?? 'ASKED'
    if (slip !== undefined) {
      const higher = own !== null && LEVELS.indexOf(own.level) > LEVELS.indexOf(slip.level ?? 'BLUE')
      const level = higher ? own.level : levelAbove(slip.level)
      return [raise(slip, { level, key: higher ? own.key : key, cause, reason }, item, input)]
    }
    if (item.owner === null) {
      blocked.push({ item: item.id, reason: '没有责任单位，发不了督办单，请先补上。' })
      return []
    }
    return [issuing(entry, item.owner, own ?? { cause, level: 'YELLOW', key, reason }, input)]
  })
  return { proposals, blocked }
}

/** Why an open slip goes up: the matter got worse, or nobody answered. The worse of the two when both hold. */
function rising(
  { item, standing }: Entry,
  slip: Slip,
  due: Cause | null,
  input: ItemProposalInput
): SlipProposal[] {
  const now = slip.level ?? 'BLUE'
  if (due !== null && LEVELS.indexOf(due.level) > LEVELS.indexOf(now))
    return [
      raise(slip, { level: due.level, key: due.key, cause: due.cause, reason: due.reason }, item, input)
    ]
  const late = slip.state === 'ISSUED' && slip.answerBy !== null && slip.answerBy < input.on
  if (!late || !input.settings.escalateUnanswered) return []
  const reason = sentence(
    `${slip.number}要求${dayWords(slip.answerBy!)}前反馈，至今没有反馈`,
    standing.status === 'OVERDUE' ? standing.reason : progress(standing)
  )
  const key = unansweredKey(slip)
  const raised = raise(slip, { level: levelAbove(slip.level), key, cause: 'ASKED', reason }, item, input)
  return [raised, ...interview(slip, raised, input)]
}

function raise(
  slip: Slip,
  { level, key, cause, reason }: { level: SlipLevel; key: string; cause: ItemCause; reason: string },
  item: RegisterItem,
  input: ItemProposalInput
): SlipProposal {
  const answerBy = answerDay('SUPERVISION', level, input.on, input)
  return {
    key,
    action: 'ESCALATE',
    kind: 'SUPERVISION',
    level,
    unit: slip.unit,
    item: item.id,
    slip: slip.id,
    period: slip.period,
    times: input.times(item.id, level) + 1,
    subject: slip.fields.subject,
    reason,
    demand: demandOf(cause, item.due, answerBy),
    answerBy,
    basis: { from: 'ITEM', cause }
  }
}

/** 约谈 once enough red slips were not answered; beside the slip, which stays open. */
function interview(slip: Slip, raised: SlipProposal, input: ItemProposalInput): SlipProposal[] {
  const { interviewAfterRed } = input.settings
  const reds = raised.times - 1
  if (slip.level !== 'RED' || interviewAfterRed === null || reds < interviewAfterRed) return []
  return [
    {
      ...raised,
      key: `${raised.key}:INTERVIEW`,
      action: 'ISSUE',
      kind: 'INTERVIEW',
      level: null,
      // The matter keeps its own slip; the interview is with the unit.
      item: null,
      slip: null,
      period: input.period,
      times: 1,
      reason: `「${slip.fields.subject}」已发红单 ${reds} 次，均未按期反馈。${raised.reason}`,
      demand: '请主要负责人按时参加约谈，书面说明原因、整改措施和完成时间。',
      answerBy: answerDay('INTERVIEW', null, input.on, input),
      basis: { from: 'SLIP', slip: slip.id }
    }
  ]
}

function closing({ item, standing }: Entry, slip: Slip, { period }: ItemProposalInput): SlipProposal {
  return {
    key: `slip:${slip.id}:CLOSE:${item.doneOn ?? ''}:${slip.version}`,
    action: 'CLOSE',
    kind: 'SUPERVISION',
    level: slip.level,
    unit: slip.unit,
    item: item.id,
    slip: slip.id,
    period,
    times: 0,
    subject: slip.fields.subject,
    reason: `事项${ITEM_STATES[item.state].name}：${standing.reason}`,
    demand: '',
    answerBy: null,
    basis: { from: 'ITEM', cause: 'ASKED' }
  }
}

function unansweredKey(slip: Pick<Slip, 'id' | 'answerBy'>): string {
  return `slip:${slip.id}:UNANSWERED:${slip.answerBy}`
}

const fresh = (made: readonly SlipProposal[], { settled }: ItemProposalInput): SlipProposal[] =>
  made.filter(({ key }) => !settled.has(key))

/** Red first, then yellow, blue, papers without a colour, and what only ends. */
function pressing({ action, level, kind }: SlipProposal): number {
  if (action === 'CLOSE') return 9
  if (kind !== 'SUPERVISION') return 0
  return level === 'RED' ? 1 : level === 'YELLOW' ? 2 : 3
}
