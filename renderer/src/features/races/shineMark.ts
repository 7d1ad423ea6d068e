import type { ShowBoardsView } from '#shared/ipc/race.ts'
import type { RateMark, RateMarks } from '../../app/useRateMarks.ts'
import { AGAINST_WORDS } from '../../text/status.ts'

type Status = ShowBoardsView['shine'][number]['units'][number]['status']

const SAMPLE = { MET: 'on_track', SLIGHTLY_BEHIND: 'slightly_behind', BEHIND: 'behind' } as const

/** The mark of a stored status in the scheme's words; short of the target in spite of the points is 稍缓's shape. */
export function shineMark(status: Status, marks: RateMarks): RateMark {
  switch (status) {
    case null:
    case 'NA':
      return { status: 'na' }
    case 'MISSING':
      return { status: 'missing' }
    case 'REFUSED':
      return { status: 'refused' }
    case 'UNMET':
      return { status: 'slightly_behind', word: AGAINST_WORDS.UNMET }
    default:
      return { status: SAMPLE[status], word: marks.word(status) }
  }
}
