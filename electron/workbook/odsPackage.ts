import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { fileError, truncated, unreadable } from './fileError.ts'
import { parseOds } from './parseOds.ts'
import type { ReadLimits } from './readLimits.ts'
import { isCompleteXml } from './sheetXml.ts'
import { unsupported } from './sniff.ts'
import type { ZipPackage } from './zipPackage.ts'

/**
 * Sheets of an .ods package.
 * @throws FILE_ENCRYPTED, FILE_TRUNCATED, FILE_UNSUPPORTED (a text document), FILE_TOO_COMPLEX
 */
export function readOdsPackage(parts: ZipPackage['parts'], file: string, limits: ReadLimits): RawSheet[] {
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data') === true) {
    throw fileError('FILE_ENCRYPTED', file, '文件有打开密码。', '请先打开文件，去掉密码后另存，再导入。')
  }
  const xml = parts.get('content.xml')?.toString('utf8')
  if (xml === undefined) throw unreadable(file)
  if (!isCompleteXml(xml, 'document-content')) throw truncated(file)
  if (!xml.includes('office:spreadsheet')) throw unsupported(file, '这是文字文档，不是表格。')
  return parseOds(xml, limits, file)
}
