import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportKind, ReportOptions } from '#shared/ipc/report.ts'
import { append, listAudit } from '#db/repos/auditRepo.ts'
import { reportKinds, type ReportWriter } from '../reports/registry.ts'
import type { Library } from './library.ts'
import { standingResults, type StandingResults } from './results.ts'
import { getSettings } from './settings.ts'
import { writeWhole } from './writeWhole.ts'

const EXPORTED = '导出'

function require(library: Library, period: PeriodKey): StandingResults {
  const standing = standingResults(library, period)
  if (standing === null) {
    throw new AppError('NOT_COMPUTED', '这一季度还没有计算成绩，不能导出。', { action: '请先计算。' })
  }
  return standing
}

function requireKind(id: string): ReportWriter {
  const kind = reportKinds.find((candidate) => candidate.id === id)
  if (kind === undefined) {
    throw new AppError('NOT_FOUND', `没有「${id}」这种报告。`, {
      action: `可以导出：${reportKinds.map((k) => k.id).join('、')}。`
    })
  }
  return kind
}

export function listReports(library: Library, period: PeriodKey): ReportKind[] {
  const standing = standingResults(library, period)
  const unavailable =
    standing === null ? '还没有计算成绩' : standing.stale ? '数据有变动，请先重新计算' : null
  return reportKinds.map(({ id, title, description, format }) => ({
    id,
    title,
    description,
    format,
    unavailable
  }))
}

/** The file name that a dialog proposes: safe on Windows. */
export function proposedName(
  library: Library,
  period: PeriodKey,
  id: string
): { name: string; extension: string } {
  const kind = requireKind(id)
  const { results, snapshot } = require(library, period)
  return { name: kind.fileName(results, snapshot === null), extension: kind.extension }
}

export interface Exported {
  preview: boolean
  snapshot: string | null
}

/**
 * Writes a report to `path`. The file appears whole or not at all: it is written beside its place and renamed.
 * A frozen period prints from its snapshot; anything else carries 「预览，未定稿」.
 */
export async function exportReport(
  library: Library,
  request: { period: PeriodKey; report: string; options: ReportOptions; path: string }
): Promise<Exported> {
  const kind = requireKind(request.report)
  const { results, snapshot, stale } = require(library, request.period)
  if (stale) {
    throw new AppError('NOT_COMPUTED', '计算之后数据有变动，名次可能不对，没有导出。', {
      action: '请先重新计算。'
    })
  }
  const issuer = request.options.issuer === '' ? getSettings(library).issuer : request.options.issuer
  const bytes = await kind.write({
    results,
    snapshot,
    options: { ...request.options, issuer },
    generatedAt: library.now(),
    appVersion: library.appVersion
  })
  await writeWhole(request.path, bytes)
  if (!library.db.readOnly) {
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: EXPORTED,
      subject: `${request.period} · ${kind.title}`,
      after: JSON.stringify({
        file: request.path.replace(/^.*[\\/]/, ''),
        snapshot: snapshot?.id ?? null,
        title: kind.title
      })
    })
  }
  return { preview: snapshot === null, snapshot: snapshot?.id ?? null }
}

/** What was exported, by whom, from which snapshot. */
export function exportHistory(library: Library, period: PeriodKey) {
  return listAudit(library.db, 50, { what: EXPORTED, subject: period }).map((row) => {
    const after = JSON.parse(row.after ?? '{}') as { file?: string; snapshot?: string | null; title?: string }
    return {
      at: row.at,
      by: row.who,
      title: after.title ?? '',
      fileName: after.file ?? '',
      snapshot: after.snapshot ?? null
    }
  })
}
