import { AppError, isAppError } from '#shared/appError.ts'
import type { LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import { matterRivals, type MatterEntry } from '#shared/domain/incentive/sameMatter.ts'
import { stateAfter } from '#shared/domain/incentive/transitions.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { samePerson } from '#shared/domain/samePerson.ts'
import type { LedgerActRequest } from '#shared/ipc/incentive.ts'
import type { Problem } from '#shared/problem.ts'
import { catalogueByCode } from '#db/repos/catalogueRepo.ts'
import { evidenceOfSubject, type EvidenceSubject } from '#db/repos/evidenceRepo.ts'
import {
  addLedgerEvent,
  ledgerOfUnit,
  markApproved,
  setLedgerState,
  type LedgerRow
} from '#db/repos/ledgerRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { getSettings } from '../settings.ts'
import { evidenceObjection } from './checkEntry.ts'
import { addEntry, assertMay, log, requireEntry } from './entries.ts'
import { assertQuarterOpen } from './entryQuarter.ts'

type Action = LedgerActRequest['action']

/**
 * One action on several entries: all or none. Throws VALIDATION_FAILED with a problem for each of several that refuse, and
 * the refusal itself where there is one: NOT_FOUND, CONFLICT, PERIOD_FROZEN, VALIDATION_FAILED.
 */
export function actOnEntries(library: Library, ids: readonly number[], action: Action): LedgerRow[] {
  return tx(library.db, () => {
    const problems: Problem[] = []
    for (const id of ids) {
      try {
        act(library, id, action)
      } catch (error) {
        if (!isAppError(error) || ids.length === 1) throw error
        problems.push({
          ...{ code: error.code, level: 'error', message: error.message, place: {}, group: `entry:${id}` },
          ...(error.details.action === undefined ? {} : { suggestion: error.details.action })
        })
      }
    }
    if (problems.length > 0) {
      throw new AppError(
        'VALIDATION_FAILED',
        `${ids.length} 笔里有 ${problems.length} 笔不能这样办，全部没有改动。`,
        { problems }
      )
    }
    return ids.map((id) => requireEntry(library, id))
  })
}

/** What is to happen to a new entry at once. */
export type AfterAdd = { step: 'DRAFT' } | { step: 'SUBMIT' } | { step: 'APPROVE'; approver: string }

/** Adds an entry and takes it as far as asked: all of it or nothing. Throws as `addEntry` and `actOnEntries`. */
export function addAndMove(library: Library, request: LedgerInput, then: AfterAdd): LedgerRow {
  return tx(library.db, () => {
    const { id } = addEntry(library, request)
    if (then.step === 'SUBMIT') actOnEntries(library, [id], { action: 'SUBMIT' })
    if (then.step === 'APPROVE')
      actOnEntries(library, [id], { action: 'APPROVE', approver: then.approver, note: '' })
    return requireEntry(library, id)
  })
}

function act(library: Library, id: number, action: Action): void {
  const row = requireEntry(library, id)
  assertMay(library, row, action.action)
  assertQuarterOpen(library, row.period)
  switch (action.action) {
    case 'SUBMIT':
      assertBorneOut(library, row)
      assertHighest(library, row)
      return move(library, row, action.action, library.operator(), '')
    case 'APPROVE':
      return approve(library, row, action.approver, action.note)
    case 'RETURN':
      assertOther(library, row, action.by, '退回')
      return move(library, row, action.action, action.by, action.reason)
    case 'REVERSE':
      return move(library, row, action.action, action.by ?? library.operator(), action.reason)
  }
}

function approve(library: Library, row: LedgerRow, approver: string, note: string): void {
  assertOther(library, row, approver, '批准')
  assertBorneOut(library, row)
  assertHighest(library, row)
  for (const lower of rivalsOf(library, asMatter(row)).below) {
    const other = requireEntry(library, lower.id)
    assertQuarterOpen(
      library,
      other.period,
      `同一事项按较低层次记的第 ${other.id} 号在${periodTitle(other.period)}，`
    )
    move(library, other, 'REVERSE', approver, `同一事项取最高层次，改按第 ${row.id} 号计 ${row.points} 分`)
  }
  markApproved(library.db, row.id, { by: approver, at: library.now() })
  move(library, row, 'APPROVE', approver, note)
}

function move(library: Library, row: LedgerRow, action: Action['action'], who: string, text: string): void {
  const type = (
    { SUBMIT: 'SUBMITTED', APPROVE: 'APPROVED', RETURN: 'RETURNED', REVERSE: 'REVERSED' } as const
  )[action]
  setLedgerState(library.db, row.id, stateAfter(action))
  addLedgerEvent(library.db, row.id, { type, at: library.now(), who, text })
  const words = { SUBMIT: '提交加减分', APPROVE: '批准加减分', RETURN: '退回加减分', REVERSE: '冲销加减分' }
  log(library, words[action], row, null, text === '' ? null : text)
}

/** With 复核 on the second person is another one than who reported it. */
function assertOther(library: Library, row: LedgerRow, by: string, what: string): void {
  const reporter = row.entered?.reporter ?? ''
  if (!getSettings(library).reviewImports || !samePerson(by, reporter)) return
  throw new AppError(
    'CONFLICT',
    `第 ${row.id} 号是「${reporter}」本人登记的，已开启复核，${what}要由另一个人做；没有改动。`,
    { action: '请由另一位同志填写自己的姓名；登记人自己可以冲销。' }
  )
}

function assertBorneOut(library: Library, row: LedgerRow): void {
  const code = row.entered?.catalogue ?? null
  const catalogue = code === null ? null : catalogueByCode(library.db, code)
  const objection = evidenceObjection(row, catalogue, filesOf(library, row.id, row.entered?.honour ?? null))
  if (objection !== null)
    throw new AppError('VALIDATION_FAILED', `第 ${row.id} 号：${objection}没有改动。`, {
      action: '请打开这一笔，填写文号或添加佐证文件。'
    })
}

/** Files that bear an entry out: its own and those of the honour that it rewards. */
export function filesOf(library: Library, id: number | null, honour: number | null): number {
  const count = (subject: EvidenceSubject, of: number | null): number =>
    of === null ? 0 : evidenceOfSubject(library.db, subject, of).length
  return count('ADJUSTMENT', id) + count('HONOUR', honour)
}

function assertHighest(library: Library, row: LedgerRow): void {
  const [above] = rivalsOf(library, asMatter(row)).above
  if (above === undefined) return
  throw new AppError(
    'CONFLICT',
    `第 ${row.id} 号与第 ${above.id} 号「${above.reason}」（${above.points} 分）是同一事项，只按最高层次计一次；没有改动。`,
    { action: '请冲销这一笔；确是另一件事的，请把文号或事由写清楚。' }
  )
}

const asMatter = (row: LedgerRow): MatterEntry => ({
  ...{ id: row.id, unit: row.unit, catalogue: row.entered?.catalogue ?? null, evidence: row.evidence },
  ...{ reason: row.reason, points: row.points, level: row.entered?.level ?? null, state: row.state }
})

/** Entries of the same matter: those above keep this one from counting, those below give way to it. */
export function rivalsOf(library: Library, row: Omit<MatterEntry, 'id' | 'state'> & { id: number | null }) {
  const catalogue = row.catalogue === null ? null : catalogueByCode(library.db, row.catalogue)
  const others = ledgerOfUnit(library.db, row.unit)
    .filter((other) => other.entered !== null && other.state !== 'draft')
    .map(asMatter)
  return matterRivals(row, catalogue, others)
}
