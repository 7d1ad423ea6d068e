import type { ImportKnowledge } from '#shared/domain/importing/knowledge.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { listIssues } from '#db/repos/issuedTemplateRepo.ts'
import { listMemories } from '#db/repos/memoryRepo.ts'
import type { Library } from '../library.ts'

/** What this library knows of sheets for an import of `period`. */
export function knowledgeOf(library: Library, period: PeriodKey): ImportKnowledge {
  return { memories: listMemories(library.db), issued: listIssues(library.db, period) }
}
