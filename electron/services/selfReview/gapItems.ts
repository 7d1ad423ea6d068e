import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { itemFields, type ItemFields, type RegisterType } from '#shared/domain/register/registerItem.ts'
import type { ItemStatus } from '#shared/domain/register/itemStanding.ts'
import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { gapSentence } from '#shared/domain/selfReview/gapMath.ts'
import type { GapItemView } from '#shared/ipc/selfReview.ts'
import { append } from '#db/repos/auditRepo.ts'
import { findGap, setGapItem, type GapRecord } from '#db/repos/selfReviewRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { addItem, itemsWithStanding } from '../register/items.ts'

/** Tasks by id as they stand today, voided ones left out: a gap whose task was voided may become another one. */
export function itemsById(library: Library): ReadonlyMap<number, GapItemView> {
  const all = itemsWithStanding(library, localDay(library.now()))
  return new Map(
    all.map(({ item, standing }) => {
      const { id, number, type, state, due } = item
      return [id, { id, number, type, state, status: standing.status satisfies ItemStatus | null, due }]
    })
  )
}

/** Whether the work on a task is over; verification and 销号 may still follow. */
export function isDone({ state }: Pick<GapItemView, 'state'>): boolean {
  return state === 'DONE' || state === 'VERIFIED' || state === 'CLOSED'
}

/**
 * Gaps become tasks on the register, all or none; each shows its task from then on.
 * @throws AppError NOT_FOUND, CONFLICT when one has a task already, VALIDATION_FAILED without a topic
 */
export function makeItems(
  library: Library,
  rows: readonly number[],
  type: RegisterType
): { row: number; item: number; number: string }[] {
  return tx(library.db, () => {
    const known = itemsById(library)
    return [...new Set(rows)].map((id) => {
      const gap = findGap(library.db, id)
      if (gap === null || gap.removed) throw new AppError('NOT_FOUND', `没有第 ${id} 条差距，没有转为任务。`)
      const task = gap.item === null ? undefined : known.get(gap.item)
      if (task !== undefined)
        throw new AppError('CONFLICT', `「${gap.fields.topic}」已经是任务 ${task.number}，没有重复登记。`)
      if (gap.fields.topic === '')
        throw new AppError('VALIDATION_FAILED', '有一条差距还没有写差距事项，没有转为任务。')
      const item = addItem(library, taskOf(gap, type), { from: 'GAP', selfReviewRow: id })
      setGapItem(library.db, id, item.id)
      append(library.db, {
        at: library.now(),
        who: library.operator(),
        what: '差距转任务',
        subject: `${gap.period} · ${gap.unit} · ${gap.fields.topic}`,
        after: item.number
      })
      return { row: id, item: item.id, number: item.number }
    })
  })
}

/** The gap as a task: who, what, until when, why. */
function taskOf({ period, unit, fields }: GapRecord, type: RegisterType): ItemFields {
  const gap = gapSentence(fields, fields.benchmark)
  const content = [
    gap === '' ? fields.gapNote : `差距：${gap}`,
    fields.cause === '' ? '' : `原因：${fields.cause}`
  ]
  return itemFields.parse({
    type,
    title: `补短：${fields.topic}`,
    content: content.filter((part) => part !== '').join('\n'),
    owner: fields.owner ?? unit,
    person: fields.person,
    measures: fields.measures,
    indicator: fields.indicator,
    due: fields.due,
    tags: ['SHORTFALL'],
    origin: `${periodTitle(period)}六问对标`
  })
}
