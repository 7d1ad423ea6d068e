import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ISSUED_ID } from '#shared/domain/importing/template/issuedSheet.ts'
import { mergedMappings } from '#db/repos/issuedTemplateRepo.ts'
import type { Library } from '../library.ts'

/** Ids of the issued workbooks that have come back and count. */
export function returnedIds(library: Library, period: PeriodKey): Set<string> {
  return new Set(mergedMappings(library.db, period).flatMap((mapping) => idsOf(mapping)))
}

/** The id stands in the meta entries of the sheets that were read by their key. */
function idsOf(mapping: unknown): string[] {
  if (!Array.isArray(mapping)) return []
  return mapping.flatMap((sheet: unknown) => {
    const meta = (sheet as { meta?: Record<string, unknown> } | null)?.meta
    const id = meta?.[ISSUED_ID]
    return typeof id === 'string' ? [id] : []
  })
}
