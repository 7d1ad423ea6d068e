import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { AppError } from '#shared/appError.ts'
import {
  templatePlaces,
  NO_PLACES,
  type TemplatePlaces
} from '#shared/domain/report/template/templatePlaces.ts'
import type { ReportTemplateView } from '#shared/ipc/reportTemplate.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  endReportTemplate,
  findReportTemplate,
  insertReportTemplate,
  listReportTemplates,
  setReportTemplatePlaces,
  type ReportTemplateRow
} from '#db/repos/reportTemplateRepo.ts'
import { tx } from '#db/tx.ts'
import { formatOfTemplate } from '../../../reports/own/templateFormat.ts'
import { fileFailure } from '../../fileFailure.ts'
import type { Library } from '../../library.ts'

function toView(row: ReportTemplateRow): ReportTemplateView {
  return {
    id: row.id,
    name: row.name,
    fileName: row.fileName,
    format: row.format,
    places: templatePlaces.parse(row.places),
    at: row.changedAt,
    by: row.createdBy
  }
}

/** Templates in use, newest first. */
export function reportTemplateViews(library: Library): ReportTemplateView[] {
  return listReportTemplates(library.db).map(toView)
}

/** Throws NOT_FOUND for an unknown or ended template. */
export function requireReportTemplate(library: Library, id: number): ReportTemplateView {
  const row = findReportTemplate(library.db, id)
  if (row === null || row.endedAt !== null) {
    throw new AppError('NOT_FOUND', '没有这个报告模板，或者它已经停用。', {
      action: '请在「报告模板」里看现有的模板。'
    })
  }
  return toView(row)
}

export interface TemplateFile {
  name: string
  fileName: string
  bytes: Uint8Array
}

/** Reads a file from where the clerk chose it. Throws FILE_*. */
export async function readTemplateFile(path: string): Promise<TemplateFile> {
  const fileName = basename(path)
  try {
    return { name: basename(path, extname(path)), fileName, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    throw fileFailure(error, path)
  }
}

/** Of several templates with one name the later ones are numbered. */
function freeName(library: Library, wanted: string): string {
  const taken = new Set(listReportTemplates(library.db).map(({ name }) => name))
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? wanted : `${wanted} ${copy}`
    if (!taken.has(name)) return name
  }
}

function store(library: Library, file: TemplateFile, places: TemplatePlaces): ReportTemplateRow {
  const format = formatOfTemplate(file.bytes, file.fileName)
  return insertReportTemplate(library.db, {
    name: file.name,
    fileName: file.fileName,
    format,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    file: file.bytes,
    places,
    at: library.now(),
    by: library.operator()
  })
}

function record(library: Library, what: string, subject: string, after: string | null = null): void {
  append(library.db, { at: library.now(), who: library.operator(), what, subject, after })
}

/**
 * Keeps a file as a template, byte for byte.
 * @throws FILE_UNSUPPORTED for what cannot be filled (.xls, .et, .doc …, with how to save it)
 */
export function addReportTemplate(library: Library, file: TemplateFile): ReportTemplateView {
  return tx(library.db, () => {
    const row = store(library, { ...file, name: freeName(library, file.name) }, NO_PLACES)
    record(library, '添加报告模板', row.name, row.fileName)
    return toView(row)
  })
}

/** A newer file under the template's name; picked places stay. The old file is kept as ended. */
export function replaceReportTemplate(library: Library, id: number, file: TemplateFile): ReportTemplateView {
  return tx(library.db, () => {
    const old = requireReportTemplate(library, id)
    const format = formatOfTemplate(file.bytes, file.fileName)
    const isBook = (kind: string): boolean => kind === 'xlsx' || kind === 'xlsm'
    if (format !== old.format && !(isBook(format) && isBook(old.format))) {
      throw new AppError(
        'VALIDATION_FAILED',
        `「${old.name}」是 .${old.format} 文件，不能换成 .${format}。`,
        {
          action: '请选同一种文件，或者另外添加一个模板。'
        }
      )
    }
    endReportTemplate(library.db, id, library.now())
    const row = store(library, { ...file, name: old.name }, old.places)
    record(library, '更换报告模板', row.name, row.fileName)
    return toView(row)
  })
}

export function setTemplatePlaces(library: Library, id: number, places: TemplatePlaces): ReportTemplateView {
  return tx(library.db, () => {
    const { name } = requireReportTemplate(library, id)
    setReportTemplatePlaces(library.db, id, places, library.now())
    record(library, '修改报告模板的位置', name, JSON.stringify(places))
    return requireReportTemplate(library, id)
  })
}

/** Ends a template; files filled from it stay, and so does its own file. */
export function removeReportTemplate(library: Library, id: number): void {
  tx(library.db, () => {
    const { name } = requireReportTemplate(library, id)
    endReportTemplate(library.db, id, library.now())
    record(library, '停用报告模板', name)
  })
}
