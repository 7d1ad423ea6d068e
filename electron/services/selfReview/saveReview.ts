import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { checkGapRefs } from './checkGapRefs.ts'
import { lacksOf } from '#shared/domain/selfReview/checkReview.ts'
import { isBlankGap, type GapFields } from '#shared/domain/selfReview/gapFields.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  bumpSelfReview,
  findSelfReview,
  gapsOfReview,
  insertGap,
  removeGap,
  setSelfReviewState,
  updateGap,
  type GapRecord
} from '#db/repos/selfReviewRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { openReview, reviewSettings, unitNameIn } from './openReview.ts'

export interface SaveRequest {
  period: PeriodKey
  unit: string
  version: number
  rows: readonly { id: number | null; fields: GapFields }[]
}

/**
 * Saves the whole list in its order. Rows that it no longer names are taken out (and can be brought back by naming them
 * again). Throws CONFLICT against an older version, or when a row that became a task would be taken out.
 */
export function saveReview(library: Library, request: SaveRequest): { version: number; ids: number[] } {
  const { db } = library
  return tx(db, () => {
    const review = openReview(library, request.period, request.unit)
    if (review.version !== request.version)
      throw new AppError('CONFLICT', '这份六问对标在别处改过，刚才的改动没有保存。', {
        action: '页面已换成最新内容，请在上面接着填。'
      })
    checkGapRefs(
      library,
      request.period,
      request.rows.map(({ fields }) => fields)
    )
    const known = new Map(gapsOfReview(db, review.id).map((row) => [row.id, row]))
    const ids = request.rows.map(({ id, fields }, index) => {
      if (id === null) return insertGap(db, review.id, index + 1, fields)
      if (!known.has(id)) throw new AppError('NOT_FOUND', `没有第 ${id} 条差距，没有保存。`)
      updateGap(db, id, fields, index + 1)
      return id
    })
    const gone = [...known.values()].filter((row) => !row.removed && !ids.includes(row.id))
    for (const row of gone) takeOut(library, row)
    bumpSelfReview(db, review.id)
    return { version: review.version + 1, ids }
  })
}

function takeOut(library: Library, row: GapRecord): void {
  if (row.item !== null)
    throw new AppError('CONFLICT', `「${row.fields.topic}」已转为任务，不能从六问对标里删掉。`, {
      action: '确需删除，请先到「清单台账」作废那个事项。'
    })
  removeGap(library.db, row.id, library.now())
  if (isBlankGap(row.fields)) return
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: '删除差距',
    subject: `${row.period} · ${row.unit} · ${row.fields.topic}`,
    before: JSON.stringify(row.fields)
  })
}

/** Submits a review: read-only until it is taken back. Throws VALIDATION_FAILED with what each gap still lacks. */
export function submitReview(library: Library, request: Omit<SaveRequest, 'rows'>): void {
  const { db } = library
  const { period, unit } = request
  tx(db, () => {
    const review = openReview(library, period, unit)
    if (review.version !== request.version)
      throw new AppError('CONFLICT', '这份六问对标在别处改过，没有提交。', {
        action: '请看过最新内容再提交。'
      })
    const rows = gapsOfReview(db, review.id).filter((row) => !row.removed)
    if (rows.length === 0)
      throw new AppError('VALIDATION_FAILED', '还没有写一条差距，没有提交。', {
        action: '可以从「数据提示的差距」里加入。'
      })
    const lacks = lacksOf(
      rows.map((row) => row.fields),
      reviewSettings(library)
    )
    if (lacks.length > 0)
      throw new AppError('VALIDATION_FAILED', `有 ${lacks.length} 条差距没有答全，没有提交。`, {
        problems: lacks.map(({ row, topic, lacks: missing }) => ({
          code: 'GAP_INCOMPLETE',
          level: 'error' as const,
          message: `第 ${row} 条「${topic}」还缺：${missing.join('、')}。`,
          place: {},
          group: `gap:${row}`
        }))
      })
    const submitted = { at: library.now(), by: library.operator() }
    setSelfReviewState(db, review.id, submitted)
    append(db, {
      at: submitted.at,
      who: submitted.by,
      what: '提交六问对标',
      subject: `${period} · ${unitNameIn(library, period, unit)}`,
      after: `${rows.length} 条差距`
    })
  })
}

/** 退回修改: submitted → draft, with a reason. Throws CONFLICT when it is not submitted, PERIOD_FROZEN when archived. */
export function takeBackReview(
  library: Library,
  { period, unit, reason }: { period: PeriodKey; unit: string; reason: string }
): void {
  const { db } = library
  tx(db, () => {
    const name = unitNameIn(library, period, unit)
    const review = findSelfReview(db, period, unit)
    if (review?.state !== 'SUBMITTED') throw new AppError('CONFLICT', `${name}的六问对标没有提交，不用退回。`)
    setSelfReviewState(db, review.id, null)
    // Refused in an archived quarter: nothing may be opened there any more.
    openReview(library, period, unit)
    append(db, {
      at: library.now(),
      who: library.operator(),
      what: '退回六问对标',
      subject: `${periodTitle(period)} · ${name}`,
      reason
    })
  })
}
