import { dec, HUNDRED } from '../number/decimal.ts'
import { closeNumber, dayOf, type ActionFacts, type Refusal } from './actionFacts.ts'
import { itemActionName, type ItemAction, type ItemActionName } from './itemAction.ts'
import { samePerson } from './people.ts'
import type { ItemState, RegisterItem } from './registerItem.ts'
import { ACTION_NAMES, ITEM_STATES } from './registerWords.ts'

const ANY: readonly ItemState[] = ['OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'CLOSED']
const ALLOWED: Record<Exclude<ItemActionName, 'RESTORE'>, readonly ItemState[]> = {
  START: ['OPEN'],
  PROGRESS: ['OPEN', 'IN_PROGRESS'],
  NOTE: ANY,
  DONE: ['OPEN', 'IN_PROGRESS'],
  RETURN: ['DONE', 'VERIFIED'],
  VERIFY: ['DONE'],
  CLOSE: ['VERIFIED'],
  REOPEN: ['CLOSED'],
  VOID: ANY
}

/** Actions that the state of an item allows, in the order of the steps. */
export function allowedActions({ state, voided }: Pick<RegisterItem, 'state' | 'voided'>): ItemActionName[] {
  if (voided !== null) return ['RESTORE']
  return itemActionName.options.filter((name) => name !== 'RESTORE' && ALLOWED[name].includes(state))
}

/** Why an action cannot be done to an item as it stands: its state, its day, what is missing; null where it can. */
export function refusalFor(
  item: Pick<RegisterItem, 'state' | 'voided' | 'person' | 'quantity'>,
  action: ItemAction,
  facts: ActionFacts
): Refusal | null {
  return stateRefusal(item, action.action) ?? dayRefusal(action, facts) ?? refusalOf(item, action, facts)
}

function stateRefusal(
  { state, voided }: Pick<RegisterItem, 'state' | 'voided'>,
  action: ItemActionName
): Refusal | null {
  if (action === 'RESTORE') {
    return voided === null ? refuse('这一事项没有作废，不用恢复。', '请刷新后再看。') : null
  }
  if (voided !== null) return refuse('这一事项已作废。', '要继续办理，请先恢复。')
  if (ALLOWED[action].includes(state)) return null
  return refuse(`现在是「${ITEM_STATES[state].name}」，不能${ACTION_NAMES[action]}。`, NEXT_STEP[state])
}

const NEXT_STEP: Record<ItemState, string> = {
  OPEN: '请先开始办理，或报进展、报结。',
  IN_PROGRESS: '办完后请先报结，再核验、销号。',
  DONE: '请先核验：通过后销号，不通过就退回。',
  VERIFIED: '核验已通过，可以销号；要继续办理请退回。',
  CLOSED: '要继续办理，请先重新打开。'
}

/** Steps follow each other by day as well: a log in which a later step has an earlier day explains nothing. */
function dayRefusal(action: ItemAction, { today, lastStepOn }: ActionFacts): Refusal | null {
  const on = dayOf(action, today)
  if (on > today) {
    return refuse(`日期 ${on} 还没有到（今天 ${today}）。`, '请填今天或以前的日期。')
  }
  const isStep = action.action !== 'PROGRESS' && action.action !== 'NOTE'
  if (isStep && lastStepOn !== null && on < lastStepOn) {
    return refuse(`日期 ${on} 早于上一步的 ${lastStepOn}。`, '请填上一步当天或以后的日期。')
  }
  return null
}

function refusalOf(
  item: Pick<RegisterItem, 'person' | 'quantity'>,
  action: ItemAction,
  facts: ActionFacts
): Refusal | null {
  switch (action.action) {
    case 'PROGRESS':
      return progressRefusal(item, action)
    case 'DONE':
      if (facts.evidence > 0 || action.text !== '') return null
      return refuse('报结要有佐证材料。', '请添加佐证材料；确实没有的，请写明为什么没有。')
    case 'VERIFY':
      return verifierRefusal(item, action.verifier, facts, '核验人')
    case 'CLOSE':
      return closeRefusal(item, action, facts)
    case 'REOPEN':
    case 'RESTORE':
      return parentRefusal(facts.parent)
    case 'VOID':
      if (facts.openSlip !== null)
        return refuse(`督办单「${facts.openSlip}」还没有办结。`, '请先把督办单办结或撤回，再作废。')
      return childrenRefusal(facts.openChildren, '作废')
    case 'START':
    case 'NOTE':
    case 'RETURN':
      return null
  }
}

function progressRefusal(
  { quantity }: Pick<RegisterItem, 'quantity'>,
  { percent, amount, text }: Extract<ItemAction, { action: 'PROGRESS' }>
): Refusal | null {
  if (percent === null && amount === null && text === '')
    return refuse('进展是空的。', '请填进度、完成数量或进展情况，至少一项。')
  if (percent !== null && (dec(percent).isNegative() || dec(percent).greaterThan(HUNDRED)))
    return refuse(`进度 ${percent}% 不在 0 到 100 之间。`, '请改正；超额完成的请填完成数量。')
  if (amount !== null && quantity === null)
    return refuse('这一事项没有目标数量，不能按数量报进展。', '请先在事项里填目标数量，或改填进度。')
  return null
}

function closeRefusal(
  item: Pick<RegisterItem, 'person'>,
  action: Extract<ItemAction, { action: 'CLOSE' }>,
  facts: ActionFacts
): Refusal | null {
  const number = closeNumber(action, facts)
  const other = facts.closeNumberOf(number)
  if (other !== null)
    return refuse(
      `销号编号「${number}」已经给了「${other}」。`,
      `请换一个编号，下一个是「${facts.nextCloseNumber}」。`
    )
  return (
    verifierRefusal(item, action.verifier, facts, '验收人') ?? childrenRefusal(facts.openChildren, '销号')
  )
}

function verifierRefusal(
  { person }: Pick<RegisterItem, 'person'>,
  verifier: string,
  { reportedBy }: ActionFacts,
  role: string
): Refusal | null {
  if (samePerson(verifier, person))
    return refuse(`${role}「${verifier}」就是责任人。`, `自己办的事不能自己核验，请换一位${role}。`)
  if (reportedBy !== null && samePerson(verifier, reportedBy))
    return refuse(`${role}「${verifier}」就是报结的人。`, `报结和核验要由两个人做，请换一位${role}。`)
  return null
}

function childrenRefusal(children: readonly string[], what: string): Refusal | null {
  if (children.length === 0) return null
  const named = children.slice(0, 5).map((number) => `「${number}」`)
  const more = children.length > 5 ? ` 等 ${children.length} 项` : ''
  return refuse(
    `下级事项${named.join('')}${more}还没有销号，不能${what}。`,
    '请先办结或作废下级事项，或把它们改挂到别处。'
  )
}

function parentRefusal(parent: ActionFacts['parent']): Refusal | null {
  if (parent === null || (!parent.voided && parent.state !== 'CLOSED')) return null
  return parent.voided
    ? refuse(`上级事项「${parent.number}」已作废。`, '请先恢复上级事项。')
    : refuse(`上级事项「${parent.number}」已销号。`, '请先重新打开上级事项。')
}

const refuse = (message: string, action: string): Refusal => ({ message, action })
