import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { nameKey } from '#shared/domain/importing/names/normaliseLabel.ts'
import type { SaidProgress, StagedItem } from '#shared/domain/importing/register/stagedItem.ts'
import {
  afterEvent,
  LOGGED,
  type EventDraft,
  type ItemCondition
} from '#shared/domain/register/itemCondition.ts'
import { itemState, type ItemState } from '#shared/domain/register/registerItem.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'

export interface LogFacts {
  log: readonly EventDraft[]
  condition: ItemCondition
  today: IsoDate
  at: string
  who: string
  /** Without a 目标数量 an amount done is only words. */
  hasQuantity: boolean
  /** 销号 number that is next. */
  closeNumber: string
  /** Number of the other item that bears a 销号 number. */
  closeNumberOf: (number: string) => string | null
}

interface SaidLog {
  lines: EventDraft[]
  condition: ItemCondition
  /** What the sheet says and was not done, as sentences. */
  told: string[]
}

const rank = (state: ItemState): number => itemState.options.indexOf(state)

/**
 * The lines that a row of a sheet adds to an item's log: progress that says something new, 督导记录, and the steps to the
 * state that it tells. A sheet never brings an item back to an earlier step.
 */
export function saidLog(row: StagedItem, facts: LogFacts): SaidLog {
  const lines: EventDraft[] = []
  const told: string[] = []
  let { condition } = facts
  const add = (type: EventDraft['type'], on: IsoDate, rest: Partial<EventDraft> = {}): void => {
    const line: EventDraft = {
      ...{ type, on: on > facts.today ? facts.today : on, at: facts.at, who: facts.who },
      ...{ text: '', percent: null, amount: null, changes: [] },
      ...rest
    }
    lines.push(line)
    condition = afterEvent(condition, line)
  }
  for (const entry of row.progress) {
    const said = worded(entry, facts.hasQuantity)
    if (!saysNew(said, [...facts.log, ...lines], condition)) continue
    const on = said.on ?? facts.today
    if (condition.state === 'OPEN') add('STARTED', on)
    add('PROGRESS', on, { text: said.text, percent: said.percent, amount: said.amount })
  }
  if (row.note !== null && isNewText(row.note, [...facts.log, ...lines]))
    add('NOTE', facts.today, { text: row.note })
  if (row.state !== null) step(row, row.state, facts, condition, add, told)
  return { lines, condition: lines.reduce(afterEvent, facts.condition), told }
}

function step(
  { closeOut, progress }: StagedItem,
  to: ItemState,
  facts: LogFacts,
  now: ItemCondition,
  add: (type: EventDraft['type'], on: IsoDate, rest?: Partial<EventDraft>) => void,
  told: string[]
): void {
  if (rank(to) < rank(now.state)) {
    // 已完成 of an item that waits for its 销号 is no contradiction.
    if (rank(to) < rank('DONE'))
      told.push(`表里写「${ITEM_STATES[to].name}」，台账已是「${ITEM_STATES[now.state].name}」，状态没有改。`)
    return
  }
  const on = closeOut?.date ?? progress.at(-1)?.on ?? facts.today
  const passes = (state: ItemState): boolean => rank(now.state) < rank(state) && rank(to) >= rank(state)
  if (passes('IN_PROGRESS')) add('STARTED', on)
  if (passes('DONE')) add('DONE', on, { text: '按导入的表登记，佐证见原表。' })
  const verifier = closeOut?.verifier ?? ''
  if (passes('VERIFIED'))
    add('VERIFIED', on, {
      text: '按导入的表登记。',
      changes: [{ field: LOGGED.verifier, before: '', after: verifier }]
    })
  if (!passes('CLOSED') || closeOut === null) return
  const other = closeOut.number === null ? null : facts.closeNumberOf(closeOut.number)
  if (other !== null) {
    told.push(`销号编号「${closeOut.number}」已经给了「${other}」，按「待销号」登记。`)
    return
  }
  add('CLOSED', on, {
    text: closeOut.opinion,
    changes: [
      { field: LOGGED.closeNumber, before: '', after: closeOut.number ?? facts.closeNumber },
      { field: LOGGED.closeVerifier, before: '', after: verifier }
    ]
  })
}

function worded(entry: SaidProgress, hasQuantity: boolean): SaidProgress {
  if (entry.amount === null || hasQuantity) return entry
  const text = [entry.text, `完成 ${entry.amount}`].filter((part) => part !== '').join('；')
  return { ...entry, text, amount: null }
}

/** A line, percent or amount that the log does not hold yet. */
function saysNew(said: SaidProgress, log: readonly EventDraft[], now: ItemCondition): boolean {
  const progress = log.filter(({ type }) => type === 'PROGRESS')
  if (said.text !== '' && isNewText(said.text, progress)) return true
  // What stood on that day: the sheet lists it by month, the log by the day on which it was told.
  const valueAt = (field: 'percent' | 'amount'): string | null =>
    progress
      .filter((line) => line[field] !== null && (said.on === null || line.on <= said.on))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .at(-1)?.[field] ?? null
  const isKnown = (field: 'percent' | 'amount'): boolean =>
    said[field] === null || now[field] === said[field] || valueAt(field) === said[field]
  return !isKnown('percent') || !isKnown('amount')
}

/** Some line of a text stands in no entry of the log. */
function isNewText(text: string, log: readonly Pick<EventDraft, 'text'>[]): boolean {
  const known = log.map((line) => plain(line.text)).join('|')
  return text
    .split('\n')
    .map(plain)
    .some((line) => line !== '' && !known.includes(line))
}

/** Days in front of an entry, and the word 累计, are how a sheet lists entries, no part of them. */
function plain(text: string): string {
  return nameKey(text.replace(/^(?:累计[:：])?(?:\d{4}-\d{2}-\d{2}|\d{1,2}月\d{1,2}日)?[:：\s]*/gm, ''))
}
