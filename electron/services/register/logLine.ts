import type { EventDraft } from '#shared/domain/register/itemCondition.ts'
import type { Library } from '../library.ts'
import { today } from './registerContext.ts'

/** A line of an item's log about today, written down now. */
export function logLine(
  library: Library,
  entry: Pick<EventDraft, 'type' | 'text'> & Partial<EventDraft>
): EventDraft {
  return {
    on: today(library),
    at: library.now().toISOString(),
    who: library.operator(),
    percent: null,
    amount: null,
    changes: [],
    ...entry
  }
}
