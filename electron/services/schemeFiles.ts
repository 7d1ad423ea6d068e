import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/appError.ts'
import { compactScheme } from '#shared/domain/scheme/compactScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { append } from '#db/repos/auditRepo.ts'
import { safeFileName } from '../reports/safeFileName.ts'
import type { WorkbookReader } from '../workbook/workbookReader.ts'
import { fileFailure } from './fileFailure.ts'
import type { Library } from './library.ts'
import { readSchemeWorkbook } from './schemeWorkbook/readSchemeWorkbook.ts'
import { writeSchemeWorkbook } from './schemeWorkbook/writeSchemeWorkbook.ts'
import { writeWhole } from './writeWhole.ts'

/** The two forms of a scheme file: JSON (docs/scheme-file.md) and a workbook that people edit. */
export type SchemeFileFormat = 'JSON' | 'XLSX'

/** First bytes of zipped (.xlsx) and of older (.xls, .et) workbooks. The bytes decide, not the suffix. */
const WORKBOOK_STARTS = ['504b0304', 'd0cf11e0']

/**
 * Reads a scheme file into the JSON of a scheme, complete or not. Throws SCHEME_INVALID: for a workbook with every
 * cell that cannot be read, so that nothing is taken half.
 */
export async function readSchemeJson(path: string, reader: WorkbookReader): Promise<Record<string, unknown>> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  if (WORKBOOK_STARTS.includes(bytes.subarray(0, 4).toString('hex'))) {
    return readSchemeWorkbook(await reader.read({ name: basename(path), bytes }))
  }
  return jsonObject(bytes.toString('utf8'), path)
}

function jsonObject(text: string, path: string): Record<string, unknown> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new AppError(
      'SCHEME_INVALID',
      '方案文件不是完整的 JSON，也不是 Excel 工作簿，没有载入。',
      {
        place: { file: basename(path) },
        action: '请重新取得方案文件，或从预设开始。',
        technical: String(error)
      },
      { cause: error }
    )
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new AppError('SCHEME_INVALID', '文件里不是考核方案，没有载入。', {
      place: { file: basename(path) },
      action: '请选择本软件导出的方案文件。'
    })
  }
  return json as Record<string, unknown>
}

/** Reads a complete scheme. Throws SCHEME_INVALID with every problem and its place. */
export async function readSchemeFile(path: string, reader: WorkbookReader): Promise<SchemeDefinition> {
  return parseScheme(await readSchemeJson(path, reader)).scheme
}

/** Reads a scheme that the product itself brings along. */
export async function readPresetFile(path: string): Promise<SchemeDefinition> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  return parseScheme(jsonObject(text, path)).scheme
}

/** The file name that a dialog proposes, and the suffix that it filters by. */
export function schemeFileName(title: string, format: SchemeFileFormat): { name: string; extension: string } {
  return format === 'JSON'
    ? { name: safeFileName(title, 'liangji-scheme.json'), extension: 'json' }
    : { name: safeFileName(title, 'xlsx'), extension: 'xlsx' }
}

/** Writes a scheme, complete or not. Reading the file back gives the same definition. */
export async function writeSchemeFile(
  definition: Record<string, unknown>,
  path: string,
  format: SchemeFileFormat,
  at: Date
): Promise<void> {
  const content =
    format === 'JSON'
      ? `${JSON.stringify(compactScheme(definition), null, 2)}\n`
      : await writeSchemeWorkbook(definition, at)
  await writeWhole(path, content)
}

/** The same with an entry in the 操作日志. */
export async function exportScheme(
  library: Library,
  title: string,
  definition: Record<string, unknown>,
  path: string,
  format: SchemeFileFormat
): Promise<void> {
  await writeSchemeFile(definition, path, format, library.now())
  if (library.db.readOnly) return
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: '导出方案',
    subject: title,
    after: basename(path)
  })
}
