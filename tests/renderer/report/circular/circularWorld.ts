import type { CircularEdits } from '#shared/domain/report/circular/circularText.ts'
import { circularViewOf } from '#shared/domain/report/circular/circularViewOf.ts'
import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { bureauFacts } from '../../../unit/domain/report/circular/bureauFacts.ts'
import type { Handlers } from '../../fakeApi.ts'

export interface CircularWorld {
  handlers: Handlers
  saved: () => CircularEdits
}

/** Main's part in wording a 通报: computes it and keeps what is saved. */
export function circularWorld(
  edits: CircularEdits = {},
  facts: (edits: CircularEdits) => ReportFacts = (circularEdits) => bureauFacts({ circularEdits })
): CircularWorld {
  let saved = edits
  return {
    saved: () => saved,
    handlers: {
      'report.text': ({ options }) => ({
        ...circularViewOf(facts(saved), reportOptions.parse(options ?? {})),
        changedAt: null,
        changedBy: null
      }),
      'report.saveText': ({ edits: next }) => {
        saved = next
        return {}
      }
    }
  }
}
