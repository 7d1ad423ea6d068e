import { AppError, isAppError } from '#shared/appError.ts'
import { addWorkdays } from '#shared/domain/calendar/workCalendar.ts'
import {
  actOnSlip,
  answerDay,
  type SlipAction,
  type SlipContext
} from '#shared/domain/supervision/slipMachine.ts'
import { isOpen, slipFields, type SlipEventType, type SlipLevel } from '#shared/domain/supervision/slip.ts'
import {
  dayWords,
  SLIP_EVENTS,
  SLIP_KINDS,
  SLIP_LEVELS,
  slipNumber
} from '#shared/domain/supervision/slipWords.ts'
import type { SlipRequest, SlipView } from '#shared/ipc/slip.ts'
import type { Problem } from '#shared/problem.ts'
import { append } from '#db/repos/auditRepo.ts'
import { openSlipsByItem } from '#db/repos/itemSlipRepo.ts'
import { getItem } from '#db/repos/registerRepo.ts'
import {
  addSlipEvent,
  insertSlip,
  lastOrdinal,
  listSlips,
  updateSlip,
  type SlipRow
} from '#db/repos/slipRepo.ts'
import { tx } from '#db/tx.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'
import { noteOnItem } from '../register/items.ts'
import { today, unitNames } from '../register/registerContext.ts'
import { settledKeys } from './proposals.ts'
import { getSupervisionSettings } from './settings.ts'
import { requireSlip, slipViewer } from './slips.ts'

/**
 * Issues, escalates and closes what a person agreed to: all or none. Throws VALIDATION_FAILED with a problem for each
 * that cannot be done, the refusal itself where there is only one.
 */
export function issueSlips(library: Library, requests: readonly SlipRequest[]): SlipView[] {
  return together(library, requests, (request) => issueOne(library, request), {
    name: ({ subject }) => `「${subject}」`,
    all: (wrong) => `${requests.length} 件里有 ${wrong} 件不能办，全部没有办。`
  })
}

/** The same action on all slips or none. Throws as `issueSlips`. */
export function actOnSlips(library: Library, ids: readonly number[], action: SlipAction): SlipView[] {
  return together(library, [...new Set(ids)], (id) => act(library, requireSlip(library, id), action), {
    name: (id) => requireSlip(library, id).number,
    all: (wrong) => `${ids.length} 份里有 ${wrong} 份不能这样办，全部没有改动。`
  })
}

function together<T>(
  library: Library,
  entries: readonly T[],
  work: (entry: T) => number,
  words: { name: (entry: T) => string; all: (wrong: number) => string }
): SlipView[] {
  return tx(library.db, () => {
    const problems: Problem[] = []
    const done = entries.flatMap((entry, index) => {
      try {
        return [work(entry)]
      } catch (error) {
        if (!isAppError(error) || entries.length === 1) throw error
        problems.push({
          code: error.code,
          level: 'error',
          message: `${words.name(entry)}：${error.message}`,
          place: {},
          group: `slip:${index + 1}`,
          ...(error.details.action === undefined ? {} : { suggestion: error.details.action })
        })
        return []
      }
    })
    if (problems.length > 0) throw new AppError('VALIDATION_FAILED', words.all(problems.length), { problems })
    const view = slipViewer(library, today(library))
    return done.map((id) => view(requireSlip(library, id)))
  })
}

function issueOne(library: Library, request: SlipRequest): number {
  const { key, action, slip } = request
  assertNew(library, key)
  if (action === 'ISSUE') return insert(library, request)
  if (slip === null) throw new AppError('VALIDATION_FAILED', '没有说明是哪一份督办单，没有办理。')
  const row = requireSlip(library, slip)
  if (action === 'CLOSE') return act(library, row, { action: 'CLOSE', by: '', text: request.reason }, key)
  const { level, reason, demand, answerBy, issuer, copies } = request
  return act(
    library,
    // The paper is printed again with the words of its new colour.
    { ...row, fields: { ...row.fields, reason, demand, issuer, copies } },
    {
      action: 'ESCALATE',
      text: reason,
      ...(level === null ? {} : { level }),
      ...(answerBy === null ? {} : { answerBy })
    },
    key
  )
}

function assertNew(library: Library, key: string | null): void {
  if (key === null || !settledKeys(listSlips(library.db)).has(key)) return
  throw new AppError('CONFLICT', '这一件刚才已经办过，没有重复办理。', { action: '请刷新后再看。' })
}

function insert(library: Library, request: SlipRequest): number {
  const { kind, item, unit, period } = request
  const on = today(library)
  const level = kind === 'SUPERVISION' ? request.level : null
  if (kind === 'SUPERVISION' && level === null)
    throw new AppError('VALIDATION_FAILED', '督办单要选蓝、黄或红，没有发出。')
  if (!unitNames(library).has(unit))
    throw new AppError('VALIDATION_FAILED', '没有这个单位，没有发出。', {
      action: '请从名单里选发往的单位。'
    })
  if (item !== null) assertFree(library, item)
  const { calendar } = workCalendar(library)
  const settings = getSupervisionSettings(library)
  const answerBy = request.answerBy ?? answerDay(kind, level, on, { calendar, settings })
  if (answerBy < on)
    throw new AppError('VALIDATION_FAILED', `反馈期限 ${dayWords(answerBy)} 已经过去，没有发出。`, {
      action: `请改成 ${dayWords(addWorkdays(on, 1, calendar))} 或以后。`
    })
  const prefix = settings.prefixes[kind]
  const year = Number(on.slice(0, 4))
  const number = slipNumber(prefix, year, lastOrdinal(library.db, prefix, year) + 1)
  const { subject, reason, demand, issuer, copies, basis, key } = request
  const fields = slipFields.parse({
    subject,
    reason,
    demand,
    issuer,
    copies,
    basis,
    settled: key === null ? [] : [key]
  })
  const by = library.operator()
  const at = library.now()
  const id = insertSlip(library.db, {
    number,
    kind,
    level,
    unit,
    item,
    period,
    issuedOn: on,
    answerBy,
    fields,
    at,
    by
  })
  record(library, requireSlip(library, id), {
    type: 'ISSUED',
    on,
    level,
    text: `${reason}反馈期限 ${dayWords(answerBy)}。`
  })
  return id
}

/** One matter, one slip (S46). */
function assertFree(library: Library, item: number): void {
  const row = getItem(library.db, item)
  if (row === null) throw new AppError('NOT_FOUND', '没有这一事项，没有发出。')
  if (row.voided !== null) throw new AppError('CONFLICT', `「${row.number}」已作废，没有发出。`)
  if (row.state !== 'OPEN' && row.state !== 'IN_PROGRESS')
    throw new AppError('CONFLICT', `「${row.number}」已经报结，没有发出。`)
  const open = openSlipsByItem(library.db).get(item)
  if (open === undefined) return
  throw new AppError('CONFLICT', `「${row.number}」已有 ${open.number} 没有办结，一事一单，没有再发。`, {
    action: '需要加重的，请升级原来的督办单。'
  })
}

function act(library: Library, row: SlipRow, action: SlipAction, key: string | null = null): number {
  const context: SlipContext = {
    today: today(library),
    calendar: workCalendar(library).calendar,
    settings: getSupervisionSettings(library)
  }
  const outcome = actOnSlip(row, action, context)
  if ('refused' in outcome) throw new AppError('CONFLICT', `${row.number}：${outcome.refused}`)
  if (action.action === 'REOPEN' && row.item !== null) assertFreeAgain(library, row)
  const { slip, event } = outcome
  const settled = key === null ? slip.fields.settled : [...slip.fields.settled, key]
  updateSlip(library.db, row.id, { ...slip, fields: { ...slip.fields, settled } })
  record(library, row, event)
  return row.id
}

function assertFreeAgain(library: Library, row: SlipRow): void {
  const other = listSlips(library.db).find(
    (slip) => slip.item === row.item && slip.id !== row.id && isOpen(slip)
  )
  if (other === undefined) return
  throw new AppError('CONFLICT', `同一事项已有 ${other.number} 没有办结，${row.number} 没有重新打开。`, {
    action: '一事一单：请在那一份上继续办理。'
  })
}

/** The log of the slip, that of its item, and the audit log say the same. */
export function record(
  library: Library,
  slip: Pick<SlipRow, 'id' | 'number' | 'kind' | 'item' | 'level' | 'unitName' | 'fields'>,
  event: { type: SlipEventType; on: string; level: SlipLevel | null; text: string }
): void {
  const at = library.now()
  const who = library.operator()
  addSlipEvent(library.db, { slip: slip.id, ...event, at, who })
  const level = event.level ?? slip.level
  const paper = level === null ? SLIP_KINDS[slip.kind].name : SLIP_LEVELS[level].name
  const what = `${paper} ${slip.number} ${SLIP_EVENTS[event.type]}`
  if (slip.item !== null && event.type !== 'PRINTED')
    noteOnItem(library, slip.item, { type: 'SLIP', on: event.on, text: `${what}：${event.text}` })
  append(library.db, {
    at,
    who,
    what: `督办${SLIP_EVENTS[event.type]}`,
    subject: `${slip.number} · ${slip.unitName} · ${slip.fields.subject}`,
    after: event.text
  })
}
