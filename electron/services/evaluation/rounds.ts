import { randomInt } from 'node:crypto'
import { AppError } from '#shared/appError.ts'
import { checkSetup } from '#shared/domain/evaluation/checkSetup.ts'
import { seatsUpTo, type EvaluationSetup } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { addRound, changeRound, marksOf, roundsOf, type RoundRow } from '#db/repos/evaluationRepo.ts'
import { tx } from '#db/tx.ts'
import type { RoundHead } from '#shared/ipc/evaluation.ts'
import { roundProgress } from '#shared/domain/evaluation/roundProgress.ts'
import type { Library } from '../library.ts'
import {
  assertCollecting,
  assertNotFrozen,
  isFrozen,
  judgedOf,
  log,
  requireJudged,
  requireRound
} from './roundAccess.ts'

/** Rounds of a quarter, newest first, with the indicators that a new one can feed. */
export function listRounds(
  library: Library,
  period: PeriodKey
): { judged: JudgedIndicator[]; rounds: RoundHead[]; canEdit: boolean } {
  const judged = judgedOf(library, period)
  const names = new Map(judged.map(({ code, name }) => [code, name]))
  return {
    judged,
    rounds: roundsOf(library.db, period).map((row) =>
      headOf(library, row, names.get(row.indicator) ?? row.indicator)
    ),
    canEdit: !isFrozen(library, period)
  }
}

export function headOf(library: Library, row: RoundRow, indicatorName: string): RoundHead {
  const { id, period, indicator, title, kind, heldOn, state, closedAt, closedBy, voided, setup } = row
  return {
    ...{ id, period, indicator, indicatorName, title, kind, heldOn, state, closedAt, closedBy, voided },
    units: setup.order.length,
    progress: roundProgress(kind, setup, marksOf(library.db, id))
  }
}

export interface RoundRequest {
  period: PeriodKey
  indicator: string
  title: string
  heldOn: string | null
  /** Seats or ballots handed out, by evaluator group. */
  counts: Readonly<Record<string, number>>
  entry: EvaluationSetup['entry']
}

/** Opens a round with the rule's units and groups. Throws NOT_FOUND, PERIOD_FROZEN, CONFLICT (title taken), VALIDATION_FAILED. */
export function createRound(library: Library, request: RoundRequest): number {
  return tx(library.db, () => {
    const { period, title, heldOn } = request
    assertNotFrozen(library, period, '不能再新建评分')
    const judged = judgedOf(library, period).find(({ code }) => code === request.indicator)
    if (judged === undefined) {
      throw new AppError('NOT_FOUND', `${periodTitle(period)}的方案里没有这个由人评分的指标，没有新建。`, {
        action: '请重新打开「讲堂评分」再选一次。'
      })
    }
    assertTitleFree(library, period, title, null)
    const setup = defaultSetup(judged, request)
    assertSetup(setup, judged, [])
    const id = addRound(library.db, {
      ...{ period, indicator: judged.code, title, kind: judged.kind, heldOn, setup },
      at: library.now(),
      by: library.operator()
    })
    log(library, { id, period, title }, '新建评分', { after: judged.name })
    return id
  })
}

function defaultSetup(judged: JudgedIndicator, { counts, entry }: RoundRequest): EvaluationSetup {
  return {
    order: judged.units.map(({ code }) => code),
    orderedBy: 'ORGANISATION',
    groups: judged.groups.map(({ name }) => {
      const count = counts[name] ?? 0
      return judged.kind === 'JUDGES'
        ? { name, seats: seatsUpTo([], count), handedOut: null, returned: null }
        : { name, seats: [], handedOut: count === 0 ? null : count, returned: null }
    }),
    entry: judged.kind === 'JUDGES' ? 'EACH' : entry,
    showNames: false
  }
}

function assertTitleFree(library: Library, period: PeriodKey, title: string, own: number | null): void {
  const other = roundsOf(library.db, period).find(
    (row) => row.title === title && row.id !== own && row.state !== 'VOIDED'
  )
  if (other === undefined) return
  throw new AppError('CONFLICT', `本季度已经有一次评分叫「${title}」。`, {
    action: '请换一个名称，例如写上场次或日期：得分由来里靠名称分清是哪一次。'
  })
}

function assertSetup(
  setup: EvaluationSetup,
  judged: JudgedIndicator,
  marks: Parameters<typeof checkSetup>[2]
): void {
  const objection = checkSetup(setup, judged, marks)
  if (objection !== null) throw new AppError('VALIDATION_FAILED', `${objection}；没有保存。`)
}

/** Changes title, day, order, seats. Throws CONFLICT (changed elsewhere, closed), PERIOD_FROZEN, VALIDATION_FAILED. */
export function setupRound(
  library: Library,
  request: { id: number; version: number; title: string; heldOn: string | null; setup: EvaluationSetup }
): { version: number } {
  return tx(library.db, () => {
    const row = requireRound(library, request.id)
    assertCollecting(library, row, '评委和顺序不能再改')
    assertVersion(row, request.version)
    const { title, heldOn, setup } = request
    assertTitleFree(library, row.period, title, row.id)
    assertSetup(setup, requireJudged(library, row), marksOf(library.db, row.id))
    changeRound(library.db, row, { title, heldOn, setup })
    log(library, { ...row, title }, '修改评分设置', {
      before: JSON.stringify({ title: row.title, heldOn: row.heldOn, ...row.setup }),
      after: JSON.stringify({ title, heldOn, ...setup })
    })
    return { version: row.version + 1 }
  })
}

function assertVersion(row: RoundRow, version: number): void {
  if (row.version === version) return
  throw new AppError('CONFLICT', `「${row.title}」刚在别处改过，这里看到的不是最新的；没有保存。`, {
    action: '请看一下现在的设置，再改一次。'
  })
}

/** Draws the order of appearance: every order is as likely as any other. */
export function drawOrder(
  library: Library,
  id: number,
  version: number
): { order: string[]; version: number } {
  return tx(library.db, () => {
    const row = requireRound(library, id)
    assertCollecting(library, row, '不能再抽签')
    assertVersion(row, version)
    const judged = requireJudged(library, row)
    const order = [...row.setup.order]
    for (let left = order.length - 1; left > 0; left -= 1) {
      const other = randomInt(left + 1)
      const kept = order[left]!
      order[left] = order[other]!
      order[other] = kept
    }
    changeRound(library.db, row, { setup: { ...row.setup, order, orderedBy: 'LOT' } })
    const names = new Map(judged.units.map(({ code, name }) => [code, name]))
    log(library, row, '抽签定出场顺序', {
      after: order.map((code, index) => `${index + 1} ${names.get(code) ?? code}`).join('，')
    })
    return { order, version: row.version + 1 }
  })
}

/** Voids a round that is open; its marks stay on record. Throws CONFLICT for a closed one, PERIOD_FROZEN. */
export function voidRound(library: Library, id: number, reason: string): void {
  tx(library.db, () => {
    const row = requireRound(library, id)
    assertCollecting(library, row, '不能作废')
    const at = library.now().toISOString()
    changeRound(library.db, row, { state: 'VOIDED', voided: { at, by: library.operator(), reason } })
    log(library, row, '作废评分', { reason })
  })
}
