import { fileError } from '../../workbook/fileError.ts'
import { DEFAULT_READ_LIMITS } from '../../workbook/readLimits.ts'
import { sniff } from '../../workbook/sniff.ts'
import { checkZipSizes, readZipDirectory } from '../../workbook/zipDirectory.ts'
import { readZipPart } from '../../workbook/zipPart.ts'

/** What a report template can be: a workbook or a document to be filled, or a presentation whose master slides take. */
export type TemplateFormat = 'xlsx' | 'xlsm' | 'docx' | 'pptx'

const MAIN_TYPES: readonly [RegExp, TemplateFormat][] = [
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/ms-excel\.sheet\.macroEnabled\.main\+xml/, 'xlsm'],
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/presentationml\.presentation\.main\+xml/, 'pptx']
]

const HOW_TO_SAVE =
  '请先打开它，用「文件 → 另存为」存成 .xlsx（表格）、.docx（文字）或 .pptx（演示）；WPS 里选「Microsoft … 文件」这几种。再用另存的文件。'

const refusal = (file: string, what: string): Error => fileError('FILE_UNSUPPORTED', file, what, HOW_TO_SAVE)

/**
 * Tells by the contents, never by the suffix, what kind of template a file is.
 * @throws AppError FILE_UNSUPPORTED (.xls, .et, .doc, .wps, .dotx, .docm, .ods …, with how to save it), FILE_EMPTY,
 *   FILE_TRUNCATED, FILE_TOO_COMPLEX
 */
export function formatOfTemplate(bytes: Uint8Array, file: string): TemplateFormat {
  const container = sniff(bytes, file)
  if (container === 'text') throw refusal(file, '这是文本或网页文件，不能作报告模板。')
  if (container !== 'zip')
    throw refusal(file, '这是旧格式（.xls、.et、.doc、.wps 等）或设了打开密码的文件，不能作报告模板。')
  const entries = readZipDirectory(bytes, file)
  checkZipSizes(entries, DEFAULT_READ_LIMITS, file)
  const types = entries.find(({ name }) => name === '[Content_Types].xml')
  if (types === undefined) throw refusal(file, '这不是 Excel、Word 或 PPT 文件，不能作报告模板。')
  const xml = readZipPart(bytes, types, DEFAULT_READ_LIMITS.maxPartBytes, file).toString('utf8')
  const format = MAIN_TYPES.find(([pattern]) => pattern.test(xml))?.[1]
  if (format === undefined) throw refusal(file, '这种格式（.xlsb、.dotx、.docm、.potx 等）不能作报告模板。')
  return format
}
