import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { cellText } from '#shared/domain/report/cellText.ts'
import { fieldKey, NOT_APPLICABLE } from '#shared/domain/report/template/fieldSet.ts'
import { withPlainBraces } from '#shared/domain/report/template/placeholders.ts'
import type { TemplateCheck } from '#shared/domain/report/template/templateCheck.ts'
import type { TemplateData } from '#shared/domain/report/template/templateData.ts'
import type { TemplateRow } from '#shared/domain/report/template/templateLists.ts'
import { documentProblems } from './documentErrors.ts'
import { scanDocument, type DocumentScan } from './documentCheck.ts'
import { markDocument } from './documentMark.ts'
import { OWN_LOOP, withRowLoops } from './documentRows.ts'
import { countedFields, refuseProblems, type FilledTemplate } from './ownWorkbook.ts'

export interface OwnDocumentFile {
  bytes: Uint8Array
  /** For messages. */
  file: string
}

/** Parts of a document that may hold placeholders: the body, headers, footers, notes. */
const FILLED = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/

function prepared({ bytes }: OwnDocumentFile, data: TemplateData): PizZip {
  const zip = new PizZip(bytes)
  for (const path of Object.keys(zip.files)) {
    if (!FILLED.test(path)) continue
    const xml = zip.file(path)!.asText()
    const ready = withRowLoops(withPlainBraces(xml), data)
    if (ready !== xml) zip.file(path, ready)
  }
  return zip
}

function scanned(zip: PizZip, data: TemplateData): DocumentScan {
  const scan: DocumentScan = { names: [], rows: [], problems: [] }
  for (const path of Object.keys(zip.files))
    if (FILLED.test(path)) scanDocument(zip.file(path)!.asText(), data, scan)
  return scan
}

/** A row that stands for an empty list. */
const NONE_ROW: TemplateRow = { value: (name) => (fieldKey(name) === '单位' ? '无' : '') }

interface ParserContext {
  meta: { part: { module?: string } }
}

/** How a name is looked up: in the row of the loop around it, then in the report. */
function parserOf(data: TemplateData) {
  const rowsOf = (tag: string): readonly TemplateRow[] | undefined => {
    const isOwn = tag.startsWith(OWN_LOOP)
    const rows = data.list(isOwn ? tag.slice(OWN_LOOP.length) : tag)?.rows
    return isOwn && rows?.length === 0 ? [NONE_ROW] : rows
  }
  return (tag: string) => ({
    get(scope: unknown, context: ParserContext): unknown {
      if (context.meta.part.module === 'loop') {
        const rows = rowsOf(tag)
        if (rows !== undefined) return rows
      }
      const source = typeof scope === 'object' && scope !== null ? (scope as Partial<TemplateRow>) : {}
      const value = source.value?.(tag)
      return value === undefined ? undefined : cellText(value)
    }
  })
}

function templater(zip: PizZip, data: TemplateData): Docxtemplater {
  return new Docxtemplater(zip, {
    delimiters: { start: '{{', end: '}}' },
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    parser: parserOf(data),
    nullGetter: () => NOT_APPLICABLE
  })
}

/** What a Word template asks for. Faults of its braces and loops come from a trial fill. */
export function checkOwnDocument(template: OwnDocumentFile, data: TemplateData): TemplateCheck {
  const zip = prepared(template, data)
  const { names, rows, problems } = scanned(zip, data)
  const faults = rendered(zip, data)
  const fields = countedFields(names, data)
  const nothing =
    fields.length === 0 && rows.length === 0 && problems.length === 0 && faults.length === 0
      ? [
          {
            code: 'NO_PLACES',
            level: 'confirm' as const,
            message: '文件里没有占位符。',
            place: { file: template.file },
            suggestion: '请在文字里写上 {{期间}}、在表格的一行里写上 {{单位}} 这样的占位符。'
          }
        ]
      : []
  return { fields, rows, problems: [...problems, ...faults, ...nothing] }
}

/** Fills the package in place; what docxtemplater has against it, [] where nothing. */
function rendered(zip: PizZip, data: TemplateData): TemplateCheck['problems'] {
  try {
    templater(zip, data).render({ value: data.value })
    return []
  } catch (error) {
    return documentProblems(error)
  }
}

/**
 * Fills a Word document of the unit's own: placeholders in the text, headers, footers and notes; a table row with fields of
 * a list is repeated, and so is what stands between `{{#排名}}` and `{{/排名}}`. Everything else stays as it is.
 * @param at date of every entry of the package; @param unknown `SLASH` writes 「/」 where nothing is known
 * @throws AppError VALIDATION_FAILED with all problems
 */
export function fillOwnDocument(
  template: OwnDocumentFile,
  data: TemplateData,
  at: Date,
  unknown: 'REFUSE' | 'SLASH' = 'REFUSE'
): FilledTemplate {
  const zip = prepared(template, data)
  const { names, problems } = scanned(zip, data)
  refuseProblems(problems, template.file, unknown)
  refuseProblems(rendered(zip, data), template.file, unknown)
  if (data.mark !== '') markDocument(zip, data.mark)
  for (const entry of Object.values(zip.files)) entry.date = at
  const bytes = zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  const saysSnapshot = data.mark !== '' || names.some((name) => fieldKey(name) === '快照')
  return {
    bytes,
    notes: saysSnapshot
      ? []
      : ['模板里没有「{{快照}}」，打印出来看不出数取自哪一次冻结；可以在页脚里写上它。']
  }
}
