import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { attachmentsOf } from './attachments.ts'
import { circularParagraphs } from './circularParagraphs.ts'
import type { CircularView } from './circularText.ts'

/** The 通报 for its editor: what is left out can be put back there, so it is shown too. */
export function circularViewOf(facts: ReportFacts, options: ReportOptions): CircularView {
  return {
    paragraphs: circularParagraphs(facts, options),
    edits: facts.circularEdits,
    attachments: attachmentsOf(facts, { ...options, omit: [] }).map(({ part, title }) => ({ part, title }))
  }
}
