import { AppError } from '#shared/appError.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ForeignReading } from '#shared/ipc/evaluation.ts'
import { getBatch } from '#db/repos/batchRepo.ts'
import { changeRound, roundsOf, type RoundRow, type WrittenReading } from '#db/repos/evaluationRepo.ts'
import { readingsOf, restoreReading, upsertReading, type ReadingKey } from '#db/repos/measurementRepo.ts'
import type { HandSource, StoredReading } from '#db/repos/stored.ts'
import { tx } from '#db/tx.ts'
import { startChecking } from '../importing/importPeriod.ts'
import type { Library } from '../library.ts'
import { assertCollecting, assertNotFrozen, log, requireJudged, requireRound } from './roundAccess.ts'
import {
  factsOf,
  foreignReadings,
  foreignView,
  isAsWritten,
  readingKey,
  readingsOfRound
} from './roundReadingsNow.ts'

export interface CloseOutcome {
  closed: boolean
  readings: number
  foreign: ForeignReading[]
}

/**
 * Ends a round: its marks become the quarter's readings in one transaction. Readings of the same indicator and group from
 * elsewhere are never written over unasked: with ASK they are told and nothing is written; with REPLACE they are put aside
 * and come back when the round is reopened. Throws PERIOD_FROZEN, CONFLICT, VALIDATION_FAILED without any mark.
 */
export function closeRound(library: Library, id: number, foreign: 'ASK' | 'REPLACE'): CloseOutcome {
  return tx(library.db, () => {
    const row = requireRound(library, id)
    assertCollecting(library, row, '不能再结束一次')
    const facts = factsOf(library, row, requireJudged(library, row))
    const readings = readingsOfRound(library, facts)
    if (readings.length === 0) {
      throw new AppError('VALIDATION_FAILED', `「${row.title}」还没有录入任何评分，没有结束。`, {
        action: '请先到「录入」录评分。'
      })
    }
    const others = foreignReadings(readingsOf(library.db, row.period), row, facts)
    if (others.length > 0 && foreign === 'ASK')
      return { closed: false, readings: 0, foreign: others.map(foreignView) }
    const own = new Set(readings.map(readingKey))
    const written = [
      ...others
        .filter((reading) => !own.has(readingKey(reading)))
        .map((reading) => takeAway(library, row.period, reading)),
      ...readings.map((reading) => write(library, row.period, reading))
    ]
    const at = library.now().toISOString()
    changeRound(library.db, row, { state: 'CLOSED', closedAt: at, closedBy: library.operator(), written })
    startChecking(library, row.period)
    log(library, row, '结束评分', {
      after: `写入 ${readings.length} 个分`,
      ...(others.length === 0
        ? {}
        : { before: others.map((reading) => wordsOf(reading)).join('；'), reason: '以这次评分为准' })
    })
    return { closed: true, readings: readings.length, foreign: [] }
  })
}

function wordsOf(reading: Reading): string {
  const { unit, group, name, value, source } = foreignView(reading)
  return `${unit} ${group} ${name} ${value ?? '空'}（${source}）`
}

function keyOf({ unit, indicator, field, rater }: Reading): ReadingKey {
  return { unit, indicator, field, rater }
}

function write(library: Library, period: PeriodKey, reading: Reading): WrittenReading {
  const at = library.now()
  const { state, value, rater, unit } = reading
  const wanted = { ...keyOf(reading), state, value, note: null }
  const source = reading.source as HandSource
  const { outcome, previous } = upsertReading(library.db, { period, reading: wanted, source, at })
  // The same number stood there already: its source becomes this round's, or a reopening could not tell them apart.
  if (outcome === 'SAME') {
    restoreReading(library.db, { period, reading: wanted, previous: null, at })
    upsertReading(library.db, { period, reading: wanted, source, at })
  }
  return { unit, rater: rater!, wrote: { state, value }, previous }
}

function takeAway(library: Library, period: PeriodKey, reading: Reading): WrittenReading {
  const key = keyOf(reading)
  const at = library.now()
  // What stands there, in full: written once more it tells, without changing anything.
  const { previous } = upsertReading(library.db, {
    period,
    reading: { ...key, state: reading.state, value: reading.value, note: reading.note },
    source: { kind: 'manual', by: '', at: '', reason: '' },
    at
  })
  restoreReading(library.db, { period, reading: key, previous: null, at })
  return { unit: reading.unit, rater: reading.rater ?? { group: '', name: '' }, wrote: null, previous }
}

/**
 * Opens a closed round again and takes its readings back; what it had put aside returns, unless its import has been
 * undone meanwhile (`gone`). Throws CONFLICT where a later import or round has written over a reading.
 */
export function reopenRound(library: Library, id: number, reason: string): { back: number; gone: number } {
  return tx(library.db, () => {
    const row = requireRound(library, id)
    assertNotFrozen(library, row.period, '评分不能重开')
    if (row.state !== 'CLOSED') throw new AppError('CONFLICT', `「${row.title}」没有结束过，不需要重开。`)
    const written = row.written ?? []
    assertUntouched(library, row, written)
    let gone = 0
    for (const entry of written) {
      const previous = entry.previous === null || isUndone(library, entry.previous) ? null : entry.previous
      if (entry.previous !== null && previous === null) gone += 1
      putBack(library, row, entry, previous)
    }
    changeRound(library.db, row, { state: 'OPEN', closedAt: null, closedBy: null, written: null })
    startChecking(library, row.period)
    log(library, row, '重开评分', {
      before: `${row.closedAt ?? ''} ${row.closedBy ?? ''} 结束`,
      after: `收回 ${written.filter(({ wrote }) => wrote !== null).length} 个分`,
      reason
    })
    return { back: written.filter(({ wrote }) => wrote !== null).length, gone }
  })
}

function assertUntouched(library: Library, row: RoundRow, written: readonly WrittenReading[]): void {
  const stored = new Map(
    readingsOf(library.db, row.period)
      .filter(({ indicator, field }) => indicator === row.indicator && field === 'rating')
      .map((reading) => [readingKey(reading), reading])
  )
  const touched = written.flatMap((entry) => {
    const now = stored.get(readingKey(entry))
    const same = entry.wrote === null ? now === undefined : now !== undefined && isAsWritten(now, entry)
    return same || now === undefined ? [] : [now]
  })
  const later = laterRound(library, row, written)
  if (touched.length === 0 && later === null) return
  const by = later ?? foreignView(touched[0]!).source
  throw new AppError(
    'CONFLICT',
    `「${row.title}」写入的分里，有 ${Math.max(1, touched.length)} 个后来被「${by}」改过，收不回来；没有重开。`,
    { action: later === null ? '请先撤销那次导入，再重开评分。' : '请先重开那次评分。' }
  )
}

/** A round closed later that put readings of this one aside: it goes back first. */
function laterRound(library: Library, row: RoundRow, written: readonly WrittenReading[]): string | null {
  const own = new Set(written.map(readingKey))
  const later = roundsOf(library.db, row.period).find(
    (other) =>
      other.id !== row.id &&
      other.indicator === row.indicator &&
      other.state === 'CLOSED' &&
      (other.closedAt ?? '') >= (row.closedAt ?? '') &&
      (other.written ?? []).some((entry) => entry.previous !== null && own.has(readingKey(entry)))
  )
  return later?.title ?? null
}

function isUndone(library: Library, { batchId }: StoredReading): boolean {
  return batchId !== null && getBatch(library.db, batchId)?.state === 'undone'
}

function putBack(
  library: Library,
  row: RoundRow,
  { unit, rater }: WrittenReading,
  previous: StoredReading | null
): void {
  const reading: ReadingKey = { unit, indicator: row.indicator, field: 'rating', rater }
  const at = library.now()
  if (previous !== null) {
    // A reading that was taken away needs a row again before it can be put back as it was.
    upsertReading(library.db, {
      period: row.period,
      reading: { ...reading, state: previous.state, value: previous.value, note: previous.note },
      source: { kind: 'manual', by: library.operator(), at: at.toISOString(), reason: '' },
      at
    })
  }
  restoreReading(library.db, { period: row.period, reading, previous, at })
}
