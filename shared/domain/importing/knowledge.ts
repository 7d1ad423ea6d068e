import type { RememberedSheet } from './memory/rememberedMapping.ts'
import type { IssuedTemplate } from './template/issuedTemplate.ts'

/** What this library knows of sheets beside the names: earlier answers, and the templates that it has issued. Plain data. */
export interface ImportKnowledge {
  memories: readonly RememberedSheet[]
  issued: readonly IssuedTemplate[]
}

export const NOTHING_KNOWN: ImportKnowledge = { memories: [], issued: [] }
