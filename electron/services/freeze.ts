import { AppError } from '#shared/appError.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import type { FreezeCheck } from '#shared/ipc/period.ts'
import { append } from '#db/repos/auditRepo.ts'
import { bumpRevision, getPeriod, listPeriods, movePeriod } from '#db/repos/periodRepo.ts'
import { currentResult } from '#db/repos/resultRepo.ts'
import { insertSnapshot, latestSnapshot, type SnapshotRow } from '#db/repos/snapshotRepo.ts'
import { tx } from '#db/tx.ts'
import { backupLibrary } from './backups.ts'
import { resultsOf, scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

function unitsOf(results: ReturnType<typeof resultsOf>): UnitResult[] {
  return results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
}

const names = (units: readonly UnitResult[]): string => units.map((unit) => unit.name).join('、')

/** 冻结前检查: what must be put right, and what must at least be accepted with open eyes. */
export function freezeChecks(library: Library, period: PeriodKey): FreezeCheck[] {
  const row = requirePeriod(library, period)
  const input = scoringInputOf(library, period)
  const schemeErrors = checkScheme(input.scheme).filter((problem) => problem.level === 'error')
  const current = currentResult(library.db, period)
  const fresh = resultsOf(input)
  const units = unitsOf(fresh)
  const refused = units.filter((unit) =>
    unit.dimensions.some((dimension) =>
      dimension.indicators.some((indicator) => indicator.status === 'REFUSED')
    )
  )
  const missing = units.filter((unit) => unit.state === 'BLOCKED' && !refused.includes(unit))
  const before = previousPeriod(period)
  const beforeRow = getPeriod(library.db, before)
  const first = listPeriods(library.db).every((other) => other.key >= period)
  const upToDate = current !== null && current.results.inputsHash === fresh.inputsHash

  return [
    {
      code: 'NOT_FROZEN',
      ok: !isFrozenState(row.state),
      blocking: true,
      title: '本季度尚未冻结',
      detail: isFrozenState(row.state) ? '已经冻结；更正请先重开。' : '可以冻结。',
      href: null
    },
    {
      code: 'SCHEME',
      ok: schemeErrors.length === 0,
      blocking: true,
      title: '考核方案没有漏洞',
      detail:
        schemeErrors.length === 0 ? '满分合计、规则参数、目标都齐全。' : (schemeErrors[0]?.message ?? ''),
      href: '/scheme'
    },
    {
      code: 'COMPUTED',
      ok: upToDate,
      blocking: true,
      title: '成绩是最新的',
      detail: upToDate
        ? '计算后数据没有变动。'
        : current === null
          ? '还没有计算。'
          : '计算后数据有变动，请重新计算。',
      href: '/ranking'
    },
    {
      code: 'REFUSED',
      ok: refused.length === 0,
      blocking: true,
      title: '没有规则无法给分的指标',
      detail:
        refused.length === 0
          ? '每个数都有规则可依。'
          : `${names(refused)}有指标规则没有规定怎么给分，请看单位页的说明。`,
      href: refused[0] === undefined ? null : `/unit/${refused[0].unit}`
    },
    {
      code: 'MISSING_UNITS',
      ok: missing.length === 0,
      blocking: false,
      title: '各单位已报齐',
      detail:
        missing.length === 0
          ? '没有缺报。'
          : `${missing.length} 个单位缺报，冻结后不排名：${names(missing)}。`,
      href: '/submissions'
    },
    {
      code: 'PREVIOUS_FROZEN',
      ok: first || (beforeRow !== null && isFrozenState(beforeRow.state)),
      blocking: false,
      title: '上季度已冻结',
      detail: first
        ? '这是第一个季度，没有上季度名次。'
        : beforeRow !== null && isFrozenState(beforeRow.state)
          ? `升降对比${periodTitle(before)}。`
          : `${periodTitle(before)}没有冻结，升降都记为「新」。`,
      href: null
    },
    {
      code: 'ESTIMATED',
      ok: fresh.counts.estimated === 0,
      blocking: false,
      title: '没有补分',
      detail:
        fresh.counts.estimated === 0
          ? '没有按决定补的数。'
          : `含 ${fresh.counts.estimated} 个按决定补的数，报告中会列明。`,
      href: '/ranking'
    }
  ]
}

export interface FreezeRequest {
  period: PeriodKey
  /** Codes of non-blocking checks that are accepted as they are. */
  accept: readonly string[]
  reason: string
}

/**
 * Freezes a period: backup, then one transaction that writes the immutable snapshot and moves the state.
 * Throws FREEZE_BLOCKED with the checks that stand in the way.
 */
export async function freezePeriod(library: Library, request: FreezeRequest): Promise<SnapshotRow> {
  assertFreezable(library, request)
  await backupLibrary(library, '冻结前')
  return tx(library.db, () => {
    // Checked again inside the transaction: the backup took time.
    assertFreezable(library, request)
    const input = scoringInputOf(library, request.period)
    const results = resultsOf(input)
    const at = library.now()
    const who = library.operator()
    const row = requirePeriod(library, request.period)
    const snapshot = insertSnapshot(library.db, {
      period: request.period,
      revision: row.revision,
      schemeVersionId: row.schemeVersionId!,
      results,
      inputs: canonicalInput(input),
      appVersion: library.appVersion,
      at,
      by: who,
      reason: request.reason
    })
    movePeriod(library.db, request.period, 'frozen', who, at, request.reason === '' ? '冻结' : request.reason)
    append(library.db, {
      at,
      who,
      what: '冻结',
      subject: `${request.period} · ${snapshot.publicId}`,
      after: request.accept.length === 0 ? null : `接受：${request.accept.join('、')}`,
      reason: request.reason === '' ? null : request.reason
    })
    return snapshot
  })
}

function assertFreezable(library: Library, request: FreezeRequest): void {
  const open = freezeChecks(library, request.period).filter(
    (check) => !check.ok && (check.blocking || !request.accept.includes(check.code))
  )
  if (open.length === 0) return
  throw new AppError(
    open.some((check) => check.code === 'NOT_FROZEN') ? 'PERIOD_FROZEN' : 'FREEZE_BLOCKED',
    `还不能冻结${periodTitle(request.period)}：${open.map((check) => check.detail).join('；')}`,
    { checks: open.map((check) => check.code) }
  )
}

/** Marks a frozen period as published (通报已发出). The snapshot stays what it is. */
export function publishPeriod(library: Library, period: PeriodKey): void {
  tx(library.db, () => {
    const row = requirePeriod(library, period)
    if (row.state !== 'frozen') {
      throw new AppError('PERIOD_STATE', `${periodTitle(period)}还没有冻结，不能标记为已发布。`, {
        action: '请先冻结本季度。'
      })
    }
    const at = library.now()
    const who = library.operator()
    movePeriod(library.db, period, 'published', who, at, '发布')
    append(library.db, {
      at,
      who,
      what: '发布',
      subject: `${period} · ${latestSnapshot(library.db, period)?.publicId ?? ''}`
    })
  })
}

/** Reopens a frozen period for correction: a reason is required, the old snapshot stays, the revision goes up. */
export function reopenPeriod(library: Library, period: PeriodKey, reason: string): void {
  tx(library.db, () => {
    const row = requirePeriod(library, period)
    if (row.state !== 'frozen' && row.state !== 'published') {
      throw new AppError('PERIOD_STATE', `${periodTitle(period)}没有冻结，不需要重开。`)
    }
    const at = library.now()
    const who = library.operator()
    const before = latestSnapshot(library.db, period)
    bumpRevision(library.db, period)
    movePeriod(library.db, period, 'checking', who, at, reason)
    append(library.db, { at, who, what: '重开', subject: `${period} · ${before?.publicId ?? ''}`, reason })
  })
}
