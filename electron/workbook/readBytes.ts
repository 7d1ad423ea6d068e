import { createHash } from 'node:crypto'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { bookToSheets } from './bookToSheets.ts'
import { decrypt } from './decrypt.ts'
import { tooComplex, unreadable } from './fileError.ts'
import { needsPassword, OFFICE_PROGRAMS, openOleWorkbook } from './oleStreams.ts'
import type { Content, ReadJob, ReadStage } from './readJob.ts'
import { readOdsPackage } from './odsPackage.ts'
import { readText } from './readText.ts'
import { parseBiff } from './sheetjs.ts'
import { sheetProblems, suffixOf, suffixProblems } from './sheetProblems.ts'
import { sniff } from './sniff.ts'
import { parseXlsx } from './xlsxPackage.ts'
import { openZipPackage } from './zipPackage.ts'

function readOldBinary(
  source: Parameters<typeof parseBiff>[0],
  savedByOffice: boolean,
  job: ReadJob
): Content {
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
  const { file, limits } = job
  const { kind, parts } = openZipPackage(job.bytes, file, limits)
  if (kind === 'ods') {
    const sheets = readOdsPackage(parts, file, limits)
    return { format: 'ods', sheets, problems: sheets.flatMap((sheet) => sheetProblems(sheet, file, true)) }
  }
  const { book, format, scans } = parseXlsx(parts, file, limits)
  const savedByOffice = OFFICE_PROGRAMS.test(String(book.Props?.Application ?? ''))
  return { format, ...bookToSheets(book, file, scans, savedByOffice) }
}

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

function checkAmount(content: Content, { file, limits }: ReadJob): void {
  let cells = 0
  let chars = 0
  for (const sheet of content.sheets) {
    cells += sheet.cells.length
    for (const cell of sheet.cells) chars += cell.value.length
  }
  if (cells > limits.maxCells) throw tooComplex(file, `文件里有 ${cells} 个有内容的单元格`)
  if (chars > limits.maxTextChars) throw tooComplex(file, '单元格里的文字太多')
}

/**
 * Bytes → workbook, in the calling thread. Everybody but the reading thread and tests calls `readWorkbook`,
 * which adds the time-out, the memory limit and cancelling.
 * @throws AppError FILE_*
 */
export async function readBytes(
  job: ReadJob,
  onStage: (stage: ReadStage) => void = () => {}
): Promise<RawWorkbook> {
  onStage('检查文件')
  const sha256 = createHash('sha256').update(job.bytes).digest('hex')
  onStage('读取内容')
  const content = await readContent(job)
  onStage('整理单元格')
  checkAmount(content, job)
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
