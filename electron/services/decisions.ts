import { AppError, isAppError } from '#shared/appError.ts'
import { checkDecision } from '#shared/domain/decision/checkDecision.ts'
import type { DecisionSubject } from '#shared/domain/decision/decision.ts'
import { decisionText } from '#shared/domain/decision/decisionText.ts'
import { sameSubject } from '#shared/domain/decision/sameSubject.ts'
import { spanOfDecision } from '#shared/domain/decision/spanDecisions.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { DecisionView } from '#shared/ipc/decision.ts'
import type { Problem } from '#shared/problem.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  addDecision,
  decisionsInForce,
  decisionsOfPeriod,
  getDecision,
  revokeDecision,
  type DecisionRow
} from '#db/repos/decisionRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'
import { tiesNow } from './tiesNow.ts'

export interface DecisionRequest {
  period: PeriodKey
  subject: DecisionSubject
  basis: string
  decidedBy: string
  /** ISO date. */
  date: string
}

/** The ledger of a quarter: its decisions and vetoes that reach into it, newest first, revoked ones too. */
export function listDecisions(library: Library, period: PeriodKey): DecisionView[] {
  requirePeriod(library, period)
  const views = viewer(library)
  return decisionsOfPeriod(library.db, period).map(views)
}

/** Records a decision. Throws PERIOD_FROZEN, DECISION_INVALID or CONFLICT; then nothing was recorded. */
export function recordDecision(library: Library, request: DecisionRequest): DecisionView {
  return tx(library.db, () => {
    assertOpen(library, request)
    const scheme = schemeOf(library, request.period)
    // First: a ruling in force has parted the tie, and 「no longer tied」 would not say why.
    assertNew(library, request, scheme)
    const objection = checkDecision(request.subject, {
      scheme,
      period: request.period,
      ties: (subject) => tiesNow(library, request.period, subject)
    })
    if (objection !== null) {
      const { message, action } = objection
      throw new AppError('DECISION_INVALID', `${message}没有登记。`, action === undefined ? {} : { action })
    }
    const at = library.now()
    const by = library.operator()
    const row = addDecision(library.db, { ...request, at, by })
    const view = viewer(library)(row)
    append(library.db, {
      at,
      who: by,
      what: '登记决定',
      subject: `${row.period} · ${view.text}`,
      after: `第 ${row.id} 号，${row.decidedBy} ${row.date} 决定`,
      reason: row.basis
    })
    return view
  })
}

/**
 * Records several decisions together or none of them. Throws DECISION_INVALID with one problem for each of several
 * that cannot be taken, by its place in the list; the refusal itself where there is only one.
 */
export function recordDecisions(library: Library, requests: readonly DecisionRequest[]): DecisionView[] {
  return tx(library.db, () => {
    const problems: Problem[] = []
    const views = requests.flatMap((request, index) => {
      try {
        return [recordDecision(library, request)]
      } catch (error) {
        if (!isAppError(error) || requests.length === 1) throw error
        problems.push({
          code: error.code,
          level: 'error',
          message: `第 ${index + 1} 个决定：${error.message}`,
          place: {},
          group: `decision:${index + 1}`,
          ...(error.details.action === undefined ? {} : { suggestion: error.details.action })
        })
        return []
      }
    })
    if (problems.length === 0) return views
    throw new AppError(
      'DECISION_INVALID',
      `${requests.length} 个决定里有 ${problems.length} 个不能登记，全部没有登记。`,
      { problems }
    )
  })
}

/** Revokes a decision; its entry stays. Throws NOT_FOUND, CONFLICT when it is revoked already, PERIOD_FROZEN. */
export function revoke(library: Library, id: number, reason: string): DecisionView {
  return tx(library.db, () => {
    const row = getDecision(library.db, id)
    if (row === null) throw new AppError('NOT_FOUND', `没有第 ${id} 号决定。`)
    if (row.revoked !== null) throw new AppError('CONFLICT', `第 ${id} 号决定已经撤销过。`)
    assertOpen(library, row)
    const at = library.now()
    const by = library.operator()
    const view = viewer(library)(revokeDecision(library.db, id, { at, by, reason }))
    append(library.db, {
      at,
      who: by,
      what: '撤销决定',
      subject: `${row.period} · ${view.text}`,
      before: `第 ${id} 号`,
      reason
    })
    return view
  })
}

/**
 * A frozen quarter's numbers stand: what would change them waits for a reopening. Decisions on the year (领导评价, 年度的
 * 裁定) belong to its last quarter without touching it.
 */
function assertOpen(library: Library, entry: Pick<DecisionRow, 'period' | 'subject'>): void {
  if (!locked(library, entry)) return
  throw new AppError('PERIOD_FROZEN', `${periodTitle(entry.period)}已冻结，决定不能增减；没有任何改动。`, {
    action: '确需更正请先重开这一季度。'
  })
}

function locked(library: Library, entry: Pick<DecisionRow, 'period' | 'subject'>): boolean {
  const row = requirePeriod(library, entry.period)
  return isFrozenState(row.state) && spanOfDecision(entry) === null
}

function assertNew(library: Library, request: DecisionRequest, scheme: SchemeDefinition): void {
  const { subject, period } = request
  const vetoes = decisionsOfPeriod(library.db, period).filter((row) => row.revoked === null)
  const known = [...decisionsInForce(library.db, period), ...vetoes]
  const other = sameSubject(subject, period, known)
  if (other === null) return
  throw new AppError(
    'CONFLICT',
    `已经有第 ${other.id} 号决定「${decisionText(other.subject, scheme)}」，没有重复登记。`,
    { action: '要改变它，请先撤销原来的决定。' }
  )
}

function schemeOf(library: Library, period: PeriodKey): SchemeDefinition {
  const { schemeVersionId } = requirePeriod(library, period)
  if (schemeVersionId === null) {
    throw new AppError('SCHEME_MISSING', `${periodTitle(period)}还没有考核方案，不能登记决定。`, {
      action: '请到「考核方案」载入方案文件。'
    })
  }
  return loadSchemeVersion(library.db, schemeVersionId).definition
}

/** Views rows in the words of the scheme of each one's own quarter, loading each scheme once. */
function viewer(library: Library): (row: DecisionRow) => DecisionView {
  const schemes = new Map<number, SchemeDefinition>()
  const schemeFor = (period: PeriodKey): SchemeDefinition | null => {
    const id = getPeriod(library.db, period)?.schemeVersionId ?? null
    if (id === null) return null
    const scheme = schemes.get(id) ?? loadSchemeVersion(library.db, id).definition
    schemes.set(id, scheme)
    return scheme
  }
  return (row) => {
    const scheme = schemeFor(row.period)
    return {
      ...row,
      text: scheme === null ? row.subject.type : decisionText(row.subject, scheme),
      canRevoke: row.revoked === null && !locked(library, row)
    }
  }
}
