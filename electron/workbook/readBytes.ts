import { createHash } from 'node:crypto'
import type { RawFormat, RawSheet, RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import { bookToSheets } from './bookToSheets.ts'
import { decrypt } from './decrypt.ts'
import { tooComplex, unreadable } from './fileError.ts'
import { needsPassword, OFFICE_PROGRAMS, openOleWorkbook } from './oleStreams.ts'
import type { ReadLimits } from './readLimits.ts'
import { readText } from './readText.ts'
import { parseBiff } from './sheetjs.ts'
import { suffixOf, suffixProblems } from './sheetProblems.ts'
import { sniff } from './sniff.ts'
import { readPackage } from './xlsxPackage.ts'

export interface ReadJob {
  /** Name with suffix, no folder. */
  file: string
  bytes: Uint8Array
  password?: string
  limits: ReadLimits
}

/** What one kind of file yields; the envelope (hash, size, suffix) is the same for all. */
export interface Content {
  format: RawFormat
  encoding?: RawWorkbook['encoding']
  sheets: RawSheet[]
  problems: Problem[]
}

/** Names of the steps, for the progress line. */
export type ReadStage = '检查文件' | '读取内容' | '整理单元格'

function readOldBinary(source: Parameters<typeof parseBiff>[0], savedByOffice: boolean, job: ReadJob): Content {
  const format = /^ett?$/.test(suffixOf(job.file)) ? 'et' : 'xls'
  let book
  try {
    book = parseBiff(source)
  } catch (cause) {
    throw unreadable(job.file, cause)
  }
  return { format, ...bookToSheets(book, job.file, null, savedByOffice) }
}

async function readOle(job: ReadJob): Promise<Content> {
  const { container, state, savedByOffice } = openOleWorkbook(job.bytes, job.file)
  if (state === 'plain') return readOldBinary(container, savedByOffice, job)
  const opened = await decrypt(job.bytes, job.file, job.password)
  if (sniff(opened, job.file) === 'zip') return readZip({ ...job, bytes: opened })
  const plain = openOleWorkbook(opened, job.file)
  if (plain.state === 'encrypted') throw needsPassword(job.file)
  return readOldBinary(plain.container, plain.savedByOffice, job)
}

function readZip(job: ReadJob): Content {
  const { book, format, sheets } = readPackage(job.bytes, job.file, job.limits)
  const savedByOffice = OFFICE_PROGRAMS.test(String(book.Props?.Application ?? '')) || format === 'ods'
  return { format, ...bookToSheets(book, job.file, sheets, savedByOffice) }
}

/** A failure of the library's own that no check foresaw is still a refused file, never a crash. */
async function readContent(job: ReadJob): Promise<Content> {
  const container = sniff(job.bytes, job.file)
  switch (container) {
    case 'ole':
      return readOle(job)
    case 'zip':
      return readZip(job)
    case 'biff':
      return readOldBinary(Buffer.from(job.bytes), true, job)
    case 'text':
      return readText(job)
  }
}

/**
 * Bytes → workbook, in the calling thread. Everybody but the reading thread and tests calls `readWorkbook`,
 * which adds the time-out, the memory limit and cancelling.
 * @throws AppError FILE_*
 */
export async function readBytes(job: ReadJob, onStage: (stage: ReadStage) => void = () => {}): Promise<RawWorkbook> {
  onStage('检查文件')
  const sha256 = createHash('sha256').update(job.bytes).digest('hex')
  onStage('读取内容')
  const content = await readContent(job)
  onStage('整理单元格')
  const cells = content.sheets.reduce((total, sheet) => total + sheet.cells.length, 0)
  if (cells > job.limits.maxCells) throw tooComplex(job.file, `文件里有 ${cells} 个有内容的单元格`)
  return {
    fileName: job.file,
    sha256,
    bytes: job.bytes.length,
    format: content.format,
    ...(content.encoding === undefined ? {} : { encoding: content.encoding }),
    sheets: content.sheets,
    problems: [...suffixProblems(job.file, content.format), ...content.problems]
  }
}
