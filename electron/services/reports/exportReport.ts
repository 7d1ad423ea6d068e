import { mkdir } from 'node:fs/promises'
import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportDefinition, ReportFormat } from '#shared/domain/report/reportDefinition.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { safeFileName, safeName } from '../../reports/safeFileName.ts'
import { reportHtml, writeReport, type PrintPdf, type WriteContext } from '../../reports/writeReport.ts'
import { zipFiles } from '../../reports/zipFiles.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { writeWhole } from '../writeWhole.ts'
import { recordExport } from './exportHistory.ts'
import { completeOptions, masterOf } from './reportChoices.ts'
import { reportFacts } from './reportFacts.ts'
import { assertAvailable, basisOf, requireFormat, requireReport } from './reportKinds.ts'

export interface ReportRequest {
  period: PeriodKey
  report: string
  /** Undefined: the report's first. */
  format?: string
  options: ReportOptions
}

export interface ReportJob {
  print: PrintPdf
  signal?: AbortSignal
  progress?(label: string, done: number, total: number): void
}

export interface Exported {
  /** The file, or the folder that the files are in. */
  path: string
  files: string[]
  preview: boolean
  snapshot: string | null
}

/** The command line has no browser to print with. */
export const NO_PRINTER: PrintPdf = () =>
  Promise.reject(
    new AppError('VALIDATION_FAILED', '命令行不能生成 PDF。', {
      action: '请在窗口里导出 PDF，或改用 docx、xlsx 格式。'
    })
  )

interface Prepared {
  /** The snapshot that it prints from; null: a preview. */
  snapshot: string | null
  definition: ReportDefinition
  format: ReportFormat
  facts: ReportFacts
  options: ReportOptions
}

function prepare(library: Library, request: ReportRequest): Prepared {
  const definition = requireReport(request.report)
  const format = requireFormat(definition, request.format)
  const options = completeOptions(library, request.options)
  const facts = reportFacts(library, request.period, options.decimals)
  assertAvailable(definition, facts)
  return { definition, format, facts, options, snapshot: basisOf(definition, facts) }
}

/** What the clerk is asked for: a file, or a folder in which a new one gets the files. */
export interface ExportPlan {
  kind: 'FILE' | 'FOLDER'
  /** Proposed name without its suffix, safe on Windows. */
  stem: string
  extension: string
}

/** A preview says so in its name. */
function marked(stem: string, { snapshot }: Prepared): string {
  return snapshot === null ? `${stem}（预览）` : stem
}

function isBundle({ definition, options, format }: Prepared): boolean {
  return definition.units !== undefined && options.bundle !== 'ONE' && format !== 'xlsx'
}

/** What the clerk is asked for before an export: a file or a folder, and the name that is proposed. */
export function exportPlan(library: Library, request: ReportRequest): ExportPlan {
  const prepared = prepare(library, request)
  const { definition, facts, options } = prepared
  const stem = safeName(marked(definition.fileStem(facts, options), prepared))
  if (isBundle(prepared) && prepared.options.bundle === 'FOLDER')
    return { kind: 'FOLDER', stem, extension: '' }
  return { kind: 'FILE', stem, extension: isBundle(prepared) ? 'zip' : prepared.format }
}

/** `written`: files that are whole and stay. */
export function stopIfCancelled(signal: AbortSignal | undefined, written = 0): void {
  if (signal?.aborted !== true) return
  throw new AppError(
    'CANCELLED',
    written === 0 ? '已取消，没有导出。' : `已取消，已写好的 ${written} 个文件留在文件夹里。`
  )
}

/** The report's page, for the preview. */
export async function previewHtml(library: Library, request: Omit<ReportRequest, 'format'>): Promise<string> {
  const { definition, facts, options } = prepare(library, request)
  return reportHtml(definition, facts, options)
}

/**
 * Writes a report to `path`: a file that appears whole or not at all, or for a bundle a new folder below it. A frozen period
 * prints from its snapshot; anything else carries 「预览，未定稿」. Cancelled, it leaves the files that were whole.
 * @throws AppError NOT_FOUND, NOT_COMPUTED, VALIDATION_FAILED, CANCELLED, FILE_*
 */
export async function exportReport(
  library: Library,
  request: ReportRequest & { path: string },
  job: ReportJob
): Promise<Exported> {
  const prepared = prepare(library, request)
  const context: WriteContext = {
    print: job.print,
    master: masterOf(library, prepared.options),
    ...(job.signal === undefined ? {} : { signal: job.signal })
  }
  const written = isBundle(prepared)
    ? await writeBundle(prepared, context, request.path, job)
    : await writeOne(prepared, context, request.path, job)
  const { definition, snapshot } = prepared
  recordExport(library, { period: request.period, title: definition.title, path: written.path, snapshot })
  return { ...written, preview: snapshot === null, snapshot }
}

interface Written {
  path: string
  files: string[]
}

async function writeOne(
  { definition, format, facts, options }: Prepared,
  context: WriteContext,
  path: string,
  job: ReportJob
): Promise<Written> {
  job.progress?.(definition.title, 0, 0)
  const bytes = await writeReport(definition, format, facts, options, context)
  stopIfCancelled(job.signal)
  await writeWhole(path, bytes)
  return { path, files: [path] }
}

/** A file for each unit. */
async function writeBundle(
  prepared: Prepared,
  context: WriteContext,
  path: string,
  job: ReportJob
): Promise<Written> {
  const { definition, format, facts, options } = prepared
  const units = definition.units!(facts).filter(({ unit }) => options.units?.includes(unit) ?? true)
  if (units.length === 0) throw new AppError('VALIDATION_FAILED', '没有选单位，没有导出。')
  const inFolder = options.bundle === 'FOLDER'
  const parts: { name: string; bytes: Uint8Array }[] = []
  const files: string[] = []
  if (inFolder) await mkdir(path, { recursive: true })
  for (const [index, { unit, name }] of units.entries()) {
    stopIfCancelled(job.signal, files.length)
    job.progress?.(name, index, units.length)
    const bytes = await writeReport(definition, format, facts, { ...options, units: [unit] }, context)
    const stem = marked(`${periodTitle(facts.results.period)}${definition.title}－${name}`, prepared)
    if (inFolder) {
      const file = freePath(path, stem, format)
      await writeWhole(file, bytes)
      files.push(file)
    } else parts.push({ name: uniqueName(safeFileName(stem, format), parts), bytes })
  }
  job.progress?.(definition.title, units.length, units.length)
  if (inFolder) return { path, files }
  stopIfCancelled(job.signal)
  await writeWhole(path, await zipFiles(parts, facts.generatedAt))
  return { path, files: [path] }
}

/** Units of the same name in two groups do not overwrite each other inside a zip. */
function uniqueName(name: string, taken: readonly { name: string }[]): string {
  const names = new Set(taken.map((part) => part.name))
  if (!names.has(name)) return name
  const dot = name.lastIndexOf('.')
  for (let copy = 2; ; copy += 1) {
    const other = `${name.slice(0, dot)} ${copy}${name.slice(dot)}`
    if (!names.has(other)) return other
  }
}
