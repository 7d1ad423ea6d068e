import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportDefinition, ReportFormat } from '#shared/domain/report/reportDefinition.ts'
import { reportDefinitions } from '#shared/domain/report/reportDefinitions.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportKind } from '#shared/ipc/report.ts'
import type { Library } from '../library.ts'
import { standingResults } from '../results.ts'
import { reportFacts } from './reportFacts.ts'

/** Throws NOT_FOUND with the reports that there are. */
export function requireReport(id: string): ReportDefinition {
  const definition = reportDefinitions.find((candidate) => candidate.id === id)
  if (definition === undefined) {
    throw new AppError('NOT_FOUND', `没有「${id}」这种报告。`, {
      action: `可以导出：${reportDefinitions.map((one) => one.id).join('、')}。`
    })
  }
  return definition
}

/** Throws VALIDATION_FAILED with the formats that there are. */
export function requireFormat(definition: ReportDefinition, format: string | undefined): ReportFormat {
  if (format === undefined) return definition.formats[0]!
  const found = definition.formats.find((candidate) => candidate === format)
  if (found === undefined) {
    throw new AppError('VALIDATION_FAILED', `「${definition.title}」没有 ${format} 格式。`, {
      action: `可以用：${definition.formats.join('、')}。`
    })
  }
  return found
}

/** The snapshot that a report prints from; null: it is a preview. */
export function basisOf(definition: ReportDefinition, facts: ReportFacts): string | null {
  const basis = definition.basis === undefined ? facts.snapshot : definition.basis(facts)
  return basis?.id ?? null
}

/** Throws NOT_COMPUTED with the reason when a report cannot be made for these facts. */
export function assertAvailable(definition: ReportDefinition, facts: ReportFacts): void {
  const reason = definition.unavailable?.(facts) ?? null
  if (reason !== null) throw new AppError('NOT_COMPUTED', `「${definition.title}」现在不能导出：${reason}。`)
}

/** The reports of a period, in the order of the report centre, with what stands in the way of each. */
export function listReports(library: Library, period: PeriodKey): ReportKind[] {
  const standing = standingResults(library, period)
  const closed = standing === null ? '还没有计算成绩' : standing.stale ? '数据有变动，请先重新计算' : null
  const facts = closed === null ? reportFacts(library, period) : null
  return reportDefinitions.map((definition) => {
    const unavailable = closed ?? definition.unavailable?.(facts!) ?? null
    return {
      id: definition.id,
      title: definition.title,
      description: definition.description,
      formats: [...definition.formats],
      controls: [...definition.controls],
      unavailable,
      snapshot: facts === null || unavailable !== null ? null : basisOf(definition, facts),
      units: facts === null ? [] : (definition.units?.(facts) ?? [])
    }
  })
}
