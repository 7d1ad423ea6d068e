import type { EvidenceView } from '#shared/ipc/register.ts'
import type { Library } from '../library.ts'

/** What evidence can be about. */
export type EvidenceSubject = 'ITEM' | 'SLIP' | 'ADJUSTMENT' | 'HONOUR' | 'EVALUATION'

/** Evidence of one subject, with whether its copy is still there. */
export function evidenceOf(library: Library, subject: EvidenceSubject, id: number): EvidenceView[] {
  void library
  void subject
  void id
  return []
}
