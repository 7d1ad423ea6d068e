import { gapOf } from './gapMath.ts'
import type { GapFields } from './gapFields.ts'
import type { SelfReviewSettings } from './selfReviewSettings.ts'

export interface RowLack {
  /** 1-based place in the list. */
  row: number
  topic: string
  /** What is still to be answered, in the words of the questions. */
  lacks: string[]
}

/** What keeps a self-review from being submitted: every gap answers all six questions. */
export function lacksOf(rows: readonly GapFields[], { questions }: SelfReviewSettings): RowLack[] {
  return rows.flatMap((fields, index) => {
    const ask = (at: number): string => questions[at]!.ask
    const isNumber = gapOf(fields) !== null
    const lacks = [
      ...(fields.topic === '' ? ['差距事项'] : []),
      ...(fields.benchmark === '' ? [ask(0)] : []),
      ...(isNumber && fields.benchmarkSource === '' ? [`${ask(0)}（标杆值的来源）`] : []),
      ...(isNumber || fields.gapNote !== '' || fields.kind === 'SUBMISSION' ? [] : [ask(1)]),
      ...(fields.cause === '' ? [ask(2)] : []),
      ...(fields.measures === '' ? [ask(3)] : []),
      ...(fields.person === '' ? [ask(4)] : []),
      ...(fields.due === null ? [ask(5)] : [])
    ]
    return lacks.length === 0 ? [] : [{ row: index + 1, topic: fields.topic, lacks }]
  })
}
