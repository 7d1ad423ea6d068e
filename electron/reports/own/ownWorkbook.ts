import { AppError } from '#shared/appError.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { fieldKey } from '#shared/domain/report/template/fieldSet.ts'
import { placeholdersIn, withPlainBraces } from '#shared/domain/report/template/placeholders.ts'
import { UNKNOWN_FIELD, type TemplateCheck } from '#shared/domain/report/template/templateCheck.ts'
import { allFieldNames, type TemplateData } from '#shared/domain/report/template/templateData.ts'
import type { TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import { unknownField } from '#shared/domain/report/template/unknownField.ts'
import type { Problem } from '#shared/problem.ts'
import { BookPackage } from '../../workbook/fill/bookPackage.ts'
import { fillWorkbook } from '../../workbook/fill/fillWorkbook.ts'
import { insertRows } from '../../workbook/fill/insertRows.ts'
import { raiseRows } from '../../workbook/fill/rowHeights.ts'
import { DEFAULT_READ_LIMITS } from '../../workbook/readLimits.ts'
import { filledText } from './filledText.ts'
import { fillOutsideTexts, outsideFields } from './outsideTexts.ts'
import { markPages } from './previewHeader.ts'
import { sheetEdits } from './workbookEdits.ts'
import { planWorkbook, type WorkbookPlan } from './workbookPlan.ts'

export interface OwnTemplateFile {
  bytes: Uint8Array
  /** For messages. */
  file: string
  places: TemplatePlaces
}

export interface FilledTemplate {
  bytes: Uint8Array
  /** Things to look at by hand, whole sentences. */
  notes: string[]
}

interface OpenTemplate extends WorkbookPlan {
  book: BookPackage
  outside: string[]
}

function open({ bytes, file, places }: OwnTemplateFile, data: TemplateData): OpenTemplate {
  const book = new BookPackage(bytes, file, DEFAULT_READ_LIMITS)
  const plan = planWorkbook(book, places, data)
  const outside = outsideFields(book)
  const known = allFieldNames(data)
  const unknown = [...new Set(outside)]
    .filter((name) => data.value(name) === undefined)
    .map((name): Problem => {
      const problem = unknownField(name, known, {})
      return { ...problem, message: `页眉页脚、文本框或图表标题里，${problem.message}` }
    })
  return { ...plan, book, outside, problems: [...plan.problems, ...unknown] }
}

/** Fields of texts, each once, with what stands there and how often. */
export function countedFields(names: readonly string[], data: TemplateData): TemplateCheck['fields'] {
  const counts = new Map<string, { name: string; count: number }>()
  for (const name of names) {
    const entry = counts.get(fieldKey(name)) ?? { name, count: 0 }
    counts.set(fieldKey(name), { ...entry, count: entry.count + 1 })
  }
  return [...counts.values()].flatMap(({ name, count }) => {
    const value = data.value(name)
    return value === undefined ? [] : [{ name, count, value: cellText(value) }]
  })
}

const namesIn = (text: string): string[] =>
  placeholdersIn(text).flatMap(({ kind, name }) => (kind === 'FIELD' ? [name] : []))

/** What a template workbook asks for. @throws AppError as `fillWorkbook` for files that cannot be filled at all */
export function checkOwnWorkbook(template: OwnTemplateFile, data: TemplateData): TemplateCheck {
  const { sheets, outside, problems } = open(template, data)
  const singles = sheets.flatMap((sheet) => sheet.singles.flatMap(({ text }) => namesIn(text)))
  const rows = sheets.flatMap(({ sheet, patterns }) =>
    patterns.flatMap(({ row, segments }) =>
      segments.map(({ list, cells }) => ({
        where: `${sheet} 第 ${row + 1} 行`,
        list: list.name,
        fields: cells.flatMap(({ text }) => namesIn(text)),
        count: list.rows.length
      }))
    )
  )
  const fields = countedFields([...singles, ...outside], data)
  const nothing: Problem[] =
    fields.length === 0 && rows.length === 0 && problems.length === 0
      ? [
          {
            code: 'NO_PLACES',
            level: 'confirm',
            message: '文件里没有占位符，也没有点选位置。',
            place: { file: template.file },
            suggestion: '请在表格里写上 {{单位}} 这样的占位符，或者点「点选位置」。'
          }
        ]
      : []
  return { fields, rows, problems: [...problems, ...nothing] }
}

/**
 * Fills a workbook of the unit's own. Repeated rows take the blank rows of the form below them first; what is more is put
 * in as copies. Styles, merges, charts, headers and footers, print areas and names stay; see `insertRows` and
 * `fillWorkbook` for the parts that change. Numbers are the snapshot's, in the cell's own number format.
 * @param unknown `SLASH` writes 「/」 for placeholders that nothing can fill, instead of refusing
 * @throws AppError VALIDATION_FAILED with all problems; FILE_* for files that cannot be filled
 */
export function fillOwnWorkbook(
  template: OwnTemplateFile,
  data: TemplateData,
  unknown: 'REFUSE' | 'SLASH' = 'REFUSE'
): FilledTemplate {
  const { file } = template
  const opened = open(template, data)
  refuseProblems(opened.problems, file, unknown)
  const planned = opened.sheets.map((sheet) => sheetEdits(sheet, data))
  const inserted = insertRows(
    template.bytes,
    planned.flatMap(({ insertions }) => insertions),
    file
  )
  const edits = planned.flatMap((sheet) => sheet.edits)
  const filled = fillWorkbook(inserted, edits, {
    file,
    refused: 'LEAVE',
    renames: sheetNames(opened.book, data)
  })
  const book = new BookPackage(filled.bytes, file, DEFAULT_READ_LIMITS)
  raiseRows(book, edits)
  fillOutsideTexts(book, data.value)
  if (data.mark !== '') markPages(book, data.mark)
  const at = ({ sheet, address }: { sheet: string | null; address: string | null }): string =>
    [sheet, address].filter((part) => part !== null).join(' ')
  const told = [...filled.refused, ...filled.notes].map((note) => {
    const where = at(note)
    return where === '' ? note.message : `${where}：${note.message}`
  })
  return { bytes: book.toBytes(), notes: [...told, ...provenanceNote(opened, data)] }
}

/** Throws all problems that stand in the way as one error. */
export function refuseProblems(
  problems: readonly Problem[],
  file: string,
  unknown: 'REFUSE' | 'SLASH'
): void {
  const fatal = problems.filter(
    ({ level, code }) => level === 'error' && !(unknown === 'SLASH' && code === UNKNOWN_FIELD)
  )
  const [first] = fatal
  if (first === undefined) return
  const more = fatal.length > 1 ? `（共 ${fatal.length} 处）` : ''
  throw new AppError('VALIDATION_FAILED', `${first.message}${more}`, {
    place: { file, ...first.place },
    action: `${first.suggestion ?? ''}没有写出文件。`,
    problems: fatal.map((problem) => ({ ...problem, place: { file, ...problem.place } }))
  })
}

/** Sheets whose name holds a placeholder: old name → new name. */
function sheetNames(book: BookPackage, data: TemplateData): Map<string, string> {
  return new Map(
    book.sheets().flatMap(({ name }) => {
      const plain = withPlainBraces(name)
      return plain.includes('{{') ? [[name, filledText(plain, data.value).slice(0, 31)] as const] : []
    })
  )
}

const PROVENANCE = new Set(['快照'])

/** A printed sheet should say which freezing it comes from. */
function provenanceNote({ sheets, outside }: OpenTemplate, data: TemplateData): string[] {
  if (data.mark !== '') return []
  const names = [...sheets.flatMap(({ singles }) => singles.flatMap(({ text }) => namesIn(text))), ...outside]
  return names.some((name) => PROVENANCE.has(fieldKey(name)))
    ? []
    : ['模板里没有「{{快照}}」，打印出来看不出数取自哪一次冻结；可以在页脚里写上它。']
}
