import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ReportOptions } from '#shared/ipc/report.ts'

/** Everything a report may know. Reports never recompute, re-sort or re-round. */
export interface ReportInput {
  results: ResultSet
  /** Null for a preview: then every page says so. */
  snapshot: { id: string; frozenAt: string } | null
  options: ReportOptions
  generatedAt: Date
  appVersion: string
}

export interface ReportWriter {
  id: string
  title: string
  description: string
  /** Shown beside the title: Excel, Word … */
  format: string
  /** Without the dot. */
  extension: string
  fileName(results: ResultSet, preview: boolean): string
  write(input: ReportInput): Promise<Uint8Array>
}
