import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { NO_PLACES, type TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import { templateData, type TemplateData } from '#shared/domain/report/template/templateData.ts'
import type { TemplateCheck } from '#shared/domain/report/template/templateCheck.ts'
import type { FieldCatalogue, TemplateSource } from '#shared/ipc/reportTemplate.ts'
import { reportTemplateFile } from '#db/repos/reportTemplateRepo.ts'
import { checkOwnDocument, fillOwnDocument } from '../../../reports/own/ownDocument.ts'
import { checkOwnWorkbook, fillOwnWorkbook, type FilledTemplate } from '../../../reports/own/ownWorkbook.ts'
import { formatOfTemplate, type TemplateFormat } from '../../../reports/own/templateFormat.ts'
import { safeName } from '../../../reports/safeFileName.ts'
import type { Library } from '../../library.ts'
import { writeWhole } from '../../writeWhole.ts'
import { recordExport } from '../exportHistory.ts'
import { completeOptions } from '../reportChoices.ts'
import { reportFacts } from '../reportFacts.ts'
import { presetFile } from './gallery.ts'
import { requireReportTemplate, type TemplateFile } from './reportTemplates.ts'

export interface TemplateRequest {
  source: TemplateSource
  period: PeriodKey
  options: ReportOptions
}

export interface OpenedTemplate extends TemplateFile {
  format: TemplateFormat
  places: TemplatePlaces
}

/** The file of a template, own or of the gallery. Throws NOT_FOUND. */
export async function openTemplate(library: Library, source: TemplateSource): Promise<OpenedTemplate> {
  if ('preset' in source) {
    const file = await presetFile(library, source.preset)
    return { ...file, format: formatOfTemplate(file.bytes, file.fileName), places: NO_PLACES }
  }
  const { name, fileName, format, places } = requireReportTemplate(library, source.template)
  return { name, fileName, format, places, bytes: reportTemplateFile(library.db, source.template) }
}

function dataOf(
  library: Library,
  period: PeriodKey,
  options: ReportOptions
): { facts: ReportFacts; data: TemplateData } {
  const facts = reportFacts(library, period, options.decimals)
  return { facts, data: templateData(facts, completeOptions(library, options)) }
}

/** Everything that a placeholder can name. Throws NOT_COMPUTED without results. */
export function fieldCatalogueOf(
  library: Library,
  period: PeriodKey,
  options: ReportOptions
): FieldCatalogue {
  const { data } = dataOf(library, period, options)
  return {
    fields: [...data.fields],
    lists: data.lists.map(({ name, description, fields, rows }) => ({
      name,
      description,
      count: rows.length,
      fields: [...fields]
    }))
  }
}

function assertFillable({ format, name }: OpenedTemplate): void {
  if (format !== 'pptx') return
  throw new AppError('VALIDATION_FAILED', `「${name}」是 PPT 母版，不能填写。`, {
    action: '请在「报告」的汇报 PPT 里选它作母版。'
  })
}

/** What a template asks for and what is wrong with it. Throws NOT_FOUND, NOT_COMPUTED, FILE_*. */
export async function checkTemplate(library: Library, request: TemplateRequest): Promise<TemplateCheck> {
  const template = await openTemplate(library, request.source)
  if (template.format === 'pptx') return { fields: [], rows: [], problems: [] }
  const { data } = dataOf(library, request.period, request.options)
  const asked = { ...template, file: template.fileName }
  return template.format === 'docx' ? checkOwnDocument(asked, data) : checkOwnWorkbook(asked, data)
}

export interface FilledFile extends FilledTemplate {
  /** Proposed name without its suffix, safe on Windows. */
  stem: string
  extension: string
  snapshot: string | null
}

/**
 * A template filled from the standing results of a period, in memory.
 * @throws NOT_FOUND, NOT_COMPUTED, VALIDATION_FAILED with every placeholder that nothing can fill, FILE_*
 */
export async function filledTemplate(
  library: Library,
  request: TemplateRequest & { unknown: 'REFUSE' | 'SLASH' }
): Promise<FilledFile> {
  const template = await openTemplate(library, request.source)
  assertFillable(template)
  const { facts, data } = dataOf(library, request.period, request.options)
  const asked = { ...template, file: template.fileName }
  const filled =
    template.format === 'docx'
      ? fillOwnDocument(asked, data, facts.generatedAt, request.unknown)
      : fillOwnWorkbook(asked, data, request.unknown)
  const preview = facts.snapshot === null ? '（预览，未定稿）' : ''
  return {
    ...filled,
    stem: safeName(`${periodTitle(request.period)}${template.name}${preview}`),
    extension: template.format,
    snapshot: facts.snapshot?.id ?? null
  }
}

/** Writes a filled template, whole or not at all, and puts it into the log of exports. Throws FILE_*. */
export async function writeFilled(
  library: Library,
  request: { period: PeriodKey; title: string; path: string },
  filled: FilledFile
): Promise<void> {
  const { period, title, path } = request
  await writeWhole(path, filled.bytes)
  recordExport(library, { period, title, path, snapshot: filled.snapshot })
}
